-- Which changes were found, in their order?
select changes.* exclude (deal_id), change_deals.deal_id
from changes join change_deals using (change_id)
order by detected_at, changes.place
