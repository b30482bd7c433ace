#!/usr/bin/env python3
"""How far the confidence of resolved places can be trusted: places-reliability.py GOLD OUT [GOLD OUT ...]

Of the places that both the gold and the output have a point for, prints by band of confidence how many lie within 161 km,
and the expected calibration error (the mean distance between confidence and share of right ones, weighted by bands).
"""
import json
import math
import sys


def kilometres(a, b, c, d):
    r = math.radians
    h = math.sin(r(c - a) / 2) ** 2 + math.cos(r(a)) * math.cos(r(c)) * math.sin(r(d - b) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(h)))


def rows(path):
    with open(path, encoding="utf-8") as handle:
        return [json.loads(line) for line in handle if line.strip()]


pairs = []
for gold, out in zip(sys.argv[1::2], sys.argv[2::2]):
    coded = {str(row["report"]["id"]): row.get("places") or [] for row in rows(out)}
    for row in rows(gold):
        left = list(coded.get(str(row.get("id", row.get("doc"))), []))
        for toponym in row["toponyms"]:
            hit = next((p for p in left if p["start"] < toponym["end"] and toponym["start"] < p["end"]), None)
            if hit is None:
                continue
            left.remove(hit)
            if hit.get("lat") is not None and toponym.get("lat") is not None:
                near = kilometres(toponym["lat"], toponym["lon"], hit["lat"], hit["lon"]) <= 161
                pairs.append((hit.get("confidence") or 0, near))

edges = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01]
error = 0.0
print("confidence    places   mean  right")
for low, high in zip(edges, edges[1:]):
    band = [(c, near) for c, near in pairs if low <= c < high]
    if band:
        mean, right = sum(c for c, _ in band) / len(band), sum(near for _, near in band) / len(band)
        error += abs(mean - right) * len(band) / len(pairs)
        print(f"{low:.2f} to {min(high, 1):.2f}  {len(band):6}  {mean:.3f}  {right:.3f}")
print(f"expected calibration error {error:.3f}, over {len(pairs)} places")
