"""Signatures and checksums of what is handed out."""

import hashlib
import os
from pathlib import Path

import dev
from installer.environment import DIST, version


def signer() -> str | None:
    """The program that signs one file in place, as ZWK_SIGN names it; None when nothing is signed."""
    return os.environ.get("ZWK_SIGN") or None


def sign(files: list[Path]) -> None:
    """Lets the signer sign each file; does nothing when there is none."""
    program = signer()
    for path in files if program else []:
        dev.order(str(program), str(path))


def write_checksums() -> None:
    """SHA256SUMS beside all that was packed of this version, as ``sha256sum --check`` reads it."""
    files = sorted(path for path in DIST.glob(f"zwk-barriere[-_]{version()}[-_.]*") if path.is_file())
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    if lines:
        (DIST / "SHA256SUMS").write_text("".join(lines), "utf-8")
