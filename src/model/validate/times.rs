//! Dates and times: placeholders, clock changes, sessions past midnight, what is done but not yet begun.

use jiff::tz::TimeZone;

use super::Findings;
use crate::error::{Issue, Severity};
use crate::model::calendar::{DAY_MIN, Date, DateTime};
use crate::model::clinic::{Appointment, Kind, Status};
use crate::model::limits;
use crate::model::problem::Problem;
use crate::model::zones::{self, Occurs};

/// Days around the horizon in which clock changes are looked for: the rules of the zone table are today's.
const NEAR_DAYS: i32 = 400;

/// A row and field.
type At<'a> = (&'static str, usize, &'a str, &'static str);

impl Findings<'_> {
    pub(super) fn check_times(&mut self, problem: &Problem) {
        let clinic = self.clinic;
        let zone = zones::zone(&clinic.settings.time_zone);
        if zone.is_none() {
            let cause = "it is not a known time zone; changes of the clock are not looked for";
            let issue = Issue::error(
                "settings.time_zone",
                "settings",
                cause,
                "use a name like `America/New_York`",
            );
            self.issues.push(issue.row(1).field("time_zone"));
        }
        let zone = zone.unwrap_or(TimeZone::UTC);
        self.check_dates();
        self.check_moments(&zone);
        self.check_horizon(&zone);
        self.check_appointments();
        self.check_lengths(problem);
    }

    /// Dates that are likely to be placeholders.
    fn check_dates(&mut self) {
        let clinic = self.clinic;
        let mut dates: Vec<(At, Date)> = vec![
            (("settings", 0, "", "horizon_start"), clinic.settings.horizon_start),
            (("settings", 0, "", "as_of"), clinic.settings.as_of.date()),
        ];
        let mut optional = |at: At<'static>, date: Option<Date>| dates.extend(date.map(|date| (at, date)));
        for (row, license) in clinic.licenses.iter().enumerate() {
            optional(("licenses", row, "", "from"), license.from);
            optional(("licenses", row, "", "until"), license.until);
        }
        for (row, patient) in clinic.patients.iter().enumerate() {
            optional(("patients", row, "", "admitted"), patient.admitted);
            optional(("patients", row, "", "discharged"), patient.discharged);
        }
        for (row, order) in clinic.orders.iter().enumerate() {
            optional(("orders", row, "", "from"), Some(order.from));
            optional(("orders", row, "", "until"), Some(order.until));
        }
        for (row, item) in clinic.authorizations.iter().enumerate() {
            optional(("authorizations", row, "", "from"), Some(item.from));
            optional(("authorizations", row, "", "until"), Some(item.until));
        }
        for (row, item) in clinic.appointments.iter().enumerate() {
            optional(("appointments", row, "", "start"), Some(item.start.date()));
        }
        for (at, date) in dates {
            let year = date.0.year();
            if year < limits::YEARS.0 || year > limits::YEARS.1 {
                let cause =
                    format!("the year {year} is likely to stand for `unknown` or `no end`; it is used as it is");
                self.doubt(
                    (at.0, at.1, at.2),
                    "date.placeholder",
                    at.3,
                    cause,
                    "give the date, or leave it empty",
                );
            }
        }
    }

    /// Moments that the clocks skip or show twice.
    fn check_moments(&mut self, zone: &TimeZone) {
        let clinic = self.clinic;
        let mut moments: Vec<(At, DateTime)> = vec![(("settings", 0, "", "as_of"), clinic.settings.as_of)];
        for (row, item) in clinic.absences.iter().enumerate() {
            moments.push((("absences", row, &item.id, "from"), item.from));
            moments.push((("absences", row, &item.id, "until"), item.until));
        }
        for (row, item) in clinic.orders.iter().enumerate() {
            moments.extend(
                item.requested
                    .map(|moment| (("orders", row, &*item.id, "requested"), moment)),
            );
            moments.extend(item.due_by.map(|moment| (("orders", row, &*item.id, "due_by"), moment)));
        }
        for (row, item) in clinic.appointments.iter().enumerate() {
            moments.push((("appointments", row, &item.id, "start"), item.start));
            moments.push((
                ("appointments", row, &item.id, "minutes"),
                item.start.plus_minutes(item.minutes),
            ));
        }
        for (row, item) in clinic.referrals.iter().enumerate() {
            moments.push((("referrals", row, &item.id, "requested"), item.requested));
        }
        for (at, moment) in moments {
            let near = moment.date().days_since(clinic.settings.horizon_start).abs() <= NEAR_DAYS;
            let (code, cause) = match if near {
                zones::occurs(zone, moment)
            } else {
                Occurs::Once
            } {
                Occurs::Once => continue,
                Occurs::Never => (
                    "time.skipped",
                    format!("{moment} does not exist: clocks are put forward over it"),
                ),
                Occurs::Twice => (
                    "time.twice",
                    format!("{moment} is twice: clocks are put back; the first is meant"),
                ),
            };
            self.doubt(
                (at.0, at.1, at.2),
                code,
                at.3,
                cause,
                "choose a time that the clocks show once",
            );
        }
    }

    /// Clock changes within the horizon, and an `as_of` after it.
    fn check_horizon(&mut self, zone: &TimeZone) {
        let settings = &self.clinic.settings;
        for day in 0..settings.horizon_days.clamp(1, limits::MAX_HORIZON_DAYS) {
            let date = settings.horizon_start.plus_days(day);
            let changes = (0..DAY_MIN / 15).any(|slot| zones::occurs(zone, date.at_minute(slot * 15)) != Occurs::Once);
            if changes {
                let cause =
                    format!("the clocks change on {date}; sessions across the change last an hour more or less");
                let mut issue = Issue::warning(
                    "horizon.clock_change",
                    "settings",
                    cause,
                    "check night shifts of that day",
                );
                issue.severity = Severity::Note;
                self.issues.push(issue.row(1).field("horizon_start"));
            }
        }
        let end = settings.horizon_start.plus_days(settings.horizon_days);
        if settings.as_of >= end.at_minute(0) {
            let cause = "it lies after the horizon, so nothing can be planned any more";
            let action = "move the horizon, or correct `as_of`";
            self.doubt(("settings", 0, ""), "settings.as_of_late", "as_of", cause, action);
        }
    }

    fn check_appointments(&mut self) {
        let clinic = self.clinic;
        for (row, item) in clinic.appointments.iter().enumerate() {
            let at = ("appointments", row, &*item.id);
            let kind = self
                .rows
                .services
                .get(&*item.service)
                .map(|&row| clinic.services[row].kind);
            let past_midnight = item.start.minute_of_day().saturating_add(item.minutes) > DAY_MIN;
            if past_midnight && kind.is_some_and(|kind| kind != Kind::Shift) {
                let cause = "it passes midnight, which only shifts may";
                self.doubt(
                    at,
                    "appointment.past_midnight",
                    "minutes",
                    cause,
                    "correct start or length",
                );
            }
            if !parts_fit(item) {
                let cause = "its parts do not fit: a number for each clinician, within the length, is wanted";
                let action = "correct `part_after_min`, `part_minutes` and `part_travel_min`, or leave them out";
                self.doubt(at, "appointment.parts", "part_minutes", cause, action);
            }
            let done = matches!(item.status, Status::Completed | Status::NoShow | Status::Missed);
            if done && item.start >= clinic.settings.as_of {
                let cause = "it has an outcome but lies in the future";
                self.doubt(
                    at,
                    "appointment.done_too_early",
                    "status",
                    cause,
                    "correct the status or `as_of`",
                );
            }
        }
        for (row, item) in clinic.referrals.iter().enumerate() {
            let at = ("referrals", row, &*item.id);
            if item.first_visit.is_some_and(|visit| visit < item.requested) {
                let cause = "the first visit lies before the request";
                self.doubt(at, "row.reversed_dates", "first_visit", cause, "correct one of the two");
            }
        }
    }

    /// Services that are longer than any clinician-day.
    fn check_lengths(&mut self, problem: &Problem) {
        let windows = problem.duties.iter().flat_map(|duty| &duty.windows);
        let Some(longest) = windows.map(|window| window.1 - window.0).max() else {
            return;
        };
        let clinic = self.clinic;
        for row in crate::model::build::context::in_order(&self.rows.services) {
            let service = &clinic.services[row];
            let whole = service.before_min + service.minutes + service.after_min;
            if whole > longest {
                let cause = format!("{whole} minutes are more than the longest working time without a gap, {longest}");
                let at = ("services", row, &*service.id);
                self.doubt(
                    at,
                    "service.too_long",
                    "minutes",
                    cause,
                    "shorten it, or lengthen a clinician's hours",
                );
            }
        }
    }
}

/// True if the lists by clinician have one number for each, and every part lies within the session.
fn parts_fit(row: &Appointment) -> bool {
    let num_parts = row.clinicians.len();
    let fits = |list: &[i32]| list.is_empty() || list.len() == num_parts;
    let within = |at: usize| {
        let after = row.part_after_min.get(at).copied().unwrap_or(0);
        let minutes = row.part_minutes.get(at).copied().unwrap_or(1);
        after >= 0 && minutes > 0 && after.saturating_add(minutes) <= row.minutes
    };
    fits(&row.part_after_min)
        && fits(&row.part_minutes)
        && fits(&row.part_travel_min)
        && row
            .part_travel_min
            .iter()
            .all(|&travel| (0..=DAY_MIN).contains(&travel))
        && (0..num_parts).all(within)
}
