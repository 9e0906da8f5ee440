"""Every text in the code is marked, well set in German, and has one English entry that fits it."""

import ast
import io
import os
import re
import string
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.reports.listening import Listener
from tests.reports.records import ordinary
from tests.tooling.checkout import ROOT
from zwk_barrier.reports.documents.visit_report import build_visit_report
from zwk_barrier.resources import resource

CODE = ROOT / "zwk_barrier"
MARKS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "ngettext": (1, 2)}
NBSP = "\N{NO-BREAK SPACE}"
MEND = "python3 dev.py texts"

# What is wrong with a text, and how it looks; a no-break space is never a plain one here.
IN_BOTH = {
    "three dots instead of …": r"\.\.\.",
    "a hyphen as a dash, write –": r" - ",
    "a plain space before a unit, write a no-break space": r"[\d}] (?:cm|mm|m|km|kg|h|N|lx|%|€|MB|GB|°|Uhr)(?![\w(])",
    "a plain space after §, write a no-break space": r"§ ",
    "a straight quotation mark": "[\"']",
}
IN_GERMAN = {
    **IN_BOTH,
    "a foreign quotation mark, write „…“": "[”‘’»«‹›]",
    "a quotation mark that is not paired, write „…“": r"„[^“]*$|^[^„]*“",
    "a plain space in an abbreviation, write a no-break space": r"\b[zdus]\. [BhaRÄo]\.",
    "a hyphen between numbers, write –": r"\d-\d",
}
IN_ENGLISH = {
    **IN_BOTH,
    "a foreign quotation mark, write ‘…’": "[„“”»«‹›]",
    "a German letter": "[äöüÄÖÜß]",
}
MEANT = (
    re.compile(r"DIN \d+-\d"),  # the name of a standard
    re.compile(r"^(?:Möglich ist zum Beispiel|You can type, for example,) .*"),  # as typed on a keyboard
)
# German that nobody translates: what people type, how German is set, proper names.
GERMAN_BY_PURPOSE = {
    "bootstrap.py",
    "selftest.py",  # the one contact of an office that is thrown away
    "casework/case/alphabet.py",
    "desktop/admin/about_section.py",
    "reports/setting/text.py",
    "reports/documents/client_copy_rows.py",  # the quotation marks of German inside a page of another language
    "casework/printing/identities.py",
    "rules/redaction.py",
    "rules/folding.py",
    "rules/typed/dates.py",
    "rules/typed/money.py",
}
GERMAN_WORDS = re.compile(
    r"[äöüÄÖÜß„]|(?i: (?:der|die|das|und|oder|nicht|ist|eine?|wird|mit|bitte|keine?)\b)"
)


@cache
def code_texts() -> dict[str, tuple[str, ...]]:
    """Each text in the code, with its plural, by where it stands; as ``dev.py texts`` finds them."""
    found: dict[str, tuple[str, ...]] = {}
    method = [("**.py", "python")]
    for path, line, text, _comments, _context in extract_from_dir(CODE, method, {}, MARKS):
        forms = (text,) if isinstance(text, str) else tuple(text)
        found.setdefault(forms[0], (*forms, f"{path}:{line}"))
    return found


def forms_of(found: tuple[str, ...]) -> tuple[str, ...]:
    return found[:-1]


@cache
def english() -> Catalog:
    with catalogue_file("po").open("rb") as file:
        return read_po(file, locale="en", domain="zwk_barrier")


def catalogue_file(ending: str) -> Path:
    return resource("locale", "en", "LC_MESSAGES", f"zwk_barrier.{ending}")


def entries() -> list[Message]:
    return [entry for entry in english() if entry.id]


def finished() -> list[Message]:
    return [entry for entry in entries() if all(strings(entry.string))]


def strings(text: object) -> tuple[str, ...]:
    """The forms of an entry's key or of its translation."""
    return (text,) if isinstance(text, str) else tuple(map(str, text)) if isinstance(text, Iterable) else ()


