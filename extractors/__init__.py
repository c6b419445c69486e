"""Bytes and text in, records out. Pure: no clock, disk, network, SQL, Prefect or settings."""
