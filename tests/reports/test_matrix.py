"""No document the program can make is missing where every promise is tested, in no language and no size."""

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Final, get_type_hints

from tests.reports import rights_documents, test_bad_input
from tests.reports.documents import DOCUMENTS, HANDBOOKS
from zwk_barrier.reference.client_texts import CLIENT_LANGUAGES
from zwk_barrier.reference.letter_templates import shipped_templates
from zwk_barrier.reference.rights_texts import rights_texts
from zwk_barrier.reports import documents

SIZES: Final = {"empty", "ordinary", "huge"}
ALWAYS_GERMAN: Final = {"build_letter", "build_rights_sheet", "build_access_report", "build_review_sheet"}
"""What goes to German offices, says what the law says, or is read by those who review: German on every screen."""


def builders() -> Iterator[Callable[..., bytes]]:
    """Every function that makes a document of a record."""
    for found in iter_modules(documents.__path__):
        module = import_module(f"{documents.__name__}.{found.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if name.startswith("build_") and function.__module__ == module.__name__:
                assert get_type_hints(function)["return"] is bytes, name
                yield function


def test_every_function_that_makes_a_document_is_tried() -> None:
    tried = {inspect.unwrap(kind.build) for kind in DOCUMENTS.values()}
    assert {one.__name__ for one in builders()} == {one.__name__ for one in tried}
    assert len(tried) >= 14


def test_each_is_tried_in_each_language_of_the_screen_unless_it_is_always_german() -> None:
    in_both = [kind.build for name, kind in DOCUMENTS.items() if f"{name}_en" in DOCUMENTS]
    of_the_screen = {inspect.unwrap(build).__name__ for build in in_both}
    assert {one.__name__ for one in builders()} == of_the_screen | ALWAYS_GERMAN | {"build_client_copy"}


def test_the_copies_and_their_review_sheets_are_tried_in_every_language_of_theirs() -> None:
    for language in CLIENT_LANGUAGES:
        assert f"client_copy_{language}" in DOCUMENTS
        if language != "de":
            assert {f"client_copy_{language}_beside", f"review_sheet_{language}"} <= set(DOCUMENTS)


def test_every_shipped_template_of_a_letter_and_of_a_right_is_tried() -> None:
    assert {f"letter_{code}" for code in shipped_templates()} <= set(DOCUMENTS)
    records = (rights_documents.NOTICES, rights_documents.EASY_NOTICES, rights_documents.CONSENTS)
    assert {one["ordinary"]().code for one in records} == set(rights_texts())


def test_each_is_tried_in_every_size_but_the_handbook_and_the_copy_in_two_languages() -> None:
    short = {name for name, kind in DOCUMENTS.items() if set(kind.records) != SIZES}
    assert short == set(HANDBOOKS) | {name for name in DOCUMENTS if name.endswith("_beside")}


def test_every_document_in_which_somebody_types_is_tried_with_whatever_they_may_type() -> None:
    tried = {inspect.unwrap(DOCUMENTS[name].build).__name__ for name in test_bad_input.OTHERS}
    assert {one.__name__ for one in builders()} == tried | {"build_recovery_sheet", "build_handbook"}
