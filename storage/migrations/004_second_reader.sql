-- What the optional second reader read, beside the rules' facts and apart from them: compared, and never alerted on.

create table second_readings (
    version_id varchar not null,
    extractor varchar not null,
    extractor_version varchar not null,
    about_deal boolean not null,
    kind varchar,
    parties struct(name varchar, role varchar)[] not null,
    refused varchar[] not null,
    read_at timestamptz not null,
    primary key (version_id, extractor, extractor_version)
);
comment on table second_readings is 'One reading of one version by the second reader, a language model, as a whole.';
comment on column second_readings.version_id is 'The version that was read.';
comment on column second_readings.extractor is 'What read it: reader: and the name of the model.';
comment on column second_readings.extractor_version is 'The version of what the model is asked and how its answer is checked.';
comment on column second_readings.about_deal is 'Whether anything was kept of what it said of a deal.';
comment on column second_readings.kind is 'acquisition, investment, partnership, supply, financing, joint_venture, build_out; null where open.';
comment on column second_readings.parties is 'The companies in their roles, as the text names them.';
comment on column second_readings.refused is 'Why the rest of what it said, or all of it, was not kept: one reason for each thing.';
comment on column second_readings.read_at is 'When it was read.';

create table second_facts (
    fact_id varchar primary key,
    version_id varchar not null,
    attribute varchar not null,
    strand varchar,
    basis varchar,
    payer varchar,
    condition varchar,
    modality varchar,
    tense varchar,
    value decimal(38, 10),
    low decimal(38, 10),
    high decimal(38, 10),
    resolution decimal(38, 10),
    unit varchar,
    qualifier varchar,
    date_start date,
    date_end date,
    status varchar,
    amount varchar not null,
    quote varchar not null,
    quote_start integer not null,
    quote_end integer not null,
    sentence varchar not null,
    extractor varchar not null,
    extractor_version varchar not null
);
comment on table second_facts is 'What the second reader says of a version, where the text bears it out. No change or alert is made of it.';
comment on column second_facts.fact_id is 'Stable id of the claim and of who read it; never that of a fact of the rules.';
comment on column second_facts.version_id is 'The version that says so.';
comment on column second_facts.attribute is 'deal_value, capacity, close_date …, other:<name>, or status.';
comment on column second_facts.strand is 'The part of the deal, in words of the text; null is the whole.';
comment on column second_facts.basis is 'equity, enterprise, net_of_cash, including_debt, pre_money, post_money; null where not said.';
comment on column second_facts.payer is 'Who pays, where the text says.';
comment on column second_facts.condition is 'On what it depends, in words of the text.';
comment on column second_facts.modality is 'planned, conditional, denied, reported; null where it is stated plainly.';
comment on column second_facts.tense is '"previous" for a value given as superseded; null for a current one.';
comment on column second_facts.value is 'The printed figure in major units, as our own grammar reads it; null for a range, a date or a status.';
comment on column second_facts.low is 'The printed lower end of a range.';
comment on column second_facts.high is 'The printed upper end of a range.';
comment on column second_facts.resolution is 'The step of the last printed digit. Null for a date or a status.';
comment on column second_facts.unit is 'ISO 4217 code, GW, MW, percent, shares, USD/share, chips, years, date, or a count''s noun.';
comment on column second_facts.qualifier is 'exact, about, at_least, up_to, more_than, less_than, range, planned.';
comment on column second_facts.date_start is 'First day that the words allow; null: open, or not resolved.';
comment on column second_facts.date_end is 'Last day that the words allow; null: open, or not resolved.';
comment on column second_facts.status is 'The rung of the ladder, of facts with the attribute status.';
comment on column second_facts.amount is 'The words of the bare figure.';
comment on column second_facts.quote is 'The words it was read from, hedge included.';
comment on column second_facts.quote_start is 'Where the quote begins in the version''s text, in code points.';
comment on column second_facts.quote_end is 'Where the quote ends in the version''s text, in code points.';
comment on column second_facts.sentence is 'The sentence around the quote.';
comment on column second_facts.extractor is 'What read it: reader: and the name of the model.';
comment on column second_facts.extractor_version is 'The version of what the model is asked and how its answer is checked.';

create view readings_compared as
with ours as (
    select facts.version_id, second_readings.extractor as reader, attribute, strand, coalesce(tense, '') as past,
        contest_of(attribute, strand, basis, payer, unit) as contest,
        reading_of(value, low, high, unit, date_start, date_end, status) as reading, qualifier, quote
    from second_readings join facts using (version_id)
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
