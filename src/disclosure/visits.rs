//! Electronic visit verification: the six things that are told of a home visit [EVV].

use super::reminders::word;
use super::sessions::Index;
use super::{Scope, Sheet, clock_cell, consent_to, date_cell, text_cell};
use crate::model::Clinic;
use crate::model::clinic::{DisclosurePurpose, Modality, Status};
use crate::model::consent::{Consents, Recipient};

/// Home visits that took place: service, recipient, date, place, provider, start and end. One row for each clinician.
///
/// The times are those of the schedule: when somebody came and went is not in the tables, and the column `times` says so.
pub fn visits(clinic: &Clinic, scope: Scope) -> Sheet {
    let header = [
        "service",
        "recipient",
        "date",
        "place",
        "provider",
        "start",
        "end",
        "times",
        "consent",
        "covers",
    ];
    let mut sheet = Sheet::new("list-3", &header);
    let (index, consents) = (Index::new(clinic), Consents::new(clinic));
    for visit in index.visits() {
        let row = visit.row;
        if row.modality != Modality::Home || visit.status != Status::Completed || !scope.covers(row.start) {
            continue;
        }
        let asked = (visit.patient, DisclosurePurpose::VisitVerification, Recipient::Named);
        let consent = match consent_to(&consents, asked, (scope.now, scope.now)) {
            Ok(consent) => consent,
            Err(reason) => {
                sheet.leave_out(&row.id, visit.patient, reason);
                continue;
            }
        };
        if row.clinicians.is_empty() {
            sheet.leave_out(&row.id, visit.patient, "the appointment names no provider");
        }
        let home = clinic.patients.iter().find(|patient| patient.id == visit.patient);
        let place = match home.and_then(|home| home.latitude.zip(home.longitude)) {
            Some((latitude, longitude)) => format!("{}; {latitude:.5}, {longitude:.5}", word(&row.modality)),
            None => word(&row.modality),
        };
        for (at, provider) in row.clinicians.iter().enumerate() {
            let (after, minutes, _) = row.part(at);
            let start = row.start.plus_minutes(after);
            let provider = index.clinician(provider).map_or(&**provider, |clinician| &clinician.id);
            sheet.rows.push(vec![
                text_cell(visit.service.billing_code.as_deref().unwrap_or(&visit.service.name)),
                text_cell(visit.patient),
                date_cell(start),
                text_cell(&place),
                text_cell(provider),
                clock_cell(start),
                clock_cell(start.plus_minutes(minutes)),
                text_cell("scheduled"),
                text_cell(&consent.id),
                text_cell(&consent.what),
            ]);
        }
    }
    sheet
}
