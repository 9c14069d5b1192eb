"""Reference values of the forecasting methods, printed as JSON: series made up here, with the forecasts of
statsforecast and the decompositions of statsmodels for them. See README.md."""

import json
import math

import numpy as np
from statsforecast.models import AutoETS, AutoTheta, MSTL, SeasonalNaive
from statsforecast.mstl import mstl
from statsmodels.tsa.seasonal import STL, seasonal_decompose

HORIZON = 12


def noise(seed, count):
    """Normal numbers from a seed."""
    return np.random.default_rng(seed).standard_normal(count)


def series():
    """Name, values, season; every kind of history that a method treats in a way of its own."""
    t = np.arange(260)
    year = np.sin(2 * math.pi * t / 52) + 0.4 * np.cos(4 * math.pi * t / 52)
    month = np.arange(72)
    wave = np.array([0.9, 0.85, 1.1, 1.05, 1.0, 1.2, 0.95, 0.8, 1.0, 1.15, 1.05, 0.95])
    yield "weekly season", (60 + 0.05 * t + 9 * year + 4 * noise(1, 260)).round(2), 52
    yield "weekly short", (40 + 3 * noise(2, 60)).round(2), 52
    yield "level", (100 + 8 * noise(3, 80)).round(2), 1
    yield "trend", (30 + 0.7 * t[:90] + 3 * noise(4, 90)).round(2), 1
    yield "wandering", (200 + np.cumsum(4 * noise(5, 120))).round(2), 1
    yield "monthly factors", ((300 + 2 * month) * wave[month % 12] * (1 + 0.02 * noise(6, 72))).round(2), 12
    yield "monthly sum", (500 + 90 * (wave[month % 12] - 1) * 5 + 12 * noise(7, 72)).round(2), 12
    yield "monthly short", (400 * wave[month[:30] % 12] * (1 + 0.03 * noise(8, 30))).round(2), 12
    yield "counts with zeros", np.random.default_rng(9).poisson(1.5, 104).astype(float), 52
    yield "quarterly", (80 + 10 * np.array([1, -1, 0.5, -0.5])[t[:48] % 4] + 2 * noise(10, 48)).round(2), 4


def rounded(values):
    return [round(float(value), 6) for value in values]


def reference(name, values, season):
    found = {"name": name, "season": season, "values": rounded(values), "forecast": {}}
    ets = season if season <= 24 else 1
    models = {
        "naive": SeasonalNaive(season),
        "ets": AutoETS(ets),
        "theta": AutoTheta(season),
        "mstl": MSTL(season, trend_forecaster=AutoETS(model="ZZN")) if 1 < season <= len(values) / 2 else None,
    }
    for key, model in models.items():
        if model is not None:
            found["forecast"][key] = rounded(model.forecast(values, HORIZON)["mean"])
    fitted = AutoETS(ets).fit(values).model_
    found["aicc"] = round(float(fitted["aicc"]), 6)
    found["ets"] = fitted["method"]
    if 1 < season <= len(values) / 2:
        stl = STL(values, period=season, seasonal=11, seasonal_deg=0).fit()
        found["trend"] = rounded(stl.trend)
        found["seasonal"] = rounded(stl.seasonal)
        found["classical"] = rounded(seasonal_decompose(values, period=season).seasonal[:season])
    return found


def several_seasons():
    """Daily values with a season of a week and one of four weeks."""
    t = np.arange(168)
    values = (50 + 6 * np.sin(2 * math.pi * t / 7) + 4 * np.cos(2 * math.pi * t / 28) + noise(11, 168)).round(2)
    parts = mstl(values, [7, 28], stl_kwargs={})
    return {
        "values": rounded(values),
        "trend": rounded(parts["trend"]),
        "weekly": rounded(parts["seasonal7"]),
        "monthly": rounded(parts["seasonal28"]),
    }


if __name__ == "__main__":
    cases = [reference(*case) for case in series()]
    print(json.dumps({"cases": cases, "several_seasons": several_seasons()}))
