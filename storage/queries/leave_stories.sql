-- End memberships that are replaced by another story.
update story_members set until = $at
from (select unnest(from_json($rows, '[{"version_id": "varchar", "story_id": "varchar"}]'), recursive := true)) as fresh
where story_members.version_id = fresh.version_id and story_members.story_id <> fresh.story_id and until is null
