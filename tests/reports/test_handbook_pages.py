"""The handbook on paper names pages as they are: in its contents, and where one page of it leads to another."""

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

from tests.reports.documents import made


def headings(outline: list[Any], level: int = 0) -> Iterator[tuple[int, Any]]:
    for each in outline:
        if isinstance(each, list):
            yield from headings(each, level + 1)
        else:
            yield level, each


def test_contents_and_references_name_the_page_something_is_on() -> None:
    pdf = PdfReader(io.BytesIO(made("handbook", "huge").content))
    starts = [pdf.get_destination_page_number(one) or 0 for level, one in headings(pdf.outline) if level == 2]
    words = " ".join(pdf.pages[0].extract_text().split())
    assert [int(page) - 1 for page in re.findall(r"\((\d+)\)", words)] == starts
    first = " ".join(pdf.pages[starts[0]].extract_text().split())
    led_to = re.search(r"Einen Kontakt aufnehmen \(Seite (\d+)\)", first)
    assert led_to is not None
    assert "Einen Kontakt aufnehmen" in pdf.pages[int(led_to[1]) - 1].extract_text()
