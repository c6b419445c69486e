-- Keep which facts a later reading took up, and which it dropped.
insert into fact_terms by name
select unnest(from_json($rows, '[{
    "fact_id": "varchar", "taken_at": "timestamptz", "dropped_at": "timestamptz"
}]'), recursive := true)
on conflict do update set dropped_at = excluded.dropped_at
