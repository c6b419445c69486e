-- What people ask. Every view answers in a plain duckdb shell.

create macro plain_number(number) as rtrim(rtrim(number::varchar, '0'), '.');
comment on macro plain_number is 'A decimal as text, without the zeros that its column adds.';

create macro tier_rank(tier) as coalesce(
    list_position(['filing', 'company', 'wire', 'national', 'trade', 'aggregator', 'blog'], tier), 8
);
comment on macro tier_rank is 'How near an outlet stands to the deal: 1 is a filing, growing with the distance.';

create macro in_gigawatts(number, unit) as if(unit = 'MW', try(number * 0.001), number);
comment on macro in_gigawatts is 'Power in GW, whether it was printed in MW or GW; other figures as they are.';

create macro reading_of(value, low, high, unit, date_start, date_end, status) as case
    when status is not null then status
    when unit = 'date' then coalesce(date_start::varchar, '') || '..' || coalesce(date_end::varchar, '')
    else coalesce(
        plain_number(in_gigawatts(value, unit)),
        coalesce(plain_number(in_gigawatts(low, unit)), '') || '..' || coalesce(plain_number(in_gigawatts(high, unit)), '')
    ) || ' ' || if(unit = 'MW', 'GW', unit)
end;
comment on macro reading_of is 'What a fact says as text that can be compared, without its hedge: "100000000000 USD", "2026-07-01..2026-12-31", "announced".';

create macro contest_of(attribute, strand, basis, payer, unit) as concat_ws(
    ' | ', attribute, coalesce(lower(strand), ''), coalesce(basis, ''), coalesce(payer, ''),
    coalesce(if(unit = 'MW', 'GW', unit), '')
);
comment on macro contest_of is 'What two facts of one deal must share to be compared: attribute, strand, basis, payer and unit.';

-- ------------------------------------------------------------------------------------------------

create view current_versions as
select versions.version_id, versions.article_id, versions.seen_at
from versions left join articles using (article_id)
where confirmed and gone_at is null
qualify row_number() over (partition by versions.article_id order by versions.seen_at desc, versions.arrival desc) = 1;
comment on view current_versions is 'What each article says now: its last confirmed text, where the article still stands.';
comment on column current_versions.version_id is 'The version.';
comment on column current_versions.article_id is 'The article.';
comment on column current_versions.seen_at is 'When that text was fetched.';

create view deal_facts as
select
    deal_links.deal_id, deals.name as deal, fact_id, facts.version_id, facts.article_id,
    coalesce(story_members.story_id, facts.story_id) as story_id,
    attribute, strand, basis, payer, condition, modality, tense,
    value::double as value, low::double as low, high::double as high, unit, qualifier, date_start, date_end, status,
    reading_of(value, low, high, unit, date_start, date_end, status) as reading,
    contest_of(attribute, strand, basis, payer, unit) as contest,
    amount, quote, sentence, versions.outlet, versions.url, versions.title, versions.tier,
    reported_from as reported_at, reported_to, dated, recorded_at, facts.arrival,
    current_versions.version_id is not null as stands
