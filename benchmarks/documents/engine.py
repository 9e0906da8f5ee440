"""Sets the report again and again by one engine, and tells how long each time took.

    python benchmarks/documents/engine.py ENGINE FOLDER TIMES

It stands alone, because WeasyPrint and Typst live in an environment of their own.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_PLACE = 90 * 72 / 25.4  # the width a report makes photos ready for, in points


def ours(folder: Path) -> Callable[[], bytes]:
    """What this program sets."""
    from benchmarks.documents.content import record
    from zwk_barrier.reports.documents.visit_report import build_visit_report

    report = record()
    del folder
    return lambda: build_visit_report(report)


def reportlab(folder: Path) -> Callable[[], bytes]:
    """ReportLab as it comes: nothing tagged, no language, photos as they are."""
    from benchmarks.documents.bare import set_bare

    blocks = json.loads((folder / "blocks.json").read_text("utf-8"))
    files = sorted(folder.glob("*.jpg"), key=lambda path: int(path.stem))
    photos = [(str(file), _ratio(file)) for file in files]
    return lambda: set_bare(blocks, photos)


def reportlab_small(folder: Path) -> Callable[[], bytes]:
    """The same with each photo made small and freed of the camera's notes, as this program does each time."""
    from benchmarks.documents.bare import set_bare
    from zwk_barrier.reports.setting.images import photo

    blocks = json.loads((folder / "blocks.json").read_text("utf-8"))
    files = sorted(folder.glob("*.jpg"), key=lambda path: int(path.stem))
    small = folder / "small"
    small.mkdir(exist_ok=True)

    def run() -> bytes:
        photos = []
        for file in files:
            picture = photo(file.read_bytes(), _PLACE)
            (small / file.name).write_bytes(picture.content)
            photos.append((str(small / file.name), picture.ratio))
        return set_bare(blocks, photos)

    return run


def _ratio(file: Path) -> float:
    from PIL import Image

    with Image.open(file) as opened:
        return float(opened.width / opened.height)


def weasyprint(folder: Path) -> Callable[[], bytes]:
    """WeasyPrint as PDF/UA-1."""
    from weasyprint import HTML

    def run() -> bytes:
        pdf: bytes = HTML(str(folder / "report.html")).write_pdf(
            pdf_variant="pdf/ua-1", presentational_hints=True
        )
        return pdf

    return run


def typst(folder: Path) -> Callable[[], bytes]:
    """Typst as PDF/UA-1 and PDF/A-2a."""
    import typst as engine

    fonts = str(Path(__file__).resolve().parents[2] / "resources" / "fonts")
    inputs = {
        "title": "Bericht über den Hausbesuch am 9. November 2026",
        "footer": "Fall 2026-0147 · Sozialgeheimnis – vertraulich",
    }

    def run() -> bytes:
        pdf: bytes = engine.compile(
            str(folder / "report.typ"),
            font_paths=[fonts],
            sys_inputs=inputs,
            pdf_standards=["ua-1", "a-2a"],
        )
        return pdf

    return run


def main(name: str, folder: Path, times: int) -> None:
    """Tells the time of each turn in seconds, and keeps the last file."""
    engines: dict[str, Any] = {
        "ours": ours,
        "reportlab": reportlab,
        "reportlab-small": reportlab_small,
        "weasyprint": weasyprint,
        "typst": typst,
    }
    run = engines[name](folder)
    took = []
    content = b""
    for _turn in range(times):
        began = time.perf_counter()
        content = run()
        took.append(time.perf_counter() - began)
    (folder / f"{name}.pdf").write_bytes(content)
    print(json.dumps(took))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
