//! The months of a draw, with and without its changes: what they share in every replication is written down once, then
//! each replication lives through all of them.

use std::rc::Rc;

use super::change::{Change, lead_months};
use super::draw::{Books, Draw, Lives, Setting};
use super::lever::Lever;
use super::life::{Chances, Lived, Moment, Notes, live};
use super::money::{Line, Month, WEEKS_PER_MONTH, week_pay, yearly_pay};
use super::replan::Planner;
use super::terms::Terms;
use super::totals::Totals;
use super::week::PlannedWeek;
use crate::error::{Error, Result};
use crate::rng::Rng;

/// Weeks drawn for each month; their sum is scaled to the weeks of an average month. Our choice.
pub const WEEKS_DRAWN: i32 = 4;

/// Cents by line.
type Sums = [f64; Line::ALL.len()];

/// A draw, ready to be lived through.
pub(super) struct Horizon<'a> {
    setting: &'a Setting,
    levels: &'a [f64],
    base: Side,
    changed: Side,
}

/// The months from 0, without or with the changes.
struct Side {
    months: Vec<Ahead>,
    /// What payers save by avoided readmissions, cents.
    payer_saved: f64,
}

/// One month, as far as it is the same in every replication.
struct Ahead {
    terms: Terms,
    chances: Chances,
    /// Which weeks there may be, in the order of [`Stage::from`]; none in month 0, which is before the start.
    stages: Vec<Stage>,
    /// Money that no week decides.
    fixed: Month,
}

/// The weeks when certain changes are in force.
struct Stage {
    /// How far the clinic has to be, 0 to 1: from here on, fewer changes are in force.
    from: f64,
    /// By level of demand.
    weeks: Vec<Paid>,
}

/// A planned week and the money that is the same however it is lived through.
struct Paid {
    week: Rc<PlannedWeek>,
    cents: Sums,
}

/// What one week of one replication draws before anybody comes, the same with and without the changes.
struct Chance {
    /// Demand against the mean week.
    demand: f64,
    /// Which of two levels of demand it is, 0 to 1.
    level: f64,
    /// How far the clinic is, 0 to 1.
    progress: f64,
    moment: Moment,
}

impl<'a> Horizon<'a> {
    /// Of a draw whose weeks are planned.
    ///
    /// # Errors
    /// `scenario.not_planned`: a week was not planned before; a fault of the program.
    pub(super) fn new(draw: &Draw, planner: &'a Planner, setting: &'a Setting) -> Result<Self> {
        Ok(Self {
            setting,
            levels: planner.levels(),
            base: Side::new(draw, planner, setting, false)?,
            changed: Side::new(draw, planner, setting, true)?,
        })
    }

    /// Lives through the months once, and enters their money into the books.
    pub(super) fn live(&self, run: u64, books: &mut Books) -> Lives {
        let mut lives = Lives {
            payer_saved: self.changed.payer_saved - self.base.payer_saved,
            ..Lives::default()
        };
        let (mut notes, mut base_lived, mut lived) = (Notes::default(), Lived::default(), Lived::default());
        for (month, (base, changed)) in self.base.months.iter().zip(&self.changed.months).enumerate() {
            let (mut base_sums, mut sums) = (Sums::default(), Sums::default());
            let is_like_base = changed.lives_like(base);
            for week in weeks(month) {
                let chance = self.chance(run, week);
                let planned = base.week(self.levels, &chance);
                let changed_plan = changed.week(self.levels, &chance);
                base.live(planned, self.setting, chance.moment, &mut notes, &mut base_lived);
                base.count(planned, &base_lived, &mut base_sums, &mut lives.base_totals);
                if is_like_base && Rc::ptr_eq(&planned.week, &changed_plan.week) {
                    changed.count(changed_plan, &base_lived, &mut sums, &mut lives.totals);
                } else {
                    changed.live(changed_plan, self.setting, chance.moment, &mut notes, &mut lived);
                    changed.count(changed_plan, &lived, &mut sums, &mut lives.totals);
                }
            }
            let (base_money, money) = (base.money(&base_sums), changed.money(&sums));
            books.add(month, &base_money, &money);
            lives.base.push(base_money.flow());
            lives.changed.push(money.flow());
        }
        lives
    }

    fn chance(&self, run: u64, week: u64) -> Chance {
        let seed = self.setting.seed;
        let moment = (run << 20) | week;
        Chance {
            demand: self.setting.history.demand_of_week(seed, run, week),
            level: Rng::stream(seed, "level", moment).unit(),
            progress: Rng::stream(seed, "in force", moment).unit(),
            moment: Moment::of(seed, run, week),
        }
    }
}

/// The weeks of a month, from the start of the horizon.
fn weeks(month: usize) -> std::ops::Range<u64> {
    let drawn = WEEKS_DRAWN as u64;
    let end = month as u64 * drawn;
    end.saturating_sub(drawn)..end
}

impl Side {
    fn new(draw: &Draw, planner: &Planner, setting: &Setting, with_changes: bool) -> Result<Self> {
        let mut side = Self {
            months: Vec::new(),
            payer_saved: 0.0,
        };
        for month in 0..=setting.months {
            let terms = Terms::of(draw, setting, month, with_changes);
            let mut fixed = Month::default();
            if with_changes {
                spend(draw, setting, month, &mut fixed);
            }
            let mut stages = Vec::new();
            if month > 0 {
                let saved = setting.history.readmissions_month.unwrap_or(0.0)
                    * -terms.readmission
                    * setting.assumptions.value("readmission_cost_cents");
                let shared = saved * setting.assumptions.value("readmission_clinic_share");
                fixed.add(Line::Shared, shared);
                side.payer_saved += saved - shared;
                stages = all_stages(draw, planner, setting, month, &terms, with_changes)?;
            }
            side.months.push(Ahead {
                chances: terms.chances(setting.history.sick_share),
                terms,
                stages,
                fixed,
            });
        }
        Ok(side)
    }
}

