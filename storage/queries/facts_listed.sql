-- What does each source say of each deal?
select deal_id as deal_key, deals.name as deal, fact_id, document_id as article_id, attribute, value, low, high, unit, qualifier,
    date_start, date_end, facts.status, strand as "of", basis, payer, condition, modality, tense as "when", amount, quote,
    quote_start as start, quote_end as "end", sentence, versions.url, outlet, tier,
    if(dated, reported_from, null) as reported_at, recorded_at, facts.story_id, facts.extractor, facts.extractor_version
from deal_links
join facts using (version_id)
join versions using (version_id)
join deals using (deal_id)
where unlinked_at is null and fact_id not in (from dropped_facts) and facts.extractor <> 'edits'
order by first_reported_from, deal_id, facts.arrival, quote_start, fact_id
