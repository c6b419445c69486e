-- Which migrations were applied, and with which text?
select version, checksum from schema_migrations order by version
