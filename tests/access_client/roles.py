"""The numbers of AT-SPI that the tests speak of (at-spi2-core, ``atspi-constants.h``)."""

from enum import IntEnum


class Role(IntEnum):
    """What a thing is; the number and not the name, which is translated."""

    ALERT = 2
    CHECK_BOX = 7
    COLUMN_HEADER = 10
    COMBO_BOX = 11
    DIALOG = 16
    FILLER = 20
    FRAME = 23
    LABEL = 29
    LIST = 31
    LIST_ITEM = 32
    MENU_ITEM = 35
    PAGE_TAB = 37
    PAGE_TAB_LIST = 38
    PANEL = 39
    PASSWORD_TEXT = 40
    PROGRESS_BAR = 42
    PUSH_BUTTON = 43
    RADIO_BUTTON = 44
    SCROLL_BAR = 48
    SCROLL_PANE = 49
    SPIN_BUTTON = 52
    TABLE = 55
    TABLE_CELL = 56
    TEXT = 61
    TOGGLE_BUTTON = 62
    TREE = 65
    WINDOW = 69
    APPLICATION = 75
    HEADING = 83
    LINK = 88
    NOTIFICATION = 101


class State(IntEnum):
    """What is true of a thing just now."""

    ACTIVE = 1
    CHECKED = 4
    EDITABLE = 7
    ENABLED = 8
    EXPANDED = 10
    FOCUSABLE = 11
    FOCUSED = 12
    SELECTED = 23
    SENSITIVE = 24
    SHOWING = 25
    VISIBLE = 30


class Relation(IntEnum):
    """How one thing belongs to another."""

    LABELLED_BY = 2


def role_name(number: int) -> str:
    """A role in words for reports."""
    try:
        return Role(number).name.lower().replace("_", " ")
    except ValueError:
        return f"role {number}"
