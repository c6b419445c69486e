-- Who said it first, and who copied whom, as far as the texts tell.

create view first_said as
with spoken as (
    select deal_id, deal, attribute, strand, contest, reading, facts.story_id, article_id, version_id, outlet,
        tier, url, quote, reported_at, dated, arrival, fact_id, coalesce(members.role, 'origin') as role
    from deal_facts as facts
    left join (select version_id, role from story_members where until is null) as members using (version_id)
    where tense is null and modality is distinct from 'denied' and reading <> '..'
),
first as (
    select * from spoken
    qualify row_number() over (
        partition by deal_id, contest, reading order by reported_at, role = 'copy', tier_rank(tier), arrival, fact_id
    ) = 1
),
others as (
    select first.deal_id, first.contest, first.reading,
        list(distinct coalesce(spoken.outlet, spoken.article_id)) filter (spoken.story_id = first.story_id) as copied_by,
        list(distinct coalesce(spoken.outlet, spoken.article_id)) filter (spoken.story_id <> first.story_id)
            as also_said_by,
        1 + count(distinct spoken.story_id) filter (spoken.story_id <> first.story_id) as stories
    from first join spoken on spoken.deal_id = first.deal_id and spoken.contest = first.contest
        and spoken.reading = first.reading and spoken.article_id <> first.article_id
    group by all
)
select
    deal_id, deal, attribute, strand, reading, first.outlet, first.tier, quote, first.url, reported_at, dated,
    nullif(regexp_extract(
        left(text, 300) || ' ' || right(text, 300), '(?i)\((reuters|ap|afp|bloomberg|dpa|pti|ani|xinhua|upi)\)', 1
    ), '') as credits,
    coalesce(list_sort(copied_by), []) as copied_by, coalesce(list_sort(also_said_by), []) as also_said_by,
    coalesce(stories, 1) as stories, contest, story_id, fact_id
from first join versions using (version_id) left join others using (deal_id, contest, reading)
order by deal, attribute, strand nulls first, reported_at, fact_id;
comment on view first_said is 'Who reported each reading first, who copied that report, and who said the same in words of their own. By the times that the sources claim: of copies at one time the one that credits nobody.';
comment on column first_said.deal_id is 'The deal.';
comment on column first_said.deal is 'Its name.';
comment on column first_said.attribute is 'What is spoken of.';
comment on column first_said.strand is 'Of which part of the deal; null is the whole.';
comment on column first_said.reading is 'What was said, without the hedge.';
comment on column first_said.outlet is 'Who said it first, of those that we read.';
comment on column first_said.tier is 'How near the outlet stands to deals.';
comment on column first_said.quote is 'In which words.';
comment on column first_said.url is 'Where.';
comment on column first_said.reported_at is 'When, as the source claims; when it was seen, where it does not say.';
comment on column first_said.dated is 'Whether the source gave that time itself.';
comment on column first_said.credits is 'The agency that this text names as its source, "(Reuters)": that one then said it before.';
comment on column first_said.copied_by is 'Who printed the same report: one story, however many copies.';
comment on column first_said.also_said_by is 'Who said the same in a report of their own.';
comment on column first_said.stories is 'Independent stories that say so.';
comment on column first_said.contest is 'What it speaks of, with strand, basis, payer and unit.';
comment on column first_said.story_id is 'The story of the first report.';
comment on column first_said.fact_id is 'The fact of the first report.';
