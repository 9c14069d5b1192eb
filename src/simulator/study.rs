//! Policies beside each other: the same weeks lived through again and again, each time with luck of its own, and what
//! the indicators say of it.

use super::claims::{ClaimResult, difference, judged};
use super::human::Human;
use super::live::Life;
use super::measures::{measures, read, read_schedules};
use super::policy::{CancelOnly, Optimized, Policy, Recall};
use super::rates::Rates;
use super::reply::{PolicyDifference, PolicyResult, SimulateNews, SimulateReply, SimulatedRate, simulated};
use super::request::{PolicyName, SimulateRequest, within};
use super::rules::ByRules;
use super::streams::Streams;
use super::weeks::next_stretch;
use crate::error::{Error, Result};
use crate::model::Clinic;
use crate::model::calendar::DateTime;

/// A policy at work.
type Worker = Box<dyn Policy>;

/// A simulation under way: all policies live through a replication before the next one begins.
pub struct Study {
    clinic: Clinic,
    rates: Rates,
    request: SimulateRequest,
    seed: u64,
    /// By replication, policy and measure.
    values: Vec<Vec<Vec<Option<f64>>>>,
    /// Policies of the replication under way that are done.
    finished: Vec<Vec<Option<f64>>>,
    now: Option<Now>,
    /// The first moment of the replication under way, which is the same for every policy.
    first: Option<Life>,
    lived: Option<(DateTime, DateTime)>,
    /// The claims by the replications that are finished; shown from the second one on.
    claims: Vec<ClaimResult>,
}

/// One policy on its way through the weeks.
struct Now {
    worker: Worker,
    life: Life,
    before: Clinic,
    week: u32,
    /// Values of what is read from schedules, by week and measure.
    schedules: Vec<Vec<Option<f64>>>,
    from: Option<DateTime>,
}

/// Parts of one policy's way that progress is shown in.
const PARTS: f64 = 1000.0;

impl Study {
    /// Nothing has been lived through yet.
    ///
    /// # Errors
    /// `simulate.out_of_range`, `simulate.wrong_policies`, `simulate.nothing_to_live`.
    pub fn new(clinic: &Clinic, request: SimulateRequest) -> Result<Self> {
        within(&request)?;
        let seed = request.seed.unwrap_or(clinic.settings.seed);
        let mut rates = Rates::of(clinic);
        rates.sick = request.sick.unwrap_or(rates.sick);
        rates.emergencies_week = request.emergencies_week.unwrap_or(rates.emergencies_week);
        rates.referrals_week = request.referrals_week.unwrap_or(rates.referrals_week);
        if crate::model::build(clinic).problem.sessions.is_empty() {
            let message = "no session in the horizon to live through";
            return Err(Error::new("simulate.nothing_to_live", message));
        }
        Ok(Self {
            clinic: clinic.clone(),
            rates,
            request,
            seed,
            values: Vec::new(),
            finished: Vec::new(),
            now: None,
            first: None,
            lived: None,
            claims: Vec::new(),
        })
    }

    /// One event of one policy; true while there is more to do.
    pub fn advance(&mut self) -> bool {
        if self.values.len() as u32 >= self.request.replications {
            return false;
        }
        let mut now = match self.now.take() {
            Some(now) => now,
            None => self.begin(),
        };
        if now.life.advance(now.worker.as_mut()) {
            self.now = Some(now);
            return true;
        }
        self.end_of_week(now);
        (self.values.len() as u32) < self.request.replications
    }

    /// Parts done, and parts in all.
    pub fn progress(&self) -> (u64, u64) {
        let policies = self.request.policies.len();
        let weeks = f64::from(self.request.weeks);
        let under_way = self
            .now
            .as_ref()
            .map_or(0.0, |now| (f64::from(now.week) + now.life.passed()) / weeks);
        let lives = (self.values.len() * policies + self.finished.len()) as f64 + under_way;
        let all = f64::from(self.request.replications) * policies as f64;
        ((lives * PARTS) as u64, (all * PARTS) as u64)
    }

    /// What is shown meanwhile.
    pub fn news(&self) -> SimulateNews {
        SimulateNews {
            policy: self.request.policies.get(self.finished.len()).copied(),
            replications: self.values.len() as u32,
            claims: self.claims.clone(),
        }
    }

    /// True if a replication has been finished.
    pub fn has_values(&self) -> bool {
        !self.values.is_empty()
    }

    fn streams(&self, week: u32) -> Streams {
        Streams::new(self.seed, self.values.len() as u64).week(u64::from(week))
    }

