-- Keep how versions were read as a whole.
insert into reports by name
select unnest(from_json($rows, '[{
    "version_id": "varchar", "extractor": "varchar", "extractor_version": "varchar", "about_deal": "boolean",
    "kind": "varchar", "read_at": "timestamptz"
}]'), recursive := true)
on conflict do nothing
