"""What goes into the Windows bundle is what its makers signed and the lock names; the rest is in tests/installer."""

import hashlib
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from PIL import Image

import dev
from installer import environment, icons, signing, windows, windows_bundle, windows_parts, windows_runtime
from tests.tooling.checkout import ROOT

MODULE = b"print('as it was signed')\n"


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    """An unpacked runtime of one module, which its catalogue names."""
    (tmp_path / "Lib").mkdir()
    (tmp_path / "DLLs").mkdir()
    (tmp_path / "Lib/os.py").write_bytes(MODULE)
    digest = hashlib.sha256(MODULE).digest()
    (tmp_path / windows_runtime.pinned().catalogue).write_bytes(b"signed:" + digest + b"!")
    return tmp_path


def test_a_module_the_catalogue_names_is_taken(runtime: Path) -> None:
    windows_runtime.verify_modules(runtime, ["Lib/os.py"], windows_runtime.pinned())


def test_a_changed_module_stops_the_build(runtime: Path) -> None:
    (runtime / "Lib/os.py").write_bytes(MODULE + b"import socket\n")
    with pytest.raises(dev.Stop, match="Lib"):
        windows_runtime.verify_modules(runtime, ["Lib/os.py"], windows_runtime.pinned())


def test_an_empty_module_is_taken_only_where_it_is_written_down(runtime: Path) -> None:
    for name in ("Lib/urllib/__init__.py", "Lib/other/__init__.py"):
        (runtime / name).parent.mkdir()
        (runtime / name).touch()
    windows_runtime.verify_modules(runtime, ["Lib/urllib/__init__.py"], windows_runtime.pinned())
    with pytest.raises(dev.Stop, match="other"):
        windows_runtime.verify_modules(runtime, ["Lib/other/__init__.py"], windows_runtime.pinned())


def test_without_a_verifier_it_is_said_that_nothing_was_verified(
    runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(runtime))
    told = windows_runtime.verify_signatures(runtime, [], windows_runtime.pinned())
    assert told.startswith("only by its SHA-256")
    assert "osslsigncode" in told


def test_the_roots_are_those_whose_fingerprints_are_written_down() -> None:
    text = (windows_runtime.PLACE / "roots.pem").read_text("utf-8")
    written = re.findall(r"^# ((?:[0-9A-F]{2}:){31}[0-9A-F]{2})$", text, re.MULTILINE)
    roots = x509.load_pem_x509_certificates(text.encode())
    assert [root.fingerprint(hashes.SHA256()).hex(":").upper() for root in roots] == written
    assert [root.subject for root in roots] == [root.issuer for root in roots]


def test_the_packages_are_locked_for_every_system_alike() -> None:
    assert "sys_platform" not in environment.SHIPPED.read_text("utf-8")
    assert {"pyside6-essentials", "sqlcipher3", "numpy"} < set(windows_parts.packages())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("PySide6/Qt6Widgets.dll", True),
        ("PySide6/QtCore.pyd", True),
        ("PySide6/msvcp140.dll", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/translations/qtbase_de.qm", True),
        ("numpy-2.4.6.dist-info/METADATA", True),
        ("numpy/_core/_multiarray_umath.cp313-win_amd64.pyd", True),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/QtNetwork.pyd", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/designer.exe", False),
        ("PySide6/qml/QtQuick/qmldir", False),
        ("PySide6/plugins/sqldrivers/qsqlite.dll", False),
        ("numpy/tests/test_matlib.py", False),
        ("PIL/_avif.cp313-win_amd64.pyd", False),
        ("holidays/locale/fr/LC_MESSAGES/FR.mo", False),
    ],
)
def test_only_what_the_window_needs_is_taken_of_the_packages(name: str, expected: bool) -> None:
    assert windows_parts.is_wanted(name) is expected


def test_slimming_leaves_no_empty_folder(tmp_path: Path) -> None:
    for name in ("numpy/__init__.py", "numpy/tests/deep/test_one.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    windows_parts.slim(tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["__init__.py", "numpy"]


def test_what_is_missing_for_the_build_is_named_by_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert windows_bundle.missing() == ["binutils-mingw-w64-x86-64", "gcc-mingw-w64-x86-64", "nsis"]


def test_the_setup_names_the_version_in_four_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "version", lambda: "1.2.3")
    assert windows.numbers(".") == "1.2.3.0"


def draw(size: int) -> bytes:
    """A square as an icon holds it."""
    picture = BytesIO()
    Image.new("RGBA", (size, size), "navy").save(picture, "PNG")
    return picture.getvalue()


