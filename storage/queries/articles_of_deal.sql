-- Which articles are of this deal now, and under which ids are they printed?
select distinct versions.article_id, versions.document_id, versions.version_id
from deal_links join versions using (version_id)
where deal_id = $deal_id and unlinked_at is null
order by versions.document_id, versions.version_id
