-- Which of these facts did a later reading bring, and when?
select fact_id, taken_at from fact_terms
where taken_at is not null and fact_id in (select unnest(from_json($fact_ids, '["varchar"]')))
