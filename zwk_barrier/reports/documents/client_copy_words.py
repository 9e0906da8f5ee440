"""The sentences of a client's copy, each in its language and in German; numbers, dates and money as it writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from zwk_barrier.model.client_copy import (
    AdvisedMeasure,
    AgreedStep,
    ClientCopy,
    MeasuredSize,
    SeenBarrier,
    SeenRoom,
)
from zwk_barrier.reference.client_texts import OTHER_BARRIER, ClientLanguage, ClientTexts, load_client_texts
from zwk_barrier.reports.setting.formats import euro, long_date, plural_form, size
from zwk_barrier.reports.setting.right_to_left import holds_leftward
from zwk_barrier.reports.setting.text import NO_BREAK
from zwk_barrier.reports.setting.typesetting import Span, Text

_PARTS: Final = re.compile(r"(\{\w+\})")
# What keeps its own order in a sentence that runs to the left: telephone numbers, addresses, numbers of files, names.
_ISOLATED: Final = frozenset({"{phone}", "{email}", "{number}", "{name}"})


@dataclass(frozen=True, slots=True)
class Said:
    """What is said in the document's language and in German; without a ``text`` it stands in German only.

    One that ``is_quoted`` is in the advisor's own words.
    """

    text: Text
    german: str
    is_quoted: bool = False


class Words:
    """The sentences of one record."""

    def __init__(self, record: ClientCopy) -> None:
        self._record = record
        self.texts = load_client_texts(cast("ClientLanguage", record.language))
        self._german = load_client_texts("de")

    @property
    def is_german(self) -> bool:
        """Whether the document is in German anyway, so that the advisor's words need no introduction."""
        return self.texts.language == "de"

    def block(self, key: str, **named: str) -> Said:
        """A block with texts that are the same in every language, such as a name."""
        return Said(self._filled(self.texts.blocks[key], named), _ended(self._german.block(key, **named)))

    def dated(self, key: str, day: date, **named: str) -> Said:
        """A block with a day."""
        here = self._filled(self.texts.blocks[key], {"date": _day(day, self.texts.language), **named})
        return Said(here, _ended(self._german.block(key, date=_day(day, "de"), **named)))

    def title(self) -> Said:
        """What the document is called."""
        day = self._record.visited_on
        return self.block("title_undated") if day is None else self.dated("title", day)

    def counted(self, key: str, count: int) -> Said:
        """How many there are, in the form the language wants for that number."""
        return Said(_counted(self.texts, key, count), _counted(self._german, key, count))

    def term(self, kind: str, code: str) -> Said:
        """What a code is called or says; a code nobody knows stands for itself."""
        here, german = self.texts.terms[kind].get(code, code), self._german.terms[kind].get(code, code)
        return Said(here, german)

    def room(self, kind: str, name: str) -> Said:
        """The name of a room, with its own if it has one."""
        plain = self.term("rooms", kind)
        if not name:
            return plain
        here = self._filled(
            self.texts.blocks["room_named"].replace("{room}", str(plain.text)), {"name": name}
        )
        return Said(here, self._german.block("room_named", room=plain.german, name=name))

    def barrier(self, barrier: SeenBarrier) -> Iterator[Said]:
        """What is in the way: the sentence first, then what was measured, how urgent it is, and the advisor's words."""
        first, *others = self._barrier(barrier)
        if barrier.german:
            first = Said(barrier.german if self.is_german else first.text, barrier.german)
            others = [] if self.is_german else others
        yield first
        yield from others
        if barrier.size is not None:
            yield self._size(barrier.size)
        if barrier.german and not self.is_german and not self._record.with_german:
            yield self.block("german_words")
            yield Said("", barrier.german, is_quoted=True)

    def measure(self, measure: AdvisedMeasure) -> Said:
        """What is to be done; beside German in the advisor's words, where there are any."""
        if not measure.number:
            known = self.block("own_measure")
            return Said(measure.german if self.is_german else known.text, measure.german or known.german)
        known = self.term("measures", measure.number)
        own = measure.german
        return Said(own if own and self.is_german else known.text, own or known.german)

    def details(self, measure: AdvisedMeasure) -> Iterator[Said]:
        """Where, what it costs, who may be asked to pay, what is needed before, and how far it is."""
        if measure.german and not self.is_german and not self._record.with_german:
            yield self.block("german_words")
            yield Said("", measure.german, is_quoted=True)
        if measure.room_kind:
            where = self.room(measure.room_kind, measure.room_name)
            # The room's name has been filled in before, so its own isolation is told here by the whole.
            yield Said(self._placed(where.text), self._german.block("place", room=where.german))
        yield self._cost(measure)
        if measure.state != "done":
            yield from (self.term("payers", code) for code in measure.payers)
        if measure.needs_consent and measure.state in {"", "applied"}:
            yield self.block("consent")
        if measure.state:
            yield self.block(f"state_{measure.state}")

    def step(self, step: AgreedStep) -> Iterator[Said]:
        """What is agreed, in the advisor's words, and who does it."""
        heading = self.block("agreed") if step.due is None else self.dated("agreed_until", step.due)
        yield heading
        yield Said("", step.german, is_quoted=True)
        if step.who:
            yield self.block("step_who", name=step.who)

    def rooms(self) -> Iterator[tuple[Said, SeenRoom]]:
        """The rooms with their names."""
        return ((self.room(room.kind, room.name), room) for room in self._record.rooms)

    def _barrier(self, barrier: SeenBarrier) -> list[Said]:
        if barrier.key:
            return [self.term("barriers", barrier.key)]
        if barrier.activities:
            return [self.term("activities", code) for code in barrier.activities]
        return [self.term("barriers", OTHER_BARRIER)]

    def _size(self, measured: MeasuredSize) -> Said:
        bounds = {"low": measured.least, "high": measured.most}
        if measured.least and measured.most:
            key = "measured_range"
        elif measured.least or measured.most:
            key = "measured_min" if measured.least else "measured_max"
            bounds = {"required": measured.least or measured.most}
        else:
            key, bounds = "measured_only", {}
        values = {"value": measured.value, **{name: bound for name, bound in bounds.items() if bound}}
        here = {name: size(value, measured.unit, self.texts.language) for name, value in values.items()}
        german = {name: size(value, measured.unit, "de") for name, value in values.items()}
        return Said(self._filled(self.texts.blocks[key], here), self._german.block(key, **german))

    def _cost(self, measure: AdvisedMeasure) -> Said:
        low, high = measure.cost_low, measure.cost_high
        if measure.cost_quoted is not None:
            return self._priced("cost_quoted", amount=measure.cost_quoted)
        if low is None or high is None:
            return self.block("cost_unknown")
        if high == 0:
            return self.block("cost_free")
        if measure.is_monthly:
            return self._priced("cost_month", amount=high)
        if low == high:
            return self._priced("cost_one", amount=high)
        return (
            self._priced("cost_up_to", amount=high)
            if low == 0
            else self._priced("cost_range", low=low, high=high)
        )

    def _priced(self, key: str, **cents: int) -> Said:
        here = {name: euro(amount, self.texts.language) for name, amount in cents.items()}
        german = {name: euro(amount, "de") for name, amount in cents.items()}
        return Said(self._filled(self.texts.blocks[key], here), self._german.block(key, **german))

    def _placed(self, room: Text) -> Text:
        before, _, after = self.texts.blocks["place"].partition("{room}")
        if isinstance(room, str):
            return f"{before}{room}{after}"
        return [Span(before), *room, Span(after)]

    def _filled(self, template: str, named: dict[str, str]) -> Text:
        """The template with its places filled; in a language that runs to the left as spans, to keep some in order."""
        if not self.texts.runs_leftward:
            return _ended(template.format(**named))
        parts = [part for part in _PARTS.split(template) if part]
        return [
            Span(
                part.format(**named), isolated=part in _ISOLATED and not holds_leftward(part.format(**named))
            )
            for part in parts
        ]


def _day(day: date, language: str) -> str:
    """A day in words that no line parts."""
    return long_date(day, language).replace(" ", NO_BREAK)


def _counted(texts: ClientTexts, key: str, count: int) -> str:
    forms = texts.plurals[key]
    return forms[plural_form(count, texts.language)].format(count=count)


def _ended(text: str) -> str:
    """A sentence that ends with an abbreviation, as the Russian date does, has one full stop."""
    return text.replace("..", ".")
