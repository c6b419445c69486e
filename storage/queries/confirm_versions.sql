-- Take changed texts as real: a second read agreed.
update versions set confirmed = true
where not confirmed and version_id in (select unnest(from_json($version_ids, '["varchar"]')))
