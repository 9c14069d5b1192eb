//! Who is reminded of what, when and how.

use serde::Serialize;
use serde_json::Value;

use super::sessions::Index;
use super::{Scope, Sheet, clock_cell, consent_to, date_cell, text_cell, whole};
use crate::model::Clinic;
use crate::model::clinic::{DisclosurePurpose, Status};
use crate::model::consent::{Consents, Recipient};

/// Booked sessions that are still to come, of patients who have agreed to be reminded.
pub fn reminders(clinic: &Clinic, scope: Scope) -> Sheet {
    let header = [
        "patient", "label", "date", "time", "minutes", "modality", "room", "channel", "consent", "covers",
    ];
    let mut sheet = Sheet::new("list-1", &header);
    let (index, consents) = (Index::new(clinic), Consents::new(clinic));
    for visit in index.visits() {
        let row = visit.row;
        if visit.status != Status::Booked || row.start < scope.now || !scope.covers(row.start) {
            continue;
        }
        let asked = (visit.patient, DisclosurePurpose::Reminders, Recipient::Named);
        let consent = match consent_to(&consents, asked, (scope.now, row.start)) {
            Ok(consent) => consent,
            Err(reason) => {
                sheet.leave_out(&row.id, visit.patient, reason);
                continue;
            }
        };
        let label = clinic.patients.iter().find(|patient| patient.id == visit.patient);
        sheet.rows.push(vec![
            text_cell(visit.patient),
            text_cell(label.map_or("", |patient| &patient.name)),
            date_cell(row.start),
            clock_cell(row.start),
            whole(row.minutes),
            text_cell(&word(&row.modality)),
            text_cell(index.room(row.room.as_deref())),
            text_cell(&consent.channel.map(|channel| word(&channel)).unwrap_or_default()),
            text_cell(&consent.id),
            text_cell(&consent.what),
        ]);
    }
    sheet
}

/// The word that the document uses for a choice.
pub(super) fn word(choice: &impl Serialize) -> String {
    match serde_json::to_value(choice) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}
