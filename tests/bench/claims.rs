//! What is claimed of schedulers beside what the simulator measures, and how the human opponent was chosen.

use std::fs::{File, OpenOptions};
use std::io::Write;

use rosterwell::kpi::{IndicatorOptions, View, indicators};
use rosterwell::model::Clinic;
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use rosterwell::simulator::claims::{difference, judged};
use rosterwell::simulator::measures::measures;
use rosterwell::simulator::reply::{PolicyResult, SimulateReply, simulated};
use rosterwell::simulator::{Habits, Human, PolicyName, Rates, SimulateRequest, Streams, Study, live};
use serde_json::{Value, json};

use crate::clock::cpu_seconds;
use crate::run::Options;

const KINDS: [SampleKind; 3] = [
    SampleKind::AddictionTreatment,
    SampleKind::HomeHealth,
    SampleKind::OutpatientRehabilitation,
];
/// Weeks of history of each sample: what the rates are read from.
const HISTORY: u32 = 8;
/// Order of the policies; differences are to the first.
const POLICIES: [PolicyName; 4] = [
    PolicyName::Human,
    PolicyName::Recall,
    PolicyName::Rules,
    PolicyName::Optimizer,
];
/// Seeds of the tuning begin here: none of them is reported.
const FIRST_TUNED: u64 = 1_000_001;

fn clinic(kind: SampleKind, clinicians: u32, seed: u64) -> Clinic {
    sample(&SampleRequest {
        kind,
        clinicians,
        seed,
        weeks: Some(HISTORY),
    })
}

/// One line of JSON for each kind of clinic. Every seed is a clinic of its own and luck of its own. With `--out FILE`
/// each seed is written down when it is done, and what stands there already is not lived through again.
pub fn claims(options: &Options) -> Result<Vec<Value>, String> {
    let mut log = Log::open(options)?;
    // Seed by seed for all kinds, so that a run that is cut off says as much of each.
    for seed in 1..=options.count as u64 {
        for kind in KINDS {
            log.lived(kind, seed)?;
        }
    }
    Ok(KINDS.into_iter().map(|kind| log.of_kind(kind)).collect())
}

/// What was lived through.
struct Log {
    clinicians: u32,
    steps: u64,
    out: Option<File>,
    rows: Vec<Value>,
}

impl Log {
    fn open(options: &Options) -> Result<Self, String> {
        let told = |file: &str, error: std::io::Error| format!("{file}: {error}");
        let (mut out, mut rows) = (None, Vec::new());
        if let Some(file) = &options.out {
            let text = std::fs::read_to_string(file).unwrap_or_default();
            // A line that was cut off is lived through again.
            rows = text
                .lines()
                .filter_map(|line| serde_json::from_str(line).ok())
                .collect();
            let whole: String = rows.iter().map(|row: &Value| format!("{row}\n")).collect();
            std::fs::write(file, whole).map_err(|error| told(file, error))?;
            let opened = OpenOptions::new().append(true).open(file);
            out = Some(opened.map_err(|error| told(file, error))?);
        }
        Ok(Self {
            clinicians: options.clinicians,
            steps: options.steps.unwrap_or(2_000),
            out,
            rows,
        })
    }

    fn is_of(&self, row: &Value, kind: SampleKind) -> bool {
        row["kind"] == json!(kind) && row["clinicians"] == self.clinicians && row["steps"] == self.steps
    }

    fn lived(&mut self, kind: SampleKind, seed: u64) -> Result<(), String> {
        if self.rows.iter().any(|row| self.is_of(row, kind) && row["seed"] == seed) {
            return Ok(());
        }
        let begin = cpu_seconds();
        let reply = lived(kind, self.clinicians, seed, self.steps)?;
        let figures = |policy: &PolicyResult| -> Vec<Option<f64>> {
            policy.figures.iter().map(|figure| figure.values[0]).collect()
        };
        let row = json!({
            "kind": kind,
            "clinicians": self.clinicians,
            "steps": self.steps,
            "seed": seed,
            "cpu_s": cpu_seconds() - begin,
            "values": reply.policies.iter().map(figures).collect::<Vec<_>>(),
        });
        if let Some(out) = &mut self.out {
            writeln!(out, "{row}").map_err(|error| error.to_string())?;
        }
        self.rows.push(row);
        Ok(())
    }

