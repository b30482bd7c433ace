#!/usr/bin/env python3
"""Precision and recall on re3d and on the MUC-4 development set; called by Scripts/evaluate.

Usage: evaluate-entities.py re3d|muc4 DATELINE GOLD.jsonl SCORE.py
re3d: spans of locations (places) and organisations (names) that overlap; pairs of names that fight or stand together, each
counted once a document. MUC-4: templates as (type), (type, place), (type, date), (type, killed) and all four, matched one
to one in each report; only incidents that took place.
"""
import collections, json, re, subprocess, sys

what, dateline, gold_path, score_path = sys.argv[1:5]
score = {}
exec(open(score_path, encoding="utf-8").read().rsplit("\nmain()", 1)[0], score)
anysame, same, prf = score["anysame"], score["same"], score["prf"]
gold = score["read"](gold_path)


def run(command, text=None, *paths):
    return subprocess.run([dateline, command, "--input-format", "text" if text is not None else "ndjson", *paths], input=text, capture_output=True, text=True).stdout


def show(name, counts):
    print(f"{name:42} {prf(*counts)}")


def overlap(found, wanted):
    """True positives, spare and missed spans of two lists, one to one."""
    left, hits = list(found), 0
    for b, e in wanted:
        hit = next((s for s in left if s[0] < e and b < s[1]), None)
        if hit:
            left.remove(hit)
            hits += 1
    return hits, len(left), len(wanted) - hits


def outermost(spans):
    return [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]


def organisations(text):
    """Spans of the organisations that `dateline parse` names, in code points."""
    spans, at, inside = [], 0, False
    for line in run("parse", text).splitlines():
        cells = line.split("\t")
        if len(cells) != 10 or not cells[0].isdigit():
            continue
        start = text.find(cells[1], at)
        if start < 0:
            continue
        at = start + len(cells[1])
        entity = re.search(r"Entity=([BI])-organisation", cells[9])
        if entity and entity[1] == "I" and inside:
            spans[-1] = (spans[-1][0], at)
        elif entity:
            spans.append((start, at))
        inside = bool(entity)
    return spans


def pairs(claims, kind):
    """Who fights whom (events of violence, places taken), or who stands with whom (relations)."""
    found = []
    for claim in claims:
        if kind == "AlliesOf" and claim["kind"] == "relation" and claim["relation"] != "opposes":
            found.append((claim["actor"], claim["target"]))
        if kind == "FightingAgainst":
            if claim["kind"] == "event" and (claim.get("codes") or {}).get("plover") in ("ASSAULT", "MOBILIZE"):
                found.append((claim.get("actor"), claim.get("target")))
            if claim["kind"] == "control":
                found.append((claim.get("holder"), claim.get("from")))
            if claim["kind"] == "relation" and claim["relation"] == "opposes":
                found.append((claim["actor"], claim["target"]))
    unique = {}
    for one, other in found:
        if one and other:
            unique.setdefault(frozenset((one.get("id") or one["name"], other.get("id") or other["name"])), (one, other))
    return list(unique.values())


def re3d():
    coded = {r["report"]["id"]: r for r in map(json.loads, run("code", None, gold_path).splitlines())}
    total = collections.defaultdict(lambda: [0, 0, 0])

    def add(part, counts):
        total[part] = [a + b for a, b in zip(total[part], counts)]

    for row in gold:
        out = coded.get(row["id"]) or {}
        spans = lambda kind: outermost([(e["b"], e["e"]) for e in row["entities"] if e["type"] == kind])
        add("spans of locations", overlap([(p["start"], p["end"]) for p in out.get("places") or []], spans("Location")))
        add("spans of organisations", overlap(organisations(row["text"]), spans("Organisation")))
        for kind in ("FightingAgainst", "AlliesOf"):
            wanted = {frozenset((x["source"], x["target"])) for x in row["relations"] if x["type"] == kind}
            wanted = [tuple(x) for x in wanted if len(x) == 2]
            left, hits = pairs(out.get("claims") or [], kind), 0
            for a, b in wanted:
                hit = next((p for p in left if anysame(p[0], a) and anysame(p[1], b) or anysame(p[0], b) and anysame(p[1], a)), None)
                if hit:
                    left.remove(hit)
                    hits += 1
            add(f"pairs {kind}", (hits, len(left), len(wanted) - hits))
    for part, counts in total.items():
        show(part, counts)


