-- Keep what a person said of changes.
insert into change_verdicts by name
select * replace (place + (select coalesce(max(place), 0) from change_verdicts) as place)
from (select unnest(from_json($rows, '[{
    "verdict_id": "varchar", "change_id": "varchar", "verdict": "varchar", "note": "varchar", "said_at": "timestamptz",
    "place": "bigint"
}]'), recursive := true))
on conflict do nothing
