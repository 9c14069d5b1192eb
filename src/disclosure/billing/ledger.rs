//! Authorizations drawn down in the order of time.

use std::collections::{BTreeMap, BTreeSet};

use crate::disclosure::sessions::Visit;
use crate::model::Clinic;
use crate::model::build::units_of;
use crate::model::calendar::Date;
use crate::model::clinic::{Authorization, Unit};
use crate::order::Arrange;

/// How a session stands with its authorization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Standing {
    /// Authorization id; empty if there is none.
    pub(super) id: String,
    pub(super) state: &'static str,
    /// Units left after the session.
    pub(super) left: Option<i32>,
}

struct Ledger<'c> {
    row: &'c Authorization,
    left: i32,
    days: BTreeSet<Date>,
}

/// What is left of every authorization, by patient.
pub(super) struct Ledgers<'c>(BTreeMap<&'c str, Vec<Ledger<'c>>>);

impl<'c> Ledgers<'c> {
    /// Of several the one that ends first is used first.
    pub(super) fn new(clinic: &'c Clinic) -> Self {
        let mut by_patient: BTreeMap<&str, Vec<Ledger>> = BTreeMap::new();
        for row in &clinic.authorizations {
            by_patient.entry(&row.patient).or_default().push(Ledger {
                row,
                left: row.units.saturating_sub(row.used),
                days: BTreeSet::new(),
            });
        }
        for of_patient in by_patient.values_mut() {
            of_patient.arrange_by_key(|ledger| (ledger.row.until, ledger.row.from, ledger.row.units, &ledger.row.id));
        }
        Self(by_patient)
    }

    /// Draws the units of a session that needs an authorization.
    pub(super) fn draw(&mut self, visit: &Visit) -> Standing {
        let date = visit.row.start.date();
        let none = |state| Standing {
            id: String::new(),
            state,
            left: None,
        };
        let Some(ledgers) = self.0.get_mut(visit.patient) else {
            return none("no authorization");
        };
        let covering = |ledger: &Ledger| ledger.row.services.contains(&visit.service.id);
        if !ledgers.iter().any(covering) {
            return none("no authorization");
        }
        let in_force = |ledger: &Ledger| covering(ledger) && ledger.row.from <= date && date <= ledger.row.until;
        if !ledgers.iter().any(in_force) {
            let was = ledgers.iter().any(|ledger| covering(ledger) && ledger.row.until < date);
            return none(if was { "expired" } else { "not yet in force" });
        }
        let mut last = none("used up");
        for ledger in ledgers.iter_mut().filter(|ledger| in_force(ledger)) {
            let wanted = match ledger.row.unit {
                Unit::Day if ledger.days.contains(&date) => 0,
                unit => units_of(unit, visit.row.minutes),
            };
            last.id.clone_from(&ledger.row.id);
            last.left = Some(ledger.left);
            if wanted <= ledger.left {
                ledger.left -= wanted;
                ledger.days.insert(date);
                return Standing {
                    state: "in force",
                    left: Some(ledger.left),
                    ..last
                };
            }
        }
        last
    }
}
