"""Driving one program the way people with assistive technology do: by names, focus and keys, never by pixels."""

from collections.abc import Callable, Iterator
from typing import Final

from tests.access_client.accessible import Accessible, walk
from tests.access_client.bus import NoAnswer, wait_for
from tests.access_client.focus import Focus
from tests.access_client.keyboard import Keyboard
from tests.access_client.roles import Role, State, role_name

_FIELDS: Final = (Role.TEXT, Role.PASSWORD_TEXT, Role.SPIN_BUTTON)
_MOST_TABS: Final = 150
NBSP: Final = "\xa0"


class Screen:
    """The windows of one program and the keyboard before them; whatever is asked for is waited for."""

    def __init__(self, application: Accessible, keyboard: Keyboard) -> None:
        self.application = application
        self.keyboard = keyboard
        self.focus = Focus(application.bus)

    def everything(self) -> Iterator[Accessible]:
        """All that is showing in every window."""
        return walk(self.application)

    def settled(self) -> list[Accessible]:
        """All that is showing, once two looks in a row have seen the same."""
        looks: list[list[Accessible]] = [[]]

        def look() -> bool:
            looks.append(list(self.everything()))
            return looks[-1] == looks[-2]

        wait_for(look, "the windows to come to rest")
        return looks[-1]

    def find(self, role: Role | tuple[Role, ...], name: str) -> Accessible:
        """The thing with this role and name; "…" at the end of the name stands for anything."""
        roles = role if isinstance(role, tuple) else (role,)
        fits = _comparison(name)
        return self._first(
            lambda thing: thing.role in roles and fits(thing.name),
            f"{' or '.join(map(role_name, roles))} {name!r}",
        )

    def field(self, label: str) -> Accessible:
        """The field a label names; a combo box calls itself by its value, so the label is what counts."""
        fits = _comparison(label)

        def is_it(thing: Accessible) -> bool:
            if thing.role == Role.COMBO_BOX:
                return any(fits(text.name) for text in thing.labels())
            return thing.role in _FIELDS and fits(thing.name)

        return self._first(is_it, f"field {label!r}")

    def text(self, words: str) -> Accessible:
        """Something that says these words, in its name or in its text."""
        return self._first(lambda thing: words in said_by(thing), f"the words {words!r}")

    def press(self, name: str) -> None:
        """Presses a button."""
        self.find(Role.PUSH_BUTTON, name).do("Press")

    def write(self, label: str, text: str) -> Accessible:
        """Enters text into a field as dictation does, and looks whether it stands there."""
        field = self.field(label)
        field.focus()
        wait_for(lambda: State.FOCUSED in field.states, f"the focus in {label!r}")
        field.write(text)
        if field.role != Role.PASSWORD_TEXT:
            wait_for(lambda: field.text == text, f"{text!r} in {label!r}")
        return field

    def choose(self, label: str, option: str) -> None:
        """Chooses from a list by keys alone: setting it through AT-SPI has no effect in Qt."""
        box = self.field(label)
        self.tab_to(box)
        self.keyboard.press("Down")
        wait_for(lambda: State.EXPANDED in box.states, f"the list of {label!r}")
        options = _options(box)
        assert option in options, f"{label!r} offers {options}"
        self.keyboard.press("Home", *["Down"] * options.index(option), "Return")
        wait_for(lambda: box.name == option, f"{option!r} in {label!r}, which says {box.name!r}")

    def tab_to(self, target: Accessible) -> None:
        """Goes there with the Tab key, as everybody can who cannot use a mouse."""
        here = self.where()
        for _stop in range(_MOST_TABS):
            if State.FOCUSED in target.states:  # a table tells of its cell first, then of itself
                return
            self.keyboard.press("Tab")
            here = self.focus.after(here)
        raise AssertionError(f"Tab never reaches {target.told()}")

    def where(self) -> Accessible | None:
        """What has the keyboard; looked for when we were not told, because it had it before we listened."""
        told = self.focus.where()
        return told or next((thing for thing in self.everything() if State.FOCUSED in thing.states), None)

    def _first(self, fits: Callable[[Accessible], bool], what: str) -> Accessible:
        def look() -> Accessible | None:
            return next((thing for thing in self.everything() if _holds(fits, thing)), None)

        try:
            return wait_for(look, what)  # type: ignore[no-any-return]
        except AssertionError as missing:
            raise AssertionError(f"{missing}; there is:\n{self.report()}") from None

    def report(self) -> str:
        """Everything showing that has a name, one a line."""
        return "\n".join(f"  {thing.told()}" for thing in self.everything() if thing.name)


def said_by(thing: Accessible) -> str:
    """What a screen reader would read of a thing."""
    try:
        return f"{thing.name} {thing.text}"
    except NoAnswer:  # has no text
        return thing.name


def _comparison(name: str) -> Callable[[str], bool]:
    """Compares as people read: a blank that does not break is a blank."""
    if name.endswith("…"):
        return lambda found: found.replace(NBSP, " ").startswith(name.removesuffix("…"))
    return lambda found: found.replace(NBSP, " ") == name


def _holds(fits: Callable[[Accessible], bool], thing: Accessible) -> bool:
    try:
        return fits(thing)
    except NoAnswer:  # it went away while we looked
        return False


def _options(box: Accessible) -> list[str]:
    """The entries of an open list."""
    return [thing.name for thing in walk(box, into_tables=True) if thing.role == Role.LIST_ITEM]
