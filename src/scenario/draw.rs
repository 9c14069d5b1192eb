//! One joint draw: the changes as they turn out, the weeks that have to be planned for them, and the months that
//! follow, beside the same months without the changes.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::assumptions::Assumptions;
use super::change::{Change, lead_months};
use super::history::History;
use super::lever::Lever;
use super::life::{Chances, PayerShift, live};
use super::money::{Line, Month, WEEKS_PER_MONTH, week_pay, yearly_pay};
use super::replan::{Edit, Planner};
use super::totals::Totals;
use super::week::{PlannedWeek, Work};
use crate::error::{Error, Result};
use crate::model::clinic::Service;
use crate::rng::Rng;

/// Weeks drawn for each month; their sum is scaled to the weeks of an average month. Our choice.
pub const WEEKS_DRAWN: i32 = 4;

/// The changes as they turn out, and what else was uncertain.
#[derive(Debug, Clone)]
pub struct Draw {
    /// Changes without ranges.
    pub changes: Vec<Change>,
    /// Days before each change can begin.
    pub lead_days: Vec<f64>,
    /// Demand of the mean week against today's orders.
    pub demand_level: f64,
    /// No-show rate against the clinic's own.
    pub no_show_level: f64,
    /// Rank of every input, from 0 (cautious end) to 1.
    pub ranks: Vec<f64>,
}

/// What does not differ between draws.
pub struct Setting {
    /// Services of the clinic as it is.
    pub services: Vec<Service>,
    /// What is taken for granted.
    pub assumptions: Assumptions,
    /// What the records say.
    pub history: History,
    /// Seed of every random number.
    pub seed: u64,
    /// Months of the horizon.
    pub months: i32,
    /// Replications.
    pub runs: u64,
    /// Currency of the clinic.
    pub currency: String,
}

/// One replication: months (0 is before the start) and totals, without and with the changes.
#[derive(Debug, Clone, Default)]
pub struct Lives {
    /// Without the changes.
    pub base: Vec<Month>,
    /// With them.
    pub changed: Vec<Month>,
    /// Totals without.
    pub base_totals: Totals,
    /// Totals with.
    pub totals: Totals,
    /// What payers save by avoided readmissions, cents.
    pub payer_saved: f64,
}

impl Lives {
    /// Net difference over the horizon, cents.
    pub fn net(&self) -> f64 {
        self.difference().iter().sum()
    }

    /// Net difference by month, cents.
    pub fn difference(&self) -> Vec<f64> {
        let pairs = self.changed.iter().zip(&self.base);
        pairs
            .map(|(changed, base)| (changed.net() - base.net()) as f64)
            .collect()
    }
}

impl Draw {
    /// Share of the full effect of each change in a month.
    fn effects(&self, month: i32) -> Vec<f64> {
        let pairs = self.changes.iter().zip(&self.lead_days);
        pairs.map(|(change, &lead)| change.effect(month, lead)).collect()
    }

    /// Changes that need new plans and have taken hold in a week of this month, when `luck` in (0, 1) says how far
    /// the clinic is. A change that has a third of its effect is in force in a third of the weeks.
    fn in_force(&self, month: i32, luck: f64) -> Vec<usize> {
        let effects = self.effects(month);
        let all = self.changes.iter().enumerate();
        all.filter(|(idx, change)| change.lever.replans() && change.value != 0.0 && effects[*idx] > luck)
            .map(|(idx, _)| idx)
            .collect()
    }

    /// Every combination of changes that has to be planned within the horizon.
    pub fn combinations(&self, months: i32) -> BTreeSet<Vec<usize>> {
        let mut sets = BTreeSet::from([Vec::new()]);
        for month in 1..=months {
            for effect in self.effects(month).into_iter().filter(|effect| *effect > 0.0) {
                // Just below an effect, every change with at least that effect is in force.
                sets.insert(self.in_force(month, effect - 1e-9));
            }
        }
        sets
    }

    /// The edits of a combination.
    pub fn edits(&self, combination: &[usize]) -> Vec<Edit> {
        let changes = combination.iter().filter_map(|&idx| self.changes.get(idx));
        changes.map(|change| (change.lever.clone(), change.value)).collect()
    }

