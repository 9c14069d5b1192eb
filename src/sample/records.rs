//! Other records of the past: time sheets, scheduling work, surveys, outcomes, inpatient stays, headcount.

use std::collections::BTreeMap;

use crate::model::calendar::{Date, Weekday};
use crate::model::clinic::{
    Appointment, Departure, Headcount, Phase, SchedulingWork, Score, StaffDay, Status, Stay, Survey,
};
use crate::order::Arrange;
use crate::rng::Rng;

use super::draft::Draft;
use super::history::{Away, away};

/// The day of planning; what is written on it or later is not on record yet.
pub(crate) fn today(draft: &Draft) -> Date {
    draft.clinic.settings.as_of.date()
}

/// Writes all records that go with the appointments written so far.
pub(crate) fn write(draft: &mut Draft) {
    staff_days(draft);
    scheduling_work(draft);
    surveys(draft);
    scores(draft);
    inpatient_stays(draft);
    employees(draft);
}

/// What one clinician did on one day.
#[derive(Debug, Default, Clone, Copy)]
struct Done {
    first: i32,
    last: i32,
    travel_min: i32,
    after_hours_min: i32,
    miles: f64,
}

fn done_by_day(draft: &Draft) -> BTreeMap<(&str, Date), Done> {
    let mut days: BTreeMap<(&str, Date), Done> = BTreeMap::new();
    let worked = |row: &&Appointment| {
        row.start < draft.clinic.settings.as_of
            && matches!(row.status, Status::Completed | Status::NoShow | Status::Missed)
    };
    for row in draft.clinic.appointments.iter().filter(worked) {
        for clinician in &row.clinicians {
            let from = row.start.minute_of_day();
            let day = days.entry((clinician, row.start.date())).or_insert(Done {
                first: from,
                ..Done::default()
            });
            day.first = day.first.min(from);
            day.last = day.last.max(from + row.minutes);
            day.travel_min += row.travel_min.unwrap_or(0);
            day.after_hours_min += row.after_hours_min.unwrap_or(0);
            day.miles += row.miles.unwrap_or(0.0);
        }
    }
    days
}

/// Time sheets: everyone is paid the agreed day, and more when the day was longer.
fn staff_days(draft: &mut Draft) {
    let days = done_by_day(draft);
    let today = today(draft).days_since(draft.monday);
    let mut rows = Vec::new();
    for (idx, clinician) in draft.clinic.clinicians.iter().enumerate() {
        let on: Vec<Weekday> = Weekday::ALL
            .into_iter()
            .filter(|&day| clinician.hours.on(day).next().is_some())
            .collect();
        let agreed = clinician.contract_week_min / (on.len() as i32).clamp(1, 5);
        for day in -7 * draft.weeks..today {
            let date = draft.monday.plus_days(day);
            let done = days.get(&(clinician.id.as_str(), date)).copied();
            let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
            if !on.contains(&date.weekday()) || (done.is_none() && weekend) {
                continue;
            }
            rows.push(staff_day(draft, idx, date, agreed, done));
        }
    }
    draft.clinic.staff_days = rows;
}

fn staff_day(draft: &Draft, clinician: usize, date: Date, agreed: i32, done: Option<Done>) -> StaffDay {
    let row = &draft.clinic.clinicians[clinician];
    let gone: Option<Away> = away(draft, clinician, date.days_since(draft.monday));
    let mut day = StaffDay {
        worked_min: None,
        clinician: row.id.clone(),
        date,
        paid_min: agreed,
        leave_min: 0,
        meeting_min: 0,
        protected_min: 0,
        travel_min: 0,
        after_hours_min: 0,
        miles: 0.0,
    };
    let Some(done) = done else {
        day.leave_min = if gone.is_some() { agreed } else { 0 };
        return day;
    };
    // Half an hour of lunch is not paid; the way home is not counted.
    let span = done.last - done.first - if done.last - done.first > 360 { 30 } else { 0 };
    day.paid_min = agreed.max(span + done.travel_min / 4);
    day.meeting_min = if date.weekday() == Weekday::Wed { 60 } else { 15 };
    day.protected_min = if agreed >= 400 { 30 } else { 15 };
    day.travel_min = done.travel_min;
    day.after_hours_min = done.after_hours_min;
    day.miles = libm::round(done.miles * 10.0) / 10.0;
    day
}

