"""A person's rights on paper: the information and consents to print and record, and what is kept about them."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zwk_barrier.casework.case import rights
from zwk_barrier.desktop.cases.access_choice import AccessRequest
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.destinations import ToConsentForm, ToPrivacyNotice
from zwk_barrier.desktop.widgets.buttons import Button, Kind
from zwk_barrier.desktop.widgets.choice_field import ChoiceField
from zwk_barrier.desktop.widgets.date_field import this_day
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.forms import FormRows
from zwk_barrier.desktop.widgets.headings import SectionTitle
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.wording import _


class RightsSection(QWidget):
    """One row for the information, one for a consent, and the card for a request under Art. 15 DSGVO."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("case_rights")
        self._desk = desk
        self._case_id: UUID | None = None
        form = FormRows("rights_form")
        kinds = [("", _("Standardsprache")), ("easy", _("Leichte Sprache"))]
        self._kind = form.row(
            _("Datenschutzinformation"), ChoiceField("rights_notice", kinds, is_optional=False)
        )
        self._kind.set_value("")
        purposes = [(one.code, one.label()) for one in load_code_list("consent_purpose").valid_on(this_day())]
        self._purpose = form.row(
            _("Einwilligung &für"), ChoiceField("rights_purpose", purposes, empty=_("Zweck wählen"))
        )
        self._access = AccessRequest(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionTitle(_("Rechte der Person"), name="case_rights_title"))
        for part in (form, self._keys(), self._access):
            column.addWidget(part)

    def show_case(self, case_id: UUID) -> None:
        """Offers the sheets of a case."""
        self._case_id = case_id
        self._access.show_case(case_id)

    def _keys(self) -> Flow:
        line = Flow("rights_keys")
        show = line.add(Button("notice_show", _("Information zeigen"), kind=Kind.SECONDARY, icon="eye"))
        show.clicked.connect(self._show_notice)
        given = line.add(Button("notice_given", _("Information ausgehändigt"), kind=Kind.QUIET, icon="check"))
        given.clicked.connect(self._keep_notice)
        form = line.add(Button("consent_show", _("Einwilligung zeigen"), kind=Kind.SECONDARY, icon="eye"))
        form.clicked.connect(self._show_consent)
        signed = line.add(
            Button("consent_signed", _("Einwilligung unterschrieben"), kind=Kind.QUIET, icon="check")
        )
        signed.clicked.connect(self._keep_consent)
        return line

    def _show_notice(self) -> None:
        self._desk.go(ToPrivacyNotice(self._case_id, easy=self._kind.value() == "easy"))

    def _keep_notice(self) -> None:
        case_id, easy = self._case_id, self._kind.value() == "easy"
        if case_id is None:
            return
        self._desk.do(
            lambda store: rights.record_notice(store, case_id, this_day(), easy=easy),
            then=lambda _nothing: self._desk.say(
                _("Festgehalten: Die Information ist heute ausgehändigt."), with_undo=True
            ),
            owner=self,
        )

    def _show_consent(self) -> None:
        purpose = self._chosen()
        if purpose is not None:
            self._desk.go(ToConsentForm(self._case_id, purpose))

    def _keep_consent(self) -> None:
        case_id, purpose = self._case_id, self._chosen()
        if case_id is None or purpose is None:
            return
        self._desk.do(
            lambda store: rights.record_consent(store, case_id, purpose, this_day()),
            then=lambda _id: self._desk.say(
                _("Festgehalten: Die Einwilligung ist heute schriftlich erteilt."), with_undo=True
            ),
            owner=self,
        )

    def _chosen(self) -> str | None:
        """The purpose; without one the keyboard goes to where it is chosen."""
        purpose = self._purpose.value()
        if purpose:
            return str(purpose)
        self._purpose.setFocus(Qt.FocusReason.OtherFocusReason)
        self._purpose.showPopup()
        return None
