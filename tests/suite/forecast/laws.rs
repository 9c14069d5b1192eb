//! What holds for every history.

use proptest::prelude::*;
use rosterwell::forecast::{Run, Series, decompose, leveled, points};

fn history() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0u32..400, 12..90).prop_map(|counts| counts.into_iter().map(f64::from).collect())
}

fn close(a: &[f64], b: &[f64], tolerance: f64) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= tolerance)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn forecasts_are_finite_and_never_negative(values in history(), season in 1usize..20, horizon in 1usize..27) {
        let seasons: Vec<usize> = (season > 1).then_some(season).into_iter().collect();
        let found = points(&values, &seasons, horizon);
        prop_assert!(found.mean.iter().all(|value| value.is_finite() && *value >= 0.0));
        prop_assert_eq!(found.mean.len(), horizon);
    }

    #[test]
    fn a_constant_is_continued(value in 0u32..1_000, count in 8usize..60) {
        let value = f64::from(value);
        let found = points(&vec![value; count], &[12], 6);
        prop_assert_eq!(found.mean, vec![value; 6]);
    }

    #[test]
    fn another_unit_gives_the_same_forecast_in_it(values in history()) {
        // A power of two changes no digit, so that every search takes the same way.
        let fourfold: Vec<f64> = values.iter().map(|value| value * 4.0).collect();
        let (one, other) = (points(&values, &[], 6), points(&fourfold, &[], 6));
        let scaled: Vec<f64> = one.mean.iter().map(|value| value * 4.0).collect();
        prop_assert_eq!(other.mean, scaled);
    }

    #[test]
    fn the_parts_of_a_decomposition_scale_and_shift_with_it(values in history(), shift in 0u32..1_000) {
        prop_assume!(values.len() >= 24);
        let moved: Vec<f64> = values.iter().map(|value| 2.0 * value + f64::from(shift)).collect();
        let (one, other) = (decompose(&values, &[6]), decompose(&moved, &[6]));
        let trend: Vec<f64> = one.trend.iter().map(|value| 2.0 * value + f64::from(shift)).collect();
        let seasonal: Vec<f64> = one.seasonal[0].iter().map(|value| 2.0 * value).collect();
        prop_assert!(close(&other.trend, &trend, 1e-6));
        prop_assert!(close(&other.seasonal[0], &seasonal, 1e-6));
    }

    #[test]
    fn a_sudden_change_of_level_is_evened_out(level in 20u32..200, up in any::<bool>(), at in 20usize..44) {
        // Small waves of five periods, twice as high or half as high from some period on.
        let factor = if up { 2.0 } else { 0.5 };
        let wave = [0.0, 1.0, -1.0, 0.5, -0.5];
        let value = |period: usize| f64::from(level) * (1.0 + 0.02 * wave[period % 5]);
        let values: Vec<f64> = (0..64).map(|period| value(period) * if period < at { 1.0 } else { factor }).collect();
        let (even, shifts) = leveled(&values, &[]);
        prop_assert_eq!(shifts.len(), 1);
        prop_assert_eq!(shifts[0].at, at);
        let expected: Vec<f64> = (0..64).map(|period| value(period) * factor).collect();
        prop_assert!(close(&even, &expected, 0.05 * f64::from(level) * factor));
    }

    #[test]
    fn bands_hold_each_other_and_the_forecast(values in history(), horizon in 1usize..27) {
        let series = Series { values, ..Series::default() };
        let found = Run::new(vec![series], horizon).unwrap().finish();
        for step in 1..=horizon {
            let at = |p| found.quantile(0, step, p);
            let point = found.each[0].points.mean[step - 1];
            prop_assert!(at(0.025) <= at(0.1) && at(0.1) <= at(0.5) && at(0.5) <= at(0.9) && at(0.9) <= at(0.975));
            prop_assert_eq!(at(0.5), point);
            prop_assert!(at(0.025) >= 0.0);
        }
    }
}

#[test]
fn climbing_and_wandering_are_no_changes_of_level() {
    let climbing: Vec<f64> = (0..80)
        .map(|at| 50.0 + 2.0 * f64::from(at) + f64::from(at * 7 % 5))
        .collect();
    assert!(leveled(&climbing, &[]).1.is_empty());
    let mut rng = rosterwell::rng::Rng::new(3);
    let mut found = 0;
    for _ in 0..40 {
        let mut level = 500.0;
        let wandering: Vec<f64> = (0..80)
            .map(|_| {
                level += 5.0 * rng.normal();
                level
            })
            .collect();
        found += leveled(&wandering, &[]).1.len();
    }
    assert!(found <= 2, "{found} of 40 walks have a change of level");
}
