-- Which place have the facts of these texts in the order of arrival, or would have had?
select asked.version_id,
    coalesce(
        (select max(facts.arrival) from facts where facts.version_id = asked.version_id),
        (select max(facts.arrival) from facts join versions using (version_id) where versions.arrival < asked.arrival),
        0
    ) as place
from versions as asked
where asked.version_id in (select unnest(from_json($version_ids, '["varchar"]')))
