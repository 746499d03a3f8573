"""Indices of inequality of the example county, computed a second time.

Takes the schools' values from county.json, which county.py computed with exact
fractions, their location and kind from the workbook, and computes each index by
its definition: by pupils over one number a pupil. Prints what
tests/it/balance/indices.rs expects. Needs Python 3.11, numpy and openpyxl:

    python3 tests/oracle/county_indices.py
"""

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import openpyxl

HERE = Path(__file__).parent
COUNTY = json.loads((HERE / "county.json").read_text())
BOOK = openpyxl.load_workbook(HERE.parent.parent / "examples" / "县域数据.xlsx", data_only=True)
SCHOOLS = {str(row[2]).strip(): row for row in BOOK["办学条件"].iter_rows(min_row=5, values_only=True) if row[2]}
TEACHING, EQUIPMENT = 3, 5


def gini(y):
    """Half the mean difference of all pairs, relative to the mean."""
    y = np.sort(y)
    n = len(y)
    return float((2 * np.arange(1, n + 1) - n - 1) @ y / (n * n * y.mean()))


def theil_t(y):
    r = y / y.mean()
    return float(np.mean(r * np.log(r)))


def theil_l(y):
    return float(np.mean(-np.log(y / y.mean())))


def cv(y):
    return float(y.std() / y.mean())


def told(y, method):
    """One number a pupil, or a school; quantiles by either convention."""
    r = y / y.mean()
    low, median, high = (np.quantile(y, q, method=method) for q in (0.1, 0.5, 0.9))
    half = np.sort(y)
    return {
        "cv": cv(y), "gini": gini(y), "t": theil_t(y), "l": theil_l(y), "ge2": cv(y) ** 2 / 2,
        "atkinson": [1 - np.mean(np.sqrt(r)) ** 2, 1 - np.exp(np.mean(np.log(r))), 1 - 1 / np.mean(1 / r)],
        "hoover": float(np.mean(abs(r - 1)) / 2), "range": float(y.max() - y.min()), "ratio": float(y.max() / y.min()),
        "p90p10": float(high / low), "mcloone": float(half[half <= median].mean() / median),
        "verstegen": float(half[half >= median].mean() / median),
    }


def spread(stage, item):
    units = COUNTY["balance"][stage]["units"]
    value = np.array([float(Fraction(unit["values"][item])) for unit in units])
    pupils = np.array([int(unit["pupils"]) for unit in units])
    return [unit["school"] for unit in units], value, pupils


def split(groups, value, pupils):
    """Theil's T between: every pupil gets the own group's mean."""
    y = np.repeat(value, pupils)
    between = {}
    names = np.repeat(np.array(groups), pupils)
    means = np.empty_like(y)
    for name in sorted(set(groups)):
        means[names == name] = y[names == name].mean()
        own = y[names == name]
        between[name] = {
            "pupils": len(own) / len(y), "resource": own.sum() / y.sum(), "mean": own.mean(), "t": theil_t(own),
        }
    return {"t": theil_t(means), "l": theil_l(means), "cv2": cv(means) ** 2, "gini": gini(means), "groups": between}


def satisfaction():
    """The coefficient of 群众满意度 a year, by pupils of junior schools."""
    pupils = {unit["school"]: int(unit["pupils"]) for unit in COUNTY["balance"]["junior"]["units"]}
    rows = [row for row in BOOK["学校年度指标"].iter_rows(min_row=2, values_only=True) if row[0]]
    years = {}
    for row in rows:
        name, year, value = str(row[0]).strip(), int(row[1]), row[7]
        if value is not None and name in pupils:
            years.setdefault(year, {})[name] = float(str(value).strip().rstrip("%"))
    common = set.intersection(*(set(of) for of in years.values()))
    coefficient = {
        year: cv(np.concatenate([np.full(pupils[name], of[name]) for name in sorted(common)]))
        for year, of in sorted(years.items())
    }
    slope = np.polyfit(list(coefficient), list(coefficient.values()), 1)[0]
    return {"schools": len(common), "cv": coefficient, "slope": slope}


names, value, pupils = spread("primary", TEACHING)
print("by pupils", told(np.repeat(value, pupils), "inverted_cdf"))
print("by schools", told(value, "linear"))
print("hhi", float(((value * pupils / (value @ pupils)) ** 2).sum()))
order = np.argsort(value)
print("curve", [(names[at], pupils[order[: k + 1]].sum() / pupils.sum(),
                 (value * pupils)[order[: k + 1]].sum() / (value @ pupils)) for k, at in enumerate(order)][:3])
location = [str(SCHOOLS[name][4]).strip() for name in names]
kind = [str(SCHOOLS[name][3]).strip() for name in names]
print("location", split(location, value, pupils))
print("location and kind", split([a + b for a, b in zip(location, kind)], value, pupils)["t"])
print("satisfaction", satisfaction())
