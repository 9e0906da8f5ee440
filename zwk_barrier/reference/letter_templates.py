"""Reads the templates of letters, the shipped ones and the office's own, and says what is wrong with one.

A template is TOML.  A mistake raises :class:`TemplateMistake` (a ValueError) naming file, line and reason.
Every placeholder a text names has to be sure to be there: asked for by ``required``, or by the paragraph's
own ``only_with``; so no sentence can ever be printed with a hole in it.
"""

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from datetime import date
from functools import cache
from typing import Any, Final, NoReturn, cast, get_args

from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.reference.letter_placeholders import PLACEHOLDERS
from zwk_barrier.reference.letter_template import (
    Block,
    FollowUp,
    LetterTemplate,
    Paragraph,
    Recipient,
    Sender,
    is_printable,
    placeholders_in,
)
from zwk_barrier.resources import resource
from zwk_barrier.wording import N_, _

_ALWAYS_THERE: Final = frozenset({"heute", "antwort_bis"})
_SETS: Final = ("", "applied_on", "objection_on", "consent_state", "resolution_state")


class TemplateMistake(ValueError):
    """A template that cannot be used; ``sentence()`` says it to the person who wrote it."""

    def __init__(self, file: str, line: int, reason: str, **named: object) -> None:
        super().__init__(f"{file}, line {line}: {reason.format(**named)}")
        self.file, self.line, self._reason, self._named = file, line, reason, named

    def sentence(self) -> str:
        """The reason in the language of the screen."""
        return _(self._reason).format(**self._named)


@cache
def shipped_templates() -> Mapping[str, LetterTemplate]:
    """The shipped templates by code, in the order they are offered."""
    read = []
    for path in sorted(resource("texts", "letters").glob("*.toml")):
        template = read_template(path.name, path.read_text("utf-8"))
        if template.code != path.stem:
            raise TemplateMistake(path.name, 1, "the code is not the name of the file")
        read.append(template)
    return {one.code: one for one in sorted(read, key=lambda one: one.position)}


def read_template(file: str, text: str) -> LetterTemplate:
    """One template; raises TemplateMistake."""
    return _Reader(file, text).template()


def with_texts(template: LetterTemplate, texts: Mapping[str, str]) -> LetterTemplate:
    """The template with other words: ``subject``, ``greeting``, ``closing``, ``reply`` or a paragraph's code.

    An empty paragraph is left out.
    """
    named = {key: texts[key] for key in ("subject", "greeting", "closing", "reply") if key in texts}
    paragraphs = (replace(one, text=texts.get(one.code, one.text)) for one in template.paragraphs)
    kept = tuple(one for one in paragraphs if one.text.strip() or one.block)
    return replace(template, paragraphs=kept, is_own=True, **named)  # type: ignore[arg-type] # all are texts


def written(template: LetterTemplate) -> str:
    """The template as TOML, which :func:`read_template` reads back."""
    lines = [_line(key, getattr(template, key)) for key in _PLAIN]
    if template.follow_up is not None:
        lines.append(
            f"follow_up = {{days = {template.follow_up.days}, title = {_text(template.follow_up.title)}}}"
        )
    for one in template.paragraphs:
        lines += ["", "[[paragraph]]"]
        lines += [
            _line(key, getattr(one, key))
            for key in ("code", "heading", "text", "only_with", "not_with", "block", "joins")
            if getattr(one, key) or key == "text"
        ]
    return "\n".join(lines) + "\n"


_PLAIN: Final = (
    *("code", "title_de", "title_en", "position", "sender", "recipient", "needs_application", "purpose"),
    *("basis", "norm", "discloses", "file", "subject", "greeting", "closing", "required", "enclosures"),
    *("answer_days", "checked_on", "source", "sets", "disclosed_to", "hint_de", "hint_en", "reply"),
    *("takes_photos", "unfit_with"),
)
_KINDS: Final[Mapping[str, type]] = {
    "position": int,
    "answer_days": int,
    "checked_on": date,
    "required": list,
    "enclosures": list,
    "unfit_with": list,
    "needs_application": bool,
    "takes_photos": bool,
}
_DEFAULTS: Final = {field.name: field.default for field in fields(LetterTemplate)}


def _line(key: str, value: Any) -> str:
    if isinstance(value, tuple):
        return f"{key} = [{', '.join(map(_text, value))}]"
    if isinstance(value, bool):
        return f"{key} = {str(value).lower()}"
    return f"{key} = {value if isinstance(value, int | date) else _text(value)}"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


