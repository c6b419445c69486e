-- Facts read from these versions, in the order of arrival.
select facts.* exclude (story_id, extractor_version), coalesce(members.story_id, facts.story_id) as story_id,
    coalesce(last_readings.extractor_version, facts.extractor_version) as extractor_version,
    versions.document_id, versions.url, versions.outlet, versions.tier
from facts
join versions using (version_id)
left join last_readings using (version_id)
left join story_members as members on members.version_id = facts.version_id and members.until is null
where fact_id not in (from dropped_facts) and facts.extractor <> 'edits' and facts.version_id in (select unnest(from_json($version_ids, '["varchar"]')))
order by facts.arrival, quote_start, fact_id
