"""Procrastinate, a queue in PostgreSQL for Python, as a peer: a process of its own that drains jobs that do nothing."""

import json
import subprocess


def drain(settings, cluster, database: str, jobs: int) -> dict:
    python = settings.root / ".tidemark/venv-bench/bin/python"
    # The owner, since its schema is made first; the address goes by the environment, as it holds a password.
    environment = {"PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1",
                   "PEER_DATABASE": cluster.address("owner", database)}
    done = subprocess.run(
        [python, settings.here / "peer/procrastinate_queue.py", str(jobs)], capture_output=True, text=True,
        env=environment)
    if done.returncode != 0:
        raise RuntimeError(f"procrastinate ended with {done.returncode}: {done.stderr.strip()[-400:]}")
    return json.loads(done.stdout)
