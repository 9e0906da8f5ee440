"""What screen readers hear a widget as, where Qt's own answer is "label" or "panel".

``install_roles()`` is called once by the theme.  The classes stand in widgets/; a widget named here must set its own
accessible name, because this plain interface does not read a label's text.
"""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLES: Final[dict[str, QAccessible.Role]] = {
    "PageTitle": QAccessible.Role.Heading,
    "SectionTitle": QAccessible.Role.Heading,
    "GroupTitle": QAccessible.Role.Heading,
    "NoticeText": QAccessible.Role.Notification,
    "ErrorText": QAccessible.Role.Notification,
    "Voice": QAccessible.Role.Notification,
    "YesNoField": QAccessible.Role.Grouping,
    "FormRows": QAccessible.Role.Form,
    "Rail": QAccessible.Role.ToolBar,
    "RowList": QAccessible.Role.List,
    "RowItem": QAccessible.Role.ListItem,
    "AmountTable": QAccessible.Role.List,
    "AmountItem": QAccessible.Role.ListItem,
    "ComparedList": QAccessible.Role.List,
    "ComparedRow": QAccessible.Role.ListItem,
    "Picture": QAccessible.Role.Graphic,
    "PhotoPicture": QAccessible.Role.Graphic,
    "MarkCanvas": QAccessible.Role.Graphic,
    "PagePicture": QAccessible.Role.Graphic,
    "Passage": QAccessible.Role.Paragraph,
    "LineChart": QAccessible.Role.Chart,
}

# Qt owns the interface only as long as Python remembers it: each lives as long as its widget.
_living: dict[int, QAccessibleInterface] = {}


def install_roles() -> None:
    """Teaches Qt the roles; harmless when called again."""
    QAccessible.installFactory(_interface)


def _interface(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = _ROLES.get(class_name)
    if role is None or not isinstance(thing, QWidget):
        return None
    interface = QAccessibleWidget(thing, role)
    key = id(interface)
    _living[key] = interface
    thing.destroyed.connect(lambda: _living.pop(key, None))
    return interface
