-- The new reading of these texts was taken over.
update rereadings set accepted_at = $at
where accepted_at is null and version_id in (select unnest(from_json($version_ids, '["varchar"]')))
