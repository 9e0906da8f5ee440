"""Requirements that belong to the office: those kept with finished visits, and its own."""

from sqlalchemy.orm import Mapped, mapped_column

from zwk_barrier.model.base import Drawing, Record


class KeptRequirements(Record):
    """Every requirement as it stood when a visit was finished, once for all visits it was the same for.

    ``digest`` is the SHA-256 of the content in its canonical form.
    """

    __tablename__ = "kept_requirements"

    digest: Mapped[str] = mapped_column(unique=True)
    content: Mapped[Drawing]


class OwnTable(Record):
    """A table of the office's own beside the shipped ones, as CSV text; ``name`` e.g. ``criteria``, ``profiles``."""

    __tablename__ = "own_table"

    name: Mapped[str] = mapped_column(index=True)
    file_name: Mapped[str | None]
    content: Mapped[str]
