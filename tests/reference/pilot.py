"""Reference values for the statistics of pilots, by scipy and statsmodels. Prints JSON; see README.md beside it."""

import itertools
import json
import math

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import integrate, optimize, special, stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import TTestIndPower
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint, proportions_ztest
from statsmodels.stats.rates import test_poisson_2indep

rng = np.random.default_rng(20261122)


def rounded(values):
    return [float(round(x, 3)) for x in values]


def distributions():
    rows = {"normal_quantile": [], "t_two_sided": [], "t_critical": [], "beta_cdf": [], "t_power": []}
    for p in [1e-300, 1e-15, 1e-6, 0.001, 0.025, 0.3, 0.5, 0.7, 0.975, 0.999999]:
        rows["normal_quantile"].append([p, stats.norm.ppf(p)])
    for t in [0.0, 0.1, 0.7, 1.96, 3.5, 12.0, 40.0]:
        for df in [0.8, 1.0, 2.5, 7.0, 30.0, 400.0]:
            rows["t_two_sided"].append([t, df, 2 * stats.t.sf(t, df)])
    for alpha in [0.5, 0.1, 0.05, 0.01, 1e-4, 1e-7]:
        for df in [1.0, 2.5, 7.0, 30.0, 400.0]:
            rows["t_critical"].append([alpha, df, stats.t.isf(alpha / 2, df)])
    for x in [1e-9, 0.01, 0.2, 0.5, 0.83, 0.999]:
        for a, b in [(0.5, 0.5), (2, 5), (30, 3), (0.5, 60), (400, 380)]:
            rows["beta_cdf"].append([x, a, b, special.betainc(a, b, x)])
    for noncentrality in [0.0, 0.5, 1.5, 2.8, 5.0]:
        for df in [2, 4, 10, 38, 300]:
            critical = stats.t.isf(0.025, df)
            power = stats.nct.sf(critical, df, noncentrality) + stats.nct.cdf(-critical, df, noncentrality)
            rows["t_power"].append([noncentrality, critical, df, power])
    return rows


def two_groups():
    cases = []
    for n, m, shift, spread in [(5, 5, 0.0, 1.0), (6, 4, 1.0, 3.0), (9, 7, 2.0, 0.4), (3, 12, 0.5, 1.0), (8, 8, 0.8, 2.0)]:
        new, usual = rounded(rng.normal(10 + shift, spread, n)), rounded(rng.normal(10, 1.0, m))
        before_new, before_usual = rounded(np.array(new) + rng.normal(0, 0.7, n)), rounded(np.array(usual) + rng.normal(0, 0.7, m))
        test = stats.ttest_ind(new, usual, equal_var=False)
        interval = test.confidence_interval(0.95)
        df = n + m - 2
        pooled = math.sqrt(((n - 1) * np.var(new, ddof=1) + (m - 1) * np.var(usual, ddof=1)) / df)
        correction = math.exp(special.gammaln(df / 2) - special.gammaln((df - 1) / 2)) / math.sqrt(df / 2)
        # scipy's own two-sided p-value doubles the smaller tail; the absolute difference does not.
        permuted = stats.permutation_test(
            (new, usual), lambda x, y, axis: np.abs(np.mean(x, axis=axis) - np.mean(y, axis=axis)),
            n_resamples=np.inf, alternative="greater", vectorized=True)
        y, x = np.array(new + usual), np.array(before_new + before_usual)
        slope = np.cov(y, x)[0, 1] / np.var(x, ddof=1)
        adjusted = y - slope * (x - x.mean())
        cuped = stats.ttest_ind(adjusted[:n], adjusted[n:], equal_var=False)
        pairs = stats.ttest_rel(new, before_new)
        cases.append({
            "new": new, "usual": usual, "before_new": before_new, "before_usual": before_usual,
            "welch": [np.mean(new) - np.mean(usual), test.statistic, test.df, test.pvalue, interval.low, interval.high],
            "hedges_g": correction * (np.mean(new) - np.mean(usual)) / pooled,
            "permutation": float(permuted.pvalue),
            "hodges_lehmann": float(np.median(np.subtract.outer(new, usual))),
            "cuped": [adjusted[:n].mean() - adjusted[n:].mean(), cuped.statistic, cuped.pvalue],
            "paired": [np.mean(np.subtract(new, before_new)), pairs.statistic, pairs.pvalue],
        })
    return cases


def proportions():
    cases = []
    for a, n, b, m in [(56, 70, 48, 80), (9, 10, 3, 10), (0, 20, 0, 30), (10, 10, 0, 10), (180, 1000, 120, 990), (1, 40, 5, 41)]:
        low, high = confint_proportions_2indep(a, n, b, m, compare="diff", method="newcomb")
        pooled = 0 < a + b < n + m
        p = proportions_ztest([a, b], [n, m])[1] if pooled else None
        cases.append({"a": [a, n], "b": [b, m], "newcombe": [a / n - b / m, low, high], "p": p,
                      "wilson": list(proportion_confint(a, n, method="wilson")),
                      "clopper_pearson": list(proportion_confint(a, n, method="beta"))})
    return cases


def rates():
    cases = []
    for a, t, b, s in [(12, 100.0, 25, 110.0), (0, 10.0, 4, 12.0), (300, 52.0, 260, 48.0), (7, 3.0, 7, 3.0), (1, 50.0, 20, 50.0)]:
        share = stats.binomtest(a, a + b, t / (t + s))
        interval = share.proportion_ci(0.95, method="exact")
        ratio = lambda q: q / (1 - q) * s / t
        p = test_poisson_2indep(a, t, b, s, method="exact-cond").pvalue
        assert abs(p - share.pvalue) < 1e-12
        cases.append({"new": [a, t], "usual": [b, s], "ratio": [(a / t) / (b / s), ratio(interval.low), ratio(interval.high), p]})
    return cases


