-- Which deals are there, who is in them, where do they stand, and which reports speak of them?
with linked as (
    select deal_id, list(distinct document_id order by document_id) as article_ids
    from deal_links join versions using (version_id)
    where unlinked_at is null
    group by deal_id
),
companies as (
    select deal_id, list({'name': name, 'role': role} order by place) as parties
    from deal_parties
    group by deal_id
),
statuses as (
    select deal_id, any_value(status order by reported_at desc) as status
    from deal_facts_now where attribute = 'status' and strand is null
    group by deal_id
)
select deals.deal_id as deal_key, deals.name, deals.kind, coalesce(parties, []) as parties, statuses.status,
    coalesce(article_ids, []) as article_ids
from deals
left join linked using (deal_id)
left join companies using (deal_id)
left join statuses using (deal_id)
where linked.deal_id is not null or deals.deal_id not in (select past.deal_id from deal_links as past) -- else merged
order by first_reported_from, deals.deal_id
