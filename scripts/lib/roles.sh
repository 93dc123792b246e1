# shellcheck shell=bash
# Passwords, roles and databases of a running cluster.

# The databases: the product's, and one that stays empty for tests to copy, because only a superuser can install
# pgvector and a copy brings it along.
readonly databases=(tidemark tidemark_blank)
# Environment variable and role, in the order of the file.
readonly accounts=(DATABASE_URL:app DATABASE_OWNER_URL:owner DATABASE_AUTH_URL:auth DATABASE_WORKER_URL:worker
    DATABASE_REVIEW_URL:review)

# Writes the connection strings. Passwords are made once and then kept; the socket's place may change.
write_environment() {
    local account role password content='' host="${socket//%/%25}" character
    # What a URI's query may not hold as it is; other bytes of a path are read as they are.
    for character in ' ' '&' '=' '?' '#' '+' '/'; do
        host="${host//"$character"/$(printf '%%%02X' "'$character")}"
    done
    for account in "${accounts[@]}"; do
        role="tidemark_${account#*:}"
        password="$(password_of "${account#*:}" 2>/dev/null || true)"
        [[ -n $password ]] || password="$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')"
        content+="${account%%:*}='postgresql://$role:$password@/${databases[0]}?host=$host&port=$socket_port'"$'\n'
    done
    [[ $(cat -- "$env_file" 2>/dev/null) != "${content%$'\n'}" ]] || return 0
    rm -f -- "$env_file.new"
    (umask 077 && printf '%s' "$content" >"$env_file.new")
    mv -- "$env_file.new" "$env_file"
}

# Prints a role's password.
password_of() { sed -n "s/.*:\/\/tidemark_$1:\([0-9a-f]\{48\}\)@.*/\1/p" "$env_file"; }

# psql as the cluster's superuser; the SQL comes on standard input, as the server's user may be unable to read the file.
# Arguments: the database, and what else psql shall know.
superuser_psql() {
    as_server "$programs/bin/psql" -X -q -v ON_ERROR_STOP=1 -h "$socket" -p "$socket_port" -U postgres -d "$@"
}

# Roles, databases and pgvector, unless they are there and as the files say.
require_roles() {
    local stamp database words="$state/$version.roles.log"
    stamp="$(cat -- "$root/migrations/roles.sql" "${BASH_SOURCE[0]}" "$env_file" | short_hash)"
    if [[ $(cat -- "$state/$version.roles" 2>/dev/null) == "$stamp" ]] && databases_exist; then return; fi
    (
        # By the environment: arguments are for everybody to read.
        for account in "${accounts[@]}"; do
            role="${account#*:}"
            export "TIDEMARK_${role^^}_PASSWORD=$(password_of "$role")"
        done
        for database in "${databases[@]}"; do
            export TIDEMARK_DATABASE="$database"
            superuser_psql postgres <"$root/migrations/roles.sql"
            superuser_psql "$database" <<<"$pgvector"
        done
        superuser_psql postgres <<<"$closed_doors"
    ) >"$words" 2>&1 \
        || fail "roles and databases could not be made: $(first_complaint "$words"); all of it in $words"
    grep 'NOTICE' "$words" | sort -u || true
    printf '%s\n' "$stamp" >"$state/$version.roles"
}

databases_exist() {
    local list count
    printf -v list "'%s'," "${databases[@]}"
    count="$(superuser_psql postgres -A -t <<<"SELECT count(*) FROM pg_database WHERE datname IN (${list%,})")"
    [[ $count == "${#databases[@]}" ]]
}

# Absent in a server without pgvector, which migrations must then do without.
pgvector="
SELECT CASE WHEN installed_version IS NULL THEN 'CREATE EXTENSION vector' ELSE 'ALTER EXTENSION vector UPDATE' END
  FROM pg_available_extensions WHERE name = 'vector' AND installed_version IS DISTINCT FROM default_version \gexec
DO \$\$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'vector') THEN
        RAISE NOTICE 'pgvector is not available in this server';
    END IF;
END \$\$;
"

# The cluster is ours alone: nobody but the owner, from whose session tests copy databases, has business in the others.
closed_doors="
REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;
GRANT CONNECT ON DATABASE postgres TO tidemark_owner;
"
