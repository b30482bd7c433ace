"""Measures the Spark job against the bare program on the same cores. Run by Spark/bench."""

import hashlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import processes
import test_job
from dateline_spark import job

MASTER = "local-cluster[2,1,2048]"
PARTITIONS = 8


def generate(path, count, sentences=1):
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            file.write(test_job.report(number, sentences) + "\n")


def bare(source, target):
    """Seconds by the clock and of processor time of one process with two threads."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with open(target, "wb") as file:
        command = [test_job.PROGRAM, "code", "--input-format", "ndjson", "--jobs", "2", source]
        subprocess.run(command, stdout=file, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - began, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def session(folder):
    from pyspark.sql import SparkSession

    os.environ["PYTHONPATH"] = test_job.HERE
    os.environ["PYSPARK_PYTHON"] = sys.executable
    return (
        job.configured(SparkSession.builder).master(MASTER).appName("bench").config("spark.ui.enabled", "false")
        .config("spark.executor.memory", "1g").config("spark.local.dir", folder).getOrCreate())


def on_spark(spark, source, target):
    began = time.monotonic()
    job.run(spark, source, target, test_job.PROGRAM, partitions=PARTITIONS)
    return time.monotonic() - began


def digest(lines):
    """Of the sorted lines."""
    hash = hashlib.sha256()
    for line in sorted(lines):
        hash.update(line + b"\n")
    return hash.hexdigest()


def bare_lines(path):
    with open(path, "rb") as file:
        return file.read().splitlines()


def spark_lines(target):
    import pyarrow.dataset

    # The program's lines, with those of errors too: what one process prints.
    column = pyarrow.dataset.dataset(target, format="parquet").to_table(columns=["line"]).column("line")
    return [line.encode() for line in column.to_pylist()]


def kill_one(root, after):
    """Kills an executor so many seconds from now."""

    def work():
        time.sleep(after)
        found = processes.executors(root)
        if found:
            os.kill(found[0], signal.SIGKILL)
            killed.append(found[0])

    killed = []
    threading.Thread(target=work, daemon=True).start()
    return killed


def linking(spark, folder, coded):
    """Links on Spark what was coded there, against one process; true where the incidents are the same."""
    began = time.monotonic()
    job.link(spark, os.path.join(folder, "coded"), os.path.join(folder, "linked"), test_job.PROGRAM, PARTITIONS)
    on_cluster, began = time.monotonic() - began, time.monotonic()
    alone = subprocess.run([test_job.PROGRAM, "link", coded], stdout=subprocess.PIPE, check=True).stdout.splitlines()
    in_one = time.monotonic() - began
    same = digest(spark_lines(os.path.join(folder, "linked"))) == digest(alone)
    print(f"linked to {len(alone):,} incidents: {on_cluster:.0f} s on Spark, {in_one:.0f} s in one process of two threads,")
    print(f"    the same incidents, byte for byte after sorting: {'yes' if same else 'NO'}")
    return same


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    sentences = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    folder = tempfile.mkdtemp()
    try:
        source, output = os.path.join(folder, "reports.jsonl"), os.path.join(folder, "bare.jsonl")
        generate(source, count, sentences)
        began = time.monotonic()
        spark = session(folder)
        warm = os.path.join(folder, "warm.jsonl")
        generate(warm, 2000)
        on_spark(spark, warm, os.path.join(folder, "warm"))
        print(f"{MASTER} started, with 2,000 reports to warm it: {time.monotonic() - began:.0f} s")

        # Before and after, since neighbours on the machine come and go.
        first = bare(source, output)
        watch = processes.Watch(os.getpid())
        watch.start()
        processor = processes.processor_seconds(os.getpid())
        seconds = on_spark(spark, source, os.path.join(folder, "coded"))
        processor = processes.processor_seconds(os.getpid()) - processor
        watch.ended.set()
        second = bare(source, output)
        clock = (first[0] + second[0]) / 2
        print(f"bare program, 2 threads: {count / clock:,.0f} reports/s ({first[0]:.0f} s and {second[0]:.0f} s by the clock,")
        print(f"    {second[1]:.0f} s of processor time: {second[1] / count * 1e6 / 3600:.2f} core hours a million reports)")
        print(f"Spark, 2 executors of one core: {count / seconds:,.0f} reports/s ({seconds:.0f} s), {clock / seconds:.2f} of it")
        print(f"    by processor time {second[1]:.0f} s of {processor:.0f} s: {second[1] / processor:.2f} of it")
        print(f"an executor with its Python and its coder: at most {watch.most} MB of its own")
        expected = digest(bare_lines(output))
        same = digest(spark_lines(os.path.join(folder, "coded"))) == expected
        print(f"the same lines, byte for byte after sorting: {'yes' if same else 'NO'}")

        killed = kill_one(os.getpid(), seconds / 2)
        again = on_spark(spark, source, os.path.join(folder, "killed"))
        kept = digest(spark_lines(os.path.join(folder, "killed"))) == expected
        print(f"with executor {killed} killed in the middle ({again:.0f} s): {'nothing lost' if kept else 'LINES DIFFER'}")
        joined = linking(spark, folder, output)
        spark.stop()
        sys.exit(0 if same and kept and killed and joined else 1)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
