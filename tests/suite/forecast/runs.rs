//! Forecasts of several series: refusals, intervals that hold, paths that fit, the same bytes.

use rosterwell::forecast::{Paths, Run, Series};
use rosterwell::rng::Rng;
use rosterwell::stats::{mase, mean, quantile};

use crate::referrals;

fn plain(values: Vec<f64>) -> Series {
    Series {
        values,
        ..Series::default()
    }
}

#[test]
fn what_cannot_be_forecast_is_refused() {
    let good = || plain(vec![3.0; 12]);
    for (series, horizon, code, path) in [
        (vec![good()], 0, "forecast.horizon", "horizon"),
        (vec![good()], 29, "forecast.horizon", "horizon"),
        (
            vec![good(), plain(vec![1.0; 7])],
            4,
            "forecast.short_history",
            "series[1]",
        ),
        (vec![plain(vec![])], 4, "forecast.short_history", "series[0]"),
        (
            vec![plain([vec![1.0; 9], vec![-1.0]].concat())],
            4,
            "forecast.not_an_amount",
            "series[0]",
        ),
        (
            vec![plain([vec![1.0; 9], vec![f64::NAN]].concat())],
            4,
            "forecast.not_an_amount",
            "series[0]",
        ),
        (
            vec![plain([vec![1.0; 9], vec![1e300]].concat())],
            4,
            "forecast.not_an_amount",
            "series[0]",
        ),
        (
            vec![Series {
                seasons: vec![1],
                ..good()
            }],
            4,
            "forecast.wrong_season",
            "series[0]",
        ),
    ] {
        let error = Run::new(series, horizon).unwrap_err();
        assert_eq!((error.code.as_str(), error.path.as_str()), (code, path));
    }
    assert!(Run::new(Vec::new(), 4).unwrap().finish().each.is_empty());
}

#[test]
fn a_short_history_widens_and_says_so() {
    // Eight periods: nothing to try the forecast on.
    let found = Run::new(vec![plain(vec![10.0, 12.0, 9.0, 11.0, 10.0, 13.0, 8.0, 11.0])], 3)
        .unwrap()
        .finish();
    let said = found.ahead(0, 0, "week");
    assert_eq!(said.widened_from, Some(0));
    assert!(said.backtest.words.contains("too short"), "{}", said.backtest.words);
    assert!(said.fan.p90[0] - said.fan.p10[0] >= 10.0);
    // Twenty periods reach ten ahead; beyond, the band grows with the root of the step.
    let values = (0..20).map(|at| 50.0 + f64::from(at * 13 % 7)).collect();
    let found = Run::new(vec![plain(values)], 20).unwrap().finish();
    let reach = found.pool.reach();
    assert!((8..=10).contains(&reach), "{reach}");
    let half = |step| found.width(0, step, 0.8).half;
    assert!((half(20) / half(reach) - (20.0 / reach as f64).sqrt()).abs() < 1e-12);
    assert!(found.width(0, reach + 1, 0.8).widened && !found.width(0, 1, 0.5).widened);
    assert!(
        found
            .ahead(0, 0, "week")
            .basis
            .contains("mean of exponential smoothing and Theta")
    );
}

#[test]
fn half_of_a_holiday_week_is_half_a_forecast() {
    let mut calendar = vec![1.0; 44];
    let mut values: Vec<f64> = (0..40).map(|at| 40.0 + f64::from(at * 11 % 5)).collect();
    for at in [7, 19, 33] {
        calendar[at] = 0.5;
        values[at] *= 0.5;
    }
    // Nothing was open: it says nothing about demand.
    (calendar[25], values[25]) = (0.0, 0.0);
    calendar[41] = 0.5;
    let series = Series {
        values,
        calendar,
        seasons: Vec::new(),
    };
    let found = Run::new(vec![series], 4).unwrap().finish();
    let point = &found.each[0].points.mean;
    assert!((point[0] - 42.0).abs() < 2.0, "{point:?}");
    assert!((point[1] - 21.0).abs() < 1.0, "{point:?}");
}

#[test]
fn intervals_hold_what_they_promise_on_known_chance() {
    // Twenty series of pure chance, five moments each: 80 % of what comes lies within, give or take.
    let mut rng = Rng::new(11);
    let all: Vec<Vec<f64>> = (0..20)
        .map(|_| (0..80).map(|_| f64::from(rng.poisson(25.0))).collect())
        .collect();
    let (mut inside, mut outside95, mut count) = (0, 0, 0);
    for end in [60, 64, 68, 72, 76] {
        let known = all.iter().map(|values| plain(values[..end].to_vec()));
        let found = Run::new(known.collect(), 4).unwrap().finish();
        for (series, values) in all.iter().enumerate() {
            for step in 1..=4 {
                let came = values[end + step - 1];
                let within =
                    |p: f64| came >= found.quantile(series, step, p) && came <= found.quantile(series, step, 1.0 - p);
                inside += usize::from(within(0.1));
                outside95 += usize::from(!within(0.025));
                count += 1;
            }
        }
    }
    let share = inside as f64 / count as f64;
    assert!((0.74..=0.86).contains(&share), "{share}");
    assert!((outside95 as f64 / count as f64) < 0.09, "{outside95} of {count}");
}

