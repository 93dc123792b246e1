"""A server of pages of 20 KB for crawlers to read: as little work as it can be, so that it is the crawler that is measured."""

import asyncio
import sys

import uvloop

THINGS = 60


def page() -> bytes:
    things = "".join(
        f'<li class="product"><a href="/product/{n}"><img src="/images/{n}.jpg" alt="A thing with the number {n}" width="120"></a>'
        f'<h3>Harbor Ridge Reserve No. {n} 750 ml &amp; glass</h3><p class="text">Aged in oak, finished in sherry casks, '
        f'bottled by the sea. Notes of salt, honey and smoke.</p><span class="price">$ {n}.99</span></li>' for n in range(THINGS))
    head = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Things</title></head><body><ul>'
    return f"{head}{things}</ul></body></html>".encode()


BODY = page()
ANSWER = (f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(BODY)}\r\n\r\n").encode() + BODY


class Pages(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport, self.held = transport, b""

    def data_received(self, data):
        self.held += data
        while (end := self.held.find(b"\r\n\r\n")) >= 0:
            self.held = self.held[end + 4:]
            self.transport.write(ANSWER)


async def main() -> None:
    server = await asyncio.get_running_loop().create_server(Pages, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], len(BODY), flush=True)
    await server.serve_forever()


uvloop.run(main())
