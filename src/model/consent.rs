//! Consent: whether something about a patient may be told to somebody, for some purpose, at some moment.
//!
//! One rule for everything that plans with families or leaves the clinic. It refuses unless a row of `consents` holds:
//! complete by 42 CFR 2.31(a), signed, given, neither expired nor taken back. It is no legal advice.

use std::collections::BTreeMap;
use std::fmt;

use super::Clinic;
use super::calendar::{Date, DateTime};
use super::clinic::{Consent, Contact, DisclosurePurpose, Settings};
use super::columns::fold;

/// The short statement of 42 CFR 2.32(a)(2), as in force since 16 February 2026. Users are asked to check it.
pub const PART2_NOTICE: &str = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

/// Who would be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recipient<'a> {
    /// Whoever the consent names: the patient, the payer.
    Named,
    /// One of the patient's contacts, by id.
    Contact(&'a str),
    /// A person or organization, as the paper calls them; case and punctuation do not matter.
    Other(&'a str),
}

/// Why nothing may be told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// There is no consent for this.
    Missing,
    /// Consent lacks something that 42 CFR 2.31(a) asks for.
    Incomplete {
        /// Consent id.
        id: String,
        /// What is missing.
        lacks: &'static str,
    },
    /// It does not hold yet.
    NotYet {
        /// Consent id.
        id: String,
        /// First day.
        given: Date,
    },
    /// It holds no longer.
    Expired {
        /// Consent id.
        id: String,
        /// Last day.
        until: Date,
    },
    /// It was taken back.
    Revoked {
        /// Consent id.
        id: String,
        /// When.
        revoked: DateTime,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, text: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Missing => text.write_str("there is no consent for it"),
            Self::Incomplete { id, lacks } => write!(text, "consent `{id}` {lacks}"),
            Self::NotYet { id, given } => write!(text, "consent `{id}` holds from {given} on"),
            Self::Expired { id, until } => write!(text, "consent `{id}` expired on {until}"),
            Self::Revoked { id, revoked } => write!(text, "consent `{id}` was revoked on {revoked}"),
        }
    }
}

/// The consents of a clinic, by patient.
pub struct Consents<'c> {
    rows: &'c [Consent],
    contacts: &'c [Contact],
    by_patient: BTreeMap<&'c str, Vec<usize>>,
    required: BTreeMap<&'c str, Vec<usize>>,
}

impl<'c> Consents<'c> {
    /// Reads the tables `consents` and `contacts`.
    pub fn new(clinic: &'c Clinic) -> Self {
        let mut by_patient: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, row) in clinic.consents.iter().enumerate() {
            by_patient.entry(&row.patient).or_default().push(at);
        }
        let mut required: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, row) in clinic.contacts.iter().enumerate().filter(|(_, row)| row.required) {
            required.entry(&row.patient).or_default().push(at);
        }
        Self {
            rows: &clinic.consents,
            contacts: &clinic.contacts,
            by_patient,
            required,
        }
    }

    /// The consent on which it may be told at that moment, the first in the table.
    ///
    /// # Errors
    /// Why it may not; of several consents that do not hold, the one that came closest.
    pub fn allow(
        &self,
        patient: &str,
        purpose: DisclosurePurpose,
        recipient: Recipient,
        at: DateTime,
    ) -> Result<&'c Consent, Refusal> {
        let mut closest = Refusal::Missing;
        for row in self.covering(patient, purpose, recipient) {
            match refusal(row, at) {
                None => return Ok(row),
                Some(refusal) => closest = closest.max(refusal),
            }
        }
        Err(closest)
    }

    /// Whether the patient's family may be in a session at that moment: everybody whom it needs, or somebody if it
    /// needs nobody.
    ///
    /// # Errors
    /// Why it may not.
    pub fn allow_family(&self, patient: &str, at: DateTime) -> Result<(), Refusal> {
        for recipient in self.family(patient) {
            self.allow(patient, DisclosurePurpose::Family, recipient, at)?;
        }
        Ok(())
    }

    /// The days of which the patient's family may be in sessions, for each whom they need: first and last, of every
    /// consent that is complete and was not taken back.
    pub fn family_days(&self, patient: &str) -> Vec<Vec<(Date, Option<Date>)>> {
        let days = |recipient| {
            let rows = self.covering(patient, DisclosurePurpose::Family, recipient);
            rows.filter(|row| row.revoked.is_none() && lacks(row).is_none())
                .map(|row| (row.given, row.until))
                .collect()
        };
        self.family(patient).into_iter().map(days).collect()
    }

    fn family(&self, patient: &str) -> Vec<Recipient<'c>> {
        let required = self.required.get(patient).map_or(&[][..], Vec::as_slice);
        let contacts = required.iter().filter_map(|&at| self.contacts.get(at));
        let mut recipients: Vec<Recipient> = contacts.map(|row| Recipient::Contact(&row.id)).collect();
        if recipients.is_empty() {
            recipients.push(Recipient::Named);
        }
        recipients
    }

    fn covering(
        &self,
        patient: &str,
        purpose: DisclosurePurpose,
        recipient: Recipient,
    ) -> impl Iterator<Item = &'c Consent> {
        let rows = self.by_patient.get(patient).map_or(&[][..], Vec::as_slice);
        let covers = move |row: &&Consent| row.purposes.contains(&purpose) && names(row, recipient);
        let rows: Vec<&Consent> = rows.iter().filter_map(|&at| self.rows.get(at)).filter(covers).collect();
        rows.into_iter()
    }
}

fn names(row: &Consent, recipient: Recipient) -> bool {
    match recipient {
        Recipient::Named => true,
        Recipient::Contact(id) => row.contact.as_deref().is_none_or(|contact| contact == id),
        Recipient::Other(name) => fold(&row.recipient) == fold(name),
    }
}

/// Why a consent does not hold at a moment. A revocation counts as soon as it is in the table, whatever its moment:
/// what was told before is not undone, and nothing is told any more.
fn refusal(row: &Consent, at: DateTime) -> Option<Refusal> {
    let id = row.id.clone();
    let day = at.date();
    match (row.revoked, row.until, lacks(row)) {
        (Some(revoked), _, _) => Some(Refusal::Revoked { id, revoked }),
        (_, Some(until), _) if until < day => Some(Refusal::Expired { id, until }),
        (_, _, Some(lacks)) => Some(Refusal::Incomplete { id, lacks }),
        _ if day < row.given => Some(Refusal::NotYet { id, given: row.given }),
        _ => None,
    }
}

/// What 42 CFR 2.31(a) asks for and a consent does not have; 2.31(c) forbids to tell anything on such a one.
pub fn lacks(row: &Consent) -> Option<&'static str> {
    let is_empty = |text: &str| text.trim().is_empty();
    let has_end = row.until.is_some() || row.until_event.as_deref().is_some_and(|event| !is_empty(event));
    [
        (is_empty(&row.discloser), "does not say who may tell"),
        (is_empty(&row.what), "does not say what may be told"),
        (is_empty(&row.recipient), "does not say who may be told"),
        (row.purposes.is_empty(), "does not say what for"),
        (!has_end, "does not say when it ends"),
        (!row.revocation_told, "does not tell of the right to revoke it"),
        (!row.signed, "is not signed"),
    ]
    .into_iter()
    .find_map(|(is_missing, text)| is_missing.then_some(text))
}

/// The notice that goes with everything that leaves, if the settings ask for one.
pub fn notice(settings: &Settings) -> Option<&str> {
    let own = settings.part2_notice.as_deref().filter(|text| !text.trim().is_empty());
    settings.part2.then(|| own.unwrap_or(PART2_NOTICE))
}