    fn of_kind(&self, kind: SampleKind) -> Value {
        let own: Vec<&Value> = self.rows.iter().filter(|row| self.is_of(row, kind)).collect();
        let measures = measures();
        let of = |policy: usize, at: usize| {
            let values = own.iter().map(|row| row["values"][policy][at].as_f64());
            simulated(values.collect(), measures[at].direction)
        };
        let all = |policy: usize| (0..measures.len()).map(|at| of(policy, at)).collect::<Vec<_>>();
        let (human, recall, rules, optimizer) = (all(0), all(1), all(2), all(3));
        let shown = |at: usize| {
            let measure = &measures[at];
            let between = difference(&optimizer[at], &human[at], measure.direction);
            json!({
                "id": measure.id,
                "name": measure.name,
                "unit": measure.unit,
                "n": between.n,
                "human": human[at].mean,
                "human_worst": human[at].worst_tenth,
                "recall": recall[at].mean,
                "rules": rules[at].mean,
                "optimizer": optimizer[at].mean,
                "optimizer_worst": optimizer[at].worst_tenth,
                "difference": between.mean,
                "interval": between.interval,
                "worst_tenth": between.worst_tenth,
            })
        };
        let claimed = judged(&measures, &human, &optimizer).into_iter().map(|claim| {
            let mut row = claim.measure.map_or_else(|| json!({}), |at| shown(at as usize));
            row["claim"] = claim.claim.into();
            row["verdict"] = claim.verdict.words().into();
            row["why"] = claim.why.into();
            row
        });
        json!({
            "kind": kind,
            "clinicians": self.clinicians,
            "seeds": own.len(),
            "steps": self.steps,
            "cpu_s": own.iter().filter_map(|row| row["cpu_s"].as_f64()).sum::<f64>(),
            "claims": claimed.collect::<Vec<_>>(),
            "measures": (0..measures.len()).map(shown).collect::<Vec<_>>(),
        })
    }
}

fn lived(kind: SampleKind, clinicians: u32, seed: u64, steps: u64) -> Result<SimulateReply, String> {
    let request = SimulateRequest {
        policies: POLICIES.to_vec(),
        replications: 1,
        seed: Some(seed),
        steps,
        repair_steps: (steps / 10).max(1),
        ..SimulateRequest::default()
    };
    let mut study = Study::new(&clinic(kind, clinicians, seed), request).map_err(|error| error.to_string())?;
    while study.advance() {}
    Ok(study.report())
}

/// One line for each kind of clinic and policy: CPU seconds of one week that is lived through and read, the mean of
/// `--count` replications.
pub fn week(options: &Options) -> Result<Vec<Value>, String> {
    let mut lines = Vec::new();
    for kind in KINDS {
        let clinic = clinic(kind, options.clinicians, options.seed);
        for policy in POLICIES {
            let request = SimulateRequest {
                policies: vec![policy],
                replications: options.count as u32,
                seed: Some(options.seed),
                steps: options.steps.unwrap_or(2_000),
                repair_steps: (options.steps.unwrap_or(2_000) / 10).max(1),
                ..SimulateRequest::default()
            };
            let begin = cpu_seconds();
            let mut study = Study::new(&clinic, request).map_err(|error| error.to_string())?;
            while study.advance() {}
            let seconds = (cpu_seconds() - begin) / options.count.max(1) as f64;
            lines.push(json!({
                "kind": kind, "clinicians": options.clinicians, "policy": policy, "cpu_s": seconds,
            }));
        }
    }
    Ok(lines)
}

/// One line for each way of working that the front desk was tried with, the best first: delivered utilization, less the
/// share of patients with a late change by the clinic, less the share of published sessions in conflict; the mean of
/// all kinds and seeds. Nothing of the optimizer is in it.
pub fn habits(options: &Options) -> Result<Vec<Value>, String> {
    let mut clinics = Vec::new();
    for kind in KINDS {
        for seed in FIRST_TUNED..FIRST_TUNED + options.count as u64 {
            let clinic = clinic(kind, options.clinicians, seed);
            clinics.push((Rates::of(&clinic), clinic, Streams::new(seed, 0)));
        }
    }
    let mut tried = Vec::new();
    for colleagues in [1, 2, 4] {
        for calls in [1, 3, 6] {
            for mends in [0, 5, 20] {
                for books in [0, 5, 20] {
                    let habits = Habits {
                        colleagues,
                        calls,
                        mends,
                        books,
                    };
                    let scores = clinics
                        .iter()
                        .map(|(rates, clinic, streams)| score(clinic, rates, *streams, habits));
                    tried.push((scores.sum::<f64>() / clinics.len() as f64, habits));
                }
            }
        }
    }
    tried.sort_by(|a, b| b.0.total_cmp(&a.0));
    let line = |(score, habits): (f64, Habits)| {
        json!({
            "colleagues": habits.colleagues, "calls": habits.calls, "mends": habits.mends, "books": habits.books,
            "score": score,
        })
    };
    Ok(tried.into_iter().map(line).collect())
}

fn score(clinic: &Clinic, rates: &Rates, streams: Streams, habits: Habits) -> f64 {
    let lived = live(clinic, rates, streams, &mut Human { habits });
    let history = View::history(&lived.clinic, lived.from, lived.to, IndicatorOptions::default());
    let published = View::plan(
        &lived.clinic,
        &lived.problem,
        &lived.published,
        IndicatorOptions::default(),
    );
    let of = |view: &View, id: &str| indicators(view, &[id.to_owned()]).into_iter().next();
    let delivered = of(&history, "K14").and_then(|row| {
        row.figures
            .iter()
            .find(|row| row.name == "delivered")
            .map(|row| row.value)
    });
    let value = |view: &View, id: &str| of(view, id).and_then(|row| row.value).unwrap_or(0.0);
    delivered.unwrap_or(0.0) - value(&history, "K13") - value(&published, "P1")
}
