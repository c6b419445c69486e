-- What do these versions say, oldest first?
select * exclude (arrival) from versions
where version_id in (select unnest(from_json($version_ids, '["varchar"]')))
order by seen_at, arrival
