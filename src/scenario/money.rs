//! Money by month: what comes in, what is paid, and what a scenario returns.

use serde::Serialize;

use super::assumptions::Assumptions;
use super::edits::people::TEMP;
use super::week::Work;
use crate::stats;

/// Months of a calendar year times days of a week over days of a Gregorian year: weeks in an average month.
pub const WEEKS_PER_MONTH: f64 = 146_097.0 / 400.0 / 7.0 / 12.0;

/// A kind of income or spending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", schemars(rename = "MoneyLine"), ts(rename = "MoneyLine"))]
pub enum Line {
    /// Delivered and billed sessions. Income.
    Revenue,
    /// The clinic's part of avoided readmissions. Income.
    Shared,
    /// Contract pay with benefits, and straight pay above contract.
    Pay,
    /// Hours above the overtime threshold, with premium.
    Overtime,
    /// Agency staff.
    Agency,
    /// Mileage.
    Mileage,
    /// Finding and starting new people.
    Hiring,
    /// People who leave.
    Turnover,
    /// Work on the schedule.
    Scheduling,
    /// What the changes cost once.
    OneOff,
    /// What the changes cost every month.
    Running,
}

impl Line {
    /// Every line; `line as usize` is its place.
    pub const ALL: [Self; 11] = [
        Self::Revenue,
        Self::Shared,
        Self::Pay,
        Self::Overtime,
        Self::Agency,
        Self::Mileage,
        Self::Hiring,
        Self::Turnover,
        Self::Scheduling,
        Self::OneOff,
        Self::Running,
    ];

    /// True for money that comes in.
    pub fn is_income(self) -> bool {
        matches!(self, Self::Revenue | Self::Shared)
    }
}

/// Cents by line, of one month. Income and spending are both positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Month(pub [i64; Line::ALL.len()]);

impl Month {
    /// Adds an amount in fractions of a cent, rounded half away from zero.
    pub fn add(&mut self, line: Line, cents: f64) {
        self.0[line as usize] += libm::round(cents) as i64;
    }

    /// Adds another month line by line.
    pub fn add_all(&mut self, other: &Self) {
        for (sum, cents) in self.0.iter_mut().zip(&other.0) {
            *sum += cents;
        }
    }

    /// What comes in and what is paid.
    pub fn flow(&self) -> Flow {
        Flow {
            income: self.sum(true),
            spending: self.sum(false),
        }
    }

    fn sum(&self, income: bool) -> i64 {
        Line::ALL
            .iter()
            .filter(|line| line.is_income() == income)
            .map(|&line| self.0[line as usize])
            .sum()
    }
}

/// Cents that come in and that are paid in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flow {
    /// Income.
    pub income: i64,
    /// Spending.
    pub spending: i64,
}

impl Flow {
    /// Income less spending.
    pub fn net(&self) -> i64 {
        self.income - self.spending
    }
}

/// Cents of one week's work of one clinician: contract pay, overtime, agency.
///
/// Agreed hours are paid whether booked or not, with benefits. Hours above them are paid straight up to the overtime
/// threshold and with the multiplier above it, without benefits. Freed minutes therefore never become money by
/// themselves: only fewer overtime hours, fewer people or more delivered sessions do.
pub fn week_pay(work: &Work, pay_change: f64, overtime_change: f64, assumptions: &Assumptions) -> [f64; 3] {
    let minute = work.pay_cents_hour as f64 * (1.0 + pay_change) / 60.0;
    if work.id.strip_prefix(TEMP).is_some_and(|rest| rest.starts_with('-')) {
        return [
            0.0,
            0.0,
            f64::from(work.contract) * minute * assumptions.value("agency_premium"),
        ];
    }
    let contract = f64::from(work.contract) * minute * (1.0 + assumptions.value("benefit_load"));
    if !work.paid_extra {
        return [contract, 0.0, 0.0];
    }
    let straight = f64::from((work.worked - work.overtime - work.contract).max(0)) * minute;
    let overtime = f64::from(work.overtime) * (1.0 + overtime_change).max(0.0) * minute;
    [
        contract + straight,
        overtime * assumptions.value("overtime_multiplier"),
        0.0,
    ]
}

/// Yearly contract pay of employed people, cents, without benefits; what departures are counted against.
pub fn yearly_pay(work: &[Work]) -> f64 {
    work.iter()
        .filter(|work| !work.id.starts_with(&format!("{TEMP}-")))
        .map(|work| f64::from(work.contract) / 60.0 * 52.0 * work.pay_cents_hour as f64)
        .sum()
}