@dataclass(frozen=True, slots=True)
class _Reader:
    file: str
    text: str

    def template(self) -> LetterTemplate:
        try:
            raw = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise TemplateMistake(
                self.file, _line_of(str(error)), N_("Das ist keine Vorlage: {error}"), error=error
            ) from error
        paragraphs = tuple(self._paragraph(entry) for entry in raw.pop("paragraph", ()))
        follow_up = raw.pop("follow_up", None)
        values = {key: self._value(raw, key) for key in _PLAIN}
        for key in raw:
            if key not in _PLAIN:
                self._fail(key, N_("„{key}“ ist hier nicht vorgesehen."), key=key)
        template = LetterTemplate(
            paragraphs=paragraphs,
            follow_up=None
            if follow_up is None
            else FollowUp(int(follow_up["days"]), str(follow_up["title"])),
            **values,
        )
        self._check(template)
        return template

    def _value(self, raw: Mapping[str, Any], key: str) -> Any:
        kind = _KINDS.get(key, str)
        value: Any = raw.get(key, [] if kind is list else _DEFAULTS[key])
        if value is MISSING:
            self._fail("", N_("„{key}“ fehlt."), key=key)
        if not isinstance(value, kind):
            self._fail(key, N_("„{key}“ hat keinen passenden Wert."), key=key)
        return tuple(cast("list[str]", value)) if kind is list else value

    def _paragraph(self, entry: Mapping[str, Any]) -> Paragraph:
        for key in ("code", "text"):
            if not isinstance(entry.get(key), str):
                self._fail("[[paragraph]]", N_("Einem Absatz fehlt „{key}“."), key=key)
        known = {"code", "text", "heading", "only_with", "not_with", "block", "joins"}
        for key in set(entry) - known:
            self._fail(key, N_("„{key}“ ist hier nicht vorgesehen."), key=key)
        return Paragraph(
            entry["code"],
            entry["text"],
            entry.get("heading", ""),
            tuple(entry.get("only_with", ())),
            tuple(entry.get("not_with", ())),
            self._one_of(entry.get("block", ""), Block, "block"),
            joins=entry.get("joins") is True,
        )

    def _check(self, template: LetterTemplate) -> None:
        self._one_of(template.sender, Sender, "sender")
        self._one_of(template.recipient, Recipient, "recipient")
        if template.sets not in _SETS:
            self._fail("sets", N_("„{key}“ hat keinen passenden Wert."), key="sets")
        for codes, code in (("consent_purpose", template.purpose), ("disclosure_basis", template.basis)):
            if code and code not in load_code_list(codes):
                self._fail(code, N_("„{code}“ steht in keiner Auswahl."), code=code)
        named = [paragraph.code for paragraph in template.paragraphs]
        for code in {code for code in named if named.count(code) > 1}:
            self._fail(code, N_("Den Absatz „{code}“ gibt es zweimal."), code=code)
        if not template.subject.strip():
            self._fail("subject", N_("Der Betreff fehlt."))
        self._check_placeholders(template)

    def _check_placeholders(self, template: LetterTemplate) -> None:
        sure = _ALWAYS_THERE | set(template.required)
        for name in (*template.required, *template.unfit_with):
            self._check_name(name, PLACEHOLDERS)
        for text in (
            template.subject,
            template.greeting,
            template.closing,
            template.reply,
            *template.enclosures,
        ):
            self._check_text(text, sure)
        for one in template.paragraphs:
            for name in (*one.only_with, *one.not_with):
                self._check_name(name, PLACEHOLDERS)
            self._check_text(one.text, sure | set(one.only_with))
            self._check_text(one.heading, sure | set(one.only_with))

    def _check_text(self, text: str, sure: Iterable[str]) -> None:
        for name in placeholders_in(text):
            if not is_printable(name):
                self._fail(f"{{{name}}}", N_("Den Platzhalter „{name}“ gibt es nicht."), name=name)
            if name not in sure:
                self._fail(
                    f"{{{name}}}",
                    N_(
                        "„{name}“ kann fehlen: Der Satz braucht eine Bedingung, oder die Vorlage muss ihn verlangen."
                    ),
                    name=name,
                )
        rest = text
        for name in placeholders_in(text):
            rest = rest.replace(f"{{{name}}}", "")
        if "{" in rest or "}" in rest:
            self._fail("{" if "{" in rest else "}", N_("Eine geschweifte Klammer steht allein."))

    def _check_name(self, name: str, known: Iterable[str]) -> None:
        if name not in known:
            self._fail(name, N_("Den Platzhalter „{name}“ gibt es nicht."), name=name)

    def _one_of(self, value: object, kinds: Any, key: str) -> Any:
        if value not in get_args(kinds):
            self._fail(key, N_("„{key}“ hat keinen passenden Wert."), key=key)
        return cast("Any", value)

    def _fail(self, where: str, reason: str, **named: object) -> NoReturn:
        raise TemplateMistake(self.file, _line_with(self.text, where), reason, **named)


def _line_with(text: str, where: str) -> int:
    """The first line that holds ``where``, counted from 1."""
    return next((number for number, line in enumerate(text.splitlines(), 1) if where and where in line), 1)


def _line_of(error: str) -> int:
    """The line a TOML error names."""
    words = error.replace(",", " ").replace(")", " ").split()
    return int(words[words.index("line") + 1]) if "line" in words else 1
