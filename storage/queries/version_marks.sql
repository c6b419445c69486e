-- What were these versions read from, and do they admit a correction?
select version_id, source, notice from versions where version_id in (select unnest(from_json($version_ids, '["varchar"]')))
