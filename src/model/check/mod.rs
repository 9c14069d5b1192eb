//! The independent checker: a problem and a plan go in, every broken hard rule comes out.
//!
//! It shares no code with the search and trusts none of its state, so it can convict it. No plan is shown, exported
//! or counted that it has not passed; a published schedule with faults is described by what it finds.
//!
//! Words used by the rules below:
//! - A session is *placed* if the plan has a well-formed placement for it. It occupies its patient, room and equipment
//!   in `[start, start + minutes)`; its day is the day of its start.
//! - A *commitment* is one clinician's part of a placed session: busy in `[start - before, start + minutes + after)`
//!   of the part. It belongs to the day on which the part starts, also when it runs past midnight, and to the
//!   clinician's duty of that day. The commitments of a clinician-day are ordered by start, then end, then session.
//! - The *effective place* of a commitment is its choice's place; for [`ANYWHERE`](super::problem::ANYWHERE) it is the
//!   place of the commitment before, and before the first one the duty's start place.
//! - The span of a clinician-day and its worked minutes are defined at [`Duty`](super::problem::Duty).
//!
//! ```
//! use rosterwell_base::model::{Plan, Problem, check};
//! let problem = Problem::default();
//! assert!(check(&problem, &Plan::empty(&problem)).is_empty());
//! ```

mod clinician;
mod course;
mod occupancy;
mod seat;
mod session;
mod view;
mod words;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::plan::Plan;
use super::problem::Problem;
use crate::order::{Arrange, IntoOrdered};
use view::View;
pub use words::describe;

/// A hard rule. Where a rule has an amount, its unit and meaning stand in the rule's description.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The plan names a session, choice, room or clinician that the problem does not have, or has another number of
    /// placements, seat lists or parts. A malformed placement or seat takes part in no other rule.
    Malformed,
    /// `[start, start + minutes)` lies in none of the session's windows. Amount: minutes outside the window that
    /// holds most of it.
    SessionWindow,
    /// A session that others share does not start on the grid, counted in minutes from midnight of the first day.
    /// Shared are group sessions and sessions with a room, with equipment or with more than one part; any other may
    /// start at any minute. Amount: minutes after the last grid line.
    Grid,
    /// A part's clinician is not in the part's list, or not on the day the part starts, or not for the choice made:
    /// skill, license, language, gender, barred, equipped for video and telephone.
    NotEligible,
    /// The same clinician in two parts of one session.
    SameClinician,
    /// A part starts earlier or later after the session's start than its offset allows; both ends of the offset are
    /// allowed. Amount: minutes.
    PartOffset,
    /// A commitment on a day on which the clinician has no duty, or busy minutes that do not lie inside one window of
    /// the duty; or the way from the start place to the first commitment, left as late as possible, begins before the
    /// first window, or the way from the last one to the end place ends after the last window. Amount: minutes
    /// outside.
    ClinicianHours,
    /// Two commitments of one clinician whose busy times have a minute in common, on whatever days they start; or two
    /// consecutive commitments of one clinician-day with less time between them than the way between their
    /// effective places takes. Amount: minutes in common, or minutes missing for the way.
    ClinicianOverlap,
    /// A patient in two sessions, or seats, that have a minute in common. Amount: minutes.
    PatientOverlap,
    /// A seat in a session that lies in none of the patient's windows. Amount: minutes outside.
    PatientHours,
    /// No room where the choice needs one, a room of a class that it does not allow, or a room where it needs none.
    WrongRoom,
    /// A session outside the hours of its room. Amount: minutes outside.
    RoomHours,
    /// Two sessions in one room that have a minute in common. Amount: minutes.
    RoomOverlap,
    /// At the start of a session more equipment is in use than there is (all sessions that use it then are named;
    /// amount: pieces missing), or a session uses it outside its hours (amount: minutes outside).
    Equipment,
    /// A group session with more patients than its most. Amount: patients.
    GroupSeats,
    /// A seat in a session that is not placed, that the seat order does not name, or that the same patient has twice;
    /// or more seats than the order asks for (amount: seats).
    SeatNotOffered,
    /// Two patients who must be apart have a seat in the same session. Or one of two patients who must be together has
    /// a seat where the other has none, although a seat order of the other names that session.
    GroupPair,
    /// Two sessions, or two seats of one order, on days closer together than asked for. Amount: days missing.
    Spacing,
    /// A session starts before the one that it must follow has ended (its start + minutes), both being placed.
    /// Amount: minutes.
    Order,
    /// A draw on a day on which the budget cannot be drawn (amount: its units), or beyond the units of the budget. The
    /// budget is drawn down in order of start: whatever passes its units is reported, one violation for each session,
    /// with the units that are not covered. A budget that counts days counts every day with at least one draw once,
    /// for the first session of that day.
    Authorization,
    /// A duty's worked minutes above its most. Amount: minutes.
    DayLimit,
    /// Worked minutes of all duties of a week and those before the horizon above the clinician's most. Amount: minutes.
    WeekLimit,
    /// Fewer minutes than the rest asked for between the end of a clinician-day's span and the start of the next one's.
    /// Amount: minutes missing.
    Rest,
    /// More days in a row with a commitment than allowed. Amount: days.
    DaysInRow,
    /// More tenths of points in a duty, or in all duties of a week, than the cap. Amount: tenths of points.
    PointsCap,
    /// A clinician with commitments to more different patients than the cap. Patients count by the sessions that are
    /// theirs alone; a seat in a clinician's group does not put the patient on the caseload. Amount: patients.
    CaseloadCap,
    /// A locked session that is not exactly where it was published: start, choice, room, clinicians.
    LockMoved,
}