from deal_links
join deals using (deal_id)
join facts using (version_id)
join versions using (version_id)
left join current_versions using (version_id)
left join story_members on story_members.version_id = facts.version_id and story_members.until is null
where deal_links.unlinked_at is null and versions.confirmed;
comment on view deal_facts is 'Every fact beside the deal that it is linked to now, with its source.';
comment on column deal_facts.deal_id is 'The deal.';
comment on column deal_facts.deal is 'Its name.';
comment on column deal_facts.fact_id is 'The fact.';
comment on column deal_facts.version_id is 'The version that says so.';
comment on column deal_facts.article_id is 'The article.';
comment on column deal_facts.story_id is 'The story that the version is in now.';
comment on column deal_facts.attribute is 'What it speaks of.';
comment on column deal_facts.strand is 'Of which part of the deal; null is the whole.';
comment on column deal_facts.basis is 'equity, enterprise, pre_money …; null where not said.';
comment on column deal_facts.payer is 'Who pays, where the text says.';
comment on column deal_facts.condition is 'On what it depends, where the text says.';
comment on column deal_facts.modality is 'planned, conditional, denied, reported; null where it is stated plainly.';
comment on column deal_facts.tense is '"previous" for a value given as superseded.';
comment on column deal_facts.value is 'The printed figure in major units.';
comment on column deal_facts.low is 'The printed lower end of a range.';
comment on column deal_facts.high is 'The printed upper end of a range.';
comment on column deal_facts.unit is 'Unit as printed.';
comment on column deal_facts.qualifier is 'The hedge: exact, about, at_least, up_to …';
comment on column deal_facts.date_start is 'First day that the words allow.';
comment on column deal_facts.date_end is 'Last day that the words allow.';
comment on column deal_facts.status is 'The rung of the ladder.';
comment on column deal_facts.reading is 'Figure, days or status as text that can be compared, without the hedge; power in GW.';
comment on column deal_facts.contest is 'Facts of one deal with the same contest can be compared.';
comment on column deal_facts.amount is 'The words of the bare figure.';
comment on column deal_facts.quote is 'The words it was read from.';
comment on column deal_facts.sentence is 'The sentence around the quote.';
comment on column deal_facts.outlet is 'Who printed it.';
comment on column deal_facts.url is 'Where.';
comment on column deal_facts.title is 'Under which headline.';
comment on column deal_facts.tier is 'How near the outlet stands to deals.';
comment on column deal_facts.reported_at is 'What the source claims, the earliest time that it allows.';
comment on column deal_facts.reported_to is 'What the source claims, the latest time that it allows.';
comment on column deal_facts.dated is 'Whether the source gave that time itself.';
comment on column deal_facts.recorded_at is 'When we knew.';
comment on column deal_facts.arrival is 'Place in the order of arrival.';
comment on column deal_facts.stands is 'Whether the article still says so: false after an edit, or when it is gone.';

create view change_deals as
with candidates as (
    select changes.change_id, one.deal_id
    from changes
    join facts as former on former.fact_id = changes.from_fact
    join deal_links as one on one.version_id = former.version_id and one.unlinked_at is null
    left join facts as latter on latter.fact_id = changes.to_fact
    left join deal_links as other
        on other.version_id = latter.version_id and other.deal_id = one.deal_id and other.unlinked_at is null
    where changes.to_fact is null or other.deal_id is not null
)
select
    changes.change_id,
    coalesce(
        max(candidates.deal_id) filter (candidates.deal_id = changes.deal_id), min(candidates.deal_id), changes.deal_id
    ) as deal_id
from changes left join candidates using (change_id)
group by changes.change_id, changes.deal_id;
comment on view change_deals is 'Where each change belongs now: the deal that both its facts are linked to, else the one it was found in.';
comment on column change_deals.change_id is 'The change.';
comment on column change_deals.deal_id is 'The deal.';

create view changes_readable as
select
    changes.change_id, change_deals.deal_id, deals.name as deal, changes.attribute, changes.strand, changes.kind,
    changes.relation, changes.severity, changes.alert,
    former.status as from_status, former.qualifier as from_qualifier,
    reading_of(
        former.value, former.low, former.high, former.unit, former.date_start, former.date_end, former.status
    ) as from_reading,
    former.quote as from_quote, old.outlet as from_outlet, old.url as from_url, former.reported_from as from_reported_at,
    latter.status as to_status, latter.qualifier as to_qualifier,
    reading_of(
        latter.value, latter.low, latter.high, latter.unit, latter.date_start, latter.date_end, latter.status
    ) as to_reading,
    latter.quote as to_quote, new.outlet as to_outlet, new.url as to_url, latter.reported_from as to_reported_at,
    changes.rule, changes.explanation, changes.detected_at
