-- Where do we keep which migrations were applied?
create table if not exists schema_migrations (
    version integer primary key,
    name varchar not null,
    checksum varchar not null,
    applied_at timestamptz not null
);
comment on table schema_migrations is 'The changes of the schema that this database has been through.';
comment on column schema_migrations.version is 'Number of the migration.';
comment on column schema_migrations.name is 'Its file, without .sql.';
comment on column schema_migrations.checksum is 'SHA-256 of its text.';
comment on column schema_migrations.applied_at is 'When it was applied here.';
