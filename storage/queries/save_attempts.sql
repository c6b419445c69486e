-- Keep how attempts to deliver went. One that succeeded is never tried again.
update deliveries set
    attempts = attempts + 1,
    delivered_at = if(a.delivered, a.attempted_at, null),
    next_attempt_at = if(a.delivered, null, a.next_attempt_at),
    last_status = a.status,
    last_error = if(a.delivered, null, a.error)
from (
    select unnest(from_json($rows, '[{
        "delivery_id": "varchar", "attempted_at": "timestamptz", "delivered": "boolean", "status": "integer",
        "error": "varchar", "next_attempt_at": "timestamptz"
    }]'), recursive := true)
) as a
where deliveries.delivery_id = a.delivery_id and deliveries.delivered_at is null
