"""Reports in any store that Spark reads, coded to Parquet, and their events linked to incidents."""

import json

import pyarrow.compute
from pyspark import SparkConf
from pyspark.sql import functions as F

from . import coder, rows

# The line is the output of `dateline code` or `dateline link` as it is; the other columns are for questions that need no
# parsing.
SCHEMA = "id string, date string, claims int, error string, line string"
BLOCKS = "block string, day string, error string, line string"


# Java only passes lines on here: its second compiler and its collector's threads would take the cores from the program
# (Spark/bench). Lines are all different, so Parquet need not look for words that come again, and a task may hold the files
# of many days open, so that it need not sort its rows by day.
SETTINGS = {
    "spark.executor.extraJavaOptions": "-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
    "spark.hadoop.parquet.enable.dictionary": "false",
    "spark.sql.maxConcurrentOutputFileWriters": "64",
}


def configured(builder):
    """A session's builder with SETTINGS, but for those that `spark-submit` or spark-defaults.conf set otherwise."""
    given = SparkConf()
    for name, value in SETTINGS.items():
        if not given.contains(name):
            builder = builder.config(name, value)
    return builder


def chunks(batches, input_format):
    """The bytes that the program reads: JSON lines, or whole files one after another."""
    for batch in batches:
        if input_format == "warc":
            for content in batch.column(0):
                yield content.as_buffer()
        elif input_format == "text":
            for path, text in zip(batch.column(0).to_pylist(), batch.column(1).to_pylist()):
                yield json.dumps({"id": path, "text": text}).encode() + b"\n"
        else:
            # A line that is no JSON is given on: the program answers it with an error, and goes on.
            yield rows.text(batch)


def coded(reports, program, input_format, jobs=1, arguments=()):
    """A data frame of SCHEMA from one of `read`."""

    def work(batches):
        kind = "warc" if input_format == "warc" else "ndjson"
        lines = coder.code(coder.find(program), chunks(batches, input_format), kind, jobs, arguments)
        yield from rows.batches(lines, rows.coded, rows.CODED)

    return reports.mapInArrow(work, SCHEMA)


def read(spark, path, input_format):
    """JSON lines (`ndjson`), one text a file (`text`) or WARC files (`warc`) as a data frame of what is fed."""
    if input_format == "warc":
        return spark.read.format("binaryFile").load(path).select("content")
    if input_format == "text":
        return spark.read.text(path, wholetext=True).select(F.input_file_name().alias("path"), "value")
    return spark.read.text(path).where(F.trim("value") != "")


def run(spark, source, target, program, input_format="ndjson", partitions=0, jobs=1, arguments=()):
    """Codes `source` into Parquet under `target`, in folders by date."""
    reports = read(spark, source, input_format)
    if partitions:
        reports = reports.repartition(partitions)
    coded(reports, program, input_format, jobs, arguments).write.partitionBy("date").parquet(target)


def split(lines, program):
    """A data frame of BLOCKS from one of coded lines: a claim a row."""

    def work(batches):
        fed = (rows.text(batch) for batch in batches)
        yield from rows.batches(coder.split(coder.find(program), fed), rows.block, rows.BLOCKS)

    return lines.select("line").mapInArrow(work, BLOCKS)


def linked(claims, program, partitions=0):
    """A data frame of SCHEMA, an incident a row, from one of `split`.

    The claims of a place come to one task, in the order of their days; the program cuts them into blocks where more days
    lie between two than incidents reach over. Events without a place are linked to nothing and go anywhere.
    """

    def work(batches):
        # Errors of `split` are handed on as they are.
        failed = []

        def fed():
            for batch in batches:
                good = batch.column(1).is_null()
                failed.extend(line.encode() for line in batch.column(0).filter(pyarrow.compute.invert(good)).to_pylist())
                yield rows.text(batch.filter(good))

        yield from rows.batches(coder.link(coder.find(program), fed()), rows.incident, rows.CODED)
        yield from rows.batches(failed, rows.incident, rows.CODED)

    key = F.coalesce("block", "line")
    together = claims.repartition(partitions, key) if partitions else claims.repartition(key)
    return together.sortWithinPartitions("block", "day").select("line", "error").mapInArrow(work, SCHEMA)


def link(spark, source, target, program, partitions=0):
    """Links the events of coded Parquet into incidents: Parquet under `target`, in folders by first day."""
    lines = spark.read.parquet(source).where("error IS NULL")
    linked(split(lines, program), program, partitions).write.partitionBy("date").parquet(target)


def write_lines(spark, source, target):
    """The JSON lines of `run` or `link`, for `dateline import`; lines of errors are left out."""
    spark.read.parquet(source).where("error IS NULL").select("line").write.text(target)
