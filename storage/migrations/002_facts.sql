-- What was read: reports, facts, deals, changes; and what is told of it.

create table reports (
    version_id varchar not null,
    extractor varchar not null,
    extractor_version varchar not null,
    about_deal boolean not null,
    kind varchar,
    read_at timestamptz not null,
    primary key (version_id, extractor, extractor_version)
);
comment on table reports is 'One reading of one version as a whole: whether it reports on a deal, and of what kind.';
comment on column reports.version_id is 'The version that was read.';
comment on column reports.extractor is 'What read it.';
comment on column reports.extractor_version is 'The version of what read it.';
comment on column reports.about_deal is 'Whether it reports on a deal at all.';
comment on column reports.kind is 'acquisition, investment, partnership, supply, financing, joint_venture, build_out; null where open.';
comment on column reports.read_at is 'When it was read.';

create table parties (
    version_id varchar not null,
    extractor varchar not null,
    extractor_version varchar not null,
    place integer not null,
    name varchar not null,
    role varchar not null,
    primary key (version_id, extractor, extractor_version, place)
);
comment on table parties is 'The companies of a report in their roles, as one reading found them.';
comment on column parties.version_id is 'The version that was read.';
comment on column parties.extractor is 'What read it.';
comment on column parties.extractor_version is 'The version of what read it.';
comment on column parties.place is 'Place in the list, from 0.';
comment on column parties.name is 'The company as the report names it.';
comment on column parties.role is 'acquirer, target, seller, investor, investee, partner, supplier, customer or lender.';

create table facts (
    fact_id varchar primary key,
    version_id varchar not null,
    article_id varchar not null,
    story_id varchar not null,
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
    reported_from timestamptz not null,
    reported_to timestamptz not null,
    dated boolean not null,
    recorded_at timestamptz not null,
    arrival bigint not null,
    extractor varchar not null,
    extractor_version varchar not null
);
comment on table facts is 'One version''s claim about one attribute of its deal. Append-only: a row is never changed or removed.';
comment on column facts.fact_id is 'Stable id of article, text, attribute, place and reading.';
comment on column facts.version_id is 'The version that says so.';
comment on column facts.article_id is 'The article of that version.';
comment on column facts.story_id is 'The story of that version when the fact was read; where it is now is in story_members.';
comment on column facts.attribute is 'deal_value, capacity, close_date …, other:<name>, or status.';
comment on column facts.strand is 'The part of the deal it speaks of: a bidder, tranche, phase, site, instrument; null is the whole.';
comment on column facts.basis is 'equity, enterprise, net_of_cash, including_debt, pre_money, post_money; null where not said.';
comment on column facts.payer is 'Who pays, where the text says.';
comment on column facts.condition is 'On what it depends, where the text says.';
comment on column facts.modality is 'planned, conditional, denied, reported; null where it is stated plainly.';
comment on column facts.tense is '"previous" for a value given as superseded; null for a current one.';
comment on column facts.value is 'The printed figure in major units; null for a range, a date or a status.';
comment on column facts.low is 'The printed lower end of a range.';
comment on column facts.high is 'The printed upper end of a range.';
comment on column facts.resolution is 'The step of the last printed digit: 1e9 for "$69 billion". Null for a date or a status.';
comment on column facts.unit is 'ISO 4217 code, GW, MW, percent, shares, USD/share, chips, years, date, or a count''s noun.';
comment on column facts.qualifier is 'exact, about, at_least, up_to, more_than, less_than, range, planned.';
comment on column facts.date_start is 'First day that the words allow; null: open, or not resolved.';
comment on column facts.date_end is 'Last day that the words allow; null: open, or not resolved.';
comment on column facts.status is 'The rung of the ladder, of facts with the attribute status.';
comment on column facts.amount is 'The words of the bare figure, such as "$100 billion".';
comment on column facts.quote is 'The words it was read from, hedge included.';
comment on column facts.quote_start is 'Where the quote begins in the version''s text, in code points.';
comment on column facts.quote_end is 'Where the quote ends in the version''s text, in code points.';
comment on column facts.sentence is 'The sentence around the quote.';
comment on column facts.reported_from is 'Earliest time at which the source says it reports.';
comment on column facts.reported_to is 'Latest time at which the source says it reports.';
comment on column facts.dated is 'Whether the source gave that time itself; otherwise it is when we saw it.';
comment on column facts.recorded_at is 'When we knew.';
comment on column facts.arrival is 'Place in the order of arrival.';
comment on column facts.extractor is 'What read it.';
comment on column facts.extractor_version is 'The version of what read it.';

create table deals (
    deal_id varchar primary key,
    name varchar not null,
    kind varchar not null,
    first_reported_from timestamptz not null,
    first_reported_to timestamptz not null,
    last_reported_from timestamptz not null,
    last_reported_to timestamptz not null,
    replaces varchar
);
comment on table deals is 'One row a transaction.';
comment on column deals.deal_id is 'Opaque and stable: the deal_key of the command line.';
comment on column deals.name is 'For people; may change.';
comment on column deals.kind is 'acquisition, investment, partnership, supply, financing, joint_venture, build_out.';
comment on column deals.first_reported_from is 'Earliest time of the first report.';
comment on column deals.first_reported_to is 'Latest time of the first report.';
comment on column deals.last_reported_from is 'Earliest time of the last report.';
comment on column deals.last_reported_to is 'Latest time of the last report.';
comment on column deals.replaces is 'deal_id of a transaction that this one took the place of.';

