-- What did these articles ever print, by whatever reading or comparison, in the order of arrival?
select facts.*, versions.document_id, versions.url, versions.outlet, versions.tier
from facts join versions using (version_id)
where fact_id not in (from dropped_facts)
    and facts.article_id in (select unnest(from_json($article_ids, '["varchar"]')))
order by facts.arrival, quote_start, fact_id
