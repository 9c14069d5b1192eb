//! Every lever in one place: what it is, its unit and range, and how a scenario takes it. Requests are held against
//! this table, the page and `docs/scenarios.md` show it.

use serde::Serialize;

/// What a lever is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", schemars(rename = "LeverFamily"), ts(rename = "LeverFamily"))]
pub enum Family {
    /// Who works.
    People,
    /// How long, and for what.
    Time,
    /// What patients receive, and how many they are.
    Care,
    /// Where, and when it is open.
    Rooms,
    /// The ways between places.
    Travel,
    /// What is paid.
    Money,
    /// Results that are claimed.
    Claims,
}

/// How a scenario takes a lever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", schemars(rename = "LeverPlanned"), ts(rename = "LeverPlanned"))]
pub enum Planned {
    /// The clinic is edited and its weeks are planned anew.
    Anew,
    /// Weeks are taken at other levels of demand.
    Levels,
    /// Nothing is planned: it is a rate, a price or a date in the months that follow.
    Counted,
}

/// One lever.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LeverFacts {
    /// Name in requests.
    pub id: &'static str,
    /// What it is about.
    pub family: Family,
    /// Unit of its value.
    pub unit: &'static str,
    /// Least value that is accepted. Ends are our choice, wide enough for any real plan.
    pub least: f64,
    /// Greatest value that is accepted.
    pub most: f64,
    /// How it is taken.
    pub planned: Planned,
    /// True if it states a result that no plan of ours confirms.
    pub claim: bool,
    /// True if its first month comes only after the days to hire; otherwise it is the change's `start_month`.
    pub after_hiring: bool,
    /// Usual months to full effect: slow, likely, fast. A request says its own.
    pub ramp_months: [i32; 3],
    /// What it does.
    pub meaning: &'static str,
    /// What 0 means.
    pub zero: &'static str,
}

/// There in full from its first month.
const AT_ONCE: [i32; 3] = [0, 0, 0];
/// The ramp of results that come with practice, our choice.
pub const PRACTICE: [i32; 3] = [9, 6, 3];

/// A row: id, family, unit, least, most, how it is planned, meaning, what 0 means.
type Row = (
    &'static str,
    Family,
    &'static str,
    f64,
    f64,
    Planned,
    &'static str,
    &'static str,
);

const fn decision(row: Row) -> LeverFacts {
    let (id, family, unit, least, most, planned, meaning, zero) = row;
    LeverFacts {
        id,
        family,
        unit,
        least,
        most,
        planned,
        claim: false,
        after_hiring: false,
        ramp_months: AT_ONCE,
        meaning,
        zero,
    }
}

const fn claim(row: Row) -> LeverFacts {
    LeverFacts {
        claim: true,
        ramp_months: PRACTICE,
        ..decision(row)
    }
}

const fn after_hiring(row: Row) -> LeverFacts {
    LeverFacts {
        after_hiring: true,
        ..decision(row)
    }
}

use Family::{Care, Claims, Money, People, Rooms, Time, Travel};
use Planned::{Anew, Counted, Levels};

