//! The one interface: every capability is an operation with a plain, serializable request and reply.
//!
//! The command, the worker of the page and the embed messages all speak these operations, by name, in JSON. Nothing
//! here reads a page, a file or a clock. A [`Desk`] holds the open clinic, so that a request never repeats it; long
//! operations are [`Task`]s that are advanced in steps.
//!
//! To add an operation: write `src/api/<operation>.rs` with its request and reply and a function of desk and request,
//! add a row to the list of the module that carries it, and one to `contract!` in `schema.rs`, and run `cargo xtask schema`.
//!
//! ```
//! let mut desk = rosterwell::api::Desk::default();
//! let error = rosterwell::api::run(&mut desk, "validate", "{}").unwrap_err();
//! assert_eq!(error.code, "desk.empty");
//! ```

pub mod acuity;
pub mod alternatives;
pub mod amend;
pub mod attendance;
pub mod audit;
pub mod buffers;
pub mod calendar;
pub mod check;
pub mod day_check;
pub mod day_sheets;
pub mod desk;
pub mod disclose;
pub mod explain;
pub mod export;
pub mod fairness;
mod floor;
pub mod forecast;
pub mod governance;
mod graft;
pub mod import;
pub mod incident;
mod keeper;
pub mod kpis;
pub mod levers;
pub mod merge;
pub mod open;
pub mod pilot;
mod place;
pub mod plan;
pub mod portfolio;
pub mod quality;
pub mod reconcile;
pub mod relieve;
pub mod repair;
pub mod reply;
mod request;
pub mod routes;
pub mod rows;
pub mod sample;
pub mod scenario;
#[cfg(feature = "schema")]
pub mod schema;
pub mod simulate;
pub mod solve;
pub mod staffing;
pub mod surface;
pub mod task;
pub mod told;
pub mod triage;
pub mod vault;
pub mod ways;
pub mod workload;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub use desk::Desk;
pub use request::{MAX_REQUEST_BYTES, parse};
pub use task::{Progress, Task};

use crate::error::{Error, Result};

/// How an operation is carried out.
#[derive(Clone, Copy)]
enum Call {
    /// Answers at once.
    Answer(fn(&mut Desk, &str) -> Result<String>),
    /// Takes long: gives a task to be advanced.
    Start(fn(&Desk, &str) -> Result<Box<dyn Task>>),
}

/// One capability.
pub struct Operation {
    /// Its name in requests, and the first argument of the command.
    pub name: &'static str,
    /// What it does, in one line.
    pub summary: &'static str,
    call: Call,
}

impl Operation {
    /// True if it is started and advanced rather than answered at once.
    pub fn is_task(&self) -> bool {
        matches!(self.call, Call::Start(_))
    }
}

/// A row that answers at once.
macro_rules! answers {
    ($name:literal, $function:path, $summary:literal) => {
        Operation {
            name: $name,
            summary: $summary,
            call: Call::Answer(|desk, text| answer(desk, text, $function)),
        }
    };
}

/// A row that gives a task.
macro_rules! starts {
    ($name:literal, $function:path, $summary:literal) => {
        Operation {
            name: $name,
            summary: $summary,
            call: Call::Start(|desk, text| $function(desk, parse(text)?)),
        }
    };
}

/// What every module can do: it is handed the clinic by these.
const COMMON: &[Operation] = &[
    answers!(
        "open",
        open::open,
        "open a clinic document: all issues found in it, and a summary"
    ),
    answers!("validate", open::validate, "issues and summary of the open clinic"),
    answers!("document", open::document, "the open clinic as one JSON document"),
];

