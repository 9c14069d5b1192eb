//! From bands to probabilities: one chain of three outcomes, each from the model, from the clinic's rate by service, or
//! not at all.

use serde::Serialize;

use super::bands::{AttendanceFactor, Bands, FACTORS};
use super::fit::{Fit, log_odds, probability};
use super::history::Visit;
use crate::model::calendar::DAY_MIN;
use crate::model::outcome::Class;
use crate::stats::Z95;

/// What may keep a visit from taking place. Each is asked of those that the ones before have left: the chain of
/// continuation ratios (Fienberg 1980, The Analysis of Cross-Classified Categorical Data, section 6.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AttendanceOutcome {
    /// The clinic or the payer cancels, or nobody comes by the clinic's fault.
    ProviderCancel,
    /// The patient cancels with less notice than the setting.
    LateCancel,
    /// The patient does not come.
    NoShow,
}

impl AttendanceOutcome {
    /// All, in the order of the chain.
    pub const ALL: [Self; 3] = [Self::ProviderCancel, Self::LateCancel, Self::NoShow];

    /// Whether it happened to a visit of this class; `None` if the visit was lost before, or given back early.
    pub(super) fn happened(self, class: Class) -> Option<bool> {
        let by_clinic = matches!(class, Class::ProviderCancel | Class::Missed);
        match (self, class) {
            (_, Class::EarlyCancel | Class::Open | Class::Unresolved) => None,
            (Self::ProviderCancel, _) => Some(by_clinic),
            _ if by_clinic => None,
            (Self::LateCancel, class) => Some(class == Class::LateCancel),
            (Self::NoShow, Class::LateCancel) => None,
            (Self::NoShow, class) => Some(class == Class::NoShow),
        }
    }
}

/// Visits that stand for the clinic's rate in the rate of a service: as many of its own count as much. Our choice.
const SERVICE_PRIOR: f64 = 20.0;

/// The clinic's rate by service, pulled to the rate of the whole clinic (Efron and Morris 1975, J Am Stat Assoc 70:311,
/// doi:10.1080/01621459.1975.10479864, with a fixed weight).
#[derive(Debug, Clone)]
pub(super) struct Baseline {
    /// Rate and the number of visits that it rests on, for services without visits.
    all: (f64, f64),
    by_service: Vec<(f64, f64)>,
}

impl Baseline {
    /// The rates of visits; `None` without visits.
    pub(super) fn new(visits: &[(&Visit, bool)], services: usize) -> Option<Self> {
        let all = visits.len() as f64;
        let hits = visits.iter().filter(|(_, happened)| *happened).count() as f64;
        // Half a visit of each kind keeps a rate off 0 and 1 (Krichevsky and Trofimov 1981).
        let rate = (!visits.is_empty()).then(|| (hits + 0.5) / (all + 1.0))?;
        let mut counts = vec![(0.0, 0.0); services];
        for (visit, happened) in visits {
            let count = &mut counts[visit.service];
            count.1 += 1.0;
            count.0 += f64::from(u8::from(*happened));
        }
        let of_service = |(hits, own): (f64, f64)| {
            let weight = own + SERVICE_PRIOR.min(all);
            ((hits + SERVICE_PRIOR.min(all) * rate) / weight, weight)
        };
        Some(Self {
            all: (rate, all),
            by_service: counts.into_iter().map(of_service).collect(),
        })
    }

    pub(super) fn rate(&self, service: usize) -> f64 {
        self.of(service).0
    }

    fn of(&self, service: usize) -> (f64, f64) {
        self.by_service.get(service).copied().unwrap_or(self.all)
    }

    /// Standard error of the log odds of a rate, by the delta method.
    fn spread(&self, service: usize) -> f64 {
        let (rate, n) = self.of(service);
        1.0 / libm::sqrt(n * rate * (1.0 - rate))
    }
}

/// Recalibration: log odds become `shift + slope * log odds` (Cox 1958, Biometrika 45:562, doi:10.1093/biomet/45.3-4.562).
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Recalibration {
    /// Added to the log odds.
    pub shift: f64,
    /// Factor of the log odds; 1 unless there are outcomes enough to tell.
    pub slope: f64,
    /// Outcomes of the recent weeks that it was found from.
    pub n: u32,
}

/// Recent outcomes needed to shift, and to change the slope too. Our choice; the second as in the insight that an isotonic
/// curve wants as many.
const SHIFT_FROM: usize = 200;
const SLOPE_FROM: usize = 2_000;
/// Standard deviations of the priors of shift (mean 0) and slope (mean 1). Our choice: a month seldom moves odds by more
/// than half.
const PRIOR_SD: (f64, f64) = (0.4, 0.2);

impl Recalibration {
    const NONE: Self = Self {
        shift: 0.0,
        slope: 1.0,
        n: 0,
    };

