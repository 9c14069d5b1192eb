//! Replies of every operation to a list of requests, for those who want to see whether they get the same bytes elsewhere.

use std::collections::BTreeSet;
use std::io::Write;

use rosterwell::api::{self, Desk};
use serde_json::{Value, json};

use crate::generator;
use crate::run::Options;

/// Kinds of sample clinic.
const KINDS: [&str; 4] = [
    "addiction_treatment",
    "home_health",
    "outpatient_rehabilitation",
    "network",
];

/// One desk that is asked, and the file in which everything is written down.
struct Asker {
    desk: Desk,
    out: std::fs::File,
    asked: BTreeSet<String>,
    count: usize,
    bytes: usize,
}

type Asked = Result<Value, String>;

impl Asker {
    fn ask(&mut self, operation: &str, request: &Value) -> Asked {
        let request = request.to_string();
        let reply = api::run(&mut self.desk, operation, &request).map_err(|error| format!("{operation}: {error}"))?;
        self.asked.insert(operation.to_owned());
        self.count += 1;
        self.bytes += reply.len();
        let line = json!({"operation": operation, "request": request, "reply": reply});
        writeln!(self.out, "{line}").map_err(|error| error.to_string())?;
        serde_json::from_str(&reply).map_err(|error| error.to_string())
    }
}

/// Everything that can be asked about a sample clinic.
fn everything(asker: &mut Asker, kind: &str, seed: u64) -> Result<(), String> {
    asker.ask("sample", &json!({"kind": kind, "clinicians": 24, "seed": seed}))?;
    predictions(asker, seed)?;
    files(asker)?;
    plans(asker, seed)?;
    scenarios(asker, seed)
}

fn predictions(asker: &mut Asker, seed: u64) -> Result<(), String> {
    asker.ask("attendance", &json!({}))?;
    asker.ask("attendance", &json!({"explain": ["*"], "help_from": 0.1}))?;
    asker.ask("forecast", &json!({"horizon": 26}))?;
    for operation in ["triage", "acuity", "workload", "buffers"] {
        asker.ask(operation, &json!({}))?;
    }
    let past = json!({"from": "2026-08-01T00:00", "by": "phase", "trend_weeks": 8});
    asker.ask("kpis", &past)?;
    // Everything that a policy can be asked, on few steps.
    let lives = json!({"replications": 1, "steps": 100, "repair_steps": 10, "sick": 0.05});
    asker.ask("simulate", &lives)?;
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
        asker.ask("pilot_design", &design)?;
        for week in [3, 4, 8] {
            let reading = json!({"design": design, "week": week, "records": {"before_weeks": 8}});
            asker.ask("pilot_reading", &reading)?;
        }
    }
    Ok(())
}

/// Written out, read again, and looked through.
fn files(asker: &mut Asker) -> Result<(), String> {
    for format in ["tables", "json"] {
        asker.ask("export", &json!({"what": "clinic", "format": format}))?;
    }
    let written = asker.ask("export", &json!({"what": "clinic", "format": "csv"}))?;
    asker.ask("import", &json!({"files": written["files"]}))?;
    let document = asker.ask("document", &json!({}))?;
    asker.ask("open", &json!({"clinic": document["clinic"]}))?;
    asker.ask("validate", &json!({}))?;
    asker.ask("export", &json!({"what": "issues", "format": "csv"}))?;
    Ok(())
}