from changes
join change_deals using (change_id)
left join deals on deals.deal_id = change_deals.deal_id
left join facts as former on former.fact_id = changes.from_fact
left join versions as old on old.version_id = former.version_id
left join facts as latter on latter.fact_id = changes.to_fact
left join versions as new on new.version_id = latter.version_id
order by changes.detected_at, changes.place;
comment on view changes_readable is 'What changed, from which words to which, and why we say so.';
comment on column changes_readable.change_id is 'The change; `dealdrift why` takes it.';
comment on column changes_readable.deal_id is 'The deal that it belongs to now.';
comment on column changes_readable.deal is 'Its name.';
comment on column changes_readable.attribute is 'What changed.';
comment on column changes_readable.strand is 'Of which part of the deal; null is the whole.';
comment on column changes_readable.kind is 'revised, conflict, slipped, status_changed, edited …';
comment on column changes_readable.relation is 'How the two readings relate.';
comment on column changes_readable.severity is 'info, low, medium, high.';
comment on column changes_readable.alert is 'Whether that alerts.';
comment on column changes_readable.from_status is 'The earlier status, of changes of status.';
comment on column changes_readable.from_qualifier is 'The earlier hedge.';
comment on column changes_readable.from_reading is 'The earlier reading, without its hedge.';
comment on column changes_readable.from_quote is 'The words that it was read from.';
comment on column changes_readable.from_outlet is 'Who printed them.';
comment on column changes_readable.from_url is 'Where.';
comment on column changes_readable.from_reported_at is 'When, as the source claims.';
comment on column changes_readable.to_status is 'The later status, of changes of status.';
comment on column changes_readable.to_qualifier is 'The later hedge.';
comment on column changes_readable.to_reading is 'The later reading; null where the change is a silence or a removal.';
comment on column changes_readable.to_quote is 'The words that it was read from.';
comment on column changes_readable.to_outlet is 'Who printed them.';
comment on column changes_readable.to_url is 'Where.';
comment on column changes_readable.to_reported_at is 'When, as the source claims.';
comment on column changes_readable.rule is 'Name of the rule that decided.';
comment on column changes_readable.explanation is 'One or two sentences for a person.';
comment on column changes_readable.detected_at is 'When it was found.';

create view revised_readings as
with told as (
    select change_id, former.deal_id, former.contest, former.reading, latter.article_id, latter.arrival, latter.reported_from,
        contest_of(latter.attribute, latter.strand, latter.basis, latter.payer, latter.unit) as new_contest,
        reading_of(
            latter.value, latter.low, latter.high, latter.unit, latter.date_start, latter.date_end, latter.status
        ) as new_reading
    from changes
    join deal_facts as former on former.fact_id = changes.from_fact
    join facts as latter on latter.fact_id = changes.to_fact
    where changes.kind in ('revised', 'slipped', 'pulled_forward', 'status_changed')
        or (changes.kind = 'refined' and changes.relation = 'refines')
),
held as (
    select told.*, now.deal_id as new_deal_id
    from told
    join (
        select distinct article_id, contest, reading, deal_facts.deal_id, coalesce(replaces, '') as replaces
        from deal_facts join deals using (deal_id)
        where stands
    ) as now on now.article_id = told.article_id and now.contest = told.new_contest and now.reading = told.new_reading
        and (now.deal_id = told.deal_id or now.replaces = told.deal_id)
),
steps as (
    select deal_id, contest, reading, new_reading, new_deal_id, arrival, reported_from, change_id, false as holds from held
    union all
    select new_deal_id, new_contest, new_reading, null, null, arrival, reported_from, change_id, true from held
    union all -- a step on the ladder leaves every rung behind that was last reported before it
    select rungs.deal_id, rungs.contest, rungs.reading, new_reading, new_deal_id, arrival, reported_from, change_id, false
    from held join (
        select deal_id, contest, reading, max(reported_to) as last_reported
        from deal_facts where attribute = 'status' group by all
    ) as rungs on rungs.deal_id = held.deal_id and rungs.contest = held.contest
        and rungs.reading not in (held.reading, new_reading) and last_reported < reported_from
)
select deal_id, contest, reading, new_reading, new_deal_id, reported_from as revised_at, change_id
from steps
qualify row_number() over (
    partition by deal_id, contest, reading order by arrival desc, holds desc, new_deal_id = deal_id desc, change_id
) = 1 and not holds;
comment on view revised_readings is 'Readings that the world moved on from: the last revision that touches them leads away from them, and its article stands by it.';
comment on column revised_readings.deal_id is 'The deal.';
comment on column revised_readings.contest is 'What they speak of, with strand, basis, payer and unit.';
comment on column revised_readings.reading is 'The old reading.';
comment on column revised_readings.new_reading is 'The reading in its place.';
comment on column revised_readings.new_deal_id is 'The deal that has it: the same, or one that took its place.';
comment on column revised_readings.revised_at is 'When the new one was reported.';
comment on column revised_readings.change_id is 'The change that says so.';

