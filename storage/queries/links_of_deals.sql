-- Which versions are linked to these deals now?
select version_id, deal_id, reason from deal_links
where unlinked_at is null and deal_id in (select unnest(from_json($deal_ids, '["varchar"]')))
order by deal_id, linked_at, version_id
