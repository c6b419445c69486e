-- Keep where the present extractor reads known texts otherwise; a difference that was accepted once is open again.
insert into rereadings by name
select unnest(from_json($rows, '[{
    "finding_id": "varchar", "version_id": "varchar", "article_id": "varchar", "finding": "varchar",
    "attribute": "varchar", "old_fact": "varchar", "old_says": "varchar", "old_quote": "varchar", "new_says": "varchar",
    "new_quote": "varchar", "extractor": "varchar", "extractor_version": "varchar", "found_at": "timestamptz"
}]'), recursive := true)
on conflict do update set
    found_at = excluded.found_at, extractor_version = excluded.extractor_version, accepted_at = null
where rereadings.accepted_at is not null