#[test]
fn made_up_referrals_are_forecast_better_than_by_repeating() {
    let made = referrals::all(5);
    let history = |values: &[f64]| values[..234].to_vec();
    let series = made.iter().take(12).map(|made| Series {
        values: history(&made.values),
        seasons: vec![52],
        calendar: Vec::new(),
    });
    let found = Run::new(series.collect(), 26).unwrap().finish();
    let scores = |naive: bool| {
        let scored = made.iter().zip(&found.each).filter_map(|(made, one)| {
            let said = if naive { &one.points.naive } else { &one.points.mean };
            mase(&history(&made.values), 52, &made.values[234..], said)
        });
        mean(&scored.collect::<Vec<_>>()).unwrap()
    };
    let (ours, naive) = (scores(false), scores(true));
    assert!(ours < 0.95 * naive && ours < 1.0, "{ours} {naive}");
    // The same forecast says so of its own past.
    let gains: Vec<f64> = found.each.iter().filter_map(|one| one.backtest.gain()).collect();
    assert!(mean(&gains).unwrap() > 0.05, "{gains:?}");
}

fn paths_of(values: Vec<Vec<f64>>, horizon: usize, seed: u64) -> (rosterwell::forecast::Outlooks, Paths) {
    let found = Run::new(values.into_iter().map(plain).collect(), horizon)
        .unwrap()
        .finish();
    let paths = Paths::draw(&found, 200, seed);
    (found, paths)
}

#[test]
fn paths_have_the_bands_as_quantiles_and_sums_of_their_own() {
    let mut rng = Rng::new(4);
    let mut chance = || -> Vec<f64> { (0..60).map(|_| f64::from(rng.poisson(40.0))).collect() };
    let (found, paths) = paths_of(vec![chance(), chance()], 8, 9);
    let first = paths.weighted(&[(0, 1.0)]);
    for step in 0..8 {
        let values: Vec<f64> = first.iter().map(|path| path[step]).collect();
        for p in [0.1, 0.5, 0.9] {
            let (drawn, said) = (quantile(&values, p).unwrap(), found.quantile(0, step + 1, p));
            assert!((drawn - said).abs() < 1.5, "step {step}, {p}: {drawn} is not {said}");
        }
    }
    // Pure chance evens out over the weeks: the band of the sum is narrower than the sum of the bands.
    let sums: Vec<f64> = first.iter().map(|path| path.iter().sum()).collect();
    let width = quantile(&sums, 0.9).unwrap() - quantile(&sums, 0.1).unwrap();
    let widths: f64 = (1..=8)
        .map(|step| found.quantile(0, step, 0.9) - found.quantile(0, step, 0.1))
        .sum();
    assert!(width < 0.9 * widths, "{width} of {widths}");
    // Sums over series are sums of the same paths.
    let (second, both) = (paths.weighted(&[(1, 2.0)]), paths.weighted(&[(0, 1.0), (1, 2.0)]));
    for (path, both) in both.iter().enumerate() {
        assert!((0..8).all(|step| (first[path][step] + second[path][step] - both[step]).abs() < 1e-9));
    }
}

#[test]
fn what_goes_wrong_together_does_so_in_the_paths() {
    // Two services whose surprises are the same: their sum has nearly twice the band of one.
    let mut rng = Rng::new(8);
    let one: Vec<f64> = (0..70).map(|_| 60.0 + 10.0 * rng.normal()).collect();
    let (_, paths) = paths_of(vec![one.clone(), one], 6, 2);
    let width = |weights: &[(usize, f64)]| {
        let values: Vec<f64> = paths.weighted(weights).iter().map(|path| path[2]).collect();
        quantile(&values, 0.9).unwrap() - quantile(&values, 0.1).unwrap()
    };
    let ratio = width(&[(0, 1.0), (1, 1.0)]) / width(&[(0, 1.0)]);
    assert!(ratio > 1.6, "{ratio}");
}

#[test]
fn the_same_seed_gives_the_same_bits() {
    let made = || {
        referrals::all(2)
            .into_iter()
            .take(4)
            .map(|made| made.values[..120].to_vec())
            .collect()
    };
    let (one, first) = paths_of(made(), 13, 7);
    let (other, second) = paths_of(made(), 13, 7);
    assert_eq!(first, second);
    assert_ne!(first, Paths::draw(&other, 200, 8));
    for (one, other) in one.each.iter().zip(&other.each) {
        assert_eq!(one.points, other.points);
    }
    // However the steps are cut up.
    let mut run = Run::new(made().into_iter().map(plain).collect(), 13).unwrap();
    run.advance();
    let done = run.progress();
    assert_eq!(
        (done.0, run.finish().each[0].points.mean.clone()),
        (1, one.each[0].points.mean.clone())
    );
}