TYPES = {
    "ATTACK": "armed_clash attack killing execution shelling air_strike missile_attack offensive mob_violence grenade".split(),
    "BOMBING": "ied suicide_bombing landmine grenade air_strike".split(),
    "KIDNAPPING": ["abduction"], "ARSON": ["looting", "violent_demonstration"], "ROBBERY": ["looting"],
    "FORCED WORK STOPPAGE": ["protest"],
}
MONTHS = {m: n for n, m in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)}


def days(text):
    return [f"19{y}-{MONTHS[m]:02}-{int(d):02}" for d, m, y in re.findall(r"(\d\d?) ([A-Z]{3}) (\d\d)", text) if m in MONTHS]


def incident(template):
    first = lambda key: (template.get(key) or ["-"])[0]
    when = days(first("INCIDENT: DATE"))
    dead = [x for x in template["HUM TGT: EFFECT OF INCIDENT"] if x.startswith("DEATH")]
    names = {n for x in dead for n in re.findall(r'"([^"]+)"', x)}
    counts = [x for x in template["HUM TGT: NUMBER"] if set(re.findall(r'"([^"]+)"', x)) & names]
    numbers = [int(x.split(":")[0]) for x in counts if x.split(":")[0].strip().isdigit()]
    killed = sum(numbers) if dead and len(numbers) == len(counts) and numbers else None if dead else 0
    places = [re.sub(r"\(.*?\)", "", p).strip() for p in re.split(r"[:-]", first("INCIDENT: LOCATION")) if p.strip()]
    return {"type": first("INCIDENT: TYPE"), "days": when, "until": first("INCIDENT: DATE").startswith("-"), "places": places, "killed": killed}


def agrees(claim, wanted, part):
    if part == "place":
        place = claim.get("place") or {}
        said = [place.get(k) for k in ("name", "resolved", "admin1", "admin2") if place.get(k)]
        finer = wanted["places"][1:] or wanted["places"]
        return any(same(s, w) for s in said for w in finer)
    if part == "date":
        when = (claim.get("when") or {}).get("start") or ""
        if not wanted["days"] or not when:
            return not wanted["days"]
        return when <= wanted["days"][-1] if wanted["until"] else wanted["days"][0] <= when <= wanted["days"][-1]
    toll = (claim.get("fatalities") or {}).get("low")
    return wanted["killed"] is None and toll is not None or (toll or 0) == (wanted["killed"] or 0)


def muc4():
    coded = {r["report"]["id"]: r for r in map(json.loads, run("code", None, gold_path).splitlines())}
    shapes = {"type": [], "type, place": ["place"], "type, date": ["date"], "type, killed": ["killed"], "type, date, place, killed": ["date", "place", "killed"]}
    total = {name: [0, 0, 0] for name in shapes}
    for row in gold:
        wanted = [incident(t) for t in row["templates"] if t["INCIDENT: STAGE OF EXECUTION"][0] == "ACCOMPLISHED"]
        seen, claims = set(), []
        for claim in (coded.get(row["id"]) or {}).get("claims") or []:
            if claim["kind"] != "event" or claim["modality"] not in ("asserted", "claimed") or claim.get("background"):
                continue
            if not any(claim["type"] in types for types in TYPES.values()):
                continue
            key = (claim["type"], (claim.get("place") or {}).get("name"), (claim.get("when") or {}).get("start"))
            if key not in seen:
                seen.add(key)
                claims.append(claim)
        for name, parts in shapes.items():
            left, hits = list(claims), 0
            for w in wanted:
                hit = next((c for c in left if c["type"] in TYPES.get(w["type"], []) and all(agrees(c, w, p) for p in parts)), None)
                if hit:
                    left.remove(hit)
                    hits += 1
            total[name] = [a + b for a, b in zip(total[name], (hits, len(left), len(wanted) - hits))]
    for name, counts in total.items():
        show(f"({name})", counts)


{"re3d": re3d, "muc4": muc4}[what]()
