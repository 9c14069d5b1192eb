//! Invitations of family members to sessions that lie within the times they have.

use super::reminders::word;
use super::sessions::Index;
use super::{Scope, Sheet, clock_cell, consent_to, date_cell, text_cell, whole};
use crate::error::Result;
use crate::export::icalendar::one_event;
use crate::model::Clinic;
use crate::model::calendar::{DAY_MIN, DateTime, WeekHours, clock};
use crate::model::clinic::{Appointment, Contact, DisclosurePurpose, Kind, Modality, Status};
use crate::model::consent::{Consents, Recipient};

/// What one family member receives. Neither part says who is treated, where, or for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Contact id.
    pub contact: String,
    /// A text to send.
    pub text: String,
    /// The same as a calendar.
    pub calendar: String,
}

/// Family sessions still to come, with an invitation for each contact who has the time and may be told.
///
/// # Errors
/// `calendar.time_zone`, if the clinic's zone is not known.
pub fn invitations(clinic: &Clinic, scope: Scope) -> Result<(Sheet, Vec<Invitation>)> {
    let header = [
        "contact", "relation", "date", "time", "minutes", "modality", "channel", "consent", "covers",
    ];
    let mut sheet = Sheet::new("list-2", &header);
    let mut invitations = Vec::new();
    let (index, consents) = (Index::new(clinic), Consents::new(clinic));
    for visit in index.visits() {
        let row = visit.row;
        let is_meant = visit.service.kind == Kind::Family && visit.status == Status::Booked;
        if !is_meant || row.start < scope.now || !scope.covers(row.start) {
            continue;
        }
        let mut contacts = clinic
            .contacts
            .iter()
            .filter(|contact| contact.patient == visit.patient)
            .peekable();
        if contacts.peek().is_none() {
            sheet.leave_out(&row.id, visit.patient, "the patient has no contacts");
        }
        for contact in contacts {
            let asked = (
                visit.patient,
                DisclosurePurpose::Family,
                Recipient::Contact(&contact.id),
            );
            let consent = match consent_to(&consents, asked, (scope.now, row.start)) {
                Ok(consent) => consent,
                Err(reason) => {
                    sheet.leave_out(&row.id, visit.patient, format!("contact `{}`: {reason}", contact.id));
                    continue;
                }
            };
            if !can_come(&contact.hours, row) {
                let reason = format!("contact `{}` has no time then", contact.id);
                sheet.leave_out(&row.id, visit.patient, reason);
                continue;
            }
            sheet.rows.push(vec![
                text_cell(&contact.id),
                text_cell(&contact.relation),
                date_cell(row.start),
                clock_cell(row.start),
                whole(row.minutes),
                text_cell(&word(&row.modality)),
                text_cell(&consent.channel.map(|channel| word(&channel)).unwrap_or_default()),
                text_cell(&consent.id),
                text_cell(&consent.what),
            ]);
            invitations.push(invitation(clinic, contact, row, scope.now)?);
        }
    }
    Ok((sheet, invitations))
}

/// True if the whole session lies within hours of the week.
fn can_come(hours: &WeekHours, row: &Appointment) -> bool {
    let start = row.start.minute_of_day();
    let end = start + row.minutes;
    let on = |day: DateTime, from: i32, to: i32| {
        let mut at = from;
        for (begins, ends) in hours.on(day.date().weekday()) {
            if begins <= at {
                at = at.max(ends);
            }
        }
        at >= to
    };
    let tomorrow = row.start.date().plus_days(1).at_minute(0);
    on(row.start, start, end.min(DAY_MIN)) && (end <= DAY_MIN || on(tomorrow, 0, end - DAY_MIN))
}

fn invitation(clinic: &Clinic, contact: &Contact, row: &Appointment, now: DateTime) -> Result<Invitation> {
    let how = match row.modality {
        Modality::InPerson => "in person",
        Modality::Home => "at home",
        Modality::Video => "by video",
        Modality::Phone => "by telephone",
    };
    let day = row.start.date();
    let text = format!(
        "You are invited to an appointment on {:?}, {day}, at {}, {how}. It takes {} minutes. Please say whether you can come.",
        day.weekday(),
        clock(row.start.minute_of_day()),
        row.minutes
    );
    Ok(Invitation {
        contact: contact.id.clone(),
        text,
        calendar: one_event(clinic, row, now)?,
    })
}
