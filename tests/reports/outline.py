"""The tag tree of a document with everything it says: the reference its next version is held against.

python -m tests.reports.outline         writes tests/reports/references/*.txt anew
"""

from pathlib import Path
from typing import Any, Final

from tests.reports.documents import ORDINARY, made
from tests.reports.listening import Listener

REFERENCES: Final = Path(__file__).parent / "references"


def outline(content: bytes) -> str:
    """One line an element: its tag set in by depth, what heads what, text alternative and text."""
    listener = Listener(content)
    said = {heard.element.objgen: heard.text for heard in listener.heard}
    lines: list[str] = []

    def tell(element: Any, depth: int) -> None:
        scope = next((str(one.Scope)[1:] for one in element.get("/A", []) if "/Scope" in one), "")
        parts = [str(element.S)[1:], f"({scope})" if scope else "", said.get(element.objgen, "")]
        if "/Alt" in element:
            parts.append(f"[{element.Alt}]")
        lines.append("  " * depth + " ".join(part for part in parts if part))
        for kid in element.get("/K", []):
            if "/S" in kid:
                tell(kid, depth + 1)

    tell(listener.pdf.Root.StructTreeRoot.K, 0)
    return "\n".join(line.replace("\N{NO-BREAK SPACE}", " ") for line in lines) + "\n"


def main() -> None:
    """Writes the references of all ordinary documents anew."""
    REFERENCES.mkdir(exist_ok=True)
    for old in REFERENCES.glob("*.txt"):
        old.unlink()
    for name in ORDINARY:
        (REFERENCES / f"{name}.txt").write_text(outline(made(name, "ordinary").content), encoding="utf-8")


if __name__ == "__main__":
    main()
