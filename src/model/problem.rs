//! `Problem`: the immutable input of every calculation, for one planning horizon.
//!
//! All ids are replaced by indices, all dates by whole minutes of site time since midnight of the first day, all
//! rules by plain data. Intervals are half-open, sorted and not overlapping. Money is whole cents.
//!
//! A `Problem` is built from a [`Clinic`](super::Clinic) by [`build`](super::build), or by an adapter that reads a
//! benchmark instance; the optimizer, the checker and the explanations read nothing else.

use serde::{Deserialize, Serialize};

use super::calendar::Date;
use super::clinic::{Kind, Modality, Overtime};
use super::weights::Costs;

/// A half-open interval of minutes, `[from, to)`.
pub type Interval = (i32, i32);

/// Index of a place in [`Travel`]. [`ANYWHERE`] stands for a session that needs no place of its own.
pub type Place = u16;

/// The place of a video or telephone session: wherever the clinician is just then.
pub const ANYWHERE: Place = Place::MAX;

/// Everything that can be placed and everything it takes.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Problem {
    /// First day of the horizon; `None` for benchmark instances without a calendar.
    pub start: Option<Date>,
    /// Days in the horizon, 1 to 28.
    pub num_days: usize,
    /// Minutes of one time slot: rooms, equipment and people in shared sessions are booked in whole slots, and
    /// sessions that share them start on slot borders (from midnight of the first day).
    pub grid: i32,
    /// Minutes of one day: 1440, or the whole horizon of a benchmark instance that has one day.
    pub day_min: i32,
    /// What the places are, by place; empty for benchmark instances.
    pub places: Vec<PlaceName>,
    /// Travel between places.
    pub travel: Travel,
    /// Price of one unit of each cost term.
    pub prices: Costs,
    /// People who treat.
    pub clinicians: Vec<Clinician>,
    /// One entry per clinician and day on which the clinician can work, sorted by clinician, then day.
    pub duties: Vec<Duty>,
    /// People who are treated.
    pub patients: Vec<Patient>,
    /// Rooms by name.
    pub rooms: Vec<Room>,
    /// Interchangeable rooms: same place, same hours, same use. Every room is in exactly one class.
    pub room_classes: Vec<Pool>,
    /// Counted equipment.
    pub equipment: Vec<Pool>,
    /// What can be placed.
    pub sessions: Vec<Session>,
    /// Seats wanted in group sessions.
    pub seat_orders: Vec<SeatOrder>,
    /// Authorizations and other things of which there are only so many.
    pub budgets: Vec<Budget>,
    /// Weekly minimum minutes.
    pub minimums: Vec<WeeklyMinimum>,
    /// Pairs of sessions that must be days apart.
    pub spacings: Vec<Spacing>,
    /// Pairs of sessions that must come in order.
    pub precedences: Vec<Precedence>,
    /// Pairs of patients who must or must not share a group session.
    pub pairs: Vec<GroupPair>,
    /// Rules that hold for the whole clinic.
    pub rules: Rules,
}

/// What is at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// A site of the clinic.
    Site,
    /// The home of a clinician who starts there.
    ClinicianHome,
    /// The home of a patient who is visited.
    PatientHome,
}

/// A place as the clinic calls it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PlaceName {
    /// What is there.
    pub kind: PlaceKind,
    /// Id of the site, clinician or patient.
    pub id: String,
}

/// Minutes and distance between places, both `num_places * num_places`, row = from.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Travel {
    /// Number of places.
    pub num_places: usize,
    /// Minutes.
    pub minutes: Vec<i32>,
    /// Tenths of a mile; empty if distance costs nothing.
    pub distance: Vec<i32>,
    /// True if at least one entry is an estimate from coordinates.
    pub estimated: bool,
}

impl Travel {
    /// Minutes from one place to another; 0 if either is [`ANYWHERE`].
    #[inline]
    pub fn minutes(&self, from: Place, to: Place) -> i32 {
        if from == ANYWHERE || to == ANYWHERE {
            return 0;
        }
        self.minutes[from as usize * self.num_places + to as usize]
    }

    /// Tenths of a mile from one place to another; 0 if either is [`ANYWHERE`] or distance is not modelled.
    #[inline]
    pub fn distance(&self, from: Place, to: Place) -> i32 {
        if from == ANYWHERE || to == ANYWHERE || self.distance.is_empty() {
            return 0;
        }
        self.distance[from as usize * self.num_places + to as usize]
    }
}

