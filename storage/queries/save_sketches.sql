-- Keep the fingerprints of versions.
insert into sketches by name
select version_id, unnest(fingerprints) as fingerprint, seen_at
from (
    select unnest(from_json($rows, '[{
        "version_id": "varchar", "seen_at": "timestamptz", "fingerprints": ["ubigint"]
    }]'), recursive := true)
)
on conflict do nothing
