"""The operators of a page are read as any reader of PDFs reads them, only sooner."""

import io
from typing import Any

import pikepdf
import pytest

from tests.reports.documents import made
from zwk_barrier.reports.checking.operators import operations


@pytest.mark.parametrize("name", ["visit_report", "client_copy_ar", "case_report_redacted"])
def test_they_are_read_as_another_reader_reads_them(name: str) -> None:
    with pikepdf.open(io.BytesIO(made(name, "ordinary").content)) as pdf:
        for page in pdf.pages:
            others = [
                ([plain(one) for one in instruction.operands], str(instruction.operator).encode())
                for instruction in pikepdf.parse_content_stream(page)
            ]
            own = list(operations(page.Contents.read_bytes()))
            assert own == others
            assert len(own) > 50


def test_words_lists_and_dictionaries_are_operands() -> None:
    content = b"/P <</MCID 3 /A[1 <41>]/B true>> BDC [<42>-20 <43>] TJ null x T* EMC"
    assert list(operations(content)) == [
        (["/P", {"/MCID": 3, "/A": [1, b"A"], "/B": True}], b"BDC"),
        ([[b"B", -20, b"C"]], b"TJ"),
        ([None], b"x"),
        ([], b"T*"),
        ([], b"EMC"),
    ]


@pytest.mark.parametrize("content", [b"(Berg) Tj", b"BI /W 1 ID x EI", b"% a remark", b"<41 Tj", b"] TJ"])
def test_what_this_program_never_writes_is_refused(content: bytes) -> None:
    with pytest.raises((ValueError, IndexError)):
        list(operations(content))


def plain(held: Any) -> Any:
    """A value of the other reader as the own one gives it."""
    if isinstance(held, pikepdf.Name):
        return str(held)
    if isinstance(held, pikepdf.Array):
        return [plain(one) for one in held]
    if isinstance(held, pikepdf.Dictionary):
        return {key: plain(one) for key, one in held.items()}
    return bytes(held) if isinstance(held, pikepdf.String) else float(held)
