-- Keep what versions are to the story that they are in, where that is another than before: an earlier origin may come.
update story_members set role = fresh.role, score = fresh.score
from (select unnest(from_json($rows, '[{
    "version_id": "varchar", "story_id": "varchar", "role": "varchar", "score": "double"
}]'), recursive := true)) as fresh
where story_members.version_id = fresh.version_id and story_members.story_id = fresh.story_id and until is null
    and (story_members.role <> fresh.role or abs(story_members.score - fresh.score) > 0.01)
