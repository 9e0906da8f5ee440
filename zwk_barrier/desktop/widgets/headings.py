"""Words on a page, by what they are; font and colour come from the theme by class name.

    PageTitle(text)      26 px, one a page, a heading for screen readers
    SectionTitle(text)   18 px, a heading for screen readers
    GroupTitle(text)     14 px semi-bold soft, a heading inside a section
    BodyText(text)       16 px, wraps
    StrongText(text)     16 px semi-bold, wraps
    SoftText(text)       16 px soft, wraps
    NoteText(text)       14 px soft, wraps
    FigureText(text)     28 px, a number that is the point
    MeasureText(text)    20 px, a measured value
    BrandText(text)      the program's name

All take ``name=`` (objectName).  Text is plain unless ``rich=True``: nothing typed becomes markup.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from zwk_barrier.overriding import override


class BodyText(QLabel):
    """Text that wraps and can be selected by nobody but read by everybody."""

    wraps = True

    def __init__(self, text: str = "", *, name: str = "", rich: bool = False) -> None:
        super().__init__()
        self._is_rich = rich
        self.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        if self.wraps:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if name:
            self.setObjectName(name)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        # Paragraphs with markup are the long ones: they get the line spacing prose wants.
        super().setText(f"<p style='line-height: 110%'>{text}</p>" if self._is_rich else text)


class StrongText(BodyText):
    """What stands out in a line."""


class SoftText(BodyText):
    """What matters less."""


class NoteText(BodyText):
    """A small explanation."""


class FigureText(BodyText):
    """A number that is the point of its card."""

    wraps = False


class MeasureText(BodyText):
    """A measured value."""

    wraps = False


class BrandText(BodyText):
    """The name of the program."""

    wraps = False


class _Heading(BodyText):
    """A label that screen readers hear as a heading: roles.py gives it the role, this the name."""

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)


class PageTitle(_Heading):
    """What the page is about."""


class SectionTitle(_Heading):
    """What a part of the page is about."""


class GroupTitle(_Heading):
    """What the next few lines of a section are about."""
