"""Processes of the program `dateline` that are fed and read at the same time."""

import glob
import os
import subprocess
import threading


class CoderError(RuntimeError):
    """The program ended in the middle, or answered something else than was asked."""


def code(program, chunks, input_format, jobs=1, arguments=()):
    """Yields the output lines of one `dateline code` that reads `chunks` (bytes) one after another.

    A report that cannot be read gives a line with its `error`. Raises CoderError where the process fails, which makes
    Spark try the partition again.
    """
    return lines([program, "code", "--input-format", input_format, "--jobs", str(jobs), *arguments], chunks)


def split(program, chunks, jobs=1):
    """Yields what `dateline link --split` makes of lines of `dateline code`: a claim a line, with its block and day."""
    return lines([program, "link", "--split", "--jobs", str(jobs)], chunks)


def link(program, chunks, jobs=1):
    """Yields the incidents that `dateline link --blocks` makes of lines of `split`, sorted by block and day."""
    return lines([program, "link", "--blocks", "--jobs", str(jobs)], chunks)


def lines(command, chunks):
    """Yields the output lines of a process, without their line feeds, while a thread feeds it `chunks` of bytes.

    The process lives as long as the partition that feeds it: models and gazetteer are mapped once, and their pages are
    shared by all processes of a machine. Raises CoderError where it ends with another status than 0 and 1; 1 says that
    some lines could not be read, and they have said so.
    """
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1 << 18)
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