def clusters():
    cases = []
    for sizes, treated in [([3, 4, 2, 5, 3, 3], 3), ([1] * 8, 4), ([2, 2, 6, 1, 3], 2), ([4] * 10, 5)]:
        change, arm, group = [], [], []
        for g, size in enumerate(sizes):
            common = rng.normal(0, 0.5)
            for _ in range(size):
                change.append(round(float(common + rng.normal(0.4 * (g < treated), 1.0)), 3))
                arm.append(int(g < treated))
                group.append(g)
        change, arm, group = np.array(change), np.array(arm), np.array(group)
        design = sm.add_constant(arm.astype(float))

        def fit(y):
            # statsmodels multiplies by G / (G - 1) and by (N - 1) / (N - K), as Stata does.
            return sm.OLS(y, design).fit(cov_type="cluster", cov_kwds={"groups": group, "use_correction": True, "df_correction": True}, use_t=True)

        found = fit(change)
        restricted = change.mean()
        statistics = []
        for signs in itertools.product([1, -1], repeat=len(sizes)):
            turned = restricted + np.array(signs)[group] * (change - restricted)
            statistics.append(abs(fit(turned).tvalues[1]))
        wild = float(np.mean(np.array(statistics) >= abs(found.tvalues[1]) * (1 - 1e-12)))
        cases.append({"change": change.tolist(), "treated": arm.tolist(), "cluster": group.tolist(),
                      "did": [found.params[1], found.bse[1], found.pvalues[1]], "wild": wild})
    return cases


def spent(kind, alpha, share):
    if kind == "obrien_fleming":
        return 2 * stats.norm.sf(stats.norm.isf(alpha / 2) / math.sqrt(share))
    return alpha * math.log(1 + (math.e - 1) * share)


def sequential():
    """Bounds look by look, from the multivariate normal distribution of the z values."""
    cases = []
    for kind in ["obrien_fleming", "pocock"]:
        for shares in [[1 / 3, 2 / 3, 1.0], [0.5, 1.0], [0.2, 0.7, 1.0]]:
            found, before = [], 0.0
            for look in range(len(shares)):
                t = np.array(shares[: look + 1])
                covariance = np.sqrt(np.minimum.outer(t, t) / np.maximum.outer(t, t))
                wanted = 2 * spent(kind, 0.025, shares[look])

                def crossed(bound):
                    edges = np.array(found + [bound])
                    inside = stats.multivariate_normal(cov=covariance, allow_singular=True, abseps=1e-10, releps=1e-10, maxpts=4_000_000, seed=1)
                    return 1 - inside.cdf(edges, lower_limit=-edges) - wanted

                found.append(optimize.brentq(crossed, 1.0, 8.0, xtol=1e-9))
            cases.append({"spending": kind, "shares": shares, "bounds": found})
    return cases


def anytime():
    """The mixture likelihood ratio by integration, and where it reaches 1 / alpha."""
    cases = []
    for estimate, error, planned in [(0.5, 1.0, 1.0), (2.9, 1.0, 0.5), (-4.0, 1.3, 1.0), (0.02, 0.004, 0.006)]:
        width = -2 * math.log(0.05)
        sd = planned * math.sqrt(width + math.log(width + 1))

        def log_ratio(x):
            # The likelihood of x with an effect drawn from N(0, sd^2), over that of no effect; the peak is taken out.
            peak = x * sd * sd / (sd * sd + error * error)
            spread = sd * error / math.hypot(sd, error)
            own = lambda d: stats.norm.logpdf(x, d, error) + stats.norm.logpdf(d, 0, sd)
            top = own(peak)
            area = integrate.quad(lambda d: math.exp(own(d) - top), peak - 12 * spread, peak + 12 * spread, epsabs=0, epsrel=1e-12)[0]
            return math.log(area) + top - stats.norm.logpdf(x, 0, error)

        half = optimize.brentq(lambda x: log_ratio(x) + math.log(0.05), 0, 60 * error, xtol=1e-13)
        cases.append({"estimate": estimate, "error": error, "planned": planned,
                      "found": [estimate - half, estimate + half, min(1.0, math.exp(-log_ratio(estimate)))]})
    return cases


def power():
    cases = []
    for d, n in [(0.5, 20), (0.6, 40), (1.2, 6), (0.2, 100), (2.0, 3)]:
        solver = TTestIndPower()
        cases.append({"d": d, "n": n, "power": float(solver.power(d, n, 0.05)),
                      "detectable": float(solver.solve_power(nobs1=n, alpha=0.05, power=0.8))})
    return cases


def multiplicity():
    cases = []
    for p in [[0.01, 0.04, 0.03], [0.2, 0.001, 0.04, 0.04, 0.9], [0.5], [0.049, 0.05, 0.051, 0.0499]]:
        cases.append({"p": p, "holm": multipletests(p, method="holm")[1].tolist(),
                      "benjamini_hochberg": multipletests(p, method="fdr_bh")[1].tolist()})
    return cases


print(json.dumps({
    "made_with": {"numpy": np.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__},
    "distributions": distributions(),
    "two_groups": two_groups(),
    "proportions": proportions(),
    "rates": rates(),
    "clusters": clusters(),
    "sequential": sequential(),
    "anytime": anytime(),
    "power": power(),
    "multiplicity": multiplicity(),
}, indent=1))
