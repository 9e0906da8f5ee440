"""Fills the texts of a template with what is known, and puts what was edited in their place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from zwk_barrier.casework.printing.letter_reasons import MeasureText
from zwk_barrier.reference.letter_placeholders import PLACEHOLDERS
from zwk_barrier.reference.letter_template import NAMED, LetterTemplate, Paragraph

TEXT: Final = "text:"
MEASURE: Final = "measure:"
ENCLOSURES: Final = "enclosures"
"""Keys of what was edited in a letter: a text by its code, a measure by its id, what is enclosed."""


@dataclass(frozen=True, slots=True)
class DraftText:
    """One text of a letter; ``proposed`` is what it would be unedited.  An empty one is left out."""

    key: str
    text: str
    proposed: str
    heading: str = ""
    block: str = ""


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills texts with values, and puts what was edited in their place."""

    values: Mapping[str, str]
    content: Mapping[str, Any]

    def filled(self, text: str) -> str:
        """The text with its placeholders; what is missing stands there in brackets."""
        return NAMED.sub(lambda found: self.values.get(found[1]) or _gap(found[1]), text)

    def wants(self, paragraph: Paragraph) -> bool:
        """Whether the case has what the paragraph is about."""
        return all(name in self.values for name in paragraph.only_with) and not any(
            name in self.values for name in paragraph.not_with
        )

    def text(self, key: str, text: str) -> DraftText:
        """One text as it stands."""
        proposed = self.filled(text)
        return DraftText(key, self.content.get(TEXT + key, proposed), proposed)

    def paragraph(self, group: Sequence[Paragraph]) -> DraftText:
        """One paragraph as it stands, with all that join it."""
        first, wanted = group[0], [one for one in group if self.wants(one)]
        proposed = " ".join(self.filled(one.text) for one in wanted if one.text)
        edited = self.content.get(TEXT + first.code, proposed)
        return DraftText(first.code, edited, proposed, self.filled(first.heading), wanted[-1].block)

    def measure(self, one: MeasureText) -> MeasureText:
        """One measure with its text as it stands."""
        text = self.content.get(MEASURE + one.id.hex, one.text)
        return MeasureText(one.id, one.title, one.room, one.cost, text)

    def enclosures(self, template: LetterTemplate) -> str:
        """What is enclosed beside the evidence, a line each."""
        return str(self.content.get(ENCLOSURES, "\n".join(self.filled(one) for one in template.enclosures)))


def groups_of(template: LetterTemplate) -> list[list[Paragraph]]:
    """The paragraphs of a template, those that join what stands before them with it."""
    groups: list[list[Paragraph]] = []
    for one in template.paragraphs:
        if one.joins and groups:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _gap(name: str) -> str:
    known = PLACEHOLDERS.get(name)
    return f"[{name if known is None else known.label()}]"
