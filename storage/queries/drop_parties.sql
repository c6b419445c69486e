-- Take out of deals the companies that are no longer in them.
delete from deal_parties
where deal_id in (select unnest(from_json($deal_ids, '["varchar"]')))
    and (deal_id, name, role) not in (
        select (deal_id, name, role)
        from (select unnest(from_json($rows, '[{
            "deal_id": "varchar", "name": "varchar", "role": "varchar"
        }]'), recursive := true))
    )
