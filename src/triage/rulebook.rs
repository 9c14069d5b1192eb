//! The rules in force: the shipped, dated ones, with the clinic's own in their place or beside them.

use std::fmt::Write;
use std::sync::OnceLock;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::error::Issue;
use crate::model::Clinic;
use crate::model::clinic::{Purpose, Tier, TriageRule};
use crate::model::condition::Condition;
use crate::model::rules::Rules;
use crate::model::validate::check_rule;

#[derive(Deserialize)]
struct Pack {
    id: String,
    rules: Vec<TriageRule>,
}

fn shipped() -> Option<&'static Pack> {
    static PACK: OnceLock<Option<Pack>> = OnceLock::new();
    // A pack that does not parse is caught by the tests, so it is never missing.
    PACK.get_or_init(|| serde_json::from_str(include_str!("rules.json")).ok())
        .as_ref()
}

/// A rule in force.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// The row.
    pub row: TriageRule,
    /// Its conditions.
    pub conditions: Vec<Condition>,
    /// True if the clinic wrote it.
    pub own: bool,
    /// Observations older than this are missing, days.
    pub days: i32,
}

/// What tiers and points mean in time.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// Minutes from the request to the first session, by tier; never less than that of the tier before.
    pub due_min: [i32; Tier::ALL.len()],
    /// Clinical priority by tier, 1 to 5.
    pub priority: [i32; Tier::ALL.len()],
    /// Points that move a request to the front of its tier.
    pub points_full: i32,
    /// Points of one level of acuity.
    pub points_per_level: i32,
}

impl Terms {
    /// Those of a clinic.
    pub fn of(clinic: &Clinic) -> Self {
        let rules = Rules::of(clinic);
        let mut due_min = [0; Tier::ALL.len()];
        let mut priority = [3; Tier::ALL.len()];
        let mut least = 0;
        for (at, name) in ["emergency", "urgent", "soon", "routine", "planned"].iter().enumerate() {
            let hours = rules.value(&format!("triage.{name}_hours")).unwrap_or(0.0);
            // At most a year, so that sums of minutes stay small.
            least = least.max(libm::round(hours * 60.0).clamp(0.0, 525_600.0) as i32);
            due_min[at] = least;
            priority[at] = rules.whole(&format!("triage.{name}.priority")).clamp(1, 5);
        }
        Self {
            due_min,
            priority,
            points_full: rules.whole("triage.points_full").max(1),
            points_per_level: rules.whole("acuity.points_per_level").max(1),
        }
    }
}

/// The rules in force.
#[derive(Debug, Clone, PartialEq)]
pub struct Rulebook {
    /// The shipped pack and a fingerprint of all rules in force: two clinics with the same version have the same rules.
    pub version: String,
    /// The rules, shipped ones first; rules that are switched off or cannot be used are not among them.
    pub rules: Vec<Rule>,
    /// Rules that are switched off: by the clinic, or not valid on that day.
    pub off: Vec<(TriageRule, bool)>,
    /// Rules of the clinic that cannot be used.
    pub issues: Vec<Issue>,
    /// What tiers and points mean.
    pub terms: Terms,
}

impl Rulebook {
    /// The rules of a clinic on its day `as_of`.
    pub fn of(clinic: &Clinic) -> Self {
        let today = clinic.settings.as_of.date();
        let mut rows: Vec<(TriageRule, bool)> = Vec::new();
        let pack = shipped();
        rows.extend(
            pack.into_iter()
                .flat_map(|pack| &pack.rules)
                .map(|row| (row.clone(), false)),
        );
        let mut issues = Vec::new();
        for (number, row) in clinic.triage_rules.iter().enumerate() {
            // A faulty row replaces nothing: the shipped rule stays in force.
            if !check_rule(number, row, &mut issues) {
                continue;
            }
            match rows.iter_mut().find(|known| known.0.id == row.id) {
                Some(known) => *known = (row.clone(), true),
                None => rows.push((row.clone(), true)),
            }
        }
        let terms = Terms::of(clinic);
        let days = Rules::of(clinic).whole("triage.observation_days");
        let applies = |row: &TriageRule| {
            !row.off && row.from.is_none_or(|day| day <= today) && row.until.is_none_or(|day| today <= day)
        };
        let (on, off): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(row, _)| applies(row));
        let rules: Vec<Rule> = on.into_iter().map(|(row, own)| read(row, own, days)).collect();
        Self {
            version: version(pack.map_or("", |pack| &pack.id), &rules, &terms),
            rules,
            off,
            issues,
            terms,
        }
    }

    /// Rules of one purpose.
    pub fn of_purpose(&self, purpose: Purpose) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(move |rule| rule.row.purpose == purpose)
    }
}

fn read(row: TriageRule, own: bool, days: i32) -> Rule {
    Rule {
        conditions: row.when.iter().filter_map(|text| text.parse().ok()).collect(),
        days: row.within_days.unwrap_or(days),
        own,
        row,
    }
}

/// The pack's id and the beginning of the SHA-256 of everything that can change a result.
fn version(pack: &str, rules: &[Rule], terms: &Terms) -> String {
    let mut sha = Sha256::new();
    sha.update(format!("{terms:?}").as_bytes());
    for rule in rules {
        let row = &rule.row;
        let effect = (
            &row.id,
            row.purpose,
            &row.when,
            row.tier,
            row.points,
            &row.discipline,
            rule.days,
        );
        sha.update(format!("{effect:?}").as_bytes());
    }
    let mut version = String::from(pack);
    version.push('/');
    for byte in sha.finalize().iter().take(6) {
        let _ = write!(version, "{byte:02x}");
    }
    version
}
