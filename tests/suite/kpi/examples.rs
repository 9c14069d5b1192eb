//! Every worked example of the definitions: one row each.

use rosterwell::kpi::{CATALOG, Indicator, IndicatorUnit, StrainComponent, display, strain_index};
use rosterwell::model::Clinic;
use rosterwell::model::clinic::{Overtime, Status};
use rosterwell::stats;

use super::clinics::*;
use super::plans::{a_pair_on_room_and_clinician, published, three_in_a_room};
use super::read_period;
use super::rows::{at, many, on, with};

/// A row of the table: id, clinic, value as shown, figures beside it as shown.
type Example = (
    &'static str,
    Clinic,
    &'static str,
    &'static [(&'static str, &'static str)],
);

fn examples() -> Vec<Example> {
    let eight_of_ten = surveys("satisfaction", &[(8, 5.0), (2, 4.0)]);
    vec![
        ("K1", visits_per_day(), "5.4", &[]),
        ("K2", one_day(|day| day.travel_min = 96), "20.0 %", &[]),
        ("K3", waits(), "44.0 h", &[("within 48 h", "50.0 %")]),
        (
            "K4",
            documented(),
            "20.0 min",
            &[("share of visits recorded", "75.0 %")],
        ),
        ("K5", gains(), "50.0 %", &[("worse", "25.0 %")]),
        ("K7", weeks(Overtime::Weekly40), "4.0 h", &[]),
        ("K7", weeks(Overtime::EightEighty), "4.0 h", &[]),
        ("K7", fortnight(), "4.0 h", &[]),
        (
            "K8",
            weeks(Overtime::Weekly40),
            "90.00",
            &[("full cost of the overtime hours", "270.00")],
        ),
        (
            "K9",
            statuses(),
            "80.0 %",
            &[("gross, with early cancellations", "72.7 %")],
        ),
        ("K10", statuses(), "11.1 %", &[("with late cancellations", "15.8 %")]),
        ("K11", statuses(), "84.2 %", &[]),
        ("K13", late_changes(), "15.0 %", &[("made by patients", "3.3 %")]),
        ("K13", moved_forward(), "50.0 %", &[]),
        ("K14", utilized(), "62.5 %", &[("delivered", "50.0 %")]),
        ("K15", billable(), "26.0 h", &[]),
        ("K16", room(), "20.0 %", &[]),
        ("K17", gaps(), "9.4 %", &[("fragmented idle", "45.0 min")]),
        ("K18", authorized(), "66.7 %", &[]),
        ("K19", weekly_hours(), "66.7 %", &[]),
        ("K20", scheduling(), "15.0 h", &[]),
        ("K21", requested(), "12.0 min", &[]),
        ("K22", family(), "60.0 %", &[]),
        (
            "K23",
            emergencies(),
            "50.0 %",
            &[("median of those placed", "25.0 min"), ("never placed", "1.0")],
        ),
        ("K24", one_day_of_care(), "60.0 %", &[]),
        (
            "K26",
            surveys("enps", &[(12, 9.0), (5, 7.0), (3, 6.0)]),
            "45.0 points",
            &[],
        ),
        ("K27", readmissions(), "12.5 %", &[]),
        ("K28", goals(), "30.0 d", &[("reached the goal", "2.0")]),
        ("K28", watched_until_the_last_score(), "20.0 d", &[]),
        (
            "K29",
            seen_by(&[("a", 4), ("b", 1)]),
            "0.60",
            &[("usual provider's share", "80.0 %")],
        ),
        ("K29", seen_by(&[("a", 2), ("b", 2), ("c", 1)]), "0.20", &[]),
        ("K30", eight_of_ten, "80.0 %", &[]),
        ("K31", one_day(|day| day.miles = 210.0), "152.25", &[("miles", "210.0")]),
        // All three are counselors: their 10, 14 and 12 points differ within the discipline as they do overall.
        (
            "K33",
            acuity(),
            "13.6 %",
            &[("per FTE", "13.6 %"), ("per FTE within a discipline", "13.6 %")],
        ),
        (
            "K33",
            two_disciplines(),
            "13.6 %",
            &[("per FTE", "36.8 %"), ("per FTE within a discipline", "12.4 %")],
        ),
        ("K34", payment_periods(), "15.0 %", &[]),
        ("K35", points(), "5.5", &[]),
        ("K37", group(), "58.3 %", &[("sessions below their minimum", "1.0")]),
        (
            "K38",
            burdens(),
            "0.25",
            &[
                ("weekend sessions per FTE: range", "2.0"),
                ("evening and weekend sessions: most on one clinician", "3.0"),
            ],
        ),
    ]
}

/// The indicator over the four weeks before the horizon.
fn read(clinic: &Clinic, id: &str) -> Indicator {
    read_period(clinic, id, on(0, "00:00"), on(28, "00:00"))
}

