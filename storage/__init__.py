"""Keeps the records in DuckDB. The only importer of duckdb."""
