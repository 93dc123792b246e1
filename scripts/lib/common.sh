# shellcheck shell=bash
# Shared by every script: where the checkout is, and how a failure reads.

root="$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)"
# shellcheck disable=SC2034 # used by the scripts that source this file
tidemark="$root/.tidemark"

# Ends the script with one line that says what is wrong and what to do.
fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# The first 12 hex digits of the SHA-256 of standard input: short, and no two checkouts of one machine share it.
short_hash() { sha256sum | cut -c1-12; }

# Makes `.tidemark/`, or says who may.
require_state_directory() {
    mkdir -p -- "$tidemark" 2>/dev/null && [[ -w $tidemark ]] && return
    local owner
    owner="$(stat -c %U -- "$tidemark" 2>/dev/null || stat -c %U -- "$root")"
    fail "cannot write in $tidemark (owner: $owner); run as its owner or in a clone of your own"
}

# The first line of a program's output that tells what went wrong.
first_complaint() {
    grep -v 'could not start server' -- "$1" \
        | grep -E -i -m 1 'error|fatal|panic|invalid|unrecognized|could not|cannot' || head -n 1 -- "$1"
}

# For scripts that speak to programs whose words they read and to the private server: a caller's PGHOST, PGOPTIONS or
# PGSERVICE must not send them to another one.
clean_environment() {
    umask 022
    # useradd is in sbin, which a root that came by `su` lacks.
    export LC_ALL=C PATH="$PATH:/usr/sbin:/sbin"
    local name
    for name in "${!PG@}"; do unset "$name"; done
}
