"""What the code of the window says, read once: its texts, its dialogs, and the strings that may be keys."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from zwk_barrier import resources

PACKAGE = Path(resources.__file__).parent
_TRANSLATED = frozenset({"_", "N_", "ngettext"})


@dataclass
class WindowCode:
    """``texts`` are those of the whole program, with the marks of Alt keys; the others are of the window."""

    texts: set[str] = field(default_factory=set)
    dialogs: set[str] = field(default_factory=set)
    strings: set[str] = field(default_factory=set)


@cache
def window_code() -> WindowCode:
    """Read from the source files, which takes seconds."""
    found = WindowCode()
    for path in PACKAGE.rglob("*.py"):
        is_window = path.is_relative_to(PACKAGE / "desktop")
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _called(node) in _TRANSLATED:
                found.texts |= {arg.value for arg in node.args if _is_text(arg)}  # type: ignore[attr-defined]
            if is_window:
                found.dialogs |= set(_dialogs(node))
                found.strings |= {node.value} if _is_text(node) else set()  # type: ignore[attr-defined]
    return found


def start_pages() -> set[str]:
    """The pages before the office, by the names of their modules."""
    return {path.stem.removesuffix("_page") for path in (PACKAGE / "desktop" / "start").glob("*_page.py")}


def _called(node: ast.Call) -> str:
    """The name of what is called, bare or as a method."""
    match node.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _dialogs(node: ast.AST) -> Iterator[str]:
    """The objectName of a dialog: what is handed to ``Dialog`` as its second argument."""
    match node:
        case ast.Call(func=ast.Name("Dialog"), args=[_, ast.Constant(str(name)), *_]):
            yield name
        case ast.ClassDef(bases=[ast.Name("Dialog")]):
            yield next(filter(None, map(_handed_on, ast.walk(node))))
        case _:
            pass


def _handed_on(node: ast.AST) -> str:
    match node:
        case ast.Call(func=ast.Attribute(attr="__init__"), args=[_, ast.Constant(str(name)), *_]):
            return name
        case _:
            return ""
