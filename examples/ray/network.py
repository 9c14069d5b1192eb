"""Plans the sites of a network as tasks of Ray: one site, or one scenario of it, a task.

    python network.py MODULE --clinics FOLDER --out RESULTS [--operation NAME] [--request FILE]... [--address ADDRESS]
    python network.py MODULE --samples FILE --out RESULTS [the same options]

MODULE is the command `rosterwell` built for WASI (`cargo xtask wasi`), FOLDER has a clinic document `SITE.json` for
each site. A task is one operation, `plan` unless another is named, on one clinic; with several requests, one for each
of them. FILE of `--samples` holds a request of the operation `sample` for each site: their clinics are made first.

Replies are written to RESULTS/replies and a row for each to RESULTS/rows.jsonl. A run that was broken off is taken up
again: what has a row for the same module, clinic and request is not asked again.
"""

import os

# Read by Ray when it is imported: it reports nothing to its makers.
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"

import argparse
import hashlib
import json
import logging
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import ray
import tasks
import wasi
from ray import ObjectRef
from ray.exceptions import RayError

# Of a plan, unless a request is given: the engine's own number of steps.
PLAN_REQUEST = {"steps": 40_000}
# Tasks begun or waiting for each core, so that the object store holds the clinics of these and no more; our choice.
TASKS_AHEAD = 2


@dataclass(frozen=True)
class Job:
    """What one task is asked."""

    name: str
    """Of its files: the site, and the request where there are several."""
    operation: str
    clinic: bytes
    request: bytes

    def key(self, module: bytes) -> str:
        """SHA-256 of all that the reply depends on."""
        parts = [module, self.operation.encode(), self.clinic, self.request]
        return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


@dataclass
class Row:
    """What is told of a task."""

    name: str
    key: str
    hash: str = ""
    """Of the plan; of the whole reply if it is no plan."""
    placed: int | None = None
    """Sessions, in a plan."""
    unplaced: int | None = None
    """Sessions and seats, in a plan."""
    cost_cents: int | None = None
    """Of a plan."""
    cpu_seconds: float | None = None
    """In the module."""
    memory_bytes: int | None = None
    """Of the module, at most."""
    worker: str = ""
    worker_seconds: float = 0.0
    """CPU seconds of the worker's process since its start."""
    worker_bytes: int = 0
    """Most memory of the worker's process."""
    error: str = ""
    """Why there is no reply."""


def row_of(job: Job, key: str, done: tasks.Done) -> Row:
    """The row of a task that has a reply."""
    run, reply = done.run, done.run.files["reply.json"]
    row = Row(job.name, key, cpu_seconds=round(run.cpu_seconds, 3), memory_bytes=run.memory_bytes)
    row.worker, row.worker_seconds, row.worker_bytes = done.worker, round(done.worker_seconds, 3), done.worker_bytes
    if job.operation == "plan":
        plan = json.loads(reply)
        row.hash = plan["hash"]
        row.placed = sum("place" in session for session in plan["plan"]["sessions"])
        row.unplaced = len(plan["unplaced"])
        row.cost_cents = sum(line["cents"] for line in plan["costs"])
    else:
        row.hash = hashlib.sha256(reply).hexdigest()
    return row


class Results:
    """The folder of a run."""

    def __init__(self, folder: Path) -> None:
        self._replies, self._rows = folder / "replies", folder / "rows.jsonl"
        self._replies.mkdir(parents=True, exist_ok=True)

    def earlier(self) -> dict[tuple[str, str], Row]:
        """Rows of earlier runs by name and key; neither a line that was cut off nor a row without its reply."""
        text = self._rows.read_text(encoding="utf-8") if self._rows.is_file() else ""
        rows = [Row(**json.loads(line)) for line in text.splitlines(keepends=True) if line.endswith("}\n")]
        return {(row.name, row.key): row for row in rows if self._reply(row).is_file()}

    def keep(self, row: Row, reply: bytes) -> None:
        """Writes the reply, then the row that says it is whole."""
        write_whole(self._reply(row), reply)
        with self._rows.open("a", encoding="utf-8") as rows:
            rows.write(json.dumps(asdict(row)) + "\n")

    def _reply(self, row: Row) -> Path:
        return self._replies / f"{row.name}.json"


def write_whole(file: Path, content: bytes) -> None:
    """Writes a file so that nobody ever sees half of it."""
    part = file.with_suffix(".part")
    part.write_bytes(content)
    part.replace(file)


def jobs_of(clinics: Path, operation: str, requests: list[Path]) -> Iterator[Job]:
    """Every clinic of the folder with every request; clinics are read when they are wanted."""
    usual = PLAN_REQUEST if operation == "plan" else {}
    asked = {file.stem: file.read_bytes() for file in requests} or {"": json.dumps(usual).encode()}
    for clinic in sorted(clinics.glob("*.json")):
        for suffix, request in asked.items():
            name = f"{clinic.stem}.{suffix}" if len(asked) > 1 else clinic.stem
            yield Job(name, operation, clinic.read_bytes(), request)


