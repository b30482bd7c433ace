"""Reads the exports in a folder (Scripts/test-exchange makes it) with other people's readers and holds them together."""

import hashlib
import json
import os
import shutil
import sys
import urllib.parse

import fiona
import hxl
import jsonschema
import pandas
import pyarrow.parquet

FORMULA = ("=", "+", "-", "@", "\t", "\r")
# IPTC's own schema where NINJS_SCHEMA names a copy of it, else what this project wrote from the standard.
NINJS = os.environ.get("NINJS_SCHEMA") or os.path.join(os.path.dirname(__file__), "ninjs-picture.schema.json")


def check(holds, what):
    if not holds:
        sys.exit(f"read-exports: {what}")


def table(path, **options):
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False, **options)
    for name in frame.columns:
        for cell in frame[name]:
            number = cell.lstrip("+-").replace(".", "", 1).isdigit()
            check(number or not cell.startswith(FORMULA), f"{path}: a spreadsheet would run {cell!r} in {name}")
    return frame


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def points(path, driver):
    """The features as GDAL reads them; all points lie on the Earth."""
    with fiona.open(path, driver=driver) as layer:
        features = list(layer)
    for feature in features:
        if feature["geometry"] is not None:
            longitude, latitude = feature["geometry"]["coordinates"][:2]
            check(-180 <= longitude <= 180 and -90 <= latitude <= 90, f"{path}: a point off the Earth")
    return features


def read(folder):
    def at(name):
        return os.path.join(folder, name)

    counts = {}
    claims = table(at("csv"))
    counts["csv"] = len(claims)
    check(len(claims) > 0 and claims["id"].is_unique, "csv: no claims, or an id twice")
    told = lines(at("ndjson"))
    counts["ndjson"] = len(told)
    check([claim["id"] for claim in told] == list(claims["id"]), "csv and ndjson hold different claims")

    for name, driver in [("geojson", "GeoJSON"), ("control", "GeoJSON"), ("changes", "GeoJSON"), ("kml", "LIBKML")]:
        if driver not in fiona.supported_drivers and driver == "LIBKML":
            driver = "KML"
            fiona.supported_drivers["KML"] = "r"
        path = at(name + "." + ("kml" if name == "kml" else "geojson"))
        shutil.copy(at(name), path)
        counts[name] = len(points(path, driver))
    check(counts["geojson"] == (claims["place"] != "").sum(), "geojson: not one feature a claim with a place")
    check(counts["control"] > 0 and counts["kml"] > 0, "control or kml is empty")

    for name, columns in [("acled", 31), ("ucdp", 49)]:
        frame = table(at(name))
        check(len(frame.columns) == columns, f"{name}: {len(frame.columns)} columns, not {columns}")
        counts[name] = len(frame)
    events = table(at("gdelt"), sep="\t", header=None, quoting=3) if os.path.getsize(at("gdelt")) else pandas.DataFrame()
    check(events.empty or len(events.columns) == 61, f"gdelt: {len(events.columns)} columns, not 61")
    counts["gdelt"] = len(events)
    counts["plover"] = len(lines(at("plover")))

    shutil.copy(at("hxl"), at("hxl.csv"))
    source = hxl.data(at("hxl.csv"), hxl.InputOptions(allow_local=True))
    check("#affected+idps" in source.display_tags, "hxl: no #affected+idps")
    counts["hxl"] = sum(1 for _ in source)

    with open(at("timemap"), encoding="utf-8") as file:
        shown = json.load(file)
    with open(at("timemap-sources"), encoding="utf-8") as file:
        sources = json.load(file)
    check(all(name in sources for event in shown for name in event["sources"]), "timemap: an event's source is missing")
    counts["timemap"] = len(shown)

    counts["captions-csv"] = len(table(at("captions-csv")))
    with open(NINJS, encoding="utf-8") as file:
        schema = json.load(file)
    items = lines(at("ninjs"))
    for item in items:
        jsonschema.validate(item, schema, format_checker=jsonschema.FormatChecker())
        check(urllib.parse.urlsplit(item["uri"]).scheme, "ninjs: an address without a scheme")
    counts["ninjs"] = len(items)
    check(counts["ninjs"] == counts["captions-csv"], "ninjs and captions-csv hold different captions")

    claims.to_parquet(at("claims.parquet"))
    check(pyarrow.parquet.read_table(at("claims.parquet")).num_rows == len(claims), "parquet lost rows")

    with open(os.path.join(folder, "one", "manifest.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    for entry in manifest["files"]:
        with open(os.path.join(folder, "one", entry["name"]), "rb") as file:
            check(hashlib.sha256(file.read()).hexdigest() == entry["sha256"], f"manifest: {entry['name']} differs")
    return counts


if __name__ == "__main__":
    for name, count in read(sys.argv[1]).items():
        print(f"{name:16}{count:6} record(s) read back")
