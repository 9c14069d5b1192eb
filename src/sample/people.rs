//! Invented people: pseudonyms that cannot be mistaken for names, times of the week, wishes.

use crate::model::calendar::{WeekHours, Weekday};
use crate::model::clinic::{Contact, Patient, Phase};
use crate::rng::Rng;

use super::draft::Draft;
use super::units::Unit;

use Weekday::{Fri, Mon, Sat, Thu, Tue, Wed};

/// Monday to Friday.
pub(crate) const WEEKDAYS: [Weekday; 5] = [Mon, Tue, Wed, Thu, Fri];

/// Two initials and a number, for example `JM 0123`.
pub(crate) fn pseudonym(rng: &mut Rng, number: usize, width: usize) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNOPRSTVWZ";
    let mut letter = || char::from(LETTERS[rng.below(LETTERS.len())]);
    let (first, last) = (letter(), letter());
    format!("{first}{last} {number:0width$}")
}

/// Windows on several groups of days.
pub(crate) fn hours(spans: &[(&[Weekday], i32, i32)]) -> WeekHours {
    let windows = spans
        .iter()
        .flat_map(|&(days, from, to)| days.iter().map(move |&day| (day, from, to)))
        .collect();
    WeekHours::new(windows).unwrap_or_default()
}

/// When a patient has time, by the life the patient leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Life {
    /// Free on weekdays.
    Flexible,
    /// Free while children are at school.
    Parent,
    /// Works in the day: late afternoons, evenings, Friday mornings.
    Worker,
    /// Works late: mornings and early afternoons.
    LateShift,
    /// Lives in the house.
    Resident,
}

impl Life {
    /// The windows.
    pub(crate) fn hours(self) -> WeekHours {
        match self {
            Self::Flexible => hours(&[(&WEEKDAYS, 8 * 60, 18 * 60)]),
            Self::Parent => hours(&[(&WEEKDAYS, 8 * 60 + 30, 15 * 60)]),
            Self::Worker => hours(&[
                (&[Mon, Tue, Wed, Thu], 16 * 60, 20 * 60 + 30),
                (&[Fri], 8 * 60, 12 * 60),
                (&[Fri], 15 * 60, 18 * 60),
            ]),
            Self::LateShift => hours(&[(&WEEKDAYS, 8 * 60, 14 * 60)]),
            Self::Resident => hours(&[(&WEEKDAYS, 8 * 60, 20 * 60), (&[Sat], 9 * 60, 16 * 60)]),
        }
    }

    /// The part of it that the patient likes best.
    fn preferred(self, rng: &mut Rng) -> Option<WeekHours> {
        let (from, to) = match self {
            Self::Worker => (17 * 60, 19 * 60 + 30),
            _ if rng.chance(0.5) => (9 * 60, 12 * 60),
            _ => (12 * 60, 15 * 60),
        };
        rng.chance(0.35).then(|| hours(&[(&WEEKDAYS, from, to)]))
    }
}

/// Adds the patient at `place` of the unit and returns the index. Everything but the clinicians is drawn from the
/// patient's own stream.
pub(crate) fn admit(draft: &mut Draft, unit: &Unit, place: usize, phase: Phase, life: Life) -> usize {
    let idx = draft.clinic.patients.len();
    let mut rng = draft.rng("patient", idx as u64);
    let spanish = rng.chance(0.09);
    let wishes_gender = rng.chance(0.12);
    let telehealth = rng.chance(0.62);
    let family_consent = rng.chance(0.68);
    let barred = rng.chance(0.04).then(|| rng.unit());
    let days_in = in_care_days(&mut rng, phase);
    let id = format!("p{:04}", idx + 1);
    let row = Patient {
        name: pseudonym(&mut rng, idx + 1, 4),
        level_of_care: level(phase).map(Into::into),
        acuity: acuity(&mut rng, phase),
        preferred_hours: life.preferred(&mut rng),
        admitted: (phase != Phase::Evaluation).then(|| draft.monday.plus_days(-days_in)),
        languages: if spanish {
            vec!["es".into(), "en".into()]
        } else {
            Vec::new()
        },
        language_required: spanish && rng.chance(0.3),
        clinician_gender: wishes_gender.then(|| if rng.chance(0.7) { "female" } else { "male" }.into()),
        clinician_gender_required: wishes_gender && rng.chance(0.2),
        needs: needs(&mut rng, phase),
        barred_clinicians: barred.and_then(|at| of_team(draft, unit, at)).into_iter().collect(),
        telehealth,
        // Four letters without meaning; the fairness report needs groups of some size.
        equity_group: Some(["A", "B", "C", "D"][rng.weighted(&[0.45, 0.3, 0.15, 0.1])].into()),
        ..Patient::unknown(&id, phase, &unit.site(), life.hours())
    };
    draft.clinic.patients.push(row);
    if family_consent {
        contacts(draft, idx, place, &mut rng);
    }
    super::consents::sign(draft, idx, family_consent);
    idx
}

