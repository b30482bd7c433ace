"""Runs the program `dateline` over archives that are too large for one machine.

`dateline_spark.job` codes reports with Spark; `dateline_spark.coder` feeds one `dateline code` process a partition.
"""
