"""The name of one field, with its code list and unit."""

from dataclasses import dataclass

from zwk_barrier.wording import _


@dataclass(frozen=True, slots=True)
class FieldName:
    """A field's German label, the code list its values come from, and its unit (``€`` means cents)."""

    label: str
    codes: str = ""
    in_unit: str = ""

    @property
    def title(self) -> str:
        """The label in the language of the screen."""
        return _(self.label)

    @property
    def unit(self) -> str:
        """The unit in the language of the screen; empty without one."""
        return _(self.in_unit) if self.in_unit else ""
