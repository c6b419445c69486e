-- Mark feeds that are no longer configured.
update feeds set removed_at = $now
where removed_at is null and feed_url not in (select unnest(from_json($urls, '["varchar"]')))
