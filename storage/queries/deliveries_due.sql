-- Which deliveries are due, oldest first?
-- None past one that its endpoint failed to take and that waits: they keep their order. One that was refused for what
-- it says (400, 413, 415, 422) keeps nobody waiting.
select delivery_id, alert_id, change_id, endpoint, payload, created_at, attempts
from deliveries
where next_attempt_at <= $now and digest is null -- a digest tells it
    and not exists (
        from deliveries as waiting
        where waiting.endpoint = deliveries.endpoint and waiting.attempts > 0 and waiting.next_attempt_at > $now
            and coalesce(waiting.last_status, 0) not in (400, 413, 415, 422)
    )
order by created_at, place
limit $most
