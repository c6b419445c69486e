-- Which changed texts of these articles wait for a second read that agrees?
select * exclude (arrival) from versions
where article_id in (select unnest(from_json($article_ids, '["varchar"]'))) and not confirmed
qualify row_number() over (partition by article_id order by seen_at desc, arrival desc) = 1
