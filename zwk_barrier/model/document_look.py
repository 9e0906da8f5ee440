"""How the office's documents look: what of it an office chooses for itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentLook:
    """``accent`` is a colour as ``#rrggbb``, empty for the program's own; ``foot`` the lines below a letter.

    ``contact`` is how the office is reached, at the end of what a client receives.
    """

    accent: str = ""
    foot: tuple[str, ...] = ()
    contact: str = ""


PLAIN = DocumentLook()
