//! What treatment achieved: functional gain, readmission, time to goal.

use std::collections::BTreeMap;

use super::outcome::{Computed, Outcome, Tally, needs_history, none};
use super::value::IndicatorUnit;
use super::view::View;
use crate::model::clinic::{Score, Stay};
use crate::order::Arrange;
use crate::stats::{self, Observed};

/// How a measure is read: whether more is better, and the smallest change that means something, in its unit and, if
/// there is one, as a share of the first value.
struct MeasureRule {
    name: &'static str,
    more_is_better: bool,
    change: f64,
    share: Option<f64>,
}

/// Smallest changes that mean something: six-minute walk 30 m [6MWT], gait speed 0.10 m/s [GAIT], PHQ-9 five points or
/// 20 % [PHQ]. The points within the published ranges are our choice.
const MEASURES: [MeasureRule; 3] = [
    MeasureRule {
        name: "six_minute_walk",
        more_is_better: true,
        change: 30.0,
        share: None,
    },
    MeasureRule {
        name: "gait_speed",
        more_is_better: true,
        change: 0.10,
        share: None,
    },
    MeasureRule {
        name: "phq9",
        more_is_better: false,
        change: 5.0,
        share: Some(0.20),
    },
];

/// Two scores count as a course if they lie this many days apart (definition of functional gain).
const COURSE_DAYS: i32 = 14;

/// Days after discharge in which an admission is a readmission [HCUP].
const READMISSION_DAYS: i32 = 30;

/// Scores by patient and measure, in order of time, up to the document's moment.
fn courses<'v>(view: &'v View) -> BTreeMap<(&'v str, &'v str), Vec<&'v Score>> {
    let mut courses: BTreeMap<(&str, &str), Vec<&Score>> = BTreeMap::new();
    let scores = view.clinic.scores.iter();
    for score in scores.filter(|score| view.includes(Some(&score.patient))) {
        courses.entry((&score.patient, &score.measure)).or_default().push(score);
    }
    for course in courses.values_mut() {
        course.arrange_by(|a, b| a.date.cmp(&b.date).then(a.value.total_cmp(&b.value)));
    }
    courses
}

/// Change of a course for the better, in units of the smallest change that means something: 1 or more is improved, -1
/// or less is worse.
fn gain(rule: &MeasureRule, first: f64, last: f64) -> f64 {
    let better = if rule.more_is_better {
        last - first
    } else {
        first - last
    };
    // Decimal steps such as 0.10 m/s have no exact binary form; the push is far below any measurement.
    let pushed = better + better.signum() * 1e-9;
    let by_share = rule
        .share
        .map(|share| share * first.abs())
        .filter(|&needed| needed > 0.0);
    let needed = by_share.map_or(rule.change, |needed| needed.min(rule.change));
    pushed / needed
}

/// K5.
pub(super) fn functional_gain(view: &View) -> Computed {
    if !view.is_history() {
        return Err(needs_history());
    }
    let (mut improved, mut worse, mut short, mut unknown) = (Tally::default(), 0, 0, 0);
    for ((patient, measure), course) in courses(view) {
        let course: Vec<&&Score> = course.iter().filter(|score| view.covers_date(score.date)).collect();
        let (Some(first), Some(last)) = (course.first(), course.last()) else {
            continue;
        };
        let Some(rule) = MEASURES.iter().find(|rule| rule.name == measure) else {
            unknown += 1;
            continue;
        };
        if last.date.days_since(first.date) < COURSE_DAYS {
            short += 1;
            continue;
        }
        let gain = gain(rule, first.value, last.value);
        improved.add(gain >= 1.0, format!("{patient} {measure}"));
        worse += usize::from(gain <= -1.0);
    }
    let all = improved.all() as f64;
    Ok(improved
        .proportion("scores", "patients with two scores at least 14 days apart")?
        .share("worse", worse as f64, all)
        .left_out("without two scores at least 14 days apart", short)
        .left_out("measure without a known smallest meaningful change", unknown))
}

/// K27.
pub(super) fn readmission(view: &View) -> Computed {
    if !view.is_history() {
        return Err(needs_history());
    }
    let today = view.date(view.now);
    let mut stays: Vec<&Stay> = view.clinic.stays.iter().collect();
    stays.arrange_by(|a, b| (a.admitted, &a.patient).cmp(&(b.admitted, &b.patient)));
    let (mut tally, mut short, mut out) = (Tally::default(), 0, 0);
    for index in stays.iter().filter(|stay| stay.index) {
        let Some(left) = index.discharged.filter(|&date| view.covers_date(date)) else {
            continue;
        };
        if index.died || index.transfer {
            out += 1;
        } else if left.plus_days(READMISSION_DAYS) > today {
            short += 1;
        } else {
            let back = stays.iter().any(|stay| {
                let days = stay.admitted.days_since(left);
                stay.patient == index.patient
                    && !std::ptr::eq(*stay, *index)
                    && !stay.planned
                    && !stay.transfer
                    && stay.admitted >= index.admitted
                    && (0..=READMISSION_DAYS).contains(&days)
            });
            tally.add(back, format!("{} {left}", index.patient));
        }
    }
    Ok(tally
        .proportion("stays", "index discharges with 30 days of follow-up")?
        .left_out("less than 30 days of follow-up", short)
        .left_out("died or transferred", out))
}

/// K28.
pub(super) fn time_to_goal(view: &View) -> Computed {
    if !view.is_history() {
        return Err(needs_history());
    }
    let today = view.date(view.now);
    let (mut subjects, mut ids, mut reached) = (Vec::new(), Vec::new(), Vec::new());
    for ((patient, measure), course) in courses(view) {
        let start = view.index.patients.get(patient).and_then(|row| row.admitted);
        let goal = course.iter().rev().find_map(|score| score.goal);
        let (Some(start), Some(goal), Some(first)) =
            (start.filter(|&date| view.covers_date(date)), goal, course.first())
        else {
            continue;
        };
        let upward = goal >= first.value;
        let at_goal = |score: &&&Score| {
            if upward {
                score.value >= goal
            } else {
                score.value <= goal
            }
        };
        let hit = course.iter().filter(|score| score.date <= today).find(at_goal);
        // Whether someone has reached the goal is known only up to the last score, not up to discharge or today.
        let last = course.iter().rev().find(|score| score.date <= today);
        let Some(end) = hit.or(last).map(|score| score.date) else {
            continue;
        };
        subjects.push(Observed {
            time: f64::from(end.days_since(start).max(0)),
            event: hit.is_some(),
        });
        let id = format!("{patient} {measure}");
        if hit.is_some() {
            reached.push(id.clone());
        }
        ids.push(id);
    }
    let n = subjects.len();
    if n == 0 {
        return Err(none(
            "no patient who started care in the period has a goal",
            "rows in `scores` with a goal, and `admitted` of their patients",
        ));
    }
    let median = stats::kaplan_meier_median(&subjects).ok_or_else(|| {
        none(
            "fewer than half reach the goal while they are watched",
            "a longer period, or more patients who reach their goal",
        )
    })?;
    Ok(Outcome::plain(median, n)
        .figure("reached the goal", IndicatorUnit::Number, reached.len() as f64)
        .over("scores", reached)
        .under("scores", ids))
}
