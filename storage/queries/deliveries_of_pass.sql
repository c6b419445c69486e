-- Which alerts did one pass put into the outbox that nobody has tried to send yet?
select delivery_id, alert_id, change_id, endpoint, payload, created_at, attempts
from deliveries
where created_at = $at and attempts = 0 and next_attempt_at is not null and digest is null
order by place
