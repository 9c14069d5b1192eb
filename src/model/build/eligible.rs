//! Who may take part in a session, and what it costs if it is not the one the patient would have.

use super::builder::Builder;
use crate::model::clinic::{self, Modality};
use crate::model::problem::{Choice, Eligible};
use crate::model::weights::CostTerm;

/// What a clinician must have for one part of a session.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wanted<'a> {
    pub(crate) discipline: Option<&'a str>,
    pub(crate) skill: Option<&'a str>,
    pub(crate) patient: Option<&'a clinic::Patient>,
}

/// What a language is taken to be when a row names none.
const USUAL_LANGUAGE: &str = "en";

impl Builder<'_> {
    /// Everyone who may take the part, in the order of the table.
    pub(crate) fn eligible(&self, wanted: Wanted, choices: &[Choice]) -> Vec<Eligible> {
        let all_days = self.context.day_bits(None, None);
        let remote = choice_bits(choices, |way| matches!(way, Modality::Video | Modality::Phone));
        let any = choice_bits(choices, |_| true);
        let mut eligible = Vec::new();
        for (at, &row) in self.staff.rows.iter().enumerate() {
            let clinician = &self.context.clinic.clinicians[row];
            let days = wanted.skill.map_or(all_days, |skill| self.staff.skill_days(at, skill));
            let bits = if clinician.telehealth { any } else { any & !remote };
            let fits = days != 0
                && bits != 0
                && wanted
                    .discipline
                    .is_none_or(|discipline| discipline == clinician.discipline)
                && wanted.patient.is_none_or(|patient| accepts(patient, clinician));
            if fits {
                eligible.push(Eligible {
                    clinician: at as u32,
                    days,
                    choices: if bits == any { u32::MAX } else { bits },
                    continuity: 0,
                    preference: wanted.patient.map_or(0, |patient| self.preference(patient, clinician)),
                    specialization: wanted.patient.map_or(0, |patient| self.misfit(patient, clinician)),
                });
            }
        }
        if let Some(patient) = wanted.patient {
            self.price_continuity(patient, wanted.discipline, &mut eligible);
        }
        eligible
    }

    /// One price for each wish that is not met: gender, language.
    fn preference(&self, patient: &clinic::Patient, clinician: &clinic::Clinician) -> i64 {
        let gender = patient.clinician_gender.is_some() && patient.clinician_gender != clinician.gender;
        let language = !speaks(patient, clinician);
        self.context.price(CostTerm::Preference) * (i64::from(gender) + i64::from(language))
    }

    /// The share of the patient's needs that the clinician does not specialize in.
    fn misfit(&self, patient: &clinic::Patient, clinician: &clinic::Clinician) -> i64 {
        let missing = patient
            .needs
            .iter()
            .filter(|need| !clinician.specializations.contains(need) && !clinician.skills.contains(need))
            .count();
        if missing == 0 {
            return 0;
        }
        self.context.price(CostTerm::Specialization) * missing as i64 / patient.needs.len() as i64
    }

    /// Everyone who is not a usual clinician costs, as long as one of the usual ones could do it.
    fn price_continuity(&self, patient: &clinic::Patient, discipline: Option<&str>, eligible: &mut [Eligible]) {
        let clinicians = &self.context.clinic.clinicians;
        let row_of = |who: &Eligible| &clinicians[self.staff.rows[who.clinician as usize]];
        let seen = |discipline: &str| self.history.usual(&patient.id, discipline);
        let of_service = discipline.map(seen);
        let is_usual = |who: &Eligible| {
            let clinician = row_of(who);
            patient.preferred_clinicians.contains(&clinician.id)
                || of_service.unwrap_or_else(|| seen(&clinician.discipline)) == Some(&*clinician.id)
        };
        let usual: Vec<bool> = eligible.iter().map(is_usual).collect();
        if usual.contains(&true) {
            let price = self.context.price(CostTerm::Continuity);
            for (who, is_usual) in eligible.iter_mut().zip(usual) {
                who.continuity = if is_usual { 0 } else { price };
            }
        }
    }
}

fn choice_bits(choices: &[Choice], matches: impl Fn(Modality) -> bool) -> u32 {
    let places = choices.iter().enumerate().take(32);
    places
        .filter(|(_, choice)| matches(choice.modality))
        .fold(0, |bits, (at, _)| bits | 1 << at)
}

/// False for a barred clinician, and where a required gender or language is missing.
fn accepts(patient: &clinic::Patient, clinician: &clinic::Clinician) -> bool {
    let gender_ok = !patient.clinician_gender_required
        || patient.clinician_gender.is_none()
        || patient.clinician_gender == clinician.gender;
    let language_ok = !patient.language_required || speaks(patient, clinician);
    gender_ok && language_ok && !patient.barred_clinicians.contains(&clinician.id)
}

/// True if they share a language; whoever lists none speaks English.
fn speaks(patient: &clinic::Patient, clinician: &clinic::Clinician) -> bool {
    let knows = |list: &[String], language: &str| {
        if list.is_empty() {
            language == USUAL_LANGUAGE
        } else {
            list.iter().any(|known| known == language)
        }
    };
    if patient.languages.is_empty() {
        return knows(&clinician.languages, USUAL_LANGUAGE);
    }
    patient
        .languages
        .iter()
        .any(|language| knows(&clinician.languages, language))
}
