-- Which of these facts are stored?
select fact_id from facts where fact_id in (select unnest(from_json($fact_ids, '["varchar"]')))
