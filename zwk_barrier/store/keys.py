"""The key file beside the database: one random data key, wrapped once per person and once for recovery.

The data key never changes with a password, so changing one never rewrites the database.  Names stand in
the file only as salted digests: they cannot be read, only tried one by one.

Wrapping: AES-256-GCM under Argon2id (RFC 9106) of the password; the recovery key is 160 random bits, so
HKDF-SHA256 is enough for it.
"""

import base64
import copy
import json
import os
import secrets
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from zwk_barrier.problems import DamagedOffice, InputProblem, OfficeProblem, WrongPassword
from zwk_barrier.store.files import write_whole
from zwk_barrier.store.system_errors import said_by_system
from zwk_barrier.wording import _

KEY_FILE: Final = "office.key.json"
FORMAT: Final = 1
MIN_PASSWORD: Final = 10
_RECOVERY_BYTES: Final = 20


@dataclass(frozen=True, slots=True)
class Cost:
    """How hard a password is to guess: Argon2id passes, memory in KiB, lanes."""

    passes: int = 3
    memory_kib: int = 65536
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What a right password gives: the 32-byte data key and whose password it was."""

    data_key: bytes
    staff_id: UUID
    office_id: UUID


def new_recovery_key() -> str:
    """A fresh recovery key in eight groups of four, without letters that look alike."""
    text = base64.b32encode(secrets.token_bytes(_RECOVERY_BYTES)).decode()
    return "-".join(text[i : i + 4] for i in range(0, len(text), 4))


class KeyFile:
    """The wrapped keys of one office; every change is written whole and atomically."""

    def __init__(self, path: Path, content: dict[str, Any]) -> None:
        self._path = path
        self._content = content

    @classmethod
    def create(cls, folder: Path, cost: Cost | None = None) -> "KeyFile":
        """A key file with a fresh office id and no key in it yet; not written before the first wrap."""
        parameters = cost or Cost()
        content: dict[str, Any] = {
            "format": FORMAT,
            "office": str(uuid4()),
            "pepper": secrets.token_hex(16),
            "argon2id": {
                "passes": parameters.passes,
                "memory_kib": parameters.memory_kib,
                "lanes": parameters.lanes,
            },
            "staff": [],
            "recovery": None,
        }
        return cls(folder / KEY_FILE, content)

    @classmethod
    def read(cls, folder: Path) -> "KeyFile":
        """The key file in ``folder``; raises OfficeProblem when there is none, DamagedOffice when unreadable."""
        path = folder / KEY_FILE
        try:
            content = json.loads(path.read_bytes())
            version = int(content["format"])
            if version <= FORMAT:
                _prove(content)
        except FileNotFoundError:
            raise OfficeProblem(
                _("In diesem Ordner liegt keine Beratungsstelle: {folder}").format(folder=folder),
                advice=_("Wählen Sie den Ordner, in dem die Datei {file} liegt.").format(file=KEY_FILE),
            ) from None
        except OSError as error:
            raise OfficeProblem(
                _("Die Schlüsseldatei kann nicht gelesen werden: {reason}").format(
                    reason=said_by_system(error)
                )
            ) from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise DamagedOffice(
                _("Die Schlüsseldatei ist beschädigt."),
                advice=_("Holen Sie die Datei {file} aus einer Sicherung zurück.").format(file=KEY_FILE),
            ) from error
        if version > FORMAT:
            raise OfficeProblem(
                _("Diese Beratungsstelle wurde mit einer neueren Fassung des Programms angelegt."),
                advice=_("Richten Sie diese Fassung auch hier ein."),
            )
        return cls(path, content)

    @property
    def office_id(self) -> UUID:
        """The id of this office, drawn when it was made."""
        return UUID(self._content["office"])

    def add(
        self, staff_id: UUID, name: str, password: str, data_key: bytes, *, is_demonstration: bool = False
    ) -> None:
        """Lets a further person in; raises InputProblem for a short password or a name already there.

        Only where all people are invented, ``is_demonstration``, a short password will do.
        """
        if not is_demonstration:
            check_password(password)
        tag = self._name_tag(name)
        if any(entry["name"] == tag for entry in self._content["staff"]):
            raise _taken()
        entry = {"id": str(staff_id), "name": tag, **self._wrap(password, str(staff_id), data_key)}
        self._content["staff"].append(entry)
        self._write()

    def change_password(self, staff_id: UUID, password: str, data_key: bytes) -> None:
        """Wraps the data key anew for a person who is already in."""
        check_password(password)
        for entry in self._content["staff"]:
            if entry["id"] == str(staff_id):
                entry.update(self._wrap(password, str(staff_id), data_key))
        self._write()

    def rename(self, staff_id: UUID, name: str) -> None:
        """Lets a person log in by another name; raises InputProblem when somebody else has it."""
        tag = self._name_tag(name)
        if any(entry["name"] == tag and entry["id"] != str(staff_id) for entry in self._content["staff"]):
            raise _taken()
        for entry in self._content["staff"]:
            if entry["id"] == str(staff_id):
                entry["name"] = tag
        self._write()

    def remove(self, staff_id: UUID) -> None:
        """Takes a person's wrapped key away: their password opens this office no longer."""
        staff = self._content["staff"]
        self._content["staff"] = [entry for entry in staff if entry["id"] != str(staff_id)]
        self._write()

    @contextmanager
    def put_back_on_failure(self) -> Iterator[None]:
        """Whatever the block changed here is taken back when it fails: the deed it belongs to was not kept."""
        before = copy.deepcopy(self._content)
        try:
            yield
        except BaseException:
            if self._content != before:
                self._content = before
                self._write()
            raise

    def set_recovery(self, recovery_key: str, data_key: bytes) -> None:
        """Wraps the data key by the recovery key; an earlier recovery key stops working."""
        nonce, salt = secrets.token_bytes(12), secrets.token_bytes(16)
        sealed = AESGCM(_recovery_secret(recovery_key, salt)).encrypt(nonce, data_key, b"recovery")
        self._content["recovery"] = {"salt": salt.hex(), "nonce": nonce.hex(), "sealed": sealed.hex()}
        self._write()

    def unlock(self, name: str, password: str) -> Unlocked:
        """The data key; raises WrongPassword, and never says whether name or password was wrong."""
        tag = self._name_tag(name)
        for entry in self._content["staff"]:
            if entry["name"] == tag:
                return Unlocked(self._unwrap(entry, password), UUID(entry["id"]), self.office_id)
        self._derive(password, b"\0" * 16)  # as slow as for a known name
        raise _wrong()

    def unlock_any(self, password: str) -> Unlocked:
        """The data key for whoever has this password, when no name is given; raises WrongPassword."""
        for entry in self._content["staff"]:
            with suppress(WrongPassword):
                return Unlocked(self._unwrap(entry, password), UUID(entry["id"]), self.office_id)
        raise _wrong()

    def unlock_by_recovery(self, recovery_key: str) -> bytes:
        """The data key by the printed recovery key; raises WrongPassword."""
        entry = self._content["recovery"]
        try:
            secret = _recovery_secret(recovery_key, bytes.fromhex(entry["salt"]))
            sealed, nonce = bytes.fromhex(entry["sealed"]), bytes.fromhex(entry["nonce"])
            return AESGCM(secret).decrypt(nonce, sealed, b"recovery")
        except (InvalidTag, TypeError):
            raise WrongPassword(_("Der Wiederherstellungsschlüssel passt nicht.")) from None

    def staff_id_of(self, name: str) -> UUID | None:
        """Whose login name this is, or None."""
        tag = self._name_tag(name)
        return next((UUID(e["id"]) for e in self._content["staff"] if e["name"] == tag), None)

    def _name_tag(self, name: str) -> str:
        digest = hmac.HMAC(bytes.fromhex(self._content["pepper"]), hashes.SHA256())
        digest.update(" ".join(unicodedata.normalize("NFC", name).casefold().split()).encode())
        return digest.finalize().hex()

    def _derive(self, password: str, salt: bytes) -> bytes:
        cost = self._content["argon2id"]
        kdf = Argon2id(
            salt=salt,
            length=32,
            iterations=cost["passes"],
            lanes=cost["lanes"],
            memory_cost=cost["memory_kib"],
        )
        return kdf.derive(unicodedata.normalize("NFC", password).encode())

    def _wrap(self, password: str, owner: str, data_key: bytes) -> dict[str, str]:
        salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
        sealed = AESGCM(self._derive(password, salt)).encrypt(nonce, data_key, owner.encode())
        return {"salt": salt.hex(), "nonce": nonce.hex(), "sealed": sealed.hex()}

    def _unwrap(self, entry: dict[str, str], password: str) -> bytes:
        key = self._derive(password, bytes.fromhex(entry["salt"]))
        try:
            return AESGCM(key).decrypt(
                bytes.fromhex(entry["nonce"]), bytes.fromhex(entry["sealed"]), entry["id"].encode()
            )
        except InvalidTag:
            raise _wrong() from None

    def _write(self) -> None:
        write_whole(self._path, json.dumps(self._content, indent=1).encode())
        if os.name == "posix":
            self._path.chmod(0o600)


