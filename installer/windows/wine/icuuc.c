/* For wine only: stands in for the converters that Windows 10 (1903) and later bring and wine 8 does not.
 *
 * Qt asks for them by name when it starts, and calls them only for texts in rare encodings.  Every one says that it
 * failed, as ICU does for an encoding it does not know.  Nothing of this is shipped. */
#define ERROR 2 /* U_FILE_ACCESS_ERROR */
#define EXPORT __declspec(dllexport)

EXPORT void *ucnv_open(const char *name, int *error) { if (error) *error = ERROR; return 0; }
EXPORT void ucnv_close(void *converter) {}
EXPORT void ucnv_reset(void *converter) {}
EXPORT signed char ucnv_getMaxCharSize(const void *converter) { return 1; }
EXPORT const char *ucnv_getName(const void *converter, int *error) { if (error) *error = ERROR; return 0; }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, int *error) { if (error) *error = ERROR; return 0; }
EXPORT const char *ucnv_getAvailableName(int which) { return 0; }
EXPORT int ucnv_countAvailable(void) { return 0; }
#define NOTHING(name) EXPORT void name(void) {}
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_setFromUCallBack)
NOTHING(ucnv_cbToUWriteUChars)
NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(ucnv_toUnicode)
NOTHING(ucnv_fromUnicode)
EXPORT int ucnv_toUCountPending(const void *converter, int *error) { return 0; }
EXPORT int ucnv_fromUCountPending(const void *converter, int *error) { return 0; }
