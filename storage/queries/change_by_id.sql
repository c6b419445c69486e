-- Which change has an id that begins so?
select changes.* exclude (deal_id), change_deals.deal_id
from changes join change_deals using (change_id)
where starts_with(change_id, $change_id)
order by change_id limit $most
