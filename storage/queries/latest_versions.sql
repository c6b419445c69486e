-- What is the last confirmed text of each of these articles?
select * exclude (arrival) from versions
where article_id in (select unnest(from_json($article_ids, '["varchar"]'))) and confirmed
qualify row_number() over (partition by article_id order by seen_at desc, arrival desc) = 1