/// What the core module can do besides: planning and what is read off plans and history (feature `planning`).
const PLANNING: &[Operation] = &[
    answers!(
        "sample",
        sample::sample,
        "open an invented clinic of some kind and size, with history and today's schedule"
    ),
    answers!(
        "published",
        check::published,
        "today's schedule as a plan, its cost, and the hard rules it breaks"
    ),
    answers!(
        "check",
        check::check,
        "every hard rule that a plan breaks, by the independent checker"
    ),
    answers!(
        "kpis",
        kpis::kpis,
        "every indicator of a plan, of today's schedule or of a period of the past"
    ),
    answers!(
        "fairness",
        fairness::fairness,
        "whether groups of patients wait, are moved and keep their clinician alike, in the past or in a plan"
    ),
    answers!(
        "governance",
        governance::governance,
        "what a board looks at once a quarter: indicators, fairness, overrides and rule changes"
    ),
    answers!(
        "compare",
        kpis::compare,
        "the indicators of two plans side by side, and as a plain-text table"
    ),
    starts!(
        "plan",
        plan::plan,
        "find a better plan: checked, with cost by term, changes and what stays unplaced"
    ),
    starts!(
        "round",
        portfolio::round,
        "one worker's next round of a plan that several workers look for together"
    ),
    answers!(
        "exchange",
        portfolio::exchange,
        "what the workers of such a plan do next, or the plan when they are done"
    ),
    starts!(
        "solve",
        solve::solve,
        "find a plan for a problem given as indices and minutes, without a clinic"
    ),
    answers!(
        "explain",
        explain::explain,
        "why a session is where it is and what that costs, or why it is not placed"
    ),
    answers!(
        "alternatives",
        alternatives::alternatives,
        "other places for a session, cheapest first"
    ),
    starts!(
        "repair",
        repair::repair,
        "what to do when something happens: proposals with as few changes as possible, each checked"
    ),
    answers!(
        "day_check",
        day_check::day_check,
        "everything about one day that needs attention before it begins, each with what could be done"
    ),
    answers!(
        "amend",
        amend::amend,
        "change the open clinic by the actions that other operations offer"
    ),
    answers!(
        "attendance",
        attendance::attendance,
        "who is expected to come to the sessions of a plan, what that is made of, and what could help"
    ),
    answers!(
        "triage",
        triage::triage,
        "how urgent every order is, by which rules, what is missing, and what could be accepted of that"
    ),
    answers!(
        "acuity",
        acuity::acuity,
        "how demanding every patient is, in parts that sum to the number"
    ),
    answers!(
        "workload",
        workload::workload,
        "what the schedule asks of people, in parts that sum to an index, week by week and ahead"
    ),
    answers!(
        "routes",
        routes::routes,
        "the routes of one day of a plan: stops, ways and waits, and where they lie on a plain map"
    ),
    answers!(
        "buffers",
        buffers::buffers,
        "how much time to keep free for unplanned arrivals, with the chance that it is enough"
    ),
    starts!(
        "relieve",
        relieve::relieve,
        "cap a clinician's work for some weeks: the plan anew, who takes over, and at what cost"
    ),
    answers!(
        "pilot_design",
        pilot::pilot_design,
        "a pilot before it starts: arms, looks, what can be found, and a hash to write down"
    ),
    answers!(
        "pilot_reading",
        pilot::pilot_reading,
        "what the data of a pilot say, by what was written down, and what they cannot exclude"
    ),
    starts!(
        "forecast",
        forecast::forecast,
        "demand in the next weeks, the hours it takes against those there are, and what closes the gap"
    ),
    answers!(
        "levers",
        levers::levers,
        "what a scenario of the open clinic can turn, templates and the phases of a rollout"
    ),
    starts!(
        "scenario",
        scenario::scenario,
        "what if: changes to the clinic, planned anew: conservative, likely, aggressive months of money"
    ),
    starts!(
        "staffing",
        staffing::staffing,
        "the smallest staffing that meets targets for access and strain, by re-plans, with its frontier"
    ),
    starts!(
        "surface",
        surface::surface,
        "plan a scenario's sliders in many positions and fit a surface that answers at once"
    ),
    answers!(
        "estimate",
        surface::estimate,
        "what such a surface says of positions of the sliders, with the band of its error"
    ),
    starts!(
        "simulate",
        simulate::simulate,
        "live through the coming weeks under several ways of scheduling, and count what comes of it"
    ),
];

