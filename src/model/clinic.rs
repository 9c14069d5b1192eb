//! `Clinic`: what the user has and edits. One document of plain tables; the same tables, by the same names, are the
//! sheets of the workbook, the CSV files and the JSON document.
//!
//! Rows refer to each other by id. Ids are the user's own text; nothing here needs a real name. Durations are whole
//! minutes, money is whole cents, times are civil time at the site.

use serde::{Deserialize, Serialize};

use super::calendar::{Date, DateTime, WeekHours, Weekday};
use super::rules::RuleOverride;
use super::weights::Weight;

/// The document format this build reads and writes.
pub const FORMAT: &str = "rosterwell-clinic/1";

macro_rules! row {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident : $type:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }
    )*};
}

macro_rules! choice {
    ($($(#[$meta:meta])* pub enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$variant_meta])* $variant,)* }
        impl $name {
            /// Every choice, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
        }
    )*};
}

choice! {
    /// What kind of session a service is.
    pub enum Kind {
        /// One patient, one clinician.
        Individual,
        /// Several patients with seats, one facilitator, perhaps a co-leader.
        Group,
        /// A patient with family members.
        Family,
        /// Intake, assessment, start of care.
        Evaluation,
        /// Cover of a place for an interval; no patient.
        Shift,
    }

    /// How and where a session takes place.
    pub enum Modality {
        /// In a room of a site.
        InPerson,
        /// At the patient's home; the clinician travels.
        Home,
        /// By video.
        Video,
        /// By telephone.
        Phone,
    }

    /// Where the patient stands in treatment; drives weekly minimum hours and priority.
    pub enum Phase {
        /// Referred, being assessed.
        Evaluation,
        /// Withdrawal management.
        Detox,
        /// Residential treatment.
        Residential,
        /// Partial hospitalization, level 2.5.
        PartialHospitalization,
        /// Intensive outpatient, level 2.1.
        IntensiveOutpatient,
        /// Outpatient, level 1.
        Outpatient,
        /// Continuing care after the active phase.
        Maintenance,
        /// A home-health episode.
        HomeHealth,
        /// Outpatient rehabilitation (physical, occupational, speech).
        Rehabilitation,
    }

    /// How a clinician's overtime is counted.
    pub enum Overtime {
        /// Exempt: no overtime pay.
        None,
        /// Above 40 hours in a workweek [FLSA54].
        Weekly40,
        /// Above 8 hours a day or 80 in 14 days, whichever is more (hospitals and residential care) [7J].
        EightEighty,
    }

    /// What happened, or is to happen, with an appointment or a seat in it.
    pub enum Status {
        /// Suggested; counts in nothing.
        Proposed,
        /// Waiting for a slot; counts in nothing.
        Waitlist,
        /// Agreed, in the future; in the past it is unresolved.
        Booked,
        /// Took place.
        Completed,
        /// The patient did not come.
        NoShow,
        /// Cancelled; by whom and when tells early from late.
        Cancelled,
        /// Nobody came, by the clinic's fault.
        Missed,
        /// Entered in error; counts in nothing.
        Void,
    }

    /// Who cancelled or changed an appointment.
    pub enum Party {
        /// The patient or the patient's family.
        Patient,
        /// The clinic or the clinician.
        Clinic,
        /// The payer.
        Payer,
    }

    /// Whether the optimizer may move an appointment.
    pub enum Freedom {
        /// May be moved or dropped like any open request.
        Free,
        /// May be moved, at the cost of a change.
        Movable,
        /// Stays exactly where it is.
        Locked,
    }

    /// What units an authorization counts.
    pub enum Unit {
        /// One per session.
        Visit,
        /// 15-minute units, by the 8-minute rule.
        Quarter,
        /// Started hours.
        Hour,
        /// Days with at least one session.
        Day,
    }

    /// What a missing or used-up authorization does.
    pub enum AuthorizationMode {
        /// No session is planned without one.
        Block,
        /// The session is planned and reported.
        Warn,
    }

    /// What an absence concerns.
    pub enum Absentee {
        /// A clinician: leave, sickness, training.
        Clinician,
        /// A patient who cannot come.
        Patient,
        /// A room that is closed.
        Room,
        /// A site that is closed.
        Site,
        /// A piece of equipment that is out of use.
        Equipment,
    }

    /// A rule between two patients in groups.
    pub enum PairRule {
        /// Same group occurrence.
        Together,
        /// Never in the same group occurrence.
        Apart,
    }

    /// How a service is paid.
    pub enum Billing {
        /// Not billed.
        None,
        /// One price per patient seen.
        Visit,
        /// Price per 15-minute unit.
        Quarter,
        /// One price per day.
        PerDiem,
    }

    /// How urgent a request is, most urgent first. What each means in time and priority is set by the rules
    /// `triage.<tier>_hours` and `triage.<tier>.priority`.
    pub enum Tier {
        /// Red flag: somebody acts now.
        Emergency,
        /// Within a day.
        Urgent,
        /// Within two days.
        Soon,
        /// Within a week.
        Routine,
        /// When it fits.
        Planned,
    }

    /// What something about a patient is told for.
    pub enum DisclosurePurpose {
        /// Telling patients of their own sessions ahead of time.
        Reminders,
        /// Inviting family and supports, and having them in sessions.
        Family,
        /// Electronic visit verification of home visits.
        VisitVerification,
        /// Claims, and what they are checked with.
        Billing,
        /// Anybody else outside the clinic.
        External,
    }

    /// How somebody wants to be reached.
    pub enum Channel {
        /// Text message.
        Text,
        /// Telephone call.
        Call,
        /// Electronic mail.
        Email,
        /// Letter.
        Mail,
        /// The clinic's own patient portal.
        Portal,
    }

    /// What a triage rule decides when it fires.
    pub enum Purpose {
        /// The tier; of several the most urgent holds, nothing is averaged away.
        Tier,
        /// Points that order requests within their tier.
        Points,
        /// Video and telephone are no longer enough.
        InPerson,
        /// Points of a patient's acuity.
        Acuity,
    }
}

row! {
    /// One row: how this clinic is planned.
    pub struct Settings {
        /// What the clinic is called on screen.
        pub name: String,
        /// True if the people and events were generated. Shown wherever the data is shown.
        #[serde(default)]
        pub synthetic: bool,
        /// IANA time zone of the sites, for example `America/New_York`.
        pub time_zone: String,
        /// ISO 4217 currency code of every amount.
        pub currency: String,
        /// First day of the workweek for weekly hours and overtime.
        pub week_start: Weekday,
        /// Start times fall on this grid, minutes: 5, 10, 15 or 30.
        pub grid_min: i32,
        /// First day that is planned.
        pub horizon_start: Date,
        /// Days planned, 1 to 28.
        pub horizon_days: i32,
        /// The moment the document describes: appointments before it are history.
        pub as_of: DateTime,
        /// Rule packs in force, by id, later ones win.
        pub rule_packs: Vec<String>,
        /// Seed of every random choice, 0 to 2^53 - 1.
        pub seed: u64,
        /// What a missing authorization does.
        pub authorization_mode: AuthorizationMode,
        /// Average driving speed for estimated travel, km/h.
        pub travel_speed_kmh: i32,
        /// Notice below which a patient's cancellation is late, hours.
        pub late_cancel_hours: i32,
        /// True if 42 CFR part 2 protects the records: every list that leaves carries the notice of section 2.32.
        #[serde(default)]
        pub part2: bool,
        /// That notice in the clinic's words; [`super::consent::PART2_NOTICE`] if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub part2_notice: Option<String>,
        /// True if titles in calendars say nothing of service or patient.
        #[serde(default = "yes")]
        pub neutral_titles: bool,
    }

    /// A place that the clinic runs.
    pub struct Site {
        /// Unique id.
        pub id: String,
        /// Name on screen.
        pub name: String,
        /// Opening hours.
        pub hours: WeekHours,
        /// Latitude in degrees, for travel estimates.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub latitude: Option<f64>,
        /// Longitude in degrees.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub longitude: Option<f64>,
    }

    /// A room of a site.
    pub struct Room {
        /// Unique id.
        pub id: String,
        /// Site id.
        pub site: String,
        /// Name on screen.
        pub name: String,
        /// People it holds, clinicians not counted.
        pub seats: i32,
        /// What it offers, for example `desk`, `exam_table`, `gym`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub features: Vec<String>,
        /// Hours, if narrower than the site's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub hours: Option<WeekHours>,
    }

    /// Counted equipment that a session occupies.
    pub struct Equipment {
        /// Unique id.
        pub id: String,
        /// Site id.
        pub site: String,
        /// Name on screen.
        pub name: String,
        /// Pieces there are.
        pub count: i32,
    }

    /// A type of session, with what it takes.
    pub struct Service {
        /// Unique id.
        pub id: String,
        /// Name on screen.
        pub name: String,
        /// Kind of session.
        pub kind: Kind,
        /// Length, minutes.
        pub minutes: i32,
        /// Discipline that may give it; any if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub discipline: Option<String>,
        /// Skill or license that the clinician must hold on the date; none if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub skill: Option<String>,
        /// Ways it may be given, preferred first.
        pub modalities: Vec<Modality>,
        /// What the room must offer when in person.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub room_features: Vec<String>,
        /// Seats the room must have when in person.
        #[serde(default)]
        pub seats: i32,
        /// Equipment id that it occupies when in person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub equipment: Option<String>,
        /// Clinician's minutes before the session, not available to others.
        #[serde(default)]
        pub before_min: i32,
        /// Clinician's minutes after the session: notes, room change, recovery.
        #[serde(default)]
        pub after_min: i32,
        /// Documentation a session causes, minutes, done at any time of the day.
        #[serde(default)]
        pub documentation_min: i32,
        /// Clinical priority, 1 (can wait) to 5 (must happen).
        pub priority: i32,
        /// Productivity points of one session, for example 1.0 for a routine visit.
        #[serde(default)]
        pub points: f64,
        /// True if demanding enough for a recovery break after it.
        #[serde(default)]
        pub high_acuity: bool,
        /// True if its minutes count toward the weekly minimum of the level of care.
        #[serde(default)]
        pub counts_to_minimum: bool,
        /// True if the payer wants an authorization.
        #[serde(default)]
        pub needs_authorization: bool,
        /// Billing code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub billing_code: Option<String>,
        /// How it is paid.
        pub billing: Billing,
        /// Price per billed unit, cents.
        #[serde(default)]
        pub price_cents: i64,
    }

    /// Someone who treats.
    pub struct Clinician {
        /// Unique id.
        pub id: String,
        /// Name or pseudonym on screen.
        pub name: String,
        /// Discipline, for example `counselor`, `rn`, `pt`.
        pub discipline: String,
        /// Home site id.
        pub site: String,
        /// Skills and specializations held. A skill that also has rows in `licenses` counts only within their dates.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub skills: Vec<String>,
        /// Specializations that make a better fit but are not required.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub specializations: Vec<String>,
        /// Languages spoken, BCP 47, for example `en`, `es`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub languages: Vec<String>,
        /// Gender, if patients may ask for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub gender: Option<String>,
        /// When this person can be planned.
        pub hours: WeekHours,
        /// Agreed working time a week, minutes.
        pub contract_week_min: i32,
        /// Most working time a week, minutes; never exceeded.
        pub max_week_min: i32,
        /// Most working time a day, minutes; never exceeded.
        pub max_day_min: i32,
        /// Pay per hour, cents.
        pub pay_cents_hour: i64,
        /// How overtime is counted.
        pub overtime: Overtime,
        /// Most patients in care at the same time; none if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub caseload_cap: Option<i32>,
        /// Most points a week; none if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub points_week_cap: Option<f64>,
        /// Starts and ends the day at home instead of the site (home visits).
        #[serde(default)]
        pub starts_at_home: bool,
        /// Latitude of the home, degrees.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub latitude: Option<f64>,
        /// Longitude of the home, degrees.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub longitude: Option<f64>,
        /// True if licensed and equipped for video and telephone.
        #[serde(default)]
        pub telehealth: bool,
        /// Clinician id of the supervisor, if supervised.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub supervisor: Option<String>,
        /// Hours this person would rather work.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub preferred_hours: Option<WeekHours>,
    }

    /// A license or credential with dates.
    pub struct License {
        /// Clinician id.
        pub clinician: String,
        /// The skill it stands for.
        pub skill: String,
        /// First day it is valid.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<Date>,
        /// Last day it is valid.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub until: Option<Date>,
    }

    /// A time when someone or something is not there.
    pub struct Absence {
        /// What kind of thing.
        pub what: Absentee,
        /// Its id.
        pub id: String,
        /// First moment away.
        pub from: DateTime,
        /// First moment back.
        pub until: DateTime,
        /// Leave, sick, training, meeting, closed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<String>,
    }

    /// Someone who is treated.
    pub struct Patient {
        /// Unique id; a pseudonym is best.
        pub id: String,
        /// Label on screen, for example initials.
        pub name: String,
        /// Phase of treatment.
        pub phase: Phase,
        /// Level of care by the clinic's criteria, for example `2.1`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub level_of_care: Option<String>,
        /// Acuity, 0 (stable) to 4 (severe).
        #[serde(default)]
        pub acuity: i32,
        /// Site id where care is given.
        pub site: String,
        /// When the patient can be seen.
        pub hours: WeekHours,
        /// When the patient would rather be seen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub preferred_hours: Option<WeekHours>,
        /// First day in care.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub admitted: Option<Date>,
        /// Last day in care.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub discharged: Option<Date>,
        /// Latitude of the home, degrees.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub latitude: Option<f64>,
        /// Longitude of the home, degrees.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub longitude: Option<f64>,
        /// Languages understood, preferred first; `en` if empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub languages: Vec<String>,
        /// True if the session must be in one of these languages.
        #[serde(default)]
        pub language_required: bool,
        /// Gender of clinician that is asked for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub clinician_gender: Option<String>,
        /// True if that gender is a must, not a wish.
        #[serde(default)]
        pub clinician_gender_required: bool,
        /// Specializations that would fit.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub needs: Vec<String>,
        /// Clinician ids who treat this patient as a rule, first one first.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub preferred_clinicians: Vec<String>,
        /// Clinician ids who must not treat this patient.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub barred_clinicians: Vec<String>,
        /// True if video and telephone are possible.
        #[serde(default)]
        pub telehealth: bool,
        /// Weekly minimum of clinical hours, if it differs from the level of care's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub minimum_week_hours: Option<f64>,
        /// Group for the fairness report only; never read by the optimizer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub equity_group: Option<String>,
    }

    /// A family member or other support who takes part in family sessions.
    pub struct Contact {
        /// Unique id.
        pub id: String,
        /// Patient id.
        pub patient: String,
        /// Relation, for example `partner`.
        pub relation: String,
        /// When this person can take part.
        pub hours: WeekHours,
        /// True if a family session needs this person.
        #[serde(default)]
        pub required: bool,
    }

    /// A patient's written consent that something is told, with what 42 CFR 2.31(a) asks of one. A patient without a row
    /// has consented to nothing; the rule that reads this table is in [`super::consent`].
    pub struct Consent {
        /// Unique id.
        pub id: String,
        /// Patient id.
        pub patient: String,
        /// Who may tell: the clinic or a part of it.
        pub discloser: String,
        /// What may be told, and how much of it.
        pub what: String,
        /// Who may be told, as the paper names them.
        pub recipient: String,
        /// Contact id, if it names one of the patient's contacts; whoever `recipient` says if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub contact: Option<String>,
        /// What for.
        pub purposes: Vec<DisclosurePurpose>,
        /// How the recipient wants to be reached.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub channel: Option<Channel>,
        /// Day on which it was given and signed; it holds from then on.
        pub given: Date,
        /// Last day on which it holds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub until: Option<Date>,
        /// The event or condition that ends it, if no day is known; enter the day when it comes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub until_event: Option<String>,
        /// When it was taken back. From the moment that this is entered nothing is told on it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub revoked: Option<DateTime>,
        /// True if the patient, or who may sign in their place, has signed.
        #[serde(default)]
        pub signed: bool,
        /// True if the paper tells of the right to take it back.
        #[serde(default)]
        pub revocation_told: bool,
    }

    /// What a patient must receive.
    pub struct Order {
        /// Unique id.
        pub id: String,
        /// Patient id.
        pub patient: String,
        /// Service id.
        pub service: String,
        /// Sessions a week.
        pub per_week: i32,
        /// First day.
        pub from: Date,
        /// Last day.
        pub until: Date,
        /// Length in minutes, if it differs from the service's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub minutes: Option<i32>,
        /// Days from one session to the next at least: 1 = not twice a day, 2 = a free day between.
        #[serde(default)]
        pub min_days_between: i32,
        /// Ways allowed, if narrower than the service's.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub modalities: Vec<Modality>,
        /// Group ids among which the seats are taken (group services only).
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub groups: Vec<String>,
        /// Clock windows in which it must lie, if narrower than the patient's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub hours: Option<WeekHours>,
        /// Skill of a second clinician, if two are needed at the visit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub second_skill: Option<String>,
        /// Minutes of the second clinician, if they differ.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub second_minutes: Option<i32>,
        /// Start of the second clinician after the first, earliest, minutes; 0 = together.
        #[serde(default)]
        pub second_after_min: i32,
        /// The same, latest, minutes.
        #[serde(default)]
        pub second_after_max: i32,
        /// Clinical priority 1-5, if it differs from the service's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub priority: Option<i32>,
        /// When it was asked for; starts the waiting clock.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub requested: Option<DateTime>,
        /// When the first session should have begun; later costs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub due_by: Option<DateTime>,
        /// Order id whose sessions of the same week must come first.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub after: Option<String>,
        /// True if clinical rules demand it (counts as mandated when unplaced).
        #[serde(default)]
        pub mandated: bool,
    }

    /// A group that runs every week.
    pub struct Group {
        /// Unique id.
        pub id: String,
        /// Topic on screen.
        pub name: String,
        /// Service id (kind `group`).
        pub service: String,
        /// Site id.
        pub site: String,
        /// Occurrences a week.
        pub per_week: i32,
        /// Fewest patients for it to run.
        pub min: i32,
        /// Patients wished for.
        pub target: i32,
        /// Most patients.
        pub max: i32,
        /// Skill of a co-leader, if there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub co_leader_skill: Option<String>,
        /// Clock windows in which it may run.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub hours: Option<WeekHours>,
    }

    /// Two patients who must or must not share a group occurrence.
    pub struct Pair {
        /// Patient id.
        pub patient_a: String,
        /// Patient id.
        pub patient_b: String,
        /// Together or apart.
        pub rule: PairRule,
    }

    /// A payer's authorization, drawn down in time order.
    pub struct Authorization {
        /// Unique id.
        pub id: String,
        /// Patient id.
        pub patient: String,
        /// Payer's name.
        pub payer: String,
        /// Service ids it covers.
        pub services: Vec<String>,
        /// What its units are.
        pub unit: Unit,
        /// Units granted.
        pub units: i32,
        /// Units used before `as_of` that are not in `appointments`.
        #[serde(default)]
        pub used: i32,
        /// First day.
        pub from: Date,
        /// Last day.
        pub until: Date,
    }

    /// One session of the schedule as it is, past or future.
    pub struct Appointment {
        /// Unique id.
        pub id: String,
        /// Service id.
        pub service: String,
        /// Order id it serves, if known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub order: Option<String>,
        /// Patient id; absent for groups and shifts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub patient: Option<String>,
        /// Group id, for a group session; its patients are in `attendances`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub group: Option<String>,
        /// Shift id, for a shift.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub shift: Option<String>,
        /// Clinician ids, facilitator first.
        pub clinicians: Vec<String>,
        /// Room id, when in person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub room: Option<String>,
        /// How it takes place.
        pub modality: Modality,
        /// Start.
        pub start: DateTime,
        /// Length, minutes.
        pub minutes: i32,
        /// Minutes after the start at which each clinician begins, in the order of `clinicians`; all at the start if empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub part_after_min: Vec<i32>,
        /// Minutes of each clinician, in the order of `clinicians`; to the end of the session if empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub part_minutes: Vec<i32>,
        /// What became of it. For a group: of the session as a whole.
        pub status: Status,
        /// Whether it may be moved.
        pub freedom: Freedom,
        /// When it was asked for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub requested: Option<DateTime>,
        /// When the slot was agreed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub confirmed: Option<DateTime>,
        /// When it was cancelled or moved.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub changed: Option<DateTime>,
        /// Who cancelled or moved it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub changed_by: Option<Party>,
        /// Appointment id that replaces it, if moved.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub replaced_by: Option<String>,
        /// True for an unplanned emergency.
        #[serde(default)]
        pub emergency: bool,
        /// Documentation recorded for it, minutes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub documentation_min: Option<i32>,
        /// Of these, after working hours.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub after_hours_min: Option<i32>,
        /// Travel to it, minutes, if recorded; the longest way if there are several.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub travel_min: Option<i32>,
        /// Travel of each clinician, minutes, in the order of `clinicians`; `travel_min` for everybody if empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub part_travel_min: Vec<i32>,
        /// Miles to it, if recorded.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub miles: Option<f64>,
        /// For family sessions: how many family members took part.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub family_attended: Option<i32>,
    }

    /// One patient's seat in a group session.
    pub struct Attendance {
        /// Appointment id of the group session.
        pub appointment: String,
        /// Patient id.
        pub patient: String,
        /// Order id it serves, if known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub order: Option<String>,
        /// What became of it.
        pub status: Status,
        /// When it was cancelled.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub changed: Option<DateTime>,
        /// Who cancelled it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub changed_by: Option<Party>,
    }

    /// Cover that is wanted at a place, every week (residential and 24-hour levels).
    pub struct Shift {
        /// Unique id.
        pub id: String,
        /// Service id (kind `shift`).
        pub service: String,
        /// Site id.
        pub site: String,
        /// Days on which it starts.
        pub days: Vec<Weekday>,
        /// Start, minute of the day.
        pub start_min: i32,
        /// Length, minutes; may pass midnight.
        pub minutes: i32,
        /// Clinicians wanted.
        pub needed: i32,
    }

    /// Travel between two places, if known better than from coordinates.
    pub struct Travel {
        /// Place: a site, patient or clinician id.
        pub from: String,
        /// Place.
        pub to: String,
        /// Minutes on the way.
        pub minutes: i32,
        /// Miles on the way.
        #[serde(default)]
        pub miles: f64,
    }

    /// A request for care that came in.
    pub struct Referral {
        /// Unique id.
        pub id: String,
        /// Patient id, if admitted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub patient: Option<String>,
        /// Service id asked for first.
        pub service: String,
        /// Site id.
        pub site: String,
        /// When the clock started: referral, return home or ordered date.
        pub requested: DateTime,
        /// True if urgent.
        #[serde(default)]
        pub emergency: bool,
        /// Start of the first completed visit; absent while open.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub first_visit: Option<DateTime>,
        /// When the case was closed without a visit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub closed: Option<DateTime>,
    }

    /// What a clinician's day amounted to, from payroll or time sheets.
    pub struct StaffDay {
        /// Clinician id.
        pub clinician: String,
        /// Day.
        pub date: Date,
        /// Paid minutes.
        pub paid_min: i32,
        /// Minutes worked, if they are recorded apart from the paid ones; paid time without leave otherwise.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub worked_min: Option<i32>,
        /// Of the paid minutes: leave.
        #[serde(default)]
        pub leave_min: i32,
        /// Of these: meetings and training.
        #[serde(default)]
        pub meeting_min: i32,
        /// Of these: protected for documentation.
        #[serde(default)]
        pub protected_min: i32,
        /// Of these: travel between sites and visits.
        #[serde(default)]
        pub travel_min: i32,
        /// Documentation done outside paid time.
        #[serde(default)]
        pub after_hours_min: i32,
        /// Miles driven.
        #[serde(default)]
        pub miles: f64,
    }

    /// Hours that people spent on making the schedule.
    pub struct SchedulingWork {
        /// First day of the week.
        pub week: Date,
        /// Hours, as reported by the staff.
        pub hours: f64,
    }

    /// One answer to a survey.
    pub struct Survey {
        /// Day.
        pub date: Date,
        /// `enps`, `satisfaction` or a burnout instrument such as `mini_z`; never pooled across instruments.
        pub instrument: String,
        /// Who answered: `staff` or `patient`.
        pub respondent: String,
        /// Score on the instrument's scale.
        pub score: f64,
    }

    /// One measured outcome.
    pub struct Score {
        /// Patient id.
        pub patient: String,
        /// Measure, for example `six_minute_walk`, `phq9`.
        pub measure: String,
        /// Day.
        pub date: Date,
        /// Value on the measure's scale.
        pub value: f64,
        /// Goal value, if one was set.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub goal: Option<f64>,
    }

    /// An inpatient stay, for readmissions.
    pub struct Stay {
        /// Patient id.
        pub patient: String,
        /// Day admitted.
        pub admitted: Date,
        /// Day discharged; absent while in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub discharged: Option<Date>,
        /// True if planned.
        #[serde(default)]
        pub planned: bool,
        /// True if a transfer from another hospital.
        #[serde(default)]
        pub transfer: bool,
        /// True if the patient died within 30 days.
        #[serde(default)]
        pub died: bool,
        /// True if it is an index stay whose discharge starts the 30 days.
        #[serde(default)]
        pub index: bool,
    }

    /// A clinician who left.
    pub struct Departure {
        /// Clinician id or pseudonym.
        pub clinician: String,
        /// Last day.
        pub date: Date,
        /// True if it was their own wish.
        pub voluntary: bool,
        /// True if employed per diem.
        #[serde(default)]
        pub per_diem: bool,
    }

    /// Number of employees on a day, for turnover.
    pub struct Headcount {
        /// Day.
        pub date: Date,
        /// Employees.
        pub employees: i32,
        /// Of these: per diem.
        #[serde(default)]
        pub per_diem: i32,
    }

    /// A 30-day home-health payment period.
    pub struct CarePeriod {
        /// Patient id.
        pub patient: String,
        /// First day.
        pub from: Date,
        /// Last day.
        pub until: Date,
        /// Visits below which each visit is paid alone (LUPA threshold).
        pub threshold: i32,
    }

    /// A rule of triage or acuity that the clinic adds, or sets in place of the shipped one of the same id.
    pub struct TriageRule {
        /// Unique id; that of a shipped rule replaces it.
        pub id: String,
        /// What it decides.
        pub purpose: Purpose,
        /// Conditions that must all hold, for example `phq9 >= 20` or `phase = detox | residential`.
        pub when: Vec<String>,
        /// The tier it gives (purpose `tier`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub tier: Option<Tier>,
        /// Points it adds, -100 to 100 (purposes `points` and `acuity`).
        #[serde(default)]
        pub points: i32,
        /// Discipline that should see the patient, if it fires.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub discipline: Option<String>,
        /// Observations older than this are missing, days; the rule `triage.observation_days` if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub within_days: Option<i32>,
        /// What it says on screen.
        pub text: String,
        /// Where it comes from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub source: Option<String>,
        /// On what terms the published score in it may be used.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub license: Option<String>,
        /// First day on which it applies.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<Date>,
        /// Last day on which it applies.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub until: Option<Date>,
        /// True if it is switched off.
        #[serde(default)]
        pub off: bool,
    }

    /// Less work for a clinician for some time.
    pub struct LoadCap {
        /// Clinician id.
        pub clinician: String,
        /// First day.
        pub from: Date,
        /// Last day.
        pub until: Date,
        /// Most working time a week meanwhile, minutes; never exceeded.
        pub week_min: i32,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<String>,
    }

    /// Clinicians' time that is kept free for emergencies on a weekday, in place of the share `reserve.permille`.
    pub struct Reserve {
        /// Day of the week.
        pub weekday: Weekday,
        /// Minutes, all clinicians together.
        pub minutes: i32,
        /// Why so many.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<String>,
    }

    /// What somebody accepted of triage for an order, or of acuity for a patient. It stays in the document when it is
    /// withdrawn; the newest that is not withdrawn holds.
    pub struct Decision {
        /// Unique id.
        pub id: String,
        /// Order id that it concerns, for triage.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub order: Option<String>,
        /// Patient id that it concerns, for acuity.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub patient: Option<String>,
        /// When it was accepted.
        pub decided: DateTime,
        /// The tier.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub tier: Option<Tier>,
        /// Priority 1-5 for an order without one of its own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub priority: Option<i32>,
        /// When the first session should have begun, for an order that does not say so itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub due_by: Option<DateTime>,
        /// Discipline, for a service that any may give.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub discipline: Option<String>,
        /// Ways allowed, for an order that names none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub modalities: Vec<Modality>,
        /// Acuity level 0-4 in place of the patient's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub acuity: Option<i32>,
        /// Ids of the rules that fired.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub rules: Vec<String>,
        /// Version of the rules.
        #[serde(default)]
        pub version: String,
        /// Why, in the user's words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<String>,
        /// When it was taken back; absent while it holds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub withdrawn: Option<DateTime>,
    }
}

/// The whole document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default)]
pub struct Clinic {
    /// Always [`FORMAT`].
    pub format: String,
    /// How the clinic is planned.
    pub settings: Settings,
    /// Prices of cost terms that differ from the defaults.
    pub weights: Vec<Weight>,
    /// Rules that differ from the packs, with the reason.
    pub rules: Vec<RuleOverride>,
    /// Places.
    pub sites: Vec<Site>,
    /// Rooms.
    pub rooms: Vec<Room>,
    /// Counted equipment.
    pub equipment: Vec<Equipment>,
    /// Types of session.
    pub services: Vec<Service>,
    /// People who treat.
    pub clinicians: Vec<Clinician>,
    /// Licenses and credentials.
    pub licenses: Vec<License>,
    /// Leave and closures.
    pub absences: Vec<Absence>,
    /// People who are treated.
    pub patients: Vec<Patient>,
    /// Family and supports.
    pub contacts: Vec<Contact>,
    /// What patients have agreed may be told, and to whom.
    pub consents: Vec<Consent>,
    /// What patients must receive.
    pub orders: Vec<Order>,
    /// Groups that run every week.
    pub groups: Vec<Group>,
    /// Patients together or apart in groups.
    pub pairs: Vec<Pair>,
    /// Payers' authorizations.
    pub authorizations: Vec<Authorization>,
    /// The schedule as it is.
    pub appointments: Vec<Appointment>,
    /// Seats in group sessions.
    pub attendances: Vec<Attendance>,
    /// Cover wanted.
    pub shifts: Vec<Shift>,
    /// Known travel times.
    pub travel: Vec<Travel>,
    /// Requests that came in.
    pub referrals: Vec<Referral>,
    /// Paid time by day.
    pub staff_days: Vec<StaffDay>,
    /// Time spent scheduling.
    pub scheduling_work: Vec<SchedulingWork>,
    /// Survey answers.
    pub surveys: Vec<Survey>,
    /// Outcome measurements.
    pub scores: Vec<Score>,
    /// Inpatient stays.
    pub stays: Vec<Stay>,
    /// Clinicians who left.
    pub departures: Vec<Departure>,
    /// Employees over time.
    pub headcounts: Vec<Headcount>,
    /// Payment periods.
    pub care_periods: Vec<CarePeriod>,
    /// Rules of triage and acuity that differ from the shipped ones.
    pub triage_rules: Vec<TriageRule>,
    /// What was accepted of triage and acuity.
    pub decisions: Vec<Decision>,
    /// Less work for clinicians for some time.
    pub load_caps: Vec<LoadCap>,
    /// Time kept free for emergencies, by weekday.
    pub reserves: Vec<Reserve>,
}

/// The default of a switch that is on.
fn yes() -> bool {
    true
}

impl Settings {
    /// Days from the first day of its workweek to a date, 0 to 6.
    #[must_use]
    pub fn days_into_week(&self, date: Date) -> i32 {
        (date.weekday() as i32 - self.week_start as i32).rem_euclid(7)
    }
}

impl Order {
    /// One session a week from one date to another, both included, with nothing else asked for.
    #[must_use]
    pub fn weekly(id: &str, patient: &str, service: &str, from: Date, until: Date) -> Self {
        Self {
            id: id.into(),
            patient: patient.into(),
            service: service.into(),
            per_week: 1,
            from,
            until,
            minutes: None,
            min_days_between: 0,
            modalities: Vec::new(),
            groups: Vec::new(),
            hours: None,
            second_skill: None,
            second_minutes: None,
            second_after_min: 0,
            second_after_max: 0,
            priority: None,
            requested: None,
            due_by: None,
            after: None,
            mandated: false,
        }
    }
}

impl Patient {
    /// Somebody of whom nothing else is known, called by the id.
    #[must_use]
    pub fn unknown(id: &str, phase: Phase, site: &str, hours: WeekHours) -> Self {
        Self {
            id: id.into(),
            name: id.into(),
            phase,
            level_of_care: None,
            acuity: 0,
            site: site.into(),
            hours,
            preferred_hours: None,
            admitted: None,
            discharged: None,
            latitude: None,
            longitude: None,
            languages: Vec::new(),
            language_required: false,
            clinician_gender: None,
            clinician_gender_required: false,
            needs: Vec::new(),
            preferred_clinicians: Vec::new(),
            barred_clinicians: Vec::new(),
            telehealth: false,
            minimum_week_hours: None,
            equity_group: None,
        }
    }
}

impl Appointment {
    /// Booked and movable, with nothing else known.
    #[must_use]
    pub fn booked(id: &str, service: &str, modality: Modality, start: DateTime, minutes: i32) -> Self {
        Self {
            id: id.into(),
            service: service.into(),
            order: None,
            patient: None,
            group: None,
            shift: None,
            clinicians: Vec::new(),
            room: None,
            modality,
            start,
            minutes,
            part_after_min: Vec::new(),
            part_minutes: Vec::new(),
            status: Status::Booked,
            freedom: Freedom::Movable,
            requested: None,
            confirmed: None,
            changed: None,
            changed_by: None,
            replaced_by: None,
            emergency: false,
            documentation_min: None,
            after_hours_min: None,
            travel_min: None,
            part_travel_min: Vec::new(),
            miles: None,
            family_attended: None,
        }
    }

    /// The part of the clinician at this place in the list: minutes after the start, length, travel to it. What lies
    /// outside the session is cut.
    pub fn part(&self, at: usize) -> (i32, i32, i32) {
        let of = |list: &[i32], otherwise: i32| list.get(at).copied().unwrap_or(otherwise);
        let after = of(&self.part_after_min, 0).clamp(0, self.minutes.max(0));
        let rest = self.minutes - after;
        (
            after,
            of(&self.part_minutes, self.minutes).min(rest),
            of(&self.part_travel_min, self.travel_min.unwrap_or(0)),
        )
    }
}

impl Default for Settings {
    fn default() -> Self {
        let start = Date(jiff::civil::date(2026, 11, 23));
        Self {
            name: String::new(),
            synthetic: false,
            time_zone: "America/New_York".into(),
            currency: "USD".into(),
            week_start: Weekday::Mon,
            grid_min: 5,
            horizon_start: start,
            horizon_days: 7,
            as_of: start.at_minute(0),
            rule_packs: vec!["us-2026".into()],
            seed: 1,
            authorization_mode: AuthorizationMode::Block,
            travel_speed_kmh: 40,
            late_cancel_hours: 24,
            part2: false,
            part2_notice: None,
            neutral_titles: true,
        }
    }
}

impl Default for Clinic {
    fn default() -> Self {
        Self {
            format: FORMAT.into(),
            settings: Settings::default(),
            weights: Vec::new(),
            rules: Vec::new(),
            sites: Vec::new(),
            rooms: Vec::new(),
            equipment: Vec::new(),
            services: Vec::new(),
            clinicians: Vec::new(),
            licenses: Vec::new(),
            absences: Vec::new(),
            patients: Vec::new(),
            contacts: Vec::new(),
            consents: Vec::new(),
            orders: Vec::new(),
            groups: Vec::new(),
            pairs: Vec::new(),
            authorizations: Vec::new(),
            appointments: Vec::new(),
            attendances: Vec::new(),
            shifts: Vec::new(),
            travel: Vec::new(),
            referrals: Vec::new(),
            staff_days: Vec::new(),
            scheduling_work: Vec::new(),
            surveys: Vec::new(),
            scores: Vec::new(),
            stays: Vec::new(),
            departures: Vec::new(),
            headcounts: Vec::new(),
            care_periods: Vec::new(),
            triage_rules: Vec::new(),
            decisions: Vec::new(),
            load_caps: Vec::new(),
            reserves: Vec::new(),
        }
    }
}
