"""A small run on a cluster of two workers gives what one process gives. DATELINE names the program."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

try:
    import pyarrow
except ImportError:  # every test is skipped then
    pyarrow = None

PROGRAM = os.path.realpath(os.environ.get("DATELINE", ".build/release/dateline"))
HERE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
TOWNS = ["Mayadin", "Raqqa", "Palmyra", "Tabqa", "Manbij", "Mosul", "Rawa", "Hawija", "Tikrit"]
SIDES = ["The Syrian army", "Islamic State", "Iraqi forces", "The Syrian Democratic Forces"]


def report(number, sentences=1):
    numbers = range(number, number + sentences)
    text = " ".join(
        f"{SIDES[n % 4]} captured {TOWNS[n % 9]} on Friday, killing {n % 30 + 2} fighters." for n in numbers)
    return json.dumps({"id": f"r{number}", "text": text, "published": f"2017-11-{number % 28 + 1:02}"})


# Two days apart are one block (1, 2, 4), three and more are not (9, 12).
DAYS = [1, 2, 4, 8, 9, 12, 16, 18, 19, 25]


def strike(number):
    """A report of an event with a day of its own, for linking; every tenth has no place."""
    where = "" if number % 10 == 7 else f" in {TOWNS[number % 9]}"
    day = DAYS[number // 9 % 10]
    text = f"Air strikes killed {number % 5 + 2} civilians{where} on {day} November 2017."
    return json.dumps({"id": f"s{number}", "text": text, "published": f"2017-11-{day + 1:02}"})


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
        from dateline_spark import job

        builder = job.configured(SparkSession.builder).master(master).appName("test")
        spark = builder.config("spark.ui.enabled", "false").getOrCreate()
        self.addCleanup(spark.stop)
        return spark

    def alone(self, *arguments):
        run = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE)
        self.assertIn(run.returncode, (0, 1))
        return run.stdout.decode().splitlines()

    def test_cluster_gives_the_same_bytes(self):
        from dateline_spark import job

        spark = self.session("local-cluster[2,1,1024]")
        target = os.path.join(self.folder, "coded")
        job.run(spark, self.source, target, PROGRAM, partitions=4)
        rows = spark.read.parquet(target).collect()
        lines = self.alone("code", "--input-format", "ndjson", "--jobs", "1", self.source)
        kept = [line for line in lines if "error" not in json.loads(line)]
        # An error names its line, which is another one in a partition.
        self.assertEqual(sorted(row.line for row in rows if row.error is None), sorted(kept))
        good = [json.loads(line) for line in kept]
        self.assertEqual(len(good), 400)
        self.assertEqual(sum(row.error is not None for row in rows), 1)
        # The columns are found without parsing the lines: they must be what parsing finds.
        self.assertEqual(
            sorted((row.id, str(row.date), row.claims) for row in rows if row.error is None),
            sorted((r["report"]["id"], r["report"]["published"], len(r["claims"])) for r in good))
        self.assertTrue(os.path.isdir(os.path.join(target, "date=2017-11-03")))

        lines = os.path.join(self.folder, "lines")
        job.write_lines(spark, target, lines)
        self.assertEqual(spark.read.text(lines).count(), 400)

    def test_blocks_on_a_cluster_give_the_incidents_of_one_process(self):
        from dateline_spark import job

        with open(self.source, "a", encoding="utf-8") as file:
            file.write("\n".join(strike(number) for number in range(300)) + "\n")
        spark = self.session("local-cluster[2,1,1024]")
        coded, linked = os.path.join(self.folder, "coded"), os.path.join(self.folder, "linked")
        job.run(spark, self.source, coded, PROGRAM, partitions=3)
        job.link(spark, coded, linked, PROGRAM, partitions=5)
        path = os.path.join(self.folder, "coded.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(self.alone("code", "--input-format", "ndjson", self.source)) + "\n")
        expected = sorted(self.alone("link", path))
        rows = spark.read.parquet(linked).collect()
        self.assertEqual(sorted(row.line for row in rows), expected)

        # The test means something only where incidents have several members, on several days, and blocks have borders.
        incidents = [json.loads(line) for line in expected]
        self.assertTrue(any(len(incident["members"]) > 3 for incident in incidents))
        self.assertTrue(any(incident["first"] < incident["last"] for incident in incidents))
        self.assertTrue(any("place" not in incident for incident in incidents))
        self.assertEqual(
            sorted((row.id, str(row.date), row.claims) for row in rows),
            sorted((i["id"], i["first"], len(i["members"])) for i in incidents))
        self.imports(spark, linked, len(incidents))

    def imports(self, spark, linked, count):
        """`dateline import` takes all of them, and its ledger has the event of each."""
        from dateline_spark import job

        lines, ledger = os.path.join(self.folder, "lines"), os.path.join(self.folder, "ledger.sqlite")
        job.write_lines(spark, linked, lines)
        for name in sorted(os.listdir(lines)):
            if name.startswith("part-"):
                command = [PROGRAM, "import", os.path.join(lines, name), "--name", "archive", "--ledger", ledger]
                subprocess.run([*command, "--format", "incidents"], check=True, stderr=subprocess.DEVNULL)
        claims = self.alone("claims", "--json", "--limit", str(count + 1), "--ledger", ledger)
        self.assertEqual(len(claims), count)

    def test_a_line_that_split_cannot_read_stays_an_error(self):
        from dateline_spark import job

        spark = self.session("local[1]")
        lines = spark.createDataFrame([("{ no JSON",), (self.alone("code", self.source)[0],)], "line string")
        rows = job.linked(job.split(lines, PROGRAM), PROGRAM, 2).collect()
        errors = [row.error for row in rows if row.error is not None]
        self.assertEqual(len(errors), 1)
        self.assertIn("no line of `dateline code`", errors[0])
        self.assertGreater(len(rows), 1)

    def test_rows_are_told_without_parsing_whole_lines(self):
        from dateline_spark import rows

        # Keys inside strings, characters of several bytes, and a cut out of a batch.
        tricky = '{"claims":[{"id":",\\"report\\":{","trigger":{}}],"report":{"id":"\u00e9","published":"2017-11-03T01"},'
        tricky += '"text":",\\"text\\":\\"trigger\\":{"}'
        self.assertEqual(rows.coded(tricky.encode())[:4], ("\u00e9", "2017-11-03", 1, None))
        self.assertEqual(rows.coded(b'{"error":"why","report":{"id":"x"}}')[:4], ("x", "unknown", 0, "why"))
        batch = pyarrow.RecordBatch.from_pydict({"line": ["a", "\u00e9", "", "b"]})
        self.assertEqual(bytes(rows.text(batch.slice(1, 2))), "\u00e9\n\n".encode())
        self.assertEqual(bytes(rows.text(batch.slice(4))), b"")

    def test_a_program_that_fails_is_told(self):
        from dateline_spark import coder

        with self.assertRaises(coder.CoderError):
            list(coder.code("/bin/false", [b"{}\n"] * 100_000, "ndjson"))


if __name__ == "__main__":
    unittest.main()
