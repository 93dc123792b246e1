# shellcheck shell=bash
# Starting and ending the server.
#
# Whether a server of this cluster lives is asked of the kernel, not of a file: the server and all its children inherit
# a lock (descriptor 8) that is free only when the last of them is gone. A process id in a file proves nothing, as the
# number may belong to anybody by now.

# Prints the id of this cluster's postmaster; fails when none runs. The id in the file must be a postgres that works in
# this very directory.
server_pid() {
    local pid=
    { read -r pid <"$data/postmaster.pid"; } 2>/dev/null || true
    [[ $pid =~ ^[0-9]+$ ]] && is_of_cluster "$pid" && printf '%s\n' "$pid"
}

is_of_cluster() {
    local name=
    { read -r name <"/proc/$1/comm"; } 2>/dev/null || true
    [[ $name == postgres ]] && as_server test "/proc/$1/cwd" -ef "$data"
}

# The directory that the running server's socket is in: the caller's environment, and so the choice, may have changed.
adopt_socket() {
    local line
    line="$(sed -n 5p -- "$data/postmaster.pid" 2>/dev/null || true)"
    [[ $line != /* ]] || socket="$line"
}

server_answers() {
    server_pid >/dev/null || return 1
    adopt_socket
    as_server "$programs/bin/pg_isready" -q -h "$socket" -p "$socket_port" -t 3
}

# Whether the running server's program is the installed one; after an update it is another file, or none.
server_is_current() {
    local pid
    pid="$(server_pid)" && as_server test "/proc/$pid/exe" -ef "$programs/bin/postgres"
}

# Takes the life lock, which waits for a server that is on its way up or down and clears away what outlived a killed
# one. Fails (1) if meanwhile the server answers.
take_life_lock() {
    exec 8>>"$state/$version.alive"
    local tries
    for ((tries = 0; tries < 600; tries++)); do
        flock -n 8 && return 0
        server_answers && return 1
        if ! server_pid >/dev/null; then
            # Nobody leads these any more. They notice by themselves within a moment, unless a statement keeps them.
            case $tries in
                20) signal_leftovers QUIT ;;
                70) signal_leftovers KILL ;;
                200) break ;;
            esac
        elif ((tries % 50 == 5)) && server_is_unreachable; then
            kill -INT "$(server_pid)" 2>/dev/null || true
        fi
        sleep 0.1
    done
    fail "a server of $data lives but does not answer; see $log, then try: scripts/database stop --version $version"
}

# Whether somebody cleaned the socket away under a server that is up.
server_is_unreachable() {
    [[ $(sed -n 8p -- "$data/postmaster.pid" 2>/dev/null) == ready* && ! -S $socket/.s.PGSQL.$socket_port ]]
}

signal_leftovers() {
    local directory
    for directory in /proc/[0-9]*; do
        if is_of_cluster "${directory#/proc/}"; then kill -"$1" "${directory#/proc/}" 2>/dev/null || true; fi
    done
}

# Starts the server; the caller holds the life lock, so files that say one is running are left over from another life,
# unless somebody started it by hand.
launch_server() {
    if server_pid >/dev/null; then
        fail "a server of $data runs that scripts/database did not start (process $(server_pid)); stop it and try again"
    fi
    rm -f -- "$data/postmaster.pid" "$socket/.s.PGSQL.$socket_port" "$socket/.s.PGSQL.$socket_port.lock"
    install -d -m 700 -o "$server_uid" -g "$server_gid" -- "$socket"
    write_settings
    if [[ -f $log && $(stat -c %s -- "$log") -gt 10000000 ]]; then mv -- "$log" "$log.old"; fi
    [[ -f $log ]] || install -m 600 -o "$server_uid" -g "$server_gid" -- /dev/null "$log"
    local before
    before="$(stat -c %s -- "$log")"
    if ! (
        close_descriptors
        as_server "$programs/bin/pg_ctl" start -D "$data" -l "$log" -w -t 120 -s
    ) </dev/null >"$state/$version.start" 2>&1; then
        local cause
        tail -c "+$((before + 1))" -- "$log" >>"$state/$version.start"
        cause="$(first_complaint "$state/$version.start")"
        fail "PostgreSQL $version did not start: ${cause#*\] }; the log is $log"
    fi
}

# What the server inherits it keeps for its life, for instance the pipe of whoever waits for this script's last word.
close_descriptors() {
    local path number
    for path in /proc/"$BASHPID"/fd/*; do
        number="${path##*/}"
        if ((number > 2 && number != 8)); then exec {number}>&-; fi
    done
}

# Ends the server and waits until its last child is gone. Nothing to do is success.
halt_server() {
    exec 8>>"$state/$version.alive"
    local signal pid
    for signal in INT QUIT; do # fast, then immediate
        flock -n 8 && return
        if pid="$(server_pid)"; then kill -"$signal" "$pid" 2>/dev/null || true; else signal_leftovers QUIT; fi
        flock -w 30 8 && return
    done
    fail "PostgreSQL $version (process $(server_pid || echo unknown)) does not end; see $log"
}
