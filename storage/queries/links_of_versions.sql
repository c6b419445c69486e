-- To which deals are these versions linked now?
select version_id, deal_id, reason from deal_links
where unlinked_at is null and version_id in (select unnest(from_json($version_ids, '["varchar"]')))
order by version_id, deal_id
