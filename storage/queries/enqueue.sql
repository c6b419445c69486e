-- Put alerts into the outbox where they are not in it.
insert into deliveries by name
select * replace (place + (select coalesce(max(place), 0) from deliveries) as place)
from (select unnest(from_json($rows, '[{
    "delivery_id": "varchar", "alert_id": "varchar", "change_id": "varchar", "endpoint": "varchar",
    "payload": "varchar", "created_at": "timestamptz", "next_attempt_at": "timestamptz", "place": "bigint"
}]'), recursive := true))
on conflict do nothing
