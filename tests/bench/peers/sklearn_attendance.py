"""scikit-learn's logistic regression on the rows that the attendance model learned from, with the same bands, judged on
the same held-out visits. Argument: the file that `bench attendance --out FILE` wrote. Prints one line of JSON per
instance."""

import json
import sys
import time
import warnings

import numpy as np
from sklearn.linear_model import LogisticRegressionCV
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score
from sklearn.preprocessing import OneHotEncoder


def calibration_error(said, came):
    """Mean distance of predicted and observed over ten parts of equal number."""
    parts = np.array_split(np.argsort(said, kind="stable"), 10)
    return float(sum(len(p) * abs(said[p].mean() - came[p].mean()) for p in parts) / len(said))


def main():
    warnings.filterwarnings("ignore")
    by_instance = {}
    with open(sys.argv[1]) as file:
        for line in file:
            name, *rest = line.strip().split(",")
            by_instance.setdefault(name, []).append([float(x) for x in rest])
    for name, rows in by_instance.items():
        rows = np.array(rows)
        test, came, bands = rows[:, 0] == 1, rows[:, 1], rows[:, 3:].astype(int)
        began = time.process_time()
        encoder = OneHotEncoder(handle_unknown="ignore").fit(bands[~test])
        # The strength of the penalty by five-fold cross-validation of the log loss.
        model = LogisticRegressionCV(Cs=8, cv=5, scoring="neg_log_loss", max_iter=500)
        model.fit(encoder.transform(bands[~test]), came[~test])
        said = model.predict_proba(encoder.transform(bands[test]))[:, 1]
        seconds = time.process_time() - began
        print(json.dumps({
            "instance": name,
            "auc": roc_auc_score(came[test], said),
            "brier": brier_score_loss(came[test], said),
            "log_loss": log_loss(came[test], said),
            "calibration_error": calibration_error(said, came[test]),
            "cpu_seconds": seconds,
        }))


main()
