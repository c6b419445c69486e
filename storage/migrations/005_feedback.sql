-- What users say: of links between articles and deals, and of changes. And what a later reading of known texts takes over.

create table deal_words (
    word_id varchar primary key,
    word varchar not null,
    deal_id varchar not null,
    other_id varchar,
    articles varchar[] not null,
    others varchar[] not null,
    name varchar,
    note varchar,
    said_at timestamptz not null,
    place bigint not null
);
comment on table deal_words is 'What a person said of deals and their articles. Append-only: a later word undoes an earlier one.';
comment on column deal_words.word_id is 'Stable id of the word and its time.';
comment on column deal_words.word is 'merge: all articles of the deal belong to the other one. split: some articles are of a deal of their own. name: the deal is called so.';
comment on column deal_words.deal_id is 'The deal that ends, that articles leave, or that is named.';
comment on column deal_words.other_id is 'The deal that has the articles from then on; null for a name.';
comment on column deal_words.articles is 'The articles that moved. They belong together, whatever the rules of linking say.';
comment on column deal_words.others is 'The articles that stayed: of a merge they belong to those that moved, of a split they do not.';
comment on column deal_words.name is 'The name; empty: the one that the parties give.';
comment on column deal_words.note is 'Why, in the person''s words.';
comment on column deal_words.said_at is 'When.';
comment on column deal_words.place is 'Place in the order in which words were said.';

create table change_verdicts (
    verdict_id varchar primary key,
    change_id varchar not null,
    verdict varchar not null,
    note varchar,
    said_at timestamptz not null,
    place bigint not null
);
comment on table change_verdicts is 'What a person said of changes. Append-only: the last verdict on a change counts.';
comment on column change_verdicts.verdict_id is 'Stable id of change and time.';
comment on column change_verdicts.change_id is 'The change.';
comment on column change_verdicts.verdict is 'dismissed: no change; its two values stay silent in its deal. confirmed: rightly told.';
comment on column change_verdicts.note is 'Why, in the person''s words.';
comment on column change_verdicts.said_at is 'When.';
comment on column change_verdicts.place is 'Place in the order in which verdicts were given.';

create table fact_terms (
    fact_id varchar primary key,
    taken_at timestamptz,
    dropped_at timestamptz
);
comment on table fact_terms is 'Facts that a later reading of a known text took up or dropped. The other facts hold since they were recorded.';
comment on column fact_terms.fact_id is 'The fact.';
comment on column fact_terms.taken_at is 'When a later reading brought it; null: it is of the first reading.';
comment on column fact_terms.dropped_at is 'When a later reading did not find it; null: it holds.';

create table rereadings (
    finding_id varchar primary key,
    version_id varchar not null,
    article_id varchar not null,
    finding varchar not null,
    attribute varchar not null,
    old_fact varchar,
    old_says varchar,
    old_quote varchar,
    new_says varchar,
    new_quote varchar,
    extractor varchar not null,
    extractor_version varchar not null,
    found_at timestamptz not null,
    accepted_at timestamptz
);
comment on table rereadings is 'Where the present extractor reads a known text otherwise than it was read: for review, and never told as a change.';
comment on column rereadings.finding_id is 'Stable id of the version and of both readings.';
comment on column rereadings.version_id is 'The version that was read again.';
comment on column rereadings.article_id is 'Its article.';
comment on column rereadings.finding is 'added, gone or differs.';
comment on column rereadings.attribute is 'The attribute; report where the text as a whole is read otherwise: its kind or its parties.';
comment on column rereadings.old_fact is 'The fact that stood; null where it was added.';
comment on column rereadings.old_says is 'What was read, with strand, basis and hedge.';
comment on column rereadings.old_quote is 'From which words.';
comment on column rereadings.new_says is 'What is read now.';
comment on column rereadings.new_quote is 'From which words.';
comment on column rereadings.extractor is 'What reads it so.';
comment on column rereadings.extractor_version is 'The version of what reads it so.';
comment on column rereadings.found_at is 'When the difference was found first.';
comment on column rereadings.accepted_at is 'When the new reading was taken over; null: it waits for review.';

alter table deliveries add column digest varchar;
comment on column deliveries.digest is 'The delivery that tells it together with others of its pass; null: it goes out by itself.';

