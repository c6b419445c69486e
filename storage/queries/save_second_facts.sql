-- Keep facts of the second reader not known before.
insert into second_facts by name
select unnest(from_json(row, '{
    "fact_id": "varchar", "version_id": "varchar", "attribute": "varchar", "strand": "varchar", "basis": "varchar",
    "payer": "varchar", "condition": "varchar", "modality": "varchar", "tense": "varchar", "value": "decimal(38,10)",
    "low": "decimal(38,10)", "high": "decimal(38,10)", "resolution": "decimal(38,10)", "unit": "varchar",
    "qualifier": "varchar", "date_start": "date", "date_end": "date", "status": "varchar", "amount": "varchar",
    "quote": "varchar", "quote_start": "integer", "quote_end": "integer", "sentence": "varchar",
    "extractor": "varchar", "extractor_version": "varchar"
}'))
from (select unnest(from_json($rows, '["json"]')) as row)
on conflict do nothing
