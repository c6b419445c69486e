-- Which tables does the database have?
select table_name from duckdb_tables() where not internal and not temporary
