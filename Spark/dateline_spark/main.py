"""The command `dateline-spark`."""

import argparse

from pyspark.sql import SparkSession

from . import job


def options():
    parser = argparse.ArgumentParser(prog="dateline-spark", description="Runs `dateline` over archives with Spark.")
    commands = parser.add_subparsers(dest="command", required=True)
    code = commands.add_parser("code", help="code reports to Parquet, in folders by date")
    code.add_argument("source", help="a path that Spark reads")
    code.add_argument("target", help="a new folder")
    code.add_argument("--input-format", choices=["ndjson", "text", "warc"], default="ndjson")
    code.add_argument("--jobs", type=int, default=1, help="threads of a process; spark.task.cpus is set to it")
    link = commands.add_parser("link", help="link the events of coded Parquet to incidents, in folders by first day")
    link.add_argument("source", help="a folder that `code` wrote")
    link.add_argument("target", help="a new folder")
    for command in [code, link]:
        command.add_argument(
            "--program", default="dateline", help="dateline, or the archive of `make release` (.tar.gz)")
        command.add_argument(
            "--partitions", type=int, default=0, help="0 keeps Spark's own; some 5,000 reports a partition")
    lines = commands.add_parser("lines", help="Parquet of `code` or `link` as the JSON lines that `dateline import` reads")
    lines.add_argument("source")
    lines.add_argument("target", help="a new folder")
    return parser.parse_args()


def main():
    given = options()
    builder = job.configured(SparkSession.builder.appName("dateline"))
    if given.command == "code":
        builder = builder.config("spark.task.cpus", str(given.jobs))
    if given.command != "lines" and given.program.endswith(".tar.gz"):
        builder = builder.config("spark.archives", given.program + "#dateline")
    spark = builder.getOrCreate()
    try:
        if given.command == "code":
            job.run(
                spark, given.source, given.target, given.program, given.input_format, given.partitions, given.jobs)
        elif given.command == "link":
            job.link(spark, given.source, given.target, given.program, given.partitions)
        else:
            job.write_lines(spark, given.source, given.target)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
