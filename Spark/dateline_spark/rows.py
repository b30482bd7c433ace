"""Between Arrow's columns and the program's lines, without a Python object for every value that nobody looks at."""

import json

import pyarrow
import pyarrow.compute

# Rows of a batch that goes to Spark.
ROWS = 1000

decoder = json.JSONDecoder()


def text(batch, column=0):
    """The lines of a column of strings as bytes, each with its line feed."""
    if batch.num_rows == 0:
        return b""
    values = pyarrow.compute.binary_join_element_wise(batch.column(column).cast(pyarrow.string()), "", "\n")
    start, end = (int.from_bytes(values.buffers()[1][4 * at : 4 * at + 4], "little") for at in (0, len(values)))
    return memoryview(values.buffers()[2])[start:end] if end > start else b""


def batches(lines, columns, schema):
    """Record batches of `columns(line)`, a tuple with the schema's values, for each of the lines."""
    rows = []
    for line in lines:
        rows.append(columns(line))
        if len(rows) == ROWS:
            yield batch(rows, schema)
            rows = []
    if rows:
        yield batch(rows, schema)


def batch(rows, schema):
    return pyarrow.RecordBatch.from_arrays(
        [pyarrow.array(column, field.type) for column, field in zip(zip(*rows), schema)], schema=schema)


CODED = pyarrow.schema(
    [("id", pyarrow.string()), ("date", pyarrow.string()), ("claims", pyarrow.int32()), ("error", pyarrow.string()),
     ("line", pyarrow.string())])


def coded(line):
    """The row of a line of `dateline code`.

    The program writes its keys in alphabetical order: a report's own particulars come near the end, and only they are
    parsed. `,"report":{` and `"trigger":{` stand in no string of JSON, whose quotes have a backslash before them, and
    every claim has one `trigger`.
    """
    if line.startswith(b'{"error":'):
        record = json.loads(line)
        return record.get("report", {}).get("id"), "unknown", 0, record["error"], line
    at = line.rindex(b',"report":{') + len(b',"report":')
    report = decoder.raw_decode(line[at : line.index(b',"text":"', at)].decode())[0]
    # The day of publication names the folder; reports without one share a folder.
    day = (report.get("published") or "unknown")[:10]
    return report["id"], day, line.count(b'"trigger":{'), None, line


BLOCKS = pyarrow.schema(
    [("block", pyarrow.string()), ("day", pyarrow.string()), ("error", pyarrow.string()), ("line", pyarrow.string())])


def block(line):
    """The row of a line of `dateline link --split`. An event without a place is a block of its own, and has no name."""
    if line.startswith(b'{"error":'):
        return None, None, json.loads(line)["error"], line
    name = None
    if line.startswith(b'{"block":'):
        name = json.loads(line[9 : line.index(b',"claim":{')])
    at = line.rfind(b',"day":"') + 8
    return name, line[at : line.index(b'"', at)], None, line


def incident(line):
    """The row of a line of `dateline link`, in the columns of CODED."""
    if line.startswith(b'{"error":'):
        return None, "unknown", 0, json.loads(line)["error"], line
    # Everything before the members: keys in alphabetical order.
    head = json.loads(line[: line.index(b',"members":[')] + b"}")
    return head["id"], head["first"], line.count(b'"trigger":{'), None, line
