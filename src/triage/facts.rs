//! What is known about one order and its patient, by the names that rules use. Nothing that is missing becomes zero: a
//! fact is unknown, known within a range, or known not to apply.

use std::collections::BTreeMap;

use super::published::{Component, NEWS2_RED, PUBLISHED, Published, SPO2_POINTS, saturation_points};
use crate::model::Clinic;
use crate::model::calendar::Date;
use crate::model::clinic::{Appointment, Attendance, Modality, Order, Patient, Phase, Score, Service, Status, Stay};
use crate::model::condition::{Condition, Truth, WORD_FACTS};

/// A value of a fact.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Any of these words.
    Words(Vec<String>),
    /// A number between two values, both included; the day of the latest observation in it.
    Number {
        /// Least value.
        low: f64,
        /// Greatest value.
        high: f64,
        /// Day of the latest observation in it.
        date: Option<Date>,
    },
    /// It does not apply: every condition on it is answered with no. A patient who was never discharged has no days
    /// since discharge.
    Never,
    /// It is not known.
    Missing,
}

/// The tables by patient.
pub struct Records<'c> {
    clinic: &'c Clinic,
    scores: BTreeMap<&'c str, Vec<&'c Score>>,
    stays: BTreeMap<&'c str, Vec<&'c Stay>>,
    visits: BTreeMap<&'c str, Vec<(Date, Status)>>,
    today: Date,
}

/// Whom a rule is asked about.
#[derive(Clone, Copy)]
pub struct Subject<'c> {
    /// The patient.
    pub patient: &'c Patient,
    /// The order and its service; absent for acuity.
    pub order: Option<(&'c Order, &'c Service)>,
    /// False for somebody who was referred and is no patient yet: nothing but the referral is known.
    pub admitted: bool,
    /// Whether the referral that it is about says that it is an emergency; for an order the tables are asked.
    pub emergency: Option<bool>,
}

/// A patient's scale of oxygen saturation stays in force until another one is entered, days.
const SCALE_DAYS: i32 = 36_500;
/// What is known of somebody who is no patient yet.
const OF_REFERRAL: [&str; 8] = [
    "phase",
    "site",
    "service",
    "kind",
    "discipline",
    "modality",
    "referral_emergency",
    "days_waiting",
];

impl<'c> Records<'c> {
    /// The tables of a clinic up to `as_of`; later rows are not known yet.
    pub fn new(clinic: &'c Clinic) -> Self {
        let today = clinic.settings.as_of.date();
        let mut records = Self {
            clinic,
            scores: BTreeMap::new(),
            stays: BTreeMap::new(),
            visits: BTreeMap::new(),
            today,
        };
        let finite = |row: &&Score| row.value.is_finite() && row.date <= today;
        for row in clinic.scores.iter().filter(finite) {
            records.scores.entry(&row.patient).or_default().push(row);
        }
        for row in clinic.stays.iter().filter(|row| row.admitted <= today) {
            records.stays.entry(&row.patient).or_default().push(row);
        }
        let mut starts: BTreeMap<&str, &Appointment> = BTreeMap::new();
        for row in clinic
            .appointments
            .iter()
            .filter(|row| row.start < clinic.settings.as_of)
        {
            starts.insert(&row.id, row);
            if let Some(patient) = &row.patient {
                records
                    .visits
                    .entry(patient)
                    .or_default()
                    .push((row.start.date(), row.status));
            }
        }
        for Attendance {
            appointment,
            patient,
            status,
            ..
        } in &clinic.attendances
        {
            if let Some(row) = starts.get(appointment.as_str()) {
                records
                    .visits
                    .entry(patient)
                    .or_default()
                    .push((row.start.date(), *status));
            }
        }
        records
    }

    /// The answer to a condition, and the value it was given by. Observations older than `days` are missing.
    pub fn ask(&self, subject: Subject, condition: &Condition, days: i32) -> (Truth, Value) {
        let value = self.value(subject, &condition.fact, days);
        let truth = match &value {
            Value::Words(words) => condition.of_words(&words.iter().map(String::as_str).collect::<Vec<_>>()),
            Value::Number { low, high, .. } => condition.of_range(*low, *high),
            Value::Never => Truth::No,
            Value::Missing => Truth::Unknown,
        };
        (truth, value)
    }

    fn value(&self, subject: Subject, fact: &str, days: i32) -> Value {
        if !subject.admitted && !OF_REFERRAL.contains(&fact) {
            return Value::Missing;
        }
        if WORD_FACTS.contains(&fact) {
            return self.words(subject, fact);
        }
        if let Some(known) = self.counted(subject, fact) {
            return known;
        }
        if let Some(measure) = fact.strip_suffix(".change") {
            return self.change(&subject.patient.id, measure, days);
        }
        if fact == SPO2_POINTS {
            return self.saturation(&subject.patient.id, days);
        }
        if fact == NEWS2_RED {
            return self.red(subject, days);
        }
        let observed = self.observed(&subject.patient.id, fact, days);
        let published = PUBLISHED.iter().find(|score| score.fact == fact);
        match (observed, published) {
            (Value::Missing, Some(score)) => self.made_of(subject, score, days),
            (observed, _) => observed,
        }
    }