impl Rule {
    /// Every rule, in order of the enum.
    pub const ALL: [Self; 27] = [
        Self::Malformed,
        Self::SessionWindow,
        Self::Grid,
        Self::NotEligible,
        Self::SameClinician,
        Self::PartOffset,
        Self::ClinicianHours,
        Self::ClinicianOverlap,
        Self::PatientOverlap,
        Self::PatientHours,
        Self::WrongRoom,
        Self::RoomHours,
        Self::RoomOverlap,
        Self::Equipment,
        Self::GroupSeats,
        Self::SeatNotOffered,
        Self::GroupPair,
        Self::Spacing,
        Self::Order,
        Self::Authorization,
        Self::DayLimit,
        Self::WeekLimit,
        Self::Rest,
        Self::DaysInRow,
        Self::PointsCap,
        Self::CaseloadCap,
        Self::LockMoved,
    ];
}

/// One broken rule. Sessions and resources are indices into the problem.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    /// Which rule.
    pub rule: Rule,
    /// The sessions that break it, ascending; two for an overlap, one for a rule on a single session, all of the
    /// clinician's (or patient's) sessions concerned for a limit.
    pub sessions: Vec<u32>,
    /// Who or what is concerned.
    pub resource: Option<Resource>,
    /// By how much, in the rule's unit (minutes, units, seats, days); 0 if the rule has no amount.
    pub amount: i32,
}

/// Who or what a violation concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Resource {
    /// Clinician index.
    Clinician(u32),
    /// Patient index.
    Patient(u32),
    /// Room index.
    Room(u32),
    /// Equipment index.
    Equipment(u32),
    /// Budget index.
    Budget(u32),
}

/// Every hard rule that `plan` breaks, sorted and without repeats. Any plan can be given, also one that belongs to
/// another problem.
///
/// Near-linear in the number of sessions, besides the number of pairs that clash.
pub fn check(problem: &Problem, plan: &Plan) -> Vec<Violation> {
    let mut found = Found::default();
    let view = View::new(problem, plan, &mut found);
    session::check(&view, &mut found);
    occupancy::check(&view, &mut found);
    clinician::check(&view, &mut found);
    seat::check(&view, &mut found);
    course::check(&view, &mut found);
    found.0.arrange();
    found.0.dedup();
    found.0
}

/// How many conflicts a list of violations amounts to: each rule once for each unordered pair of sessions, and
/// otherwise once for each set of sessions and resource. Three sessions in one room are three conflicts; a pair that
/// clashes on its room and on its clinician is two (indicator K12).
pub fn conflicts(violations: &[Violation]) -> usize {
    let distinct: BTreeSet<_> = violations
        .iter()
        .map(|violation| {
            let resource = violation.resource.filter(|_| violation.sessions.len() != 2);
            (violation.rule, &violation.sessions, resource)
        })
        .into_set();
    distinct.len()
}

/// Collects what is found.
#[derive(Default)]
struct Found(Vec<Violation>);

impl Found {
    fn add(&mut self, rule: Rule, mut sessions: Vec<u32>, resource: Option<Resource>, amount: i64) {
        sessions.arrange();
        sessions.dedup();
        self.0.push(Violation {
            rule,
            sessions,
            resource,
            amount: i32::try_from(amount).unwrap_or(if amount < 0 { i32::MIN } else { i32::MAX }),
        });
    }

    /// A rule about one session.
    fn one(&mut self, rule: Rule, session: u32, resource: Option<Resource>, amount: i64) {
        self.add(rule, vec![session], resource, amount);
    }
}
