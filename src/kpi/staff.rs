//! People who work here: turnover and what they say.

use super::outcome::{Computed, Outcome, Tally, needs_history, none, nothing};
use super::value::IndicatorUnit;
use super::view::View;
use crate::model::calendar::Date;
use crate::model::clinic::{Departure, Survey};
use crate::order::Arrange;
use crate::stats;

/// Length of the period in months: whole civil months, and the rest by the mean month of 365.25 / 12 days.
fn months(view: &View) -> f64 {
    let (from, to) = (view.date(view.period.0), view.date(view.period.1));
    let mut whole = 0;
    let after = |months: i32| Date(from.0.saturating_add(jiff::Span::new().months(months)));
    while whole < 1200 && after(whole + 1) <= to {
        whole += 1;
    }
    f64::from(whole) + f64::from(to.days_since(after(whole))) / (365.25 / 12.0)
}

/// K6.
pub(super) fn turnover(view: &View) -> Computed {
    if !view.is_history() {
        return Err(needs_history());
    }
    let mut counts: Vec<_> = view
        .clinic
        .headcounts
        .iter()
        .filter(|row| view.covers_date(row.date))
        .collect();
    counts.arrange_by_key(|row| row.date);
    let regular: Vec<f64> = counts
        .iter()
        .map(|row| f64::from(row.employees - row.per_diem))
        .collect();
    let per_diem: Vec<f64> = counts.iter().map(|row| f64::from(row.per_diem)).collect();
    let mut left: Vec<&Departure> = view
        .clinic
        .departures
        .iter()
        .filter(|row| view.covers_date(row.date))
        .collect();
    left.arrange_by_key(|row| (row.date, &row.clinician));
    let (left_per_diem, left): (Vec<&Departure>, Vec<&Departure>) = left.into_iter().partition(|row| row.per_diem);
    let voluntary = left.iter().filter(|row| row.voluntary).count();
    let yearly = 12.0 / months(view);
    let mean = stats::mean(&regular)
        .filter(|&mean| mean > 0.0)
        .ok_or_else(|| nothing("headcount"))?;
    let rate = |leavers: usize, mean: f64| (mean > 0.0).then(|| leavers as f64 / mean * yearly);
    Ok(
        Outcome::ratio(left.len() as f64 * yearly, mean, left.len(), "headcount")?
            .figure("voluntary", IndicatorUnit::ShareYear, rate(voluntary, mean))
            .figure(
                "per diem",
                IndicatorUnit::ShareYear,
                rate(left_per_diem.len(), stats::mean(&per_diem).unwrap_or(0.0)),
            )
            .figure("separations", IndicatorUnit::Number, left.len() as f64)
            .figure("mean headcount", IndicatorUnit::Number, mean)
            .figure("months", IndicatorUnit::Number, months(view))
            .over("departures", left.iter().map(|row| row.clinician.clone()))
            .under("headcounts", counts.iter().map(|row| row.date.to_string())),
    )
}

fn answers<'v>(view: &'v View, instrument: &str) -> Result<Vec<&'v Survey>, super::NotComputable> {
    if !view.is_history() {
        return Err(needs_history());
    }
    let found: Vec<&Survey> = view
        .clinic
        .surveys
        .iter()
        .filter(|row| row.instrument == instrument && view.covers_date(row.date))
        .collect();
    let least = view.options.hide_below as usize;
    match found.len() {
        0 => Err(nothing(&format!("answers to `{instrument}`"))),
        n if n < least => Err(none(
            format!("hidden: fewer than {least} answers could be told apart"),
            format!("at least {least} answers to `{instrument}` in the period"),
        )),
        _ => Ok(found),
    }
}

/// K26. Promoters answer 9 or 10, detractors 0 to 6 (Reichheld 2003, Harv Bus Rev 81:46).
pub(super) fn enps(view: &View) -> Computed {
    let found = answers(view, "enps")?;
    let promoters = found.iter().filter(|row| row.score >= 9.0).count();
    let detractors = found.iter().filter(|row| row.score <= 6.0).count();
    let n = found.len();
    let score = 100.0 * (promoters as f64 - detractors as f64) / n as f64;
    Ok(Outcome::plain(score, n)
        .figure("promoters", IndicatorUnit::Number, promoters as f64)
        .figure("detractors", IndicatorUnit::Number, detractors as f64))
}

/// K30.
pub(super) fn satisfaction(view: &View) -> Computed {
    let found = answers(view, "satisfaction")?;
    // Answers have no id, and who gave which is nobody's business: only counts leave here.
    let mut tally = Tally::default();
    for row in &found {
        tally.add(row.score >= view.options.top_box, String::new());
    }
    let outcome = tally.proportion("surveys", "answers")?.without_rows();
    Ok(outcome.note(
        found.iter().any(|row| row.score > view.options.top_box),
        "some scores lie above the top box: set the top box to the scale of the survey",
    ))
}