    /// Finds it from log odds and what happened in recent weeks, in order of time with the day of each, by Newton's method
    /// with normal priors; what chance alone would bring is taken off (Efron and Morris 1975). Outcomes of one day that go together (a sick clinician) count for less, by their
    /// overdispersion (Rao and Scott 1992, Biometrics 48:577, doi:10.2307/2532311).
    pub(super) fn new(recent: &[(f64, bool, i32)]) -> Self {
        if recent.len() < SHIFT_FROM {
            return Self::NONE;
        }
        let events = recent.iter().filter(|row| row.1).count();
        let sloped = recent.len() >= SLOPE_FROM && events >= 100;
        let spread_of_days = overdispersion(recent);
        let precision = |sd: f64| spread_of_days / (sd * sd);
        let weight = (precision(PRIOR_SD.0), if sloped { precision(PRIOR_SD.1) } else { 1e12 });
        // Around the mean, shift and slope hardly depend on each other.
        let center = recent.iter().map(|row| row.0).sum::<f64>() / recent.len() as f64;
        let (mut shift, mut tilt, mut variances) = (0.0, 0.0, (0.0, 0.0));
        for _ in 0..50 {
            let (mut g0, mut g1) = (-weight.0 * shift, -weight.1 * tilt);
            let (mut h00, mut h01, mut h11) = (weight.0, 0.0, weight.1);
            for &(x, happened, _) in recent {
                let off = x - center;
                let p = probability(x + shift + tilt * off);
                let (rest, spread) = (f64::from(u8::from(happened)) - p, p * (1.0 - p));
                (g0, g1) = (g0 + rest, g1 + rest * off);
                (h00, h01, h11) = (h00 + spread, h01 + spread * off, h11 + spread * off * off);
            }
            let determinant = h00 * h11 - h01 * h01;
            let (a, b) = ((h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant);
            (shift, tilt) = (shift + a, tilt + b);
            variances = (spread_of_days * h11 / determinant, spread_of_days * h00 / determinant);
            if libm::fabs(a) + libm::fabs(b) < 1e-10 {
                break;
            }
        }
        let (shift, tilt) = (beyond_chance(shift, variances.0), beyond_chance(tilt, variances.1));
        Self {
            shift: shift - tilt * center,
            slope: 1.0 + tilt,
            n: recent.len() as u32,
        }
    }
}

/// What is left of a change when as much as chance alone brings is taken off: the positive part of James and Stein's rule,
/// as its variance is guessed from it alone. A month like the others changes next to nothing, a drift comes through.
fn beyond_chance(change: f64, variance: f64) -> f64 {
    change * (1.0 - variance / (change * change).max(1e-300)).max(0.0)
}

/// Variance of the sums of a day over what independent outcomes would have; at least 1.
fn overdispersion(recent: &[(f64, bool, i32)]) -> f64 {
    let (mut found, mut expected) = (0.0, 0.0);
    for day in recent.chunk_by(|a, b| a.2 == b.2) {
        let mut sum = 0.0;
        for &(x, happened, _) in day {
            let p = probability(x);
            sum += f64::from(u8::from(happened)) - p;
            expected += p * (1.0 - p);
        }
        found += sum * sum;
    }
    (found / expected.max(1e-12)).max(1.0)
}

/// A fitted model of one outcome.
#[derive(Debug, Clone)]
pub(super) struct Model {
    pub(super) fit: Fit,
    pub(super) recalibration: Recalibration,
}

/// Rows and whether the outcome happened to them.
pub(super) fn rows_of(visits: &[Visit], outcome: AttendanceOutcome) -> Vec<(&Visit, bool)> {
    let asked = visits.iter();
    asked
        .filter_map(|visit| Some((visit, outcome.happened(visit.class)?)))
        .collect()
}

impl Model {
    /// Learns from older visits and recalibrates on recent ones; from both at once if the recent ones are few.
    pub(super) fn new(older: &[(&Visit, bool)], recent: &[(&Visit, bool)], sizes: &[usize; FACTORS]) -> Option<Self> {
        let bands = |rows: &[(&Visit, bool)]| -> Vec<(Bands, bool)> {
            rows.iter().map(|&(visit, happened)| (visit.bands, happened)).collect()
        };
        let mut rows = bands(older);
        if recent.len() < SHIFT_FROM {
            rows.extend(bands(recent));
        }
        let fit = Fit::new(&rows, sizes)?;
        let said: Vec<(f64, bool, i32)> = recent
            .iter()
            .map(|&(visit, happened)| (fit.log_odds(&visit.bands), happened, visit.start.div_euclid(DAY_MIN)))
            .collect();
        Some(Self {
            recalibration: Recalibration::new(&said),
            fit,
        })
    }

    /// Log odds after recalibration.
    fn log_odds(&self, bands: &Bands) -> f64 {
        self.recalibration.shift + self.recalibration.slope * self.fit.log_odds(bands)
    }

    pub(super) fn probability(&self, bands: &Bands) -> f64 {
        probability(self.log_odds(bands))
    }

    /// What a band adds to the log odds, compared with the mean of the visits that were learned from.
    pub(super) fn effect(&self, factor: usize, band: u16) -> f64 {
        self.recalibration.slope * (self.fit.weight(factor, band) - self.fit.means[factor])
    }

