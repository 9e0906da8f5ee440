"""What is under version control belongs to the project alone, not to the machine it was written on."""

import re

import pytest

from tests.tooling.checkout import tracked_files

# Bracketed, so that this file does not hold what it looks for.
FOREIGN = {
    "a package registry": re.compile(r"\b(?:py[p]i\.org|python[h]osted|npm[j]s\.|deb\.deb[i]an)"),
    "a path of one machine": re.compile(r"(?<![\w.~$}*])/(?:wo[r]k|ho[m]e|ro[o]t|Us[e]rs|fa[r]m)/\w"),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_no_tracked_file_names(kind: str) -> None:
    found = []
    for path in tracked_files():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # a font, a picture
        found += [f"{path}:{number}" for number, line in enumerate(lines, 1) if FOREIGN[kind].search(line)]
    assert found == []


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("a package registry", "https://py" + "pi.org/simple"),
        ("a path of one machine", 'open("/ho' + 'me/anna/x")'),
    ],
)
def test_the_search_finds_what_it_is_for(kind: str, line: str) -> None:
    assert FOREIGN[kind].search(line)