def expect_none(found: Iterable[object], mend: str = "") -> None:
    """Fails with all that was found, a line each."""
    lines = [str(one) for one in found]
    if lines:
        pytest.fail("\n".join([*lines, mend]), pytrace=False)


def placeholders(text: str) -> set[str]:
    return {
        name for _literal, name, _format, _conversion in string.Formatter().parse(text) if name is not None
    }


def faults(text: str, wrong: dict[str, str]) -> list[str]:
    for meant in MEANT:
        text = meant.sub("", text)
    return [name for name, pattern in wrong.items() if re.search(pattern, text)]


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(CODE.rglob("*.py")):
        yield path.relative_to(CODE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def mark_of(node: ast.AST) -> str:
    """``_``, ``N_`` or ``ngettext`` when a node calls it, bare or as a method."""
    if not isinstance(node, ast.Call):
        return ""
    called = node.func
    name = (
        called.id
        if isinstance(called, ast.Name)
        else called.attr
        if isinstance(called, ast.Attribute)
        else ""
    )
    return name if name in MARKS else ""


def test_every_text_in_the_code_has_its_english() -> None:
    known = {strings(entry.id)[0] for entry in entries()}
    missing = [f"{found[-1]}: {text}" for text, found in code_texts().items() if text not in known]
    expect_none(missing, MEND)


def test_no_english_entry_is_empty_or_a_guess() -> None:
    unfinished = [entry.id for entry in entries() if entry.fuzzy or not all(strings(entry.string))]
    expect_none(unfinished)


def test_no_english_entry_is_of_a_text_that_is_gone() -> None:
    gone = [entry.id for entry in entries() if strings(entry.id)[0] not in code_texts()]
    expect_none(gone, MEND)
    assert not english().obsolete, MEND


def test_both_forms_of_a_plural_are_those_of_the_code() -> None:
    other = [
        entry.id for entry in entries() if strings(entry.id) != forms_of(code_texts()[strings(entry.id)[0]])
    ]
    expect_none(other, MEND)


def test_german_and_english_have_the_same_placeholders() -> None:
    other = [
        (german, text)
        for entry in finished()
        for german in strings(entry.id)[:1]
        for text in (*strings(entry.id), *strings(entry.string))
        if placeholders(text) != placeholders(german)
    ]
    expect_none(other)


def test_spaces_at_the_ends_and_alt_keys_are_kept() -> None:
    def shape(text: str) -> tuple[bool, bool, bool]:
        return text[:1] == " ", text[-1:] == " ", text.replace("&&", "").count("&") == 1

    other = [
        (german, text)
        for entry in finished()
        for german, text in zip(strings(entry.id), strings(entry.string), strict=True)
        if shape(german) != shape(text)
    ]
    expect_none(other)


def test_the_compiled_catalogue_is_the_readable_one() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, english())
    assert catalogue_file("mo").read_bytes() == compiled.getvalue(), MEND


def test_the_catalogue_changes_only_when_a_text_does() -> None:
    written = catalogue_file("po").read_text(encoding="utf-8")
    assert "\n#:" not in written
    assert [entry.id for entry in entries()] == [entry.id for entry in sorted(entries())]
    assert re.findall(r"(?:Creation|Revision)-Date: (.{16})", written) == ["2026-01-01 00:00"] * 2


def test_german_texts_are_set_as_german_is() -> None:
    wrong = [
        f"{found[-1]}: {fault}: {text.replace(NBSP, '~')}"
        for found in code_texts().values()
        for text in forms_of(found)
        for fault in faults(text, IN_GERMAN)
    ]
    expect_none(wrong)


def test_english_texts_are_set_as_english_is() -> None:
    wrong = [
        f"{fault}: {text.replace(NBSP, '~')}"
        for entry in entries()
        for text in strings(entry.string)
        for fault in faults(text, IN_ENGLISH)
    ]
    expect_none(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "Warten...",
        "1 - 2",
        "20 cm",
        "{size} MB",
        "§ 40",
        '"Neu"',
        "“Neu”",
        "„Neu",
        "Neu“",
        "z. B. Bad",
        "1-2",
    ],
)
def test_the_check_finds_what_it_is_for(text: str) -> None:
    assert faults(text, IN_GERMAN)


