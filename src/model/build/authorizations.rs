//! Authorizations become budgets: what is left after everything that was drawn before, in the order of time.
//!
//! A session draws from one authorization, the earliest-ending one that covers its service and days and still has
//! units. Where several authorizations follow each other, each session is given one of them beforehand, so no unit
//! is ever counted twice.

use std::collections::BTreeMap;

use super::builder::Builder;
use super::context::in_order;
use crate::error::Issue;
use crate::model::calendar::DAY_MIN;
use crate::model::clinic::{Authorization, AuthorizationMode, Clinic, Status, Unit};
use crate::model::problem::{Budget, Draw};
use crate::order::{Arrange, IntoOrdered};

/// 15-minute units of a session by the 8-minute rule [8MIN]: 8 to 22 minutes are one, 23 to 37 two, and so on.
pub fn quarter_units(minutes: i32) -> i32 {
    minutes / 15 + i32::from(minutes % 15 >= 8)
}

/// Units that one session of this length draws.
pub fn units_of(unit: Unit, minutes: i32) -> i32 {
    match unit {
        Unit::Visit | Unit::Day => 1,
        Unit::Quarter => quarter_units(minutes),
        Unit::Hour => (minutes + 59) / 60,
    }
}

/// Units left of every authorization when the document was written, by id: what was granted without what was used
/// elsewhere and what the appointments before `as_of` draw. Appointments never bring it below 0.
pub fn units_left(clinic: &Clinic) -> BTreeMap<&str, i32> {
    let builder = Builder::new(clinic);
    let mut ledgers = builder.ledgers();
    builder.draw_past(&mut ledgers);
    let all = ledgers.into_values().flatten();
    all.map(|ledger| (&*ledger.row.id, ledger.left)).into_map()
}

/// An authorization with what is left of it.
struct Ledger<'c> {
    row: &'c Authorization,
    /// Units left at the start of the horizon.
    left: i32,
    /// The last day on which a unit of a day was drawn.
    last_day: Option<i32>,
    /// Units that the sessions assigned so far would draw.
    planned: i32,
    /// Budget index, once something draws from it.
    budget: Option<u32>,
}

/// Something that needs units: a session, or the seats of one week.
struct Need {
    seat: bool,
    at: usize,
    service: usize,
    minutes: i32,
    count: i32,
    /// Days on which it may lie, one bit each.
    days: u32,
    /// Order of assignment: week, then published or first possible start.
    rank: (usize, i32),
}

impl<'c> Builder<'c> {
    /// Draws down what is over and gives every session that needs one its authorization.
    pub(crate) fn add_budgets(&mut self) {
        let mut ledgers = self.ledgers();
        self.draw_past(&mut ledgers);
        let mut short: BTreeMap<usize, i32> = BTreeMap::new();
        for (patient, mut needs) in self.needs() {
            needs.arrange_by_key(|need| (need.rank, need.seat, need.at));
            for need in needs {
                let id = self.patients[patient as usize].id.clone();
                let found = ledgers
                    .get_mut(&*id)
                    .and_then(|of_patient| self.choose(of_patient, &need));
                self.assign(patient, &need, found, &mut short);
            }
        }
        for (row, count) in short {
            let order = &self.context.clinic.orders[row];
            let cause = format!("{count} of its sessions in the horizon have no authorization left; they are planned");
            let action = "ask the payer, or set the authorization mode to `block`";
            self.doubt(
                "orders",
                row,
                &order.id,
                ["authorization.missing", "service", &cause, action],
            );
        }
    }

    fn ledgers(&self) -> BTreeMap<&'c str, Vec<Ledger<'c>>> {
        let mut ledgers: BTreeMap<&str, Vec<Ledger>> = BTreeMap::new();
        for row in in_order(&self.context.rows.authorizations) {
            let row = &self.context.clinic.authorizations[row];
            ledgers.entry(&row.patient).or_default().push(Ledger {
                row,
                left: row.units - row.used,
                last_day: None,
                planned: 0,
                budget: None,
            });
        }
        for of_patient in ledgers.values_mut() {
            of_patient.arrange_by_key(|ledger| (ledger.row.until, ledger.row.from));
        }
        ledgers
    }

