"""``override`` as Python has it from 3.12 on, without the 4 ms that importing ``typing_extensions`` takes at start."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method):  # noqa: ANN001, ANN201 - the type checker reads the other branch
        """Marks a method that takes the place of a base class's, for the type checker and the reader."""
        method.__override__ = True
        return method


__all__ = ["override"]
