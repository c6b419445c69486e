-- Keep edits not found before.
insert into edits by name
select * replace (place + (select coalesce(max(place), 0) from edits) as place)
from (select unnest(from_json($rows, '[{
    "edit_id": "varchar", "article_id": "varchar", "old_version": "varchar", "new_version": "varchar",
    "old_fact": "varchar", "new_fact": "varchar", "place": "bigint"
}]'), recursive := true))
on conflict do nothing
