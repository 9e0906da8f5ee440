"""How the office's documents look: what of it an office chooses for itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentLook:
    """``accent`` is a colour as ``#rrggbb``, empty for the program's own; ``foot`` the lines below a letter."""

    accent: str = ""
    foot: tuple[str, ...] = ()


PLAIN = DocumentLook()