create table deal_parties (
    deal_id varchar not null,
    place integer not null,
    name varchar not null,
    role varchar not null,
    primary key (deal_id, name, role)
);
comment on table deal_parties is 'The companies of a deal in their roles.';
comment on column deal_parties.deal_id is 'The deal.';
comment on column deal_parties.place is 'Place in the list, from 0.';
comment on column deal_parties.name is 'The company.';
comment on column deal_parties.role is 'acquirer, target, seller, investor, investee, partner, supplier, customer or lender.';

create table deal_links (
    version_id varchar not null,
    deal_id varchar not null,
    reason varchar not null,
    linked_at timestamptz not null,
    unlinked_at timestamptz,
    primary key (version_id, deal_id, linked_at)
);
comment on table deal_links is 'Which version speaks of which deal. Kept beside the facts, so that a wrong link is undone without touching one.';
comment on column deal_links.version_id is 'The version.';
comment on column deal_links.deal_id is 'The deal.';
comment on column deal_links.reason is 'Why they belong together.';
comment on column deal_links.linked_at is 'Since when.';
comment on column deal_links.unlinked_at is 'Until when; null while it holds.';

create table changes (
    change_id varchar primary key,
    deal_id varchar not null,
    attribute varchar not null,
    strand varchar,
    kind varchar not null,
    relation varchar not null,
    severity varchar not null,
    alert boolean not null,
    from_fact varchar not null,
    to_fact varchar,
    rule varchar not null,
    explanation varchar not null,
    detected_at timestamptz not null,
    place bigint not null
);
comment on table changes is 'How a fact relates to one reported before it. Append-only.';
comment on column changes.change_id is 'Stable id of its two values, attribute, strand and articles; the same when it is found again.';
comment on column changes.deal_id is 'The deal when it was found; where it belongs now is in changes_readable.';
comment on column changes.attribute is 'The attribute that both facts speak of.';
comment on column changes.strand is 'The part of the deal; null is the whole.';
comment on column changes.kind is 'revised, conflict, slipped, pulled_forward, status_changed, edited, corrected, refined, hedge_changed, lapsed, mismatch, outlier, withdrawn.';
comment on column changes.relation is 'equal, rounds_to, refines, generalises, hedge_only, contradicts, incomparable.';
comment on column changes.severity is 'info, low, medium, high.';
comment on column changes.alert is 'Whether its severity alerts: medium and high do.';
comment on column changes.from_fact is 'The earlier fact.';
comment on column changes.to_fact is 'The later fact; null where the change is a silence or a removal.';
comment on column changes.rule is 'Name of the rule that decided.';
comment on column changes.explanation is 'One or two sentences for a person.';
comment on column changes.detected_at is 'When it was found.';
comment on column changes.place is 'Place in the order in which changes were found.';

create table deliveries (
    delivery_id varchar primary key,
    alert_id varchar not null,
    change_id varchar,
    endpoint varchar not null,
    payload varchar not null,
    created_at timestamptz not null,
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    delivered_at timestamptz,
    last_status integer,
    last_error varchar,
    place bigint not null
);
comment on table deliveries is 'The outbox: one alert on its way to one endpoint. Written together with the change that it tells.';
comment on column deliveries.delivery_id is 'Stable id of alert and endpoint.';
comment on column deliveries.alert_id is 'Sent as webhook-id, the same at every attempt.';
comment on column deliveries.change_id is 'The change; null for a new deal or a first figure.';
comment on column deliveries.endpoint is 'Name of the webhook in the configuration.';
comment on column deliveries.payload is 'The body, as JSON.';
comment on column deliveries.created_at is 'When it was put into the outbox.';
comment on column deliveries.attempts is 'Times that it was sent, the last one included.';
comment on column deliveries.next_attempt_at is 'When it is due; null: delivered, or given up.';
comment on column deliveries.delivered_at is 'When the endpoint accepted it.';
comment on column deliveries.last_status is 'HTTP status of the last answer; null where none came.';
comment on column deliveries.last_error is 'What was wrong with the last attempt, in one line.';
comment on column deliveries.place is 'Place in the order in which they are sent.';

create table problems (
    problem_id varchar primary key,
    stage varchar not null,
    subject varchar not null,
    reason varchar not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    times integer not null default 1,
    mended_at timestamptz
);
comment on table problems is 'What went wrong with one item. The run went on.';
comment on column problems.problem_id is 'Stable id of stage, subject and reason.';
comment on column problems.stage is 'poll, fetch, read, store, deliver, publish.';
comment on column problems.subject is 'The address, file or id.';
comment on column problems.reason is 'One line for a person.';
comment on column problems.first_at is 'When it happened first.';
comment on column problems.last_at is 'When it happened last.';
comment on column problems.times is 'How often it happened.';
comment on column problems.mended_at is 'When the subject passed that stage again; null while it stands.';

create table runs (
    run_id varchar primary key,
    command varchar not null,
    started_at timestamptz not null,
    finished_at timestamptz not null,
    summary varchar not null
);
comment on table runs is 'Passes that wrote something.';
comment on column runs.run_id is 'Stable id of command and start.';
comment on column runs.command is 'monitor, revisit, deliver, replay.';
comment on column runs.started_at is 'When it began.';
comment on column runs.finished_at is 'When it was committed.';
comment on column runs.summary is 'What it did, counted, as JSON.';
