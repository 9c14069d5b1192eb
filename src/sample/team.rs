//! Hiring: roles with discipline, skills, hours and pay become clinicians with licenses.

use crate::model::calendar::{WeekHours, Weekday};
use crate::model::clinic::{Absence, Absentee, Clinician, License, Overtime};
use crate::rng::Rng;

use super::draft::Draft;
use super::people::{WEEKDAYS, hours, pseudonym};
use super::units::Unit;

use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};

/// A working week: when someone can be planned and what is agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Week {
    /// Full time, days.
    Day,
    /// Full time, afternoons and evenings.
    Late,
    /// Evenings from Monday to Thursday.
    Evenings,
    /// Afternoons from Monday to Thursday.
    Afternoons,
    /// Three days from late morning to evening.
    LongDays,
    /// Three days.
    ThreeDays,
    /// Mornings.
    Mornings,
    /// Two days.
    TwoDays,
    /// Full time, visits on Saturdays too.
    Visiting,
    /// Weekend visits and two weekdays.
    Weekend,
    /// 00:00 to 08:00.
    Night,
    /// 08:00 to 16:00.
    Morning,
    /// 16:00 to 24:00.
    Evening,
}

impl Week {
    /// Hours, and contract minutes a week.
    fn hours(self) -> (WeekHours, i32) {
        let h = 60;
        match self {
            Self::Day => (hours(&[(&WEEKDAYS, 8 * h, 18 * h)]), 2400),
            Self::Late => (
                hours(&[(&[Mon, Tue, Wed, Thu], 11 * h, 20 * h + 30), (&[Fri], 8 * h, 17 * h)]),
                2400,
            ),
            Self::Evenings => (hours(&[(&[Mon, Tue, Wed, Thu], 15 * h, 20 * h + 30)]), 1320),
            Self::Afternoons => (hours(&[(&[Mon, Tue, Wed, Thu], 12 * h, 18 * h)]), 1320),
            Self::LongDays => (hours(&[(&[Mon, Tue, Thu], 10 * h, 19 * h + 30)]), 1560),
            Self::ThreeDays => (hours(&[(&[Mon, Wed, Thu], 8 * h, 17 * h)]), 1440),
            Self::Mornings => (hours(&[(&WEEKDAYS, 8 * h, 13 * h)]), 1440),
            Self::TwoDays => (hours(&[(&[Tue, Thu], 8 * h, 17 * h)]), 960),
            Self::Visiting => (hours(&[(&WEEKDAYS, 8 * h, 18 * h), (&[Sat], 9 * h, 14 * h)]), 2400),
            Self::Weekend => (
                hours(&[(&[Sat, Sun], 8 * h, 17 * h), (&[Mon, Fri], 8 * h, 17 * h)]),
                1920,
            ),
            Self::Night => (hours(&[(&Weekday::ALL, 0, 8 * h)]), 2400),
            Self::Morning => (hours(&[(&Weekday::ALL, 8 * h, 16 * h)]), 2400),
            Self::Evening => (hours(&[(&Weekday::ALL, 16 * h, 24 * h)]), 2400),
        }
    }
}

/// A place in a team.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Role {
    pub(crate) discipline: &'static str,
    pub(crate) skills: &'static [&'static str],
    pub(crate) week: Week,
    /// Place of the supervisor in the team.
    pub(crate) supervisor: Option<usize>,
}

