//! How many arrive on a day: Poisson, or negative binomial where days differ more than by chance; by weekday where
//! weekdays differ more than by chance.
//!
//! A rate is learned from few days, so the next day varies by chance and because the rate itself is not known. With
//! Jeffreys' prior the number of arrivals of a Poisson rate learned from `s` arrivals in `n` days is negative binomial of
//! mean (s + 1/2) / n and size s + 1/2 (Bernardo and Smith 1994, Bayesian Theory, 5.2); where days are overdispersed, the
//! variance of the mean is added to theirs by moments.

/// Days that a weekday must have for a rate of its own. Our choice.
const WEEKDAY_DAYS: usize = 8;

/// 95 % quantiles of chi-squared of 1 to 6 degrees of freedom.
const CHI_SQUARED_95: [f64; 6] = [
    3.841_458_820_694_124,
    5.991_464_547_107_979,
    7.814_727_903_251_179,
    9.487_729_036_781_154,
    11.070_497_693_516_35,
    12.591_587_243_743_977,
];
/// 95 % quantile of the normal distribution.
const Z_95: f64 = 1.644_853_626_951_472_2;

/// Arrivals of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayCount {
    /// Day of the week, 0 to 6.
    pub weekday: usize,
    /// Arrivals.
    pub count: u32,
}

/// The distribution of a number of arrivals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Counts {
    /// Mean.
    pub mean: f64,
    /// Size of a negative binomial: variance = mean + mean² / size; `None` for Poisson.
    pub size: Option<f64>,
}

/// What was learned of days.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Next day of each weekday; `None` for one on which nobody worked.
    pub weekdays: [Option<Counts>; 7],
    /// Days seen of each weekday.
    pub days: [usize; 7],
    /// True if weekdays have rates of their own.
    pub by_weekday: bool,
    /// Variance over mean within weekdays: 1 for Poisson.
    pub dispersion: f64,
    /// True if days differ more than by chance.
    pub overdispersed: bool,
}

/// Learns from days; `None` for fewer than two.
pub fn fit(days: &[DayCount]) -> Option<Fit> {
    let (mut num, mut sum) = ([0_usize; 7], [0.0_f64; 7]);
    for day in days.iter().filter(|day| day.weekday < 7) {
        num[day.weekday] += 1;
        sum[day.weekday] += f64::from(day.count);
    }
    let worked = num.iter().filter(|&&days| days > 0).count();
    let all: usize = num.iter().sum();
    let total: f64 = sum.iter().sum();
    if all < 2 || total <= 0.0 {
        return None;
    }
    let pooled = total / all as f64;
    let differs: f64 = (0..7)
        .filter(|&at| num[at] > 0)
        .map(|at| num[at] as f64 * square(sum[at] / num[at] as f64 - pooled) / pooled)
        .sum();
    let enough = num.iter().all(|&days| days == 0 || days >= WEEKDAY_DAYS);
    let own = dispersion(days, &num, &sum, None);
    let critical = CHI_SQUARED_95.get(worked.saturating_sub(2)).copied();
    let by_weekday = enough && worked > 1 && critical.is_some_and(|critical| differs / own.0.max(1.0) > critical);
    let (dispersion, overdispersed, size) = match by_weekday {
        true => own,
        false => dispersion(days, &num, &sum, Some(pooled)),
    };
    let size = size.filter(|_| overdispersed);
    let mut weekdays = [None; 7];
    for (at, entry) in weekdays.iter_mut().enumerate().filter(|(at, _)| num[*at] > 0) {
        let (n, s) = if by_weekday { (num[at], sum[at]) } else { (all, total) };
        *entry = Some(predictive(n as f64, s, size));
    }
    Some(Fit {
        weekdays,
        days: num,
        by_weekday,
        dispersion,
        overdispersed,
    })
}

fn square(x: f64) -> f64 {
    x * x
}

/// Variance over mean around the rates, whether it is more than chance allows, and the size by moments.
fn dispersion(days: &[DayCount], num: &[usize; 7], sum: &[f64; 7], pooled: Option<f64>) -> (f64, bool, Option<f64>) {
    let rate = |at: usize| pooled.unwrap_or_else(|| sum[at] / num[at] as f64);
    let rates = match pooled {
        Some(_) => 1,
        None => num.iter().filter(|&&days| days > 0).count(),
    };
    let free = days.len().saturating_sub(rates) as f64;
    if free <= 0.0 {
        return (1.0, false, None);
    }
    let (mut pearson, mut squares, mut means, mut means_squared) = (0.0, 0.0, 0.0, 0.0);
    for day in days {
        let mean = rate(day.weekday);
        let off = square(f64::from(day.count) - mean);
        pearson += if mean > 0.0 { off / mean } else { 0.0 };
        (squares, means, means_squared) = (squares + off, means + mean, means_squared + mean * mean);
    }
    let found = pearson / free;
    let more = squares * days.len() as f64 / free - means;
    let size = (more > 0.0).then(|| means_squared / more);
    // The sum is about chi-squared, and that about normal for many days.
    ((found), (found - 1.0) * libm::sqrt(0.5 * free) > Z_95, size)
}

/// The next day, from `s` arrivals in `n` days.
fn predictive(n: f64, s: f64, size: Option<f64>) -> Counts {
    let mean = (s + 0.5) / n;
    let spread = size.map_or(0.0, |size| 1.0 / size);
    let inverse = spread + (1.0 / mean + spread) / n;
    Counts {
        mean,
        size: Some(1.0 / inverse),
    }
}

impl Counts {
    /// Variance.
    pub fn variance(&self) -> f64 {
        self.mean + self.size.map_or(0.0, |size| self.mean * self.mean / size)
    }

    /// The same arrivals, of which each counts with this chance.
    #[must_use]
    pub fn thinned(&self, share: f64) -> Self {
        Self {
            mean: self.mean * share,
            size: self.size,
        }
    }
}
