"""Whether a database can be read to its last block."""

from storage.errors import DatabaseUnusable
from storage.store import Store


def damages(store: Store) -> list[str]:
    """What cannot be read, a line for each table; nothing where all is well. It reads every block."""
    found = []
    for row in store.query("tables"):
        try:
            store.query("read_table", table=row["table_name"])
        except DatabaseUnusable as error:
            found.append(f"{row['table_name']}: {error}")
    return found
