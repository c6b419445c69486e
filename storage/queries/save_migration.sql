-- Record a migration, in the transaction that applies it.
insert into schema_migrations by name select $version as version, $name as name, $checksum as checksum, now() as applied_at