    fn words(&self, subject: Subject, fact: &str) -> Value {
        let patient = subject.patient;
        let one = |word: &str| Value::Words(vec![word.into()]);
        match (fact, subject.order) {
            ("phase", _) => one(phase_word(patient.phase)),
            ("level_of_care", _) => patient.level_of_care.as_deref().map_or(Value::Missing, one),
            ("site", _) => one(&patient.site),
            ("telehealth", _) => one(if patient.telehealth { "yes" } else { "no" }),
            ("service", Some((_, service))) => one(&service.id),
            ("kind", Some((_, service))) => one(super::kind_word(service.kind)),
            ("discipline", Some((_, service))) => Value::Words(service.discipline.iter().cloned().collect()),
            ("modality", Some((order, service))) => Value::Words(
                ways(order, service)
                    .into_iter()
                    .map(|way| way_word(way).into())
                    .collect(),
            ),
            ("referral_emergency", Some((order, _))) => match subject.emergency {
                Some(emergency) => one(if emergency { "yes" } else { "no" }),
                None => self.referral(order),
            },
            // Acuity concerns a patient, not an order.
            _ => Value::Never,
        }
    }

    /// Whether the latest referral of that service says that it is an emergency. A clinic without any referrals keeps
    /// none, so nothing is known there.
    fn referral(&self, order: &Order) -> Value {
        if self.clinic.referrals.is_empty() {
            return Value::Missing;
        }
        let of_order = |row: &&crate::model::clinic::Referral| {
            row.patient.as_ref() == Some(&order.patient)
                && row.service == order.service
                && row.requested <= self.clinic.settings.as_of
        };
        let latest = self
            .clinic
            .referrals
            .iter()
            .filter(of_order)
            .max_by_key(|row| row.requested);
        let emergency = latest.is_some_and(|row| row.emergency);
        Value::Words(vec![if emergency { "yes" } else { "no" }.into()])
    }

    /// Facts that are counted in the tables.
    fn counted(&self, subject: Subject, fact: &str) -> Option<Value> {
        let exact = |number: i32| Value::Number {
            low: f64::from(number),
            high: f64::from(number),
            date: None,
        };
        let patient = subject.patient;
        let stays = self.stays.get(&*patient.id).map_or(&[][..], Vec::as_slice);
        let left = |row: &&&Stay| row.discharged.is_some_and(|day| day <= self.today);
        let last = stays.iter().filter(left).max_by_key(|row| row.discharged);
        // Without a single stay in the table, nobody recorded them.
        let of_stays = |value: Option<i32>| match value {
            _ if self.clinic.stays.is_empty() => Value::Missing,
            Some(number) => exact(number),
            None => Value::Never,
        };
        let since = |day: Date, days: i32| (0..=days).contains(&self.today.days_since(day));
        Some(match fact {
            "acuity" => exact(patient.acuity),
            "days_in_care" => patient.admitted.map_or(Value::Missing, |day| {
                if day > self.today {
                    Value::Never
                } else {
                    exact(self.today.days_since(day))
                }
            }),
            "days_waiting" => subject.order.map_or(Value::Never, |(order, _)| {
                let requested = order.requested.map(|moment| self.today.days_since(moment.date()));
                requested.map_or(Value::Missing, |days| exact(days.max(0)))
            }),
            "days_since_discharge" => of_stays(
                last.and_then(|row| row.discharged)
                    .map(|day| self.today.days_since(day)),
            ),
            "last_stay_days" => of_stays(last.and_then(|row| Some(row.discharged?.days_since(row.admitted).max(0)))),
            "last_stay_unplanned" => of_stays(last.map(|row| i32::from(!row.planned))),
            "unplanned_stays_180d" => of_stays(Some(
                stays
                    .iter()
                    .filter(|row| !row.planned && since(row.admitted, 180))
                    .count() as i32,
            )),
            // The stay that has just ended does not count.
            "stays_365d" => of_stays(Some(
                stays
                    .iter()
                    .filter(|row| since(row.admitted, 365) && last.is_none_or(|last| !std::ptr::eq(**row, *last)))
                    .count() as i32,
            )),
            "missed_60d" => {
                if self.clinic.appointments.is_empty() {
                    return Some(Value::Missing);
                }
                let visits = self.visits.get(&*patient.id).map_or(&[][..], Vec::as_slice);
                let missed = |visit: &&(Date, Status)| visit.1 == Status::NoShow && since(visit.0, 60);
                exact(visits.iter().filter(missed).count() as i32)
            }
            _ => return None,
        })
    }

    /// The latest observation of a measure.
    fn observed(&self, patient: &str, measure: &str, days: i32) -> Value {
        match self.recent(patient, measure, days).last() {
            Some(row) => Value::Number {
                low: row.value,
                high: row.value,
                date: Some(row.date),
            },
            None => Value::Missing,
        }
    }

