-- Keep facts not known before.
insert into facts by name
select unnest(from_json(row, '{
    "fact_id": "varchar", "version_id": "varchar", "article_id": "varchar", "story_id": "varchar",
    "attribute": "varchar", "strand": "varchar", "basis": "varchar", "payer": "varchar",
    "condition": "varchar", "modality": "varchar", "tense": "varchar", "value": "decimal(38,10)",
    "low": "decimal(38,10)", "high": "decimal(38,10)", "resolution": "decimal(38,10)", "unit": "varchar",
    "qualifier": "varchar", "date_start": "date", "date_end": "date", "status": "varchar", "amount": "varchar",
    "quote": "varchar", "quote_start": "integer", "quote_end": "integer", "sentence": "varchar",
    "reported_from": "timestamptz", "reported_to": "timestamptz", "dated": "boolean",
    "recorded_at": "timestamptz", "arrival": "bigint", "extractor": "varchar", "extractor_version": "varchar"
}'))
from (select unnest(from_json($rows, '["json"]')) as row) -- row by row first: half as long for this many columns
on conflict do nothing
