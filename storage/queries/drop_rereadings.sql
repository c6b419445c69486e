-- Forget open differences in these texts that are none any more.
delete from rereadings
where accepted_at is null and version_id in (select unnest(from_json($version_ids, '["varchar"]')))
    and finding_id not in (select unnest(from_json($finding_ids, '["varchar"]')))
