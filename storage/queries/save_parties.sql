-- Keep the companies of reports in their roles.
insert into parties by name
select unnest(from_json($rows, '[{
    "version_id": "varchar", "extractor": "varchar", "extractor_version": "varchar", "place": "integer",
    "name": "varchar", "role": "varchar"
}]'), recursive := true)
on conflict do nothing
