-- What was edited in articles, by their words: every figure, date and status, whether or not a reading knows what it is of.

create table edits (
    edit_id varchar primary key,
    article_id varchar not null,
    old_version varchar not null,
    new_version varchar not null,
    old_fact varchar,
    new_fact varchar,
    place bigint not null
);
comment on table edits is 'One figure, date or status that an article prints otherwise than before. Append-only.';
comment on column edits.edit_id is 'Stable id of the two facts.';
comment on column edits.article_id is 'The article.';
comment on column edits.old_version is 'The text before.';
comment on column edits.new_version is 'The text after.';
comment on column edits.old_fact is 'The fact of the old words; null where there were none.';
comment on column edits.new_fact is 'The fact of the new words; null where there are none.';
comment on column edits.place is 'Place in the order in which edits were found.';
comment on column facts.extractor is 'What read it; "edits" where only the comparison of two texts of an article found it.';

create or replace view article_edits as
select
    edits.article_id, new.outlet, new.url, new.title,
    coalesce(former.attribute, latter.attribute) as attribute, coalesce(former.strand, latter.strand) as strand,
    reading_of(
        former.value, former.low, former.high, former.unit, former.date_start, former.date_end, former.status
    ) as old_reading,
    former.qualifier as old_qualifier, former.quote as old_quote, former.sentence as old_sentence,
    reading_of(
        latter.value, latter.low, latter.high, latter.unit, latter.date_start, latter.date_end, latter.status
    ) as new_reading,
    latter.qualifier as new_qualifier, latter.quote as new_quote, latter.sentence as new_sentence,
    if(new.notice is distinct from old.notice, new.notice, null) as notice,
    new.notice is null or new.notice is not distinct from old.notice as silent,
    old.seen_at as old_seen_at, new.seen_at as new_seen_at
from edits
join versions as old on old.version_id = edits.old_version
join versions as new on new.version_id = edits.new_version
left join facts as former on former.fact_id = edits.old_fact
left join facts as latter on latter.fact_id = edits.new_fact
where not ((old_fact is null or new_fact is null) and coalesce(former.attribute, latter.attribute) = 'status')
order by new.seen_at desc, edits.article_id, edits.place;
comment on view article_edits is 'What an article says otherwise than before, word against word: old words, new words, and whether it admits it. Texts made by different extractors are not compared.';
comment on column article_edits.article_id is 'The article.';
comment on column article_edits.outlet is 'Whose it is.';
comment on column article_edits.url is 'Where.';
comment on column article_edits.title is 'Its headline now.';
comment on column article_edits.attribute is 'What the words speak of; other:figure or other:date where no reading knows.';
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

create or replace view deal_facts as
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
where deal_links.unlinked_at is null and versions.confirmed and fact_id not in (from dropped_facts)
    and facts.extractor <> 'edits';
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

create or replace view change_deals as
with candidates as (
    select changes.change_id, one.deal_id
    from changes
    join facts as former on former.fact_id = changes.from_fact
    join deal_links as one on one.version_id = former.version_id and one.unlinked_at is null
    left join facts as latter on latter.fact_id = changes.to_fact
    left join deal_links as other
        on other.version_id = latter.version_id and other.deal_id = one.deal_id and other.unlinked_at is null
    where changes.to_fact is null or other.deal_id is not null
),
parted as ( -- by a person's word, since both were of one deal when the change was found
    select changes.change_id
    from changes
    join facts as former on former.fact_id = changes.from_fact
    join deal_links as one on one.version_id = former.version_id and one.unlinked_at is null
    join facts as latter on latter.fact_id = changes.to_fact
    join deal_links as other on other.version_id = latter.version_id and other.unlinked_at is null
    where changes.rule <> 'another transaction in its place' and changes.kind not in ('edited', 'corrected')
    group by changes.change_id
    having not bool_or(one.deal_id = other.deal_id)
)
select
    changes.change_id,
    coalesce(
        max(candidates.deal_id) filter (candidates.deal_id = changes.deal_id), min(candidates.deal_id), changes.deal_id
    ) as deal_id
from changes left join candidates using (change_id)
where changes.change_id not in (from parted)
group by changes.change_id, changes.deal_id;
comment on view change_deals is 'Where each change belongs now: the deal that both its facts are linked to, else the one it was found in. None where its facts are of two deals now; but an edit is of one article.';
comment on column change_deals.change_id is 'The change.';
comment on column change_deals.deal_id is 'The deal.';

create or replace macro facts_as_of(ts) as table
select
    deal_links.deal_id, deals.name as deal, facts.attribute, facts.strand, facts.tense,
    reading_of(facts.value, facts.low, facts.high, facts.unit, facts.date_start, facts.date_end, facts.status) as reading,
    facts.qualifier, facts.quote, shown.outlet, shown.url, facts.reported_from as reported_at, facts.recorded_at, facts.fact_id
from facts
left join fact_terms using (fact_id)
join (
    select version_id, outlet, url from versions
    where confirmed and seen_at <= ts
    qualify row_number() over (partition by article_id order by seen_at desc, versions.arrival desc) = 1
) as shown using (version_id)
join deal_links using (version_id)
join deals using (deal_id)
where facts.extractor <> 'edits' and coalesce(taken_at, facts.recorded_at) <= ts and (dropped_at is null or dropped_at > ts)
    and linked_at <= ts and (unlinked_at is null or unlinked_at > ts)
order by deal, facts.attribute, facts.strand nulls first, reported_at, facts.arrival;
comment on macro table facts_as_of is 'What each source said, as we knew it then: `from facts_as_of(timestamptz ''2025-10-01 00:00:00+00'')`.';