def _prove(content: dict[str, Any]) -> None:
    """Raises ValueError, KeyError or TypeError where the content cannot be a key file of this program."""
    UUID(content["office"])
    bytes.fromhex(content["pepper"])
    cost = content["argon2id"]
    if min(int(cost[part]) for part in ("passes", "memory_kib", "lanes")) < 1:
        raise ValueError("no cost")
    for entry in content["staff"]:
        UUID(entry["id"])
        bytes.fromhex(entry["name"])
    for entry in (*content["staff"], *filter(None, [content["recovery"]])):
        if any(not bytes.fromhex(entry[part]) for part in ("salt", "nonce", "sealed")):
            raise ValueError("an empty secret")


def derived_key(data_key: bytes, purpose: str) -> bytes:
    """A 32-byte key for one purpose, so that photos and database never share one (HKDF-SHA256)."""
    return HKDF(hashes.SHA256(), 32, salt=None, info=purpose.encode()).derive(data_key)


def check_password(password: str) -> None:
    """Raises InputProblem when the password is too short to protect health data."""
    if len(password) < MIN_PASSWORD:
        raise InputProblem(
            "password", _("Das Passwort braucht mindestens {count} Zeichen.").format(count=MIN_PASSWORD)
        )


def _recovery_secret(recovery_key: str, salt: bytes) -> bytes:
    plain = "".join(c for c in recovery_key.upper().replace("0", "O").replace("1", "I") if c.isalnum())
    return HKDF(hashes.SHA256(), 32, salt=salt, info=b"zwk recovery").derive(plain.encode())


def _taken() -> InputProblem:
    return InputProblem("name", _("Mit diesem Namen meldet sich schon jemand an."))


def _wrong() -> WrongPassword:
    return WrongPassword(_("Name oder Passwort stimmt nicht."))
