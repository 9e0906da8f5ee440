"""The shipped words of a person's rights: information under Art. 13 DSGVO and consent forms.

They are written in the same form as the templates of letters, so that an office edits them in the same place.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from zwk_barrier.reference.letter_template import LetterTemplate
from zwk_barrier.reference.letter_templates import TemplateMistake, read_template, shipped_templates
from zwk_barrier.resources import resource

NOTICE: Final = "privacy_notice"
EASY_NOTICE: Final = "privacy_notice_easy"
CONSENT: Final = "consent_form"


@cache
def rights_texts() -> Mapping[str, LetterTemplate]:
    """The shipped sheets by code, in the order they are offered; raises TemplateMistake."""
    read = []
    for path in sorted(resource("texts", "rights").glob("*.toml")):
        template = read_template(path.name, path.read_text("utf-8"))
        if template.code != path.stem:
            raise TemplateMistake(path.name, 1, "the code is not the name of the file")
        read.append(template)
    return {one.code: one for one in sorted(read, key=lambda one: one.position)}


def editable_texts() -> Mapping[str, LetterTemplate]:
    """Everything whose words an office may change: the letters first, then the sheets."""
    return {**shipped_templates(), **rights_texts()}
