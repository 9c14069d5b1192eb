//! Plans the representative weeks: the clinic's own week at several levels of demand, under some of the changes.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::access::Access;
use super::edits::demand::set_demand;
use super::edits::edit;
use super::lever::Lever;
use super::week::PlannedWeek;
use crate::error::{Error, Result};
use crate::model::clinic::{Freedom, Status};
use crate::model::problem::{Assigned, Placement, Problem};
use crate::model::weights::Weight;
use crate::model::{self, Clinic, CostTerm, Plan};
use crate::optimizer::{Params, solve};
use crate::order::{Arrange, IntoOrdered};

/// A change that is in force, with the value it has.
pub type Edit = (Lever, f64);

/// Plans weeks and remembers them.
pub struct Planner {
    clinic: Clinic,
    levels: Vec<f64>,
    seed: u64,
    steps: u64,
    with_access: bool,
    starts: BTreeMap<usize, Start>,
    planned: BTreeMap<Key, Rc<PlannedWeek>>,
}

/// Level of demand and edits, with values as bits.
type Key = (usize, Vec<(Lever, u64)>);

/// Where every plan of a level begins: the unchanged clinic's plan.
struct Start {
    problem: Problem,
    plan: Plan,
}

impl Planner {
    /// A planner for the week with which the horizon of `clinic` begins, at these levels of demand (1 = today's).
    ///
    /// Every plan of a level starts from the same plan of the unchanged clinic, made by [`Self::prepare`], and gets
    /// `steps` more with the same seed: the base no fewer than a scenario.
    pub fn new(clinic: &Clinic, levels: Vec<f64>, seed: u64, steps: u64) -> Self {
        let mut clinic = representative(clinic);
        model::build::forget(&mut clinic);
        Self {
            clinic,
            levels,
            seed,
            steps,
            with_access: false,
            starts: BTreeMap::new(),
            planned: BTreeMap::new(),
        }
    }

    /// A planner of the same clinic at today's demand alone, by so many steps.
    pub fn at_today(&self, steps: u64) -> Self {
        Self {
            clinic: self.clinic.clone(),
            levels: vec![1.0],
            steps,
            starts: BTreeMap::new(),
            planned: BTreeMap::new(),
            ..*self
        }
    }

    /// The same, which also counts [`Access`] of every week of `clinic`.
    #[must_use]
    pub fn with_access(self, clinic: &Clinic) -> Self {
        Self {
            // Strain looks back farther than a plan does.
            clinic: representative(clinic),
            with_access: true,
            ..self
        }
    }

    /// Levels of demand, ascending.
    pub fn levels(&self) -> &[f64] {
        &self.levels
    }

    /// The week that was planned for a level and edits, if it was.
    pub fn planned(&self, level: usize, edits: &[Edit]) -> Option<Rc<PlannedWeek>> {
        self.planned.get(&key(level, edits)).cloned()
    }

    /// Weeks planned so far.
    pub fn count(&self) -> usize {
        self.planned.len()
    }

    /// Improves the plan from which all plans of a level start, by `steps` steps. `piece` numbers the calls, from 0.
    pub fn prepare(&mut self, level: usize, piece: u64, steps: u64) {
        let params = Params {
            seed: self.seed.wrapping_add(piece),
            ..self.params(steps)
        };
        match self.starts.get_mut(&level) {
            Some(start) => start.plan = improved(&start.problem, &params, Some(&start.plan)),
            None => {
                let problem = model::build(&self.changed(level, &[])).problem;
                let plan = improved(&problem, &params, None);
                self.starts.insert(level, Start { problem, plan });
            }
        }
    }

    /// Plans the week of a level, which has been prepared, under these edits.
    ///
    /// # Errors
    /// `scenario.plan_rejected`: the independent checker found a broken hard rule in the plan.
    pub fn plan(&mut self, level: usize, edits: &[Edit]) -> Result<()> {
        let key = key(level, edits);
        if self.planned.contains_key(&key) {
            return Ok(());
        }
        let Some(start) = self.starts.get(&level) else {
            return Ok(());
        };
        let params = self.params(self.steps);
        let mut clinic = self.changed(level, edits);
        let week = if key.1.is_empty() {
            let plan = improved(&start.problem, &params, Some(&start.plan));
            self.checked(&mut clinic, &start.problem, &plan)?
        } else {
            let problem = model::build(&clinic).problem;
            let from = carry(&start.problem, &start.plan, &problem);
            let plan = improved(&problem, &params, Some(&from));
            self.checked(&mut clinic, &problem, &plan)?
        };
        self.planned.insert(key, Rc::new(week));
        Ok(())
    }

    fn checked(&self, clinic: &mut Clinic, problem: &Problem, plan: &Plan) -> Result<PlannedWeek> {
        if !model::check(problem, plan).is_empty() {
            let message = "a planned week breaks a hard rule and is not counted; please report this";
            return Err(Error::new("scenario.plan_rejected", message));
        }
        let access = self.with_access.then(|| Access::of(clinic, problem, plan));
        // What is counted of a planned week is in the plan; reading past appointments again would take most of the time.
        clinic.appointments.clear();
        clinic.attendances.clear();
        Ok(PlannedWeek {
            access,
            ..PlannedWeek::new(clinic, problem, plan)
        })
    }

    fn params(&self, steps: u64) -> Params {
        Params {
            seed: self.seed,
            steps,
            ..Params::default()
        }
    }

    fn changed(&self, level: usize, edits: &[Edit]) -> Clinic {
        let mut clinic = self.clinic.clone();
        for (lever, value) in &key(level, edits).1 {
            edit(&mut clinic, lever, f64::from_bits(*value));
        }
        set_demand(&mut clinic, self.levels.get(level).copied().unwrap_or(1.0));
        clinic
    }
}

