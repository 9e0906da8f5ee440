"""Expected failures: each is a class with data and becomes a sentence with a next step.

A *problem* is met by the person who works (wrong password, full disk); a *bug* is not and goes to the log.

Problem
├── OfficeProblem        the office folder, its key file or its database
├── InputProblem         something typed that cannot be kept; names the field
│   └── EarlyStart       work to be ordered before an approval that has to come first
├── PhotoProblem         a picture that cannot be taken in
├── DocumentProblem      a document that cannot be made or written
│   └── FaultyDocument   one that was written, but that not everybody can read
├── NotAllowed           the role of the person logged in does not include it
├── UnsafeRelease        figures that would give somebody away
└── ConflictProblem      somebody or something changed the record in between
"""

from typing import ClassVar


class Problem(Exception):
    """Something expected went wrong; ``str(problem)`` is one sentence for the person who works."""

    exit_code: ClassVar[int] = 1

    def __init__(self, sentence: str, *, advice: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.sentence} {self.advice}".strip()


class OfficeProblem(Problem):
    """The office folder cannot be used as it is."""

    exit_code = 3


class WrongPassword(OfficeProblem):
    """Name and password, or the recovery key, do not open this office."""

    exit_code = 4


class OfficeInUse(OfficeProblem):
    """Another running program has this office open."""

    exit_code = 5


class DamagedOffice(OfficeProblem):
    """The database or key file is truncated, foreign or fails its integrity check."""

    exit_code = 6


class StorageFull(OfficeProblem):
    """The disk is full or not writable; nothing that was kept before is lost."""

    exit_code = 7


class InputProblem(Problem):
    """A typed value cannot be kept; ``field`` names where it was typed."""

    exit_code = 2

    def __init__(self, field: str, sentence: str, *, advice: str = "") -> None:
        super().__init__(sentence, advice=advice)
        self.field = field


class EarlyStart(InputProblem):
    """Work is to be ordered before an approval that has to come first; a typed reason lets it be kept."""


class NotFound(Problem):
    """What was asked for is not in this office."""

    exit_code = 8


class PhotoProblem(Problem):
    """The file is no picture this program can read, or far too large."""


class DocumentProblem(Problem):
    """A document could not be made or written; an earlier version is left as it was."""


class FaultyDocument(DocumentProblem):
    """A document was written or printed, but not everybody can read it."""


class NotAllowed(Problem):
    """The role of the person logged in does not include this; nothing was changed."""


class UnsafeRelease(Problem):
    """Figures would give somebody away together with what was handed out before; no file was written."""


class ConflictProblem(Problem):
    """The value has changed since; both stay visible until a person chooses."""
