"""A browser's first steps: signing in, and what a page weighs."""

import gzip
import http.client
import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlencode


def fetch(port: int, path: str, headers: dict[str, str] | None = None, method: str = "GET", body: str | None = None):
    """One request; answers status, headers (names in lower case) and bytes as they came over the wire."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, path, body=body, headers=headers or {})
        answer = connection.getresponse()
        fields: dict[str, str] = {}
        cookies: list[str] = []
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                cookies.append(value.split(";")[0])
            fields[name.lower()] = value
        fields["cookies"] = "; ".join(cookies)
        return answer.status, fields, answer.read()
    finally:
        connection.close()


def sign_in(port: int, email: str, password: str) -> str:
    """Fills in the form as a person does; answers the Cookie header of the session."""
    status, fields, page = fetch(port, "/sign-in")
    token = re.search(rb'name="csrf" value="([^"]+)"', page)
    if status != 200 or not token:
        raise RuntimeError(f"the sign-in form answers {status} and has {'a' if token else 'no'} token")
    form = urlencode({"csrf": unescape(token[1].decode()), "email": email, "password": password, "next": "/"})
    status, answer, _ = fetch(port, "/sign-in", method="POST", body=form, headers={
        "Content-Type": "application/x-www-form-urlencoded", "Cookie": fields["cookies"],
        "Origin": f"http://127.0.0.1:{port}", "Sec-Fetch-Site": "same-origin"})
    if status not in (302, 303) or not answer["cookies"]:
        raise RuntimeError(f"signing in answers {status}")
    return answer["cookies"]


class _Assets(HTMLParser):
    def __init__(self):
        super().__init__()
        self.paths: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "link" and given.get("rel") in ("stylesheet", "icon", "preload", "manifest"):
            self.paths.append(given.get("href") or "")
        elif tag in ("script", "img", "source", "iframe") and given.get("src"):
            self.paths.append(given["src"])


def weigh(port: int, path: str, cookie: str) -> dict:
    """What a first visit loads, in bytes as a browser receives them (bodies, gzip)."""
    headers = {"Cookie": cookie, "Accept-Encoding": "gzip"}
    status, fields, wire = fetch(port, path, headers)
    if status != 200:
        raise RuntimeError(f"{path} answers {status}")
    page = gzip.decompress(wire) if fields.get("content-encoding") == "gzip" else wire
    assets = _Assets()
    assets.feed(page.decode())
    sizes = {}
    for asset in dict.fromkeys(filter(None, assets.paths)):
        status, _, body = fetch(port, asset, headers)
        if status != 200:
            raise RuntimeError(f"{asset} answers {status}")
        sizes[asset] = len(body)
    return {
        "path": path, "html": len(wire), "html_plain": len(page), "assets": sizes,
        "requests": 1 + len(sizes), "total": len(wire) + sum(sizes.values()),
        "script": sum(size for name, size in sizes.items() if name.endswith(".js"))}
