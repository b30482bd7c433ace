"""Reports in any store that Spark reads, coded to Parquet."""

import json

import pandas
from pyspark.sql import functions as F

from . import coder

# The line is the output of `dateline code` as it is; the other columns are for questions that need no parsing.
SCHEMA = "id string, date string, claims int, error string, line string"


def columns(line):
    """The row of one output line."""
    text = line.decode()
    record = json.loads(text)
    report = record.get("report") or {}
    # The day of publication names the folder; reports without one share a folder.
    day = (report.get("published") or "unknown")[:10]
    return report.get("id"), day, len(record.get("claims") or []), record.get("error"), text


def chunks(batches, input_format):
    """The bytes that the program reads: JSON lines, or whole files one after another."""
    for batch in batches:
        for row in batch.itertuples(index=False):
            if input_format == "warc":
                yield bytes(row.content)
            elif input_format == "text":
                yield json.dumps({"id": row.path, "text": row.value}).encode() + b"\n"
            else:
                # A line that is no JSON is given on: the program answers it with an error, and goes on.
                yield row.value.encode() + b"\n"


def coded(reports, program, input_format, jobs=1, arguments=()):
    """A data frame of SCHEMA from one of `read`."""

    def work(batches):
        fed = chunks(batches, input_format)
        kind = "warc" if input_format == "warc" else "ndjson"
        rows = []
        for line in coder.code(coder.find(program), fed, kind, jobs, arguments):
            rows.append(columns(line))
            if len(rows) == 1000:
                yield pandas.DataFrame(rows, columns=["id", "date", "claims", "error", "line"])
                rows = []
        if rows:
            yield pandas.DataFrame(rows, columns=["id", "date", "claims", "error", "line"])

    return reports.mapInPandas(work, SCHEMA)


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


def write_lines(spark, source, target):
    """The JSON lines of coded Parquet, for `dateline import --format coded`; lines of errors are left out."""
    spark.read.parquet(source).where("error IS NULL").select("line").write.text(target)
