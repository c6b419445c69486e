-- What did each source say of each deal, as we knew it then?
select told.deal_id as deal_key, told.deal, fact_id, document_id as article_id, facts.attribute, value, low, high, unit,
    facts.qualifier, date_start, date_end, facts.status, facts.strand as "of", basis, payer, condition, modality,
    facts.tense as "when", amount, facts.quote, quote_start as start, quote_end as "end", sentence, told.url, told.outlet,
    tier, if(dated, reported_from, null) as reported_at, facts.recorded_at, facts.story_id, facts.extractor,
    facts.extractor_version
from facts_as_of($ts::timestamptz) as told
join facts using (fact_id)
join versions using (version_id)
join deals on deals.deal_id = told.deal_id
order by first_reported_from, told.deal_id, facts.arrival, quote_start, fact_id