/// Rules that hold for the whole clinic, from the rule packs.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Rules {
    /// Rest between the end of one clinician-day and the start of the next, minutes. Hard.
    pub rest_min: i32,
    /// Most days in a row on which a clinician works; 0 = no limit. Hard.
    pub max_days_in_row: i32,
    /// Longest run of sessions without a break of at least `break_min`, minutes; 0 = no limit. Soft.
    pub max_run_min: i32,
    /// Free time at least this long ends a run, minutes; the way between two places is not free.
    pub break_min: i32,
    /// A gap shorter than this is of no use to anyone, minutes: the shortest session that can be booked.
    pub shortest_session_min: i32,
    /// Minutes of each day (all clinicians; booked ones with those before and after, and all on the way) above which
    /// [`CostTerm::Reserve`](super::CostTerm) is charged; empty = no reserve is kept.
    pub day_limits_min: Vec<i32>,
    /// A session that starts at or after this minute of the day is an evening session.
    pub evening_from: i32,
    /// True if lateness counts against the end of the session, false if against its start.
    pub late_at_end: bool,
}

/// Someone who treats.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Clinician {
    /// Id in the clinic.
    pub id: String,
    /// Most worked minutes in a week; hard.
    pub max_week_min: i32,
    /// How overtime is counted.
    pub overtime: Overtime,
    /// Price of a minute of overtime, cents.
    pub overtime_cents_min: i64,
    /// Booked minutes a week, with minutes before and after, above which
    /// [`CostTerm::WorkloadBalance`](super::CostTerm) is charged.
    pub target_week_min: i32,
    /// Acuity points in the horizon above which [`CostTerm::AcuityBalance`](super::CostTerm) is charged.
    pub target_acuity: i32,
    /// Most tenths of points in a week; hard; `i32::MAX` if there is no cap.
    pub points_week_cap: i32,
    /// Most patients in the horizon; hard; `i32::MAX` if there is no cap.
    pub caseload_cap: i32,
    /// Minutes worked in the same workweek before the horizon starts, for each of the weeks of the horizon (usually
    /// only the first differs from 0).
    pub worked_before: Vec<i32>,
}

/// A clinician-day: when, from where and how long one clinician can work on one day.
///
/// # Worked minutes
/// Everyone who counts worked minutes (day and week limits, overtime, indicators) uses this rule. A *commitment* is
/// one part of a placed session, busy in `[start - before, start + minutes + after)`; it belongs to the duty of the
/// day on which the part starts, also when it runs past midnight. A duty without commitments has 0 worked minutes.
/// Otherwise worked = span - lunch:
/// - The *span* runs from the start of the first busy time to the end of the last one. If `commute_paid`, it begins
///   earlier by the way from `start_place` to the first commitment's place (left as late as possible) and ends later
///   by the way from the last commitment's place to `end_place`. A commitment at [`ANYWHERE`] is where the one before
///   it was, or at `start_place`.
/// - *Lunch* is `lunch.minutes` if some stretch between two consecutive commitments is free for that long within
///   `[lunch.from, lunch.to)` (see [`Lunch::free_between`]), else 0: a shorter break is working time
///   (29 CFR 785.18-19).
///
/// Every other gap and all travel inside the span is working time. Documentation counts only as far as it is booked
/// in `before` and `after`; [`Part::documentation`] is not added.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Duty {
    /// Clinician index.
    pub clinician: u32,
    /// Day of the horizon.
    pub day: u16,
    /// Week of the horizon the day belongs to, by the clinic's first weekday.
    pub week: u16,
    /// Intervals in which sessions with their minutes before and after must lie. Travel at either end must lie
    /// between the first interval's start and the last one's end. Hard.
    pub windows: Vec<Interval>,
    /// Minutes outside this interval are extra time; travel included.
    pub regular: Interval,
    /// Place where the day starts.
    pub start_place: Place,
    /// Place where the day ends.
    pub end_place: Place,
    /// True if the way from the start and to the end place is working time.
    pub commute_paid: bool,
    /// Most worked minutes, counted as above; hard.
    pub max_work_min: i32,
    /// Most tenths of points; hard; `i32::MAX` if there is no cap.
    pub points_cap: i32,
    /// Lunch wanted: a free gap of `minutes` within `[from, to)`.
    pub lunch: Option<Lunch>,
    /// Intervals the clinician would rather work in; empty = no wish.
    pub preferred: Vec<Interval>,
    /// True on days that count as a burden (weekend, holiday).
    pub burden: bool,
}

impl Duty {
    /// Minutes that can be worked: the windows without lunch, at most `max_work_min`.
    #[must_use]
    pub fn time_min(&self) -> i32 {
        let hours: i32 = self.windows.iter().map(|window| window.1 - window.0).sum();
        let lunch = self.lunch.map_or(0, |lunch| lunch.minutes);
        (hours - lunch).min(self.max_work_min).max(0)
    }
}

/// A lunch break that is wanted in a clinician-day.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Lunch {
    /// Earliest start.
    pub from: i32,
    /// Latest end.
    pub to: i32,
    /// Length.
    pub minutes: i32,
    /// True if a clinician-day without any session counts as one without a lunch break (a benchmark's rule).
    pub counts_unused: bool,
}

