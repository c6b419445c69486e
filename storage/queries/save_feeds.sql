-- Keep the settings of the feeds that are watched; state stays as it is.
insert into feeds by name
select url as feed_url, name, tier, poll_every, $now as added_at, $now as next_poll_at
from (select unnest(from_json($rows, '[{
    "url": "varchar", "name": "varchar", "tier": "varchar", "poll_every": "integer"
}]'), recursive := true))
on conflict do update set
    name = excluded.name, tier = excluded.tier, poll_every = excluded.poll_every, removed_at = null,
    next_poll_at = if(
        feeds.removed_at is null and excluded.poll_every = feeds.poll_every, feeds.next_poll_at, excluded.next_poll_at
    )
where (feeds.name, feeds.tier, feeds.poll_every) is distinct from (excluded.name, excluded.tier, excluded.poll_every)
    or feeds.removed_at is not null
