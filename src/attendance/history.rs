//! From the clinic's rows to visits: what was known of each when it was booked, and what became of it.

use std::collections::{BTreeMap, BTreeSet};

use super::bands::{Bands, Catalog, Facts};
use crate::model::Clinic;
use crate::model::calendar::{DAY_MIN, Date, DateTime};
use crate::model::clinic::{Appointment, Clinician, Kind, Modality, Patient, Service, Site};
use crate::model::outcome::{Class, Judge};
use crate::order::{Arrange, IntoOrdered};

/// Where nobody recorded when a visit was booked, what is known of the patient ends this long before it. Our choice:
/// most visits are booked up to a week ahead.
const UNRECORDED_LEAD_MIN: i32 = 7 * DAY_MIN;

/// One patient in one session of the past.
#[derive(Debug, Clone)]
pub(super) struct Visit {
    /// Patient index in the clinic's table.
    pub(super) patient: usize,
    /// Service index.
    pub(super) service: usize,
    /// Start, minutes from the origin.
    pub(super) start: i32,
    pub(super) class: Class,
    pub(super) bands: Bands,
}

/// A visit to come: one patient in one session of a plan.
#[derive(Debug, Clone, Copy)]
pub struct SeatAhead<'a> {
    /// Patient id.
    pub patient: &'a str,
    /// Service id.
    pub service: &'a str,
    /// Site id.
    pub site: &'a str,
    /// How it takes place.
    pub modality: Modality,
    /// Start.
    pub start: DateTime,
    /// When it was booked, if recorded; the document's moment for what is only planned.
    pub booked: Option<DateTime>,
    /// True if it replaces another.
    pub moved: bool,
    /// True for an unplanned emergency.
    pub urgent: bool,
}

/// Visits of one patient that took place or were missed, in order of time, with how many came up to each.
#[derive(Debug, Default)]
struct Record {
    starts: Vec<i32>,
    came: Vec<u32>,
}

impl Record {
    /// Visits before a moment: that took place, and that were missed.
    fn before(&self, moment: i32) -> (u32, u32) {
        let count = self.starts.partition_point(|&start| start < moment);
        let came = count.checked_sub(1).map_or(0, |last| self.came[last]);
        (came, count as u32 - came)
    }
}

/// The rows of one clinic, ready to be asked.
pub(super) struct Book<'a> {
    clinic: &'a Clinic,
    pub(super) catalog: Catalog,
    /// Places in the clinic's tables, by id.
    patients: BTreeMap<&'a str, usize>,
    services: BTreeMap<&'a str, usize>,
    clinicians: BTreeMap<&'a str, &'a Clinician>,
    sites: BTreeMap<&'a str, &'a Site>,
    /// By patient index.
    records: Vec<Record>,
    /// Midnight of this date is minute 0.
    origin: Date,
}

/// Why rows of the past are not learned from, with how many.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct LeftOut {
    pub(super) early: u32,
    pub(super) unresolved: u32,
    pub(super) unknown: u32,
}

/// A seat as it stands in the tables.
struct Row<'a> {
    seat: SeatAhead<'a>,
    class: Class,
}

impl<'a> Book<'a> {
    /// The book of a clinic, with its visits of the last `weeks` that are over and of use, in order of time. What is known
    /// of a patient may be older.
    pub(super) fn new(clinic: &'a Clinic, weeks: i32) -> (Self, Vec<Visit>, LeftOut) {
        let patients = clinic.patients.iter().enumerate();
        let services = clinic.services.iter().enumerate();
        let mut book = Self {
            clinic,
            catalog: Catalog::new(clinic),
            patients: patients.map(|(at, row)| (row.id.as_str(), at)).into_map(),
            services: services.map(|(at, row)| (row.id.as_str(), at)).into_map(),
            clinicians: clinic.clinicians.iter().map(|row| (row.id.as_str(), row)).into_map(),
            sites: clinic.sites.iter().map(|row| (row.id.as_str(), row)).into_map(),
            records: Vec::new(),
            origin: clinic.settings.horizon_start,
        };
        let (rows, mut left_out) = book.rows();
        book.record(&rows);
        let mut visits = Vec::new();
        let first = clinic.settings.as_of.plus_minutes(-7 * DAY_MIN * weeks);
        for row in rows.iter().filter(|row| row.seat.start >= first) {
            match row.class {
                Class::EarlyCancel => left_out.early += 1,
                Class::Unresolved => left_out.unresolved += 1,
                Class::Open => {}
                class => match book.visit(&row.seat, class) {
                    Some(visit) => visits.push(visit),
                    None => left_out.unknown += 1,
                },
            }
        }
        (book, visits, left_out)
    }