/// Edits in one order whatever the order of the request; those that change nothing are left out.
fn key(level: usize, edits: &[Edit]) -> Key {
    let mut edits: Vec<(Lever, u64)> = edits
        .iter()
        .filter(|(_, value)| *value != 0.0)
        .map(|(lever, value)| (lever.clone(), value.to_bits()))
        .collect();
    edits.arrange();
    (level, edits)
}

/// The plan after the optimizer's run; a problem without sessions has only the empty plan.
fn improved(problem: &Problem, params: &Params, start: Option<&Plan>) -> Plan {
    if problem.sessions.is_empty() {
        return Plan::empty(problem);
    }
    solve(problem, params, start).0
}

/// The clinic's first week as a week like any other: sessions come from orders, groups and shifts, nothing of it is booked
/// yet, and moving costs nothing because patients of a coming year have no slot to keep.
pub fn representative(clinic: &Clinic) -> Clinic {
    let mut week = clinic.clone();
    week.settings.horizon_days = week.settings.horizon_days.min(7);
    let as_of = week.settings.as_of.max(week.settings.horizon_start.at_minute(0));
    week.appointments.retain_mut(|row| {
        row.freedom = if row.start < as_of { row.freedom } else { Freedom::Free };
        row.start < as_of || (row.order.is_none() && row.patient.is_some() && row.status == Status::Booked)
    });
    let kept: std::collections::BTreeSet<&str> = week.appointments.iter().map(|row| row.id.as_str()).into_set();
    week.attendances.retain(|row| kept.contains(row.appointment.as_str()));
    week.weights.retain(|weight| weight.term != CostTerm::Change);
    week.weights.push(Weight {
        term: CostTerm::Change,
        cents: 0,
    });
    week
}

/// The part of a plan that still means something in another problem: same keys, same people, same rooms.
fn carry(from: &Problem, plan: &Plan, to: &Problem) -> Plan {
    let sessions = positions(to.sessions.iter().map(|row| row.key.as_str()));
    let clinicians = positions(to.clinicians.iter().map(|row| row.id.as_str()));
    let rooms = positions(to.rooms.iter().map(|row| row.id.as_str()));
    let mut carried = Plan::empty(to);
    for (session, placement) in from.sessions.iter().zip(&plan.placements) {
        let (Some(placement), Some(&at)) = (placement, sessions.get(session.key.as_str())) else {
            continue;
        };
        let modality = session.choices[placement.choice as usize].modality;
        let choices = &to.sessions[at].choices;
        let Some(choice) = choices.iter().position(|choice| choice.modality == modality) else {
            continue;
        };
        let room = placement.room.map(|room| from.rooms[room as usize].id.as_str());
        let parts: Option<Vec<Assigned>> = placement
            .parts
            .iter()
            .map(|part| {
                let clinician = *clinicians.get(from.clinicians[part.clinician as usize].id.as_str())?;
                Some(Assigned {
                    clinician: clinician as u32,
                    start: part.start,
                })
            })
            .collect();
        let Some(parts) = parts.filter(|parts| parts.len() == to.sessions[at].parts.len()) else {
            continue;
        };
        let room = match room {
            Some(id) => match rooms.get(id) {
                Some(&room) => Some(room as u32),
                None => continue,
            },
            None => None,
        };
        carried.placements[at] = Some(Placement {
            start: placement.start,
            choice: choice as u8,
            room,
            parts,
        });
    }
    let orders = positions(to.seat_orders.iter().map(|row| row.order.as_str()));
    for (order, seats) in from.seat_orders.iter().zip(&plan.seats) {
        let Some(&at) = orders.get(order.order.as_str()) else {
            continue;
        };
        let kept = seats
            .iter()
            .filter_map(|&seat| sessions.get(from.sessions[seat as usize].key.as_str()))
            .map(|&seat| seat as u32)
            .filter(|seat| to.seat_orders[at].options.contains(seat));
        carried.seats[at] = kept.collect();
        carried.seats[at].arrange();
    }
    carried
}

fn positions<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    names.enumerate().map(|(at, name)| (name, at)).into_map()
}

/// Levels of demand that reach from `least` to `most`, today's always among them, at most `count` in all.
pub fn demand_levels(least: f64, most: f64, count: usize) -> Vec<f64> {
    let (least, most) = (least.clamp(0.1, 1.0), most.clamp(1.0, 4.0));
    let mut levels = vec![1.0];
    let (below, above) = (1.0 - least, most - 1.0);
    let others = count.saturating_sub(1);
    // The wider side gets the odd one.
    let low = if below > above { others.div_ceil(2) } else { others / 2 };
    let low = if below < 1e-9 { 0 } else { low };
    let high = if above < 1e-9 { 0 } else { others - low };
    let low = if above < 1e-9 && below >= 1e-9 { others } else { low };
    levels.extend((1..=low).map(|step| 1.0 - below * step as f64 / low as f64));
    levels.extend((1..=high).map(|step| 1.0 + above * step as f64 / high as f64));
    levels.arrange_by(f64::total_cmp);
    levels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_reach_both_ends_and_hold_today() {
        assert_eq!(demand_levels(0.8, 1.4, 4), [0.8, 1.0, 1.2, 1.4]);
        assert_eq!(demand_levels(1.0, 1.0, 4), [1.0]);
        assert_eq!(demand_levels(0.5, 1.0, 3), [0.5, 0.75, 1.0]);
        assert_eq!(demand_levels(1.2, 0.9, 4), [1.0]);
    }
}
