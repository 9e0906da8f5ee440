/* For wine only: wine 8 lacks the library by which Windows 10 and later give random bytes; its older way gives them, too.
 * Nothing of this is shipped. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); /* RtlGenRandom */

__declspec(dllexport) BOOL ProcessPrng(PBYTE bytes, SIZE_T count) { return SystemFunction036(bytes, (ULONG)count); }
