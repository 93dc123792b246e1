"""The peer as a process."""

from pathlib import Path

from .catalogue import COMPANY_NAME, PEER_DATABASE, PERSON
from .cluster import Cluster
from .processes import Server, free_port
from .settings import Settings

OPTIONS = ["--workers", "2", "--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning"]


def command(settings: Settings, port: int | str) -> list[str]:
    python = settings.root / ".tidemark/venv-bench/bin/python"
    return [str(python), "-m", "uvicorn", "app:app", "--app-dir", str(settings.here / "peer"), "--host", "127.0.0.1",
            "--port", str(port), *OPTIONS]


def serve(settings: Settings, cluster: Cluster, company: str) -> Server:
    port = free_port()
    environment = {
        "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1", "PEER_COMPANY": company,
        "PEER_DATABASE": cluster.address("app", PEER_DATABASE), "PEER_COMPANY_NAME": COMPANY_NAME,
        "PEER_PERSON": PERSON, "PEER_PUBLIC": str(settings.root / "Public")}
    return Server("peer", command(settings, port), port, settings.state / "peer.log", environment, Path(settings.root))