-- ------------------------------------------------------------------------------------------------

create view dropped_facts as select fact_id from fact_terms where dropped_at is not null;
comment on view dropped_facts is 'Facts that a later reading of their text did not find: they hold no more.';
comment on column dropped_facts.fact_id is 'The fact.';

create view last_readings as
select version_id, extractor, extractor_version from reports
qualify row_number() over (partition by version_id order by read_at desc, extractor_version desc) = 1;
comment on view last_readings is 'What each text was read by last.';
comment on column last_readings.version_id is 'The version.';
comment on column last_readings.extractor is 'What read it.';
comment on column last_readings.extractor_version is 'The version of what read it.';

create view verdicts_now as
select change_id, verdict, note, said_at from change_verdicts
qualify row_number() over (partition by change_id order by said_at desc, place desc) = 1;
comment on view verdicts_now is 'The last word of a person on each change that was judged.';
comment on column verdicts_now.change_id is 'The change.';
comment on column verdicts_now.verdict is 'dismissed or confirmed.';
comment on column verdicts_now.note is 'Why, in the person''s words.';
comment on column verdicts_now.said_at is 'When.';

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
where deal_links.unlinked_at is null and versions.confirmed and fact_id not in (from dropped_facts);
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
    where changes.rule <> 'another transaction in its place'
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
comment on view change_deals is 'Where each change belongs now: the deal that both its facts are linked to, else the one it was found in. None where its facts are of two deals now.';
comment on column change_deals.change_id is 'The change.';
comment on column change_deals.deal_id is 'The deal.';

create or replace view changes_readable as
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
    changes.rule, changes.explanation, changes.detected_at, verdicts_now.verdict, verdicts_now.note
from changes
join change_deals using (change_id)
left join verdicts_now using (change_id)
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
comment on column changes_readable.verdict is 'What a person said of it: dismissed, confirmed; null: nobody judged it.';
comment on column changes_readable.note is 'Why, in the person''s words.';

create or replace view open_conflicts as
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
where changes.kind = 'conflict' and one.stands and other.stands and changes.rule <> 'dismissed before'
    and changes.change_id not in (select verdicts_now.change_id from verdicts_now where verdict = 'dismissed')
    and (one.deal_id, one.contest, one.reading) not in (select (deal_id, contest, reading) from revised_readings)
    and (other.deal_id, other.contest, other.reading) not in (select (deal_id, contest, reading) from revised_readings)
order by changes.detected_at desc, changes.change_id;
comment on view open_conflicts is 'Sources that contradict each other, where both still say so and no revision and no person has settled it.';
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

create or replace view deals_now as
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
where deal_links.version_id is not null
    or deals.deal_id not in (select past.deal_id from deal_links as past) -- one that was merged into another is gone
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

