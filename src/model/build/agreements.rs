//! What was agreed: consent to tell something, a clinician's work capped, time of a weekday kept free for emergencies.

use std::collections::BTreeMap;

use super::context::Context;
use super::intervals::length;
use super::rows::Row;
use super::staff::Staff;
use crate::error::Issue;
use crate::model::Clinic;
use crate::model::calendar::{DateTime, Weekday};
use crate::model::clinic::{Consent, Contact, LoadCap, Reserve};
use crate::model::consent;
use crate::model::problem::Duty;
use crate::order::IntoOrdered;

/// Most minutes that can be kept free on a day: a thousand full days.
const MAX_RESERVE_MIN: i32 = 480_000;

/// Reports rows that cannot be used.
pub(super) fn examine(clinic: &Clinic, issues: &mut Vec<Issue>) {
    let patients: BTreeMap<&str, usize> = clinic.patients.iter().map(|row| (&*row.id, 0)).into_map();
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, consent) in clinic.consents.iter().enumerate() {
        let first = *ids.entry(&*consent.id).or_insert(number);
        let is_known = patients.contains_key(&*consent.patient);
        doubt_consent(clinic, (number, first, is_known), consent, issues);
    }
    for (number, cap) in clinic.load_caps.iter().enumerate() {
        is_usable_cap(clinic, number, cap, issues);
    }
    for (number, reserve) in clinic.reserves.iter().enumerate() {
        is_usable_reserve(number, reserve, issues);
    }
}

/// What keeps a consent from ever holding.
fn doubt_consent(
    clinic: &Clinic,
    (number, first, is_known): (usize, usize, bool),
    consent: &Consent,
    issues: &mut Vec<Issue>,
) {
    let mut row = Row::new("consents", number, &consent.id, issues);
    if first != number {
        let cause = format!("the id is also that of row {}", first + 1);
        row.doubt("row.duplicate_id", "id", cause, "give every row an id of its own");
    }
    if !is_known {
        let cause = "there is no such patient; the consent has no effect";
        row.doubt(
            "row.unknown_reference",
            "patient",
            cause,
            "name an existing one, or remove the row",
        );
    }
    if let Some(contact) = &consent.contact {
        let is_own = |known: &Contact| known.id == *contact && known.patient == consent.patient;
        if !clinic.contacts.iter().any(is_own) {
            let cause = "the patient has no such contact; nobody may be told on this consent";
            row.doubt(
                "row.unknown_reference",
                "contact",
                cause,
                "name one of the patient's contacts",
            );
        }
    }
    let ends = [consent.until, consent.revoked.map(DateTime::date)];
    for (field, end) in ["until", "revoked"].into_iter().zip(ends) {
        if end.is_some_and(|end| end < consent.given) {
            let cause = "it ends before it was given, so it never holds";
            row.doubt("row.reversed_dates", field, cause, "correct one of the two dates");
        }
    }
    if let Some(lacks) = consent::lacks(consent) {
        let cause = format!("it {lacks}; nothing is told on it");
        row.doubt(
            "consent.incomplete",
            "",
            cause,
            "complete the paper with the patient, then the row",
        );
    }
}

fn is_usable_cap(clinic: &Clinic, number: usize, cap: &LoadCap, issues: &mut Vec<Issue>) -> bool {
    let mut row = Row::new("load_caps", number, &cap.clinician, issues);
    if clinic.clinicians.iter().all(|known| known.id != cap.clinician) {
        let cause = "there is no such clinician; the cap has no effect";
        row.refuse(
            "row.unknown_reference",
            "clinician",
            cause,
            "name an existing one, or remove the cap",
        );
    }
    if cap.until < cap.from {
        row.refuse(
            "row.reversed_dates",
            "until",
            "the last day is before the first",
            "correct one of the two dates",
        );
    }
    row.within("week_min", cap.week_min, 0, 10_080, "minutes");
    row.usable()
}

fn is_usable_reserve(number: usize, reserve: &Reserve, issues: &mut Vec<Issue>) -> bool {
    let mut row = Row::new("reserves", number, "", issues);
    row.within("minutes", reserve.minutes, 0, MAX_RESERVE_MIN, "minutes");
    row.usable()
}

/// Lowers the limits of clinicians whose work is capped.
///
/// A cap that holds on all of a clinician's days of the horizon is one on the week. Of a week in which it holds on some
/// days only, those days get their share of it, by their hours.
pub(super) fn cap_loads(context: &Context, staff: &mut Staff) {
    for (number, cap) in context.clinic.load_caps.iter().enumerate() {
        let usable = is_usable_cap(context.clinic, number, cap, &mut Vec::new());
        let Some(&at) = staff.index.get(&*cap.clinician).filter(|_| usable) else {
            continue;
        };
        let (from, until) = (cap.from.days_since(context.start), cap.until.days_since(context.start));
        let holds = |duty: &Duty| (from..=until).contains(&i32::from(duty.day));
        let own = |duty: &&Duty| duty.clinician == at;
        let clinician = &mut staff.clinicians[at as usize];
        if !staff.duties.iter().any(|duty| own(&duty) && holds(duty)) {
            continue;
        }
        if staff.duties.iter().filter(own).all(holds) {
            clinician.max_week_min = clinician.max_week_min.min(cap.week_min);
            clinician.target_week_min = clinician.target_week_min.min(cap.week_min);
            continue;
        }
        for (week, &worked) in clinician.worked_before.iter().enumerate() {
            let of_week = |duty: &&Duty| own(duty) && usize::from(duty.week) == week;
            let hours = |duty: &Duty| i64::from(length(&duty.windows));
            let all: i64 = staff.duties.iter().filter(of_week).map(hours).sum();
            let capped = staff.duties.iter().filter(of_week).filter(|duty| holds(duty));
            let capped: i64 = capped.map(hours).sum();
            let whole = capped == all;
            let allowed = if whole {
                i64::from((cap.week_min - worked).max(0))
            } else {
                i64::from(cap.week_min) * capped / all.max(1)
            };
            let mut before = 0;
            for duty in staff.duties.iter_mut().filter(|duty| of_week(&&**duty)) {
                if !(from..=until).contains(&i32::from(duty.day)) {
                    continue;
                }
                let after = before + i64::from(length(&duty.windows));
                let share = allowed * after / capped.max(1) - allowed * before / capped.max(1);
                duty.max_work_min = duty.max_work_min.min(share as i32);
                before = after;
            }
        }
    }
}

/// Minutes kept free by weekday; of several rows the last counts.
pub(super) fn reserves(clinic: &Clinic) -> BTreeMap<Weekday, i32> {
    let mut kept = BTreeMap::new();
    for (number, reserve) in clinic.reserves.iter().enumerate() {
        if is_usable_reserve(number, reserve, &mut Vec::new()) {
            kept.insert(reserve.weekday, reserve.minutes);
        }
    }
    kept
}
