"""The example county's results, computed a second time.

Reads examples/县域数据.xlsx by itself and computes with exact fractions the
balance (教督〔2017〕6号), the default evaluation and the bonus for a pool of
8,000,000.00 元; writes county.json, which tests/it/oracle.rs compares with the
program. Needs Python 3.11 and openpyxl only:

    python3 tests/oracle/county.py
"""

import json
from decimal import Decimal, localcontext
from fractions import Fraction as F
from pathlib import Path

import openpyxl

HERE = Path(__file__).parent
BOOK = HERE.parent.parent / "examples" / "县域数据.xlsx"


# ---- numbers ---------------------------------------------------------------

def number(cell):
    """The number as typed: text and percentages included, None for nothing."""
    if cell is None or str(cell).strip() == "":
        return None
    return F(str(cell).strip().rstrip("%"))


def decimal(value, digits=17):
    """A fraction as a decimal text with so many significant digits."""
    with localcontext() as context:
        context.prec = digits
        return str(Decimal(value.numerator) / Decimal(value.denominator))


def root(value, digits=17):
    """The square root of a fraction, computed with 60 digits first."""
    with localcontext() as context:
        context.prec = 60
        exact = (Decimal(value.numerator) / Decimal(value.denominator)).sqrt()
        context.prec = digits
        return str(+exact)


# ---- the workbook ----------------------------------------------------------

def conditions(book):
    """One dict a school, from the sheet with a two-row header."""
    rows = list(book["办学条件"].iter_rows(min_row=5, values_only=True))
    schools = []
    for row in rows:
        if not isinstance(row[0], int):  # totals and notes have no 序号
            continue
        pupils = [number(row[i]) for i in (6, 7, 8)]
        teachers = [[number(row[i]), number(row[i + 1])] for i in (9, 11, 13)]
        schools.append({
            "name": row[2].strip(), "kind": row[3].strip(), "location": row[4].strip(),
            "pupils": pupils, "teachers": teachers,
            "teaching": number(row[15]), "indoor": number(row[16]), "ground": number(row[17]),
            "equipment": number(row[18]) * 10000, "rooms": number(row[19]),
        })
    return schools


def indicators(book):
    """{(school, year): row} of the yearly indicators."""
    head, *rows = book["学校年度指标"].iter_rows(values_only=True)
    table = {}
    for row in rows:
        entry = dict(zip(head, row))
        table[entry["学校名称"].strip(), entry["年度"]] = {
            key: number(value) for key, value in entry.items() if key not in ("学校名称", "年度")
        }
    return table


# ---- balance ---------------------------------------------------------------

STAGES = [("primary", F("0.50")), ("junior", F("0.45"))]
THRESHOLDS = {
    "primary": [F(t) for t in ("4.2", "1", "0.9", "4.5", "7.5", "2000", "2.3")],
    "junior": [F(t) for t in ("5.3", "1", "0.9", "5.8", "10.2", "2500", "2.4")],
}
FACTORS = [100, 100, 100, 1, 1, 1, 100]
SPLIT = [F(1), F("1.1"), F("1.32")]
LEFT_OUT = ("特殊教育学校", "职业学校")


def units(schools, stage):
    """A stage's units: pupils, the share of common resources, seven totals."""
    found = []
    for school in schools:
        pupils = school["pupils"][stage]
        if not pupils or school["kind"] in LEFT_OUT:
            continue
        if school["kind"] == "教学点" and pupils < 50:
            continue
        weights = [(p or 0) * w for p, w in zip(school["pupils"], SPLIT)]
        share = weights[stage] / sum(weights)
        totals = [teachers[stage] for teachers in school["teachers"]] + [
            (school["teaching"] - school["indoor"]) * share,
            (school["ground"] + school["indoor"]) * share,
            school["equipment"] * share,
            school["rooms"] * share,
        ]
        found.append({"school": school["name"], "pupils": pupils, "share": share, "totals": totals})
    return found


def state(value, threshold):
    if value >= threshold:
        return "met"
    return "near" if value >= threshold * F("0.85") else "below"


def stage_result(schools, index, key, limit):
    found = units(schools, index)
    everybody = sum(unit["pupils"] for unit in found)
    spreads, values = [], []
    for item, factor in enumerate(FACTORS):
        per_pupil = [unit["totals"][item] / unit["pupils"] for unit in found]
        mean = sum(unit["totals"][item] for unit in found) / everybody
        parts = [F(unit["pupils"], everybody) * (x - mean) ** 2 for unit, x in zip(found, per_pupil)]
        square = sum(parts) / mean**2
        values.append([x * factor for x in per_pupil])
        spreads.append({
            "mean": decimal(mean * factor), "cv_squared": str(square), "cv": root(square),
            "met": square <= limit**2,
            "shares": [decimal(part / sum(parts)) for part in parts],
        })
    rows = []
    for at, unit in enumerate(found):
        own = [values[item][at] for item in range(7)]
        states = [state(value, threshold) for value, threshold in zip(own, THRESHOLDS[key])]
        rows.append({
            "school": unit["school"], "pupils": str(unit["pupils"]), "share": str(unit["share"]),
            "values": [str(value) for value in own], "states": states,
            "met": states.count("met") >= 6 and "below" not in states,
        })
    return {
        "units": rows, "spreads": spreads,
        "schools_met": all(row["met"] for row in rows), "spreads_met": all(spread["met"] for spread in spreads),
    }


# ---- evaluation ------------------------------------------------------------

YEAR = 2025