impl Lunch {
    /// Minutes that are free for lunch between two commitments that end and begin at `until` and `next`, with so many
    /// minutes of way, which may be taken before or after the break; not positive if there are none.
    #[must_use]
    pub fn free_between(&self, until: i32, next: i32, way: i32) -> i32 {
        (next - until - way).min(next.min(self.to) - until.max(self.from))
    }

    /// The latest end of a commitment behind which lunch fits before what begins at `next`, `way` minutes away.
    #[must_use]
    pub fn latest(&self, next: i32, way: i32) -> Option<i32> {
        let end = next.min(self.to);
        (end - self.from >= self.minutes).then_some((next - way).min(end) - self.minutes)
    }

    /// Minutes of lunch in a day whose longest free stretch for it is `longest`.
    #[must_use]
    pub fn taken(&self, longest: i32) -> i32 {
        if longest >= self.minutes { self.minutes } else { 0 }
    }
}

/// Someone who is treated.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Patient {
    /// Id in the clinic.
    pub id: String,
    /// Intervals in which the patient can be seen. Hard.
    pub windows: Vec<Interval>,
}

/// A room by name.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Room {
    /// Id in the clinic.
    pub id: String,
    /// Its class.
    pub class: u16,
    /// Its place.
    pub place: Place,
}

/// Things that are interchangeable and of which there are only so many at a time.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Pool {
    /// Name for explanations.
    pub name: String,
    /// How many.
    pub count: i32,
    /// When they can be used.
    pub open: Vec<Interval>,
}

/// One thing to be placed.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Session {
    /// Stable key, for example `order-7/w0/2`; the same for the same clinic, whatever else changes.
    pub key: String,
    /// Kind.
    pub kind: Kind,
    /// Service id.
    pub service: String,
    /// Order id, if it serves one.
    pub order: Option<String>,
    /// The patient who must be there; `None` for groups and shifts.
    pub patient: Option<u32>,
    /// Minutes for which patient, room and equipment are occupied.
    pub minutes: i32,
    /// Where it may lie, whole: `from <= start` and `start + minutes <= to` for one of them. Patient, family and
    /// order windows are already in it.
    pub windows: Vec<Interval>,
    /// Starting inside one of these meets the wish; empty = no wish.
    pub preferred: Vec<Interval>,
    /// Lateness is counted against the end of the last of these intervals that has opened by the start; empty = never
    /// late.
    pub due: Vec<Interval>,
    /// The clinicians it takes, one entry each.
    pub parts: Vec<Part>,
    /// Ways in which it can take place, best first; at least one.
    pub choices: Vec<Choice>,
    /// What it costs to leave it unplaced, cents; 0 for a group session, which is valued by its seats.
    pub unplaced_cents: i64,
    /// True if clinical rules demand it.
    pub mandated: bool,
    /// True if its minutes count toward the patient's weekly minimum.
    pub counts_to_minimum: bool,
    /// Acuity points it puts on its clinicians.
    pub acuity: i32,
    /// What it draws from budgets.
    pub draws: Vec<Draw>,
    /// Seats, for a group session.
    pub seats: Option<Seats>,
    /// Where the published plan has it.
    pub published: Option<Placement>,
    /// True if it must stay where it was published.
    pub locked: bool,
    /// Patient and discipline, as an index of its own: the same for sessions that should have the same clinician.
    pub thread: Option<u32>,
}

/// The share of one clinician in a session.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Part {
    /// Minutes.
    pub minutes: i32,
    /// Minutes before, not available to others.
    pub before: i32,
    /// Minutes after, not available to others.
    pub after: i32,
    /// Start after the session's start: earliest and latest. `(0, 0)` = together.
    pub offset: Interval,
    /// Recovery minutes that should follow, free of way. Soft.
    pub recovery: i32,
    /// Tenths of points.
    pub points: i32,
    /// Documentation minutes, done at any time of the same day.
    pub documentation: i32,
    /// Who may do it.
    pub eligible: Vec<Eligible>,
}

/// A clinician who may do a part, with what that costs.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Eligible {
    /// Clinician index.
    pub clinician: u32,
    /// Days of the horizon on which skills and licenses hold, one bit each.
    pub days: u32,
    /// Choices of the session in which this clinician can take part, one bit each (`u32::MAX` = all): video and
    /// telephone need a clinician who is equipped and licensed for them. Hard, with [`Rule::NotEligible`](super::Rule).
    pub choices: u32,
    /// Cents for [`CostTerm::Continuity`](super::CostTerm).
    pub continuity: i64,
    /// Cents for [`CostTerm::Preference`](super::CostTerm) (gender, language).
    pub preference: i64,
    /// Cents for [`CostTerm::Specialization`](super::CostTerm).
    pub specialization: i64,
}

