//! What the patients of a sample have agreed may be told. All of it is invented, the shares are our choice: most people
//! sign at admission, a few take something back or let it run out, so that every reason to leave somebody out occurs.

use crate::model::clinic::DisclosurePurpose::{Billing, Family, Reminders, VisitVerification};
use crate::model::clinic::{Channel, Consent, DisclosurePurpose, Phase};
use crate::rng::Rng;

use super::draft::Draft;
use super::known::planning_moment;

/// True if the patient has agreed that family may be in sessions.
pub(crate) fn family_may_come(draft: &Draft, patient: usize) -> bool {
    let id = &draft.clinic.patients[patient].id;
    let mut rows = draft.clinic.consents.iter().rev();
    rows.any(|row| row.patient == *id && row.purposes.contains(&Family) && row.revoked.is_none())
}

/// The papers of the patient's admission: most sign one for all that running the clinic takes.
pub(crate) fn sign(draft: &mut Draft, patient: usize, family: bool) {
    let mut rng = draft.rng("consent", patient as u64);
    let row = &draft.clinic.patients[patient];
    let today = planning_moment(draft.monday).date();
    let given = row.admitted.map_or(today, |admitted| admitted.min(today));
    let (id, is_home) = (row.id.clone(), row.phase == Phase::HomeHealth);
    let paper = |kind: &str, recipient: &str, purposes: &[DisclosurePurpose], channel: Option<Channel>| Consent {
        id: format!("{kind}-{id}"),
        patient: id.clone(),
        discloser: "clinic".into(),
        what: "times".into(),
        recipient: recipient.into(),
        contact: None,
        purposes: purposes.to_vec(),
        channel,
        given,
        until: None,
        until_event: Some("discharge".into()),
        revoked: None,
        signed: true,
        revocation_told: true,
    };
    let recently = |rng: &mut Rng| today.plus_days(-rng.between(1, 30)).max(given);
    let reached = [Channel::Text, Channel::Call, Channel::Email, Channel::Portal][rng.weighted(&[6.0, 2.0, 1.0, 1.0])];
    let with_family = family && rng.chance(0.7);
    let mut rows = Vec::new();
    // Only home care is verified visit by visit [EVV].
    let payment: &[DisclosurePurpose] = if is_home {
        &[Billing, VisitVerification]
    } else {
        &[Billing]
    };
    if rng.chance(0.8) {
        let purposes = [Reminders, VisitVerification, Billing, Family];
        let count = purposes.len() - usize::from(!with_family);
        let recipient = if with_family {
            "self, payers, family"
        } else {
            "self, payers"
        };
        rows.push(paper("care", recipient, &purposes[..count], Some(reached)));
    } else {
        if rng.chance(0.9) {
            rows.push(paper("payment", "payers", payment, None));
        }
        if rng.chance(0.8) {
            let mut row = paper("reminders", "self", &[Reminders], Some(reached));
            match rng.weighted(&[0.6, 0.2, 0.1, 0.1]) {
                1 => row.revoked = Some(recently(&mut rng).at_minute(10 * 60)),
                2 => row.until = Some(recently(&mut rng)),
                3 => row.signed = false,
                _ => {}
            }
            rows.push(row);
        }
    }
    let is_covered = rows.iter().any(|row| row.purposes.contains(&Family));
    let is_revoked = !family && rng.chance(0.1);
    if family && !is_covered || is_revoked {
        let channel = [Channel::Email, Channel::Call, Channel::Mail][rng.weighted(&[5.0, 3.0, 2.0])];
        let mut row = paper("family", "family", &[Family], Some(channel));
        row.revoked = is_revoked.then(|| recently(&mut rng).at_minute(15 * 60));
        rows.push(row);
    }
    draft.clinic.consents.append(&mut rows);
}
