"""The app for macOS, as far as it can be looked at without a Mac: what it says of itself and how it is signed."""

import plistlib
from pathlib import Path

from installer import macos
from zwk_barrier.store.layout import BACKUP_SUFFIX

APP, PLIST, IMAGE = Path("dist/ZWK Barriere.app"), Path("entitlements.plist"), Path("dist/zwk.dmg")


def test_the_app_says_its_name_its_version_and_its_languages() -> None:
    told = plistlib.loads(plistlib.dumps(macos.info("1.2.3")))
    assert (told["CFBundleDisplayName"], told["CFBundleShortVersionString"]) == ("ZWK Barriere", "1.2.3")
    assert (told["CFBundleDevelopmentRegion"], told["CFBundleLocalizations"]) == ("de", ["de", "en"])


def test_the_finder_learns_which_file_the_app_opens() -> None:
    told = plistlib.loads(plistlib.dumps(macos.info("1.2.3")))
    [document], [declared] = told["CFBundleDocumentTypes"], told["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    endings = declared["UTTypeTagSpecification"]["public.filename-extension"]
    assert [f".{ending}" for ending in endings] == [BACKUP_SUFFIX]


def test_without_a_name_the_app_is_signed_for_this_mac_only_and_not_shown_to_apple() -> None:
    assert macos.signing_command(APP, PLIST, {})[-3:] == ["--sign", "-", str(APP)]
    assert "--entitlements" not in macos.signing_command(APP, PLIST, {})
    [packed] = macos.image_commands(Path("stage"), IMAGE, "1.2.3", {macos.NOTARY: "login"})
    assert packed[:2] == ["hdiutil", "create"]


def test_with_a_name_the_app_is_hardened_and_with_a_login_approved() -> None:
    named = {macos.SIGN_AS: "Developer ID Application: Amt", macos.NOTARY: "login"}
    signed = macos.signing_command(APP, PLIST, named)
    assert signed[signed.index("--options") + 1] == "runtime"
    assert signed[-2:] == ["Developer ID Application: Amt", str(APP)]
    steps = macos.image_commands(Path("stage"), IMAGE, "1.2.3", named)
    assert [step[:3] for step in steps[1:]] == [
        ["codesign", "--timestamp", "--sign"],
        ["xcrun", "notarytool", "submit"],
        ["xcrun", "stapler", "staple"],
    ]
    assert "--wait" in steps[2]


def test_the_entitlements_are_a_property_list() -> None:
    assert all(plistlib.loads(macos.ENTITLEMENTS.encode()).values())
