"""The app and the disk image for macOS, written by its documentation and never run there: no Mac was at hand."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import dev
from installer import bundle
from installer.environment import BUILD, version

WHY_NOT_HERE = "is built on a Mac by the same command; that way is written and was never tried"
APP = "ZWK Barriere.app"
IDENTIFIER = "de.zwk-barriere"
BACKUP = f"{IDENTIFIER}.backup"
LEGAL = ("LICENSE", "THIRD_PARTY_LICENSES", "README-Qt.txt", "sbom.cdx.json")
# Who signs (a name in the keychain) and with which stored login the image is shown to Apple; each may be missing.
SIGN_AS, NOTARY = "ZWK_MAC_IDENTITY", "ZWK_MAC_NOTARY"
# Qt and Python load libraries that others have signed, and ctypes makes code while it runs.
ENTITLEMENTS = """<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
  <key>com.apple.security.cs.allow-unsigned-executable-memory</key><true/>
  <key>com.apple.security.cs.disable-library-validation</key><true/>
</dict></plist>
"""


def build(folder: Path) -> Path:
    """Signs the app that PyInstaller left in ``folder`` and packs it with a way to /Applications beside it."""
    app, stage = folder / APP, BUILD / "dmg"
    for name in LEGAL:
        shutil.copyfile(folder / bundle.NAME / name, app / "Contents" / "Resources" / name)
    entitlements = BUILD / "entitlements.plist"
    entitlements.write_text(ENTITLEMENTS, "utf-8")
    dev.order(*signing_command(app, entitlements, os.environ))
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    shutil.copytree(app, stage / APP, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    target = folder / f"zwk-barriere-{version()}.dmg"
    for command in image_commands(stage, target, version(), os.environ):
        dev.order(*command)
    return target


def info(version_text: str) -> dict[str, object]:
    """What stands in the app's Info.plist beside what PyInstaller writes: names, languages, the file it opens."""
    return {
        "CFBundleDisplayName": "ZWK Barriere",
        "CFBundleShortVersionString": version_text,
        "CFBundleVersion": version_text,
        "CFBundleDevelopmentRegion": "de",
        "CFBundleLocalizations": ["de", "en"],
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": "13.0",  # that of Qt's wheels
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "MIT",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Sicherung einer Wohnberatung",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [BACKUP],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": BACKUP,
                "UTTypeDescription": "Sicherung einer Wohnberatung",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {"public.filename-extension": ["zwkbackup"]},
            }
        ],
    }


def signing_command(app: Path, entitlements: Path, environment: Mapping[str, str]) -> list[str]:
    """Signs the app with all in it: in the name given, for Apple to approve; without one only for this Mac."""
    identity = environment.get(SIGN_AS, "")
    hardened = (
        ["--options", "runtime", "--timestamp", "--entitlements", str(entitlements)] if identity else []
    )
    return ["codesign", "--force", "--deep", *hardened, "--sign", identity or "-", str(app)]


def image_commands(
    stage: Path, target: Path, version_text: str, environment: Mapping[str, str]
) -> list[list[str]]:
    """Packs the image and signs it; with a stored login Apple looks at it, and its approval is attached."""
    named = ["-volname", f"ZWK Barriere {version_text}", "-srcfolder", str(stage)]
    commands = [["hdiutil", "create", "-ov", "-format", "UDZO", *named, str(target)]]
    if identity := environment.get(SIGN_AS):
        commands.append(["codesign", "--timestamp", "--sign", identity, str(target)])
        if login := environment.get(NOTARY):
            submit = ["xcrun", "notarytool", "submit", str(target), "--keychain-profile", login, "--wait"]
            commands += [submit, ["xcrun", "stapler", "staple", str(target)]]
    return commands
