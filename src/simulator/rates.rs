//! How often things happen, from the clinic's own past.

use std::collections::BTreeMap;

use crate::model::Clinic;
use crate::model::calendar::Date;
use crate::model::clinic::Appointment;
use crate::model::outcome::{Class, Judge};
use crate::order::IntoOrdered;

/// Visits of the whole clinic that weigh as much as a service's own; our choice.
const PRIOR_VISITS: f64 = 20.0;
/// Bands of days from request to visit: the last is open. Attendance of intakes falls most within the first week [FEST].
const LEAD_DAYS: [i64; LEADS - 1] = [1, 3, 7];
/// How many there are.
pub const LEADS: usize = 4;
/// Expected no-shows by which the multiple of a band is pulled to 1; our choice.
const PRIOR_NO_SHOWS: f64 = 5.0;
/// Share of clinician-days lost to sickness; our choice, the same as in scenarios.
const SICK: f64 = 0.03;
/// Share of room-days on which a room is closed without notice; our choice: about one day a year.
const CLOSED: f64 = 0.004;
/// Share of sessions that run over, and by how many minutes then on average; our choice.
const RUNS_OVER: (f64, f64) = (0.2, 10.0);

/// Chances of what patients do with one visit; the rest is that they come.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Comings {
    /// They do not come.
    pub no_show: f64,
    /// They call off with less notice than the clinic's setting.
    pub late_cancel: f64,
    /// They call off in time.
    pub early_cancel: f64,
}

/// How often things happen in a clinic.
#[derive(Debug, Clone, PartialEq)]
pub struct Rates {
    /// By service id; services without a past are as the clinic.
    pub services: BTreeMap<String, Comings>,
    /// Of the whole clinic.
    pub clinic: Comings,
    /// No-shows of those who had asked for their visit, by how long before: within 1, 3, 7 days and longer, as a
    /// multiple of what the service's rate expects.
    pub lead: [f64; LEADS],
    /// Emergencies a week.
    pub emergencies_week: f64,
    /// Referrals a week, without emergencies.
    pub referrals_week: f64,
    /// Share of clinician-days lost to sickness.
    pub sick: f64,
    /// Share of room-days on which a room is closed without notice.
    pub closed: f64,
    /// Share of sessions that run over, and by how many minutes then on average.
    pub runs_over: (f64, f64),
}

#[derive(Default, Clone, Copy)]
struct Counts {
    visits: f64,
    no_show: f64,
    late: f64,
    early: f64,
}

impl Counts {
    fn add(&mut self, class: Class) {
        match class {
            Class::NoShow => self.no_show += 1.0,
            Class::LateCancel => self.late += 1.0,
            Class::EarlyCancel => self.early += 1.0,
            Class::Completed => {}
            _ => return,
        }
        self.visits += 1.0;
    }

    /// Shares, as if there had been `PRIOR_VISITS` more of the prior's kind.
    fn shrunk(&self, prior: &Comings) -> Comings {
        let share = |count: f64, prior: f64| (count + PRIOR_VISITS * prior) / (self.visits + PRIOR_VISITS);
        Comings {
            no_show: share(self.no_show, prior.no_show),
            late_cancel: share(self.late, prior.late_cancel),
            early_cancel: share(self.early, prior.early_cancel),
        }
    }
}

impl Rates {
    /// Rates of everything that the clinic's history tells, and our choices for the rest. A clinic without history
    /// gets none of what only a history could tell.
    pub fn of(clinic: &Clinic) -> Self {
        let as_of = clinic.settings.as_of;
        let judge = Judge::new(clinic);
        let (mut all, mut by_service) = (Counts::default(), BTreeMap::<&str, Counts>::new());
        let (mut first, mut emergencies) = (None::<Date>, 0.0);
        let rows: BTreeMap<&str, _> = clinic.appointments.iter().map(|row| (row.id.as_str(), row)).into_map();
        let mut count = |service, class| {
            all.add(class);
            by_service.entry(service).or_default().add(class);
        };
        for row in clinic.appointments.iter().filter(|row| row.start < as_of) {
            let date = row.start.date();
            first = Some(first.map_or(date, |first| first.min(date)));
            emergencies += f64::from(u8::from(row.emergency));
            // Who asks for help at once comes.
            if let Some((class, _)) = judge.session(row).filter(|_| row.patient.is_some() && !row.emergency) {
                count(&row.service, class);
            }
        }
        for seat in &clinic.attendances {
            let row = rows.get(seat.appointment.as_str()).filter(|row| row.start < as_of);
            if let Some((row, (class, _))) = row.and_then(|row| Some((row, judge.seat(row, seat)?))) {
                count(&row.service, class);
            }
        }
        let clinic_wide = all.shrunk(&Comings::default());
        let weeks = first.map_or(0.0, |first| f64::from(as_of.date().days_since(first)) / 7.0);
        let referrals = clinic.referrals.iter().filter(|row| row.requested < as_of);
        let referrals = referrals.filter(|row| first.is_some_and(|first| row.requested.date() >= first));
        let a_week = |count: f64| if weeks >= 1.0 { count / weeks } else { 0.0 };
        let services: BTreeMap<String, Comings> = by_service
            .into_iter()
            .map(|(service, counts)| (service.to_owned(), counts.shrunk(&clinic_wide)))
            .collect();
        let expected = |service: &str| services.get(service).unwrap_or(&clinic_wide).no_show;
        Self {
            lead: leads(clinic, &judge, expected),
            services,
            clinic: clinic_wide,
            emergencies_week: a_week(emergencies),
            referrals_week: a_week(referrals.count() as f64),
            sick: SICK,
            closed: CLOSED,
            runs_over: RUNS_OVER,
        }
    }

    /// A world in which everything goes by the plan.
    pub fn calm() -> Self {
        Self {
            services: BTreeMap::new(),
            clinic: Comings::default(),
            lead: [1.0; LEADS],
            emergencies_week: 0.0,
            referrals_week: 0.0,
            sick: 0.0,
            closed: 0.0,
            runs_over: (0.0, 0.0),
        }
    }

    /// What patients do with visits of a service.
    pub fn comings(&self, service: &str) -> Comings {
        self.services.get(service).copied().unwrap_or(self.clinic)
    }
    /// The multiple of a service's no-shows for a visit so many minutes after it was asked for.
    pub fn lead(&self, minutes: i64) -> f64 {
        self.lead[band(minutes)]
    }
}

fn band(minutes: i64) -> usize {
    LEAD_DAYS.iter().filter(|&&days| minutes > 1440 * days).count()
}

/// No-shows by band of lead time over those that the services' rates expect.
fn leads(clinic: &Clinic, judge: &Judge, expected: impl Fn(&str) -> f64) -> [f64; LEADS] {
    let (mut seen, mut due) = ([PRIOR_NO_SHOWS; LEADS], [PRIOR_NO_SHOWS; LEADS]);
    let past = |row: &&Appointment| row.start < clinic.settings.as_of && row.patient.is_some() && !row.emergency;
    for row in clinic.appointments.iter().filter(past) {
        let (Some(requested), Some((class, _))) = (row.requested, judge.session(row)) else {
            continue;
        };
        if matches!(class, Class::Completed | Class::NoShow) {
            let band = band(i64::from(
                row.start.minutes_since(requested.date()) - requested.minutes_since(requested.date()),
            ));
            due[band] += expected(&row.service);
            seen[band] += f64::from(u8::from(class == Class::NoShow));
        }
    }
    std::array::from_fn(|band| seen[band] / due[band])
}