    /// Lives through the horizon once for every replication.
    ///
    /// # Errors
    /// `scenario.not_planned`: a week was not planned before; a fault of the program.
    pub fn live(&self, planner: &Planner, setting: &Setting) -> Result<Vec<Lives>> {
        let unchanged = Terms::all(self, setting, false);
        let changed = Terms::all(self, setting, true);
        (0..setting.runs)
            .map(|run| {
                let mut lives = Lives::default();
                let mut base = Path::new(self, planner, setting, run, false);
                let mut scenario = Path::new(self, planner, setting, run, true);
                for month in 0..=setting.months {
                    lives.base.push(base.month(month, &unchanged[month as usize])?);
                    lives.changed.push(scenario.month(month, &changed[month as usize])?);
                }
                lives.payer_saved = scenario.payer_saved - base.payer_saved;
                lives.base_totals = base.totals;
                lives.totals = scenario.totals;
                Ok(lives)
            })
            .collect()
    }
}

/// Rates and prices of one month.
struct Terms {
    no_show: Vec<f64>,
    late_cancel: Vec<f64>,
    price: Vec<f64>,
    demand: f64,
    overtime: f64,
    utilization: f64,
    turnover: f64,
    scheduling: f64,
    readmission: f64,
    /// Discipline (all if `None`) and relative change.
    pay: Vec<(Option<String>, f64)>,
    payers: Vec<PayerShift>,
}

impl Terms {
    /// By month from 0.
    fn all(draw: &Draw, setting: &Setting, with_changes: bool) -> Vec<Self> {
        (0..=setting.months)
            .map(|month| Self::of(draw, setting, month, with_changes))
            .collect()
    }

    fn of(draw: &Draw, setting: &Setting, month: i32, with_changes: bool) -> Self {
        let rates = &setting.history.attendance;
        let mut terms = Self {
            no_show: rates.iter().map(|rate| rate.no_show * draw.no_show_level).collect(),
            late_cancel: rates.iter().map(|rate| rate.late_cancel).collect(),
            price: setting.services.iter().map(|row| row.price_cents as f64).collect(),
            demand: draw.demand_level,
            overtime: 0.0,
            utilization: 0.0,
            turnover: 0.0,
            scheduling: 0.0,
            readmission: 0.0,
            pay: Vec::new(),
            payers: Vec::new(),
        };
        if with_changes {
            for (change, effect) in draw.changes.iter().zip(draw.effects(month)) {
                terms.change(&change.lever, change.value * effect, &setting.services);
            }
        }
        for (no_show, late) in terms.no_show.iter_mut().zip(&terms.late_cancel) {
            *no_show = no_show.clamp(0.0, 1.0 - late);
        }
        terms
    }

    fn change(&mut self, lever: &Lever, value: f64, services: &[Service]) {
        let of_service = |rates: &mut [f64], wanted: &Option<String>| {
            for (rate, row) in rates.iter_mut().zip(services) {
                if wanted.as_ref().is_none_or(|id| *id == row.id) {
                    *rate *= 1.0 + value;
                }
            }
        };
        match lever {
            Lever::NoShow { service } => of_service(&mut self.no_show, service),
            Lever::Price { service } => of_service(&mut self.price, service),
            Lever::Attendance => {
                for (no_show, late) in self.no_show.iter_mut().zip(&mut self.late_cancel) {
                    let missed = *no_show + *late;
                    if missed > 0.0 {
                        let attended = ((1.0 - missed) * (1.0 + value)).clamp(0.0, 1.0);
                        let rest = (1.0 - attended) / missed;
                        *no_show *= rest;
                        *late *= rest;
                    }
                }
            }
            Lever::Demand => self.demand *= 1.0 + value,
            Lever::Pay { discipline } => self.pay.push((discipline.clone(), value)),
            Lever::PayerMix {
                from, price_percent, ..
            } => self.payers.push(PayerShift {
                from: from.clone(),
                share: value,
                price: f64::from(*price_percent) / 100.0,
            }),
            Lever::OvertimeHours => self.overtime = (1.0 + self.overtime) * (1.0 + value) - 1.0,
            Lever::Utilization => self.utilization += value,
            Lever::Turnover => self.turnover = (1.0 + self.turnover) * (1.0 + value) - 1.0,
            Lever::SchedulingHours => self.scheduling = (1.0 + self.scheduling) * (1.0 + value) - 1.0,
            Lever::Readmission => self.readmission = (1.0 + self.readmission) * (1.0 + value) - 1.0,
            _ => {}
        }
    }

