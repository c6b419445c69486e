-- All deals with their companies, in the order of first report.
select deals.*, list({'name': deal_parties.name, 'role': role} order by place) filter (role is not null) as parties
from deals left join deal_parties using (deal_id)
group by all
order by first_reported_from, deal_id
