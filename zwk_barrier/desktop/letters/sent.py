"""What is told of a letter that has left the office, in place of its fields."""

from zwk_barrier.casework.printing.letter_draft import LetterDraft
from zwk_barrier.desktop.widgets.cards import Card
from zwk_barrier.desktop.widgets.headings import BodyText, SoftText
from zwk_barrier.reference.codes import load_code_list
from zwk_barrier.rules.typed import format_date
from zwk_barrier.wording import _


class SentCard(Card):
    """When, how and to whom; the letter itself stands beside it as it was sent."""

    def __init__(self) -> None:
        super().__init__("letter_sent_card", title=_("Abgeschickt"), accent=True)
        self._when = self.add(BodyText(name="letter_sent_when"))
        self._whom = self.add(BodyText(name="letter_sent_whom"))
        self.add(
            SoftText(
                _(
                    "Das Schreiben bleibt, wie es ist. Was weitergegeben wurde, steht im Fall unter „Dokumente“."
                ),
                name="letter_sent_stays",
            )
        )
        self.hide()

    def show_draft(self, draft: LetterDraft) -> None:
        """Tells how the letter went out."""
        letter = draft.letter
        if letter is None or letter.sent_on is None:
            return
        way = load_code_list("sending").label(letter.sending)
        self._when.setText(_("{day}, {way}").format(day=format_date(letter.sent_on), way=way))
        self._whom.setText(
            _("An: {recipient}").format(recipient=", ".join((letter.recipient or "–").split("\n")))
        )
