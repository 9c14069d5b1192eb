"""The tasks: one operation on one clinic, in whatever worker process Ray chooses.

A task depends on nothing but its input, so that it may run anywhere, and again if its worker or its machine is lost.
"""

import functools
import os
import resource
import socket
import time
from dataclasses import dataclass

import ray
import wasi
from ray import ObjectRef

LIMITS = wasi.Limits()
# Beside the module's memory: its compiled code, Python, the clinic and the reply; our choice.
PROCESS_BYTES = 512 << 20
# How often a task is begun again after its worker, its machine or its reply was lost; our choice. Ray does not begin
# again what the command refuses or a limit stops.
RETRIES = 3


@dataclass(frozen=True)
class Done:
    """What a task gives."""

    run: wasi.Run
    worker: str
    """The process that it ran in: machine and process id."""
    worker_seconds: float
    """CPU seconds of that process since its start: Python, Ray and compiling included."""
    worker_bytes: int
    """Most memory that the process has held."""

    @classmethod
    def here(cls, run: wasi.Run) -> "Done":
        """A run in this process."""
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        return cls(run, f"{socket.gethostname()}/{os.getpid()}", time.process_time(), most)


@functools.lru_cache(maxsize=1)
def compiled(module: ObjectRef[bytes]) -> wasi.Command:
    """The module, compiled once in each worker process."""
    return wasi.Command(ray.get(module))


@ray.remote(num_cpus=1, memory=LIMITS.memory_bytes + PROCESS_BYTES, max_retries=RETRIES)
def carry_out(module: list[ObjectRef[bytes]], operation: str, clinic: bytes, request: bytes) -> Done:
    """Carries out an operation; gives the file `reply.json`.

    The module comes in a list: what stands alone is fetched for every task, what is in a list only when asked for.
    """
    arguments = [operation, "--clinic", "clinic.json", "--request", "request.json", "--out", "reply.json"]
    given = {"clinic.json": clinic, "request.json": request}
    return Done.here(compiled(module[0]).run(arguments, given, ["reply.json"], LIMITS))


@ray.remote(num_cpus=1, memory=LIMITS.memory_bytes + PROCESS_BYTES, max_retries=RETRIES)
def make_sample(module: list[ObjectRef[bytes]], request: bytes) -> wasi.Run:
    """Makes up a clinic; gives the file `clinic.json`."""
    arguments = ["sample", "--request", "request.json", "--save", "clinic.json", "--out", "reply.json"]
    return compiled(module[0]).run(arguments, {"request.json": request}, ["clinic.json"], LIMITS)
