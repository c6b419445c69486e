-- Put versions into stories where they are not in them.
insert into story_members by name
select fresh.*, $at as since
from (
    select unnest(from_json($rows, '[{
        "story_id": "varchar", "version_id": "varchar", "article_id": "varchar", "score": "double",
        "role": "varchar"
    }]'), recursive := true)
) as fresh
where not exists (
    from story_members as known
    where known.version_id = fresh.version_id and known.story_id = fresh.story_id and known.until is null
)
on conflict do nothing
