//! An addiction-treatment center: partial hospitalization, intensive outpatient, outpatient, maintenance.

mod care;
mod groups;
mod services;

use crate::model::calendar::{WeekHours, Weekday};
use crate::model::clinic::{Absence, Absentee, Equipment, Phase, Site};

use super::draft::Draft;
use super::people::hours;
use super::team::{Role, Week, hire, role};
use super::units::Unit;

use Weekday::{Fri, Mon, Sat, Thu, Tue, Wed};

const TALK: &[&str] = &["counseling", "group"];
const INTAKE: &[&str] = &["counseling", "group", "assessment"];
const FAMILY: &[&str] = &["counseling", "group", "family"];
const TRAUMA: &[&str] = &["counseling", "group", "family", "trauma"];

/// The team, in order of hiring: any number of first rows is a workable team.
const TEAM: [Role; 24] = [
    role("counselor", INTAKE, Week::Day),
    role("therapist", TRAUMA, Week::Day),
    role("counselor", TALK, Week::Late).under(0),
    role("rn", &["nursing"], Week::ThreeDays),
    role("counselor", INTAKE, Week::Late).under(0),
    role("therapist", FAMILY, Week::Day),
    role("counselor", TALK, Week::TwoDays).under(0),
    role("prescriber", &["prescribing"], Week::LongDays),
    role("counselor", TALK, Week::ThreeDays).under(1),
    role("therapist", TRAUMA, Week::Evenings),
    role("peer", &["peer_support", "co_leading"], Week::Day),
    role("counselor", INTAKE, Week::Day).under(1),
    role("counselor", TALK, Week::Mornings).under(1),
    role("therapist", FAMILY, Week::Late),
    role("counselor", TALK, Week::TwoDays).under(5),
    role("rn", &["nursing"], Week::Mornings),
    role("counselor", INTAKE, Week::Late).under(5),
    role("therapist", TRAUMA, Week::ThreeDays),
    role("counselor", TALK, Week::Evenings).under(5),
    role("peer", &["peer_support", "co_leading"], Week::TwoDays),
    role("counselor", TALK, Week::TwoDays).under(9),
    role("case_manager", &["case_management"], Week::Afternoons),
    role("counselor", TALK, Week::TwoDays).under(9),
    role("therapist", FAMILY, Week::TwoDays),
];

/// Phases of the first 180 patients, in runs, so that any number of first patients gives tracks of a sensible size.
/// The second value is the intensive-outpatient or partial-hospitalization track.
const PHASES: [(usize, Phase, usize); 20] = [
    (7, Phase::Outpatient, 0),
    (9, Phase::IntensiveOutpatient, 0),
    (8, Phase::Outpatient, 0),
    (5, Phase::Maintenance, 0),
    (9, Phase::IntensiveOutpatient, 1),
    (12, Phase::Outpatient, 0),
    (8, Phase::Maintenance, 0),
    (2, Phase::Evaluation, 0),
    (8, Phase::PartialHospitalization, 0),
    (9, Phase::IntensiveOutpatient, 2),
    (12, Phase::Outpatient, 0),
    (7, Phase::Maintenance, 0),
    (9, Phase::IntensiveOutpatient, 3),
    (15, Phase::Outpatient, 0),
    (8, Phase::PartialHospitalization, 1),
    (9, Phase::IntensiveOutpatient, 4),
    (14, Phase::Outpatient, 0),
    (10, Phase::Maintenance, 0),
    (9, Phase::IntensiveOutpatient, 5),
    (10, Phase::Evaluation, 0),
];

/// Phase and track of the patient at `place`.
fn phase_at(place: usize) -> (Phase, usize) {
    let mut left = place % 180;
    for (run, phase, track) in PHASES {
        if left < run {
            return (phase, track);
        }
        left -= run;
    }
    (Phase::Outpatient, 0)
}

/// Adds the unit: site, rooms, team, groups, patients and what they receive.
pub(crate) fn build(draft: &mut Draft, unit: &Unit) {
    draft.offer(services::services(unit));
    place(draft, unit);
    for (at, role) in TEAM.iter().take(unit.clinicians).enumerate() {
        hire(draft, unit, at, role);
    }
    let tracks = groups::groups(draft, unit);
    for at in 0..unit.patients {
        let (mut phase, track) = phase_at(at);
        // Nobody can assess an intake where there is no evaluator; nobody is in a track that does not exist.
        if tracks.track(phase, track).is_none()
            && matches!(phase, Phase::PartialHospitalization | Phase::IntensiveOutpatient)
        {
            phase = Phase::Outpatient;
        }
        let choice = tracks.has_choice();
        let patient = care::patient(draft, unit, at, (phase, track), choice);
        care::receive(draft, unit, patient, (phase, track), &tracks);
    }
    groups::pairs(draft, unit);
}

/// Opening hours: evenings for people who work.
fn site_hours() -> WeekHours {
    hours(&[
        (&[Mon, Tue, Wed, Thu], 8 * 60, 20 * 60 + 30),
        (&[Fri], 8 * 60, 18 * 60),
        (&[Sat], 9 * 60, 13 * 60),
    ])
}

/// Site, rooms and equipment. There are fewer offices than people who use one, as is usual.
fn place(draft: &mut Draft, unit: &Unit) {
    let site = unit.site();
    let step = f64::from(unit.index as i32) * 0.06;
    draft.clinic.sites.push(Site {
        id: site.clone(),
        name: format!("Recovery center {}", unit.index + 1),
        hours: site_hours(),
        latitude: Some(39.5 + step),
        longitude: Some(-45.0),
    });
    let n = unit.clinicians;
    draft.clinic.rooms.extend(unit.rooms(&[
        ("Office", (n * 9).div_ceil(24), 3, &["desk"]),
        ("Family room", n.div_ceil(12), 6, &["family", "desk"]),
        ("Group room", (n * 5).div_ceil(24), 14, &["group"]),
        ("Exam room", n.div_ceil(12), 2, &["exam_table"]),
    ]));
    draft.clinic.equipment.push(Equipment {
        id: unit.local("vitals"),
        site: site.clone(),
        name: "Vitals station".into(),
        count: n.div_ceil(12) as i32,
    });
    if n >= 12 {
        let from = draft.monday.plus_days(3).at_minute(8 * 60);
        draft.clinic.absences.push(Absence {
            what: Absentee::Room,
            id: format!("r{}-02", unit.index + 1),
            from,
            until: from.plus_minutes(240),
            reason: Some("repair".into()),
        });
    }
}