create or replace view article_edits as
with pairs as (
    select article_id, version_id as new_version, outlet, url, title, notice, seen_at as new_seen_at, source,
        lag(version_id) over past as old_version, lag(seen_at) over past as old_seen_at, lag(source) over past as old_source
    from versions where confirmed
    window past as (partition by article_id order by seen_at, arrival)
),
edits as (
    select pairs.* from pairs
    join last_readings as old on old.version_id = old_version
    join last_readings as new on new.version_id = new_version
        and (new.extractor, new.extractor_version) = (old.extractor, old.extractor_version)
    where pairs.source = old_source
),
said as (
    select version_id, attribute, strand, tense, qualifier, quote, sentence, quote_start,
        reading_of(value, low, high, unit, date_start, date_end, status) as reading,
        contest_of(attribute, strand, basis, payer, unit) as contest
    from facts where fact_id not in (from dropped_facts)
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

create or replace view readings_compared as
with ours as (
    select facts.version_id, second_readings.extractor as reader, attribute, strand, coalesce(tense, '') as past,
        contest_of(attribute, strand, basis, payer, unit) as contest,
        reading_of(value, low, high, unit, date_start, date_end, status) as reading, qualifier, quote
    from second_readings join facts using (version_id)
    where fact_id not in (from dropped_facts)
),
theirs as (
    select version_id, extractor as reader, attribute, strand, coalesce(tense, '') as past,
        contest_of(attribute, strand, basis, payer, unit) as contest,
        reading_of(value, low, high, unit, date_start, date_end, status) as reading, qualifier, quote
    from second_facts
)
select
    version_id, versions.outlet, versions.url, versions.title, reader,
    coalesce(ours.attribute, theirs.attribute) as attribute, coalesce(ours.strand, theirs.strand) as strand,
    nullif(past, '') as tense, reading,
    case when theirs.quote is null then 'rules' when ours.quote is null then 'reader' else 'both' end as found_by,
    ours.qualifier as rules_qualifier, theirs.qualifier as reader_qualifier,
    ours.quote as rules_quote, theirs.quote as reader_quote
from ours full join theirs using (version_id, reader, contest, reading, past)
join versions using (version_id)
order by versions.seen_at desc, version_id, reader, attribute, reading;
comment on view readings_compared is 'Where the rules and the second reader agree on a text, and what only one of them read in it.';
comment on column readings_compared.version_id is 'The version that both read.';
comment on column readings_compared.outlet is 'Who printed it.';
comment on column readings_compared.url is 'Where.';
comment on column readings_compared.title is 'Under which headline.';
comment on column readings_compared.reader is 'The second reader: reader: and the name of the model.';
comment on column readings_compared.attribute is 'What is spoken of.';
comment on column readings_compared.strand is 'Of which part of the deal; null is the whole.';
comment on column readings_compared.tense is '"previous" for a value given as superseded.';
comment on column readings_compared.reading is 'What was read, without its hedge.';
comment on column readings_compared.found_by is 'both, rules or reader.';
comment on column readings_compared.rules_qualifier is 'The hedge as the rules read it.';
comment on column readings_compared.reader_qualifier is 'The hedge as the second reader says and the text bears out.';
comment on column readings_compared.rules_quote is 'The words that the rules quote.';
comment on column readings_compared.reader_quote is 'The words that the second reader quotes.';

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
where coalesce(taken_at, facts.recorded_at) <= ts and (dropped_at is null or dropped_at > ts)
    and linked_at <= ts and (unlinked_at is null or unlinked_at > ts)
order by deal, facts.attribute, facts.strand nulls first, reported_at, facts.arrival;
comment on macro table facts_as_of is 'What each source said, as we knew it then: `from facts_as_of(timestamptz ''2025-10-01 00:00:00+00'')`.';

create macro changes_as_of(ts) as table
with links as (
    select deal_links.version_id, deal_links.deal_id from deal_links
    where linked_at <= ts and (unlinked_at is null or unlinked_at > ts)
),
judged as (
    select change_id, verdict, note from change_verdicts where said_at <= ts
    qualify row_number() over (partition by change_id order by said_at desc, place desc) = 1
),
sides as (
    select changes.change_id, one.deal_id as from_deal, other.deal_id as to_deal
    from changes
    join facts as former on former.fact_id = changes.from_fact
    left join facts as latter on latter.fact_id = changes.to_fact
    left join links as one on one.version_id = former.version_id
    left join links as other on other.version_id = latter.version_id
),
placed as (
    select change_id, min(from_deal) filter (to_deal is null or from_deal = to_deal) as shared,
        bool_or(from_deal <> to_deal) as apart
    from sides group by change_id
)
select
    changes.change_id, coalesce(shared, changes.deal_id) as deal_id, deals.name as deal, changes.attribute,
    changes.strand, changes.kind, changes.severity, changes.alert, former.quote as from_quote, latter.quote as to_quote,
    changes.explanation, changes.detected_at, judged.verdict, judged.note
from changes
join placed using (change_id)
left join judged using (change_id)
left join facts as former on former.fact_id = changes.from_fact
left join facts as latter on latter.fact_id = changes.to_fact
left join deals on deals.deal_id = coalesce(shared, changes.deal_id)
where changes.detected_at <= ts
    and (shared is not null or not coalesce(apart, false) or changes.rule = 'another transaction in its place'
        or changes.kind in ('edited', 'corrected'))
order by changes.detected_at, changes.place;
comment on macro table changes_as_of is 'What had been found to have changed, as we knew it then, and what had been said of it.';