    fn pay_change(&self, work: &Work) -> f64 {
        let changes = self.pay.iter().filter(|(discipline, _)| {
            discipline
                .as_ref()
                .is_none_or(|discipline| *discipline == work.discipline)
        });
        changes.map(|(_, change)| 1.0 + change).product::<f64>() - 1.0
    }
}

/// One replication with or without the changes, on the way through its months.
struct Path<'a> {
    draw: &'a Draw,
    planner: &'a Planner,
    setting: &'a Setting,
    run: u64,
    with_changes: bool,
    totals: Totals,
    payer_saved: f64,
}

impl<'a> Path<'a> {
    fn new(draw: &'a Draw, planner: &'a Planner, setting: &'a Setting, run: u64, with_changes: bool) -> Self {
        Self {
            draw,
            planner,
            setting,
            run,
            with_changes,
            totals: Totals::default(),
            payer_saved: 0.0,
        }
    }

    fn month(&mut self, month: i32, terms: &Terms) -> Result<Month> {
        let mut money = Month::default();
        if self.with_changes {
            self.spend(month, &mut money);
        }
        if month == 0 {
            return Ok(money);
        }
        let mut sums = [0.0; Line::ALL.len()];
        for within in 0..WEEKS_DRAWN {
            let week = ((month - 1) * WEEKS_DRAWN + within) as u64;
            self.week(month, week, terms, &mut sums)?;
        }
        let scale = WEEKS_PER_MONTH / f64::from(WEEKS_DRAWN);
        for (&line, sum) in Line::ALL.iter().zip(sums) {
            money.add(line, sum * scale);
        }
        let saved = self.setting.history.readmissions_month.unwrap_or(0.0)
            * -terms.readmission
            * self.setting.assumptions.value("readmission_cost_cents");
        let shared = saved * self.setting.assumptions.value("readmission_clinic_share");
        money.add(Line::Shared, shared);
        self.payer_saved += saved - shared;
        Ok(money)
    }

    /// What the changes themselves cost in a month.
    fn spend(&self, month: i32, money: &mut Month) {
        for (change, &lead) in self.draw.changes.iter().zip(&self.draw.lead_days) {
            if month == change.start_month - 1 {
                money.add(Line::OneOff, change.one_off_cents as f64);
            }
            if month >= change.start_month && change.end_month.is_none_or(|end| month <= end) {
                money.add(Line::Running, change.running_cents_month as f64);
            }
            if month == change.start_month + lead_months(lead) {
                self.staff_event(change, money);
            }
        }
    }

    /// What it costs once that somebody comes or goes.
    fn staff_event(&self, change: &Change, money: &mut Month) {
        let people = &self.setting.history.yearly_pay;
        let (line, pay, share) = match &change.lever {
            Lever::Hire { discipline, .. } => {
                let pay = people.iter().filter(|row| row.discipline == *discipline);
                let most = pay.map(|row| row.cents).fold(0.0, f64::max);
                (Line::Hiring, most, "hiring_cost_share")
            }
            Lever::Departure { clinician } => {
                let pay = people.iter().find(|row| row.clinician == *clinician);
                (Line::Turnover, pay.map_or(0.0, |row| row.cents), "departure_cost_share")
            }
            _ => return,
        };
        money.add(line, pay * change.value * self.setting.assumptions.value(share));
    }

