"""A packed file whose bytes follow from what is in it, not from when it was packed."""

import io
import zipfile
from typing import Final

_NO_MOMENT: Final = (1980, 1, 1, 0, 0, 0)


def without_moments(packed: bytes) -> bytes:
    """The same members in the same order and packed alike, each without the moment it was written at."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as found, zipfile.ZipFile(out, "w") as kept:
        for member in found.infolist():
            plain = zipfile.ZipInfo(member.filename, _NO_MOMENT)
            plain.external_attr = member.external_attr
            kept.writestr(plain, found.read(member), compress_type=member.compress_type)
    return out.getvalue()