/// Hours of making the schedule: 15 to 20 a week for a clinic of 24 (a claim in circulation, domain guide 2).
fn scheduling_work(draft: &mut Draft) {
    let size = draft.clinic.clinicians.len() as f64 / 24.0;
    let weeks = today(draft).days_since(draft.monday).div_euclid(7);
    for week in -draft.weeks..weeks {
        let mut rng = draft.rng("scheduling", (-week) as u64);
        draft.clinic.scheduling_work.push(SchedulingWork {
            week: draft.monday.plus_days(7 * week),
            hours: libm::round(2.0 * (17.5 + 1.6 * rng.normal()).max(8.0) * size) / 2.0,
        });
    }
}

/// Staff are asked twice in half a year (0 to 10, and a single item on strain), patients every week (1 to 5). Below
/// five answers nothing is shown, so small clinics are asked less often and all at once.
fn surveys(draft: &mut Draft) {
    let staff = draft.clinic.clinicians.len();
    let add = |draft: &mut Draft, day: i32, instrument: &str, respondent: &str, score: usize| {
        draft.clinic.surveys.push(Survey {
            date: draft.monday.plus_days(day),
            instrument: instrument.into(),
            respondent: respondent.into(),
            score: score as f64,
        });
    };
    let days = 7 * draft.weeks;
    for wave in [140, 49].into_iter().filter(|&wave| wave <= days) {
        let mut rng = draft.rng("survey", wave as u64);
        for person in 0..staff {
            if !rng.chance(0.8) {
                continue;
            }
            let day = -wave + person as i32 % 5;
            // Promoters 9-10, passives 7-8, detractors 0-6: a middling score.
            let enps = [4, 5, 6, 7, 8, 9, 10][rng.weighted(&[0.06, 0.08, 0.14, 0.2, 0.22, 0.18, 0.12])];
            add(draft, day, "enps", "staff", enps);
            add(
                draft,
                day,
                "mini_z",
                "staff",
                1 + rng.weighted(&[0.1, 0.35, 0.35, 0.14, 0.06]),
            );
        }
    }
    let answers = (staff / 4).max(1);
    for week in 1..=draft.weeks {
        let mut rng = draft.rng("satisfaction", week as u64);
        for answer in 0..answers {
            let score = 1 + rng.weighted(&[0.02, 0.04, 0.12, 0.4, 0.42]);
            add(draft, -7 * week + answer as i32 % 5, "satisfaction", "patient", score);
        }
    }
    let today = today(draft);
    draft.clinic.surveys.retain(|row| row.date < today);
    draft.clinic.surveys.arrange_by_key(|row| row.date);
}

/// A measure, the score at the start, the gain a month, the goal.
fn measure(phase: Phase, rng: &mut Rng) -> Option<(&'static str, f64, f64, f64)> {
    match phase {
        // 0 to 27, lower is better; 5 points or 20 % matter [PHQ].
        Phase::IntensiveOutpatient | Phase::Outpatient | Phase::PartialHospitalization | Phase::Residential => {
            Some(("phq9", f64::from(rng.between(10, 22)), -2.6, 9.0))
        }
        // Meters per second; 0.10 matters [GAIT].
        Phase::HomeHealth => Some(("gait_speed", 0.4 + 0.4 * rng.unit(), 0.09, 0.8)),
        // Meters in six minutes; 30 matters [6MWT].
        Phase::Rehabilitation => Some(("six_minute_walk", f64::from(rng.between(180, 380)), 38.0, 400.0)),
        _ => None,
    }
}