#[test]
fn worked_examples() {
    let mut wrong = Vec::new();
    for (id, clinic, text, figures) in examples() {
        let found = read(&clinic, id);
        if found.text != text {
            wrong.push(format!(
                "{id}: {} instead of {text} ({:?})",
                found.text, found.not_computable
            ));
        }
        for (name, text) in figures {
            let figure = found.figures.iter().find(|figure| figure.name == *name);
            if figure.is_none_or(|figure| figure.text != *text) {
                wrong.push(format!("{id} {name}: {figure:?} instead of {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Examples that are not read from the four weeks before the horizon: id, value, value wanted.
fn other_examples() -> Vec<(&'static str, String, &'static str)> {
    let turnover = read_period(&departures(), "K6", at("2026-05-01T00:00"), at("2026-11-01T00:00"));
    let part = |weight, level| StrainComponent {
        name: "part",
        weight,
        level,
    };
    let strain = |parts: &[StrainComponent]| display(strain_index(parts).unwrap(), IndicatorUnit::Points);
    let benefit = |month: usize| [0.0, 0.0, 2_000.0, 4_000.0].get(month).copied().unwrap_or(6_000.0);
    let net: Vec<f64> = (0..36).map(|month| benefit(month) - 500.0).collect();
    let error = stats::wape(&[10.0, 20.0, 30.0], &[12.0, 18.0, 33.0]).unwrap();
    let share = |value| display(value, IndicatorUnit::Share);
    let interval = |hits, all| {
        let (low, high) = stats::wilson(hits, all).unwrap();
        format!("{} to {}", share(low), share(high))
    };
    vec![
        ("K6", turnover.text, "20.0 %/yr"),
        ("K6", turnover.figures[0].text.clone(), "15.0 %/yr"),
        ("K12", published(&three_in_a_room(), "K12").text, "3.0"),
        ("K12", published(&a_pair_on_room_and_clinician(), "K12").text, "2.0"),
        (
            "K25",
            strain(&[part(2.0, Some(1.0)), part(1.0, Some(0.4))]),
            "80.0 points",
        ),
        // A part that is not known takes its weight with it.
        (
            "K25",
            strain(&[part(2.0, Some(1.0)), part(1.0, Some(0.4)), part(5.0, None)]),
            "80.0 points",
        ),
        (
            "K32",
            format!("{:?}", stats::payback_month(60_000.0, &net)),
            "Some((15, 4500.0))",
        ),
        ("K39", share(error), "11.7 %"),
        ("interval", interval(18, 100), "11.7 % to 26.7 %"),
        ("interval", interval(3, 10), "10.8 % to 60.3 %"),
    ]
}

#[test]
fn worked_examples_beside_the_four_weeks() {
    for (id, found, wanted) in other_examples() {
        assert_eq!(found, wanted, "{id}");
    }
}

/// Indicators whose definition has no numbers to work out: entered hours, top-box answers, the third slot, fairness and
/// calibration (tested beside their formulas), and what only this planner counts.
const WITHOUT_EXAMPLE: [&str; 8] = ["K20", "K30", "K36", "K38", "K40", "P1", "P2", "P3"];

#[test]
fn every_definition_has_its_worked_example_here() {
    let by_clinic = examples().into_iter().map(|row| row.0);
    let rows: Vec<&str> = by_clinic.chain(other_examples().into_iter().map(|row| row.0)).collect();
    let missing: Vec<&str> = CATALOG
        .iter()
        .map(|definition| definition.id)
        .filter(|id| !WITHOUT_EXAMPLE.contains(id) && !rows.contains(id))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn proportions_carry_their_interval_and_rows() {
    let found = read(&statuses(), "K11");
    let interval = found.interval.unwrap();
    assert_eq!(
        (found.n, found.numerator, found.denominator),
        (95, Some(80.0), Some(95.0))
    );
    // 80 of 95 by the formula of Wilson 1927.
    assert!(
        (interval.low - 0.7557).abs() < 5e-5 && (interval.high - 0.9019).abs() < 5e-5,
        "{interval:?}"
    );
    assert_eq!(found.numerator_rows.unwrap().count, 80);
    assert_eq!(found.left_out[0].n, 4, "unresolved rows are counted beside it");
}

#[test]
fn nothing_to_count_gives_a_reason_instead_of_a_zero() {
    let nothing = super::rows::empty();
    for id in rosterwell::kpi::CATALOG.iter().map(|definition| definition.id) {
        let found = read(&nothing, id);
        assert_eq!(found.value, None, "{id}");
        assert!(found.not_computable.is_some(), "{id}");
    }
}

#[test]
fn few_answers_are_hidden() {
    for (count, hidden) in [(4, true), (5, false)] {
        for instrument in ["enps", "satisfaction"] {
            let id = if instrument == "enps" { "K26" } else { "K30" };
            let found = read(&surveys(instrument, &[(count, 5.0)]), id);
            assert_eq!(found.value.is_none(), hidden, "{instrument} {count}");
            assert!(
                found.numerator_rows.is_none() && found.denominator_rows.is_none(),
                "answers are never listed"
            );
        }
    }
}

#[test]
fn long_lists_are_capped_with_their_count() {
    let rows = many(250, Status::Completed, None);
    let found = read(&with(rows), "K11").denominator_rows.unwrap();
    assert_eq!((found.count, found.cap, found.ids.len()), (250, 200, 200));
}
