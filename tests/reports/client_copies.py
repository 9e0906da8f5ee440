"""Client's copies to set, one a language: an ordinary one, one of which nothing is known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.reports import records
from zwk_barrier.casework.printing.review_sheet import review_groups
from zwk_barrier.model.client_copy import (
    AdvisedMeasure,
    AgreedStep,
    ClientCopy,
    MeasuredSize,
    SeenBarrier,
    SeenRoom,
)
from zwk_barrier.model.review_sheet import ReviewSheet
from zwk_barrier.model.visit_report import Letterhead
from zwk_barrier.reference.client_texts import ClientLanguage, load_client_texts

RIM = MeasuredSize("cm", (Decimal(58),), most=(Decimal(50),))
SPACE = MeasuredSize("cm", (Decimal(110), Decimal(135)), least=(Decimal(120), Decimal(120)))
BATH = SeenRoom(
    "bad",
    (
        SeenBarrier("bathtub_rim", RIM, is_wanted=True, is_dangerous=True),
        SeenBarrier("bathtub_space", SPACE),
        SeenBarrier(german="Das Licht am Spiegel blendet."),
    ),
)
ENTRANCE = SeenRoom("flur", (SeenBarrier("entrance_steps"), SeenBarrier(activities=("haushalt",))), "Diele")
SHOWER = AdvisedMeasure("", "Bodengleiche Dusche", "A", "bad", "", 500_000, 1_200_000, needs_consent=True)


def ordinary(language: str) -> ClientCopy:
    """The copy of a visit with two rooms."""
    return ClientCopy(
        letterhead=records.OFFICE,
        language=language,
        person="Olga Petrova",
        address=("Goethestraße 41", "27999 Musterhaven"),
        case_number="2026-0147",
        visited_on=date(2026, 11, 9),
        advisor="Martina Albers",
        rooms=(ENTRANCE, BATH),
        measures=(SHOWER, AdvisedMeasure("", "Badewannenbrett", "B", cost_quoted=8_950)),
        steps=(AgreedStep("Kostenvoranschlag einholen", date(2026, 12, 1), "Irina Petrova"),),
        printed_on=date(2026, 11, 11),
        next_visit=date(2026, 12, 14),
        reachable="Mo–Fr 9–12 Uhr",
    )


def empty(language: str) -> ClientCopy:
    """The copy of a visit of which nothing is known."""
    return ClientCopy(
        Letterhead(""), language, "", (), "", None, "", (), (), (), date(2026, 11, 11), with_german=True
    )


BARRIERS = tuple(load_client_texts("de").terms["barriers"])
NUMBERS = tuple(load_client_texts("de").terms["measures"])


def huge(language: str) -> ClientCopy:
    """200 barriers in 20 rooms, all 84 measures, 30 steps, names of many scripts, a German text without end."""
    rooms = tuple(
        SeenRoom(
            "schlafzimmer",
            tuple(SeenBarrier(BARRIERS[(number * 10 + at) % len(BARRIERS)]) for at in range(10)),
            f"{records.NAMES[number % len(records.NAMES)]} {number}",
        )
        for number in range(20)
    )
    long = SeenBarrier(german="Wanne und Schwelle sind zu hoch. " * 300)
    measures = tuple(
        AdvisedMeasure(number, "", "A", "bad", "", 0, 100_050, payers=("kk", "pk4")) for number in NUMBERS
    )
    steps = tuple(
        AgreedStep(f"Angebot {number} einholen", date(2026, 12, 1), records.NAMES[0]) for number in range(30)
    ) + tuple(AgreedStep("Anrufen", None, name) for name in records.EVERY_SCRIPT)
    record = replace(ordinary(language), person="Olga " + "Petrova-" * 40, measures=measures)
    return replace(record, rooms=(*rooms, SeenRoom("bad", (long,))), steps=steps)


def beside(language: str) -> ClientCopy:
    """The ordinary copy with German beside it, in large print."""
    return replace(ordinary(language), with_german=True, large=True)


def review_sheet(language: ClientLanguage) -> ReviewSheet:
    """All texts of a language, each beside the German one, as they are."""
    texts, day = load_client_texts(language), date(2026, 11, 22)
    return ReviewSheet(records.OFFICE, language, texts.name, "0a1b2c3d4e5f", review_groups(language), day)


def short_review_sheet(language: ClientLanguage) -> ReviewSheet:
    """The first few of the sentences, and of those that hold a number."""
    whole = review_sheet(language)
    groups = tuple(replace(group, pairs=group.pairs[:12]) for group in whole.groups[:2])
    return replace(whole, groups=groups)


def empty_review_sheet(language: ClientLanguage) -> ReviewSheet:
    return replace(review_sheet(language), letterhead=Letterhead(""), groups=())
