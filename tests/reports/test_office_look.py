"""A letter keeps both standards with the office's logo, colour and lines."""

import io
from dataclasses import replace

import page
import pytest
from PIL import Image

from tests.reports.letters import OFFICE
from zwk_barrier.model.document_look import DocumentLook
from zwk_barrier.reports.checking import check
from zwk_barrier.reports.letter import build_letter


def a_logo() -> bytes:
    out = io.BytesIO()
    Image.new("RGBA", (600, 160), "#7a1f5cc0").save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("accent", ["#7a1f5c", "#ffff00", ""])
def test_a_letter_with_the_look_keeps_both_standards(accent: str) -> None:
    letter = OFFICE
    look = DocumentLook(accent, ("Sprechzeit dienstags", "Bank für alle"))
    head = replace(letter.letterhead, logo_png=a_logo(), look=look)
    content = build_letter(replace(letter, letterhead=head))

    assert check(content) == ()
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(content, profile=profile).failures == []
