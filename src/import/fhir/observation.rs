//! Observation to scores, Goal to their goals.

use serde_json::{Number, Value};

use crate::model::fhir::{LOINC, MEASURE_UNITS, MEASURES, code_of, word_of};

use super::context::Context;
use super::element::Element;

/// A measured value of a measure that is used: one with a known LOINC code, an answer of a survey, or one of ours.
pub(super) fn observation(cx: &mut Context, element: &Element) {
    let is_valid = |status: &str| ["final", "amended", "corrected", "preliminary"].contains(&status);
    if !element.text("status").is_none_or(is_valid) {
        cx.count(
            "fhir.not_active",
            "it is cancelled, an error or not there yet".into(),
            "nothing",
        );
        return;
    }
    let is_survey = element
        .all("category")
        .iter()
        .any(|category| category.has_code("survey"));
    let mut count = usize::from(score(cx, element, element, is_survey, true));
    for component in element.all("component") {
        count += usize::from(score(cx, element, &component, is_survey, false));
    }
    if count == 0 {
        cx.count(
            "fhir.not_used",
            "it measures nothing that is planned with".into(),
            "nothing",
        );
    }
}

fn score(cx: &mut Context, element: &Element, part: &Element, is_survey: bool, is_whole: bool) -> bool {
    let concept = part.child("code");
    let known = concept.and_then(|code| code.all("coding").into_iter().find_map(measure));
    let mut row = if is_whole {
        cx.start("scores", element)
    } else {
        cx.inner("scores", part)
    };
    let named = || {
        concept
            .and_then(|code| code.words())
            .filter(|_| is_survey || row.is_ours())
    };
    let Some(name) = known.or_else(named).or(row.text("measure")).map(String::from) else {
        return false;
    };
    let quantity = part.child("valueQuantity");
    let value = quantity
        .and_then(|quantity| quantity.number("value"))
        .or_else(|| part.number("valueInteger"));
    let Some(value) = value else { return false };
    let unit = quantity.and_then(|quantity| quantity.text("code").or_else(|| quantity.text("unit")));
    let wanted = code_of(MEASURE_UNITS, &name);
    let Some(value) = in_unit(value, unit, wanted) else {
        let wanted = wanted.unwrap_or_default();
        cx.count(
            "fhir.other_unit",
            format!("{name} is not in {wanted}"),
            "export it in that unit",
        );
        return false;
    };
    let period = element.child("effectivePeriod");
    let date = cx
        .date(element, "effectiveDateTime")
        .or_else(|| cx.date(element, "effectiveInstant"))
        .or_else(|| cx.date(&period?, "start"));
    row.set("patient", cx.id_of(element, "subject", &["Patient"]));
    row.set("measure", Some(name));
    row.set("date", date.map(|date| date.to_string()));
    row.set("value", Some(Value::Number(value)));
    cx.keep("scores", row);
    true
}

/// A value in the unit that its measure is counted in: pounds become kilograms, degrees Fahrenheit degrees Celsius.
fn in_unit(value: &Number, unit: Option<&str>, wanted: Option<&str>) -> Option<Number> {
    let number = value.as_f64()?;
    // A tenth is as exact as scales and thermometers are.
    let tenths = |number: f64| Number::from_f64(libm::round(number * 10.0) / 10.0);
    match (unit, wanted) {
        (None, _) | (_, None) => Some(value.clone()),
        (Some(unit), Some(wanted)) if unit == wanted => Some(value.clone()),
        (Some("[lb_av]"), Some("kg")) => tenths(number * 0.453_592_37),
        (Some("[degF]"), Some("Cel")) => tenths((number - 32.0) / 1.8),
        _ => None,
    }
}

/// The measure of a coding.
fn measure(coding: Element) -> Option<&'static str> {
    if coding.text("system") != Some(LOINC) {
        return None;
    }
    word_of(MEASURES, coding.text("code")?)
}

/// A goal that is a number, for the scores of that measure that have none.
pub(super) fn goal(cx: &mut Context, element: &Element) {
    let patient = cx.id_of(element, "subject", &["Patient"]);
    let is_dropped = |status: &str| ["rejected", "cancelled", "entered-in-error"].contains(&status);
    if element.text("lifecycleStatus").is_some_and(is_dropped) {
        cx.count("fhir.not_active", "it was dropped".into(), "nothing");
        return;
    }
    let mut used = false;
    for target in element.all("target") {
        let measure = target
            .child("measure")
            .and_then(|code| code.all("coding").into_iter().find_map(measure));
        let value = target.child("detailQuantity").and_then(|detail| detail.number("value"));
        if let (Some(patient), Some(measure), Some(value)) = (&patient, measure, value) {
            let scores = cx.rows.get_mut("scores").into_iter().flatten();
            for score in scores.filter(|score| !score.is_ours()) {
                if score.text("patient") == Some(patient) && score.text("measure") == Some(measure) {
                    score.set("goal", Some(Value::Number(value.clone())));
                    used = true;
                }
            }
        }
    }
    if !used {
        cx.count(
            "fhir.not_used",
            "it sets no number for a measure that was read".into(),
            "nothing",
        );
    }
}