create view open_conflicts as
select
    changes.change_id, one.deal_id, one.deal, one.attribute, one.strand, one.contest, changes.severity,
    one.reading as one_reading, one.qualifier as one_qualifier, one.quote as one_quote, one.outlet as one_outlet,
    one.url as one_url, one.reported_at as one_reported_at,
    other.reading as other_reading, other.qualifier as other_qualifier, other.quote as other_quote,
    other.outlet as other_outlet, other.url as other_url, other.reported_at as other_reported_at,
    changes.explanation, changes.detected_at
from changes
join deal_facts as one on one.fact_id = changes.from_fact
join deal_facts as other on other.fact_id = changes.to_fact and other.deal_id = one.deal_id
where changes.kind = 'conflict' and one.stands and other.stands
    and (one.deal_id, one.contest, one.reading) not in (select (deal_id, contest, reading) from revised_readings)
    and (other.deal_id, other.contest, other.reading) not in (select (deal_id, contest, reading) from revised_readings)
order by changes.detected_at desc, changes.change_id;
comment on view open_conflicts is 'Sources that contradict each other, where both still say so and no revision has settled it.';
comment on column open_conflicts.change_id is 'The change that told it.';
comment on column open_conflicts.deal_id is 'The deal.';
comment on column open_conflicts.deal is 'Its name.';
comment on column open_conflicts.attribute is 'What they speak of.';
comment on column open_conflicts.strand is 'Of which part of the deal; null is the whole.';
comment on column open_conflicts.contest is 'What they speak of, with strand, basis, payer and unit.';
comment on column open_conflicts.severity is 'info, low, medium, high.';
comment on column open_conflicts.one_reading is 'What the source that was known first says.';
comment on column open_conflicts.one_qualifier is 'Its hedge.';
comment on column open_conflicts.one_quote is 'Its words.';
comment on column open_conflicts.one_outlet is 'Who says so.';
comment on column open_conflicts.one_url is 'Where.';
comment on column open_conflicts.one_reported_at is 'When, as the source claims.';
comment on column open_conflicts.other_reading is 'What the other source says.';
comment on column open_conflicts.other_qualifier is 'Its hedge.';
comment on column open_conflicts.other_quote is 'Its words.';
comment on column open_conflicts.other_outlet is 'Who says so.';
comment on column open_conflicts.other_url is 'Where.';
comment on column open_conflicts.other_reported_at is 'When, as the source claims.';
comment on column open_conflicts.explanation is 'One or two sentences for a person.';
comment on column open_conflicts.detected_at is 'When it was found.';

