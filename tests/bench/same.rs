//! Replies to a list of requests, for those who want to see whether they get the same bytes elsewhere.

use std::io::Write;

use rosterwell::api::{self, Desk};
use serde_json::{Value, json};

use crate::run::Options;

/// The requests, in the order in which one desk gets them.
fn requests(seed: u64) -> Vec<(&'static str, Value)> {
    let mut requests = Vec::new();
    for kind in [
        "addiction_treatment",
        "home_health",
        "outpatient_rehabilitation",
        "network",
    ] {
        let everything = json!({"explain": ["*"], "help_from": 0.1});
        requests.push(("sample", json!({"kind": kind, "clinicians": 24, "seed": seed})));
        requests.push(("attendance", json!({})));
        requests.push(("attendance", everything));
        requests.push(("forecast", json!({"horizon": 26})));
        requests.push((
            "kpis",
            json!({"from": "2026-08-01T00:00", "by": "phase", "trend_weeks": 8}),
        ));
        // Everything that a policy can be asked, on few steps.
        let lives = json!({"replications": 1, "steps": 100, "repair_steps": 10, "sick": 0.05});
        requests.push(("simulate", lives));
        for comparison in ["randomized", "difference_in_differences", "before_after"] {
            let units: Vec<Value> = (1..=24).map(|at| json!({"id": format!("c{at:03}")})).collect();
            let design = json!({
                "name": "calls", "comparison": comparison, "start": "2026-09-07", "weeks": 8, "looks": [3, 5],
                "spending": if seed.is_multiple_of(2) { "pocock" } else { "obrien_fleming" }, "units": units,
                "observations": 80, "correlation": 0.3, "seed": seed,
                "measures": [
                    {"id": "K10", "kind": "share", "better": "lower", "primary": true, "baseline": 0.15, "effect": 0.05},
                    {"id": "K11", "kind": "share", "better": "higher", "baseline": 0.8, "effect": 0.05, "margin": 0.03},
                ],
            });
            requests.push(("pilot_design", design.clone()));
            for week in [3, 4, 8] {
                let reading = json!({"design": design, "week": week, "records": {"before_weeks": 8}});
                requests.push(("pilot_reading", reading));
            }
        }
    }
    requests
}

/// Writes one line of JSON for each request to `--out FILE`: operation, request and reply.
pub fn same(options: &Options) -> Result<Value, String> {
    let file = options.out.as_ref().ok_or("same needs --out FILE")?;
    let mut out = std::fs::File::create(file).map_err(|error| format!("{file}: {error}"))?;
    let mut desk = Desk::default();
    let (mut count, mut bytes) = (0, 0);
    for (operation, request) in requests(options.seed) {
        let request = request.to_string();
        let reply = api::run(&mut desk, operation, &request).map_err(|error| format!("{operation}: {error}"))?;
        (count, bytes) = (count + 1, bytes + reply.len());
        let line = json!({"operation": operation, "request": request, "reply": reply});
        writeln!(out, "{line}").map_err(|error| error.to_string())?;
    }
    Ok(json!({"replies": count, "bytes": bytes}))
}