    /// Seats of sessions that began before the document's moment, in order of time.
    fn rows(&self) -> (Vec<Row<'a>>, LeftOut) {
        let (clinic, judge) = (self.clinic, Judge::new(self.clinic));
        let replaced = clinic.appointments.iter().filter_map(|row| row.replaced_by.as_deref());
        let moved: BTreeSet<&str> = replaced.into_set();
        let mut rows = Vec::new();
        let mut left_out = LeftOut::default();
        let mut sessions: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, row) in clinic.appointments.iter().enumerate() {
            if row.start >= clinic.settings.as_of || self.is_shift(&row.service) {
                continue;
            }
            let Some(seat) = self.seat(row, moved.contains(row.id.as_str())) else {
                left_out.unknown += 1;
                continue;
            };
            if let Some((patient, (class, _))) = row.patient.as_deref().zip(judge.session(row)) {
                let seat = SeatAhead { patient, ..seat };
                rows.push(Row { seat, class });
            }
            sessions.insert(row.id.as_str(), at);
        }
        for taken in &clinic.attendances {
            let session = sessions.get(taken.appointment.as_str());
            let Some(session) = session.and_then(|&at| clinic.appointments.get(at)) else {
                continue;
            };
            let seat = self.seat(session, moved.contains(session.id.as_str()));
            if let Some((seat, (class, _))) = seat.zip(judge.seat(session, taken)) {
                let seat = SeatAhead {
                    patient: &taken.patient,
                    ..seat
                };
                rows.push(Row { seat, class });
            }
        }
        rows.arrange_by(|a, b| (a.seat.start, a.seat.patient).cmp(&(b.seat.start, b.seat.patient)));
        (rows, left_out)
    }

    fn is_shift(&self, service: &str) -> bool {
        let service = self.services.get(service).and_then(|&at| self.clinic.services.get(at));
        service.is_some_and(|service| service.kind == Kind::Shift)
    }

    /// A seat in an appointment, with nobody in it yet; `None` if its service or first clinician is not in the tables.
    fn seat(&self, row: &'a Appointment, moved: bool) -> Option<SeatAhead<'a>> {
        self.services.get(row.service.as_str())?;
        let clinician = self.clinicians.get(row.clinicians.first()?.as_str())?;
        Some(SeatAhead {
            patient: "",
            service: &row.service,
            site: &clinician.site,
            modality: row.modality,
            start: row.start,
            booked: row.confirmed.or(row.requested),
            moved,
            urgent: row.emergency,
        })
    }

    /// Writes down who came and who did not; by whatever was cancelled early or by the clinic nobody shows anything.
    fn record(&mut self, rows: &[Row<'a>]) {
        self.records.resize_with(self.clinic.patients.len(), Record::default);
        for row in rows {
            let came = match row.class {
                Class::Completed => 1,
                Class::NoShow | Class::LateCancel => 0,
                _ => continue,
            };
            let patient = self.patients.get(row.seat.patient);
            let Some(record) = patient.and_then(|&at| self.records.get_mut(at)) else {
                continue;
            };
            let before = record.came.last().copied().unwrap_or(0);
            record.starts.push(row.seat.start.minutes_since(self.origin));
            record.came.push(before + came);
        }
    }

    fn visit(&self, seat: &SeatAhead, class: Class) -> Option<Visit> {
        Some(Visit {
            patient: *self.patients.get(seat.patient)?,
            service: *self.services.get(seat.service)?,
            start: seat.start.minutes_since(self.origin),
            class,
            bands: self.bands(seat)?,
        })
    }

    /// What was known of a visit when it was booked; `None` if it names something that is not in the tables.
    pub(super) fn bands(&self, seat: &SeatAhead) -> Option<Bands> {
        let (patient, service) = self.people(seat)?;
        let start = seat.start.minutes_since(self.origin);
        let known = match seat.booked {
            Some(booked) => booked.minutes_since(self.origin).min(start),
            None => start.saturating_sub(UNRECORDED_LEAD_MIN),
        };
        let record = self.records.get(*self.patients.get(seat.patient)?)?;
        let (came, missed) = record.before(known);
        self.catalog.bands(&Facts {
            service: seat.service,
            site: seat.site,
            kind: service.kind,
            modality: seat.modality,
            lead_days: seat.booked.map(|booked| seat.start.date().days_since(booked.date())),
            weekday: seat.start.date().weekday() as usize,
            minute_of_day: seat.start.minute_of_day(),
            came,
            missed,
            way_km: self.sites.get(seat.site).and_then(|site| way_km(patient, site)),
            moved: seat.moved,
            urgent: seat.urgent,
        })
    }

    /// The patient and the service of a seat.
    pub(super) fn people(&self, seat: &SeatAhead) -> Option<(&'a Patient, &'a Service)> {
        let patient = self.clinic.patients.get(*self.patients.get(seat.patient)?)?;
        Some((patient, self.clinic.services.get(*self.services.get(seat.service)?)?))
    }

    /// The document's moment, minutes from the origin.
    pub(super) fn now(&self) -> i32 {
        self.clinic.settings.as_of.minutes_since(self.origin)
    }

    /// The moment of a minute from the origin.
    pub(super) fn moment(&self, minute: i32) -> DateTime {
        self.origin.at_minute(minute)
    }
}

/// Great-circle distance from a patient's home to a site on a sphere of 6,371 km (Sinnott 1984, Sky and Telescope
/// 68:159), if both places are known.
fn way_km(patient: &Patient, site: &Site) -> Option<f64> {
    let radians = |degrees: f64| degrees * std::f64::consts::PI / 180.0;
    let (lat_a, lon_a) = (radians(patient.latitude?), radians(patient.longitude?));
    let (lat_b, lon_b) = (radians(site.latitude?), radians(site.longitude?));
    let half = |angle: f64| libm::sin(angle / 2.0) * libm::sin(angle / 2.0);
    let chord = half(lat_b - lat_a) + libm::cos(lat_a) * libm::cos(lat_b) * half(lon_b - lon_a);
    Some(2.0 * 6371.0 * libm::asin(libm::sqrt(chord.clamp(0.0, 1.0))))
}

#[cfg(test)]
mod tests {
    use super::Record;

    #[test]
    fn only_what_began_before_is_known() {
        let record = Record {
            starts: vec![10, 20, 20, 30],
            came: vec![1, 1, 2, 3],
        };
        for (moment, expected) in [(10, (0, 0)), (11, (1, 0)), (20, (1, 0)), (21, (2, 1)), (99, (3, 1))] {
            assert_eq!(record.before(moment), expected, "{moment}");
        }
    }
}
