"""Contacts: the list, and one contact at a time."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from zwk_barrier.desktop.contacts.contact_list import ContactList
from zwk_barrier.desktop.contacts.editor import ContactEditor
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToContact, ToContacts


class ContactsPage(QStackedWidget):
    """The page of ``ToContacts`` and ``ToContact``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contacts_page")
        self.list = ContactList(desk)
        self.editor = ContactEditor(desk)
        self.addWidget(self.list)
        self.addWidget(self.editor)

    def title(self) -> str:
        """What the window is called."""
        return self.editor.title() if self.currentWidget() is self.editor else self.list.title()

    def show_destination(self, destination: ToContacts | ToContact) -> None:
        """Shows the list, a contact, or a fresh one."""
        if isinstance(destination, ToContact):
            self.setCurrentWidget(self.editor)
            self.editor.show_destination(destination)
        else:
            self.setCurrentWidget(self.list)
            self.list.reload()

    def leave(self) -> None:
        """Keeps what is being typed."""
        self.editor.leave()
