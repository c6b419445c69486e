-- Which known versions share enough fingerprints with these, the nearest first? Fingerprints that many share say nothing.
with fresh as (
    select distinct version_id, unnest(fingerprints) as fingerprint
    from (select unnest(from_json($rows, '[{
        "version_id": "varchar", "fingerprints": ["ubigint"]
    }]'), recursive := true))
),
met as (
    select fresh.version_id, sketches.version_id as near_id, fingerprint
    from fresh join sketches using (fingerprint)
    where sketches.seen_at >= $since and sketches.version_id <> fresh.version_id
    qualify count(*) over (partition by fresh.version_id, fingerprint) <= $common
)
select version_id, near_id, count(*) as shared
from met
group by version_id, near_id
having count(*) >= $least
qualify row_number() over (partition by version_id order by shared desc, near_id) <= $most
order by version_id, shared desc, near_id