    fn worker(&self, name: PolicyName) -> Worker {
        match name {
            PolicyName::CancelOnly => Box::new(CancelOnly),
            PolicyName::Recall => Box::new(Recall),
            PolicyName::Human => Box::new(Human::default()),
            PolicyName::Rules => Box::new(ByRules),
            PolicyName::Optimizer => Box::new(Optimized {
                seed: self.seed,
                steps: self.request.steps,
                repair_steps: self.request.repair_steps,
            }),
        }
    }

    fn begin(&mut self) -> Now {
        let streams = self.streams(0);
        let first = self.first.take();
        let first = first.unwrap_or_else(|| Life::new(&self.clinic, &self.rates, streams));
        let life = first.clone();
        self.first = Some(first);
        Now {
            worker: self.worker(self.request.policies[self.finished.len()]),
            life,
            before: self.clinic.clone(),
            week: 0,
            schedules: Vec::new(),
            from: None,
        }
    }

    fn end_of_week(&mut self, now: Now) {
        let lived = now.life.end();
        let mut schedules = now.schedules;
        schedules.push(read_schedules(&lived));
        let (from, week) = (now.from.unwrap_or(lived.from), now.week + 1);
        if week < self.request.weeks {
            let before = next_stretch(&now.before, &lived);
            let streams = self.streams(week);
            self.now = Some(Now {
                worker: self.worker(self.request.policies[self.finished.len()]),
                life: Life::new(&before, &self.rates, streams),
                before,
                week,
                schedules,
                from: Some(from),
            });
            return;
        }
        self.lived = Some((from, lived.to));
        self.finished.push(read(&lived, from, &schedules));
        if self.finished.len() == self.request.policies.len() {
            self.values.push(std::mem::take(&mut self.finished));
            self.first = None;
            if self.values.len() > 1 {
                self.claims = self.report().claims;
            }
        }
    }

    /// What the finished replications say.
    pub fn report(&self) -> SimulateReply {
        let column = |policy: usize, measure: usize| -> Vec<Option<f64>> {
            self.values.iter().map(|run| run[policy][measure]).collect()
        };
        let measures = measures();
        let names = &self.request.policies;
        let policies: Vec<PolicyResult> = names
            .iter()
            .enumerate()
            .map(|(policy, &name)| PolicyResult {
                policy: name,
                name: self.worker(name).name().into(),
                figures: measures
                    .iter()
                    .enumerate()
                    .map(|(at, measure)| simulated(column(policy, at), measure.direction))
                    .collect(),
            })
            .collect();
        let differences = policies.iter().skip(1).map(|own| PolicyDifference {
            policy: own.policy,
            against: names[0],
            figures: own
                .figures
                .iter()
                .zip(&policies[0].figures)
                .zip(&measures)
                .map(|((own, first), measure)| difference(own, first, measure.direction))
                .collect(),
        });
        let differences = differences.collect();
        let of = |name: PolicyName| policies.iter().find(|row| row.policy == name);
        let both = of(PolicyName::Human).zip(of(PolicyName::Optimizer));
        let claims = both.map(|(human, optimizer)| judged(&measures, &human.figures, &optimizer.figures));
        SimulateReply {
            synthetic: self.clinic.settings.synthetic,
            seed: self.seed,
            replications: self.values.len() as u32,
            from: self.lived.map(|lived| lived.0),
            to: self.lived.map(|lived| lived.1),
            rates: self.rates(),
            claims: claims.unwrap_or_default(),
            policies,
            differences,
            measures,
            notes: notes(),
        }
    }

    fn rates(&self) -> Vec<SimulatedRate> {
        let (own, assumed) = ("the clinic's history", "our assumption");
        let given =
            |value: Option<f64>, otherwise: &'static str| if value.is_some() { "the request" } else { otherwise };
        let rate = |name: &str, value: f64, source: &str| SimulatedRate {
            name: name.into(),
            value,
            source: source.into(),
        };
        let rates = &self.rates;
        vec![
            rate("visits missed without notice", rates.clinic.no_show, own),
            rate("visits called off late", rates.clinic.late_cancel, own),
            rate("visits called off in time", rates.clinic.early_cancel, own),
            rate(
                "emergencies a week",
                rates.emergencies_week,
                given(self.request.emergencies_week, own),
            ),
            rate(
                "referrals a week",
                rates.referrals_week,
                given(self.request.referrals_week, own),
            ),
            rate(
                "clinician-days lost to sickness",
                rates.sick,
                given(self.request.sick, assumed),
            ),
            rate("room-days closed", rates.closed, assumed),
            rate("sessions that run over", rates.runs_over.0, assumed),
        ]
    }
}

fn notes() -> Vec<String> {
    [
        "chances are drawn from the rates shown, the same for all policies; intervals are chance over replications, \
         not doubt about the rates",
        "nobody is admitted or discharged beside first visits, and how people answer a call is assumed, not known",
    ]
    .map(String::from)
    .to_vec()
}
