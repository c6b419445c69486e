-- Which deliveries are due, oldest first?
select delivery_id, alert_id, change_id, endpoint, payload, created_at, attempts
from deliveries where next_attempt_at <= $now
order by created_at, place
limit $most