/// What a stream of benefits and costs returns [K32].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(
    feature = "schema",
    schemars(rename = "ScenarioReturn"),
    ts(rename = "ScenarioReturn")
)]
pub struct Return {
    /// Months that are counted.
    pub months: u32,
    /// Sum of benefits, cents.
    pub benefit_cents: f64,
    /// Sum of costs, cents.
    pub cost_cents: f64,
    /// Benefits less costs, cents.
    pub net_cents: f64,
    /// (benefits - costs) / costs; absent without costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub roi: Option<f64>,
    /// First month, from 1, at whose end benefits have covered costs; 0 if there is never a cost to cover; absent if not
    /// within the horizon.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub payback_month: Option<u32>,
    /// Net present value, cents.
    pub npv_cents: f64,
    /// Internal rates of return a year, ascending: at each the net present value is 0.
    pub internal_rates: Vec<f64>,
    /// What they say.
    pub internal_rate: RateReading,
}

/// How to read the internal rates of return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RateReading {
    /// One rate: it pays as long as money costs less than that a year.
    Invest,
    /// One rate, but money comes in first: it pays only while money costs more than that a year.
    Borrow,
    /// Several rates, or one at which the value only touches 0: money changes its direction more than once, and no rate
    /// says whether it pays. Go by the net present value.
    Several,
    /// Income and spending change places, but no rate between -99 % and 10,000 % a year makes the value 0.
    Outside,
    /// None: there is nothing, or money goes in one direction only.
    None,
}

/// Internal rates of a stream in cents, and what they say.
fn internal_rate(net: &[f64]) -> (Vec<f64>, RateReading) {
    // Present values below half a cent are 0.
    let rates = stats::internal_rates(net, 0.5);
    let (least, most) = stats::INTERNAL_RATE_RANGE;
    let pays = |rate: f64| stats::npv(rate, net).is_some_and(|value| value > 0.0);
    let both = net.iter().any(|amount| *amount > 0.5) && net.iter().any(|amount| *amount < -0.5);
    let reading = match (rates.len(), pays(least), pays(most)) {
        (0, ..) if both => RateReading::Outside,
        (0, ..) => RateReading::None,
        (1, true, false) => RateReading::Invest,
        (1, false, true) => RateReading::Borrow,
        _ => RateReading::Several,
    };
    (rates, reading)
}

