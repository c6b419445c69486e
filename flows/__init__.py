"""Moves the records: the flows, the network, the command line. The only importer of prefect."""
