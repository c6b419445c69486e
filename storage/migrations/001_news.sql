-- What came in: feeds, polls, articles, versions, and which of them are one report.

create table feeds (
    feed_url varchar primary key,
    name varchar not null,
    tier varchar not null,
    poll_every integer not null,
    added_at timestamptz not null,
    etag varchar,
    last_modified varchar,
    title varchar,
    polled_at timestamptz,
    worked_at timestamptz,
    next_poll_at timestamptz not null,
    failures integer not null default 0,
    last_status integer,
    complaint varchar,
    moved_to varchar,
    removed_at timestamptz
);
comment on table feeds is 'One row a feed that is or was watched: its settings as last seen and how its polls went.';
comment on column feeds.feed_url is 'Address as configured.';
comment on column feeds.name is 'The outlet, as people call it.';
comment on column feeds.tier is 'How near the outlet stands to deals: filing, company, wire, national, trade, aggregator, blog.';
comment on column feeds.poll_every is 'Seconds from one poll to the next.';
comment on column feeds.added_at is 'When it was first configured.';
comment on column feeds.etag is 'ETag of the last answer with a body; sent with the next poll.';
comment on column feeds.last_modified is 'Last-Modified of the last answer with a body; sent with the next poll.';
comment on column feeds.title is 'Title that the feed gives itself.';
comment on column feeds.polled_at is 'When it was last asked.';
comment on column feeds.worked_at is 'When it last answered with a feed, or that nothing is new.';
comment on column feeds.next_poll_at is 'When it is due again.';
comment on column feeds.failures is 'Polls in a row that failed.';
comment on column feeds.last_status is 'HTTP status of the last answer; null where none came.';
comment on column feeds.complaint is 'What was wrong with the last poll, in one line; null where nothing was.';
comment on column feeds.moved_to is 'Address that the feed says it has moved to for good.';
comment on column feeds.removed_at is 'When it left the configuration; null while it is watched.';

create table polls (
    feed_url varchar not null,
    polled_at timestamptz not null,
    status integer,
    entries integer not null,
    fresh_entries integer not null,
    complaint varchar,
    primary key (feed_url, polled_at)
);
comment on table polls is 'The log of polls that brought something: new entries, a complaint, or an end of one.';
comment on column polls.feed_url is 'The feed that was asked.';
comment on column polls.polled_at is 'When it was asked.';
comment on column polls.status is 'HTTP status; null where no answer came.';
comment on column polls.entries is 'Entries that could be read.';
comment on column polls.fresh_entries is 'Entries not seen before.';
comment on column polls.complaint is 'What was wrong, in one line; null where nothing was.';

create table articles (
    article_id varchar primary key,
    document_id varchar not null,
    url varchar,
    outlet varchar,
    tier varchar not null,
    feed_url varchar,
    title varchar,
    first_seen_at timestamptz not null,
    visits integer not null default 0,
    visited_at timestamptz,
    next_visit_at timestamptz,
    etag varchar,
    last_modified varchar,
    failures integer not null default 0,
    complaint varchar,
    gone_at timestamptz
);
comment on table articles is 'One row an address seen in a feed, read or not, with the schedule of its visits.';
comment on column articles.article_id is 'Made of the canonical URL, or of the document where there is none.';
comment on column articles.document_id is 'The id printed to people; of a document its own.';
comment on column articles.url is 'Canonical address; null for a document without one.';
comment on column articles.outlet is 'Name of the outlet.';
comment on column articles.tier is 'How near the outlet stands to deals: filing, company, wire, national, trade, aggregator, blog.';
comment on column articles.feed_url is 'The feed that led here first.';
comment on column articles.title is 'Title given by the feed or document at first sight.';
comment on column articles.first_seen_at is 'When its address was first seen.';
comment on column articles.visits is 'Times that its page was fetched and answered, the first included.';
comment on column articles.visited_at is 'When its page was last asked for.';
comment on column articles.next_visit_at is 'When it is due to be read again; null: never.';
comment on column articles.etag is 'ETag of the page as last read; sent with the next visit.';
comment on column articles.last_modified is 'Last-Modified of the page as last read; sent with the next visit.';
comment on column articles.failures is 'Visits in a row that failed.';
comment on column articles.complaint is 'What was wrong with the last visit, in one line; null where nothing was.';
comment on column articles.gone_at is 'When its page was found removed; null while it stands.';

create table versions (
    version_id varchar primary key,
    article_id varchar not null,
    document_id varchar not null,
    url varchar,
    outlet varchar,
    tier varchar not null,
    title varchar,
    text varchar not null,
    text_hash varchar not null,
    published_from timestamptz,
    published_to timestamptz,
    seen_at timestamptz not null,
    source varchar not null,
    language varchar,
    extractor varchar not null,
    confirmed boolean not null,
    notice varchar,
    arrival bigint not null
);
comment on table versions is 'The text of an article as it stood at one fetch. A text is never changed; a new one is a new row.';
comment on column versions.version_id is 'Stable id of this text of this article.';
comment on column versions.article_id is 'The article.';
comment on column versions.document_id is 'The id printed to people; of a document its own.';
comment on column versions.url is 'Canonical address; null for a document without one.';
comment on column versions.outlet is 'Name of the outlet.';
comment on column versions.tier is 'How near the outlet stands to deals: filing, company, wire, national, trade, aggregator, blog.';
comment on column versions.title is 'Headline; not part of the text.';
comment on column versions.text is 'The body as read. All offsets count its code points.';
comment on column versions.text_hash is 'Hash of the normalised text: cosmetic differences give the same.';
comment on column versions.published_from is 'Earliest time of publication that the source allows; null where it gives none.';
comment on column versions.published_to is 'Latest time of publication that the source allows; null where it gives none.';
comment on column versions.seen_at is 'When it was fetched.';
comment on column versions.source is 'What it was read from, best first: page, document, content (of the feed), summary (of the feed).';
comment on column versions.language is 'ISO 639-1 code; null where it is not known.';
comment on column versions.extractor is 'What made text of the page, with its version.';
comment on column versions.confirmed is 'False while a changed page waits for the second read that must agree.';
comment on column versions.notice is 'The sentence that admits a correction or an update; null without one.';
comment on column versions.arrival is 'Place in the order in which texts were stored.';

create table sketches (
    version_id varchar not null,
    fingerprint ubigint not null,
    seen_at timestamptz not null,
    primary key (version_id, fingerprint)
);
comment on table sketches is 'Fingerprints by which likely copies are proposed; whether they are copies is decided on the texts.';
comment on column sketches.version_id is 'The version that was sketched.';
comment on column sketches.fingerprint is 'One of the smallest hashes of its masked word trigrams.';
comment on column sketches.seen_at is 'When the version was fetched: bounds the window that is searched.';

create table story_members (
    version_id varchar not null,
    story_id varchar not null,
    article_id varchar not null,
    score double not null,
    role varchar not null,
    since timestamptz not null,
    until timestamptz,
    primary key (version_id, story_id, since)
);
comment on table story_members is 'Which versions are one report. A version is in one story at a time; earlier ones are kept.';
comment on column story_members.version_id is 'The version.';
comment on column story_members.story_id is 'Its story.';
comment on column story_members.article_id is 'The article that the version is of.';
comment on column story_members.score is 'Likeness to the origin of the story, 0 to 100.';
comment on column story_members.role is 'origin or copy.';
comment on column story_members.since is 'When it was put into this story.';
comment on column story_members.until is 'When it was moved to another; null while it is in this one.';
