-- Keep how the last poll of each feed went, and when it is due again.
update feeds set
    polled_at = p.polled_at,
    next_poll_at = p.next_poll_at,
    last_status = p.status,
    complaint = p.complaint,
    title = coalesce(p.title, feeds.title),
    moved_to = coalesce(p.moved_to, feeds.moved_to),
    worked_at = if(p.worked, p.polled_at, feeds.worked_at),
    failures = if(p.worked, 0, feeds.failures + 1),
    etag = if(p.worked and p.status is distinct from 304, p.etag, feeds.etag),
    last_modified = if(p.worked and p.status is distinct from 304, p.last_modified, feeds.last_modified)
from (
    select unnest(from_json($rows, '[{
        "feed_url": "varchar", "polled_at": "timestamptz", "next_poll_at": "timestamptz", "status": "integer",
        "worked": "boolean", "complaint": "varchar", "title": "varchar", "moved_to": "varchar",
        "etag": "varchar", "last_modified": "varchar"
    }]'), recursive := true)
) as p
where feeds.feed_url = p.feed_url
