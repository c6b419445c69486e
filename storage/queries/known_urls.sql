-- Which of these addresses are known?
select distinct url from articles where url in (select unnest(from_json($urls, '["varchar"]')))