create view deal_facts_now as
with readings as (
    select
        deal_id, any_value(deal) as deal, contest, reading,
        count(distinct story_id) as stories, count(distinct article_id) as articles,
        min(tier_rank(tier)) as nearest, max(reported_to) as latest,
        arg_min(deal_facts, (tier_rank(tier), -epoch_us(reported_to), -arrival, fact_id)) as fact
    from deal_facts
    where stands and tense is null and modality is distinct from 'denied' and reading <> '..'
    group by deal_id, contest, reading
),
revisions as (
    select deal_id, contest, reading, new_reading from revised_readings where new_deal_id = deal_id
),
heirs as (
    select distinct deal_id, contest, new_reading as reading, min(nearest) over (partition by deal_id, contest) as inherited
    from revisions join readings using (deal_id, contest, reading)
),
judged as (
    select readings.* replace (least(nearest, inherited) as nearest), revisions.reading is not null as revised
    from readings
    left join revisions using (deal_id, contest, reading)
    left join heirs using (deal_id, contest, reading)
),
ranked as (
    select judged.*,
        row_number() over best as place,
        count(*) over (partition by deal_id, contest) - 1 as others,
        lead((revised, nearest, stories)) over best as second
    from judged
    window best as (partition by deal_id, contest order by revised, nearest, stories desc, latest desc, reading)
)
select
    deal_id, deal, fact.attribute as attribute, fact.strand as strand, fact.basis as basis, fact.payer as payer,
    fact.value as value, fact.low as low, fact.high as high, fact.unit as unit, fact.qualifier as qualifier,
    fact.date_start as date_start, fact.date_end as date_end, fact.status as status, ranked.reading, ranked.contest,
    stories, articles, others as other_readings,
    (
        select count(*) from open_conflicts
        where open_conflicts.deal_id = ranked.deal_id and open_conflicts.contest = ranked.contest
    ) as conflicts,
    case
        when second is null then 'the only reading'
        when revised <> second[1] then 'the others were revised'
        when nearest <> second[2] then 'the nearest source'
        when stories <> second[3] then 'the most independent stories'
        else 'the latest report'
    end as rule,
    fact.quote as quote, fact.outlet as outlet, fact.url as url, fact.tier as tier, fact.reported_at as reported_at,
    fact.fact_id as fact_id
from ranked where place = 1
order by deal, attribute, strand nulls first, contest;
comment on view deal_facts_now is 'The best reading of each attribute of each deal. Of what articles still say: first readings that no revision led away from, then the nearest tier (a reading that took the place of others is as near as the nearest), then the most independent stories, then the latest report. A view, never a merged cell.';
comment on column deal_facts_now.deal_id is 'The deal.';
comment on column deal_facts_now.deal is 'Its name.';
comment on column deal_facts_now.attribute is 'What it speaks of.';
comment on column deal_facts_now.strand is 'Of which part of the deal; null is the whole.';
comment on column deal_facts_now.basis is 'equity, enterprise, pre_money …; null where not said.';
comment on column deal_facts_now.payer is 'Who pays, where the text says.';
comment on column deal_facts_now.value is 'The printed figure in major units.';
comment on column deal_facts_now.low is 'The printed lower end of a range.';
comment on column deal_facts_now.high is 'The printed upper end of a range.';
comment on column deal_facts_now.unit is 'Unit as printed.';
comment on column deal_facts_now.qualifier is 'The hedge of the source shown.';
comment on column deal_facts_now.date_start is 'First day that the words allow.';
comment on column deal_facts_now.date_end is 'Last day that the words allow.';
comment on column deal_facts_now.status is 'The rung of the ladder.';
comment on column deal_facts_now.reading is 'The same as text that can be compared, without the hedge.';
comment on column deal_facts_now.contest is 'What it speaks of, with strand, basis, payer and unit.';
comment on column deal_facts_now.stories is 'Independent stories that say so: copies count once.';
comment on column deal_facts_now.articles is 'Articles that say so, copies included.';
comment on column deal_facts_now.other_readings is 'Other readings that articles print now.';
comment on column deal_facts_now.conflicts is 'Open conflicts about it.';
comment on column deal_facts_now.rule is 'What decided against the second best.';
comment on column deal_facts_now.quote is 'The words of the source shown.';
comment on column deal_facts_now.outlet is 'The nearest, then latest, outlet that says so.';
comment on column deal_facts_now.url is 'Where.';
comment on column deal_facts_now.tier is 'How near it stands to deals.';
comment on column deal_facts_now.reported_at is 'When, as the source claims.';
comment on column deal_facts_now.fact_id is 'The fact shown.';

