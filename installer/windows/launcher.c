/* Starts the program with the Python that lies in _internal beside this file, and with nothing else of this computer.
 *
 * Compiled twice (installer/windows_bundle.py): zwk-barriere.exe has a window and no console, zwk-barriere-console.exe
 * the other way round, for the commands that are typed.  Which Python modules are found says _internal\python313._pth. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 32768
typedef int (*python_main)(int, wchar_t **);

static int fail(void) {
  const wchar_t *words = L"ZWK Barriere ist nicht vollständig eingerichtet. Bitte richten Sie das Programm noch einmal ein.";
#ifdef CONSOLE
  fwprintf(stderr, L"%ls\n", words);
#else
  MessageBoxW(NULL, words, L"ZWK Barriere", MB_OK | MB_ICONERROR);
#endif
  return 70;
}

int wmain(int count, wchar_t **words) {
  static wchar_t here[LONGEST], library[LONGEST], script[LONGEST];
  DWORD length = GetModuleFileNameW(NULL, here, LONGEST);
  wchar_t *end = wcsrchr(here, L'\\');
  if (length == 0 || length > LONGEST - 64 || end == NULL) return fail();
  *end = L'\0';
  swprintf(library, LONGEST, L"%ls\\_internal\\" PYTHON_LIBRARY, here);
  swprintf(script, LONGEST, L"%ls\\_internal\\launch.py", here);
  SetDllDirectoryW(L""); /* no library from the folder somebody happens to be in */
  HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
  python_main run = python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
  wchar_t **handed = calloc(count + 5, sizeof *handed);
  if (run == NULL || handed == NULL) return fail();
  /* -I: nothing of the person's own Python; utf8: what is written is read alike everywhere. */
  wchar_t *first[] = {words[0], L"-I", L"-X", L"utf8", script};
  memcpy(handed, first, sizeof first);
  for (int each = 1; each < count; each++) handed[each + 4] = words[each];
  return run(count + 4, handed);
}
