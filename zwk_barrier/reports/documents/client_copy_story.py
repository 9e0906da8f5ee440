"""How a client's copy is told: what was seen, what is suggested, what happens next, whom to ask."""

from dataclasses import replace
from typing import Final

from zwk_barrier.model.client_copy import AdvisedMeasure, ClientCopy
from zwk_barrier.reports.documents.client_copy_rows import Rows
from zwk_barrier.reports.documents.client_copy_words import Said, Words
from zwk_barrier.reports.setting.letterhead import write_letterhead
from zwk_barrier.reports.setting.metadata import CREATOR, LOCALES, DocumentTitle
from zwk_barrier.reports.setting.page import Furniture
from zwk_barrier.reports.setting.story import Story
from zwk_barrier.reports.setting.structure import Element
from zwk_barrier.reports.setting.styles import (
    ACCENT,
    EASY_PRINT,
    HEADINGS,
    LARGE_PRINT,
    NOT_MET,
    SMALL,
    Face,
    TextStyle,
)
from zwk_barrier.reports.setting.typesetting import Text, spans

_SAID: Final = TextStyle(11.5, 17, after=5)
_DETAIL: Final = TextStyle(11.5, 17, after=2)
_STRONG: Final = TextStyle(11.5, 17, Face.SEMIBOLD, after=3)
_LAST: Final = TextStyle(11.5, 17, after=10)
_WANTED: Final = TextStyle(11.5, 17, Face.SEMIBOLD, ACCENT, after=2)
_DANGER: Final = TextStyle(11.5, 17, Face.SEMIBOLD, NOT_MET, after=2)
_NUMBER: Final = TextStyle(11.5, 17, Face.BOLD, ACCENT)
_NAME: Final = TextStyle(13, 18, Face.SEMIBOLD, before=10)
_ADDRESS: Final = TextStyle(11.5, 16)
_FUNDS: Final = frozenset({"kk", "pk1", "pk4", "egh", "sh", "kfw", "bab", "stiftung"})
_PRIORITIES: Final = ("A", "B", "C", "D", "")