fn plans(asker: &mut Asker, seed: u64) -> Result<(), String> {
    asker.ask("published", &json!({}))?;
    let run = json!({"steps": 300, "seed": seed, "workers": 2});
    let plan = asker.ask("plan", &run)?["plan"].take();
    let members = asker.ask("exchange", &json!({"run": run, "members": []}))?;
    for member in members["members"].as_array().into_iter().flatten() {
        asker.ask("round", &json!({"run": run, "members": [member]}))?;
    }
    asker.ask("check", &json!({"plan": plan}))?;
    asker.ask("compare", &json!({"after": plan}))?;
    asker.ask("workload", &json!({"plan": plan}))?;

    let sessions = plan["sessions"].as_array().map_or(&[][..], Vec::as_slice);
    let is_free = |row: &&Value| row["kind"] == "individual" && row["locked"] == false;
    let is_placed = |row: &&Value| row["place"]["start"].is_string();
    let placed = sessions.iter().filter(is_free).find(is_placed);
    let placed = placed.ok_or("the plan places nothing")?;
    let out = sessions.iter().filter(is_free).find(|row| !is_placed(row));
    for row in [Some(placed), out].into_iter().flatten() {
        asker.ask("explain", &json!({"plan": plan, "session": row["session"]}))?;
        asker.ask("alternatives", &json!({"plan": plan, "session": row["session"]}))?;
    }
    let day = placed["place"]["start"].as_str().unwrap_or_default()[..10].to_owned();
    let who = &placed["place"]["clinicians"][0];
    asker.ask("day_check", &json!({"plan": plan, "day": day}))?;
    let events = json!([
        {"kind": "sick", "clinician": who, "from": format!("{day}T00:00"), "until": format!("{day}T23:59")},
        {"kind": "emergency", "patient": placed["patients"][0], "service": placed["service"], "by": format!("{day}T15:00")},
    ]);
    let now = format!("{day}T00:00");
    let repair = json!({"plan": plan, "now": now, "events": events, "steps": 200, "seed": seed});
    let repaired = asker.ask("repair", &repair)?;
    let relief = json!({"clinician": who, "steps": 200, "seed": seed});
    asker.ask("relieve", &relief)?;
    asker.ask("amend", &json!({"actions": repaired["proposals"][0]["actions"]}))?;
    Ok(())
}

fn scenarios(asker: &mut Asker, seed: u64) -> Result<(), String> {
    asker.ask("levers", &json!({}))?;
    let request = json!({
        "template": "telehealth_first", "months": 12, "draws": 3, "runs": 2, "levels": 1, "first_steps": 50, "plan_steps": 10,
        "drivers": true, "seed": seed,
    });
    asker.ask("scenario", &request)?;
    let staffing = json!({
        "targets": [{"measure": "placed", "value": 1.0}], "plans": 3, "first_steps": 50, "plan_steps": 10, "seed": seed,
    });
    asker.ask("staffing", &staffing)?;
    let surface = json!({
        "changes": [{"lever": {"price": {}}, "value": 0.0, "low": -0.1, "high": 0.2}],
        "points": 8, "unseen": 2, "months": 12, "runs": 2, "levels": 1, "first_steps": 50, "plan_steps": 10, "seed": seed,
    });
    let surface = asker.ask("surface", &surface)?["surface"].take();
    let goal = json!({"outcome": "net_cents", "reach": 100_000, "slider": 0});
    asker.ask("estimate", &json!({"surface": surface, "values": [0.1], "goal": goal}))?;
    Ok(())
}

/// Writes one line of JSON for each request to `--out FILE`: operation, request and reply. An error if an operation was
/// never asked.
pub fn same(options: &Options) -> Result<Value, String> {
    let file = options.out.as_ref().ok_or("same needs --out FILE")?;
    let mut asker = Asker {
        desk: Desk::default(),
        out: std::fs::File::create(file).map_err(|error| format!("{file}: {error}"))?,
        asked: BTreeSet::new(),
        count: 0,
        bytes: 0,
    };
    for kind in KINDS {
        everything(&mut asker, kind, options.seed)?;
    }
    let problem = generator::problem(options.seed, generator::SMALL);
    asker.ask(
        "solve",
        &json!({"problem": problem, "steps": 300, "seed": options.seed}),
    )?;
    let never: Vec<&str> = api::operations()
        .map(|operation| operation.name)
        .filter(|name| !asker.asked.contains(*name))
        .collect();
    match never.is_empty() {
        true => Ok(json!({"operations": asker.asked.len(), "replies": asker.count, "bytes": asker.bytes})),
        false => Err(format!("never asked: {}", never.join(", "))),
    }
}
