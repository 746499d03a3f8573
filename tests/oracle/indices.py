"""Indices of inequality by independent packages, for tests/it/inequality.

    pip install inequality==1.1.2 numpy scipy
    python tests/oracle/indices.py spread > tests/vector/inequality_oracle.csv
    python tests/oracle/indices.py variance > tests/vector/variance_oracle.csv

PySAL knows no weights: every school stands as often as it has pupils. What
lies between groups is computed by its definition, as the index of a county in
which each pupil has the mean of the own group.
"""

import csv
import json
import random
import sys
import warnings

import numpy as np
from inequality.atkinson import atkinson
from inequality.gini import Gini
from inequality.schutz import Schutz
from inequality.theil import Theil, TheilD
from inequality.wolfson import lorenz_curve, wolfson
from pandas import DataFrame
from scipy.stats import f_oneway

warnings.simplefilter("ignore")


def quantile(values, percent, repeated):
    """Type 7, or of repeated values the least that so many reach."""
    if not repeated:
        return float(np.quantile(values, percent / 100))
    return float(np.sort(values)[-(-len(values) * percent // 100) - 1])


def theil_l(values):
    return float(np.mean(np.log(np.mean(values) / values)))


def cv(values):
    return float(np.std(values) / np.mean(values))


def gini(values):
    return float(Gini(values).g)


def theil_t(values):
    return float(Theil(values).T)


def schutz(values):
    return float(Schutz(DataFrame({"y": values}), "y").distance)


def indices(values, weights, totals, repeated):
    low, high, median = (quantile(values, percent, repeated) for percent in (5, 95, 50))
    shares, parts = totals / totals.sum(), weights / weights.sum()
    herfindahl, count = float((shares**2).sum()), len(totals)
    lower, upper = values[values <= median], values[values >= median]
    found = {
        "Variation": cv(values),
        "Range": float(np.max(values) - np.min(values)),
        "PercentileRatio": quantile(values, 90, repeated) / quantile(values, 10, repeated),
        "RestrictedRange": high - low,
        "FederalRatio": (high - low) / low,
        "Gini": gini(values),
        "GiniCorrected": gini(values) / (1 - float((parts**2).sum())),
        "HalfSquare": cv(values) ** 2 / 2,
        "Atkinson(Half)": float(np.mean(values**0.5) ** 2 * -1 / np.mean(values) + 1),
        "Hoover": schutz(values),
        "McLoone": float(lower.mean() / median),
        "Verstegen": float(upper.mean() / median),
        "Concentration": herfindahl,
        "ConcentrationNormalised": (herfindahl - 1 / count) / (1 - 1 / count),
    }
    if repeated:
        half = np.interp(0.5, *lorenz_curve(values))
        found["Wolfson"] = float((1 - 2 * half - gini(values)) * np.mean(values) / median)
    else:
        found["Wolfson"] = float(wolfson(values))
    if np.min(values) > 0:
        found |= {
            "RangeRatio": float(np.max(values) / np.min(values)),
            "TheilT": theil_t(values),
            "TheilL": theil_l(values),
            "Atkinson(Half)": float(atkinson(values, 0.5)),
            "Atkinson(One)": float(atkinson(values, 1)),
            "Atkinson(Two)": float(atkinson(values, 2)),
        }
    return found


def means(values, groups):
    """Every value replaced by the mean of its group."""
    replaced = np.empty_like(values)
    for group in np.unique(groups):
        replaced[groups == group] = values[groups == group].mean()
    return replaced


def parts(values, outer, inner):
    """Of each index: total, between outer, between inner within outer, within."""
    steps = [means(values, outer), means(values, outer * 1000 + inner), values]
    found = {}
    for name, index in [("TheilT", theil_t), ("TheilL", theil_l), ("VariationSquared", lambda v: cv(v) ** 2)]:
        first, second, third = (index(step) for step in steps)
        found[name] = [third, first, second - first, third - second]
    split = TheilD(values, outer)
    assert abs(float(split.bg[0]) - found["TheilT"][1]) < 1e-12
    share = lambda group: (outer == group).mean() * values[outer == group].sum() / values.sum()
    within = sum(share(group) * gini(values[outer == group]) for group in np.unique(outer))
    found["Gini"] = [gini(values), gini(steps[0]), float(within)]
    return found


def spread(draw, out):
    out.writerow(["case", "weighting", "units_json", "indices_json", "parts_json"])
    for case in range(24):
        count = draw.choice([2, 3, 5, 8, 13, 21, 34])
        units = []
        for place in range(count):
            value = round(draw.lognormvariate(2, draw.choice([0.1, 0.5, 1.2])), 2) + 0.01
            if case % 6 == 5 and place == 0:
                value = 0.0
            size = draw.randint(1, 60)
            units.append([round(value * size, 2), size, draw.randrange(3), draw.randrange(2)])
        totals, sizes = (np.array([unit[i] for unit in units], float) for i in (0, 1))
        outer, inner = (np.array([unit[i] for unit in units]) for i in (2, 3))
        for weighting in ("Pupils", "Schools"):
            times = sizes.astype(int) if weighting == "Pupils" else np.ones(count, int)
            held = totals if weighting == "Pupils" else totals / sizes
            values, by_outer, by_inner = (np.repeat(column, times) for column in (totals / sizes, outer, inner))
            found = indices(values, times, held, weighting == "Pupils")
            found = {name: value for name, value in found.items() if np.isfinite(value)}
            split = parts(values, by_outer, by_inner) if values.min() > 0 else {}
            out.writerow([case, weighting, json.dumps(units), json.dumps(found), json.dumps(split)])


def variance(draw, out):
    out.writerow(["case", "scores_json", "eta_squared", "icc"])
    for case in range(12):
        schools = draw.randint(2, 9)
        scores = []
        for school in range(schools):
            lift = draw.gauss(0, draw.choice([0, 5, 20]))
            scores += [[school, round(60 + lift + draw.gauss(0, 10), 1)] for _ in range(draw.randint(1, 15))]
        groups = [np.array([s for g, s in scores if g == school]) for school in range(schools)]
        sizes = np.array([len(group) for group in groups], float)
        total = sizes.sum()
        f = float(f_oneway(*groups).statistic)
        size = (total - (sizes**2).sum() / total) / (schools - 1)
        eta = f * (schools - 1) / (f * (schools - 1) + total - schools)
        out.writerow([case, json.dumps(scores), eta, (f - 1) / (f + size - 1)])


writer = csv.writer(sys.stdout, lineterminator="\n")
{"spread": spread, "variance": variance}[sys.argv[1]](random.Random(20261127), writer)
