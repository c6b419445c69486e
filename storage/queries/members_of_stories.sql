-- Which versions are in these stories now?
select story_id, version_id, article_id, score, role from story_members
where until is null and story_id in (select unnest(from_json($story_ids, '["varchar"]')))
order by story_id, since, version_id
