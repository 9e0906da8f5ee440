"""The shipped templates of letters: complete, of whole sentences, and a mistake is told with its line."""

import re

import pytest

from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.letter_placeholders import PLACEHOLDERS
from zwk_barrier.reference.letter_templates import (
    TemplateMistake,
    read_template,
    shipped_templates,
    with_texts,
    written,
)

CODES = ["application", "evidence_list", "landlord_consent", "owners_meeting"]
CODES += ["reminder", "objection", "receipt", "referral"]

SMALLEST = """
code = "mine"
title_de = "Meins"
title_en = "Mine"
position = 1
sender = "office"
recipient = "other"
needs_application = false
purpose = ""
basis = "gesetz"
norm = "§ 1"
discloses = "Nichts"
file = "Meins_{number}"
subject = "Zu {name}"
greeting = "Guten Tag,"
closing = "Grüße"
required = ["name"]
answer_days = 7
checked_on = 2026-11-22
source = "eigene"

[[paragraph]]
code = "one"
text = "Es geht um {name}."
"""


def refused(text: str) -> TemplateMistake:
    with pytest.raises(TemplateMistake) as told:
        read_template("mine.toml", text)
    return told.value


def test_every_letter_of_the_advice_is_there_in_the_order_it_is_offered() -> None:
    assert list(shipped_templates()) == CODES


@pytest.mark.parametrize("code", CODES)
def test_what_a_template_is_written_as_is_read_back_the_same(code: str) -> None:
    template = shipped_templates()[code]
    assert read_template(f"{code}.toml", written(template)) == template


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_whole_sentences_without_a_promise(code: str) -> None:
    template = shipped_templates()[code]
    for one in template.paragraphs:
        assert not one.text or re.search(r"[.?!:“}]$", one.text), one.code
        assert not re.search(r"genehmigt(?! gilt)|garantiert|in jedem Fall|steht Ihnen zu", one.text), (
            one.code
        )


@pytest.mark.parametrize("code", CODES)
def test_every_template_says_what_its_passing_on_rests_on_and_what_follows(code: str) -> None:
    template = shipped_templates()[code]
    assert template.basis in load_code_list("disclosure_basis")
    assert template.norm.startswith("§")
    assert template.follow_up is not None
    assert template.title_en != template.title_de


def test_the_reminder_says_that_a_deemed_approval_is_checked_and_never_that_it_is_there() -> None:
    texts = " ".join(one.text for one in shipped_templates()["reminder"].paragraphs)
    assert "als genehmigt gilt, wird derzeit geprüft" in texts
    assert "gilt als genehmigt" not in texts


def test_every_placeholder_is_known_and_a_flag_is_never_printed() -> None:
    for template in shipped_templates().values():
        assert all(not PLACEHOLDERS[name].is_flag for name in template.placeholders)


def test_an_unknown_placeholder_is_named_with_file_line_and_reason() -> None:
    told = refused(SMALLEST.replace("Es geht um {name}.", "Es geht um {nahme}."))
    assert (told.file, told.line) == ("mine.toml", 24)
    assert told.sentence() == "Den Platzhalter „nahme“ gibt es nicht."
    assert str(told).startswith("mine.toml, line 24: ")


def test_a_sentence_whose_datum_may_be_missing_needs_a_condition() -> None:
    told = refused(SMALLEST.replace("Es geht um {name}.", "Geboren am {geburtsdatum}."))
    assert "„geburtsdatum“ kann fehlen" in told.sentence()
    read_template(
        "mine.toml",
        SMALLEST.replace("Es geht um {name}.", "Geboren am {geburtsdatum}.")
        + 'only_with = ["geburtsdatum"]\n',
    )


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ('subject = "Zu {name}"', "", "„subject“ fehlt."),
        ('subject = "Zu {name}"', 'subject = ""', "Der Betreff fehlt."),
        ('purpose = ""', 'purpose = "alles"', "„alles“ steht in keiner Auswahl."),
        ('sender = "office"', 'sender = "somebody"', "„sender“ hat keinen passenden Wert."),
        ("position = 1", 'position = "eins"', "„position“ hat keinen passenden Wert."),
        ("Es geht um {name}.", "Es geht um {name.", "Eine geschweifte Klammer steht allein."),
        ("Es geht um {name}.", "Es gilt {fiktion}.", "Den Platzhalter „fiktion“ gibt es nicht."),
        ('required = ["name"]', 'required = ["nam"]', "Den Platzhalter „nam“ gibt es nicht."),
        ("position = 1", "position = 1\ncolour = 3", "„colour“ ist hier nicht vorgesehen."),
        ('text = "Es geht um {name}."', "", "Einem Absatz fehlt „text“."),
    ],
)
def test_every_mistake_has_its_sentence(before: str, after: str, reason: str) -> None:
    assert before in SMALLEST
    assert refused(SMALLEST.replace(before, after)).sentence() == reason


def test_what_is_no_toml_at_all_is_told_with_its_line() -> None:
    told = refused("code = 'x'\nwas soll das")
    assert told.line == 2


def test_other_words_change_nothing_else_and_an_empty_paragraph_is_left_out() -> None:
    shipped = shipped_templates()["objection"]
    own = with_texts(shipped, {"subject": "Widerspruch", "files": " "})
    assert own.subject == "Widerspruch"
    assert "files" not in [one.code for one in own.paragraphs]
    assert (own.required, own.norm, own.is_own) == (shipped.required, shipped.norm, True)
