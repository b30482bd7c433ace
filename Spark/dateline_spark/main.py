"""The command `dateline-spark`."""

import argparse

from pyspark.sql import SparkSession

from . import job


def main():
    parser = argparse.ArgumentParser(prog="dateline-spark", description="Runs `dateline code` over archives with Spark.")
    commands = parser.add_subparsers(dest="command", required=True)
    code = commands.add_parser("code", help="code reports to Parquet, in folders by date")
    code.add_argument("source", help="a path that Spark reads")
    code.add_argument("target", help="a new folder")
    code.add_argument("--program", default="dateline", help="dateline, or the archive of `make release` (.tar.gz)")
    code.add_argument("--input-format", choices=["ndjson", "text", "warc"], default="ndjson")
    code.add_argument("--partitions", type=int, default=0, help="0 keeps Spark's own; some 5,000 reports a partition")
    code.add_argument("--jobs", type=int, default=1, help="threads of a process; spark.task.cpus is set to it")
    lines = commands.add_parser("lines", help="coded Parquet as the JSON lines that `dateline import` reads")
    lines.add_argument("source")
    lines.add_argument("target", help="a new folder")
    options = parser.parse_args()

    builder = SparkSession.builder.appName("dateline")
    if options.command == "code":
        builder = builder.config("spark.task.cpus", str(options.jobs))
        if options.program.endswith(".tar.gz"):
            builder = builder.config("spark.archives", options.program + "#dateline")
    spark = builder.getOrCreate()
    try:
        if options.command == "lines":
            job.write_lines(spark, options.source, options.target)
        else:
            job.run(
                spark, options.source, options.target, options.program, options.input_format, options.partitions,
                options.jobs)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