    /// Points of oxygen saturation in NEWS2: by scale 1 unless `spo2_scale` is 2; there it has to be known whether oxygen
    /// is given.
    fn saturation(&self, patient: &str, days: i32) -> Value {
        let latest = |measure: &str, days: i32| self.recent(patient, measure, days).last().copied();
        let Some(spo2) = latest("spo2", days) else {
            return Value::Missing;
        };
        let scale_2 = latest("spo2_scale", SCALE_DAYS).is_some_and(|row| row.value == 2.0);
        let given = latest("oxygen", days).map(|row| row.value > 0.0);
        let points = |given: bool| f64::from(saturation_points(spo2.value, scale_2, given));
        Value::Number {
            low: points(given.unwrap_or(false)),
            high: points(given.unwrap_or(true)),
            date: Some(spo2.date),
        }
    }

    /// The latest observation less the first one in that time.
    fn change(&self, patient: &str, measure: &str, days: i32) -> Value {
        let rows = self.recent(patient, measure, days);
        match rows.as_slice() {
            [first, .., last] if first.date < last.date => Value::Number {
                low: last.value - first.value,
                high: last.value - first.value,
                date: Some(last.date),
            },
            _ => Value::Missing,
        }
    }

    /// Observations of the last days, oldest first; of one day, in the order of the table.
    fn recent(&self, patient: &str, measure: &str, days: i32) -> Vec<&'c Score> {
        let rows = self.scores.get(patient).map_or(&[][..], Vec::as_slice);
        let fits = |row: &&Score| row.measure == measure && self.today.days_since(row.date) <= days;
        let mut recent: Vec<&Score> = rows.iter().copied().filter(fits).collect();
        recent.sort_by_key(|row| row.date);
        recent
    }

    /// Whether some part of NEWS2 has three points; open while a part that could have them is missing.
    fn red(&self, subject: Subject, days: i32) -> Value {
        let news2 = PUBLISHED.iter().find(|score| score.fact == "news2");
        let parts = news2.map_or(&[][..], |score| score.components);
        let (mut low, mut high, mut latest, mut seen) = (0.0, 0.0, None, false);
        for part in parts.iter().filter(|part| part.points.1 >= 3) {
            let (points, date) = match self.points_of(subject, part, days) {
                Some((points, date)) => {
                    seen = true;
                    (points, date)
                }
                None => (part.points, None),
            };
            (low, high) = (f64::max(low, is_red(points.0)), f64::max(high, is_red(points.1)));
            latest = latest.max(date);
        }
        match seen {
            true => Value::Number {
                low,
                high,
                date: latest,
            },
            false => Value::Missing,
        }
    }

    /// Least and most points of a part of a score, and the day of the observation; none if it is missing.
    fn points_of(&self, subject: Subject, part: &Component, days: i32) -> Option<((i32, i32), Option<Date>)> {
        match self.value(subject, part.fact, days) {
            Value::Number { low, high, date } => {
                // The points of some parts fall before they rise, but a range has more than one value only where they
                // are points already.
                let (a, b) = ((part.of)(low), (part.of)(high));
                Some(((a.min(b), a.max(b)), date))
            }
            _ => None,
        }
    }

    /// A published score, as a range where components are missing.
    fn made_of(&self, subject: Subject, score: &Published, days: i32) -> Value {
        let (mut low, mut high, mut latest, mut seen) = (0, 0, None, false);
        for part in score.components {
            // Someone who was never in hospital has no score of readmission.
            if self.value(subject, part.fact, days) == Value::Never {
                return Value::Never;
            }
            match self.points_of(subject, part, days) {
                Some((points, date)) => {
                    (low, high) = (low + points.0, high + points.1);
                    (latest, seen) = (latest.max(date), true);
                }
                None => (low, high) = (low + part.points.0, high + part.points.1),
            }
        }
        if seen {
            let (low, high) = (f64::from(low), f64::from(high));
            Value::Number {
                low,
                high,
                date: latest,
            }
        } else {
            Value::Missing
        }
    }
}

fn is_red(points: i32) -> f64 {
    f64::from(u8::from(points >= 3))
}

/// The ways in which an order may be given.
pub(super) fn ways(order: &Order, service: &Service) -> Vec<Modality> {
    let all = service.modalities.iter().copied();
    all.filter(|way| order.modalities.is_empty() || order.modalities.contains(way))
        .collect()
}

fn way_word(way: Modality) -> &'static str {
    match way {
        Modality::InPerson => "in_person",
        Modality::Home => "home",
        Modality::Video => "video",
        Modality::Phone => "phone",
    }
}

fn phase_word(phase: Phase) -> &'static str {
    match phase {
        Phase::Evaluation => "evaluation",
        Phase::Detox => "detox",
        Phase::Residential => "residential",
        Phase::PartialHospitalization => "partial_hospitalization",
        Phase::IntensiveOutpatient => "intensive_outpatient",
        Phase::Outpatient => "outpatient",
        Phase::Maintenance => "maintenance",
        Phase::HomeHealth => "home_health",
        Phase::Rehabilitation => "rehabilitation",
    }
}
