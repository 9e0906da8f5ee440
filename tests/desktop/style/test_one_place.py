"""What belongs in one place stays there: colours in the style, threads in background.py."""

import re
from collections.abc import Iterator
from pathlib import Path

from zwk_barrier.resources import resource_root

DESKTOP = resource_root().parent / "zwk_barrier" / "desktop"


def lines_outside(*allowed: str) -> Iterator[tuple[str, str]]:
    for file in sorted(DESKTOP.rglob("*.py")):
        place = file.relative_to(DESKTOP).as_posix()
        if not place.startswith(allowed):
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
                yield f"{place}:{number}", line


def found(pattern: str, *allowed: str) -> list[str]:
    return [f"{place}: {line.strip()}" for place, line in lines_outside(*allowed) if re.search(pattern, line)]


def test_the_places_exist() -> None:
    for name in ("style/tokens.py", "background.py"):
        assert Path(DESKTOP, name).is_file()


def test_no_page_has_a_colour_of_its_own() -> None:
    assert found(r'"#[0-9A-Fa-f]{6}"|\bQColor\(|GlobalColor\.(?!transparent)', "style/") == []


def test_no_page_has_a_style_sheet() -> None:
    assert found(r"setStyleSheet") == []


def test_only_one_file_starts_threads() -> None:
    assert (
        found(r"\bQThread\(|threading\.Thread\(|QThreadPool\(|\.globalInstance\(\)\.start", "background.py")
        == []
    )
