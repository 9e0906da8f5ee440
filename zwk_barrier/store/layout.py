"""What lies where in an office's folder."""

from typing import Final

DATABASE: Final = "office.db"
PHOTOS: Final = "photos"
LOCK: Final = "office.lock"
DEVICE: Final = "device"

BACKUP_SUFFIX: Final = ".zwkbackup"
"""What a backup's file name ends with, unless the person wants otherwise."""