/// Return of benefits and costs by month; month 0 is before the start, months from 1 are counted at their end.
///
/// ROI = (benefits - costs) / costs, payback = first month with a cumulative net of 0 or more after costs have begun,
/// NPV = sum of net / (1 + yearly rate)^(month / 12), IRR = the yearly rates at which NPV is 0.
pub fn returns(benefit: &[f64], cost: &[f64], yearly_rate: f64) -> Return {
    let months = benefit.len().max(cost.len());
    let at = |amounts: &[f64], month: usize| amounts.get(month).copied().unwrap_or(0.0);
    let net: Vec<f64> = (0..months).map(|month| at(benefit, month) - at(cost, month)).collect();
    let (mut balance, mut in_debt, mut payback) = (0.0, false, None);
    for (month, amount) in net.iter().enumerate() {
        balance += amount;
        if balance < 0.0 {
            in_debt = true;
        } else if in_debt && payback.is_none() {
            payback = Some(month as u32);
        }
    }
    let (benefit_cents, cost_cents): (f64, f64) = (benefit.iter().sum(), cost.iter().sum());
    let (internal_rates, internal_rate) = internal_rate(&net);
    Return {
        months: months.saturating_sub(1) as u32,
        benefit_cents,
        cost_cents,
        net_cents: benefit_cents - cost_cents,
        roi: stats::roi(benefit, cost),
        payback_month: if in_debt { payback } else { Some(0) },
        npv_cents: stats::npv(yearly_rate, &net).unwrap_or(0.0),
        internal_rates,
        internal_rate,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_four_and_a_third_weeks() {
        assert!((WEEKS_PER_MONTH - 4.348_125).abs() < 1e-12);
    }

    #[test]
    fn the_example_of_k32_to_the_cent() {
        // 60,000 once and 500 a month; benefits 0, 0, 2,000, 4,000, then 6,000.
        let dollars = [0.0, 0.0, 0.0, 2_000.0, 4_000.0];
        let benefit: Vec<f64> = (0..=15)
            .map(|m| dollars.get(m).copied().unwrap_or(6_000.0) * 100.0)
            .collect();
        let cost: Vec<f64> = (0..=15).map(|m| if m == 0 { 6_000_000.0 } else { 50_000.0 }).collect();
        let found = returns(&benefit, &cost, 0.0);
        assert_eq!(found.payback_month, Some(15));
        assert_eq!(found.net_cents, 450_000.0);
        assert_eq!(found.npv_cents, 450_000.0);
        assert_eq!(found.roi, Some(450_000.0 / 6_750_000.0));
        assert_eq!(returns(&benefit[..15], &cost[..15], 0.0).payback_month, None);
    }

    #[test]
    fn a_year_is_discounted_by_the_yearly_rate() {
        let mut benefit = vec![0.0; 13];
        benefit[12] = 110_000.0;
        let found = returns(&benefit, &[100_000.0], 0.10);
        assert!(found.npv_cents.abs() < 1e-6);
        assert_eq!(found.payback_month, Some(12));
        assert_eq!(found.roi, Some(0.1));
    }

    #[test]
    fn internal_rates_say_what_they_can() {
        // 1,000.00 out, 1,100.00 back after a year: 10 %. The other way around it is a loan.
        let mut benefit = vec![0.0; 13];
        benefit[12] = 110_000.0;
        let found = returns(&benefit, &[100_000.0], 0.0);
        assert_eq!(found.internal_rate, RateReading::Invest);
        assert!((found.internal_rates[0] - 0.10).abs() < 1e-9);
        assert_eq!(found.months, 12);
        let loan = returns(&[100_000.0], &benefit, 0.0);
        assert_eq!(
            (loan.internal_rate, loan.internal_rates.len()),
            (RateReading::Borrow, 1)
        );
        // -100 + 240 / (1 + r) - 143 / (1 + r)^2 is 0 at 10 % and at 30 %.
        let mut late = vec![0.0; 25];
        late[12] = 24_000.0;
        let mut cost = vec![0.0; 25];
        (cost[0], cost[24]) = (10_000.0, 14_300.0);
        let found = returns(&late, &cost, 0.0);
        assert_eq!(found.internal_rate, RateReading::Several);
        assert!((found.internal_rates[0] - 0.10).abs() < 1e-6 && (found.internal_rates[1] - 0.30).abs() < 1e-6);
        cost[24] = 90_000.0;
        assert_eq!(returns(&late, &cost, 0.0).internal_rate, RateReading::Outside);
        assert_eq!(returns(&[0.0, 5.0], &[], 0.0).internal_rate, RateReading::None);
        assert_eq!(returns(&[], &[], 0.0).internal_rate, RateReading::None);
    }

    #[test]
    fn nothing_spent_is_nothing_to_pay_back() {
        let found = returns(&[0.0, 5.0], &[], 0.05);
        assert_eq!((found.payback_month, found.roi), (Some(0), None));
    }

    #[test]
    fn a_week_of_work_to_the_cent() {
        let work = Work {
            id: "a".into(),
            contract: 2_280,
            worked: 2_640,
            overtime: 240,
            paid_extra: true,
            pay_cents_hour: 3_000,
            discipline: "counselor".into(),
        };
        let (assumptions, _) = Assumptions::new(&[]);
        // 38 h x 30.00 x 1.3 = 1,482.00; 2 h straight = 60.00; 4 h x 30.00 x 1.5 = 180.00.
        assert_eq!(week_pay(&work, 0.0, 0.0, &assumptions), [154_200.0, 18_000.0, 0.0]);
        // Overtime of 4 hours at $45: premium 90.00, full 270.00 [K8].
        let at_45 = Work {
            pay_cents_hour: 4_500,
            ..work.clone()
        };
        assert_eq!(week_pay(&at_45, 0.0, 0.0, &assumptions)[1], 27_000.0);
        let exempt = Work {
            paid_extra: false,
            ..work.clone()
        };
        assert_eq!(week_pay(&exempt, 0.0, 0.0, &assumptions), [148_200.0, 0.0, 0.0]);
        let agency = Work {
            id: "temp-counselor-1".into(),
            ..work
        };
        assert_eq!(week_pay(&agency, 0.0, 0.0, &assumptions), [0.0, 0.0, 171_000.0]);
    }
}
