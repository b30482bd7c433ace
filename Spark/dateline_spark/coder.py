"""A `dateline code` process that is fed and read at the same time."""

import glob
import os
import subprocess
import threading


class CoderError(RuntimeError):
    """The program ended in the middle, or answered something else than was asked."""


def code(program, chunks, input_format, jobs=1, arguments=()):
    """Yields the output lines of one process that reads `chunks` (bytes) one after another.

    The process lives as long as the partition that feeds it: models and gazetteer are mapped once, and their pages are
    shared by all processes of a machine. A report that cannot be read gives a line with its `error`. Raises CoderError
    where the process fails, which makes Spark try the partition again.
    """
    command = [program, "code", "--input-format", input_format, "--jobs", str(jobs), *arguments]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    failure = []

    def feed():
        try:
            for chunk in chunks:
                process.stdin.write(chunk)
            process.stdin.close()
        except Exception as error:  # told to the reader, who raises it in Spark's own thread
            failure.append(error)
            process.kill()

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    try:
        for line in process.stdout:
            if not line.endswith(b"\n"):
                break
            yield line[:-1]
        # 1: some reports could not be read, and their lines say so.
        status = process.wait()
        feeder.join()
        if failure and not isinstance(failure[0], OSError):
            raise failure[0]
        if failure or status not in (0, 1):
            raise CoderError(f"{' '.join(command)} ended with status {status}; its messages are in the executor's log")
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def find(program):
    """The program's path on this machine.

    A path that ends in `.tar.gz` (made by `make release`) stands for the program inside it, where Spark unpacked it as
    the archive `dateline`.
    """
    if not program.endswith(".tar.gz"):
        return program
    from pyspark import SparkFiles

    found = glob.glob(os.path.join(SparkFiles.getRootDirectory(), "dateline", "**", "bin", "dateline"), recursive=True)
    if not found:
        raise CoderError(f"{program}: no bin/dateline in it; make it with `make release`")
    return found[0]
