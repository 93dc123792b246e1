# shellcheck shell=bash
# Making a cluster, and its settings.

# Makes the cluster unless it is there. The work happens in a directory beside it and ends with a rename, so a cluster
# that has its name is complete and one that was interrupted is made again. The caller holds the life lock, which an
# initdb that outlived its script would still have.
require_cluster() {
    adopt_cluster
    if [[ -d $data ]] && ! rmdir -- "$data" 2>/dev/null; then
        local found
        found="$(cat -- "$data/PG_VERSION" 2>/dev/null || echo none)"
        [[ $found == "$version" ]] \
            || fail "$data is not a PostgreSQL $version cluster (version: $found); run: $reset_command"
        return
    fi
    local partial="$data.partial" locale=(--locale=C.UTF-8)
    # 18 sorts and folds by its own tables, the same on every machine; 16 can only ask the C library.
    if ((version >= 17)); then locale=(--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8); fi
    rm -rf -- "$partial"
    install -d -m 700 -o "$server_uid" -g "$server_gid" -- "$partial"
    if ! (
        close_descriptors
        as_server "$programs/bin/initdb" -D "$partial" --username=postgres --auth-local=peer --auth-host=reject \
            --encoding=UTF8 "${locale[@]}" --lc-messages=C --data-checksums --no-instructions
    ) </dev/null >"$state/$version.initdb" 2>&1; then
        fail "initdb failed: $(first_complaint "$state/$version.initdb"); all of it in $state/$version.initdb"
    fi
    printf "%s\n" "include 'tidemark.conf'" >>"$partial/postgresql.conf"
    rm -f -- "$state/$version.roles"
    mv -T -- "$partial" "$data"
}

# A cluster that came along when the clone was copied: `cp -r` by root makes root its owner, and a copy taken of a
# running cluster is torn. A copy is another directory, a moved clone is not, so the inode tells them apart.
adopt_cluster() {
    [[ -d $data ]] || return 0
    local owner inode
    owner="$(stat -c %u -- "$data")"
    if ((owner != server_uid)); then
        ((EUID == 0)) \
            || fail "$data belongs to $(stat -c %U -- "$data"); run as root, or as that user, or in a clone of your own"
        chown -R -- "$server_uid:$server_gid" "$data"
        rm -f -- "$log"
    fi
    inode="$(sed -n 's/^# Directory: //p' "$data/tidemark.conf" 2>/dev/null || true)"
    [[ -z $inode || ! -f $data/postmaster.pid || $inode == "$(stat -c %i -- "$data")" ]] \
        || fail "$data was copied from another clone while its server ran; run: $reset_command"
}

# Written at every start, as paths, users and advice change with the checkout.
write_settings() {
    # The user that owns the files is the superuser, whom the kernel vouches for; everybody else brings a password.
    printf '%s\n' 'local all postgres peer map=superuser' 'local all all scram-sha-256' | write_file pg_hba.conf
    printf 'superuser "%s" postgres\n' "$server_name" | write_file pg_ident.conf
    print_settings | write_file tidemark.conf
}

# Writes standard input to a file of the cluster, whole or not at all.
write_file() {
    local file="$data/$1"
    rm -f -- "$file.new"
    (umask 077 && cat >"$file.new")
    ((EUID != 0)) || chown -- "$server_uid:$server_gid" "$file.new"
    mv -- "$file.new" "$file"
}

print_settings() {
    printf '# Written by scripts/database at every start; changes here are lost.\n'
    printf '# Directory: %s\n' "$(stat -c %i -- "$data")"
    printf "listen_addresses = ''\n"
    printf 'port = %s\n' "$socket_port"
    # A list: the one name is quoted as an identifier within the quoted string.
    printf "unix_socket_directories = '\"%s\"'\n" "$socket"
    cat <<'SETTINGS'
unix_socket_permissions = 0700
password_encryption = 'scram-sha-256'
max_connections = 100

# A small machine that the application shares.
shared_buffers = 256MB
effective_cache_size = 1GB
work_mem = 8MB
maintenance_work_mem = 128MB
random_page_cost = 1.1
jit = off

# Rare, spread checkpoints: a book of prices arrives as a burst of writes.
fsync = on
wal_compression = on
min_wal_size = 256MB
max_wal_size = 2GB
checkpoint_timeout = 15min
checkpoint_completion_target = 0.9

# The log says what happened and never with which values: no statements, parameters or DETAIL lines (they quote rows).
logging_collector = off
log_timezone = 'UTC'
log_line_prefix = '%m [%p] '
log_error_verbosity = terse
log_min_error_statement = panic
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_lock_waits = on

timezone = 'UTC'
lc_messages = 'C'
SETTINGS
}