create view deals_now as
select
    deals.deal_id, deals.name, deals.kind,
    (
        select list(deal_parties.name || ' (' || role || ')' order by place)
        from deal_parties where deal_parties.deal_id = deals.deal_id
    ) as parties,
    status.status, status.quote as status_quote,
    count(distinct deal_links.version_id) as versions,
    count(distinct versions.article_id) as articles,
    count(distinct coalesce(story_members.story_id, deal_links.version_id)) as stories,
    (select count(*) from open_conflicts where open_conflicts.deal_id = deals.deal_id) as conflicts,
    deals.first_reported_from as first_reported_at, deals.last_reported_to as last_reported_at, deals.replaces
from deals
left join deal_links on deal_links.deal_id = deals.deal_id and unlinked_at is null
left join versions using (version_id)
left join story_members on story_members.version_id = deal_links.version_id and until is null
left join (
    select deal_id, any_value(status order by reported_at desc) as status, any_value(quote order by reported_at desc) as quote
    from deal_facts_now where attribute = 'status' and strand is null
    group by deal_id
) as status on status.deal_id = deals.deal_id
group by all
order by last_reported_at desc, deals.deal_id;
comment on view deals_now is 'One row a deal: who, where it stands, and how much is known of it.';
comment on column deals_now.deal_id is 'The deal_key of the command line.';
comment on column deals_now.name is 'For people.';
comment on column deals_now.kind is 'acquisition, investment, partnership, supply, financing, joint_venture, build_out.';
comment on column deals_now.parties is 'The companies, each with its role.';
comment on column deals_now.status is 'The rung of the ladder that deal_facts_now gives.';
comment on column deals_now.status_quote is 'The words that it was read from.';
comment on column deals_now.versions is 'Texts that speak of it.';
comment on column deals_now.articles is 'Articles that speak of it.';
comment on column deals_now.stories is 'Independent stories that speak of it.';
comment on column deals_now.conflicts is 'Open conflicts.';
comment on column deals_now.first_reported_at is 'The first report, as its source claims.';
comment on column deals_now.last_reported_at is 'The last report, as its source claims.';
comment on column deals_now.replaces is 'The deal that this one took the place of.';

create view fact_timeline as
select
    deal_id, deal, attribute, strand, reported_at, outlet, tier, reading, qualifier, tense, modality, quote, sentence, url,
    stands, story_id, recorded_at, contest, fact_id
from deal_facts
order by deal, attribute, strand nulls first, reported_at, arrival, fact_id;
comment on view fact_timeline is 'What each source said of each attribute, in the order in which it was reported.';
comment on column fact_timeline.deal_id is 'The deal.';
comment on column fact_timeline.deal is 'Its name.';
comment on column fact_timeline.attribute is 'What it speaks of.';
comment on column fact_timeline.strand is 'Of which part of the deal; null is the whole.';
comment on column fact_timeline.reported_at is 'When, as the source claims.';
comment on column fact_timeline.outlet is 'Who printed it.';
comment on column fact_timeline.tier is 'How near the outlet stands to deals.';
comment on column fact_timeline.reading is 'What it says, without the hedge.';
comment on column fact_timeline.qualifier is 'The hedge.';
comment on column fact_timeline.tense is '"previous" for a value given as superseded.';
comment on column fact_timeline.modality is 'planned, conditional, denied, reported; null where it is stated plainly.';
comment on column fact_timeline.quote is 'The words it was read from.';
comment on column fact_timeline.sentence is 'The sentence around them.';
comment on column fact_timeline.url is 'Where.';
comment on column fact_timeline.stands is 'Whether the article still says so.';
comment on column fact_timeline.story_id is 'The story: copies share one.';
comment on column fact_timeline.recorded_at is 'When we knew.';
comment on column fact_timeline.contest is 'Facts of one deal with the same contest can be compared.';
comment on column fact_timeline.fact_id is 'The fact.';

