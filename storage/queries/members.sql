-- In which story is each of these versions now?
select story_id, version_id, article_id, score, role from story_members
where until is null and version_id in (select unnest(from_json($version_ids, '["varchar"]')))
order by story_id, since, version_id
