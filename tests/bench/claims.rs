//! What is claimed of schedulers beside what the simulator measures, and how the human opponent was chosen.

use rosterwell::kpi::{Direction, IndicatorOptions, View, indicators};
use rosterwell::model::Clinic;
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use rosterwell::simulator::claims::{CLAIMS, Claim, Limit};
use rosterwell::simulator::reply::{Measure, SimulateReply, Simulated, simulated};
use rosterwell::simulator::{Habits, Human, PolicyName, Rates, ReadFrom, SimulateRequest, Streams, Study, live};
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

/// One line of JSON for each kind of clinic. Every seed is a clinic of its own and luck of its own.
pub fn claims(options: &Options) -> Result<Vec<Value>, String> {
    KINDS.into_iter().map(|kind| of_kind(kind, options)).collect()
}

fn of_kind(kind: SampleKind, options: &Options) -> Result<Value, String> {
    let begin = cpu_seconds();
    let steps = options.steps.unwrap_or(2_000);
    // By policy, measure and seed.
    let mut values: Vec<Vec<Vec<Option<f64>>>> = Vec::new();
    let mut measures: Vec<Measure> = Vec::new();
    for seed in 1..=options.count as u64 {
        let reply = lived(kind, options.clinicians, seed, steps)?;
        values.resize(reply.policies.len(), vec![Vec::new(); reply.measures.len()]);
        for (policy, result) in reply.policies.iter().enumerate() {
            for (measure, figure) in result.figures.iter().enumerate() {
                values[policy][measure].push(figure.values[0]);
            }
        }
        measures = reply.measures;
    }
    let found = Found { measures, values };
    Ok(json!({
        "kind": kind,
        "clinicians": options.clinicians,
        "seeds": options.count,
        "steps": steps,
        "cpu_s": cpu_seconds() - begin,
        "claims": CLAIMS.iter().map(|claim| found.claim(claim)).collect::<Vec<_>>(),
        "measures": (0..found.measures.len()).map(|at| found.measure(at)).collect::<Vec<_>>(),
    }))
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

struct Found {
    measures: Vec<Measure>,
    values: Vec<Vec<Vec<Option<f64>>>>,
}

impl Found {
    fn of(&self, policy: usize, measure: usize) -> Simulated {
        simulated(self.values[policy][measure].clone(), self.measures[measure].direction)
    }

    /// The optimizer less the human scheduler, seed by seed.
    fn difference(&self, measure: usize) -> Simulated {
        let pairs = self.values[3][measure].iter().zip(&self.values[0][measure]);
        let values = pairs.map(|(own, human)| Some((*own)? - (*human)?)).collect();
        simulated(values, self.measures[measure].direction)
    }

    fn place(&self, id: &str, figure: &str) -> Option<usize> {
        let is =
            |measure: &Measure| measure.id == id && measure.figure == figure && measure.read_from != ReadFrom::Lived;
        self.measures.iter().position(is)
    }

    fn claim(&self, claim: &Claim) -> Value {
        let Some(at) = self.place(claim.id, claim.figure) else {
            return json!({ "claim": claim.text, "verdict": "not measured" });
        };
        let (human, optimizer, difference) = (self.of(0, at), self.of(3, at), self.difference(at));
        let mean = |id: &str, figure: &str| self.place(id, figure).and_then(|at| self.of(0, at).mean);
        let limit = match claim.limit {
            Limit::None => None,
            Limit::One => Some(1.0),
            Limit::Attended => mean("K14", "delivered")
                .zip(mean("K14", ""))
                .map(|(delivered, booked)| delivered / booked),
        };
        let verdict = claim.judge(&human, &optimizer, &difference, limit);
        let mut row = self.measure(at);
        row["claim"] = claim.text.into();
        row["verdict"] = verdict.words().into();
        row
    }

    fn measure(&self, at: usize) -> Value {
        let measure = &self.measures[at];
        let (human, difference) = (self.of(0, at), self.difference(at));
        let worst = match measure.direction {
            Direction::Lower => difference.quantile(0.9),
            _ => difference.quantile(0.1),
        };
        json!({
            "id": measure.id,
            "name": measure.name,
            "unit": measure.unit,
            "n": difference.n,
            "human": human.mean,
            "human_interval": human.interval,
            "recall": self.of(1, at).mean,
            "rules": self.of(2, at).mean,
            "optimizer": self.of(3, at).mean,
            "difference": difference.mean,
            "interval": difference.interval,
            "worst_tenth": worst,
        })
    }
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
                let habits = Habits {
                    colleagues,
                    calls,
                    mends,
                };
                let scores = clinics
                    .iter()
                    .map(|(rates, clinic, streams)| score(clinic, rates, *streams, habits));
                let score = scores.sum::<f64>() / clinics.len() as f64;
                tried.push((score, colleagues, calls, mends));
            }
        }
    }
    tried.sort_by(|a, b| b.0.total_cmp(&a.0));
    let line = |(score, colleagues, calls, mends)| json!({ "colleagues": colleagues, "calls": calls, "mends": mends, "score": score });
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