create view article_edits as
with pairs as (
    select article_id, version_id as new_version, outlet, url, title, notice, seen_at as new_seen_at, source,
        lag(version_id) over past as old_version, lag(seen_at) over past as old_seen_at, lag(source) over past as old_source
    from versions where confirmed
    window past as (partition by article_id order by seen_at, arrival)
),
edits as (
    select pairs.* from pairs
    join reports as old on old.version_id = old_version
    join reports as new on new.version_id = new_version
        and (new.extractor, new.extractor_version) = (old.extractor, old.extractor_version)
    where pairs.source = old_source
),
said as (
    select version_id, attribute, strand, tense, qualifier, quote, sentence, quote_start,
        reading_of(value, low, high, unit, date_start, date_end, status) as reading,
        contest_of(attribute, strand, basis, payer, unit) as contest
    from facts
),
removed as (
    select new_version, said.*, row_number() over (partition by new_version, contest order by quote_start) as place
    from edits join said on said.version_id = old_version
    where not exists (
        from said as kept where kept.version_id = new_version and kept.contest = said.contest
            and kept.reading = said.reading and kept.qualifier is not distinct from said.qualifier
    )
),
added as (
    select new_version, said.*, row_number() over (partition by new_version, contest order by quote_start) as place
    from edits join said on said.version_id = new_version
    where not exists (
        from said as known where known.version_id = old_version and known.contest = said.contest
            and known.reading = said.reading and known.qualifier is not distinct from said.qualifier
    )
)
select
    edits.article_id, outlet, url, title,
    coalesce(added.attribute, removed.attribute) as attribute, coalesce(added.strand, removed.strand) as strand,
    removed.reading as old_reading, removed.qualifier as old_qualifier, removed.quote as old_quote,
    removed.sentence as old_sentence, added.reading as new_reading, added.qualifier as new_qualifier, added.quote as new_quote, added.sentence as new_sentence,
    notice, notice is null as silent, old_seen_at, new_seen_at
from removed full join added using (new_version, contest, place)
join edits on edits.new_version = coalesce(added.new_version, removed.new_version)
order by new_seen_at desc, edits.article_id, attribute, coalesce(added.quote_start, removed.quote_start);
comment on view article_edits is 'What an article says otherwise than before: old words, new words, and whether it admits it. Texts read by different extractors are not compared.';
comment on column article_edits.article_id is 'The article.';
comment on column article_edits.outlet is 'Whose it is.';
comment on column article_edits.url is 'Where.';
comment on column article_edits.title is 'Its headline now.';
comment on column article_edits.attribute is 'What the words speak of.';
comment on column article_edits.strand is 'Of which part of the deal; null is the whole.';
comment on column article_edits.old_reading is 'What it said; null where it said nothing.';
comment on column article_edits.old_qualifier is 'With which hedge.';
comment on column article_edits.old_quote is 'In which words.';
comment on column article_edits.old_sentence is 'In which sentence.';
comment on column article_edits.new_reading is 'What it says now; null where it says nothing any more.';
comment on column article_edits.new_qualifier is 'With which hedge.';
comment on column article_edits.new_quote is 'In which words.';
comment on column article_edits.new_sentence is 'In which sentence.';
comment on column article_edits.notice is 'The sentence that admits a correction or an update.';
comment on column article_edits.silent is 'True where there is no such sentence.';
comment on column article_edits.old_seen_at is 'When the old text was fetched.';
comment on column article_edits.new_seen_at is 'When the new text was fetched first.';

create view stale_copies as
select
    deal_facts.deal_id, deal, attribute, strand, outlet, url, title, deal_facts.reading as printed_reading,
    qualifier as printed_qualifier, quote as printed_quote, new_reading, revised_at, reported_at,
    reported_at > revised_at as printed_after, change_id, article_id