    /// Everything that took place (or is unresolved) before the horizon or before `as_of`, in the order of time.
    fn draw_past(&self, ledgers: &mut BTreeMap<&'c str, Vec<Ledger<'c>>>) {
        let clinic = self.context.clinic;
        let mut past: Vec<(i32, usize)> = Vec::new();
        for &row in self.context.rows.appointments.values() {
            let start = self.context.minute(clinic.appointments[row].start);
            if start < self.context.now {
                past.push((start, row));
            }
        }
        past.arrange();
        let counts = |status: Status| matches!(status, Status::Completed | Status::Booked);
        for (start, row) in past {
            let appointment = &clinic.appointments[row];
            let service = &self.context.rows.services[&*appointment.service];
            if !self.service(*service).needs_authorization {
                continue;
            }
            let day = start.div_euclid(DAY_MIN);
            let mut draw = |patient: &str| {
                if let Some(of_patient) = ledgers.get_mut(patient) {
                    draw_one(
                        of_patient,
                        &appointment.service,
                        appointment.minutes,
                        day,
                        self.context.start,
                    );
                }
            };
            match &appointment.patient {
                Some(patient) if counts(appointment.status) => draw(patient),
                _ => {
                    for &seat in self.history.seats_of(&appointment.id) {
                        let seat = &clinic.attendances[seat];
                        if counts(seat.status) {
                            draw(&seat.patient);
                        }
                    }
                }
            }
        }
    }

    /// What needs units, by patient.
    fn needs(&self) -> BTreeMap<u32, Vec<Need>> {
        let mut needs: BTreeMap<u32, Vec<Need>> = BTreeMap::new();
        for (at, (session, slot)) in self.sessions.iter().zip(&self.slots).enumerate() {
            let Some(patient) = session.patient else { continue };
            if slot.is_over || !self.service(slot.service).needs_authorization {
                continue;
            }
            let start = session.published.as_ref().map(|placement| placement.start);
            let first = start
                .or(session.windows.first().map(|window| window.0))
                .unwrap_or(i32::MAX);
            needs.entry(patient).or_default().push(Need {
                seat: false,
                at,
                service: slot.service,
                minutes: session.parts[0].minutes,
                count: 1,
                days: start.map_or_else(|| window_days(&session.windows), |start| 1 << (start / DAY_MIN)),
                rank: (slot.period, first),
            });
        }
        for (at, (order, slot)) in self.seat_orders.iter().zip(&self.seat_slots).enumerate() {
            let service = self.service(slot.service);
            if slot.is_over || !service.needs_authorization {
                continue;
            }
            let (from, to) = self.context.span(slot.week);
            needs.entry(order.patient).or_default().push(Need {
                seat: true,
                at,
                service: slot.service,
                minutes: service.minutes,
                count: order.count,
                days: (from / DAY_MIN..to / DAY_MIN).fold(0, |bits, day| bits | 1 << day),
                rank: (slot.week, from),
            });
        }
        needs
    }

    /// The authorization for a need: the first that still has units, else the last that covers it at all.
    fn choose<'l>(&self, ledgers: &'l mut [Ledger<'c>], need: &Need) -> Option<&'l mut Ledger<'c>> {
        let service = self.service(need.service);
        let covers = |ledger: &Ledger| {
            ledger.row.services.contains(&service.id)
                && self.context.day_bits(Some(ledger.row.from), Some(ledger.row.until)) & need.days != 0
        };
        let candidates: Vec<usize> = (0..ledgers.len()).filter(|&at| covers(&ledgers[at])).collect();
        let has_units = |&&at: &&usize| {
            let ledger = &ledgers[at];
            ledger.left - ledger.planned >= units_of(ledger.row.unit, need.minutes)
        };
        let at = *candidates.iter().find(has_units).or(candidates.last())?;
        ledgers[at].planned += units_of(ledgers[at].row.unit, need.minutes) * need.count;
        ledgers.get_mut(at)
    }