/// Shorthand for tables of roles.
pub(crate) const fn role(discipline: &'static str, skills: &'static [&'static str], week: Week) -> Role {
    Role {
        discipline,
        skills,
        week,
        supervisor: None,
    }
}

impl Role {
    pub(crate) const fn under(self, supervisor: usize) -> Self {
        Self {
            supervisor: Some(supervisor),
            ..self
        }
    }
}

/// Pay per hour in cents: counselor, PTA, OTA, aide [OEWS25]; RN, PT, OT, SLP, LPN, home aide as in domain guide 3.4
/// (unverified there); the others are our assumption.
fn pay_cents(discipline: &str) -> i64 {
    match discipline {
        "counselor" => 2_853,
        "therapist" => 3_500,
        "prescriber" => 7_000,
        "rn" => 4_500,
        "lpn" => 2_997,
        "pt" => 4_857,
        "ot" => 4_728,
        "slp" => 4_587,
        "pta" => 3_288,
        "cota" => 3_476,
        "social_worker" => 3_300,
        "home_aide" => 1_678,
        "rehab_aide" => 1_694,
        "case_manager" => 2_400,
        "technician" => 1_900,
        _ => 2_000,
    }
}

/// The license a discipline works under; none for peers and technicians.
fn license(discipline: &str) -> bool {
    !matches!(discipline, "peer" | "technician" | "rehab_aide" | "home_aide")
}

/// Adds the clinician at `place` of the unit's team.
pub(crate) fn hire(draft: &mut Draft, unit: &Unit, place: usize, role: &Role) -> usize {
    let idx = draft.clinic.clinicians.len();
    let mut rng = draft.rng("clinician", idx as u64);
    let id = format!("c{:03}", idx + 1);
    let (week, contract) = role.week.hours();
    let residential = matches!(role.week, Week::Night | Week::Morning | Week::Evening);
    let visiting = matches!(role.week, Week::Visiting | Week::Weekend);
    let row = Clinician {
        id: id.clone(),
        name: pseudonym(&mut rng, idx + 1, 3),
        discipline: role.discipline.into(),
        site: unit.site(),
        skills: role.skills.iter().map(|&skill| skill.into()).collect(),
        specializations: specializations(&mut rng, role.discipline),
        languages: if place % 5 == 2 || rng.chance(0.1) {
            vec!["en".into(), "es".into()]
        } else {
            vec!["en".into()]
        },
        gender: Some(if rng.chance(0.68) { "female" } else { "male" }.into()),
        hours: week,
        contract_week_min: contract,
        // Eight hours of overtime at most for full time, part-timers a shift more than agreed (our choice).
        max_week_min: contract + 480,
        max_day_min: 600,
        pay_cents_hour: pay_cents(role.discipline) + 50 * i64::from(rng.between(-3, 6)),
        overtime: match role.discipline {
            "prescriber" => Overtime::None,
            _ if residential => Overtime::EightEighty,
            _ => Overtime::Weekly40,
        },
        caseload_cap: caseload_cap(role.discipline),
        // 25 to 30 points a week are usual in home health [PTS][FINALE].
        points_week_cap: visiting.then(|| 30.0 * f64::from(contract) / 2400.0),
        starts_at_home: visiting,
        latitude: None,
        longitude: None,
        telehealth: !visiting && !residential && rng.chance(0.75),
        supervisor: role.supervisor.map(|chief| format!("c{:03}", idx - place + chief + 1)),
        preferred_hours: rng.chance(0.25).then(|| hours(&[(&WEEKDAYS, 9 * 60, 16 * 60)])),
    };
    draft.clinic.clinicians.push(row);
    licenses(draft, &id, place, role, &mut rng);
    leave(draft, &id, &mut rng);
    idx
}

/// Patients per counselor: outpatient 35 [NJ161B][PA715]. None for disciplines without such a rule.
fn caseload_cap(discipline: &str) -> Option<i32> {
    matches!(discipline, "counselor" | "therapist").then_some(35)
}

fn specializations(rng: &mut Rng, discipline: &str) -> Vec<String> {
    let topics: &[&str] = match discipline {
        "counselor" | "therapist" | "prescriber" | "peer" => &["opioid_use", "alcohol_use", "co_occurring"],
        "rn" | "lpn" => &["wound_care", "cardiac", "diabetes"],
        "pt" | "ot" | "pta" | "cota" => &["vestibular", "hand_therapy", "pelvic_health"],
        _ => &[],
    };
    topics
        .iter()
        .filter(|_| rng.chance(0.45))
        .map(|&topic| topic.into())
        .collect()
}

/// Place in a team whose license ends in the planned week, and the last day of it, a Tuesday: a part-timer.
const LAPSING: usize = 14;
const LAPSES_ON: i32 = 1;

/// The license stands for the first skill of the role. Most end in one to three years; about one in sixteen ends
/// soon, and one in a large team ends in the planned week.
fn licenses(draft: &mut Draft, id: &str, place: usize, role: &Role, rng: &mut Rng) {
    let Some(&skill) = role.skills.first().filter(|_| license(role.discipline)) else {
        return;
    };
    let soon = rng.chance(0.06);
    let days = match place {
        LAPSING => LAPSES_ON,
        _ if soon => rng.between(8, 60),
        _ => rng.between(90, 1000),
    };
    draft.clinic.licenses.push(License {
        clinician: id.into(),
        skill: skill.into(),
        from: Some(draft.monday.plus_days(days - 1460)),
        until: Some(draft.monday.plus_days(days)),
    });
}

/// About one in nine is away for a day or two of the planned week, and some later.
fn leave(draft: &mut Draft, id: &str, rng: &mut Rng) {
    let away = |draft: &mut Draft, first: i32, days: i32, reason: &str| {
        let from = draft.monday.plus_days(first);
        draft.clinic.absences.push(Absence {
            what: Absentee::Clinician,
            id: id.into(),
            from: from.at_minute(0),
            until: from.plus_days(days).at_minute(0),
            reason: Some(reason.into()),
        });
    };
    let (now, first, days) = (rng.chance(0.11), rng.between(0, 4), rng.between(1, 2));
    if now {
        away(draft, first, days, if days == 1 { "training" } else { "leave" });
    }
    if rng.chance(0.2) {
        away(draft, rng.between(10, 60), rng.between(2, 10), "leave");
    }
}
