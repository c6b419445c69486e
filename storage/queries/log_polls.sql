-- Log the polls that brought new entries, a complaint, or an end of one.
insert into polls by name
select p.feed_url, p.polled_at, p.status, p.entries, p.fresh_entries, p.complaint
from (
    select unnest(from_json($rows, '[{
        "feed_url": "varchar", "polled_at": "timestamptz", "status": "integer", "entries": "integer",
        "fresh_entries": "integer", "complaint": "varchar"
    }]'), recursive := true)
) as p left join feeds using (feed_url)
where p.fresh_entries > 0 or p.complaint is distinct from feeds.complaint
on conflict do nothing