def min_max(values, lower=False):
    least, most = min(values.values()), max(values.values())
    return {s: 100 * ((most - v) if lower else (v - least)) / (most - least) for s, v in values.items()}


def evaluation(table, locations, make):
    """Scores by the default scheme; `make` turns a Fraction into the number
    type that is computed with (exact fractions, or floats for the bonus)."""
    schools = [school for school, year in table if year == YEAR]

    def column(name):
        return {s: make(table[s, YEAR][name]) for s in schools}

    def rate(school, year):
        row = table[school, year]
        return 100 * make(row["后20%人数"]) / make(row["九年级人数"])

    rates = {s: rate(s, YEAR) for s in schools}
    targets = {s: (rate(s, YEAR - 2) + rate(s, YEAR - 1)) / 2 for s in schools}
    leaves = {
        "后20%率(比本校前两年均值)": (rates, {
            s: min(100 * (100 - rates[s]) / (100 - targets[s]), make(F(100))) for s in schools
        }),
        "后20%率(全县比较)": (rates, min_max(rates, lower=True)),
    }
    for name in ("三年巩固率", "学生体质优良率", "群众满意度"):
        leaves[name] = (column(name), min_max(column(name)))
    exchange = column("教师交流比例")
    leaves["教师交流比例"] = (exchange, {s: min(100 * exchange[s] / 10, make(F(100))) for s in schools})

    def score(name, school):
        return leaves[name][1][school]

    results = []
    for s in schools:
        w = make
        quality = w(F("0.6")) * score("后20%率(比本校前两年均值)", s) + w(F("0.4")) * score("后20%率(全县比较)", s)
        growth = w(F("0.5")) * score("三年巩固率", s) + w(F("0.5")) * score("学生体质优良率", s)
        weighted = (
            w(F("0.4")) * quality + w(F("0.3")) * growth
            + w(F("0.2")) * score("群众满意度", s) + w(F("0.1")) * score("教师交流比例", s)
        )
        row = table[s, YEAR]
        merit = max(F(-5), min(F(5), row["特色加分"]))
        misconduct = max(F(-10), min(F(10), -2 * row["师德违规(人次)"]))
        results.append({
            "school": s, "location": locations[s], "target": targets[s],
            "raw": [leaves[name][0][s] for name in leaves], "scores": [score(name, s) for name in leaves],
            "groups": [quality, growth], "weighted": weighted, "adjustment": merit + misconduct,
            "score": weighted + make(merit) + make(misconduct),
        })
    for row in results:
        row["rank"] = 1 + sum(other["score"] > row["score"] for other in results)
        near = [other for other in results if other["location"] == row["location"]]
        row["group_rank"] = 1 + sum(other["score"] > row["score"] for other in near)
    return list(leaves), results


# ---- bonus -----------------------------------------------------------------

POOL = 800_000_000  # 分


def bonus(results, table):
    """Largest remainder on score × person-months."""
    weights = [row["score"] * table[row["school"], YEAR]["人月"] / 12 for row in results]
    exact = [POOL * weight / sum(weights) for weight in weights]
    amounts = [share.numerator // share.denominator for share in exact]
    remainders = [share - amount for share, amount in zip(exact, amounts)]
    order = sorted(range(len(exact)), key=lambda i: (-remainders[i], -weights[i], results[i]["school"]))
    more = POOL - sum(amounts)
    for at in order[:more]:
        amounts[at] += 1
    gap = remainders[order[more - 1]] - remainders[order[more]]
    edges = [min(remainder, 1 - remainder) for remainder in remainders]
    return weights, amounts, min([gap, *edges])


# ---- all -------------------------------------------------------------------

def shown(row):
    out = dict(row)
    out["raw"] = [decimal(v) for v in row["raw"]]
    for key in ("scores", "groups"):
        out[key] = [decimal(v) for v in row[key]]
    for key in ("target", "weighted", "adjustment", "score"):
        out[key] = decimal(row[key])
    return out


def main():
    book = openpyxl.load_workbook(BOOK, data_only=True, read_only=False)
    schools, table = conditions(book), indicators(book)
    locations = {school["name"]: school["location"] for school in schools}
    stages = {key: stage_result(schools, at, key, limit) for at, (key, limit) in enumerate(STAGES)}

    leaves, exact = evaluation(table, locations, lambda f: f)
    _, rough = evaluation(table, locations, float)
    assert [row["rank"] for row in exact] == [row["rank"] for row in rough]
    scores = sorted(row["score"] for row in exact)
    assert all(b - a > F(1, 10**9) for a, b in zip(scores, scores[1:])), "a tie that floats could break"

    # The program weighs with the decimal of its f64 score. Both readings must
    # give the same 分, with a margin far above what 1e-12 of a score can move.
    weights, amounts, margin = bonus(exact, table)
    typed = [dict(row, score=F(repr(row["score"]))) for row in rough]
    assert bonus(typed, table)[1] == amounts and margin > F(1, 1000), float(margin)
    assert sum(amounts) == POOL

    result = {
        "balance": stages,
        "evaluation": {"year": YEAR, "leaves": leaves, "rows": [shown(row) for row in exact]},
        "bonus": {
            "pool": POOL, "margin": decimal(margin, 3),
            "rows": [
                {"school": row["school"], "months": str(table[row["school"], YEAR]["人月"]),
                 "weight": decimal(weight), "amount": amount}
                for row, weight, amount in zip(exact, weights, amounts)
            ],
        },
    }
    text = json.dumps(result, ensure_ascii=False, indent=1)
    (HERE / "county.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
