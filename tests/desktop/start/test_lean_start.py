"""What the first window does not wait for, and what it does not remember."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def said_by(program: str) -> str:
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return told.stdout


def test_the_window_is_imported_without_the_database_and_the_documents() -> None:
    program = "import sys, zwk_barrier.desktop.app; print(*sys.modules)"
    loaded = said_by(program).split()

    assert "zwk_barrier.desktop.start.login_page" in loaded
    for heavy in ("sqlalchemy", "sqlcipher3", "cryptography", "reportlab", "pypdfium2", "PIL", "babel"):
        assert heavy not in loaded
    for later in ("dialogs", "fields", "table"):
        assert f"zwk_barrier.desktop.widgets.{later}" not in loaded


def test_the_source_texts_of_modules_are_not_kept_in_memory() -> None:
    program = (
        "import linecache, zwk_barrier.desktop.app; before = len(linecache.cache);"
        "from zwk_barrier.desktop.lean import forget_sources; forget_sources();"
        "import zwk_barrier.rules.typed, http.client; print(before, len(linecache.cache))"
    )
    before, after = map(int, said_by(program).split())

    assert before > 10, "PySide remembers no sources any more: forget_sources() can go"
    assert after == 0
