//! The methods beside statsforecast and statsmodels: `tests/reference/forecast.py` writes what they say.

use rosterwell::forecast::{Ets, decompose, is_seasonal, mstl, seasonal_naive, theta};
use serde::Deserialize;

#[derive(Deserialize)]
struct References {
    cases: Vec<Case>,
    several_seasons: SeveralSeasons,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    season: usize,
    values: Vec<f64>,
    forecast: Forecasts,
    aicc: f64,
    trend: Option<Vec<f64>>,
    seasonal: Option<Vec<f64>>,
}

#[derive(Deserialize)]
struct Forecasts {
    naive: Vec<f64>,
    ets: Vec<f64>,
    theta: Vec<f64>,
    mstl: Option<Vec<f64>>,
}

#[derive(Deserialize)]
struct SeveralSeasons {
    values: Vec<f64>,
    trend: Vec<f64>,
    weekly: Vec<f64>,
    monthly: Vec<f64>,
}

fn references() -> References {
    serde_json::from_str(include_str!("../../reference/forecast.json")).unwrap()
}

/// Greatest distance as a share of the mean absolute value of the reference.
fn distance(found: &[f64], reference: &[f64]) -> f64 {
    assert_eq!(found.len(), reference.len());
    let scale = reference.iter().map(|value| value.abs()).sum::<f64>() / reference.len() as f64;
    let pairs = found.iter().zip(reference);
    pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f64::max) / scale
}

/// Periods ahead of the reference forecasts.
const HORIZON: usize = 12;

#[test]
fn the_naive_forecast_is_theirs() {
    for case in references().cases {
        let ours = seasonal_naive(&case.values, case.season, HORIZON);
        assert!(distance(&ours, &case.forecast.naive) < 1e-9, "{}", case.name);
    }
}

#[test]
fn theta_is_theirs_to_a_thousandth() {
    for case in references().cases {
        let far = distance(&theta(&case.values, case.season, HORIZON), &case.forecast.theta);
        assert!(far < 2e-3, "{}: {far}", case.name);
    }
}

#[test]
fn exponential_smoothing_is_theirs_or_likelier() {
    for case in references().cases {
        let ours = Ets::choose(&case.values, case.season).unwrap();
        let far = distance(&ours.ahead(HORIZON), &case.forecast.ets);
        assert!(far < 0.02, "{}: {far}", case.name);
        // Half a unit of the criterion is no evidence for one form over another; ours keeps its weights in a narrower
        // region, which may cost one or two.
        assert!(
            ours.aicc < case.aicc + 1.5,
            "{}: {} {}",
            case.name,
            ours.aicc,
            case.aicc
        );
    }
}

#[test]
fn decompositions_are_theirs() {
    let (mut decomposed, mut forecast) = (0, 0);
    for case in references().cases {
        if let (Some(trend), Some(seasonal)) = (&case.trend, &case.seasonal) {
            let found = decompose(&case.values, &[case.season]);
            assert!(distance(&found.trend, trend) < 1e-6, "{}", case.name);
            assert!(distance(&found.seasonal[0], seasonal) < 2e-6, "{}", case.name);
            decomposed += 1;
        }
        if let Some(reference) = &case.forecast.mstl {
            let far = distance(&mstl(&case.values, &[case.season], HORIZON).unwrap(), reference);
            assert!(far < 0.012, "{}: {far}", case.name);
            forecast += 1;
        }
    }
    assert_eq!((decomposed, forecast), (6, 6));
    let several = references().several_seasons;
    let found = decompose(&several.values, &[7, 28]);
    assert!(distance(&found.trend, &several.trend) < 1e-6);
    assert!(distance(&found.seasonal[0], &several.weekly) < 2e-6);
    assert!(distance(&found.seasonal[1], &several.monthly) < 2e-6);
}

#[test]
fn seasons_are_seen_where_they_are() {
    for case in references().cases.iter().filter(|case| case.season > 1) {
        let expected = !["weekly short", "counts with zeros"].contains(&case.name.as_str());
        assert_eq!(is_seasonal(&case.values, case.season), expected, "{}", case.name);
    }
}
