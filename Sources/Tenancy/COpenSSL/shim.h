#pragma once
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <sys/prctl.h>

// prctl takes a variable number of arguments, which Swift cannot call.
static inline int tidemark_set_dumpable(int dumpable) { return prctl(PR_SET_DUMPABLE, dumpable, 0, 0, 0); }
static inline int tidemark_is_dumpable(void) { return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0); }
