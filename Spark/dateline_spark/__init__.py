"""Runs the program `dateline` over archives that are too large for one machine.

`code` reads reports with Spark and hands them to long-lived coder processes; `link` joins event claims to incidents by
the same program; `lines` turns Parquet back into the JSON lines that `dateline import` reads.
"""
