"""A `dateline code` process that lives as long as a Python worker, fed and read at the same time."""

import atexit
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
import threading


class CoderError(RuntimeError):
    """The program ended, or answered something else than one line a report."""


class Coder:
    """Feeds JSON lines to `dateline code` and reads one line for each, in order.

    One process serves all partitions of a Python worker: models and gazetteer are mapped once, and pages are shared by
    the processes of a machine.
    """

    def __init__(self, program, jobs=1, arguments=()):
        self._command = [program, "code", "--input-format", "ndjson", "--stream", "--jobs", str(jobs), *arguments]
        self._process = None

    def code(self, lines):
        """Yields one output line for each of the input lines (bytes without line ends)."""
        process = self._running()
        lines = list(lines)
        failure = []

        def feed():
            try:
                for line in lines:
                    process.stdin.write(line + b"\n")
                process.stdin.flush()
            except OSError as error:
                failure.append(error)

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        for _ in lines:
            answer = process.stdout.readline()
            if not answer.endswith(b"\n"):
                self.close()
                raise CoderError(f"{self._command[0]} ended in the middle of a partition; its errors are in the worker's log")
            yield answer[:-1]
        feeder.join()
        if failure:
            raise CoderError(f"{self._command[0]} could not be fed: {failure[0]}")

    def close(self):
        """Ends the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _running(self):
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._process


_coders = {}


def coder(program, jobs=1, arguments=()):
    """The coder of this Python worker; started at the first call."""
    key = (program, jobs, tuple(arguments))
    if key not in _coders:
        _coders[key] = Coder(program, jobs, arguments)
        atexit.register(_coders[key].close)
    return _coders[key]


def program(path):
    """The program's path on this machine: `path` itself, or where the archive `path` was unpacked.

    An archive (made by `dateline-spark pack`) is unpacked once on each machine, beside Spark's own files.
    """
    if not path.endswith((".tar.gz", ".tgz")):
        return path
    name = os.path.basename(path)
    from pyspark import SparkFiles

    source = SparkFiles.get(name) if os.path.exists(SparkFiles.get(name)) else path
    folder = os.path.join(os.path.dirname(source), name + ".unpacked")
    if not os.path.isdir(folder):
        parent = tempfile.mkdtemp(dir=os.path.dirname(source))
        with tarfile.open(source) as archive:
            archive.extractall(parent, filter="data")
        try:
            os.rename(parent, folder)
        except OSError:  # another worker was first
            shutil.rmtree(parent, ignore_errors=True)
    return os.path.join(folder, "bin", "dateline")


def keys(line):
    """What of an output line stands in columns of its own: id, day of publication, claims, error."""
    try:
        record = json.loads(line)
    except ValueError as error:
        return None, None, 0, f"the program answered no JSON: {error}"
    report = record.get("report") or {}
    return report.get("id"), report.get("published"), len(record.get("claims") or []), record.get("error")
