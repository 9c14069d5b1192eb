//! How fast a question about the plan of a sample clinic is answered.

use rosterwell::api::{self, Desk};
use rosterwell::model::{self, Plan};
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use serde_json::{Value, json};

use crate::clock::cpu_seconds;
use crate::run::Options;

/// Clinicians of the clinic that is asked about; it has more than 800 patients.
const ASKED_CLINICIANS: u32 = 60;

/// CPU milliseconds of questions about a plan of a sample center, as the page asks them: an operation with the whole
/// plan as JSON, and its reply as JSON. Median and 95th percentile of `--count` each.
pub fn latency(options: &Options) -> Result<Value, String> {
    let mut desk = Desk::default();
    desk.open(clinic(options.seed));
    let planned = answer(&mut desk, "plan", &json!({"steps": 2_000, "seed": options.seed}));
    let plan = planned["plan"].to_string();
    let keys = |rows: &Value, is_wanted: &dyn Fn(&Value) -> bool| -> Vec<Value> {
        let rows = rows.as_array().into_iter().flatten().filter(|row| is_wanted(row));
        rows.map(|row| row["session"].clone()).collect()
    };
    let is_open = |row: &Value| row["place"].is_object() && row["locked"] == false;
    let placed = keys(&planned["plan"]["sessions"], &is_open);
    let open = keys(&planned["unplaced"], &|row| row["seats"] == 0);
    let about = |key: &Value, more: &str| format!(r#"{{"plan":{plan},"session":{key}{more}}}"#);
    let mut ask = |operation: &str, keys: &[Value], more: &str| {
        time(options.count, keys, |key| {
            drop(api::run(&mut desk, operation, &about(key, more)))
        })
    };
    let (alternatives, explain) = (
        ask("alternatives", &placed, r#","count":3"#),
        ask("explain", &placed, ""),
    );
    let why_not = ask("explain", &open, "");
    let rows = planned["plan"]["sessions"].as_array().cloned().unwrap_or_default();
    let events = |event: &dyn Fn(&Value) -> Value| -> Vec<Value> {
        let later = rows.iter().filter(|row| row["kind"] == "individual" && is_open(row));
        later.map(|row| json!([event(row)])).collect()
    };
    let sick = events(&|row| {
        json!({"kind": "sick", "clinician": row["place"]["clinicians"][0], "from": "2026-11-24T09:00",
            "until": "2026-11-25T00:00"})
    });
    let emergency = events(&|row| {
        json!({"kind": "emergency", "patient": row["patients"][0], "service": row["service"],
            "by": "2026-11-24T10:30"})
    });
    let repair = |events: &[Value], whole: bool| {
        time(options.count.min(40), events, |events| {
            let request = format!(r#"{{"plan":{plan},"now":"2026-11-24T10:00","events":{events}}}"#);
            let task = api::start(&desk, "repair", &request);
            if let Ok(mut task) = task {
                // The first step ends with a first proposal in the news.
                while task
                    .advance(if whole { 1_000 } else { 1 })
                    .is_ok_and(|progress| whole && !progress.done)
                {}
                drop(whole.then(|| task.finish()));
            }
        })
    };
    let (sick_first, emergency_first) = (repair(&sick, false), repair(&emergency, false));
    let (sick_all, emergency_all) = (repair(&sick, true), repair(&emergency, true));
    let problem = desk.problem().map_err(|error| error.to_string())?;
    let plan = Plan::published(&problem);
    let check = time(options.count, &[Value::Null], |_| drop(model::check(&problem, &plan)));
    Ok(json!({
        "sessions": problem.sessions.len(),
        "patients": problem.patients.len(),
        "count": options.count,
        "alternatives_ms": alternatives,
        "explain_ms": explain,
        "why_not_ms": why_not,
        "repair_sick_first_ms": sick_first,
        "repair_emergency_first_ms": emergency_first,
        "repair_sick_ms": sick_all,
        "repair_emergency_ms": emergency_all,
        "check_ms": check,
    }))
}

/// The reply of an operation; null if it fails.
fn answer(desk: &mut Desk, operation: &str, request: &Value) -> Value {
    let reply = api::run(desk, operation, &request.to_string());
    reply
        .ok()
        .and_then(|reply| serde_json::from_str(&reply).ok())
        .unwrap_or_default()
}

fn clinic(seed: u64) -> model::Clinic {
    sample(&SampleRequest {
        kind: SampleKind::AddictionTreatment,
        clinicians: ASKED_CLINICIANS,
        seed,
        ..SampleRequest::default()
    })
}

/// Median and 95th percentile; null if there is nothing to ask about.
fn time(count: usize, items: &[Value], mut ask: impl FnMut(&Value)) -> Value {
    if items.is_empty() {
        return Value::Null;
    }
    let mut millis: Vec<f64> = (0..count)
        .map(|at| {
            let begin = cpu_seconds();
            ask(&items[at * 7 % items.len()]);
            (cpu_seconds() - begin) * 1000.0
        })
        .collect();
    millis.sort_by(f64::total_cmp);
    json!({ "median": millis[count / 2], "p95": millis[count * 95 / 100] })
}
