-- Who said first what each of these facts says, who copied that report, who said so in their own, and whose report is it?
select asked.fact_id, first_said.outlet, first_said.tier, first_said.url, first_said.reported_at, first_said.dated,
    credits, copied_by, also_said_by, first_said.fact_id = asked.fact_id as itself,
    if(origin.article_id <> asked.article_id, coalesce(texts.outlet, texts.document_id), null) as copy_of
from deal_facts as asked
join first_said using (deal_id, contest, reading)
left join story_members as origin on origin.story_id = asked.story_id and origin.role = 'origin' and origin.until is null
left join versions as texts on texts.version_id = origin.version_id
where asked.deal_id = $deal_id and asked.fact_id in (select unnest(from_json($fact_ids, '["varchar"]')))
order by asked.fact_id
