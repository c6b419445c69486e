-- Facts linked to these deals now, in the order of arrival; in the story where each version is now.
select deal_links.deal_id, facts.* exclude (story_id, extractor_version), coalesce(members.story_id, facts.story_id) as story_id,
    coalesce(last_readings.extractor_version, facts.extractor_version) as extractor_version,
    versions.document_id, versions.url, versions.outlet, versions.tier
from deal_links
join facts using (version_id)
join versions using (version_id)
left join last_readings using (version_id)
left join story_members as members on members.version_id = facts.version_id and members.until is null
where unlinked_at is null and fact_id not in (from dropped_facts) and facts.extractor <> 'edits' and deal_links.deal_id in (select unnest(from_json($deal_ids, '["varchar"]')))
order by deal_links.deal_id, facts.arrival, quote_start, fact_id