/// The clinician at a share of the unit's team.
fn of_team(draft: &Draft, unit: &Unit, at: f64) -> Option<String> {
    let first = draft.clinic.clinicians.len().checked_sub(unit.clinicians)?;
    let place = (at * unit.clinicians as f64) as usize;
    draft.clinic.clinicians.get(first + place).map(|row| row.id.clone())
}

/// Days since admission: part of the usual length of the phase (domain guide 3.1, phase lengths, unverified).
fn in_care_days(rng: &mut Rng, phase: Phase) -> i32 {
    rng.between(2, stay_days(phase) - 4).max(1)
}

/// Usual days in a phase: partial hospitalization 4 weeks, intensive outpatient 10, outpatient 20, maintenance a year
/// (domain guide 3.1, unverified); home health 60 days, two payment periods [484.230]; rehabilitation 8 weeks (our
/// choice).
pub(crate) fn stay_days(phase: Phase) -> i32 {
    match phase {
        Phase::Evaluation => 7,
        Phase::Detox => 7,
        Phase::Residential | Phase::PartialHospitalization => 28,
        Phase::IntensiveOutpatient => 70,
        Phase::Outpatient => 140,
        Phase::Maintenance => 364,
        Phase::HomeHealth => 60,
        Phase::Rehabilitation => 56,
    }
}

/// Level of care by the ASAM numbers [ASAM-LUC].
fn level(phase: Phase) -> Option<&'static str> {
    match phase {
        Phase::Detox => Some("3.7"),
        Phase::Residential => Some("3.5"),
        Phase::PartialHospitalization => Some("2.5"),
        Phase::IntensiveOutpatient => Some("2.1"),
        Phase::Outpatient => Some("1"),
        _ => None,
    }
}

fn acuity(rng: &mut Rng, phase: Phase) -> i32 {
    match phase {
        Phase::Detox => rng.between(3, 4),
        Phase::Residential | Phase::PartialHospitalization | Phase::Evaluation => rng.between(2, 4),
        Phase::IntensiveOutpatient | Phase::HomeHealth => rng.between(1, 3),
        Phase::Outpatient | Phase::Rehabilitation => rng.between(0, 2),
        Phase::Maintenance => rng.between(0, 1),
    }
}

fn needs(rng: &mut Rng, phase: Phase) -> Vec<String> {
    let topics: &[&str] = match phase {
        Phase::HomeHealth => &["wound_care", "cardiac", "diabetes"],
        Phase::Rehabilitation => &["vestibular", "hand_therapy", "pelvic_health"],
        _ => &["opioid_use", "alcohol_use", "co_occurring"],
    };
    if rng.chance(0.4) {
        rng.pick(topics).map(|topic| vec![(*topic).into()]).unwrap_or_default()
    } else {
        Vec::new()
    }
}

/// One or two family members with the times they have; the first is needed in family sessions.
fn contacts(draft: &mut Draft, patient: usize, place: usize, rng: &mut Rng) {
    let id = draft.clinic.patients[patient].id.clone();
    let number = 1 + usize::from(place.is_multiple_of(3));
    for contact in 0..number {
        let relation =
            ["partner", "parent", "sibling", "adult child", "friend"][rng.weighted(&[4.0, 3.0, 1.0, 1.0, 1.0])];
        let windows = match rng.weighted(&[0.45, 0.35, 0.2]) {
            0 => hours(&[
                (&[Mon, Tue, Wed, Thu], 16 * 60, 20 * 60 + 30),
                (&[Fri], 14 * 60, 18 * 60),
            ]),
            1 => hours(&[(&WEEKDAYS, 9 * 60, 15 * 60)]),
            _ => hours(&[(&WEEKDAYS, 8 * 60, 20 * 60)]),
        };
        draft.clinic.contacts.push(Contact {
            id: format!("k{}-{}", id.trim_start_matches('p'), contact + 1),
            patient: id.clone(),
            relation: relation.into(),
            hours: windows,
            required: contact == 0,
        });
    }
}
