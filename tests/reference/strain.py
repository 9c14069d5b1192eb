"""Trends of short series: Kendall's test and Sen's slope, by scipy."""

import json
import random

import numpy as np
from scipy import stats

random.seed(20261122)
series = [
    [12.0, 14.0, 13.0, 15.0, 18.0, 17.0, 21.0, 20.0, 24.0, 25.0, 23.0, 28.0],
    [30.0, 28.0, 29.0, 27.0, 25.0, 26.0, 22.0, 20.0],
    [10.0, 10.0, 12.0, 12.0, 12.0, 15.0, 15.0, 20.0],
]
series += [[round(random.gauss(20 + slope * week, 4), 1) for week in range(12)] for slope in (0.0, 0.5, -0.5)]

cases = []
for values in series:
    steps = np.arange(len(values))
    rising = stats.kendalltau(steps, values, method="asymptotic", alternative="greater")
    slope = stats.theilslopes(values, steps)[0]
    cases.append({"values": values, "p_rising": rising.pvalue, "slope": slope})
print(json.dumps({"trends": cases}, indent=1))
