"""Drains jobs that do nothing through Procrastinate and prints how fast: python procrastinate_queue.py JOBS."""

import asyncio
import json
import os
import sys
import time

import procrastinate

CONCURRENCY = 32


async def main(jobs: int) -> None:
    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=os.environ["PEER_DATABASE"], max_size=16))

    @app.task(name="no_op")
    async def no_op(number: int) -> None:
        pass

    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        begun = time.monotonic()
        for first in range(0, jobs, 1_000):
            await no_op.batch_defer_async(*({"number": number} for number in range(first, min(jobs, first + 1_000))))
        enqueued = time.monotonic() - begun
        begun = time.monotonic()
        await app.run_worker_async(concurrency=CONCURRENCY, wait=False, install_signal_handlers=False)
        seconds = time.monotonic() - begun
        left = await app.job_manager.list_jobs_async(status="todo")
        if list(left):
            sys.exit("not all jobs were done")
    print(json.dumps({"jobs": jobs, "seconds": seconds, "rate": jobs / seconds, "enqueueRate": jobs / enqueued}))


asyncio.run(main(int(sys.argv[1])))
