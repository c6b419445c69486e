-- Keep deals, and what is new of known ones.
insert into deals by name
select unnest(from_json($rows, '[{
    "deal_id": "varchar", "name": "varchar", "kind": "varchar", "first_reported_from": "timestamptz",
    "first_reported_to": "timestamptz", "last_reported_from": "timestamptz", "last_reported_to": "timestamptz",
    "replaces": "varchar"
}]'), recursive := true)
on conflict do update set
    name = excluded.name, kind = excluded.kind, replaces = excluded.replaces,
    first_reported_from = excluded.first_reported_from, first_reported_to = excluded.first_reported_to,
    last_reported_from = excluded.last_reported_from, last_reported_to = excluded.last_reported_to
where (deals.name, deals.kind, deals.replaces) is distinct from (excluded.name, excluded.kind, excluded.replaces)
    or (deals.first_reported_from, deals.first_reported_to, deals.last_reported_from, deals.last_reported_to)
    is distinct from (
        excluded.first_reported_from, excluded.first_reported_to, excluded.last_reported_from, excluded.last_reported_to
    )
