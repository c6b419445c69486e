-- Which changes of these deals did a person dismiss?
select changes.* exclude (deal_id), change_deals.deal_id
from changes join change_deals using (change_id) join verdicts_now using (change_id)
where verdict = 'dismissed' and change_deals.deal_id in (select unnest(from_json($deal_ids, '["varchar"]')))
order by detected_at, changes.place