    fn assign(&mut self, patient: u32, need: &Need, ledger: Option<&mut Ledger>, short: &mut BTreeMap<usize, i32>) {
        if self.context.clinic.settings.authorization_mode == AuthorizationMode::Warn {
            let missing = ledger.is_none_or(|ledger| ledger.planned > ledger.left && ledger.row.unit != Unit::Day);
            let order = if need.seat {
                self.seat_slots[need.at].order
            } else {
                self.slots[need.at].order
            };
            match order {
                Some(row) if missing => *short.entry(row).or_default() += need.count,
                None if missing => self.issues.push(Issue::warning(
                    "authorization.missing",
                    "appointments",
                    "a booked session that serves no order has no authorization left; it is planned",
                    "ask the payer, or cancel it",
                )),
                _ => {}
            }
            return;
        }
        let draw = match ledger {
            Some(ledger) => Draw {
                budget: self.budget_of(ledger),
                units: units_of(ledger.row.unit, need.minutes),
            },
            None => Draw {
                budget: self.no_budget(patient),
                units: 1,
            },
        };
        if need.seat {
            self.seat_orders[need.at].draws = vec![draw];
        } else {
            self.sessions[need.at].draws = vec![draw];
        }
    }

    fn budget_of(&mut self, ledger: &mut Ledger) -> u32 {
        let row = ledger.row;
        *ledger.budget.get_or_insert_with(|| {
            self.budgets.push(Budget {
                id: row.id.clone(),
                units: ledger.left.max(0),
                per_day: row.unit == Unit::Day,
                days: self.context.day_bits(Some(row.from), Some(row.until)),
            });
            self.budgets.len() as u32 - 1
        })
    }

    /// The budget of nothing: for a session that needs an authorization that does not exist.
    fn no_budget(&mut self, patient: u32) -> u32 {
        let id = format!("none/{}", self.patients[patient as usize].id);
        let known = self.budgets.iter().position(|budget| budget.id == id);
        known.unwrap_or_else(|| {
            self.budgets.push(Budget {
                id,
                units: 0,
                per_day: false,
                days: 0,
            });
            self.budgets.len() - 1
        }) as u32
    }
}

fn window_days(windows: &[crate::model::problem::Interval]) -> u32 {
    windows
        .iter()
        .fold(0, |bits, window| bits | 1 << (window.0 / DAY_MIN).clamp(0, 31))
}

/// Draws one past session from the first authorization that covers its day and still has units.
fn draw_one(ledgers: &mut [Ledger], service: &str, minutes: i32, day: i32, start: crate::model::calendar::Date) {
    let date = start.plus_days(day);
    let ledger = ledgers.iter_mut().find(|ledger| {
        let row = ledger.row;
        let covers = row.services.iter().any(|covered| covered == service) && row.from <= date && date <= row.until;
        let paid_today = row.unit == Unit::Day && ledger.last_day == Some(day);
        covers && (paid_today || ledger.left >= units_of(row.unit, minutes))
    });
    if let Some(ledger) = ledger {
        if ledger.row.unit != Unit::Day || ledger.last_day != Some(day) {
            ledger.left -= units_of(ledger.row.unit, minutes);
        }
        ledger.last_day = Some(day);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_by_the_eight_minute_rule() {
        let cases = [
            (0, 0),
            (7, 0),
            (8, 1),
            (22, 1),
            (23, 2),
            (37, 2),
            (38, 3),
            (53, 4),
            (68, 5),
            (83, 6),
        ];
        for (minutes, units) in cases {
            assert_eq!(quarter_units(minutes), units, "{minutes} minutes");
            assert_eq!(units_of(Unit::Quarter, minutes), units, "{minutes} minutes");
        }
        for (unit, minutes, units) in [
            (Unit::Hour, 60, 1),
            (Unit::Hour, 61, 2),
            (Unit::Visit, 90, 1),
            (Unit::Visit, 180, 1),
        ] {
            assert_eq!(units_of(unit, minutes), units, "{unit:?} of {minutes} minutes");
        }
    }
}
