#pragma once
#include <zlib.h>

/* The initialisers are macros that pass the header's version and struct size, which Swift cannot call. */
static inline int tidemark_inflateInit2(z_streamp stream, int windowBits) {
    return inflateInit2(stream, windowBits);
}

static inline int tidemark_deflateInit2(z_streamp stream, int level, int windowBits) {
    return deflateInit2(stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
}