def run_network(module: bytes, jobs: Iterable[Job], results: Results) -> Iterator[Row]:
    """Carries out what has no row yet. A row for each job, as they end; what fails says so in its own."""
    known = results.earlier()
    wasm = ray.put(module)
    ahead = TASKS_AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))
    begun: dict[ObjectRef[tasks.Done], tuple[Job, str]] = {}

    def next_row() -> Row:
        [ended], _ = ray.wait(list(begun), num_returns=1)
        job, key = begun.pop(ended)
        try:
            done = ray.get(ended)
        except (wasi.Refused, wasi.Stopped) as error:
            return Row(job.name, key, error=str(error.args[0]))
        except RayError as error:
            return Row(job.name, key, error=f"lost: {type(error).__name__}")
        row = row_of(job, key, done)
        results.keep(row, done.run.files["reply.json"])
        return row

    for job in jobs:
        key = job.key(module)
        if (job.name, key) in known:
            yield known[job.name, key]
            continue
        if len(begun) >= ahead:
            yield next_row()
        begun[tasks.carry_out.remote([wasm], job.operation, job.clinic, job.request)] = (job, key)
    while begun:
        yield next_row()


def make_samples(module: bytes, samples: dict[str, object], clinics: Path) -> None:
    """Makes up a clinic for each site, into the folder."""
    wasm = ray.put(module)
    clinics.mkdir(parents=True, exist_ok=True)
    begun = {site: tasks.make_sample.remote([wasm], json.dumps(request).encode()) for site, request in samples.items()}
    for site, run in begun.items():
        write_whole(clinics / f"{site}.json", ray.get(run).files["clinic.json"])


def table(rows: list[Row]) -> str:
    """The rows as text, with a line of sums."""

    def cells(row: Row) -> list[str]:
        def number(value: float | None, unit: int = 1, digits: int = 0) -> str:
            return "" if value is None else f"{value / unit:,.{digits}f}"

        counts = [number(row.placed), number(row.unplaced), number(row.cost_cents, 100, 2)]
        spent = [number(row.cpu_seconds, digits=2), number(row.memory_bytes, 2**20)]
        return [row.name, *counts, *spent, row.error or row.hash]

    lines = [["site", "placed", "unplaced", "cost", "CPU s", "MiB", "hash"], *map(cells, rows)]
    widths = [max(map(len, column)) for column in zip(*lines)]
    text = ""
    for first, *numbers, last in lines:
        right = [cell.rjust(width) for cell, width in zip(numbers, widths[1:])]
        text += "  ".join([first.ljust(widths[0]), *right, last]) + "\n"
    seconds = sum(row.cpu_seconds or 0.0 for row in rows)
    text += f"{sum(not row.error for row in rows)} of {len(rows)} done, {seconds:,.1f} CPU s in the module\n"
    workers: dict[str, float] = {}
    for row in rows:
        workers[row.worker] = max(row.worker_seconds, workers.get(row.worker, 0.0))
    most = max((row.worker_bytes for row in rows), default=0) / 2**20
    return text + f"worker processes: {sum(workers.values()):,.1f} CPU s in all, at most {most:,.0f} MiB each\n"


def main() -> int:
    parser = argparse.ArgumentParser(description="plan the sites of a network as tasks of Ray")
    parser.add_argument("module", type=Path, help="rosterwell.wasm")
    sites = parser.add_mutually_exclusive_group(required=True)
    sites.add_argument("--clinics", type=Path, help="folder of clinic documents, SITE.json each")
    sites.add_argument("--samples", type=Path, help="JSON file: a request of `sample` for each site")
    parser.add_argument("--out", type=Path, required=True, help="folder for the results")
    parser.add_argument("--operation", default="plan", help="what is asked of each clinic")
    parser.add_argument("--request", type=Path, action="append", default=[], help="JSON file; each is a task")
    parser.add_argument("--address", help="a cluster that runs; one is started here otherwise")
    options = parser.parse_args()
    began = time.monotonic()
    ray.init(address=options.address, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    try:
        module = options.module.read_bytes()
        clinics = options.clinics or options.out / "clinics"
        if options.samples:
            make_samples(module, json.loads(options.samples.read_bytes()), clinics)
        jobs = jobs_of(clinics, options.operation, options.request)
        rows = sorted(run_network(module, jobs, Results(options.out)), key=lambda row: row.name)
    finally:
        ray.shutdown()
    print(table(rows), end="")
    print(f"{time.monotonic() - began:,.1f} s in all, Ray's start included")
    return 1 if any(row.error for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