/// Every lever, by family.
#[rustfmt::skip]
pub const TABLE: &[LeverFacts] = &[
    after_hiring(("hire", People, "full-time equivalents", 0.0, 50.0, Anew, "people of a discipline are hired; each works like the fullest contract of the discipline at the site", "nobody is hired")),
    decision(("temp", People, "full-time equivalents", 0.0, 50.0, Anew, "people of a discipline come from an agency, at its premium", "nobody comes")),
    decision(("departure", People, "share of the hours", 0.0, 1.0, Anew, "hours of a clinician fall away; 1 is a departure or full leave", "nobody leaves")),
    decision(("caseload_cap", People, "patients", -200.0, 200.0, Anew, "a clinician's cap changes; without a cap it starts from today's caseload", "the cap of today, or none")),
    decision(("skill", People, "share of those without", 0.0, 1.0, Anew, "people of a discipline gain a skill that is asked for", "the skills of today")),
    decision(("week_hours", Time, "hours a week", -40.0, 40.0, Anew, "hours are added to contract and maximum", "the contract of today")),
    decision(("overtime_cap", Time, "relative", -1.0, 2.0, Anew, "the hours that may be worked above contract change; -1 allows none", "the maximum of today")),
    decision(("buffer", Time, "minutes", -60.0, 60.0, Anew, "minutes are added after each session", "the minutes of today")),
    decision(("documentation", Time, "minutes a day", 0.0, 180.0, Anew, "a block of each person's working day is kept free for notes", "no block beyond today's")),
    decision(("supervision", Time, "hours a week", 0.0, 5.0, Anew, "everybody with a supervisor meets that person, as far as they share hours", "no meetings beyond today's")),
    decision(("reserve", Time, "minutes a day", -4_800.0, 4_800.0, Anew, "time of all clinicians together kept free for emergencies changes", "the reserve of today")),
    decision(("telehealth", Care, "share of the orders", 0.0, 1.0, Anew, "orders of a service move to video, where patient and clinicians can", "the ways of today")),
    decision(("group_count", Care, "occurrences a week", -20.0, 20.0, Anew, "a group takes place more or less often; at none, it and the orders for it alone end", "as often as today")),
    decision(("group_size", Care, "seats", -20.0, 20.0, Anew, "seats are added to a group's target and maximum; two are the least, those of the largest room the most", "the seats of today")),
    decision(("triage_hours", Care, "relative", -0.9, 4.0, Anew, "the hours change in which requests of a tier have to be seen; a home-health start of care never waits longer than its rule", "the hours of today")),
    decision(("demand", Care, "relative", -0.9, 1.5, Levels, "the number of patients changes, with all that is theirs", "the patients of today")),
    decision(("rooms", Rooms, "rooms", 0.0, 50.0, Anew, "rooms are added at a site, each like its largest", "the rooms of today")),
    decision(("opening_hours", Rooms, "hours", -12.0, 12.0, Anew, "days of a site end later; the longest session, or an hour, is the least that stays of a day", "the hours of today")),
    claim(("travel", Travel, "relative", -0.9, 2.0, Anew, "minutes on the way change, a claim about roads and routes; speeds stay between 5 and 130 km/h", "the ways of today")),
    decision(("zones", Travel, "zones", 0.0, 12.0, Anew, "home visits are parted by area and each clinician serves one part; who has a patient as a rule stays, and where nobody of the zone can go, all still may", "no zones; one zone is none either")),
    decision(("pay", Money, "relative", -0.5, 1.0, Counted, "pay per hour changes", "the pay of today")),
    decision(("price", Money, "relative", -1.0, 2.0, Counted, "the price per billed unit changes", "the prices of today")),
    decision(("payer_mix", Money, "share of the patients", 0.0, 1.0, Counted, "patients of one payer move to another, which pays more or less by `price_percent`", "the payers of today")),
    claim(("no_show", Claims, "relative", -1.0, 3.0, Counted, "the no-show rate changes", "the clinic's own rate")),
    claim(("attendance", Claims, "relative", -0.9, 2.0, Counted, "attended sessions of all that were kept or missed change; 100 % is the most", "the clinic's own rate")),
    claim(("turnover", Claims, "relative", -1.0, 3.0, Counted, "the number of people who leave in a year changes", "the clinic's own rate, or the assumption")),
    claim(("time_to_fill", Claims, "relative", -0.9, 2.0, Counted, "the days that pass before a hire is there change", "the days of the assumption or of the hire")),
    claim(("overtime_hours", Claims, "relative", -1.0, 1.0, Counted, "overtime hours change for the same visits", "the overtime of the plan")),
    claim(("utilization", Claims, "share of bookable time", 0.0, 0.5, Counted, "time is delivered on top, filled with sessions that would stay unplaced", "the plan's own")),
    claim(("scheduling_hours", Claims, "relative", -1.0, 1.0, Counted, "the hours spent on the schedule change", "the clinic's own, or the assumption")),
    claim(("readmission", Claims, "relative", -1.0, 1.0, Counted, "readmissions change", "the clinic's own")),
];
