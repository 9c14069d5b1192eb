"""Forecasts series with statsforecast: python statsforecast_series.py PROBLEM FORECASTS

The models are those whose mean is the bar for our own: AutoETS (without a season if that is longer than 24 periods,
which it cannot carry), AutoTheta, and MSTL with exponential smoothing of the trend. Their mean has the mean of their
intervals. Only the forecasts are timed, not the start of the interpreter.
"""

import json
import sys
import time
import warnings

import numpy as np
from statsforecast.models import AutoETS, AutoTheta, MSTL, SeasonalNaive

LEVELS = [80, 95]
THREE = ["AutoETS", "AutoTheta", "MSTL"]


def models(season):
    return {
        "SeasonalNaive": SeasonalNaive(season),
        "AutoETS": AutoETS(season if season <= 24 else 1),
        "AutoTheta": AutoTheta(season),
        "MSTL": MSTL(season, trend_forecaster=AutoETS(model="ZZN")),
    }


def forecast(model, values, season, horizon):
    try:
        said = model.forecast(values, horizon, level=LEVELS)
    except Exception:
        # As its own fallback model does: the last season again.
        said = SeasonalNaive(season).forecast(values, horizon, level=LEVELS)
    columns = {"point": "mean"}
    for level in LEVELS:
        columns[f"low{level}"] = f"lo-{level}"
        columns[f"high{level}"] = f"hi-{level}"
    return {name: np.asarray(said[column], float) for name, column in columns.items()}


def window(series, season, horizon):
    """By method, a list with one forecast for every series."""
    found = {name: [] for name in [*models(season), "mean of the three"]}
    for one in series:
        values = np.asarray(one["values"], float)
        said = {name: forecast(model, values, season, horizon) for name, model in models(season).items()}
        said["mean of the three"] = {
            column: np.mean([said[name][column] for name in THREE], axis=0) for column in said["MSTL"]
        }
        for name, ahead in said.items():
            found[name].append({column: values.tolist() for column, values in ahead.items()})
    return found


if __name__ == "__main__":
    warnings.filterwarnings("ignore")
    with open(sys.argv[1]) as file:
        problem = json.load(file)
    begin = time.process_time()
    windows = [window(series, problem["season"], problem["horizon"]) for series in problem["windows"]]
    seconds = time.process_time() - begin
    methods = [{"name": name, "windows": [found[name] for found in windows]} for name in windows[0]]
    with open(sys.argv[2], "w") as file:
        json.dump({"seconds": seconds, "methods": methods}, file)
