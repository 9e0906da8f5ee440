"""How far long work is, with a way to stop it; work shorter than 300 ms never shows it.

bar = ProgressStrip("report_progress")
token = work.run_long(build, office, progress=bar.show_share, then=…)
bar.begin(_("Bericht wird erstellt …"), cancel=token.cancel)
bar.finish()                                      # in ``then`` and ``failed``
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from zwk_barrier.desktop.style.look import current_look
from zwk_barrier.desktop.widgets.buttons import Button
from zwk_barrier.desktop.widgets.headings import BodyText
from zwk_barrier.wording import _

SHOWN_AFTER = 300  # ms
_WHOLE = 1000


class ProgressStrip(QWidget):
    """A sentence, a bar and „Abbrechen“; hidden while nothing runs."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._cancel: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._timer.timeout.connect(self.show)
        self._text = BodyText(name=f"{name}_text")
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}_bar")
        self._bar.setTextVisible(False)
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._button = Button(f"{name}_cancel", _("Abbrechen"), icon="x")
        self._button.clicked.connect(self._stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._text)
        column.addWidget(self._bar)
        line.addLayout(column, 1)
        line.addWidget(self._button)
        self.hide()

    def begin(self, sentence: str, *, cancel: Callable[[], object] | None = None) -> None:
        """Shows ``sentence`` in a moment, with an unknown length until the first share."""
        self._cancel = cancel
        self._text.setText(sentence)
        self._bar.setAccessibleName(sentence)
        self._bar.setMinimumHeight(current_look().px(16))
        self._bar.setRange(0, 0)
        self._button.setVisible(cancel is not None)
        self._button.setEnabled(True)
        self._timer.start()

    def show_share(self, share: float) -> None:
        """Shows how much is done, from 0.0 to 1.0."""
        self._bar.setRange(0, _WHOLE)
        self._bar.setValue(round(share * _WHOLE))

    def finish(self) -> None:
        """Goes away."""
        self._timer.stop()
        self._cancel = None
        self.hide()

    def _stop(self) -> None:
        self._button.setEnabled(False)
        self._text.setText(_("Wird abgebrochen …"))
        if self._cancel is not None:
            self._cancel()
