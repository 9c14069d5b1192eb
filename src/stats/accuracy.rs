//! How good forecasts and predicted probabilities were, from pairs of what was said and what came.

use crate::order::Arrange;

/// Weighted absolute percentage error: sum of |actual - forecast| over sum of actual. `None` if the actual sum is not
/// positive or the lengths differ.
///
/// # References
/// Kolassa and Schütz 2007, Foresight 6:40 (as the MAD/mean ratio).
pub fn wape(actual: &[f64], forecast: &[f64]) -> Option<f64> {
    let total: f64 = actual.iter().sum();
    (actual.len() == forecast.len() && total > 0.0).then(|| absolute_error(actual, forecast) / total)
}

/// Mean absolute scaled error: the mean absolute error over that of the seasonal-naive forecast on `history` with
/// this `season` (1 = last value). `None` if the history is too short or never changes from season to season.
///
/// # References
/// Hyndman and Koehler 2006, Int J Forecasting 22:679, doi:10.1016/j.ijforecast.2006.03.001.
pub fn mase(history: &[f64], season: usize, actual: &[f64], forecast: &[f64]) -> Option<f64> {
    if season == 0 || history.len() <= season || actual.is_empty() || actual.len() != forecast.len() {
        return None;
    }
    let naive = absolute_error(&history[season..], &history[..history.len() - season]);
    let scale = naive / (history.len() - season) as f64;
    (scale > 0.0).then(|| absolute_error(actual, forecast) / actual.len() as f64 / scale)
}

/// The share of actual values within their interval (low, high), bounds included. `None` of nothing.
pub fn coverage(actual: &[f64], intervals: &[(f64, f64)]) -> Option<f64> {
    let inside = actual
        .iter()
        .zip(intervals)
        .filter(|(x, (low, high))| (low..=high).contains(x));
    (!actual.is_empty() && actual.len() == intervals.len()).then(|| inside.count() as f64 / actual.len() as f64)
}

fn absolute_error(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).abs()).sum()
}

/// The Brier score: mean squared difference of predicted probability and outcome, 0 = perfect. `None` of nothing.
///
/// # References
/// Brier 1950, Mon Weather Rev 78:1, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2.
pub fn brier(predictions: &[(f64, bool)]) -> Option<f64> {
    let squares: Vec<f64> = predictions
        .iter()
        .map(|&(p, came)| (p - f64::from(u8::from(came))) * (p - f64::from(u8::from(came))))
        .collect();
    super::mean(&squares)
}

/// What one prediction costs: the negative log of the probability that was given to what came. Probabilities are held
/// within 1e-12 of 0 and 1, so that one certain and wrong prediction does not hide all others.
///
/// # References
/// Good 1952, J R Stat Soc B 14:107, doi:10.1111/j.2517-6161.1952.tb00104.x.
pub fn log_loss((p, came): (f64, bool)) -> f64 {
    let said = if came { p } else { 1.0 - p };
    -libm::log(said.clamp(1e-12, 1.0))
}

/// The area under the receiver operating characteristic: the chance that of one that came true and one that did not the
/// first had the larger probability; ties count half. `None` unless there are both.
///
/// # References
/// Hanley and McNeil 1982, Radiology 143:29, doi:10.1148/radiology.143.1.7063747.
pub fn auc(predictions: &[(f64, bool)]) -> Option<f64> {
    let mut ordered = predictions.to_vec();
    ordered.arrange_by(|a, b| a.0.total_cmp(&b.0));
    let (mut below, mut wins, mut hits) = (0_u64, 0_u64, 0_u64);
    for equal in ordered.chunk_by(|a, b| a.0 == b.0) {
        let came = equal.iter().filter(|prediction| prediction.1).count() as u64;
        let not = equal.len() as u64 - came;
        // In halves, so that the count is exact.
        wins += came * (2 * below + not);
        (below, hits) = (below + not, hits + came);
    }
    (hits > 0 && below > 0).then(|| wins as f64 / 2.0 / (hits as f64 * below as f64))
}

/// Predictions of one tenth of the scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReliabilityBin {
    /// Number of predictions.
    pub n: usize,
    /// Their mean.
    pub predicted: f64,
    /// The share that came true.
    pub observed: f64,
}

/// How far predicted probabilities are from what came true.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// The n-weighted mean distance of predicted and observed over the bins.
    pub expected_error: f64,
    /// The bins that hold predictions, from low to high.
    pub bins: Vec<ReliabilityBin>,
}