class ClientCopyStory:
    """The copy of one record, told once."""

    def __init__(self, record: ClientCopy) -> None:
        self._record = record
        self._words = Words(record)
        texts = self._words.texts
        least = LARGE_PRINT if record.large else EASY_PRINT if texts.language == "ls" else 0.0
        self._story = Story(least_size=least)
        self._rows = Rows(
            self._story,
            leftward=texts.runs_leftward,
            with_german=record.with_german and not self._words.is_german,
            large=record.large,
            is_german=texts.language in {"de", "ls"},
        )

    def pdf(self) -> bytes:
        """The finished file."""
        self._opening()
        self._seen()
        self._advice()
        self._next()
        self._ask()
        return self._story.pdf(self._document_title(), self._furniture())

    def _opening(self) -> None:
        record, rows, words = self._record, self._rows, self._words
        is_german = words.texts.language in {"de", "ls"}
        write_letterhead(self._story, record.letterhead, "" if is_german else LOCALES["de"])
        part = self._story.part()
        rows.heading(1, words.title(), HEADINGS[1], part)
        rows.say(words.dated("made_on", record.printed_on), SMALL, part)
        self._person()
        self._review()
        part = self._story.part()  # heard where it is seen: behind the person
        rows.say(words.block("intro"), replace(_SAID, before=10), part)
        rows.say(words.block("binding"), _SAID, part)

    def _person(self) -> None:
        """Name and address stay as they are, from left to right, in whatever language."""
        if self._record.person:
            self._story.paragraph(self._record.person, _NAME)
        for line in self._record.address:
            self._story.paragraph(line, _ADDRESS)

    def _review(self) -> None:
        if self._record.is_reviewed or self._words.is_german:
            return
        part = self._story.part()
        said = self._words.block("review_open")
        self._rows.say(said, replace(_STRONG, before=12), part)
        is_german = self._words.texts.language == "ls"
        if not self._record.with_german and not is_german:  # whoever hands the sheet out has to know it, too
            self._rows.say(Said("", said.german), _STRONG, part)

    def _seen(self) -> None:
        words, rows = self._words, self._rows
        part = self._section("seen_heading")
        if not self._record.barriers:
            rows.say(words.block("seen_none"), _SAID, part)
            return
        rows.say(words.counted("seen", self._record.barriers), _SAID, part)
        for name, room in words.rooms():
            rows.heading(3, name, HEADINGS[3], part)
            items = part.add("L")
            for barrier in room.barriers:
                sayings = [(said, _DETAIL) for said in words.barrier(barrier)]
                if barrier.is_dangerous:
                    sayings.append((words.block("danger"), _DANGER))
                if barrier.is_wanted:
                    sayings.append((words.block("wanted"), _WANTED))
                rows.item(_spaced(sayings), items, "•", _NUMBER)

    def _advice(self) -> None:
        words, rows, measures = self._words, self._rows, self._record.measures
        part = self._section("advice_heading")
        if not measures:
            rows.say(words.block("advice_none"), _SAID, part)
            return
        rows.say(words.counted("advice", len(measures)), _DETAIL, part)
        rows.say(words.block("order"), _SAID, part)
        rows.say(words.block("no_promise"), _SAID, part)
        if any(_awaits_decision(measure) for measure in measures):
            rows.say(words.block("before_order"), _STRONG, part)
        number = 0
        for priority in _PRIORITIES:
            of_it = [measure for measure in measures if measure.priority == priority]
            if not of_it:
                continue
            rows.heading(3, words.term("priorities", priority or "none"), HEADINGS[3], part)
            items = part.add("L")
            items.ordered = True
            for measure in of_it:
                number += 1
                self._measure(measure, number, items)

    def _measure(self, measure: AdvisedMeasure, number: int, items: Element) -> None:
        words = self._words
        sayings = [(words.measure(measure), _STRONG), *((said, _DETAIL) for said in words.details(measure))]
        self._rows.item(_spaced(sayings), items, f"{number}.", _NUMBER)

    def _next(self) -> None:
        words, rows, record = self._words, self._rows, self._record
        part = self._section("next_heading")
        open_measures = [measure for measure in record.measures if measure.state in {"", "applied"}]
        sayings = []
        if record.next_visit is not None:
            sayings.append(words.dated("step_visit", record.next_visit))
        if any(_FUNDS & set(measure.payers) for measure in open_measures):
            sayings.append(words.block("step_apply"))
        if any(measure.needs_consent for measure in open_measures):
            sayings.append(words.block("step_consent"))
        if not sayings and not record.steps:
            rows.say(words.block("next_none"), _SAID, part)
            return
        items = part.add("L")
        for said in sayings:
            rows.item([(said, _SAID)], items, "•", _NUMBER)
        for step in record.steps:
            rows.item(_spaced([(said, _DETAIL) for said in words.step(step)]), items, "•", _NUMBER)

    def _ask(self) -> None:
        words, letterhead = self._words, self._record.letterhead
        part = self._section("ask_heading")
        said = [words.block("ask")]
        if self._record.advisor:
            said.append(words.block("advisor", name=self._record.advisor))
        if letterhead.phone:
            said.append(words.block("phone", phone=letterhead.phone))
        if letterhead.email:
            said.append(words.block("email", email=letterhead.email))
        if self._record.reachable.strip():
            said += [words.block("reachable"), Said("", self._record.reachable)]
        for one in said:
            self._rows.say(one, _DETAIL, part, keeps=True)
        self._rows.say(words.block("interpreter"), _DETAIL, part)

    def _section(self, key: str) -> Element:
        part = self._story.part()
        self._rows.heading(2, self._words.block(key), HEADINGS[2], part)
        return part

    def _document_title(self) -> DocumentTitle:
        record, words = self._record, self._words
        return DocumentTitle(
            title=_plain(words.title().text),
            author=record.letterhead.office.strip() or record.advisor.strip() or CREATOR,
            subject=_plain(words.block("case", number=record.case_number).text),
            dated=record.printed_on,
            language=words.texts.language,
        )

    def _furniture(self) -> Furniture:
        words, number = self._words, self._record.case_number
        return Furniture(
            header=_plain(words.title().text),
            footer=words.block("case", number=number).text if number else "",
            numbering=words.texts.blocks["page"],
            leftward=words.texts.runs_leftward,
        )


def _awaits_decision(measure: AdvisedMeasure) -> bool:
    return measure.state in {"", "applied"} and bool(_FUNDS & set(measure.payers))


def _spaced(sayings: list[tuple[Said, TextStyle]]) -> list[tuple[Said, TextStyle]]:
    """The last of them with the distance to the next item."""
    said, style = sayings[-1]
    return [*sayings[:-1], (said, replace(style, after=_LAST.after))]


def _plain(text: Text) -> str:
    return "".join(span.text for span in spans(text))
