/* For wine only: the complex functions that wine 8 names and does not have, as NumPy asks for them when it is loaded.
 *
 * Everything else is handed on to wine's own library (installer/windows_wine.py).  A long double is a double on Windows,
 * and complex numbers are passed as structures.  Nothing of this is shipped. */
#include <complex.h>

typedef struct { double re, im; } D;
typedef struct { float re, im; } F;
#define EXPORT __declspec(dllexport)
#define Z(a) ((a).re + (a).im * I)

#define ONE(name)                                                                                   \
  EXPORT D own_##name(D a) { double complex r = name(Z(a)); return (D){creal(r), cimag(r)}; }        \
  EXPORT D own_##name##l(D a) { return own_##name(a); }                                              \
  EXPORT F own_##name##f(F a) { float complex r = name##f(Z(a)); return (F){crealf(r), cimagf(r)}; }
#define REAL(name)                                       \
  EXPORT double own_##name(D a) { return name(Z(a)); }   \
  EXPORT double own_##name##l(D a) { return name(Z(a)); } \
  EXPORT float own_##name##f(F a) { return name##f(Z(a)); }

ONE(ccos) ONE(ccosh) ONE(cexp) ONE(csin) ONE(csinh) ONE(ctan) ONE(ctanh)
REAL(cabs) REAL(carg) REAL(cimag) REAL(creal)
EXPORT D own_cpow(D a, D b) { double complex r = cpow(Z(a), Z(b)); return (D){creal(r), cimag(r)}; }
EXPORT D own_cpowl(D a, D b) { return own_cpow(a, b); }
EXPORT F own_cpowf(F a, F b) { float complex r = cpowf(Z(a), Z(b)); return (F){crealf(r), cimagf(r)}; }
