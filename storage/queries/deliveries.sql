-- What was told to whom, and how did it go?
select delivery_id, alert_id, change_id, endpoint, payload, created_at, attempts, next_attempt_at, delivered_at,
    last_status, last_error, digest
from deliveries
order by created_at, place