/// The weeks of a month, in the order in which changes fall out of force as the clinic has to be farther.
fn all_stages(
    draw: &Draw,
    planner: &Planner,
    setting: &Setting,
    month: i32,
    terms: &Terms,
    with_changes: bool,
) -> Result<Vec<Stage>> {
    let starts = if with_changes {
        draw.stages(month)
    } else {
        vec![(0.0, Vec::new())]
    };
    let stage = |(from, in_force): (f64, Vec<usize>)| {
        let edits = draw.edits(&in_force);
        let paid = |level| {
            let week = planner.planned(level, &edits).ok_or_else(not_planned)?;
            let cents = pay(&week, setting, terms);
            Ok(Paid { week, cents })
        };
        let weeks: Result<Vec<Paid>> = (0..planner.levels().len()).map(paid).collect();
        Ok(Stage { from, weeks: weeks? })
    };
    starts.into_iter().map(stage).collect()
}

fn not_planned() -> Error {
    Error::new("scenario.not_planned", "a week was not planned; please report this")
}

/// Money of a week that is the same however it is lived through.
fn pay(week: &PlannedWeek, setting: &Setting, terms: &Terms) -> Sums {
    let assumptions = &setting.assumptions;
    let mut sums = Sums::default();
    for work in &week.work {
        let [pay, overtime, agency] = week_pay(work, terms.pay_change(work), terms.overtime, assumptions);
        sums[Line::Pay as usize] += pay;
        sums[Line::Overtime as usize] += overtime;
        sums[Line::Agency as usize] += agency;
    }
    let miles = f64::from(week.distance) / 10.0;
    sums[Line::Mileage as usize] = miles * assumptions.value("mileage_cents_per_mile");
    let leaving = assumptions.value("turnover_year") * (1.0 + terms.turnover).max(0.0);
    // A week's share of what a year's departures cost.
    sums[Line::Turnover as usize] =
        leaving * assumptions.value("departure_cost_share") * yearly_pay(&week.work) / 12.0 / WEEKS_PER_MONTH;
    sums[Line::Scheduling as usize] = assumptions.value("scheduling_hours_week")
        * assumptions.value("scheduling_pay_cents_hour")
        * (1.0 + terms.scheduling).max(0.0);
    sums
}

/// What the changes themselves cost in a month.
fn spend(draw: &Draw, setting: &Setting, month: i32, money: &mut Month) {
    for (change, &lead) in draw.changes.iter().zip(&draw.lead_days) {
        if month == change.start_month - 1 {
            money.add(Line::OneOff, change.one_off_cents as f64);
        }
        if month >= change.start_month && change.end_month.is_none_or(|end| month <= end) {
            money.add(Line::Running, change.running_cents_month as f64);
        }
        if month == change.start_month + lead_months(lead) {
            staff_event(change, setting, money);
        }
    }
}

/// What it costs once that somebody comes or goes.
fn staff_event(change: &Change, setting: &Setting, money: &mut Month) {
    let people = &setting.history.yearly_pay;
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
    money.add(line, pay * change.value * setting.assumptions.value(share));
}

impl Ahead {
    /// True if the same week is lived through in the same way as in the base.
    fn lives_like(&self, base: &Self) -> bool {
        self.terms.utilization == base.terms.utilization && self.chances == base.chances
    }

    /// The planned week that a week is like: its level of demand, and the changes in force.
    fn week(&self, levels: &[f64], chance: &Chance) -> &Paid {
        let level = pick_level(levels, chance.demand * self.terms.demand, chance.level);
        let stage = self.stages.partition_point(|stage| stage.from <= chance.progress) - 1;
        &self.stages[stage].weeks[level]
    }

    fn live(&self, planned: &Paid, setting: &Setting, moment: Moment, notes: &mut Notes, lived: &mut Lived) {
        let week = &planned.week;
        live(week, &self.chances, moment, notes, lived);
        if self.terms.utilization > 0.0 {
            let wanted_min = self.terms.utilization * week.bookable_min;
            lived.fill(week, &setting.services, wanted_min, &self.chances);
        }
    }

    /// Counts a week that was lived so.
    fn count(&self, planned: &Paid, lived: &Lived, sums: &mut Sums, totals: &mut Totals) {
        let units = lived.units.iter().zip(&lived.more_units);
        let revenue = units
            .zip(&self.terms.price)
            .map(|((units, more), price)| (units + more) * price);
        sums[Line::Revenue as usize] += revenue.sum::<f64>();
        for (sum, cents) in sums.iter_mut().zip(&planned.cents) {
            *sum += cents;
        }
        totals.add(&planned.week, lived, self.terms.overtime);
    }

    /// The month's money, when its weeks brought so much.
    fn money(&self, sums: &Sums) -> Month {
        let mut money = self.fixed;
        let scale = WEEKS_PER_MONTH / f64::from(WEEKS_DRAWN);
        for (&line, sum) in Line::ALL.iter().zip(sums) {
            money.add(line, sum * scale);
        }
        money
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
    fn months_have_their_weeks() {
        assert_eq!([0, 1, 2].map(weeks), [0..0, 0..4, 4..8]);
    }
}
