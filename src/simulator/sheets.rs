//! The clinic's tables at the end: rows, time sheets and drives.

use std::collections::BTreeMap;

use super::emergencies::EMERGENCY;
use super::ledger::Ledger;
use super::live::World;
use crate::kpi::{IndicatorOptions, View};
use crate::model::calendar::Date;
use crate::model::clinic::{Appointment, Referral, StaffDay, Status};
use crate::model::problem::Problem;
use crate::model::{Clinic, Plan};
use crate::order::IntoOrdered;

impl World {
    /// The clinic at the end, with rows and time sheets.
    pub(super) fn finish(mut self) -> Clinic {
        let end = self.end();
        let mut clinic = self.clinic;
        let days = time_sheets(&clinic, &self.problem, &self.plan, &self.busy, self.start);
        let begins = clinic.settings.as_of.max(self.start.at_minute(0));
        clinic.staff_days.retain(|row| row.date < begins.date());
        clinic
            .staff_days
            .extend(days.into_iter().filter(|row| row.date >= begins.date()));
        travel(&clinic, &self.problem, &self.plan, &mut self.ledger);
        answer(&mut clinic.referrals, &self.ledger.rows);
        clinic.appointments.append(&mut self.ledger.rows);
        clinic.attendances.append(&mut self.ledger.seats);
        clinic.settings.as_of = end;
        clinic
    }
}

/// When referrals were answered. An emergency that was placed is told by its session; one that was not is closed at the
/// end of its day.
fn answer(referrals: &mut Vec<Referral>, rows: &[Appointment]) {
    referrals.retain_mut(|referral| {
        let asked_for = |row: &&Appointment| row.patient == referral.patient && row.start >= referral.requested;
        let is_new = referral.first_visit.is_none() && referral.closed.is_none();
        let mut own = rows.iter().filter(asked_for).filter(|_| is_new);
        if referral.emergency && rows.iter().any(|row| row.order.as_ref() == Some(&referral.id)) {
            return false;
        }
        if referral.emergency && is_new && referral.id.starts_with(EMERGENCY) {
            referral.closed = Some(referral.requested.date().plus_days(1).at_minute(0));
        } else if let Some(row) = own.find(|row| row.status == Status::Completed) {
            referral.first_visit = Some(row.start);
        }
        true
    });
}

/// Time sheets of the plan as it was lived, with what ran over at the end of a day.
fn time_sheets(
    clinic: &Clinic,
    problem: &Problem,
    plan: &Plan,
    busy: &BTreeMap<(u32, i32), (i32, i32)>,
    start: Date,
) -> Vec<StaffDay> {
    let index: BTreeMap<&str, u32> = problem
        .clinicians
        .iter()
        .map(|row| row.id.as_str())
        .zip(0_u32..)
        .into_map();
    let view = View::plan(clinic, problem, plan, IndicatorOptions::default());
    let over = |id: &str, day: i32| {
        let spans = index.get(id).and_then(|&clinician| busy.get(&(clinician, day)));
        spans.map_or(0, |&(planned, came)| (came - planned).max(0))
    };
    view.days
        .iter()
        .filter(|day| day.day >= 0 && (day.paid > 0 || day.worked > 0))
        .map(|day| StaffDay {
            clinician: day.clinician.id.clone(),
            date: start.plus_days(day.day),
            paid_min: day.paid + over(&day.clinician.id, day.day),
            worked_min: Some(day.worked + over(&day.clinician.id, day.day)),
            leave_min: day.leave,
            meeting_min: day.meeting,
            protected_min: day.protected,
            travel_min: day.travel,
            after_hours_min: 0,
            miles: day.miles,
        })
        .collect()
}

/// The way to each session, as the plan has it.
fn travel(clinic: &Clinic, problem: &Problem, plan: &Plan, ledger: &mut Ledger) {
    let view = View::plan(clinic, problem, plan, IndicatorOptions::default());
    let sessions: BTreeMap<&str, Vec<i32>> = view
        .events
        .iter()
        .filter(|event| event.row.is_none())
        .map(|event| (event.id, event.shares.iter().map(|share| share.travel).collect()))
        .into_map();
    for (row, &session) in ledger.rows.iter_mut().zip(&ledger.sessions) {
        if matches!(row.status, Status::Completed | Status::NoShow) {
            let key = problem.sessions[session as usize].key.as_str();
            let Some(ways) = sessions.get(key) else { continue };
            row.travel_min = ways.iter().copied().max().filter(|&longest| longest > 0);
            if ways.iter().any(|&way| way != ways[0]) {
                row.part_travel_min.clone_from(ways);
            }
        }
    }
}
