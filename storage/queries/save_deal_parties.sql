-- Keep the companies of deals in their roles.
insert into deal_parties by name
select unnest(from_json($rows, '[{
    "deal_id": "varchar", "place": "integer", "name": "varchar", "role": "varchar"
}]'), recursive := true)
on conflict do update set place = excluded.place where deal_parties.place <> excluded.place
