-- Which feeds are due to be asked, longest waiting first?
select feed_url, name, tier, poll_every, title, etag, last_modified, polled_at, worked_at, next_poll_at, failures,
    last_status, complaint, moved_to
from feeds
where removed_at is null and next_poll_at <= $now
order by next_poll_at, feed_url
