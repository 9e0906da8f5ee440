; The installer for Windows: for the one who starts it, into their own folder, without administrator.
; An older version is replaced in place; offices, settings and the log are never touched, neither by the uninstaller.
; Asked for by installer/windows.py: VERSION, FOLDER (the bundle), TARGET (the setup file).
Unicode true
!ifdef AMD64
  Target amd64-unicode ; built on another system than Windows
!endif
!include "MUI2.nsh"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\zwk-barriere"
Name "ZWK Barriere ${VERSION}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\ZWK Barriere"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "German"

Section "ZWK Barriere"
  ; A running program holds its file open: then nothing is changed.
  IfFileExists "$INSTDIR\zwk-barriere.exe" 0 fresh
    ClearErrors
    Delete "$INSTDIR\zwk-barriere.exe"
    IfErrors 0 gone
      MessageBox MB_OK|MB_ICONEXCLAMATION "ZWK Barriere ist noch geöffnet. Bitte schließen Sie das Programm und starten Sie die Einrichtung noch einmal." /SD IDOK
      SetErrorLevel 2
      Abort
    gone:
    RMDir /r "$INSTDIR\_internal"
  fresh:
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\ZWK Barriere.lnk" "$INSTDIR\zwk-barriere.exe"
  WriteRegStr HKCU "Software\Classes\.zwkbackup" "" "ZWKBarriere.Backup"
  WriteRegStr HKCU "Software\Classes\ZWKBarriere.Backup" "" "Sicherung einer Wohnberatung"
  WriteRegStr HKCU "Software\Classes\ZWKBarriere.Backup\shell\open\command" "" '"$INSTDIR\zwk-barriere.exe" --open "%1"'
  WriteRegStr HKCU "${KEY}" "DisplayName" "ZWK Barriere"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\ZWK Barriere.lnk"
  Delete "$INSTDIR\zwk-barriere.exe"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\THIRD_PARTY_LICENSES"
  Delete "$INSTDIR\README-Qt.txt"
  Delete "$INSTDIR\sbom.cdx.json"
  Delete "$INSTDIR\uninstall.exe"
  RMDir /r "$INSTDIR\_internal"
  RMDir "$INSTDIR" ; only when nothing of the person's own lies in it
  DeleteRegKey HKCU "Software\Classes\.zwkbackup"
  DeleteRegKey HKCU "Software\Classes\ZWKBarriere.Backup"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
