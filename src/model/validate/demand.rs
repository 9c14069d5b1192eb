//! Demand against capacity: what is asked for, beside the time there is for it, with the arithmetic.

use std::collections::BTreeMap;

use super::Findings;
use crate::error::Issue;
use crate::model::build::intervals::length;
use crate::model::problem::{Duty, Problem};

impl Findings<'_> {
    pub(super) fn check_demand(&mut self, problem: &Problem) {
        self.check_presence(problem);
        self.check_capacity(problem);
    }

    /// Everybody away.
    fn check_presence(&mut self, problem: &Problem) {
        if !problem.clinicians.is_empty() && problem.duties.is_empty() {
            let cause = "no clinician is there on any day of the horizon";
            self.doubt_table(
                "clinic.nobody_there",
                "clinicians",
                cause,
                "check hours, absences and the horizon",
            );
        }
        if !problem.patients.is_empty() && problem.patients.iter().all(|patient| patient.windows.is_empty()) {
            let cause = "no patient can come on any day of the horizon";
            self.doubt_table(
                "clinic.no_patient_there",
                "patients",
                cause,
                "check hours, absences and care dates",
            );
        }
        if !problem.rooms.is_empty() && problem.room_classes.iter().all(|class| class.open.is_empty()) {
            let cause = "no room is open on any day of the horizon";
            self.doubt_table("clinic.no_room_open", "rooms", cause, "check hours and closures");
        }
    }

    /// Minutes asked for and minutes there are, for everyone and for each discipline that services ask for.
    fn check_capacity(&mut self, problem: &Problem) {
        let clinic = self.clinic;
        let mut demand: BTreeMap<Option<&str>, i64> = BTreeMap::new();
        for session in &problem.sessions {
            let discipline = self
                .rows
                .services
                .get(&*session.service)
                .map(|&row| &clinic.services[row].discipline);
            let discipline = discipline.and_then(Option::as_deref);
            for (number, part) in session.parts.iter().enumerate() {
                let minutes = i64::from(part.before + part.minutes + part.after);
                *demand.entry(None).or_default() += minutes;
                if let Some(discipline) = discipline.filter(|_| number == 0) {
                    *demand.entry(Some(discipline)).or_default() += minutes;
                }
            }
        }
        let minutes_of = |duty: &Duty| i64::from(length(&duty.windows).min(duty.max_work_min));
        let mut capacity: BTreeMap<Option<&str>, i64> = BTreeMap::new();
        for duty in &problem.duties {
            let id = &problem.clinicians[duty.clinician as usize].id;
            let Some(&row) = self.rows.clinicians.get(&**id) else {
                continue;
            };
            *capacity.entry(None).or_default() += minutes_of(duty);
            *capacity.entry(Some(&clinic.clinicians[row].discipline)).or_default() += minutes_of(duty);
        }
        for (discipline, wanted) in demand {
            let there = capacity.get(&discipline).copied().unwrap_or(0);
            if wanted > there {
                self.issues.push(shortage(discipline, wanted, there));
            }
        }
    }
}

fn shortage(discipline: Option<&str>, wanted: i64, there: i64) -> Issue {
    let who = discipline.map_or_else(|| "all clinicians".into(), |name| format!("discipline `{name}`"));
    let times = if there > 0 {
        format!("{:.1} times", wanted as f64 / there as f64)
    } else {
        "more than".into()
    };
    let cause = format!(
        "{who}: {} h asked for are {times} the {} h that clinicians are there",
        wanted / 60,
        there / 60
    );
    let tenfold = wanted >= 10 * there;
    let (code, action) = if tenfold {
        (
            "demand.tenfold",
            "check orders, lengths and hours: this is likely to be a mistake in the data",
        )
    } else {
        ("demand.above_capacity", "expect unplaced sessions, or add hours")
    };
    Issue::warning(code, "orders", cause, action)
}
