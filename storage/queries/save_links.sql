-- Link versions to deals where they are not linked.
insert into deal_links by name
select fresh.*, $at as linked_at
from (
    select unnest(from_json($rows, '[{
        "version_id": "varchar", "deal_id": "varchar", "reason": "varchar"
    }]'), recursive := true)
) as fresh
where not exists (
    from deal_links as known
    where known.version_id = fresh.version_id and known.deal_id = fresh.deal_id and known.unlinked_at is null
)
on conflict do nothing