/// Calibration by deciles: predictions in order of size, cut into ten parts of almost equal number. Equal predictions
/// stay together, in the part of their middle rank. `None` of nothing.
///
/// # References
/// Naeini, Cooper and Hauskrecht 2015 (AAAI), expected calibration error, here with equal-frequency bins.
pub fn calibration(predictions: &[(f64, bool)]) -> Option<Calibration> {
    if predictions.is_empty() {
        return None;
    }
    let mut ordered = predictions.to_vec();
    ordered.arrange_by(|a, b| a.0.total_cmp(&b.0));
    let mut parts: [Vec<(f64, bool)>; 10] = Default::default();
    let mut first = 0;
    for equal in ordered.chunk_by(|a, b| a.0 == b.0) {
        let decile = (2 * first + equal.len()) * 10 / (2 * ordered.len());
        parts[decile.min(9)].extend(equal);
        first += equal.len();
    }
    let bins: Vec<ReliabilityBin> = parts
        .iter()
        .filter(|part| !part.is_empty())
        .map(|part| reliability(part))
        .collect();
    let error: f64 = bins
        .iter()
        .map(|bin| bin.n as f64 * (bin.predicted - bin.observed).abs())
        .sum();
    Some(Calibration {
        expected_error: error / ordered.len() as f64,
        bins,
    })
}

fn reliability(part: &[(f64, bool)]) -> ReliabilityBin {
    let n = part.len();
    ReliabilityBin {
        n,
        predicted: part.iter().map(|&(p, _)| p).sum::<f64>() / n as f64,
        observed: part.iter().filter(|&&(_, came)| came).count() as f64 / n as f64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: Option<f64>, b: f64) {
        assert!(a.is_some_and(|a| (a - b).abs() < 1e-12), "{a:?} is not {b}");
    }

    #[test]
    fn forecasts_by_hand() {
        near(wape(&[10.0, 20.0, 30.0], &[12.0, 18.0, 33.0]), 7.0 / 60.0);
        assert_eq!(wape(&[0.0], &[1.0]), None);
        assert_eq!(wape(&[1.0], &[]), None);
        // History 1, 3, 6: steps of 2 and 3, scale 2.5; one miss of 5.
        near(mase(&[1.0, 3.0, 6.0], 1, &[10.0], &[5.0]), 2.0);
        assert_eq!(mase(&[4.0, 4.0], 1, &[1.0], &[2.0]), None);
        near(
            coverage(&[1.0, 2.0, 3.0, 9.0], &[(1.0, 2.0), (0.0, 4.0), (0.0, 3.0), (0.0, 8.0)]),
            0.75,
        );
    }

    #[test]
    fn what_cannot_be_compared_has_no_error() {
        assert_eq!(wape(&[1.0], &[]), None);
        assert_eq!(wape(&[0.0], &[1.0]), None);
        for (history, season, actual, forecast) in [
            (&[1.0, 2.0][..], 0, &[1.0][..], &[1.0][..]),
            (&[1.0, 2.0], 2, &[1.0], &[1.0]),
            (&[1.0, 2.0], 1, &[], &[]),
            (&[1.0, 2.0], 1, &[1.0], &[1.0, 2.0]),
            (&[2.0, 2.0], 1, &[1.0], &[1.0]),
        ] {
            assert_eq!(mase(history, season, actual, forecast), None, "{history:?} {season}");
        }
        assert_eq!(coverage(&[1.0], &[]), None);
        assert_eq!(coverage(&[], &[]), None);
    }

    #[test]
    fn discrimination_by_hand() {
        // Four pairs: three are right, one is a tie.
        near(auc(&[(0.1, false), (0.4, true), (0.4, false), (0.8, true)]), 0.875);
        near(auc(&[(0.9, false), (0.1, true)]), 0.0);
        assert_eq!(auc(&[(0.5, true)]), None);
        assert!((log_loss((0.25, true)) - libm::log(4.0)).abs() < 1e-12);
        assert!(log_loss((1.0, false)) < 28.0);
    }

    #[test]
    fn predictions_by_hand() {
        near(brier(&[(0.8, true), (0.4, false)]), 0.1);
        assert_eq!(brier(&[]), None);
        // Two values in twenty predictions: 0.2 comes true 3 times in 10, 0.7 6 times in 10; both miss by a tenth.
        let predictions: Vec<(f64, bool)> = (0..10).flat_map(|i| [(0.7, i < 6), (0.2, i < 3)]).collect();
        let found = calibration(&predictions).unwrap();
        assert_eq!(found.bins.iter().map(|bin| bin.n).collect::<Vec<_>>(), [10, 10]);
        near(Some(found.expected_error), 0.1);
        assert_eq!(calibration(&[]), None);
    }
}
