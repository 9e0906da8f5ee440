; The installer for Windows: for the one who starts it, into their own folder, without administrator.
; An older version is replaced in place; offices, settings and the log are never touched, neither by the uninstaller.
; Asked for by installer/windows.py: VERSION, NUMBERS (four of them), FOLDER (the bundle), TARGET (the setup file),
; ICON, PANEL (a picture), SIZE (kilobytes), and, where a program signs, SIGNER.
Unicode true
!ifdef AMD64
  Target amd64-unicode ; built on another system than Windows
!endif
!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "x64.nsh"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\zwk-barriere"
!define KIND "Software\Classes\ZWKBarriere.Backup"
Name "ZWK Barriere ${VERSION}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\ZWK Barriere"
InstallDirRegKey HKCU "${KEY}" "InstallLocation" ; an upgrade finds the one that is there
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=0 "ProductName" "ZWK Barriere"
VIAddVersionKey /LANG=0 "FileDescription" "ZWK Barriere"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "CompanyName" "ZWK Barriere contributors"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT"
!ifdef SIGNER
  !uninstfinalize '"${SIGNER}" "%1"'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PANEL}"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${PANEL}"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\zwk-barriere.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "German" ; the first one is that of a system in neither
!insertmacro MUI_LANGUAGE "English"

LangString WELCOME ${LANG_GERMAN} "Das Programm wird nur für Sie eingerichtet, ohne Administrator.$\r$\n$\r$\nEine ältere Version wird ersetzt. Beratungsstellen und Einstellungen bleiben, wie sie sind."
LangString WELCOME ${LANG_ENGLISH} "The program is set up for you only, without administrator.$\r$\n$\r$\nAn older version is replaced. Offices and settings stay as they are."
LangString OPEN ${LANG_GERMAN} "ZWK Barriere ist noch geöffnet. Bitte schließen Sie das Programm und versuchen Sie es noch einmal."
LangString OPEN ${LANG_ENGLISH} "ZWK Barriere is still open. Please close the program and try again."
LangString OLD ${LANG_GERMAN} "ZWK Barriere braucht Windows 10 (Version 1903) oder neuer mit 64 Bit."
LangString OLD ${LANG_ENGLISH} "ZWK Barriere needs Windows 10 (version 1903) or later with 64 bit."
LangString BACKUP ${LANG_GERMAN} "Sicherung einer Wohnberatung"
LangString BACKUP ${LANG_ENGLISH} "Backup of a housing advice office"
LangString PREPARING ${LANG_GERMAN} "Der erste Start wird vorbereitet …"
LangString PREPARING ${LANG_ENGLISH} "Preparing the first start …"

; A running program holds its file: then nothing is changed.
!macro StopWhileOpen FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(OPEN)" /SD IDOK
      SetErrorLevel 2
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

; What an installation consists of.  The folder itself goes only when nothing of the person's own lies in it.
!macro RemoveProgram
  Delete "$INSTDIR\zwk-barriere.exe"
  Delete "$INSTDIR\zwk-barriere-console.exe"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\THIRD_PARTY_LICENSES"
  Delete "$INSTDIR\README-Qt.txt"
  Delete "$INSTDIR\sbom.cdx.json"
  Delete "$INSTDIR\uninstall.exe"
  RMDir /r "$INSTDIR\_internal"
  RMDir "$INSTDIR"
!macroend

; Explorer looks again at which program opens which file.
!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  ; Windows 10 brings icuuc.dll since version 1903; Qt does not start without it.
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${FileExists} "$SYSDIR\icuuc.dll"
    MessageBox MB_OK|MB_ICONSTOP "$(OLD)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

Section "ZWK Barriere"
  !insertmacro StopWhileOpen "zwk-barriere.exe"
  !insertmacro StopWhileOpen "zwk-barriere-console.exe"
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${FileExists} "$INSTDIR\_internal\pythonw.exe"
    ; What is loaded at the start; else the first start would take the time.  When it fails nothing is lost.
    DetailPrint "$(PREPARING)"
    StrCpy $1 "$INSTDIR\_internal"
    ExecWait '"$1\pythonw.exe" -I -m compileall -q "$1\Lib" "$1\sqlalchemy" "$1\zwk_barrier"' $0
  ${EndIf}
  CreateShortcut "$SMPROGRAMS\ZWK Barriere.lnk" "$INSTDIR\zwk-barriere.exe"
  WriteRegStr HKCU "Software\Classes\.zwkbackup" "" "ZWKBarriere.Backup"
  WriteRegStr HKCU "${KIND}" "" "$(BACKUP)"
  WriteRegStr HKCU "${KIND}\DefaultIcon" "" "$INSTDIR\zwk-barriere.exe,0"
  WriteRegStr HKCU "${KIND}\shell\open\command" "" '"$INSTDIR\zwk-barriere.exe" --open "%1"'
  WriteRegStr HKCU "${KEY}" "DisplayName" "ZWK Barriere"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\zwk-barriere.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "ZWK Barriere contributors"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  !insertmacro TellExplorer
SectionEnd

Section "Uninstall"
  !insertmacro StopWhileOpen "zwk-barriere.exe"
  !insertmacro StopWhileOpen "zwk-barriere-console.exe"
  !insertmacro RemoveProgram
  Delete "$SMPROGRAMS\ZWK Barriere.lnk"
  DeleteRegKey HKCU "Software\Classes\.zwkbackup"
  DeleteRegKey HKCU "${KIND}"
  DeleteRegKey HKCU "${KEY}"
  !insertmacro TellExplorer
SectionEnd
