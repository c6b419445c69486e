-- Keep changes not found before.
insert into changes by name
select * replace (place + (select coalesce(max(place), 0) from changes) as place)
from (select unnest(from_json($rows, '[{
    "change_id": "varchar", "deal_id": "varchar", "attribute": "varchar", "strand": "varchar",
    "kind": "varchar", "relation": "varchar", "severity": "varchar", "alert": "boolean",
    "from_fact": "varchar", "to_fact": "varchar", "rule": "varchar", "explanation": "varchar",
    "detected_at": "timestamptz", "place": "bigint"
}]'), recursive := true))
on conflict do nothing
