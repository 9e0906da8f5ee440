"""One mechanism for every text a person reads: gettext, with German as the language of the source.

German texts stand in the code, so German is complete by construction; English comes from
``resources/locale/en`` and a test proves it complete.  Screens, documents and the command line ask
here; Qt's own catalogue is only for Qt's own buttons.
"""

import gettext
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from zwk_barrier.resources import resource

DOMAIN: Final = "zwk_barrier"
LANGUAGES: Final = ("de", "en")

_translations: gettext.NullTranslations = gettext.NullTranslations()
_language: str = "de"
_spoken_here: ContextVar[tuple[str, gettext.NullTranslations] | None] = ContextVar("spoken", default=None)


def use_language(language: str) -> None:
    """Switches every later text to ``language`` (``de`` or ``en``); unknown languages give German."""
    global _translations, _language  # noqa: PLW0603 - the one process-wide setting gettext itself has
    _language = language if language in LANGUAGES else "de"
    _translations = _catalogue(_language)


def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "de" or language not in LANGUAGES:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, resource("locale"), [language], fallback=True)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Inside, texts come in ``language`` whatever the screen's is: a letter to a German office is German.

    Only in this thread.
    """
    token = _spoken_here.set((language, _catalogue(language)))
    try:
        yield
    finally:
        _spoken_here.reset(token)


def language() -> str:
    """The language texts come in now: ``de`` or ``en``."""
    here = _spoken_here.get()
    return _language if here is None else here[0]


def _(text: str) -> str:
    """The text in the language in use."""
    here = _spoken_here.get()
    return (_translations if here is None else here[1]).gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for ``count`` things, in the language in use."""
    here = _spoken_here.get()
    return (_translations if here is None else here[1]).ngettext(one, many, count)


def translator(language: str) -> Callable[[str], str]:
    """Texts in the given language whatever the screen's is, for documents; unknown languages give German.

    Bind it to the name ``_`` so that its texts are found for translation.
    """
    return _catalogue(language).gettext


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Marks a text for translation that is looked up later."""
    return text
