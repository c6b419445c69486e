-- Which of these changes are stored?
select change_id from changes where change_id in (select unnest(from_json($change_ids, '["varchar"]')))
