"""One mechanism for every text a person reads: gettext, with German as the language of the source.

German texts stand in the code, so German is complete by construction; English comes from
``resources/locale/en`` and a test proves it complete.  Screens, documents and the command line ask
here; Qt's own catalogue is only for Qt's own buttons.
"""

import gettext
from collections.abc import Callable
from typing import Final

from zwk_barrier.resources import resource

DOMAIN: Final = "zwk_barrier"
LANGUAGES: Final = ("de", "en")

_translations: gettext.NullTranslations = gettext.NullTranslations()
_language: str = "de"


def use_language(language: str) -> None:
    """Switches every later text to ``language`` (``de`` or ``en``); unknown languages give German."""
    global _translations, _language  # noqa: PLW0603 - the one process-wide setting gettext itself has
    _language = language if language in LANGUAGES else "de"
    _translations = _catalogue(_language)


def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "de" or language not in LANGUAGES:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, resource("locale"), [language], fallback=True)


def language() -> str:
    """The language texts come in now: ``de`` or ``en``."""
    return _language


def _(text: str) -> str:
    """The text in the language in use."""
    return _translations.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for ``count`` things, in the language in use."""
    return _translations.ngettext(one, many, count)


def translator(language: str) -> Callable[[str], str]:
    """Texts in the given language whatever the screen's is, for documents; unknown languages give German.

    Bind it to the name ``_`` so that its texts are found for translation.
    """
    return _catalogue(language).gettext


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Marks a text for translation that is looked up later."""
    return text
