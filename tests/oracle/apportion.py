"""Largest remainders by an independent package, for tests/it/bonus.rs.

    pip install apportionment==1.0
    python tests/oracle/apportion.py > tests/vector/bonus_oracle.csv

Exact fractions; cases with a tie at the cut are left out, because there the
package takes the order of the list, where Suanpan takes the keys.
"""

import csv
import json
import random
import sys

from apportionment.methods import TiesException, largest_remainder

draw = random.Random(20251121)
out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["pool_fen", "weights_json", "expected_fen_json"])
written = 0
while written < 300:
    count = draw.randint(1, 12)
    most = draw.choice([9, 200, 10**5, 10**12])
    weights = [draw.randint(0, most) for _ in range(count)]
    pool = draw.randint(1, draw.choice([20, 10**4, 10**9, 10**13]))
    if sum(weights) == 0:
        continue
    try:
        parts = largest_remainder(weights, pool, fractions=True, tiesallowed=False)
    except TiesException:
        continue
    assert sum(parts) == pool
    out.writerow([pool, json.dumps(weights), json.dumps(parts)])
    written += 1
