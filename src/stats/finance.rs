//! Money over months: return, payback, present value.

/// Return on investment: (benefits - costs) / costs. `None` if there are no costs.
pub fn roi(benefits: &[f64], costs: &[f64]) -> Option<f64> {
    let (benefit, cost): (f64, f64) = (benefits.iter().sum(), costs.iter().sum());
    (cost > 0.0).then(|| (benefit - cost) / cost)
}

/// The first month, counted from 1, from which the cumulative net amount is 0 or more, with that amount.
/// `once` is paid before month 1; `net` is benefit minus cost of each month. `None` if it is not reached within them.
pub fn payback_month(once: f64, net: &[f64]) -> Option<(usize, f64)> {
    let mut balance = -once;
    for (month, amount) in net.iter().enumerate() {
        balance += amount;
        if balance >= 0.0 {
            return Some((month + 1, balance));
        }
    }
    None
}

/// Net present value: the sum of `net[m] / (1 + yearly_rate)^(m / 12)`, month 0 first, in the unit of `net`.
/// A rate of -100 % or below gives `None`.
pub fn npv(yearly_rate: f64, net: &[f64]) -> Option<f64> {
    if yearly_rate <= -1.0 {
        return None;
    }
    let growth = libm::log(1.0 + yearly_rate);
    Some(
        net.iter()
            .enumerate()
            .map(|(month, amount)| amount * libm::exp(-growth * month as f64 / 12.0))
            .sum(),
    )
}

#[cfg(test)]
mod tests {
    use super::{npv, payback_month, roi};

    #[test]
    fn worked_example() {
        // 60,000 once and 500 a month; benefits 0, 0, 2,000, 4,000, then 6,000.
        let net = |months: usize| -> Vec<f64> {
            let benefit = |month: usize| [0.0, 0.0, 2_000.0, 4_000.0].get(month).copied().unwrap_or(6_000.0);
            (0..months).map(|month| benefit(month) - 500.0).collect()
        };
        assert_eq!(payback_month(60_000.0, &net(36)), Some((15, 4_500.0)));
        assert_eq!(payback_month(60_000.0, &net(14)), None);
        assert_eq!(payback_month(0.0, &[]), None);
    }

    #[test]
    fn return_and_present_value_by_hand() {
        assert_eq!(roi(&[150.0, 50.0], &[100.0]), Some(1.0));
        assert_eq!(roi(&[1.0], &[]), None);
        // 1,000 out now, 1,100 back after a year at 10 %: nothing gained.
        let mut net = vec![0.0; 13];
        (net[0], net[12]) = (-1_000.0, 1_100.0);
        assert!(npv(0.10, &net).unwrap().abs() < 1e-9);
        assert_eq!(npv(0.0, &[1.0, 2.0]), Some(3.0));
        assert_eq!(npv(-1.0, &[1.0]), None);
    }
}
