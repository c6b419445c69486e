-- Which of these articles are known?
select article_id from articles where article_id in (select unnest(from_json($article_ids, '["varchar"]')))