/// A way in which a session can take place.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Choice {
    /// Modality.
    pub modality: Modality,
    /// Where the clinician must be; [`ANYWHERE`] for video and telephone.
    pub place: Place,
    /// Room classes that would do, best first; empty = no room.
    pub room_classes: Vec<u16>,
    /// Equipment it occupies.
    pub equipment: Option<u16>,
    /// Cents for [`CostTerm::SecondChoice`](super::CostTerm).
    pub second_choice: i64,
    /// Extra cents for [`CostTerm::SecondChoice`](super::CostTerm) when the room class is not the first.
    pub second_room: i64,
}

/// Units drawn from a budget when the session (or seat) is placed.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Draw {
    /// Budget index.
    pub budget: u32,
    /// Units.
    pub units: i32,
}

/// Seats of a group session.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Seats {
    /// Fewest patients.
    pub min: i32,
    /// Patients wished for.
    pub target: i32,
    /// Most patients; hard.
    pub max: i32,
}

/// Seats that one patient wants among some group sessions.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SeatOrder {
    /// Order id.
    pub order: String,
    /// Patient index.
    pub patient: u32,
    /// Seats wanted, each in another session.
    pub count: i32,
    /// Group sessions that would do.
    pub options: Vec<u32>,
    /// Days between two of its seats at least; 0 = may be on the same day.
    pub min_days: i32,
    /// What one seat that is not given costs, cents.
    pub empty_cents: i64,
    /// True if clinical rules demand it.
    pub mandated: bool,
    /// True if its minutes count toward the patient's weekly minimum.
    pub counts_to_minimum: bool,
    /// What one seat draws from budgets.
    pub draws: Vec<Draw>,
    /// Seats in the published plan: session indices.
    pub published: Vec<u32>,
}

/// Something of which there is only so much: an authorization's units left.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Budget {
    /// Id in the clinic.
    pub id: String,
    /// Units left at the start of the horizon. Hard.
    pub units: i32,
    /// True if the unit is a day: the second draw on the same day is free.
    pub per_day: bool,
    /// Days of the horizon on which it can be drawn, one bit each; a draw on another day is not allowed.
    pub days: u32,
}

/// Minutes a patient must get in a stretch of days.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WeeklyMinimum {
    /// Patient index.
    pub patient: u32,
    /// First day of the horizon.
    pub from_day: u16,
    /// First day after.
    pub to_day: u16,
    /// Minutes wanted from sessions of the horizon.
    pub minutes: i32,
}

/// Two sessions whose days must differ by at least `min_days`.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Spacing {
    /// Session index.
    pub a: u32,
    /// Session index.
    pub b: u32,
    /// Least difference of days.
    pub min_days: i32,
}

/// `second` may start only after `first` has ended, when both are placed; `second` alone is allowed.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Precedence {
    /// Session index.
    pub first: u32,
    /// Session index.
    pub second: u32,
}

/// Two patients who must or must not share a group session.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct GroupPair {
    /// Patient index.
    pub a: u32,
    /// Patient index.
    pub b: u32,
    /// True: where one of them sits and both want a seat, both sit. False: never both.
    pub together: bool,
}

/// Where, when and with whom a session takes place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Placement {
    /// Start, minutes.
    pub start: i32,
    /// Index into the session's choices.
    pub choice: u8,
    /// Room index, if the choice needs one.
    pub room: Option<u32>,
    /// Clinician and start of each part, in the order of the session's parts.
    pub parts: Vec<Assigned>,
}

/// One clinician's share of a placement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Assigned {
    /// Clinician index.
    pub clinician: u32,
    /// Start, minutes.
    pub start: i32,
}

impl Problem {
    /// The day of a moment.
    #[inline]
    pub fn day_of(&self, minute: i32) -> usize {
        (minute.max(0) / self.day_min) as usize
    }

    /// The duty of a clinician on a day.
    pub fn duty_of(&self, clinician: u32, day: usize) -> Option<usize> {
        self.duties
            .binary_search_by_key(&(clinician, day as u16), |duty| (duty.clinician, duty.day))
            .ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Lunch;

    #[test]
    fn lunch_lies_within_its_hours_or_is_none() {
        let lunch = Lunch {
            from: 660,
            to: 840,
            minutes: 30,
            counts_unused: false,
        };
        let rows = [
            (640, 700, 0, 30),
            (640, 689, 0, 0),
            (640, 700, 31, 0),
            (640, 700, 30, 30),
            (500, 600, 0, 0),
            (820, 900, 0, 0),
        ];
        for (until, next, way, minutes) in rows {
            assert_eq!(
                lunch.taken(lunch.free_between(until, next, way)),
                minutes,
                "{until} to {next}"
            );
        }
    }
}