def test_a_marked_text_is_written_out_where_it_is_marked() -> None:
    """Babel reads the source: a text put together there would never be found."""
    together = [
        f"{name}:{argument.lineno}"
        for name, module in modules()
        for node in ast.walk(module)
        if mark_of(node) and isinstance(node, ast.Call)
        for argument in node.args[: 2 if mark_of(node) == "ngettext" else 1]
        if isinstance(argument, ast.JoinedStr | ast.BinOp | ast.Call | ast.IfExp | ast.Starred)
        or (isinstance(argument, ast.Constant) and not argument.value)
    ]
    expect_none(together)


def test_no_text_is_marked_where_the_catalogue_does_not_see_it() -> None:
    """Within an f-string it does not before Python 3.12."""
    unseen = [
        f"{path}:{call.lineno}: {call.args[0].value!s}"
        for path, module in modules()
        for call in ast.walk(module)
        if isinstance(call, ast.Call) and mark_of(call) and isinstance(call.args[0], ast.Constant)
        if call.args[0].value not in code_texts()
    ]
    expect_none(unseen, "say it before, by a name of its own")


def test_no_text_is_looked_up_before_the_language_is_known() -> None:
    early = [f"{name}:{node.lineno}" for name, module in modules() for node in looked_up_at_import(module)]
    expect_none(early)


def looked_up_at_import(module: ast.Module) -> Iterator[ast.Call]:
    """Calls that run while the module is imported: outside functions, in decorators, in default values."""
    waiting: list[ast.AST] = [module]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call) and mark_of(node) in {"_", "ngettext"}:
            yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += [*node.decorator_list, node.args]
        elif isinstance(node, ast.Lambda):
            waiting.append(node.args)
        else:
            waiting += ast.iter_child_nodes(node)


@pytest.mark.parametrize("code", ['A = _("A")', 'class A:\n b = _("B")', 'def a(b=_("C")): pass'])
def test_an_early_text_is_seen(code: str) -> None:
    assert list(looked_up_at_import(ast.parse(code)))


def test_no_german_stands_in_the_code_unmarked() -> None:
    unmarked = [
        f"{name}:{node.lineno}: {node.value}"
        for name, module in modules()
        if name not in GERMAN_BY_PURPOSE and not name.startswith("casework/demonstration/")
        for node in spoken(module)
        if isinstance(node.value, str) and GERMAN_WORDS.search(node.value)
    ]
    expect_none(unmarked, "mark it by _()")


def spoken(module: ast.Module) -> Iterator[ast.Constant]:
    """All constants but marked texts and docstrings."""
    silent = {
        id(inner)
        for node in ast.walk(module)
        if mark_of(node) or isinstance(node, ast.Expr)
        for inner in texts_in(node)
    }
    return (node for node in ast.walk(module) if isinstance(node, ast.Constant) and id(node) not in silent)


def texts_in(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Call):
        for argument in node.args:
            yield from ast.walk(argument)
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value


def test_the_command_line_speaks_english_when_asked() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "zwk_barrier", "--help"],
        cwd=ROOT,
        env={**os.environ, "ZWK_LANGUAGE": "en", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "home-accessibility advice. Without a command the window opens." in told.stdout
    assert "wrong name or password" in told.stdout
    assert not re.search("[äöüß]", told.stdout)


def test_a_visit_report_is_english_whatever_the_screen_is() -> None:
    heard = Listener(build_visit_report(ordinary(language="en")))
    told = "\n".join(one.text for one in heard.heard)
    assert "Report on the home visit on 9 November 2026" in told
    for heading in ("The visit", "Summary", "Room by room", "Recommended measures", "Next steps"):
        assert f"\n{heading}\n" in told
    assert str(heard.pdf.Root.Lang).startswith("en")
