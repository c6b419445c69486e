-- Keep texts not seen before.
insert into versions by name
select * replace (arrival + (select coalesce(max(arrival), 0) from versions) as arrival)
from (
    select unnest(from_json(row, '{
        "version_id": "varchar", "article_id": "varchar", "document_id": "varchar", "url": "varchar",
        "outlet": "varchar", "tier": "varchar", "title": "varchar", "text": "varchar", "text_hash": "varchar",
        "published_from": "timestamptz", "published_to": "timestamptz", "seen_at": "timestamptz",
        "source": "varchar", "language": "varchar", "extractor": "varchar", "confirmed": "boolean",
        "notice": "varchar", "arrival": "bigint"
    }'))
    from (select unnest(from_json($rows, '["json"]')) as row)
)
on conflict do nothing
