-- How is each feed that is watched?
select feed_url, name, tier, poll_every, title, etag, last_modified, polled_at, worked_at, next_poll_at, failures,
    last_status, complaint, moved_to
from feeds
where removed_at is null
order by name, feed_url
