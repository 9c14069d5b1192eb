//! What a day is looked through for.

use std::collections::BTreeMap;

use super::{Concerned, Day, FindingKind, LICENSE_NOTICE_DAYS, TRAVEL_SLACK_MIN, Urgency};
use crate::api::reply::broken_rules;
use crate::model::check::{Rule, check};
use crate::model::clinic::{Kind, Status};
use crate::model::consent::Consents;
use crate::model::problem::ANYWHERE;
use crate::optimizer::evaluation;
use crate::order::{Arrange, IntoOrdered};

impl Day<'_> {
    /// Hard rules that sessions of the day break.
    pub(super) fn broken_rules(&mut self) {
        let mut faults = check(self.problem, self.plan);
        faults.retain(|fault| {
            fault
                .sessions
                .iter()
                .any(|&idx| self.sessions.contains(&(idx as usize)))
        });
        let words = broken_rules(self.problem, &faults);
        for (fault, words) in faults.iter().zip(words) {
            let kind = match fault.rule {
                Rule::ClinicianOverlap
                | Rule::PatientOverlap
                | Rule::RoomOverlap
                | Rule::Equipment
                | Rule::SameClinician => FindingKind::DoubleBooking,
                Rule::NotEligible => FindingKind::License,
                Rule::RoomHours | Rule::WrongRoom => FindingKind::Room,
                Rule::ClinicianHours | Rule::SessionWindow | Rule::PatientHours => {
                    self.hours_or_consent(&fault.sessions)
                }
                Rule::DayLimit
                | Rule::WeekLimit
                | Rule::Rest
                | Rule::DaysInRow
                | Rule::PointsCap
                | Rule::CaseloadCap => FindingKind::OverLimit,
                Rule::Authorization => FindingKind::Authorization,
                _ => FindingKind::OtherRule,
            };
            let sessions: Vec<usize> = fault.sessions.iter().map(|&idx| idx as usize).collect();
            self.add(Urgency::Blocks, kind, &sessions, words.resource, words.text);
        }
    }

    pub(super) fn hours_or_consent(&self, sessions: &[u32]) -> FindingKind {
        let lacks = |&idx: &u32| self.lacks_consent(idx as usize);
        if sessions.iter().any(lacks) {
            FindingKind::Consent
        } else {
            FindingKind::Hours
        }
    }

    pub(super) fn lacks_consent(&self, session: usize) -> bool {
        let entry = &self.problem.sessions[session];
        let patient = entry.patient.map(|patient| &self.problem.patients[patient as usize].id);
        let patient = patient.filter(|_| entry.kind == Kind::Family);
        let day = self.date.at_minute(0);
        patient.is_some_and(|id| Consents::new(self.clinic).allow_family(id, day).is_err())
    }

    /// Sessions that need an authorization where no row covers patient, service and day. Where missing ones block, the
    /// checker has said so.
    pub(super) fn authorizations(&mut self) {
        let needing: Vec<&str> = self
            .clinic
            .services
            .iter()
            .filter(|service| service.needs_authorization)
            .map(|service| &*service.id)
            .collect();
        for at in 0..self.sessions.len() {
            let idx = self.sessions[at];
            let entry = &self.problem.sessions[idx];
            let Some(patient) = entry
                .patient
                .filter(|_| entry.draws.is_empty() && needing.contains(&&*entry.service))
            else {
                continue;
            };
            let id = &self.problem.patients[patient as usize].id;
            let own = self.clinic.authorizations.iter().filter(|row| row.patient == *id);
            let mut covering = own.filter(|row| row.services.contains(&entry.service));
            let valid = covering.any(|row| row.from <= self.date && self.date <= row.until);
            if !valid {
                let text = format!(
                    "no authorization of patient `{id}` covers `{}` on {}",
                    entry.service, self.date
                );
                let resource = concerned("patient", id);
                self.add(Urgency::Risk, FindingKind::Authorization, &[idx], resource, text);
            }
        }
    }

    /// Consent, language, supervision.
    pub(super) fn people(&mut self) {
        let staff: BTreeMap<&str, &crate::model::clinic::Clinician> =
            self.clinic.clinicians.iter().map(|row| (&*row.id, row)).into_map();
        let patients: BTreeMap<&str, &crate::model::clinic::Patient> =
            self.clinic.patients.iter().map(|row| (&*row.id, row)).into_map();
        let mut unsupervised: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
        for idx in self.sessions.clone() {
            let (entry, Some(place)) = (&self.problem.sessions[idx], &self.plan.placements[idx]) else {
                continue;
            };
            let known_fault = |kind: FindingKind| {
                let mut findings = self.findings.iter();
                findings.any(|(known, _)| known.kind == kind && known.sessions.contains(&entry.key))
            };
            if self.lacks_consent(idx) && !known_fault(FindingKind::Consent) {
                let text = format!(
                    "`{}` needs the family, and the patient has not agreed that it may be contacted",
                    entry.key
                );
                self.add(Urgency::Risk, FindingKind::Consent, &[idx], None, text);
            }
            for part in &place.parts {
                let id = &self.problem.clinicians[part.clinician as usize].id;
                let Some(row) = staff.get(&**id) else { continue };
                let patient = entry
                    .patient
                    .map(|patient| &*self.problem.patients[patient as usize].id);
                if let Some(patient) = patient.and_then(|id| patients.get(id))
                    && !share_a_language(&patient.languages, &row.languages)
                {
                    let text = format!("patient `{}` and `{id}` share no language", patient.id);
                    self.add(
                        Urgency::Risk,
                        FindingKind::Interpreter,
                        &[idx],
                        concerned("patient", &patient.id),
                        text,
                    );
                }
                if let Some(supervisor) = &row.supervisor
                    && !self.works(supervisor, part.start)
                {
                    let entry = unsupervised.entry(id.clone());
                    entry.or_insert_with(|| (supervisor.clone(), Vec::new())).1.push(idx);
                }
            }
        }
        for (id, (supervisor, sessions)) in unsupervised {
            let text = format!(
                "`{supervisor}`, who supervises `{id}`, does not work during {} sessions",
                sessions.len()
            );
            let resource = concerned("clinician", &supervisor);
            self.add(Urgency::Risk, FindingKind::Supervision, &sessions, resource, text);
        }
    }

    /// True if a clinician is on duty at a minute of the day.
    pub(super) fn works(&self, id: &str, minute: i32) -> bool {
        let clinicians = &self.problem.clinicians;
        let Some(clinician) = clinicians.iter().position(|row| row.id == id) else {
            return false;
        };
        let duty = self.problem.duty_of(clinician as u32, self.problem.day_of(minute));
        let windows = duty.map(|duty| &self.problem.duties[duty].windows);
        windows.is_some_and(|windows| windows.iter().any(|window| window.0 <= minute && minute < window.1))
    }

    /// Appointments of the day that nobody has confirmed, or that name no clinician.
    pub(super) fn bookings(&mut self) {
        let staff: std::collections::BTreeSet<&str> = self.clinic.clinicians.iter().map(|row| &*row.id).into_set();
        let rows = self.clinic.appointments.iter();
        let today = rows.filter(|row| row.start.date() == self.date);
        let mut found = Vec::new();
        for row in today {
            let waits = matches!(row.status, Status::Proposed | Status::Waitlist);
            let nobody = !row.clinicians.iter().any(|id| staff.contains(&**id));
            if row.status == Status::Booked && nobody {
                let text = format!("appointment `{}` at {} has no clinician", row.id, row.start);
                found.push((Urgency::Blocks, FindingKind::NoClinician, row.id.clone(), text));
            } else if waits || row.status == Status::Booked && row.confirmed.is_none() {
                let text = format!("appointment `{}` at {} is not confirmed", row.id, row.start);
                found.push((Urgency::Note, FindingKind::Unconfirmed, row.id.clone(), text));
            }
        }
        for (urgency, kind, id, text) in found {
            self.add(urgency, kind, &[], None, text);
            if let Some((finding, _)) = self.findings.last_mut() {
                finding.sessions.push(id);
            }
        }
    }

    /// Ways between two sessions that leave no time to spare.
    pub(super) fn ways(&mut self) {
        let mut last: BTreeMap<u32, (i32, crate::model::problem::Place, usize)> = BTreeMap::new();
        let mut tight = Vec::new();
        for &idx in &self.sessions {
            let (entry, Some(place)) = (&self.problem.sessions[idx], &self.plan.placements[idx]) else {
                continue;
            };
            let Some(choice) = entry.choices.get(place.choice as usize) else {
                continue;
            };
            for (part, at) in entry.parts.iter().zip(&place.parts) {
                let end = at.start + part.minutes + part.after;
                let was = last.get(&at.clinician).copied();
                let to = if choice.place == ANYWHERE {
                    was.map_or(ANYWHERE, |was| was.1)
                } else {
                    choice.place
                };
                if let Some((until, from, before)) = was {
                    let way = self.problem.travel.minutes(from, to);
                    let slack = at.start - part.before - until - way;
                    if way > 0 && (0..TRAVEL_SLACK_MIN).contains(&slack) {
                        tight.push((before, idx, at.clinician, way, slack));
                    }
                }
                last.insert(at.clinician, (end, to, idx));
            }
        }
        for (before, idx, clinician, way, slack) in tight {
            let id = &self.problem.clinicians[clinician as usize].id;
            let text = format!("`{id}` has {slack} minutes to spare for a way of {way} minutes");
            let resource = concerned("clinician", id);
            self.add(Urgency::Note, FindingKind::TravelSlack, &[before, idx], resource, text);
        }
    }

    /// Clinicians of the day whose plan costs overtime.
    pub(super) fn overtime(&mut self) {
        let overtime = evaluation(self.problem, self.plan).overtime_min;
        let mut of: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for &idx in &self.sessions {
            for part in self.plan.placements[idx].iter().flat_map(|place| &place.parts) {
                of.entry(part.clinician).or_default().push(idx);
            }
        }
        for (clinician, sessions) in of {
            let minutes = overtime.get(clinician as usize).copied().unwrap_or(0);
            if minutes > 0 {
                let id = &self.problem.clinicians[clinician as usize].id;
                let text = format!("`{id}` has {minutes} minutes of overtime in the horizon");
                let resource = concerned("clinician", id);
                self.add(Urgency::Note, FindingKind::Overtime, &sessions, resource, text);
            }
        }
    }

    /// Licenses of the day's clinicians that run out soon.
    pub(super) fn licenses(&mut self) {
        let mut busy: Vec<u32> = self
            .sessions
            .iter()
            .filter_map(|&idx| self.plan.placements[idx].as_ref())
            .flat_map(|place| place.parts.iter().map(|part| part.clinician))
            .collect();
        busy.arrange();
        busy.dedup();
        let ids = busy.into_iter().map(|idx| &self.problem.clinicians[idx as usize].id);
        let mut found = Vec::new();
        for id in ids {
            for row in self.clinic.licenses.iter().filter(|row| row.clinician == *id) {
                let left = row.until.map(|until| until.days_since(self.date));
                let renewed = self.clinic.licenses.iter().any(|other| {
                    other.clinician == *id
                        && other.skill == row.skill
                        && other.until.is_none_or(|until| Some(until) > row.until)
                });
                if let Some(days) = left.filter(|days| (0..=LICENSE_NOTICE_DAYS).contains(days) && !renewed) {
                    found.push((
                        id.clone(),
                        format!("license `{}` of `{id}` runs out in {days} days", row.skill),
                    ));
                }
            }
        }
        for (id, text) in found {
            self.add(
                Urgency::Note,
                FindingKind::LicenseEnds,
                &[],
                concerned("clinician", &id),
                text,
            );
        }
    }
}

fn concerned(kind: &'static str, id: &str) -> Option<Concerned> {
    Some(Concerned { kind, id: id.into() })
}

/// True if they share a language; whoever lists none speaks English.
fn share_a_language(a: &[String], b: &[String]) -> bool {
    let usual = [String::from("en")];
    let a = if a.is_empty() { &usual } else { a };
    let b = if b.is_empty() { &usual } else { b };
    a.iter().any(|language| b.contains(language))
}
