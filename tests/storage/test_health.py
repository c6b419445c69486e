from pathlib import Path

from storage.articles import save_articles
from storage.database import Store, opened
from storage.health import damages
from tests.storage.builders import article


def test_a_sound_database_has_no_damages(store: Store):
    save_articles(store, [article("one")])
    assert damages(store) == []


def test_a_flipped_byte_in_a_block_is_found_and_the_other_tables_can_still_be_read(tmp_path: Path):
    file = tmp_path / "news.duckdb"
    with opened(file) as store:
        save_articles(store, [article(f"article {number}", title=f"needle {number} " * 50) for number in range(5_000)])
    data = bytearray(file.read_bytes())
    data[data.rindex(b"needle")] ^= 0xFF
    file.write_bytes(data)
    with opened(file, read_only=True) as store:
        [line] = damages(store)
    assert line.startswith("articles: ")
    assert "Corrupt" in line