/// What the records module can do besides: data in and out (feature `records`).
const RECORDS: &[Operation] = &[
    answers!(
        "import",
        import::import,
        "open the good rows of CSV, workbook or JSON files, with every fault reported"
    ),
    answers!(
        "export",
        export::export,
        "the open clinic, a plan, an empty template or the issues as files"
    ),
    answers!(
        "vault_create",
        vault::create,
        "make the keys of a new save file, from a passphrase"
    ),
    answers!(
        "vault_check",
        vault::check,
        "whether bytes are an encrypted save file that can be opened, before a passphrase is asked for"
    ),
    answers!(
        "vault_open",
        vault::open,
        "open an encrypted save file with its passphrase"
    ),
    answers!(
        "vault_test",
        vault::test,
        "whether an encrypted save file opens with the key in memory"
    ),
    answers!("vault_seal", vault::seal, "the save document as an encrypted file"),
    answers!(
        "vault_keep",
        vault::keep,
        "a note of unsaved changes, encrypted with the same key"
    ),
    answers!("vault_recall", vault::recall, "such a note again"),
    answers!(
        "vault_rewrap",
        vault::rewrap,
        "change the passphrase of the saves from now on"
    ),
    answers!("vault_forget", vault::forget, "drop all keys and the log"),
    answers!(
        "save_read",
        vault::read,
        "a save document that is not encrypted, of this format or an older one"
    ),
    answers!("audit_append", audit::append, "append entries to the audit log"),
    answers!("audit_log", audit::log, "the entries and signed heads of the audit log"),
    answers!("audit_sign", audit::sign, "sign the head of the audit log"),
    answers!(
        "audit_verify",
        audit::verify,
        "check the audit log, or an exported one, and name the first bad entry"
    ),
    answers!(
        "audit_export",
        audit::export,
        "the audit log as lines of JSON or as CSV, its head signed"
    ),
    answers!("digest", audit::digests, "SHA-256 of texts"),
    answers!(
        "calendar",
        calendar::calendar,
        "the schedule, or somebody's part of it, or booked time as an iCalendar file"
    ),
    answers!(
        "disclose",
        disclose::disclose,
        "reminders, family invitations, verified visits or a billing check: what may leave, and what may not"
    ),
    answers!(
        "quality",
        quality::quality,
        "what is doubtful in the open clinic: where, how sure, why it matters, and what would mend it"
    ),
    answers!(
        "day_sheets",
        day_sheets::day_sheets,
        "a day of a plan to print, one page for each clinician, room or group"
    ),
    answers!(
        "merge",
        merge::merge,
        "add files to the open clinic: new, same, changed and doubtful rows, nothing dropped"
    ),
    answers!(
        "reconcile",
        reconcile::reconcile,
        "the plan, its base and a newly exported schedule become one: accept or reject, with a change list"
    ),
    answers!(
        "mend",
        quality::mend,
        "change the open clinic by the mends that `quality` offers"
    ),
    answers!("rows", rows::rows, "a table of the open clinic as text, row by row"),
    answers!(
        "edit_rows",
        rows::edit_rows,
        "change, add and remove rows of a table by texts, as they stand in files"
    ),
];

/// Every operation of this build, in the order of `rosterwell --help`.
pub fn operations() -> impl Iterator<Item = &'static Operation> {
    let planning = if cfg!(feature = "planning") { PLANNING } else { &[] };
    let records = if cfg!(feature = "records") { RECORDS } else { &[] };
    COMMON.iter().chain(planning).chain(records)
}

/// The operation of that name.
///
/// # Errors
/// `operation.unknown`.
pub fn operation(name: &str) -> Result<&'static Operation> {
    operations().find(|operation| operation.name == name).ok_or_else(|| {
        let names: Vec<&str> = operations().map(|operation| operation.name).collect();
        Error::new(
            "operation.unknown",
            format!("there is no such operation; there are {}", names.join(", ")),
        )
    })
}

/// Carries out an operation to its end: the reply as JSON. A task is advanced until it is done.
///
/// # Errors
/// Unknown operation, a request that cannot be read, or what the operation itself reports.
pub fn run(desk: &mut Desk, name: &str, request_json: &str) -> Result<String> {
    match operation(name)?.call {
        Call::Answer(answer) => answer(desk, request_json),
        Call::Start(start) => {
            let mut task = start(desk, request_json)?;
            while !task.advance(1_000)?.done {}
            task.finish()
        }
    }
}

/// Starts a long operation.
///
/// # Errors
/// As [`run`], and `operation.not_a_task` for one that answers at once.
pub fn start(desk: &Desk, name: &str, request_json: &str) -> Result<Box<dyn Task>> {
    match operation(name)?.call {
        Call::Start(start) => start(desk, request_json),
        Call::Answer(_) => Err(Error::new(
            "operation.not_a_task",
            format!("`{name}` answers at once: run it instead of starting it"),
        )),
    }
}

fn answer<Q: DeserializeOwned, R: Serialize>(
    desk: &mut Desk,
    text: &str,
    function: fn(&mut Desk, Q) -> Result<R>,
) -> Result<String> {
    to_json(&function(desk, parse(text)?)?)
}

/// A reply as JSON.
///
/// # Errors
/// `reply.not_json`: a number that JSON cannot hold.
pub(crate) fn to_json(reply: &impl Serialize) -> Result<String> {
    serde_json::to_string(reply).map_err(|_| Error::new("reply.not_json", "the reply holds a number that JSON cannot"))
}

/// What is new in a task under way, as JSON.
///
/// # Errors
/// `reply.not_json`: a number that JSON cannot hold.
pub(crate) fn to_value(news: &impl Serialize) -> Result<Value> {
    serde_json::to_value(news).map_err(|_| Error::new("reply.not_json", "the progress holds a number that JSON cannot"))
}
