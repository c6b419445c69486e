-- Undo links of versions to deals.
update deal_links set unlinked_at = $at
from (select unnest(from_json($rows, '[{"version_id": "varchar", "deal_id": "varchar"}]'), recursive := true)) as wrong
where deal_links.version_id = wrong.version_id and deal_links.deal_id = wrong.deal_id and unlinked_at is null
