"""What the preview must know of a document to gather, set, name and speak of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from zwk_barrier.casework.printing.document_gaps import Gap
from zwk_barrier.store.journal import Changed
from zwk_barrier.store.photos import PhotoStore


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """``gather`` reads the record in a session, ``build`` makes its PDF, ``name`` names the file; else words.

    ``gaps`` says what the record leaves open; None for a document that nobody fills in.  ``register`` is a deed that
    keeps, of record, file name and content, what else has to be known of a document that has left.
    """

    title: str
    setting: str
    saving: str
    printed: str
    gather: Callable[[Any, PhotoStore, date], Any]
    build: Callable[[Any], bytes]
    name: Callable[[Any], str]
    gaps: Callable[[Any], tuple[Gap, ...]] | None = None
    register: Callable[[Any, str, bytes], Changed] | None = None
