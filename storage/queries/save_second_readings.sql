-- Keep what the second reader made of texts as a whole.
insert into second_readings by name
select unnest(from_json(row, '{
    "version_id": "varchar", "extractor": "varchar", "extractor_version": "varchar", "about_deal": "boolean",
    "kind": "varchar", "parties": [{"name": "varchar", "role": "varchar"}], "refused": ["varchar"],
    "read_at": "timestamptz"
}'))
from (select unnest(from_json($rows, '["json"]')) as row)
on conflict do nothing