from deal_facts join revised_readings using (deal_id, contest, reading)
where stands and tense is null
order by deal, attribute, printed_after desc, outlet, url;
comment on view stale_copies is 'Who still prints a reading that the world moved on from.';
comment on column stale_copies.deal_id is 'The deal.';
comment on column stale_copies.deal is 'Its name.';
comment on column stale_copies.attribute is 'What it speaks of.';
comment on column stale_copies.strand is 'Of which part of the deal; null is the whole.';
comment on column stale_copies.outlet is 'Who prints it.';
comment on column stale_copies.url is 'Where.';
comment on column stale_copies.title is 'Under which headline.';
comment on column stale_copies.printed_reading is 'The old reading that it prints.';
comment on column stale_copies.printed_qualifier is 'With which hedge.';
comment on column stale_copies.printed_quote is 'In which words.';
comment on column stale_copies.new_reading is 'The reading in its place.';
comment on column stale_copies.revised_at is 'When the new one was reported.';
comment on column stale_copies.reported_at is 'When this article reported, as it claims.';
comment on column stale_copies.printed_after is 'Whether it was published after the revision: a mistake, not only an old article.';
comment on column stale_copies.change_id is 'The change that says so.';
comment on column stale_copies.article_id is 'The article.';

create view deadlines as
select
    deal_id, deal, attribute, strand, date_start, date_end, date_end - current_date as days_left,
    case when date_end < current_date then 'past' when date_start <= current_date then 'running' else 'ahead' end as state,
    exists (
        from changes join facts on facts.fact_id = changes.from_fact
        where changes.kind = 'lapsed'
            and contest_of(facts.attribute, facts.strand, facts.basis, facts.payer, facts.unit) = deal_facts_now.contest
            and facts.date_end = deal_facts_now.date_end
            and facts.version_id in (
                from deal_links select version_id
                where deal_links.deal_id = deal_facts_now.deal_id and unlinked_at is null
            )
    ) as lapsed,
    stories, quote, outlet, url, reported_at, fact_id
from deal_facts_now
where unit = 'date' and attribute <> 'announce_date' and date_end is not null
order by date_end, deal, attribute;
comment on view deadlines is 'Days that were promised, by the best reading of each, ahead and past.';
comment on column deadlines.deal_id is 'The deal.';
comment on column deadlines.deal is 'Its name.';
comment on column deadlines.attribute is 'What is to happen.';
comment on column deadlines.strand is 'To which part of the deal; null is the whole.';
comment on column deadlines.date_start is 'First day promised.';
comment on column deadlines.date_end is 'Last day promised.';
comment on column deadlines.days_left is 'Days from today to the last day; negative when it is past.';
comment on column deadlines.state is 'ahead, running (between first and last day), past.';
comment on column deadlines.lapsed is 'Whether it passed in silence, and that was told.';
comment on column deadlines.stories is 'Independent stories that say so.';
comment on column deadlines.quote is 'The words of the source shown.';
comment on column deadlines.outlet is 'Who says so.';
comment on column deadlines.url is 'Where.';
comment on column deadlines.reported_at is 'When, as the source claims.';
comment on column deadlines.fact_id is 'The fact.';

create macro facts_as_of(ts) as table
select
    deal_links.deal_id, deals.name as deal, facts.attribute, facts.strand, facts.tense,
    reading_of(facts.value, facts.low, facts.high, facts.unit, facts.date_start, facts.date_end, facts.status) as reading,
    facts.qualifier, facts.quote, shown.outlet, shown.url, facts.reported_from as reported_at, facts.recorded_at, facts.fact_id
from facts
join (
    select version_id, outlet, url from versions
    where confirmed and seen_at <= ts
    qualify row_number() over (partition by article_id order by seen_at desc, versions.arrival desc) = 1
) as shown using (version_id)
join deal_links using (version_id)
join deals using (deal_id)
where facts.recorded_at <= ts and linked_at <= ts and (unlinked_at is null or unlinked_at > ts)
order by deal, facts.attribute, facts.strand nulls first, reported_at, facts.arrival;
comment on macro table facts_as_of is 'What each source said, as we knew it then: `from facts_as_of(timestamptz ''2025-10-01 00:00:00+00'')`.';
