-- Of which changes do the facts lie in two deals now, one of them this? The later fact of each.
select distinct to_fact from changes
where to_fact is not null and change_id not in (select change_deals.change_id from change_deals)
    and deal_id = $deal_id
