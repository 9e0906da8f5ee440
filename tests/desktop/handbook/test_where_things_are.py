"""What the pages for administrators say about files is what the program writes."""

from pathlib import Path

import pytest

from zwk_barrier.desktop.preferences import user_preferences
from zwk_barrier.log import log_file
from zwk_barrier.resources import resource
from zwk_barrier.store import layout
from zwk_barrier.store.office import OfficeStore

ROOT = Path(__file__).parents[3]
PAGES = [resource("handbook", "de", "betrieb.md"), resource("handbook", "en", "admin.md")]


@pytest.mark.parametrize("page", [*PAGES, ROOT / "docs" / "installation.md"], ids=lambda page: page.stem)
def test_preferences_and_log_are_named_with_their_folders(page: Path) -> None:
    text = page.read_text("utf-8")
    for file in (Path(user_preferences().store.fileName()), log_file()):
        assert file.parent.name in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_file_of_an_office_is_told(page: Path, office: OfficeStore) -> None:
    text = page.read_text("utf-8")
    written = {path.name for path in office.folder.iterdir() if not path.name.endswith(("-wal", "-shm"))}
    assert layout.DATABASE in written
    assert {name for name in written if f"`{name}`" not in text} == set()