    fn week(&mut self, month: i32, week: u64, terms: &Terms, sums: &mut [f64; Line::ALL.len()]) -> Result<()> {
        let planned = self.planned(month, week, terms)?;
        let chances = Chances {
            seed: self.setting.seed,
            run: self.run,
            week,
            no_show: &terms.no_show,
            late_cancel: &terms.late_cancel,
            sick: self.setting.history.sick_share,
            payers: &terms.payers,
        };
        let services = &self.setting.services;
        let assumptions = &self.setting.assumptions;
        let mut lived = live(&planned, services, &chances);
        if terms.utilization > 0.0 {
            lived.fill(&planned, services, terms.utilization * planned.bookable_min, &chances);
        }
        let units = lived
            .units
            .iter()
            .zip(&lived.more_units)
            .map(|(units, more)| units + more);
        let revenue = units.zip(&terms.price).map(|(units, price)| units * price);
        sums[Line::Revenue as usize] += revenue.sum::<f64>();
        for work in &planned.work {
            let [pay, overtime, agency] = week_pay(work, terms.pay_change(work), terms.overtime, assumptions);
            sums[Line::Pay as usize] += pay;
            sums[Line::Overtime as usize] += overtime;
            sums[Line::Agency as usize] += agency;
        }
        let miles = f64::from(planned.distance) / 10.0;
        sums[Line::Mileage as usize] += miles * assumptions.value("mileage_cents_per_mile");
        let leaving = assumptions.value("turnover_year") * (1.0 + terms.turnover).max(0.0);
        // A week's share of what a year's departures cost.
        sums[Line::Turnover as usize] +=
            leaving * assumptions.value("departure_cost_share") * yearly_pay(&planned.work) / 12.0 / WEEKS_PER_MONTH;
        sums[Line::Scheduling as usize] += assumptions.value("scheduling_hours_week")
            * assumptions.value("scheduling_pay_cents_hour")
            * (1.0 + terms.scheduling).max(0.0);
        self.totals.add(&planned, &lived, terms.overtime);
        Ok(())
    }

    /// The planned week that this week is like: its level of demand, and the changes in force.
    fn planned(&self, month: i32, week: u64, terms: &Terms) -> Result<Rc<PlannedWeek>> {
        let seed = self.setting.seed;
        let moment = (self.run << 20) | week;
        let demand = self.setting.history.demand_of_week(seed, self.run, week) * terms.demand;
        let level = pick_level(self.planner.levels(), demand, Rng::stream(seed, "level", moment).unit());
        let edits = if self.with_changes {
            let luck = Rng::stream(seed, "in force", moment).unit();
            self.draw.edits(&self.draw.in_force(month, luck))
        } else {
            Vec::new()
        };
        self.planner
            .planned(level, &edits)
            .ok_or_else(|| Error::new("scenario.not_planned", "a week was not planned; please report this"))
    }
}

/// One of the two levels around `demand`, the nearer one more often, so that the mean is the demand itself; the last
/// one beyond the ends.
fn pick_level(levels: &[f64], demand: f64, luck: f64) -> usize {
    let above = levels.partition_point(|level| *level < demand);
    let Some(below) = above.checked_sub(1) else {
        return 0;
    };
    let (Some(low), Some(high)) = (levels.get(below), levels.get(above)) else {
        return below;
    };
    if luck < (demand - low) / (high - low) {
        above
    } else {
        below
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_picked_by_nearness() {
        let levels = [0.8, 1.0, 1.2];
        assert_eq!(pick_level(&levels, 0.5, 0.5), 0);
        assert_eq!(pick_level(&levels, 2.0, 0.5), 2);
        assert_eq!(pick_level(&levels, 1.0, 0.999), 1);
        assert_eq!(pick_level(&levels, 1.05, 0.24), 2);
        assert_eq!(pick_level(&levels, 1.05, 0.26), 1);
        assert_eq!(pick_level(&[1.0], 1.3, 0.5), 0);
    }

    #[test]
    fn combinations_grow_with_the_ramp() {
        let change = |lever, start_month, ramp_months| Change {
            start_month,
            ramp_months,
            ..Change::new(lever, 1.0)
        };
        let draw = Draw {
            changes: vec![
                change(Lever::Buffer { service: None }, 1, 4),
                change(Lever::Rooms { site: "s".into() }, 3, 0),
                change(Lever::Demand, 1, 0),
            ],
            lead_days: vec![0.0; 3],
            demand_level: 1.0,
            no_show_level: 1.0,
            ranks: Vec::new(),
        };
        let found: Vec<Vec<usize>> = draw.combinations(12).into_iter().collect();
        assert_eq!(found, [vec![], vec![0], vec![0, 1], vec![1]]);
        assert_eq!(draw.in_force(3, 0.7), [0, 1]);
        assert_eq!(draw.in_force(3, 0.8), [1]);
    }
}
