//! Groups and tracks of a center, and who should sit together or apart.

use crate::model::calendar::{WeekHours, Weekday};
use crate::model::clinic::{Group, Pair, PairRule, Phase};

use super::super::draft::Draft;
use super::super::people::{WEEKDAYS, hours};
use super::super::units::Unit;
use super::phase_at;

use Weekday::{Mon, Thu, Tue, Wed};

/// Group indices by what they are for.
#[derive(Debug, Default)]
pub(super) struct Tracks {
    iop: Vec<usize>,
    php: Vec<(usize, usize)>,
    pub(super) op: Vec<usize>,
}

impl Tracks {
    /// True if there are two intensive-outpatient tracks in the morning and two in the evening.
    pub(super) fn has_choice(&self) -> bool {
        self.iop.len() >= 4
    }

    /// The groups of a track, if it exists: the patient's own first, then the others at the same time of day.
    pub(super) fn track(&self, phase: Phase, track: usize) -> Option<Vec<Vec<usize>>> {
        match phase {
            Phase::IntensiveOutpatient => {
                let own = *self.iop.get(track)?;
                let others = self
                    .iop
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| at % 2 == track % 2 && *at != track);
                Some(vec![
                    std::iter::once(own).chain(others.map(|(_, &group)| group)).collect(),
                ])
            }
            Phase::PartialHospitalization => {
                let &(process, skills) = self.php.get(track)?;
                Some(vec![vec![process], vec![skills]])
            }
            _ => None,
        }
    }
}

/// Groups: 4 to 12 with a target of 8 [SAMHSA-GT]. Even tracks meet in the morning, odd ones in the evening.
pub(super) fn groups(draft: &mut Draft, unit: &Unit) -> Tracks {
    let has = |phase, track| (0..unit.patients).filter(|&at| phase_at(at) == (phase, track)).count() >= 4;
    let mut tracks = Tracks::default();
    let add = |draft: &mut Draft, name: String, service: &str, per_week, co_leader: Option<&str>, window: WeekHours| {
        draft.clinic.groups.push(Group {
            id: format!("g{}-{}", unit.index + 1, tracks_number(draft, unit)),
            name,
            service: service.into(),
            site: unit.site(),
            per_week,
            min: 4,
            target: 8,
            max: 12,
            co_leader_skill: co_leader.filter(|_| unit.clinicians > 10).map(Into::into),
            hours: Some(window),
        });
        draft.clinic.groups.len() - 1
    };
    for track in 0..6 {
        if has(Phase::IntensiveOutpatient, track) {
            let (name, window) = if track % 2 == 0 {
                ("Morning", hours(&[(&WEEKDAYS, 8 * 60 + 30, 13 * 60)]))
            } else {
                ("Evening", hours(&[(&[Mon, Tue, Wed, Thu], 17 * 60, 20 * 60 + 30)]))
            };
            let name = format!("{name} intensive outpatient {}", track / 2 + 1);
            // One or two therapists lead a group [SAMHSA-GT]: peers help in some, a second counselor in others.
            // There are no peers in the evening.
            let second = [Some("co_leading"), Some("group"), None, None, Some("group"), None][track];
            tracks.iop.push(add(draft, name, "iop_group", 3, second, window));
        }
    }
    for track in 0..2 {
        if has(Phase::PartialHospitalization, track) {
            let (a, b) = (
                hours(&[(&WEEKDAYS, 8 * 60 + 30, 11 * 60)]),
                hours(&[(&WEEKDAYS, 12 * 60 + 30, 15 * 60)]),
            );
            let process = add(
                draft,
                format!("Day program {} process", track + 1),
                "php_process",
                5,
                Some("group"),
                a,
            );
            let skills = add(
                draft,
                format!("Day program {} skills", track + 1),
                "php_skills",
                5,
                None,
                b,
            );
            tracks.php.push((process, skills));
        }
    }
    for topic in 0..(unit.patients / 30).min(6) {
        let window = if topic % 2 == 0 {
            hours(&[(&[Mon, Tue, Wed, Thu], 17 * 60, 20 * 60 + 30)])
        } else {
            hours(&[(&WEEKDAYS, 9 * 60, 15 * 60)])
        };
        let name = [
            "Relapse prevention, evening",
            "Relapse prevention, day",
            "Coping skills, evening",
            "Coping skills, day",
            "Family and friends, evening",
            "Early recovery, day",
        ];
        tracks
            .op
            .push(add(draft, name[topic].into(), "op_group", 1, None, window));
    }
    tracks
}

fn tracks_number(draft: &Draft, unit: &Unit) -> usize {
    let site = unit.site();
    draft.clinic.groups.iter().filter(|group| group.site == site).count() + 1
}

/// Two pairs to keep apart and two to keep together in every unit large enough: former partners, witnesses, siblings.
pub(super) fn pairs(draft: &mut Draft, unit: &Unit) {
    let site = unit.site();
    let track: Vec<String> = draft
        .clinic
        .patients
        .iter()
        .filter(|patient| patient.site == site && patient.phase == Phase::IntensiveOutpatient)
        .map(|patient| patient.id.clone())
        .collect();
    // Places 0-8 are the first morning track, 18-26 the second one, 9-17 and 27-35 the evening tracks.
    for (a, b, rule) in [
        (1, 4, PairRule::Apart),
        (2, 7, PairRule::Together),
        (11, 29, PairRule::Apart),
        (12, 15, PairRule::Together),
    ] {
        if let (true, Some(a), Some(b)) = (track.len() >= 36, track.get(a), track.get(b)) {
            draft.clinic.pairs.push(Pair {
                patient_a: a.clone(),
                patient_b: b.clone(),
                rule,
            });
        }
    }
}
