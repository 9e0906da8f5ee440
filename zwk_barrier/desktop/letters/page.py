"""A letter: at the left its fields and what is missing, at the right the letter itself as it will be printed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QSplitter, QVBoxLayout, QWidget

from zwk_barrier.casework.printing.letter_documents import document_of
from zwk_barrier.casework.printing.letter_draft import LetterDraft, Wanted, draft, wanting
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import Back, Destination, ToLetter
from zwk_barrier.desktop.document_pane import DocumentPane
from zwk_barrier.desktop.letters.deeds import LetterDeeds
from zwk_barrier.desktop.letters.form import LetterForm, shape_of
from zwk_barrier.desktop.letters.missing import BeforeSending
from zwk_barrier.desktop.letters.sending import SendingCard, Sent
from zwk_barrier.desktop.letters.sent import SentCard
from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import Button, FoldingButton, IconButton, Kind
from zwk_barrier.desktop.widgets.columns import Columns
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.dialogs import ask_first
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import PageTitle, SoftText
from zwk_barrier.desktop.widgets.keeping import settle_all
from zwk_barrier.desktop.widgets.scroll import ScrollPage
from zwk_barrier.desktop.widgets.tab_order import tab_in_reading_order
from zwk_barrier.model.letter_document import LetterDocument
from zwk_barrier.overriding import override
from zwk_barrier.problems import Problem
from zwk_barrier.reports.documents.letter import build_letter, letter_file_name
from zwk_barrier.store.journal import Changed
from zwk_barrier.wording import _

_PANE_HEIGHT = 640  # px: a page is read in it without scrolling sideways
_WITH_PDF = ("save", "print", "send")  # what needs the letter to be set

_Found = tuple[LetterDraft, LetterDocument]


class LetterPage(QWidget):
    """The page of ``ToLetter``; a new letter is filed with the first thing that is kept in it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letter_page")
        self._desk = desk
        self._deeds = LetterDeeds(desk, self)
        self._deeds.filed.connect(self._read)
        self._draft: LetterDraft | None = None
        self._form: LetterForm | None = None
        self._built = 0
        self._title = PageTitle(_("Schreiben"), name="letter_title")
        self._of = SoftText(name="letter_of")
        self._before = BeforeSending(desk)
        self._before.wanted_here.connect(lambda key: self._form and self._form.focus_on(key))
        self._before.hide()
        self._sent = SentCard()
        self._sending = SendingCard()
        self._sending.sending.connect(self._send)
        self._sending.ended.connect(self._stop_asking)
        self.pane = DocumentPane(desk, "letter")
        self._left = QWidget()
        self._fields = QVBoxLayout(self._left)
        self._page = QVBoxLayout(self)
        self._head = Columns("letter_head", fold_at=760)
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._buttons = self._make_buttons()
        self._lay_out()
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._read)
        desk.changed.connect(self._changed)
        self.refit()

    def title(self) -> str:
        """What the window is called while this page is shown."""
        return self._title.text()

    def show_destination(self, destination: Destination) -> None:
        """Shows a letter that is there, or begins one."""
        if not isinstance(destination, ToLetter):
            return
        self.leave()
        self._sending.end()
        self._drop_form()
        self._deeds.turn_to(
            Wanted(
                destination.case_id, destination.template, destination.application_id, destination.letter_id
            )
        )
        self._draft = None
        for name in _WITH_PDF:
            self._buttons[name].setEnabled(False)
        self._read()

    def leave(self) -> None:
        """Keeps what is being typed, and lets go of the document so that it does not linger in memory."""
        settle_all(self)
        self._built += 1  # what is being set for this letter is not shown for the next
        self.pane.clear()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self.findChildren(FoldingButton):
            button.fold_for(self.width())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._deeds.wanted is not None and not self.pane.is_ready:
            self._again.start()  # back after locking, or from where something was entered

    def refit(self) -> None:
        """Everything in one column at large text; the theme calls it after the text size has changed."""
        if current_look().is_large:
            self._fields.insertWidget(0, self._head)
            self._fields.addWidget(self.pane)
            self.pane.setMinimumHeight(_PANE_HEIGHT)
        else:
            self._page.insertWidget(0, self._head)
            self._halves.addWidget(self.pane)
            self.pane.setMinimumHeight(0)

    def _read(self) -> None:
        wanted, photos = self._deeds.wanted, self._desk.store.photos
        if wanted is None:
            return

        def question(session: Any) -> _Found:
            found = draft(session, wanted, this_day())
            return found, document_of(found, photos)

        self._desk.ask(question, then=self._show, failed=self._gone, owner=self)

    def _show(self, found: _Found) -> None:
        shown, document = found
        wanted = self._deeds.wanted
        if wanted is None or shown.view.case.id != wanted.case_id:
            return  # the person went on to another letter in between
        is_first, self._draft = self._draft is None, shown
        self._title.setText(shown.template.title())
        person = shown.view.person.full_name
        number = _("Fall {number}").format(number=shown.view.case.number)
        self._of.setText(" · ".join(part for part in (number, person) if part))
        self._before.setVisible(not shown.is_sent)
        self._sent.setVisible(shown.is_sent)
        if shown.is_sent:
            self._drop_form()
            self._sent.show_draft(shown)
        else:
            self._before.show_draft(shown)
            self._sending.show_draft(shown)
            self._show_form(shown)
        for name in ("send", "propose", "remove"):
            self._buttons[name].setVisible(not shown.is_sent)
        self._buttons["propose"].setEnabled(shown.letter is not None and bool(shown.letter.content))
        self._buttons["remove"].setEnabled(shown.letter is not None)
        self._set(document)
        if is_first and self._form is not None:
            self._form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, shown: LetterDraft) -> None:
        if self._form is not None and self._form.shape == shape_of(shown):
            self._form.show_draft(shown)
            return
        self._drop_form()
        self._form = self._deeds.serve(lambda start: LetterForm(self._desk, shown, start))
        self._fields.insertWidget(self._fields.indexOf(self._sent) + 1, self._form)
        tab_in_reading_order(self)

    def _drop_form(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            settle_all(form)
            self._fields.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _set(self, document: LetterDocument) -> None:
        """Sets the letter with the database free for others meanwhile."""
        self._built += 1
        number = self._built
        is_sent = self._draft is not None and self._draft.is_sent
        used = None if is_sent else self._deeds.print_noter()

        def done(made: tuple[bytes, str]) -> None:
            if number == self._built:  # else it has changed once more
                self.pane.show_pdf(*made, used=used)
                for name in _WITH_PDF:
                    self._buttons[name].setEnabled(True)

        self._desk.work.ask(
            lambda: (build_letter(document), letter_file_name(document)),
            then=done,
            failed=lambda problem: self.pane.say(str(problem)),
            owner=self,
        )

    def _changed(self, changed: Changed) -> None:
        if changed and self.isVisible():
            self._again.start()

    def _gone(self, problem: Problem) -> None:
        self._desk.failing.emit(problem)
        self._deeds.turn_to(None)
        self._desk.go(Back())

    def _use(self, action: Callable[[], None]) -> None:
        """Prints or saves; what is missing is named before."""
        settle_all(self)
        found = () if self._draft is None else wanting(self._draft)
        if not found:
            action()
            return
        ask_first(
            self,
            "letter_incomplete",
            _("Es ist noch nicht alles da"),
            "\n".join(found),
            yes=_("Trotzdem weiter"),
            then=action,
        )

    def _ask_sending(self) -> None:
        settle_all(self)
        if self._draft is not None:
            self._sending.begin(self._draft)
            tab_in_reading_order(self)

    def _stop_asking(self) -> None:
        self._sending.end()
        self._buttons["send"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self, sent: Sent) -> None:
        def then() -> None:
            self._sending.end()
            self._buttons["back"].setFocus(Qt.FocusReason.OtherFocusReason)

        self._deeds.send(sent, then, self._sending.refuse)

    def _make_buttons(self) -> dict[str, Button]:
        buttons = {
            "back": IconButton("letter_back", _("Zurück"), icon="arrow-left"),
            "save": FoldingButton("letter_save", _("Speichern …"), icon="download", shortcut="Ctrl+S"),
            "print": FoldingButton("letter_print", _("Drucken …"), icon="printer", shortcut="Ctrl+P"),
            "send": Button("letter_send", _("Abgeschickt …"), kind=Kind.PRIMARY, icon="send"),
            "propose": Button("letter_propose", _("Texte der Vorlage"), kind=Kind.QUIET, icon="undo-2"),
            "remove": Button("letter_remove", _("Schreiben entfernen"), kind=Kind.QUIET, icon="trash-2"),
        }
        buttons["back"].clicked.connect(lambda: self._desk.go(Back()))
        buttons["save"].clicked.connect(lambda: self._use(self.pane.save))
        buttons["print"].clicked.connect(lambda: self._use(self.pane.print_document))
        buttons["send"].clicked.connect(self._ask_sending)
        buttons["propose"].clicked.connect(self._deeds.propose_again)
        buttons["remove"].clicked.connect(self._deeds.remove)
        for name in (*_WITH_PDF, "propose", "remove"):
            buttons[name].setEnabled(False)
        return buttons

    def _lay_out(self) -> None:
        words = QWidget()
        grid = QGridLayout(words)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._buttons["back"], 0, 0)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._of, 1, 1)
        grid.setColumnStretch(1, 1)
        actions = Flow("letter_actions", to_right=True)
        for name in _WITH_PDF:
            actions.add(self._buttons[name])
        self._head.add(words, 3)
        self._head.add(actions, 4)
        self._halves.setObjectName("letter_halves")
        self._halves.setChildrenCollapsible(False)
        self._halves.setHandleWidth(12)  # room for the focus ring on either side
        self._halves.addWidget(ScrollPage("letter_scroll", self._make_left()))
        self._halves.addWidget(self.pane)
        self._halves.setSizes([560, 520])
        self._page.setContentsMargins(24, 16, 24, 16)
        self._page.setSpacing(12)
        self._page.addWidget(self._halves, 1)

    def _make_left(self) -> QWidget:
        left = self._left
        left.setObjectName("letter_left")
        self._fields.setContentsMargins(0, 0, 8, 16)
        self._fields.setSpacing(16)
        self._fields.addWidget(self._sending)
        self._fields.addWidget(self._before)
        self._fields.addWidget(self._sent)
        below = Flow("letter_below")
        below.add(self._buttons["propose"])
        below.add(self._buttons["remove"])
        self._fields.addWidget(below)
        self._fields.addStretch()
        return left