def test_an_icon_holds_every_size_windows_and_macos_ask_for() -> None:
    with Image.open(BytesIO(icons.ico(draw))) as picture:
        assert picture.info["sizes"] == {(size, size) for size in icons.ICO_SIZES}
    with Image.open(BytesIO(icons.icns(draw))) as picture:
        assert max(picture.info["sizes"])[0] * max(picture.info["sizes"])[2] == 1024
        picture.load()


def test_the_signer_is_called_with_each_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    signer, noted = tmp_path / "signer", tmp_path / "noted"
    signer.write_text(f'#!/bin/sh\necho "$1" >> "{noted}"\n', "utf-8")
    signer.chmod(0o755)
    monkeypatch.delenv("ZWK_SIGN", raising=False)
    signing.sign([tmp_path / "none.exe"])
    monkeypatch.setenv("ZWK_SIGN", str(signer))
    signing.sign([tmp_path / "one.exe", tmp_path / "two.exe"])
    assert noted.read_text("utf-8").splitlines() == [f"{tmp_path}/one.exe", f"{tmp_path}/two.exe"]


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """Packs a setup of next to nothing; skips where nothing can."""
    if shutil.which("makensis") is None:
        pytest.skip("NOT TRIED: makensis is not there (Debian: nsis)")
    (tmp_path / "bundle").mkdir()
    (tmp_path / "bundle" / "LICENSE").write_text("MIT", "utf-8")
    icon = tmp_path / "zwk.ico"
    icon.write_bytes(icons.ico(draw))
    monkeypatch.delenv("ZWK_SIGN", raising=False)
    monkeypatch.setattr(windows, "DIST", tmp_path)
    monkeypatch.setattr(icons, "drawn", lambda _python, _suffix: icon)
    return lambda: windows.build(tmp_path / "bundle", Path("python"))


def test_the_signer_is_called_with_the_remover_before_it_is_packed(
    pack: Callable[[], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signer, noted = tmp_path / "signer", tmp_path / "noted"
    signer.write_text(f'#!/bin/sh\nhead -c 2 "$1" >> "{noted}"\n', "utf-8")
    signer.chmod(0o755)
    monkeypatch.setenv("ZWK_SIGN", str(signer))
    setup = pack()
    assert noted.read_bytes() == setup.read_bytes()[:2] == b"MZ"


def test_a_signature_under_the_right_name_by_a_strange_root_is_none(
    pack: Callable[[], Path], tmp_path: Path
) -> None:
    program = shutil.which("osslsigncode")
    if program is None:
        pytest.skip("NOT TRIED: osslsigncode is not there")
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, windows_runtime.SIGNER)])
    day = datetime(2026, 11, 22, tzinfo=UTC)
    built = x509.CertificateBuilder(name, name, key.public_key(), 1, day, day + timedelta(days=9999))
    (tmp_path / "cert.pem").write_bytes(built.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM))
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "key.pem").write_bytes(private)
    signed = tmp_path / "signed.exe"
    with_key = ["-certs", str(tmp_path / "cert.pem"), "-key", str(tmp_path / "key.pem")]
    command = [program, "sign", *with_key, "-in", str(pack()), "-out", str(signed)]
    subprocess.run(command, check=True, capture_output=True)
    assert windows_runtime.signer(program, signed) is None


def test_the_checksums_name_everything_packed_of_this_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing, "DIST", tmp_path)
    version = environment.version()
    for name in (
        f"zwk-barriere_{version}_amd64.deb",
        f"zwk-barriere-{version}-setup.exe",
        "zwk-barriere-0.0.1.dmg",
    ):
        (tmp_path / name).write_bytes(b"packed")
    signing.write_checksums()
    lines = (tmp_path / "SHA256SUMS").read_text("utf-8").splitlines()
    assert [line.split()[1] for line in lines] == [
        f"zwk-barriere-{version}-setup.exe",
        f"zwk-barriere_{version}_amd64.deb",
    ]
    assert lines[0].split()[0] == hashlib.sha256(b"packed").hexdigest()


def test_the_setup_asks_in_both_languages() -> None:
    script = (ROOT / "installer" / "zwk-barriere.nsi").read_text("utf-8")
    texts = re.findall(r'^LangString (\w+) \$\{LANG_(\w+)\} ".+"$', script, re.MULTILINE)
    german, english = (
        [name for name, language in texts if language == wanted] for wanted in ("GERMAN", "ENGLISH")
    )
    assert german == english != []
    assert set(re.findall(r"\$\((\w+)\)", script)) == set(german)
