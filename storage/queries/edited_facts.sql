-- Which facts of these versions stand in words that were edited, and what stood there before?
select new_fact, old_fact from edits
where new_fact is not null and new_version in (select unnest(from_json($version_ids, '["varchar"]')))
