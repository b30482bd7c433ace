"""A small run on a cluster of two workers gives what one process gives. DATELINE names the program."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.realpath(os.environ.get("DATELINE", ".build/release/dateline"))
HERE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
TOWNS = ["Mayadin", "Raqqa", "Palmyra", "Tabqa", "Manbij", "Mosul", "Rawa", "Hawija", "Tikrit"]
SIDES = ["The Syrian army", "Islamic State", "Iraqi forces", "The Syrian Democratic Forces"]


def report(number, sentences=1):
    numbers = range(number, number + sentences)
    text = " ".join(
        f"{SIDES[n % 4]} captured {TOWNS[n % 9]} on Friday, killing {n % 30 + 2} fighters." for n in numbers)
    return json.dumps({"id": f"r{number}", "text": text, "published": f"2017-11-{number % 28 + 1:02}"})


@unittest.skipIf(shutil.which("java") is None, "SKIPPED: Spark needs Java")
@unittest.skipIf(importlib.util.find_spec("pyspark") is None, "SKIPPED: pyspark is not installed")
class JobTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.source = os.path.join(self.folder, "reports.jsonl")
        lines = [report(number) for number in range(400)] + ["{ no JSON"]
        with open(self.source, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")

    def session(self, master):
        from pyspark.sql import SparkSession

        # The workers' Python finds the package and the same interpreter.
        os.environ["PYTHONPATH"] = HERE
        os.environ["PYSPARK_PYTHON"] = sys.executable
        spark = SparkSession.builder.master(master).appName("test").config("spark.ui.enabled", "false").getOrCreate()
        self.addCleanup(spark.stop)
        return spark

    def alone(self):
        run = subprocess.run(
            [PROGRAM, "code", "--input-format", "ndjson", "--jobs", "1", self.source], stdout=subprocess.PIPE)
        self.assertIn(run.returncode, (0, 1))
        return run.stdout.decode().splitlines()

    def test_cluster_gives_the_same_bytes(self):
        from dateline_spark import job

        spark = self.session("local-cluster[2,1,1024]")
        target = os.path.join(self.folder, "coded")
        job.run(spark, self.source, target, PROGRAM, partitions=4)
        rows = spark.read.parquet(target).collect()
        good = [line for line in self.alone() if "error" not in json.loads(line)]
        self.assertEqual(sorted(row.line for row in rows if row.error is None), sorted(good))
        self.assertEqual(len(good), 400)
        self.assertEqual(sum(row.error is not None for row in rows), 1)
        self.assertTrue(os.path.isdir(os.path.join(target, "date=2017-11-03")))

        lines = os.path.join(self.folder, "lines")
        job.write_lines(spark, target, lines)
        self.assertEqual(spark.read.text(lines).count(), 400)

    def test_a_program_that_fails_is_told(self):
        from dateline_spark import coder

        with self.assertRaises(coder.CoderError):
            list(coder.code("/bin/false", [b"{}\n"] * 100_000, "ndjson"))


if __name__ == "__main__":
    unittest.main()
