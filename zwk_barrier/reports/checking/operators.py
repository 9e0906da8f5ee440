"""Reads the operators of a page as this program writes them, a tenth of what a reader of any PDF takes for it.

A document is checked while somebody waits for it, and most of that time went into its operators.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

# Numbers come in rows, and one row is read at once: a third of all there is.
_TOKEN: Final = re.compile(
    rb"([-+.\d][-+.\d\s]*)|<([0-9A-Fa-f\s]*)>|(/[^\s()<>\[\]{}/%]*)|(<<|\[)|(>>|\])|([A-Za-z'\"*\d]+)|(\S)"
)
_NUMBERS, _HEX, _NAME, _BEGIN, _END, _OPERATOR = range(1, 7)
_WORDS: Final = {b"true": True, b"false": False, b"null": None}


def operations(content: bytes) -> Iterator[tuple[list[Any], bytes]]:
    """Each operator of a page's content with its operands: numbers, ``/Names``, bytes, lists and dictionaries.

    Raises ValueError for what no document of this program holds: strings in parentheses, pictures in the text,
    comments.
    """
    operands: list[Any] = []
    around: list[list[Any]] = []  # the operands outside of each list or dictionary that is open
    for found in _TOKEN.finditer(content):
        kind, token = found.lastindex, found[found.lastindex or 0]
        if kind == _NUMBERS:
            operands += map(float, token.split())
        elif kind == _HEX:
            operands.append(bytes.fromhex(token.decode("ascii")))
        elif kind == _NAME:
            operands.append(token.decode("latin-1"))
        elif kind == _BEGIN:
            around.append(operands)
            operands = []
        elif kind == _END:
            held, operands = operands, around.pop()
            operands.append(held if token == b"]" else dict(zip(held[::2], held[1::2], strict=True)))
        elif kind != _OPERATOR or token == b"BI":
            raise ValueError("not written by this program")
        elif token in _WORDS:
            operands.append(_WORDS[token])
        else:
            yield operands, token
            operands = []