/// A score at the start and every four weeks for six in ten patients.
fn scores(draft: &mut Draft) {
    let mut rows = Vec::new();
    let today = today(draft);
    let first = draft.monday.plus_days(-7 * draft.weeks);
    for (idx, patient) in draft.clinic.patients.iter().enumerate() {
        let mut rng = draft.rng("scores", idx as u64);
        let (Some(admitted), true) = (patient.admitted, rng.chance(0.6)) else {
            continue;
        };
        let Some((name, start, gain, goal)) = measure(patient.phase, &mut rng) else {
            continue;
        };
        let gain = gain * (1.0 + 0.7 * rng.normal());
        let last = patient.discharged.unwrap_or(today).min(today.plus_days(-1));
        let mut day = admitted.max(first).plus_days(rng.between(0, 4));
        let mut months = 0.0;
        while day <= last {
            let value = start + gain * months + 0.05 * start * rng.normal();
            rows.push(Score {
                patient: patient.id.clone(),
                measure: name.into(),
                date: day,
                value: rounded(name, value),
                goal: (months == 0.0).then_some(goal),
            });
            day = day.plus_days(28 + rng.between(-2, 5));
            months += 1.0;
        }
    }
    rows.arrange_by(|a, b| (a.date, &a.patient).cmp(&(b.date, &b.patient)));
    draft.clinic.scores = rows;
}

fn rounded(measure: &str, value: f64) -> f64 {
    match measure {
        "gait_speed" => libm::round(value.clamp(0.1, 1.6) * 100.0) / 100.0,
        "phq9" => libm::round(value.clamp(0.0, 27.0)),
        _ => libm::round(value.clamp(50.0, 700.0)),
    }
}

/// Hospital stays before care, of which 14 % are followed by another within 30 days [HCUP].
fn inpatient_stays(draft: &mut Draft) {
    let mut rows = Vec::new();
    let today = today(draft);
    for (idx, patient) in draft.clinic.patients.iter().enumerate() {
        let mut rng = draft.rng("inpatient", idx as u64);
        let share = match patient.phase {
            Phase::HomeHealth => 0.6,
            Phase::PartialHospitalization | Phase::IntensiveOutpatient | Phase::Residential => 0.3,
            _ => 0.05,
        };
        let (Some(admitted), true) = (patient.admitted, rng.chance(share)) else {
            continue;
        };
        let home = admitted.plus_days(-rng.between(1, 3));
        let stay = |from: Date, until: Option<Date>, index: bool| Stay {
            patient: patient.id.clone(),
            admitted: from,
            discharged: until,
            planned: false,
            transfer: false,
            died: false,
            index,
        };
        let first = stay(home.plus_days(-rng.between(2, 9)), Some(home), true);
        let again = home.plus_days(rng.between(4, 30));
        rows.push(Stay {
            transfer: rng.chance(0.03),
            died: false,
            ..first
        });
        if rng.chance(0.14) && again < today {
            let until = again.plus_days(rng.between(2, 6));
            let planned = rng.chance(0.1);
            rows.push(Stay {
                planned,
                ..stay(again, (until < today).then_some(until), false)
            });
        }
    }
    draft.clinic.stays = rows;
}

/// Departures and headcount: a third of the staff leave in a year in behavioral care [BEHAVE].
fn employees(draft: &mut Draft) {
    let staff = draft.clinic.clinicians.len() as i32;
    let mut rng = draft.rng("departures", 0);
    let weeks = f64::from(draft.weeks);
    let gone = rng.poisson(f64::from(staff) * 0.332 * weeks / 52.0) as i32;
    for number in 1..=gone {
        draft.clinic.departures.push(Departure {
            clinician: format!("former {number}"),
            date: draft.monday.plus_days(-rng.between(7, (7 * draft.weeks).max(8))),
            voluntary: rng.chance(0.75),
            per_diem: rng.chance(0.1),
        });
    }
    draft.clinic.departures.arrange_by_key(|row| row.date);
    let (months, today) = (draft.weeks * 7 / 30, today(draft));
    for month in (0..=months).rev() {
        draft.clinic.headcounts.push(Headcount {
            date: today.plus_days(-30 * month),
            employees: (staff + rng.between(-1, 1) * i32::from(staff > 8 && month > 0)).max(1),
            per_diem: staff / 12,
        });
    }
}
