-- Let a digest tell these alerts: they do not go out by themselves.
update deliveries set digest = $digest, next_attempt_at = null
where attempts = 0 and delivered_at is null and delivery_id in (select unnest(from_json($delivery_ids, '["varchar"]')))