    /// Log odds of a visit whose every band is the mean.
    fn base(&self) -> f64 {
        let mean = self.fit.intercept() + self.fit.means.iter().sum::<f64>();
        self.recalibration.shift + self.recalibration.slope * mean
    }
}

/// Where a probability comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AttendanceSource {
    /// The additive model: on the last part of the history it was better than the rate by service.
    Model,
    /// The clinic's rate by service.
    Baseline,
    /// There is no history to tell from.
    Nothing,
}

/// What one factor adds to a score.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Contribution {
    /// Id of the factor.
    pub factor: &'static str,
    /// The band that the visit is in.
    pub band: String,
    /// Log odds added, compared with the mean visit.
    pub log_odds: f64,
}

/// The chance of one outcome for one visit, with what it is made of.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AttendanceScore {
    /// Which outcome.
    pub outcome: AttendanceOutcome,
    /// Where it comes from.
    pub source: AttendanceSource,
    /// Its chance among visits that are not lost before in the chain.
    pub probability: f64,
    /// 95 % interval of the chance: the doubt about the weights, not about what this one visit will bring.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Log odds of the mean visit; with all contributions it sums to the log odds of the probability.
    pub base_log_odds: f64,
    /// One for each factor; none where the rate by service is used.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contributions: Vec<Contribution>,
}

/// How one outcome is predicted.
pub(super) enum Predictor {
    Model(Box<Model>),
    Baseline(Baseline),
    Nothing,
}

impl Predictor {
    pub(super) fn source(&self) -> AttendanceSource {
        match self {
            Self::Model(_) => AttendanceSource::Model,
            Self::Baseline(_) => AttendanceSource::Baseline,
            Self::Nothing => AttendanceSource::Nothing,
        }
    }

    pub(super) fn probability(&self, service: usize, bands: &Bands) -> Option<f64> {
        match self {
            Self::Model(model) => Some(model.probability(bands)),
            Self::Baseline(baseline) => Some(baseline.rate(service)),
            Self::Nothing => None,
        }
    }

    /// The score of a visit, with its contributions if they are wanted.
    pub(super) fn score(
        &self,
        outcome: AttendanceOutcome,
        service: usize,
        bands: &Bands,
        factors: Option<&[AttendanceFactor]>,
    ) -> Option<AttendanceScore> {
        let (middle, spread) = match self {
            Self::Model(model) => {
                let spread = libm::sqrt(model.fit.variance(bands));
                (model.log_odds(bands), libm::fabs(model.recalibration.slope) * spread)
            }
            Self::Baseline(baseline) => (log_odds(baseline.rate(service)), baseline.spread(service)),
            Self::Nothing => return None,
        };
        let mut score = AttendanceScore {
            outcome,
            source: self.source(),
            probability: probability(middle),
            low: probability(middle - Z95 * spread),
            high: probability(middle + Z95 * spread),
            base_log_odds: middle,
            contributions: Vec::new(),
        };
        if let (Self::Model(model), Some(factors)) = (self, factors) {
            score.base_log_odds = model.base();
            let all = factors.iter().zip(bands).enumerate();
            score.contributions = all
                .map(|(at, (factor, &band))| Contribution {
                    factor: factor.id,
                    band: factor.bands.get(usize::from(band)).cloned().unwrap_or_default(),
                    log_odds: model.effect(at, band),
                })
                .collect();
        }
        Some(score)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;

    #[test]
    fn the_chain_asks_only_those_who_are_left() {
        use AttendanceOutcome::{LateCancel, NoShow, ProviderCancel};
        for (class, provider, late, no_show) in [
            (Class::Completed, Some(false), Some(false), Some(false)),
            (Class::NoShow, Some(false), Some(false), Some(true)),
            (Class::LateCancel, Some(false), Some(true), None),
            (Class::ProviderCancel, Some(true), None, None),
            (Class::Missed, Some(true), None, None),
            (Class::EarlyCancel, None, None, None),
            (Class::Unresolved, None, None, None),
        ] {
            let found = [ProviderCancel, LateCancel, NoShow].map(|outcome| outcome.happened(class));
            assert_eq!(found, [provider, late, no_show], "{class:?}");
        }
    }

    #[test]
    fn recalibration_finds_a_drift() {
        let mut rng = Rng::new(5);
        let draw = |rng: &mut Rng, shift: f64, slope: f64| {
            let x = -1.4 + 0.8 * rng.normal();
            (
                x,
                rng.chance(probability(shift + slope * x)),
                rng.below(1_000_000) as i32,
            )
        };
        let rows: Vec<_> = (0..20_000).map(|_| draw(&mut rng, -0.3, 0.7)).collect();
        let found = Recalibration::new(&rows);
        assert!(
            (found.shift + 0.3).abs() < 0.1 && (found.slope - 0.7).abs() < 0.08,
            "{found:?}"
        );
        let few = Recalibration::new(&rows[..500]);
        assert!((few.slope - 1.0).abs() < 1e-6 && few.shift.abs() < 0.5, "{few:?}");
        assert_eq!(Recalibration::new(&rows[..100]).n, 0);
    }
}
