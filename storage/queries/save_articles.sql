-- Keep articles seen for the first time.
insert into articles by name
select unnest(from_json($rows, '[{
    "article_id": "varchar", "document_id": "varchar", "url": "varchar", "outlet": "varchar",
    "tier": "varchar", "feed_url": "varchar", "title": "varchar", "first_seen_at": "timestamptz",
    "next_visit_at": "timestamptz"
}]'), recursive := true)
on conflict do nothing
