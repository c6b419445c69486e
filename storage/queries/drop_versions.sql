-- Forget changed texts that a second read did not find. A confirmed one is never removed.
delete from versions
where not confirmed and version_id in (select unnest(from_json($version_ids, '["varchar"]')))
