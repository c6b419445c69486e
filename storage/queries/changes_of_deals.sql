-- Which changes were found in these deals, in their order?
select changes.* exclude (deal_id), change_deals.deal_id
from changes join change_deals using (change_id)
where change_deals.deal_id in (select unnest(from_json($deal_ids, '["varchar"]')))
order by detected_at, changes.place
