//! A check before claims are made: which code and how many units fit the minutes, and whether an authorization was in
//! force. Suggestions by the dated rule packs, to be read by a biller; nothing here is a claim.

mod codes;
mod ledger;
mod units;

use std::collections::BTreeMap;

use super::sessions::{Index, Visit};
use super::{Scope, Sheet, consent_to, date_cell, text_cell, whole};
use crate::model::Clinic;
use crate::model::calendar::Date;
use crate::model::clinic::{Billing, DisclosurePurpose, Status};
use crate::model::consent::{Consents, Recipient};
use crate::model::raw::Cell;
use crate::model::rules::Rules;
use codes::{Day, Suggestion, suggest};
use ledger::Ledgers;

pub use units::{UnitRule, shared_units, units};

/// Sessions that took place, as billed by the tables and as the rules suggest.
pub fn check(clinic: &Clinic, scope: Scope) -> Sheet {
    let header = [
        "session",
        "patient",
        "date",
        "minutes",
        "code",
        "units",
        "suggested_code",
        "suggested_units",
        "differs",
        "why",
        "authorization",
        "state",
        "units_left",
        "consent",
        "covers",
    ];
    let mut sheet = Sheet::new("list-4", &header);
    let (index, consents) = (Index::new(clinic), Consents::new(clinic));
    let done: Vec<Visit> = index
        .visits()
        .into_iter()
        .filter(|visit| visit.status == Status::Completed)
        .collect();
    let days = days(&done);
    let mut packs: BTreeMap<Date, Rules> = BTreeMap::new();
    let mut ledgers = Ledgers::new(clinic);
    for (at, visit) in done.iter().enumerate() {
        let (row, service) = (visit.row, visit.service);
        // Units are drawn in the order of time, also by what lies before the list.
        let standing = service.needs_authorization.then(|| ledgers.draw(visit));
        if service.billing == Billing::None || !scope.covers(row.start) {
            continue;
        }
        let asked = (visit.patient, DisclosurePurpose::Billing, Recipient::Named);
        let consent = match consent_to(&consents, asked, (scope.now, scope.now)) {
            Ok(consent) => consent,
            Err(reason) => {
                sheet.leave_out(&row.id, visit.patient, reason);
                continue;
            }
        };
        let date = row.start.date();
        let rules = packs
            .entry(date)
            .or_insert_with(|| Rules::in_force(&clinic.settings.rule_packs, date).with_overrides(&clinic.rules));
        let day = days.get(&(visit.patient, date)).map_or(&[][..], Vec::as_slice);
        let context = Day {
            visits: day,
            all: &done,
            settings: &clinic.settings,
        };
        let billed = billed(visit, at, day, &done);
        let suggestion = suggest(visit, at, &context, rules);
        let code = service.billing_code.as_deref().unwrap_or_default();
        let differs = suggestion.is_certain && (suggestion.code != code || suggestion.units != billed);
        let (authorization, state, left) = match &standing {
            None => (String::new(), "not needed", Cell::Empty),
            Some(standing) => (
                standing.id.clone(),
                standing.state,
                standing.left.map_or(Cell::Empty, whole),
            ),
        };
        sheet.rows.push(vec![
            text_cell(&row.id),
            text_cell(visit.patient),
            date_cell(row.start),
            whole(row.minutes),
            text_cell(code),
            whole(billed),
            text_cell(&suggestion.code),
            whole(suggestion.units),
            Cell::Text(if differs { "yes" } else { "no" }.into()),
            text_cell(&suggestion.why),
            text_cell(&authorization),
            text_cell(state),
            left,
            text_cell(&consent.id),
            text_cell(&consent.what),
        ]);
    }
    sheet
}

/// Places in the list of what each patient received on each day.
fn days<'c>(done: &[Visit<'c>]) -> BTreeMap<(&'c str, Date), Vec<usize>> {
    let mut days: BTreeMap<(&str, Date), Vec<usize>> = BTreeMap::new();
    for (at, visit) in done.iter().enumerate() {
        let day = visit.row.start.date();
        days.entry((visit.patient, day)).or_default().push(at);
    }
    days
}

/// Units as the service says that it is paid, each session by itself; a day once.
fn billed(visit: &Visit, at: usize, day: &[usize], done: &[Visit]) -> i32 {
    match visit.service.billing {
        Billing::None => 0,
        Billing::Visit => 1,
        Billing::Quarter => units(visit.row.minutes, 15, 8),
        Billing::PerDiem => i32::from(first_of_code(visit, at, day, done)),
    }
}

/// True if it is the first session of the day with its code.
fn first_of_code(visit: &Visit, at: usize, day: &[usize], done: &[Visit]) -> bool {
    let same = |other: &&usize| {
        done.get(**other)
            .is_some_and(|other| other.service.billing_code == visit.service.billing_code)
    };
    day.iter().find(same) == Some(&at)
}

impl Suggestion {
    fn none(why: impl Into<String>) -> Self {
        Self {
            code: String::new(),
            units: 0,
            why: why.into(),
            is_certain: true,
        }
    }

    fn of(code: &str, units: i32, why: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            units,
            why: why.into(),
            is_certain: true,
        }
    }
}
