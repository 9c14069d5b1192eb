// Written by `cargo xtask schema` from the Rust types: change those, not this file.

/**
 * A time when someone or something is not there.
 */
export type Absence = { 
/**
 * What kind of thing.
 */
what: Absentee, 
/**
 * Its id.
 */
id: string, 
/**
 * First moment away.
 */
from: string, 
/**
 * First moment back.
 */
until: string, 
/**
 * Leave, sick, training, meeting, closed.
 */
reason?: string | null, };

/**
 * What an absence concerns.
 */
export type Absentee = "clinician" | "patient" | "room" | "site" | "equipment";

/**
 * What becomes of one clinician's work.
 */
export type Absorbed = { 
/**
 * Clinician id.
 */
clinician: string, 
/**
 * Minutes worked in the plan before.
 */
before_min: number, 
/**
 * Minutes worked in the plan with the cap.
 */
after_min: number, 
/**
 * Keys of sessions taken over.
 */
gained: Array<string>, 
/**
 * Keys of sessions given away or dropped.
 */
lost: Array<string>, 
/**
 * Workload-strain index before; absent without work.
 */
index_before?: number, 
/**
 * And with the cap.
 */
index_after?: number, 
/**
 * Band before.
 */
band_before?: StrainBand, 
/**
 * And with the cap.
 */
band_after?: StrainBand, };

/**
 * One thing that can be done. All but `move_session`, `cancel_session` and `take_seat`, which concern a plan, can
 * be given to `amend`.
 */
export type Action = { "kind": "move_session", 
/**
 * Session key.
 */
session: string, 
/**
 * Where.
 */
place: PlannedPlace, } | { "kind": "cancel_session", 
/**
 * Session key.
 */
session: string, } | { "kind": "take_seat", 
/**
 * Session key.
 */
session: string, 
/**
 * Patient id.
 */
patient: string, } | { "kind": "clinician_hours", 
/**
 * Clinician id.
 */
clinician: string, 
/**
 * First minute.
 */
from: string, 
/**
 * First minute after.
 */
until: string, } | { "kind": "room_hours", 
/**
 * Room id.
 */
room: string, 
/**
 * First minute.
 */
from: string, 
/**
 * First minute after.
 */
until: string, } | { "kind": "patient_hours", 
/**
 * Patient id.
 */
patient: string, 
/**
 * Order id, if it has hours of its own.
 */
order: string | null, 
/**
 * First minute.
 */
from: string, 
/**
 * First minute after.
 */
until: string, } | { "kind": "add_room", 
/**
 * Room id.
 */
like: string, } | { "kind": "add_equipment", 
/**
 * Name or id.
 */
equipment: string, 
/**
 * How many more.
 */
pieces: number, } | { "kind": "renew_authorization", 
/**
 * Its id; a new one is entered if there is none.
 */
authorization: string | null, 
/**
 * Patient id.
 */
patient: string, 
/**
 * Service id that it must cover.
 */
service: string, 
/**
 * Units more.
 */
units: number, 
/**
 * A day that it must cover.
 */
day: string, } | { "kind": "renew_license", 
/**
 * Clinician id.
 */
clinician: string, 
/**
 * The skill it stands for.
 */
skill: string, 
/**
 * A day on which it must hold.
 */
day: string, } | { "kind": "raise_limit", 
/**
 * Clinician id.
 */
clinician: string, 
/**
 * Which limit.
 */
limit: Limit, 
/**
 * By how much, in the limit's unit.
 */
by: number, } | { "kind": "group_seats", 
/**
 * Group id.
 */
group: string, 
/**
 * Seats more.
 */
more: number, } | { "kind": "spacing", 
/**
 * Order id.
 */
order: string, 
/**
 * Days from one to the next at least.
 */
min_days: number, } | { "kind": "drop_order", 
/**
 * Order id.
 */
order: string, } | { "kind": "rule", 
/**
 * Rule id.
 */
rule: string, 
/**
 * The value, in the rule's unit.
 */
value: number, 
/**
 * Why.
 */
reason: string, } | { "kind": "unlock", 
/**
 * Session key.
 */
session: string, 
/**
 * Where it stands: clinician ids.
 */
clinicians: Array<string>, 
/**
 * When it begins.
 */
start: string, } | { "kind": "add_absence", 
/**
 * The row.
 */
absence: Absence, } | { "kind": "add_patient", 
/**
 * The row.
 */
patient: Patient, } | { "kind": "add_order", 
/**
 * The row.
 */
order: Order, } | { "kind": "add_authorization", 
/**
 * The row.
 */
authorization: Authorization, } | { "kind": "add_appointment", 
/**
 * The row.
 */
appointment: Appointment, } | { "kind": "add_decision", 
/**
 * The row.
 */
decision: Decision, } | { "kind": "withdraw_decision", 
/**
 * Its id.
 */
decision: string, } | { "kind": "set_triage_rule", 
/**
 * The row.
 */
rule: TriageRule, } | { "kind": "add_load_cap", 
/**
 * The row.
 */
cap: LoadCap, } | { "kind": "set_reserves", 
/**
 * One row a weekday.
 */
reserves: Array<Reserve>, } | { "kind": "set_group", 
/**
 * The row.
 */
group: Group, } | { "kind": "set_order_groups", 
/**
 * Order id.
 */
order: string, 
/**
 * Group ids.
 */
groups: Array<string>, } | { "kind": "set_pair", 
/**
 * Patient id.
 */
patient_a: string, 
/**
 * Patient id.
 */
patient_b: string, 
/**
 * Together, apart, or no rule any more.
 */
rule: PairRule | null, } | { "kind": "revoke_consent", 
/**
 * Consent id.
 */
consent: string, 
/**
 * When.
 */
at: string, };

/**
 * How often something was done.
 */
export type ActionCount = { 
/**
 * What was done.
 */
action: AuditAction, 
/**
 * How often.
 */
count: number, };

/**
 * Reply of `acuity`.
 */
export type AcuityReply = { 
/**
 * True if the clinic's data were generated.
 */
synthetic: boolean, 
/**
 * Version of the rules.
 */
version: string, 
/**
 * The moment up to which anything is known.
 */
as_of: string, 
/**
 * Points of one level.
 */
points_per_level: number, 
/**
 * Every weight, in force or not.
 */
rules: Array<TriageRuleUse>, 
/**
 * The patients, in the order of the table.
 */
patients: Array<PatientAcuity>, 
/**
 * Facts that are missing, most often missing first.
 */
missing: Array<MissingFact>, 
/**
 * Rules of the clinic that cannot be used.
 */
issues: Array<Issue>, 
/**
 * What none of this can know.
 */
limits: Array<string>, };

/**
 * Request of `acuity`.
 */
export type AcuityRequest = { 
/**
 * Patient ids; all who have not left if empty.
 */
patients: Array<string>, };

/**
 * Everything about the forecast of one series.
 */
export type Ahead = { 
/**
 * The forecast: the mean of the methods, by period.
 */
point: Array<number>, 
/**
 * Its intervals.
 */
fan: Fan, 
/**
 * What each method says; the baseline first.
 */
methods: Array<MethodLine>, 
/**
 * Changes of level that were evened out.
 */
shifts: Array<ShiftLine>, 
/**
 * How the same forecast would have done before.
 */
backtest: BacktestLine, 
/**
 * First period, from 0, whose interval had to be widened because too little is known; none if absent.
 */
widened_from: number | null, 
/**
 * What it rests on, in a sentence.
 */
basis: string, };

/**
 * A unit with its arm.
 */
export type Allocated = { 
/**
 * Unit id.
 */
unit: string, 
/**
 * Its stratum.
 */
stratum: string, 
/**
 * Its arm.
 */
arm: Arm, };

/**
 * Another place for a session.
 */
export type AlternativePlace = { 
/**
 * Where.
 */
place: PlannedPlace, 
/**
 * Patients of a group who can come there too.
 */
patients: Array<string>, 
/**
 * Other sessions that move for it: key and new place.
 */
moves: Array<MovedSession>, 
/**
 * What the plan's cost changes by, cents.
 */
delta_cents: number, 
/**
 * The same by term.
 */
parts: Array<CostLine>, 
/**
 * For a new request: what enters it into the clinic, for `amend`; empty otherwise.
 */
actions: Array<Action>, };

/**
 * Reply of `alternatives`.
 */
export type AlternativesReply = { 
/**
 * Other places, cheapest first, no two with the same clinician on the same day; behind them, if there are fewer
 * than wanted, places for which one other session moves. The checker has nothing new against any of them.
 */
alternatives: Array<AlternativePlace>, 
/**
 * If there are fewer than wanted: the rules that block the nearest further one.
 */
blocked: Array<BlockedBy>, };

/**
 * Request of `alternatives`: for a session of the plan, or for a new one.
 */
export type AlternativesRequest = { 
/**
 * The plan.
 */
plan: PlanDocument, 
/**
 * Session key.
 */
session?: string, 
/**
 * What is asked for anew, in place of a session.
 */
request?: NewRequest, 
/**
 * How many are wanted, 1 to 50.
 */
count?: number, };

/**
 * Request of `amend`.
 */
export type AmendRequest = { 
/**
 * What is done, in this order; all of it or nothing.
 */
actions: Array<Action>, };

/**
 * One way to judge a difference: new less usual, or their ratio.
 */
export type Analysis = { 
/**
 * Which way.
 */
method: Method, 
/**
 * True for the one that the design names.
 */
planned: boolean, 
/**
 * Difference, or ratio for `rate_ratio`; Hodges and Lehmann's shift for `permutation`.
 */
estimate?: number, 
/**
 * Interval at the design's level; absent where the way gives none.
 */
interval?: [number, number], 
/**
 * Two-sided p-value.
 */
p?: number, 
/**
 * Standard error.
 */
error?: number, 
/**
 * Degrees of freedom.
 */
df?: number, };

/**
 * What holds however often one looks.
 */
export type AnytimeReading = { 
/**
 * Interval of the confidence sequence.
 */
interval: [number, number], 
/**
 * p-value that may be looked at any time.
 */
p: number, };

/**
 * Reply of `audit_append`.
 */
export type AppendLogReply = { 
/**
 * The entries as they were written.
 */
entries: Array<AuditEntry>, };

/**
 * Request of `audit_append`.
 */
export type AppendLogRequest = { 
/**
 * What happened, in its order.
 */
entries: Array<AuditDraft>, };

/**
 * One session of the schedule as it is, past or future.
 */
export type Appointment = { 
/**
 * Unique id.
 */
id: string, 
/**
 * Service id.
 */
service: string, 
/**
 * Order id it serves, if known.
 */
order?: string | null, 
/**
 * Patient id; absent for groups and shifts.
 */
patient?: string | null, 
/**
 * Group id, for a group session; its patients are in `attendances`.
 */
group?: string | null, 
/**
 * Shift id, for a shift.
 */
shift?: string | null, 
/**
 * Clinician ids, facilitator first.
 */
clinicians: Array<string>, 
/**
 * Room id, when in person.
 */
room?: string | null, 
/**
 * How it takes place.
 */
modality: Modality, 
/**
 * Start.
 */
start: string, 
/**
 * Length, minutes.
 */
minutes: number, 
/**
 * Minutes after the start at which each clinician begins, in the order of `clinicians`; all at the start if empty.
 */
part_after_min?: Array<number>, 
/**
 * Minutes of each clinician, in the order of `clinicians`; to the end of the session if empty.
 */
part_minutes?: Array<number>, 
/**
 * What became of it. For a group: of the session as a whole.
 */
status: Status, 
/**
 * Whether it may be moved.
 */
freedom: Freedom, 
/**
 * When it was asked for.
 */
requested?: string | null, 
/**
 * When the slot was agreed.
 */
confirmed?: string | null, 
/**
 * When it was cancelled or moved.
 */
changed?: string | null, 
/**
 * Who cancelled or moved it.
 */
changed_by?: Party | null, 
/**
 * Appointment id that replaces it, if moved.
 */
replaced_by?: string | null, 
/**
 * True for an unplanned emergency.
 */
emergency: boolean, 
/**
 * Documentation recorded for it, minutes.
 */
documentation_min?: number | null, 
/**
 * Of these, after working hours.
 */
after_hours_min?: number | null, 
/**
 * Travel to it, minutes, if recorded; the longest way if there are several.
 */
travel_min?: number | null, 
/**
 * Travel of each clinician, minutes, in the order of `clinicians`; `travel_min` for everybody if empty.
 */
part_travel_min?: Array<number>, 
/**
 * Miles to it, if recorded.
 */
miles?: number | null, 
/**
 * For family sessions: how many family members took part.
 */
family_attended?: number | null, };

/**
 * An arm.
 */
export type Arm = "usual" | "new";

/**
 * One arm in the pilot's weeks.
 */
export type ArmReading = { 
/**
 * Which arm; before and after alone, `usual` is the time before.
 */
arm: Arm, 
/**
 * Units.
 */
units: number, 
/**
 * Sum over all units.
 */
sum: number, 
/**
 * Observations or exposure of all units.
 */
count: number, 
/**
 * Sum over count.
 */
value: number, 
/**
 * 95 % interval: Wilson for a share, Student's t over units otherwise; absent with one unit.
 */
interval?: [number, number], };

/**
 * One clinician's share of a placement.
 */
export type Assigned = { 
/**
 * Clinician index.
 */
clinician: number, 
/**
 * Start, minutes.
 */
start: number, };

/**
 * One value that is taken for granted.
 */
export type Assumption = { 
/**
 * Stable id.
 */
id: string, 
/**
 * Value in `unit`.
 */
value: number, 
/**
 * Unit.
 */
unit: string, 
/**
 * What it is.
 */
meaning: string, 
/**
 * Where it comes from: a source key, `choice` for our own, `request`, or the clinic's own table.
 */
source: string, };

/**
 * A value that the request sets in place of the default.
 */
export type AssumptionValue = { 
/**
 * Id of the assumption.
 */
id: string, 
/**
 * Value in its unit.
 */
value: number, };

/**
 * One patient's seat in a group session.
 */
export type Attendance = { 
/**
 * Appointment id of the group session.
 */
appointment: string, 
/**
 * Patient id.
 */
patient: string, 
/**
 * Order id it serves, if known.
 */
order?: string | null, 
/**
 * What became of it.
 */
status: Status, 
/**
 * When it was cancelled.
 */
changed?: string | null, 
/**
 * Who cancelled it.
 */
changed_by?: Party | null, };

/**
 * Model and baseline on visits that neither has seen.
 */
export type AttendanceEvaluation = { 
/**
 * Held-out visits: the latest quarter.
 */
n: number, 
/**
 * Of these, to so many it happened.
 */
events: number, 
/**
 * The model.
 */
model: AttendanceQuality, 
/**
 * The clinic's rate by service.
 */
baseline: AttendanceQuality, 
/**
 * Log loss of the model less that of the baseline: below 0 the model is better.
 */
gain: number, 
/**
 * 95 % interval of the gain; the visits of one patient count as one cluster.
 */
gain_low: number, 
/**
 * Upper end.
 */
gain_high: number, };

/**
 * A factor with its bands.
 */
export type AttendanceFactor = { 
/**
 * Id, for example `lead_time`.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * True if the clinic can do something about it for a visit that is booked.
 */
lever: boolean, 
/**
 * Names of its bands.
 */
bands: Array<string>, };

/**
 * What the history was and what it was not.
 */
export type AttendanceHistory = { 
/**
 * Start of the first visit that was learned from; absent without any.
 */
from?: string, 
/**
 * The document's moment.
 */
to: string, 
/**
 * Visits: one patient in one session.
 */
visits: number, 
/**
 * Cancelled in time: the slot was given back, which is none of the outcomes.
 */
cancelled_early: number, 
/**
 * Past, but nobody recorded what happened.
 */
unresolved: number, 
/**
 * Rows that name a patient, service or clinician who is not in the tables.
 */
unknown: number, };

/**
 * What may keep a visit from taking place. Each is asked of those that the ones before have left: the chain of
 * continuation ratios (Fienberg 1980, The Analysis of Cross-Classified Categorical Data, section 6.6).
 */
export type AttendanceOutcome = "provider_cancel" | "late_cancel" | "no_show";

/**
 * How good predictions were.
 */
export type AttendanceQuality = { 
/**
 * Chance that of a visit to which it happened and one to which it did not the first had the larger chance.
 */
auc?: number, 
/**
 * Mean squared distance of chance and outcome.
 */
brier: number, 
/**
 * Mean negative log of the chance given to what came.
 */
log_loss: number, 
/**
 * Mean distance of predicted and observed over tenths of the visits.
 */
calibration_error: number, 
/**
 * Those tenths, for a plot.
 */
calibration: Array<CalibrationRow>, };

/**
 * Reply of `attendance`.
 */
export type AttendanceReply = { 
/**
 * True if the clinic's data were generated.
 */
synthetic: boolean, 
/**
 * What was learned from.
 */
history: AttendanceHistory, 
/**
 * Share of past visits that patients missed or cancelled late; absent without history.
 */
usual_missing?: number, 
/**
 * Chance of missing a visit from which help is listed.
 */
help_from?: number, 
/**
 * The factors, in the order of the contributions.
 */
factors: Array<AttendanceFactor>, 
/**
 * Each outcome: what predicts it, how well, what matters.
 */
outcomes: Array<OutcomeReport>, 
/**
 * No-shows by groups of patients.
 */
groups: Array<GroupReport>, 
/**
 * The planned sessions, in order of time.
 */
sessions: Array<SessionExpectation>, 
/**
 * The days of the plan.
 */
days: Array<DayExpectation>, 
/**
 * The whole plan.
 */
expected: ExpectedAttendance, 
/**
 * What none of this can know.
 */
limits: Array<string>, };

/**
 * Request of `attendance`.
 */
export type AttendanceRequest = { 
/**
 * A plan of the open clinic; today's schedule if absent.
 */
plan: PlanDocument | null, 
/**
 * Weeks of history that are learned from, 1 to 104.
 */
weeks: number, 
/**
 * Chance of missing a visit from which help is listed, 0 to 1; one and a half times the usual chance if absent.
 */
help_from: number | null, 
/**
 * Keys of sessions whose scores are given with the contribution of every factor; all if `["*"]`.
 */
explain: Array<string>, };

/**
 * The chance of one outcome for one visit, with what it is made of.
 */
export type AttendanceScore = { 
/**
 * Which outcome.
 */
outcome: AttendanceOutcome, 
/**
 * Where it comes from.
 */
source: AttendanceSource, 
/**
 * Its chance among visits that are not lost before in the chain.
 */
probability: number, 
/**
 * 95 % interval of the chance: the doubt about the weights, not about what this one visit will bring.
 */
low: number, 
/**
 * Upper end.
 */
high: number, 
/**
 * Log odds of the mean visit; with all contributions it sums to the log odds of the probability.
 */
base_log_odds: number, 
/**
 * One for each factor; none where the rate by service is used.
 */
contributions: Array<Contribution>, };

/**
 * Where a probability comes from.
 */
export type AttendanceSource = "model" | "baseline" | "nothing";

/**
 * What was done.
 */
export type AuditAction = "open" | "import" | "solve" | "accept" | "reject" | "override" | "lock" | "edit" | "export" | "unlock" | "wipe" | "save" | "undo" | "redo";

/**
 * What the caller says of an entry.
 */
export type AuditDraft = { 
/**
 * When, as RFC 3339, for example `2026-11-23T14:05:00Z`.
 */
time: string, 
/**
 * Minutes that the user's clock is ahead of UTC, -1440 to 1440.
 */
offset_min: number, 
/**
 * What the user is called here, at most 40 characters; may be empty.
 */
user: string, 
/**
 * What was done.
 */
action: AuditAction, 
/**
 * The id of what it was done to; only a pseudonym of it is kept.
 */
object: string | null, 
/**
 * SHA-256 of the work before, 64 hexadecimal digits.
 */
before: string | null, 
/**
 * SHA-256 of the work after.
 */
after: string | null, 
/**
 * Why, at most 200 characters, without names. An override must have one.
 */
reason: string | null, 
/**
 * The rule packs in force, with their dates.
 */
rule_packs: string, 
/**
 * The build of the program.
 */
build: string, 
/**
 * The seed, if the optimizer ran; below 2^53.
 */
seed: number | null, };

/**
 * One entry of the log.
 */
export type AuditEntry = { 
/**
 * Version of these fields: 1.
 */
version: number, 
/**
 * Counts from 1.
 */
sequence: number, 
/**
 * When, in UTC, to the second: `2026-11-23T14:05:00Z`.
 */
time: string, 
/**
 * Minutes that the user's clock is ahead of UTC.
 */
offset_min: number, 
/**
 * What the user is called here; may be empty.
 */
user: string, 
/**
 * What was done.
 */
action: AuditAction, 
/**
 * Pseudonym of what it was done to: 16 hexadecimal digits.
 */
object?: string | null, 
/**
 * SHA-256 of the work before, 64 hexadecimal digits.
 */
before?: string | null, 
/**
 * SHA-256 of the work after.
 */
after?: string | null, 
/**
 * Why.
 */
reason?: string | null, 
/**
 * The rule packs in force.
 */
rule_packs: string, 
/**
 * The build of the program.
 */
build: string, 
/**
 * The seed, if the optimizer ran.
 */
seed?: number | null, 
/**
 * Hash of the entry before it; of the first, a hash of the signing key.
 */
previous: string, 
/**
 * SHA-256 over a domain byte, the previous hash and the canonical bytes, 64 hexadecimal digits.
 */
hash: string, };

/**
 * Request of `audit_log`.
 */
export type AuditLogRequest = { 
/**
 * Leaves out the entries before this one, counted from 1.
 */
from: number, };

/**
 * A payer's authorization, drawn down in time order.
 */
export type Authorization = { 
/**
 * Unique id.
 */
id: string, 
/**
 * Patient id.
 */
patient: string, 
/**
 * Payer's name.
 */
payer: string, 
/**
 * Service ids it covers.
 */
services: Array<string>, 
/**
 * What its units are.
 */
unit: Unit, 
/**
 * Units granted.
 */
units: number, 
/**
 * Units used before `as_of` that are not in `appointments`.
 */
used: number, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
until: string, };

/**
 * What a missing or used-up authorization does.
 */
export type AuthorizationMode = "block" | "warn";

/**
 * How the same forecast would have done at earlier moments.
 */
export type BacktestLine = { 
/**
 * Earlier moments.
 */
looks: number, 
/**
 * Values compared with what came.
 */
compared: number, 
/**
 * Mean absolute error.
 */
error: number | null, 
/**
 * The same of repeating the last season.
 */
naive_error: number | null, 
/**
 * Mean absolute scaled error.
 */
mase: number | null, 
/**
 * Sum of absolute errors over the sum of what came.
 */
wape: number | null, 
/**
 * Share by which the error is below that of repeating; negative if above.
 */
gain: number | null, 
/**
 * Values that had an interval from still earlier errors.
 */
intervals: number, 
/**
 * Of these: within the 80 % interval.
 */
inside: number, 
/**
 * All of this in a sentence.
 */
words: string, };

/**
 * Clinicians by band.
 */
export type BandCounts = { 
/**
 * Nothing stands out.
 */
usual: number, 
/**
 * Raised.
 */
raised: number, 
/**
 * High.
 */
high: number, };

/**
 * What a band adds to the log odds.
 */
export type BandEffect = { 
/**
 * Id of the factor.
 */
factor: string, 
/**
 * Band.
 */
band: string, 
/**
 * Log odds added, compared with the mean visit.
 */
log_odds: number, 
/**
 * Visits that it rests on.
 */
n: number, };

/**
 * Who receives how much more over the horizon, cents. What one pays and another receives cancels, so the parts add up to
 * `avoided_cents`: care that nobody has to give or pay for any more.
 */
export type BenefitSplit = { 
/**
 * The clinic: its net benefit.
 */
clinic_cents: number, 
/**
 * Payers: readmissions avoided, less what they pass on, less what they pay more for delivered sessions.
 */
payer_cents: number, 
/**
 * Staff: pay, benefits, overtime and pay for work on the schedule that they receive more.
 */
staff_cents: number, 
/**
 * Others: agencies, mileage, what hiring, departures and the changes themselves cost.
 */
others_cents: number, 
/**
 * Cost of the readmissions that are avoided; the sum of the parts.
 */
avoided_cents: number, };

/**
 * How a service is paid.
 */
export type Billing = "none" | "visit" | "quarter" | "per_diem";

/**
 * How often a rule stands in the way.
 */
export type BlockedBy = { 
/**
 * The rule.
 */
rule: Rule, 
/**
 * Violations of it.
 */
count: number, };

/**
 * An indicator by groups of patients.
 */
export type Breakdown = { 
/**
 * Id of the indicator.
 */
id: string, 
/**
 * What it is grouped by.
 */
by: Grouping, 
/**
 * Unit of the values.
 */
unit: IndicatorUnit, 
/**
 * The groups, by name; patients without one come first, under an empty name.
 */
cells: Array<BreakdownCell>, };

/**
 * An indicator of one group.
 */
export type BreakdownCell = { 
/**
 * Name of the group; empty if it is not stated.
 */
group: string, 
/**
 * True if the group is hidden: fewer than 10 people, or the only way to keep such a group from being worked out
 * from the total. Nothing else is told about it then.
 */
hidden: boolean, 
/**
 * People whom the indicator counts.
 */
people?: number, 
/**
 * Number of rows that the value rests on.
 */
n?: number, 
/**
 * The value, not rounded.
 */
value?: number, 
/**
 * The value as it is shown, or why there is none.
 */
text: string, 
/**
 * Interval, for proportions.
 */
interval?: IndicatorInterval, };

/**
 * One broken hard rule, in the words of the clinic.
 */
export type BrokenRule = { 
/**
 * Which rule.
 */
rule: Rule, 
/**
 * Keys of the sessions that break it.
 */
sessions: Array<string>, 
/**
 * Who or what is concerned.
 */
resource: Concerned | null, 
/**
 * By how much, in the rule's unit; 0 if it has none.
 */
amount: number, 
/**
 * What is wrong, in one sentence of ids and numbers.
 */
text: string, };

/**
 * Something of which there is only so much: an authorization's units left.
 */
export type Budget = { 
/**
 * Id in the clinic.
 */
id: string, 
/**
 * Units left at the start of the horizon. Hard.
 */
units: number, 
/**
 * True if the unit is a day: the second draw on the same day is free.
 */
per_day: boolean, 
/**
 * Days of the horizon on which it can be drawn, one bit each; a draw on another day is not allowed.
 */
days: number, };

/**
 * What arrivals look like.
 */
export type BufferArrivals = { 
/**
 * True if weekdays differ more than by chance and have rates of their own; false if all days were pooled.
 */
by_weekday: boolean, 
/**
 * Variance over mean of the arrivals of a day: 1 if they come independently.
 */
dispersion: number, 
/**
 * True if that is more than chance allows, so that the negative binomial is used in place of Poisson.
 */
overdispersed: boolean, 
/**
 * Mean minutes that one takes.
 */
minutes_each: number, 
/**
 * Minutes that one usually takes: half of them take no longer.
 */
usual_min: number, };

/**
 * One day of the plan.
 */
export type BufferDate = { 
/**
 * Day.
 */
date: string, 
/**
 * Clinicians' minutes.
 */
capacity_min: number, 
/**
 * Of these booked, with minutes before and after sessions.
 */
booked_min: number, 
/**
 * Lunch and ways, minutes.
 */
overhead_min: number, 
/**
 * The rest; less than 0 if more is booked than there is.
 */
free_min: number, 
/**
 * Minutes that the plan is to keep free as the clinic is now; lunch and ways are none of them.
 */
kept_min: number, 
/**
 * Chance that what is free, with what becomes free and can be used, is enough.
 */
chance: number, 
/**
 * How many arrivals of the usual length fit between the sessions, each in one piece of one clinician's day.
 */
fits: number, 
/**
 * Chance that no more than these come. Nothing that becomes free is counted, so this is the cautious one of the two.
 */
chance_in_pieces: number, };

/**
 * The reserve of one weekday.
 */
export type BufferDay = { 
/**
 * Day of the week.
 */
weekday: Weekday, 
/**
 * Days of it in the history.
 */
days: number, 
/**
 * Arrivals expected.
 */
arrivals: number, 
/**
 * Minutes that they take on average.
 */
minutes: number, 
/**
 * Minutes that would be needed if nothing became free by itself.
 */
alone_min: number, 
/**
 * Minutes expected to become free because patients do not come, all of them, on the day of the plan with the
 * fewest.
 */
freed_min: number, 
/**
 * Minutes to keep free.
 */
reserve_min: number, 
/**
 * Chance that they, with what becomes free and can be used, are enough.
 */
chance: number, };

/**
 * What was learned from.
 */
export type BufferHistory = { 
/**
 * First day.
 */
from: string, 
/**
 * Days on which somebody worked.
 */
days: number, 
/**
 * Emergencies.
 */
emergencies: number, 
/**
 * Seen on the day on which they asked.
 */
walk_ins: number, };

/**
 * What was said before, beside what came.
 */
export type BufferLook = { 
/**
 * Days of the later half of the history.
 */
days: number, 
/**
 * Share of them on which the time that the earlier half asks for (with nothing becoming free) would have been
 * enough.
 */
held: number, 
/**
 * The chance that was stated, on average.
 */
stated: number, };

/**
 * What part of the arrivals would need alone, on an average day.
 */
export type BufferShare = { 
/**
 * Kind, discipline, `any`, `morning` or `afternoon`.
 */
name: string, 
/**
 * Arrivals in the history.
 */
arrivals: number, 
/**
 * Minutes that they take on an average day.
 */
minutes: number, 
/**
 * Minutes needed, with nothing becoming free.
 */
alone_min: number, };

/**
 * Reply of `buffers`.
 */
export type BuffersReply = { 
/**
 * True if the clinic's data were generated.
 */
synthetic: boolean, 
/**
 * What was learned from.
 */
history: BufferHistory, 
/**
 * Why no reserve is given; absent if one is.
 */
refused?: string, 
/**
 * What arrivals look like; absent if refused.
 */
arrivals?: BufferArrivals, 
/**
 * The reserve of each weekday on which somebody works.
 */
weekdays: Array<BufferDay>, 
/**
 * Emergencies and walk-ins apart, `emergency` and `walk_in`: what each would need alone.
 */
kinds: Array<BufferShare>, 
/**
 * What disciplines would need alone: time of one does not help another.
 */
disciplines: Array<BufferShare>, 
/**
 * Morning and afternoon, by when arrivals asked.
 */
parts: Array<BufferShare>, 
/**
 * What the plan leaves free on each of its days, and the chance that it is enough.
 */
plan: Array<BufferDate>, 
/**
 * What the same would have said half of the history ago, beside what came.
 */
look?: BufferLook, 
/**
 * For `amend`: keep these reserves free; absent if refused.
 */
accept?: Action, 
/**
 * What none of this can know.
 */
limits: Array<string>, };

/**
 * Request of `buffers`.
 */
export type BuffersRequest = { 
/**
 * The plan; today's schedule if absent.
 */
plan: PlanDocument | null, 
/**
 * Chance with which the time should be enough, 0.5 to 0.99.
 */
level: number, 
/**
 * Weeks of history that are learned from, 4 to 104.
 */
weeks: number, 
/**
 * True if those who are seen on the day on which they asked count, beside emergencies.
 */
walk_ins: boolean, 
/**
 * Share of the time of sessions that are not held which can be used, 0 to 1: a gap opens when it opens.
 */
freed_share: number, };

/**
 * Whose sessions a calendar holds.
 */
export type CalendarOf = "clinic" | "clinician" | "room" | "patient";

/**
 * Reply of `calendar`.
 */
export type CalendarReply = { 
/**
 * File name; says nothing of its contents.
 */
name: string, 
/**
 * Its text.
 */
text: string, 
/**
 * Sessions, or stretches of booked time, in it.
 */
count: number, 
/**
 * What was left out.
 */
left_out: Array<LeftOutRow>, 
/**
 * The notice of 42 CFR 2.32, if the settings ask for it: to be given along, since it stands in no calendar that is
 * meant for others.
 */
notice: string | null, };

/**
 * Request of `calendar`.
 */
export type CalendarRequest = { 
/**
 * Whose sessions.
 */
of: CalendarOf, 
/**
 * Id of the clinician, room or patient.
 */
id: string | null, 
/**
 * True for everything that the tables say of each session, to be read back; for the clinic itself.
 */
complete: boolean, 
/**
 * True for booked time alone, without sessions; of clinicians.
 */
busy: boolean, 
/**
 * First day; the first of the schedule if absent.
 */
from: string | null, 
/**
 * Last day; the last of the schedule if absent.
 */
until: string | null, 
/**
 * The moment of writing, by the clocks of the site; `as_of` if absent or earlier.
 */
now: string | null, };

/**
 * A tenth of the held-out visits, by size of the predicted chance.
 */
export type CalibrationRow = { 
/**
 * Visits.
 */
n: number, 
/**
 * Mean predicted chance.
 */
predicted: number, 
/**
 * Share that came true.
 */
observed: number, 
/**
 * Wilson 95 % interval of that share.
 */
low: number, 
/**
 * Upper end.
 */
high: number, };

/**
 * Something that had a place, or wanted one, and has none.
 */
export type Cancelled = { 
/**
 * Session key, or the id of the order whose seats are missing.
 */
session: string, 
/**
 * Seats missing; 0 for a session.
 */
seats: number, 
/**
 * Patients concerned.
 */
patients: Array<string>, 
/**
 * True if clinical rules demand it.
 */
mandated: boolean, 
/**
 * Why.
 */
reason: string, };

/**
 * What a discipline has.
 */
export type Capacity = { 
/**
 * Clinicians of the discipline.
 */
clinicians: number, 
/**
 * Their contracts in full-time equivalents of 40 hours.
 */
fte: number, 
/**
 * Hours for sessions and all that goes with them, by week.
 */
hours: Array<number>, 
/**
 * Contract hours of a week, all together.
 */
contract_hours: number, 
/**
 * Share of contract time that is usually lost to leave and sickness.
 */
away_share: number, 
/**
 * Share of the time at work that is not meetings or training.
 */
bookable_share: number, 
/**
 * Hours for sessions that a full-time equivalent has in a usual week.
 */
fte_week_hours: number, 
/**
 * The arithmetic.
 */
words: string, };

/**
 * A 30-day home-health payment period.
 */
export type CarePeriod = { 
/**
 * Patient id.
 */
patient: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
until: string, 
/**
 * Visits below which each visit is paid alone (LUPA threshold).
 */
threshold: number, };

/**
 * One cell with the type that the file gives it. CSV knows only text.
 */
export type Cell = null | string | number | boolean | { 
/**
 * `2026-11-23`, `2026-11-23T09:30:00` or `09:30:00`.
 */
moment: string, } | { 
/**
 * For example `#REF!`.
 */
error: string, };

/**
 * One session that is elsewhere, or with others, than in today's schedule.
 */
export type Change = { 
/**
 * Session key.
 */
session: string, 
/**
 * What differs.
 */
kind: ChangeKind, 
/**
 * Where it is today; absent if nowhere.
 */
from: PlannedPlace | null, 
/**
 * Where the plan has it; absent if nowhere.
 */
to: PlannedPlace | null, 
/**
 * Patients who get a seat.
 */
joined: Array<string>, 
/**
 * Patients who lose their seat.
 */
left: Array<string>, };

/**
 * Changes by kind.
 */
export type ChangeCounts = { 
/**
 * Sessions with another start or clinician.
 */
moved: number, 
/**
 * Clinicians' shares of those that have another start or clinician: as often is the cost term `change` charged.
 */
shares: number, 
/**
 * Sessions with another way of meeting and nothing else of the above.
 */
way: number, 
/**
 * Sessions with another room and nothing else of the above.
 */
room: number, 
/**
 * Sessions that had no place.
 */
placed: number, 
/**
 * Sessions that have no place any more.
 */
removed: number, 
/**
 * Sessions in which only seats are given to others.
 */
seats: number, };

/**
 * What makes a session differ from the same session in another plan; of several, the first in this order.
 */
export type ChangeKind = "placed" | "removed" | "moved" | "way" | "room" | "seats";

/**
 * One line of a change list.
 */
export type ChangeLine = { 
/**
 * What is done.
 */
done: Done, 
/**
 * Appointment id in the other system; for one to be entered, ours.
 */
id: string, 
/**
 * As the other system has it.
 */
before?: Slot | null, 
/**
 * As it should be.
 */
after?: Slot | null, };

/**
 * How somebody wants to be reached.
 */
export type Channel = "text" | "call" | "email" | "mail" | "portal";

/**
 * Reply of `check`.
 */
export type CheckReply = { 
/**
 * Every broken rule; empty if the plan can be used.
 */
violations: Array<BrokenRule>, 
/**
 * How many conflicts they amount to: each rule once for each pair of sessions, or single session (indicator K12).
 */
conflicts: number, };

/**
 * Request of `check`.
 */
export type CheckRequest = { 
/**
 * The plan to be checked.
 */
plan: PlanDocument, };

/**
 * A way in which a session can take place.
 */
export type Choice = { 
/**
 * Modality.
 */
modality: Modality, 
/**
 * Where the clinician must be; [`ANYWHERE`] for video and telephone.
 */
place: number, 
/**
 * Room classes that would do, best first; empty = no room.
 */
room_classes: Array<number>, 
/**
 * Equipment it occupies.
 */
equipment: number | null, 
/**
 * Cents for [`CostTerm::SecondChoice`](super::CostTerm).
 */
second_choice: number, 
/**
 * Extra cents for [`CostTerm::SecondChoice`](super::CostTerm) when the room class is not the first.
 */
second_room: number, };

/**
 * A promised improvement, to be held against the clinic's own base.
 */
export type Claim = { 
/**
 * Of what.
 */
share: ClaimedShare, 
/**
 * Relative increase, for example 0.25 for "a quarter more".
 */
relative: number, 
/**
 * Points added, as a share: 0.1 for 10 points.
 */
points: number, };

/**
 * What a claim comes to.
 */
export type ClaimResult = { 
/**
 * The claim.
 */
claim: Claim, 
/**
 * The clinic's own share in the planned base; absent if it cannot be computed.
 */
base?: number, 
/**
 * What the claim would make of it.
 */
claimed?: number, 
/**
 * True if it can hold: not above 100 %.
 */
holds: boolean, 
/**
 * The arithmetic in words.
 */
text: string, };

/**
 * How a claim stands.
 */
export type ClaimVerdict = "holds" | "in_part" | "does_not_hold" | "cannot_hold" | "not_measured";

/**
 * A share that cannot pass 100 %.
 */
export type ClaimedShare = "utilization" | "room_use" | "attendance";

/**
 * The whole document.
 */
export type Clinic = { 
/**
 * Always [`FORMAT`].
 */
format: string, 
/**
 * How the clinic is planned.
 */
settings: Settings, 
/**
 * Prices of cost terms that differ from the defaults.
 */
weights: Array<Weight>, 
/**
 * Rules that differ from the packs, with the reason.
 */
rules: Array<RuleOverride>, 
/**
 * Places.
 */
sites: Array<Site>, 
/**
 * Rooms.
 */
rooms: Array<Room>, 
/**
 * Counted equipment.
 */
equipment: Array<Equipment>, 
/**
 * Types of session.
 */
services: Array<Service>, 
/**
 * People who treat.
 */
clinicians: Array<Clinician>, 
/**
 * Licenses and credentials.
 */
licenses: Array<License>, 
/**
 * Leave and closures.
 */
absences: Array<Absence>, 
/**
 * People who are treated.
 */
patients: Array<Patient>, 
/**
 * Family and supports.
 */
contacts: Array<Contact>, 
/**
 * What patients have agreed may be told, and to whom.
 */
consents: Array<Consent>, 
/**
 * What patients must receive.
 */
orders: Array<Order>, 
/**
 * Groups that run every week.
 */
groups: Array<Group>, 
/**
 * Patients together or apart in groups.
 */
pairs: Array<Pair>, 
/**
 * Payers' authorizations.
 */
authorizations: Array<Authorization>, 
/**
 * The schedule as it is.
 */
appointments: Array<Appointment>, 
/**
 * Seats in group sessions.
 */
attendances: Array<Attendance>, 
/**
 * Cover wanted.
 */
shifts: Array<Shift>, 
/**
 * Known travel times.
 */
travel: Array<Travel>, 
/**
 * Requests that came in.
 */
referrals: Array<Referral>, 
/**
 * Paid time by day.
 */
staff_days: Array<StaffDay>, 
/**
 * Time spent scheduling.
 */
scheduling_work: Array<SchedulingWork>, 
/**
 * Survey answers.
 */
surveys: Array<Survey>, 
/**
 * Outcome measurements.
 */
scores: Array<Score>, 
/**
 * Inpatient stays.
 */
stays: Array<Stay>, 
/**
 * Clinicians who left.
 */
departures: Array<Departure>, 
/**
 * Employees over time.
 */
headcounts: Array<Headcount>, 
/**
 * Payment periods.
 */
care_periods: Array<CarePeriod>, 
/**
 * Rules of triage and acuity that differ from the shipped ones.
 */
triage_rules: Array<TriageRule>, 
/**
 * What was accepted of triage and acuity.
 */
decisions: Array<Decision>, 
/**
 * Less work for clinicians for some time.
 */
load_caps: Array<LoadCap>, 
/**
 * Time kept free for emergencies, by weekday.
 */
reserves: Array<Reserve>, };

/**
 * The coming weeks of the open clinic.
 */
export type ClinicAhead = { 
/**
 * The moment the document describes: nothing later is known.
 */
as_of: string, 
/**
 * True if the clinic's data were generated.
 */
synthetic: boolean, 
/**
 * Currency of amounts of money, ISO 4217.
 */
currency: string, 
/**
 * First day of every week shown.
 */
weeks: Array<string>, 
/**
 * Probability with which the hours are to suffice.
 */
service_level: number, 
/**
 * One a discipline: demand, hours, capacity, gap and what closes it.
 */
disciplines: Array<DisciplineAhead>, 
/**
 * One a measure, service and site.
 */
series: Array<SeriesAhead>, 
/**
 * Holidays and closures in the weeks shown.
 */
special_days: Array<SpecialDay>, 
/**
 * What money and lead times are reckoned with.
 */
assumptions: Array<Assumption>, 
/**
 * What the forecast rests on, in sentences.
 */
notes: Array<string>, 
/**
 * What is doubtful about it, in sentences.
 */
warnings: Array<string>, };

/**
 * What a clinic holds.
 */
export type ClinicSummary = { 
/**
 * Name on screen.
 */
name: string, 
/**
 * True if people and events were generated.
 */
synthetic: boolean, 
/**
 * First day that is planned.
 */
horizon_start: string, 
/**
 * Days planned.
 */
horizon_days: number, 
/**
 * Sessions to be placed in the horizon.
 */
sessions: number, 
/**
 * Seats in groups wanted in the horizon.
 */
seats: number, 
/**
 * Rows of every table that has some.
 */
tables: Array<TableCount>, };

/**
 * Someone who treats.
 */
export type Clinician = { 
/**
 * Unique id.
 */
id: string, 
/**
 * Name or pseudonym on screen.
 */
name: string, 
/**
 * Discipline, for example `counselor`, `rn`, `pt`.
 */
discipline: string, 
/**
 * Home site id.
 */
site: string, 
/**
 * Skills and specializations held. A skill that also has rows in `licenses` counts only within their dates.
 */
skills?: Array<string>, 
/**
 * Specializations that make a better fit but are not required.
 */
specializations?: Array<string>, 
/**
 * Languages spoken, BCP 47, for example `en`, `es`.
 */
languages?: Array<string>, 
/**
 * Gender, if patients may ask for it.
 */
gender?: string | null, 
/**
 * When this person can be planned.
 */
hours: string, 
/**
 * Agreed working time a week, minutes.
 */
contract_week_min: number, 
/**
 * Most working time a week, minutes; never exceeded.
 */
max_week_min: number, 
/**
 * Most working time a day, minutes; never exceeded.
 */
max_day_min: number, 
/**
 * Pay per hour, cents.
 */
pay_cents_hour: number, 
/**
 * How overtime is counted.
 */
overtime: Overtime, 
/**
 * Most patients in care at the same time; none if absent.
 */
caseload_cap?: number | null, 
/**
 * Most points a week; none if absent.
 */
points_week_cap?: number | null, 
/**
 * Starts and ends the day at home instead of the site (home visits).
 */
starts_at_home: boolean, 
/**
 * Latitude of the home, degrees.
 */
latitude?: number | null, 
/**
 * Longitude of the home, degrees.
 */
longitude?: number | null, 
/**
 * True if licensed and equipped for video and telephone.
 */
telehealth: boolean, 
/**
 * Clinician id of the supervisor, if supervised.
 */
supervisor?: string | null, 
/**
 * Hours this person would rather work.
 */
preferred_hours?: string | null, };

/**
 * A clinician's day. Ways and hours are counted as in the indicators.
 */
export type ClinicianRoute = { 
/**
 * Clinician id.
 */
clinician: string, 
/**
 * Where the day starts, an index of `places`; absent if it starts nowhere in particular.
 */
start?: number, 
/**
 * Where it ends.
 */
end?: number, 
/**
 * True if the ways from the start and to the end are working time.
 */
ends_paid: boolean, 
/**
 * What is done, in order of time.
 */
stops: Array<RouteStop>, 
/**
 * Minutes from the last stop to the end.
 */
home_min: number, 
/**
 * Miles of that way.
 */
home_miles: number, 
/**
 * Minutes on the way that are working time.
 */
way_min: number, 
/**
 * Miles of these ways.
 */
way_miles: number, 
/**
 * Minutes worked.
 */
worked_min: number, };

/**
 * One clinician.
 */
export type ClinicianWorkload = { 
/**
 * Clinician id.
 */
clinician: string, 
/**
 * Discipline.
 */
discipline: string, 
/**
 * The last four whole workweeks; absent without work in them.
 */
recent?: PersonStrain, 
/**
 * The plan; absent without work in it.
 */
ahead?: PersonStrain, 
/**
 * Week by week, oldest first; weeks without work are left out.
 */
weeks: Array<StrainWeek>, 
/**
 * Where the weeks are heading; absent where too few are known.
 */
trend?: StrainTrend, 
/**
 * What should be looked at.
 */
warnings: Array<StrainWarning>, };

/**
 * What became of a session.
 */
export type Close = "completed" | "no_show" | "void";

/**
 * One way to close the planned gap.
 */
export type Closing = { 
/**
 * `overtime`, `temporary`, `hire`, `telehealth` or `groups`.
 */
means: string, 
/**
 * Hours that it can give or save in a week at most.
 */
hours_week: number, 
/**
 * First week, from 0, in which it can help; none if that is beyond the weeks shown.
 */
from_week: number | null, 
/**
 * Hours of the planned gap that it closes, by week.
 */
closes: Array<number>, 
/**
 * Weeks whose planned gap it closes whole, of those that have one.
 */
weeks_closed: number, 
/**
 * What it costs over the weeks shown, cents; 0 if it only saves time.
 */
cents: number, 
/**
 * How these numbers come about.
 */
arithmetic: string, };

/**
 * A column and the field it holds, set by hand.
 */
export type ColumnChoice = { 
/**
 * Table name.
 */
table: string, 
/**
 * Column name in the file.
 */
column: string, 
/**
 * Field name; absent to leave the column out.
 */
field?: string | null, };

/**
 * A column, as a person who fills it has to know it.
 */
export type ColumnInfo = { 
/**
 * Field name.
 */
field: string, 
/**
 * Name in files.
 */
header: string, 
/**
 * What it means.
 */
meaning: string, 
/**
 * What it holds, with unit and range.
 */
holds: string, 
/**
 * The words that it takes, if there are only a few.
 */
words: Array<string>, 
/**
 * Tables whose rows it names.
 */
names: Array<string>, 
/**
 * True if a row needs it.
 */
required: boolean, };

/**
 * How a column of a file was understood.
 */
export type ColumnMatch = { 
/**
 * File or sheet.
 */
file: string, 
/**
 * Table it was read into.
 */
table: string, 
/**
 * Column name in the file.
 */
column: string, 
/**
 * Field name; absent if the column was left out.
 */
field?: string | null, 
/**
 * What of the field it holds.
 */
part: Part, 
/**
 * True if plain numbers in it were read as hours.
 */
in_hours: boolean, 
/**
 * How sure that is.
 */
confidence: Confidence, 
/**
 * Its first values.
 */
samples: Array<string>, };

/**
 * Reply of `compare`.
 */
export type CompareReply = { 
/**
 * Both readings, row by row and whole.
 */
comparison: Comparison, 
/**
 * The same as plain text, for a terminal.
 */
table: string, };

/**
 * Request of `compare`.
 */
export type CompareRequest = { 
/**
 * The plan before; today's schedule if absent.
 */
before: PlanDocument | null, 
/**
 * The plan after.
 */
after: PlanDocument | null, 
/**
 * Ids of indicators; all if empty.
 */
ids: Array<string>, 
/**
 * Choices that the definitions leave open.
 */
options: IndicatorOptions, };

/**
 * Two readings of the same indicators.
 */
export type Comparison = { 
/**
 * One row an indicator.
 */
rows: Array<ComparisonRow>, 
/**
 * The first reading.
 */
before: Array<Indicator>, 
/**
 * The second reading.
 */
after: Array<Indicator>, };

/**
 * One indicator before and after.
 */
export type ComparisonRow = { 
/**
 * Id.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Unit.
 */
unit: IndicatorUnit, 
/**
 * Whether more is better.
 */
direction: Direction, 
/**
 * Before, as shown.
 */
before: string, 
/**
 * After, as shown.
 */
after: string, 
/**
 * After minus before, not rounded; absent if either is not computable.
 */
change?: number | null, 
/**
 * The change as shown, with its sign.
 */
change_text: string, 
/**
 * True if better, false if worse; absent if equal, not computable, or neither is better.
 */
better?: boolean | null, };

/**
 * Who or what a broken rule concerns.
 */
export type Concerned = { 
/**
 * `clinician`, `patient`, `room`, `equipment` or `authorization`.
 */
kind: string, 
/**
 * Its id; the name, for equipment.
 */
id: string, };

/**
 * How sure a match is.
 */
export type Confidence = "none" | "similar" | "synonym" | "name" | "given";

/**
 * A patient's written consent that something is told, with what 42 CFR 2.31(a) asks of one. A patient without a row
 * has consented to nothing; the rule that reads this table is in [`super::consent`].
 */
export type Consent = { 
/**
 * Unique id.
 */
id: string, 
/**
 * Patient id.
 */
patient: string, 
/**
 * Who may tell: the clinic or a part of it.
 */
discloser: string, 
/**
 * What may be told, and how much of it.
 */
what: string, 
/**
 * Who may be told, as the paper names them.
 */
recipient: string, 
/**
 * Contact id, if it names one of the patient's contacts; whoever `recipient` says if absent.
 */
contact?: string | null, 
/**
 * What for.
 */
purposes: Array<DisclosurePurpose>, 
/**
 * How the recipient wants to be reached.
 */
channel?: Channel | null, 
/**
 * Day on which it was given and signed; it holds from then on.
 */
given: string, 
/**
 * Last day on which it holds.
 */
until?: string | null, 
/**
 * The event or condition that ends it, if no day is known; enter the day when it comes.
 */
until_event?: string | null, 
/**
 * When it was taken back. From the moment that this is entered nothing is told on it.
 */
revoked?: string | null, 
/**
 * True if the patient, or who may sign in their place, has signed.
 */
signed: boolean, 
/**
 * True if the paper tells of the right to take it back.
 */
revocation_told: boolean, };

/**
 * A family member or other support who takes part in family sessions.
 */
export type Contact = { 
/**
 * Unique id.
 */
id: string, 
/**
 * Patient id.
 */
patient: string, 
/**
 * Relation, for example `partner`.
 */
relation: string, 
/**
 * When this person can take part.
 */
hours: string, 
/**
 * True if a family session needs this person.
 */
required: boolean, };

/**
 * What one factor adds to a score.
 */
export type Contribution = { 
/**
 * Id of the factor.
 */
factor: string, 
/**
 * The band that the visit is in.
 */
band: string, 
/**
 * Log odds added, compared with the mean visit.
 */
log_odds: number, };

/**
 * One part of a cost.
 */
export type CostLine = { 
/**
 * Which part.
 */
term: CostTerm, 
/**
 * Amount, cents.
 */
cents: number, };

/**
 * A part of a plan's cost. All amounts are in one currency, cents unless the clinic sets other prices.
 */
export type CostTerm = "unplaced" | "empty_seat" | "weekly_minimum" | "small_group" | "overtime" | "extra_time" | "travel" | "mileage" | "waiting" | "fragmented_idle" | "continuity" | "handoff" | "preference" | "specialization" | "second_choice" | "workload_balance" | "acuity_balance" | "missed_lunch" | "recovery" | "short_break" | "long_run" | "reserve" | "lateness" | "worst_lateness" | "worst_waiting" | "worst_idle" | "fairness" | "change";

/**
 * Amounts by term, cents.
 */
export type Costs = [number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number];

/**
 * Amounts of one discipline: what came, what is expected, how sure that is.
 */
export type Course = { 
/**
 * By week, oldest first; the last one is the last full week.
 */
history: Array<number>, 
/**
 * The forecast by week.
 */
point: Array<number>, 
/**
 * Its intervals.
 */
fan: Fan, 
/**
 * The sum of all weeks shown: not the sum of the weeks' quantiles, because weeks do not all go badly at once.
 */
total: Total, };

/**
 * The days that another system's file speaks about.
 */
export type Coverage = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
until: string, };

/**
 * Request of `vault_create`.
 */
export type CreateVaultRequest = { 
/**
 * The passphrase, in Unicode normalization form KC; 15 characters or more.
 */
passphrase: string, };

/**
 * Which number comes first in `3/4/2026`.
 */
export type DateOrder = "month_first" | "day_first";

/**
 * A dated value of a rule pack.
 */
export type DatedRule = { 
/**
 * The pack.
 */
pack: string, 
/**
 * Rule id.
 */
rule: string, 
/**
 * Value in `unit`.
 */
value: number, 
/**
 * Unit.
 */
unit: string, 
/**
 * First day on which it applies.
 */
from: string | null, 
/**
 * Last day on which it applies.
 */
until: string | null, };

/**
 * Reply of `day_check`.
 */
export type DayCheckReply = { 
/**
 * What needs attention, the worst first.
 */
findings: Array<Finding>, 
/**
 * Sessions of the day that were looked at.
 */
sessions: number, };

/**
 * Request of `day_check`.
 */
export type DayCheckRequest = { 
/**
 * The plan under way; today's schedule if absent.
 */
plan: PlanDocument | null, 
/**
 * The day.
 */
day: string, 
/**
 * This moment: what has begun by then is left out; the begin of the day if absent.
 */
now: string | null, };

/**
 * One day of the plan.
 */
export type DayExpectation = { 
/**
 * Day.
 */
date: string, 
/**
 * Its sessions.
 */
expected: ExpectedAttendance, };

/**
 * What could be done about a finding.
 */
export type DayProposal = { 
/**
 * In one sentence.
 */
text: string, 
/**
 * As actions.
 */
actions: Array<Action>, 
/**
 * What the plan's cost changes by, cents.
 */
delta_cents: number, };

/**
 * One page.
 */
export type DaySheet = { 
/**
 * Clinician, room or session key.
 */
id: string, 
/**
 * What stands above it.
 */
title: string, 
/**
 * By time; for a group by patient.
 */
rows: Array<DaySheetRow>, };

/**
 * One line.
 */
export type DaySheetRow = { 
/**
 * Session key.
 */
session: string, 
/**
 * Start, of this clinician's part on a clinician's sheet.
 */
from: string, 
/**
 * End.
 */
until: string, 
/**
 * What it is: the kind of session, or the service if names are wanted.
 */
what: string, 
/**
 * Patients; on a clinician's sheet of a group none.
 */
patients: Array<string>, 
/**
 * How many patients have a seat, for a group session; 0 for any other.
 */
seats: number, 
/**
 * Clinicians, the first one leading; without the one whose sheet it is.
 */
clinicians: Array<string>, 
/**
 * Room; empty outside rooms.
 */
room: string, 
/**
 * How.
 */
modality: Modality, };

/**
 * Reply of `day_sheets`.
 */
export type DaySheetsReply = { 
/**
 * What the clinic is called.
 */
clinic: string, 
/**
 * True if people and events were generated.
 */
synthetic: boolean, 
/**
 * The day.
 */
day: string, 
/**
 * SHA-256 of the plan: two sheets with the same belong together.
 */
plan: string, 
/**
 * The moment that the clinic describes.
 */
as_of: string, 
/**
 * The notice that goes with records under 42 CFR part 2, if the settings ask for one.
 */
notice: string | null, 
/**
 * The pages, by title.
 */
sheets: Array<DaySheet>, };

/**
 * Request of `day_sheets`.
 */
export type DaySheetsRequest = { 
/**
 * The plan; today's schedule if absent.
 */
plan: PlanDocument | null, 
/**
 * The day.
 */
day: string, 
/**
 * What has a page of its own.
 */
by: SheetBy, 
/**
 * True to show patients and services as they are called in the tables; initials and kinds of session otherwise.
 */
names: boolean, };

/**
 * The sign between whole and fraction.
 */
export type DecimalMark = "point" | "comma";

/**
 * What somebody accepted of triage for an order, or of acuity for a patient. It stays in the document when it is
 * withdrawn; the newest that is not withdrawn holds.
 */
export type Decision = { 
/**
 * Unique id.
 */
id: string, 
/**
 * Order id that it concerns, for triage.
 */
order?: string | null, 
/**
 * Patient id that it concerns, for acuity.
 */
patient?: string | null, 
/**
 * When it was accepted.
 */
decided: string, 
/**
 * The tier.
 */
tier?: Tier | null, 
/**
 * Priority 1-5 for an order without one of its own.
 */
priority?: number | null, 
/**
 * When the first session should have begun, for an order that does not say so itself.
 */
due_by?: string | null, 
/**
 * Discipline, for a service that any may give.
 */
discipline?: string | null, 
/**
 * Ways allowed, for an order that names none.
 */
modalities?: Array<Modality>, 
/**
 * Acuity level 0-4 in place of the patient's.
 */
acuity?: number | null, 
/**
 * Ids of the rules that fired.
 */
rules?: Array<string>, 
/**
 * Version of the rules.
 */
version: string, 
/**
 * Why, in the user's words.
 */
reason?: string | null, 
/**
 * When it was taken back; absent while it holds.
 */
withdrawn?: string | null, };

/**
 * A clinician who left.
 */
export type Departure = { 
/**
 * Clinician id or pseudonym.
 */
clinician: string, 
/**
 * Last day.
 */
date: string, 
/**
 * True if it was their own wish.
 */
voluntary: boolean, 
/**
 * True if employed per diem.
 */
per_diem: boolean, };

/**
 * How a group differs from everyone else.
 */
export type Difference = { 
/**
 * Mean of the group less that of the others, within the strata if there are some.
 */
value: number, 
/**
 * The same as it is shown.
 */
text: string, 
/**
 * 95 % interval of it.
 */
interval: IndicatorInterval, 
/**
 * Patients of both sides who were compared; in a stratum with fewer than two on a side nobody is.
 */
compared: number, 
/**
 * Chance that a patient of the group has a higher number than another one, ties counting half.
 */
superiority: number, 
/**
 * p value of the rank-sum test, adjusted for the number of comparisons by Holm's method.
 */
p_adjusted: number, 
/**
 * True if a difference was found: `p_adjusted` is below 0.05.
 */
found: boolean, 
/**
 * True if it was found and is to the group's disadvantage.
 */
unfavorable: boolean, 
/**
 * A difference of this size would be found four times in five, before adjusting.
 */
detectable: number, };

/**
 * Reply of `digest`.
 */
export type DigestReply = { 
/**
 * SHA-256 of each text, 64 hexadecimal digits.
 */
digests: Array<string>, };

/**
 * Request of `digest`.
 */
export type DigestRequest = { 
/**
 * The texts.
 */
texts: Array<string>, };

/**
 * Whether more is better.
 */
export type Direction = "higher" | "lower" | "neither";

/**
 * A discipline in the coming weeks. Hours are clinicians' hours, everything that goes with a session included.
 */
export type DisciplineAhead = { 
/**
 * Discipline.
 */
discipline: string, 
/**
 * Requests for services that it mostly gives.
 */
referrals: Course, 
/**
 * Sessions and seats of services that it mostly gives.
 */
visits: Course, 
/**
 * Hours that it needs, whatever the service.
 */
hours: Course, 
/**
 * What it has.
 */
capacity: Capacity, 
/**
 * Hours missing by week in the middle case; spare if negative.
 */
gap: Array<number>, 
/**
 * Hours missing by week if the hours are to suffice with the probability asked for.
 */
gap_planned: Array<number>, 
/**
 * Probability that the hours suffice, by week.
 */
chance_enough: Array<number>, 
/**
 * Probability that the sum of hours suffices for the sum of all weeks.
 */
chance_enough_in_all: number, 
/**
 * Full-time equivalents needed by week in the middle case.
 */
fte: Array<number>, 
/**
 * What would close the planned gap, each by itself.
 */
closing: Array<Closing>, 
/**
 * The same in a few sentences.
 */
words: Array<string>, };

/**
 * One discipline.
 */
export type DisciplineWorkload = { 
/**
 * Discipline.
 */
discipline: string, 
/**
 * Clinicians in it.
 */
clinicians: number, 
/**
 * The last four whole workweeks.
 */
recent: PersonStrain, 
/**
 * The plan.
 */
ahead: PersonStrain, };

/**
 * Reply of `disclose`.
 */
export type DiscloseReply = { 
/**
 * First day covered.
 */
from: string, 
/**
 * Last day covered.
 */
until: string, 
/**
 * Names of the columns.
 */
header: Array<string>, 
/**
 * What leaves, as it is shown.
 */
rows: Array<Array<string>>, 
/**
 * What does not.
 */
left_out: Array<LeftOutRow>, 
/**
 * The list as CSV, then for each invitation a text and a calendar. Names say nothing of the contents.
 */
files: Array<ExportedFile>, 
/**
 * The notice of 42 CFR 2.32, if the settings ask for it; the CSV has it in every row.
 */
notice: string | null, };

/**
 * Request of `disclose`.
 */
export type DiscloseRequest = { 
/**
 * Which list.
 */
list: DisclosureList, 
/**
 * First day; a week is covered if absent: the next for what is to come, the last for what was.
 */
from: string | null, 
/**
 * Last day.
 */
until: string | null, 
/**
 * The moment of writing, by the clocks of the site; `as_of` if absent or earlier.
 */
now: string | null, };

/**
 * Which list.
 */
export type DisclosureList = "reminders" | "family" | "visits" | "billing";

/**
 * What something about a patient is told for.
 */
export type DisclosurePurpose = "reminders" | "family" | "visit_verification" | "billing" | "external";

/**
 * Reply of `document`.
 */
export type DocumentReply = { 
/**
 * The whole document; `open` reads it back to the same value.
 */
clinic: Clinic, };

/**
 * What is done with a session.
 */
export type Done = "cancel" | "change" | "add";

/**
 * One finding.
 */
export type Doubt = { 
/**
 * What it is about.
 */
kind: DoubtKind, 
/**
 * How much it matters.
 */
grade: Grade, 
/**
 * How sure it is.
 */
sure: Sureness, 
/**
 * What was found, with names and numbers.
 */
what: string, 
/**
 * Why it matters.
 */
why: string, 
/**
 * The rows, at most [`MAX_ROWS_SHOWN`].
 */
rows: Array<DoubtPlace>, 
/**
 * How many rows there are.
 */
num_rows: number, 
/**
 * What one click could do about it; the first is what we would do.
 */
mends: Array<Mend>, };

/**
 * What a finding is about.
 */
export type DoubtKind = "similar_rooms" | "similar_skills" | "similar_disciplines" | "similar_services" | "long_session" | "many_visits" | "documentation_beyond_day" | "wrong_order" | "parts_beyond_paid" | "missing_level" | "level_differs" | "stale_phase" | "license_expired" | "license_expiring" | "no_hours" | "authorizations_overlap" | "units_used_up" | "unresolved_past" | "same_session_twice" | "sudden_shift";

/**
 * A row that a finding is about.
 */
export type DoubtPlace = { 
/**
 * Table name.
 */
table: string, 
/**
 * Row, counted from 1.
 */
row: number, 
/**
 * Its id, or that of the person it is about.
 */
id: string, };

/**
 * Units drawn from a budget when the session (or seat) is placed.
 */
export type Draw = { 
/**
 * Budget index.
 */
budget: number, 
/**
 * Units.
 */
units: number, };

/**
 * A session that lost its place.
 */
export type Dropped = { 
/**
 * Session key.
 */
session: string, 
/**
 * Patients who had it.
 */
patients: Array<string>, 
/**
 * True if clinical rules demand it.
 */
mandated: boolean, 
/**
 * What stands in the way.
 */
reason: string, };

/**
 * A clinician-day: when, from where and how long one clinician can work on one day.
 *
 * # Worked minutes
 * Everyone who counts worked minutes (day and week limits, overtime, indicators) uses this rule. A *commitment* is
 * one part of a placed session, busy in `[start - before, start + minutes + after)`; it belongs to the duty of the
 * day on which the part starts, also when it runs past midnight. A duty without commitments has 0 worked minutes.
 * Otherwise worked = span - lunch:
 * - The *span* runs from the start of the first busy time to the end of the last one. If `commute_paid`, it begins
 *   earlier by the way from `start_place` to the first commitment's place (left as late as possible) and ends later
 *   by the way from the last commitment's place to `end_place`. A commitment at [`ANYWHERE`] is where the one before
 *   it was, or at `start_place`.
 * - *Lunch* is `lunch.minutes` if some stretch between two consecutive commitments is free for that long within
 *   `[lunch.from, lunch.to)` (see [`Lunch::free_between`]), else 0: a shorter break is working time
 *   (29 CFR 785.18-19).
 *
 * Every other gap and all travel inside the span is working time. Documentation counts only as far as it is booked
 * in `before` and `after`; [`Part::documentation`] is not added.
 */
export type Duty = { 
/**
 * Clinician index.
 */
clinician: number, 
/**
 * Day of the horizon.
 */
day: number, 
/**
 * Week of the horizon the day belongs to, by the clinic's first weekday.
 */
week: number, 
/**
 * Intervals in which sessions with their minutes before and after must lie. Travel at either end must lie
 * between the first interval's start and the last one's end. Hard.
 */
windows: Array<[number, number]>, 
/**
 * Minutes outside this interval are extra time; travel included.
 */
regular: [number, number], 
/**
 * Place where the day starts.
 */
start_place: number, 
/**
 * Place where the day ends.
 */
end_place: number, 
/**
 * True if the way from the start and to the end place is working time.
 */
commute_paid: boolean, 
/**
 * Most worked minutes, counted as above; hard.
 */
max_work_min: number, 
/**
 * Most tenths of points; hard; `i32::MAX` if there is no cap.
 */
points_cap: number, 
/**
 * Lunch wanted: a free gap of `minutes` within `[from, to)`.
 */
lunch: Lunch | null, 
/**
 * Intervals the clinician would rather work in; empty = no wish.
 */
preferred: Array<[number, number]>, 
/**
 * True on days that count as a burden (weekend, holiday).
 */
burden: boolean, };

/**
 * Reply of `edit_rows`.
 */
export type EditRowsReply = { 
/**
 * Rows that were changed; those that stay as they were do not count.
 */
changed: number, 
/**
 * Rows that were added.
 */
added: number, 
/**
 * Rows that were removed.
 */
removed: number, 
/**
 * Everything that is wrong with the others, which stay as they were.
 */
wrong: Array<WrongCell>, 
/**
 * The clinic afterwards.
 */
open: OpenReply, };

/**
 * Request of `edit_rows`.
 */
export type EditRowsRequest = { 
/**
 * Table name.
 */
table: string, 
/**
 * Rows as they shall be, 10,000 at most.
 */
rows: Array<EditedRow>, 
/**
 * Places of rows that shall go, counted from 0.
 */
remove: Array<number>, };

/**
 * A row as it shall be.
 */
export type EditedRow = { 
/**
 * Its place in the table, counted from 0; a new row behind the last one if absent.
 */
row: number | null, 
/**
 * One text for each column, in their order; missing ones are empty.
 */
cells: Array<string>, };

/**
 * A clinician who may do a part, with what that costs.
 */
export type Eligible = { 
/**
 * Clinician index.
 */
clinician: number, 
/**
 * Days of the horizon on which skills and licenses hold, one bit each.
 */
days: number, 
/**
 * Choices of the session in which this clinician can take part, one bit each (`u32::MAX` = all): video and
 * telephone need a clinician who is equipped and licensed for them. Hard, with [`Rule::NotEligible`](super::Rule).
 */
choices: number, 
/**
 * Cents for [`CostTerm::Continuity`](super::CostTerm).
 */
continuity: number, 
/**
 * Cents for [`CostTerm::Preference`](super::CostTerm) (gender, language).
 */
preference: number, 
/**
 * Cents for [`CostTerm::Specialization`](super::CostTerm).
 */
specialization: number, };

/**
 * Request of the operations that ask for nothing but the open clinic.
 */
export type EmptyRequest = Record<symbol, never>;

/**
 * Reply of `vault_check`.
 */
export type EnvelopeReply = { 
/**
 * Which save of its document it says to be.
 */
revision: number, 
/**
 * Memory that its key takes, MiB.
 */
memory_mib: number, };

/**
 * Request of `vault_check`, `vault_test` and `vault_recall`.
 */
export type EnvelopeRequest = { 
/**
 * The bytes of the file, base64.
 */
envelope: string, };

/**
 * Counted equipment that a session occupies.
 */
export type Equipment = { 
/**
 * Unique id.
 */
id: string, 
/**
 * Site id.
 */
site: string, 
/**
 * Name on screen.
 */
name: string, 
/**
 * Pieces there are.
 */
count: number, };

/**
 * A mean over runs with what chance makes of it.
 */
export type Estimate = { 
/**
 * Mean.
 */
mean: number, 
/**
 * One run in ten lies below.
 */
p10: number, 
/**
 * Half of the runs lie below.
 */
p50: number, 
/**
 * One run in ten lies above.
 */
p90: number, 
/**
 * Standard error of the mean from the finite number of runs.
 */
mc_error: number, 
/**
 * Runs.
 */
n: number, };

/**
 * Reply of `estimate`: no re-plan, an estimate with the band that its error keeps to 8 times in 10.
 */
export type EstimateReply = { 
/**
 * By outcome.
 */
estimates: Array<SurfaceEstimate>, 
/**
 * Where the goal is reached, if one was given.
 */
goal?: Array<SurfaceGoalPoint>, };

/**
 * Request of `estimate`.
 */
export type EstimateRequest = { 
/**
 * A surface, as `surface` gives it.
 */
surface: Surface, 
/**
 * A value for each of its sliders, in the unit of the lever.
 */
values: Array<number>, 
/**
 * What has to be reached, if that is asked as well.
 */
goal?: SurfaceGoal, };

/**
 * What is expected of several sessions together.
 */
export type ExpectedAttendance = { 
/**
 * Visits: one patient in one session.
 */
seats: number, 
/**
 * Visits that are expected to take place.
 */
attend: number, 
/**
 * Their standard deviation, if visits are independent; doubt about the chances themselves comes on top.
 */
attend_sd: number, 
/**
 * No-shows expected.
 */
no_shows: number, 
/**
 * Late cancellations expected.
 */
late_cancels: number, 
/**
 * Cancellations by the clinic expected.
 */
provider_cancels: number, 
/**
 * Minutes of sessions that are expected to be held.
 */
held_minutes: number, 
/**
 * Minutes of sessions that are planned.
 */
planned_minutes: number, 
/**
 * Expected visit completion (K9); absent without visits.
 */
completion?: number, 
/**
 * Expected no-show rate (K10).
 */
no_show_rate?: number, 
/**
 * Expected attendance (K11).
 */
attendance?: number, };

/**
 * Reply of `explain`.
 */
export type ExplainReply = { 
/**
 * What speaks for the place, each a fact of the plan; empty if the session is not placed.
 */
satisfied: Array<string>, 
/**
 * What the session's place costs, by term: the cost of the plan less that of the plan without the session.
 */
costs: Array<CostLine>, 
/**
 * The next best place, with what it costs more; absent if there is none or the session is not placed.
 */
next_best?: AlternativePlace, 
/**
 * Why it is not placed; absent if it is.
 */
unplaced?: Unplaced, };

/**
 * Request of `explain`.
 */
export type ExplainRequest = { 
/**
 * The plan.
 */
plan: PlanDocument, 
/**
 * Session key, or the id of an order whose seats are missing.
 */
session: string, };

/**
 * How it is written.
 */
export type ExportFormat = "json" | "csv" | "tables" | "fhir" | "ndjson";

/**
 * Request of `audit_export`.
 */
export type ExportLogRequest = { 
/**
 * How it is written.
 */
format: LogFormat, };

/**
 * Reply of `export`.
 */
export type ExportReply = { 
/**
 * The files; empty if tables were asked for.
 */
files: Array<ExportedFile>, 
/**
 * The tables, if they were asked for.
 */
tables: RawTables | null, };

/**
 * Request of `export`.
 */
export type ExportRequest = { 
/**
 * What is written.
 */
what: ExportWhat, 
/**
 * How it is written.
 */
format: ExportFormat, 
/**
 * The plan, if `what` is `plan`; the published one if absent.
 */
plan: PlanDocument | null, 
/**
 * When the file is made, time of the site; for a plan in FHIR. The clinic's `as_of` if absent.
 */
recorded: string | null, 
/**
 * Seed of the search that found the plan; for a plan in FHIR. The clinic's if absent.
 */
seed: number | null, };

/**
 * What is written.
 */
export type ExportWhat = "clinic" | "plan" | "template" | "issues";

/**
 * A file that was written.
 */
export type ExportedFile = { 
/**
 * File name.
 */
name: string, 
/**
 * Its text.
 */
text: string, };

/**
 * A fact as it is known.
 */
export type FactSeen = { 
/**
 * Its name.
 */
fact: string, 
/**
 * Its words, if it is made of words.
 */
words: Array<string>, 
/**
 * Its value, or the least it can be.
 */
low?: number, 
/**
 * The most it can be.
 */
high?: number, 
/**
 * Day of the latest observation in it.
 */
date?: string, };

/**
 * A group against everyone else.
 */
export type FairnessGroup = { 
/**
 * Name of the group; empty if it is not stated.
 */
group: string, 
/**
 * True if the group is hidden: fewer than 10 people, or the only way to keep such a group from being worked out.
 */
hidden: boolean, 
/**
 * Patients with a number.
 */
people?: number, 
/**
 * Their mean.
 */
mean?: number, 
/**
 * Their median.
 */
median?: number, 
/**
 * The mean as it is shown, or why there is none.
 */
text: string, 
/**
 * Against everyone else; absent if too few can be compared or nothing varies.
 */
difference?: Difference, };

/**
 * One measure, group by group.
 */
export type FairnessMeasure = { 
/**
 * `wait`, `busy_hours`, `continuity` or `changes`.
 */
id: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * How a patient's number is found.
 */
definition: string, 
/**
 * Unit of the numbers.
 */
unit: IndicatorUnit, 
/**
 * Whether more is better for a patient.
 */
direction: Direction, 
/**
 * The groups, by name; patients without one come first, under an empty name.
 */
groups: Array<FairnessGroup>, };

/**
 * Reply of `fairness`.
 */
export type FairnessReply = { 
/**
 * First moment of the period.
 */
from: string, 
/**
 * First moment after it.
 */
to: string, 
/**
 * True if the clinic's data were generated.
 */
synthetic: boolean, 
/**
 * What was found.
 */
report: FairnessReport, };

/**
 * A fairness report.
 */
export type FairnessReport = { 
/**
 * What it was computed from.
 */
basis: IndicatorBasis, 
/**
 * What patients are grouped by.
 */
by: Grouping, 
/**
 * Within which groups patients are compared; with everyone if absent.
 */
within?: Grouping, 
/**
 * What was measured.
 */
measures: Array<FairnessMeasure>, 
/**
 * Comparisons made; the chance of a false finding is shared among them.
 */
comparisons: number, 
/**
 * Comparisons in which a difference was found.
 */
found: number, 
/**
 * What the report can say and what it cannot.
 */
limits: Array<string>, };

/**
 * Request of `fairness`. With `plan`: of that plan. With neither plan nor period: of the last 26 weeks.
 */
export type FairnessRequest = { 
/**
 * A plan of the open clinic.
 */
plan: PlanDocument | null, 
/**
 * First moment of the past; 26 weeks before `to` if absent.
 */
from: string | null, 
/**
 * First moment after it; the document's moment if absent.
 */
to: string | null, 
/**
 * What patients are grouped by; the group that the clinic keeps for it if absent.
 */
by: Grouping | null, 
/**
 * Within which groups patients are compared; with everyone if absent.
 */
within: Grouping | null, };

/**
 * Low, middle and high values by period, of one thing.
 */
export type Fan = { 
/**
 * In 95 of 100 cases more than this comes, and at most that: lower end.
 */
low95: Array<number>, 
/**
 * One case in ten lies below.
 */
p10: Array<number>, 
/**
 * As many cases lie below as above.
 */
p50: Array<number>, 
/**
 * One case in ten lies above.
 */
p90: Array<number>, 
/**
 * Upper end of the 95 % interval.
 */
high95: Array<number>, };

/**
 * A value that is another one now.
 */
export type FieldChange = { 
/**
 * Field name.
 */
field: string, 
/**
 * As it was; empty if there was none.
 */
before: string, 
/**
 * As it is now.
 */
after: string, };

/**
 * A figure beside the main one.
 */
export type Figure = { 
/**
 * What it is.
 */
name: string, 
/**
 * Unit.
 */
unit: IndicatorUnit, 
/**
 * Value, not rounded.
 */
value: number, 
/**
 * Value as it is shown.
 */
text: string, };

/**
 * Something that needs attention.
 */
export type Finding = { 
/**
 * How much it matters.
 */
urgency: Urgency, 
/**
 * What it is about.
 */
kind: FindingKind, 
/**
 * Keys of the sessions concerned; the id of the appointment where it is no session of the plan.
 */
sessions: Array<string>, 
/**
 * Who or what is concerned.
 */
resource: Concerned | null, 
/**
 * What is wrong, in one sentence of ids and numbers.
 */
text: string, 
/**
 * What could be done, carried out and checked; absent where nothing was found or a person must decide.
 */
proposal?: DayProposal, };

/**
 * What a finding is about.
 */
export type FindingKind = "double_booking" | "no_clinician" | "license" | "room" | "hours" | "over_limit" | "authorization" | "consent" | "other_rule" | "unconfirmed" | "supervision" | "interpreter" | "travel_slack" | "overtime" | "license_ends";

/**
 * A rule that fired.
 */
export type FiredRule = { 
/**
 * Rule id.
 */
rule: string, 
/**
 * What it decides.
 */
purpose: Purpose, 
/**
 * What it says.
 */
text: string, 
/**
 * The tier it gives.
 */
tier?: Tier, 
/**
 * Points it adds.
 */
points: number, 
/**
 * The facts it was answered by.
 */
facts: Array<FactSeen>, };

/**
 * Reply of `forecast`.
 */
export type ForecastReply = { 
/**
 * The clinic's demand and hours; absent if series were given.
 */
clinic: ClinicAhead | null, 
/**
 * The series that were given, in the order of the request.
 */
given: Array<GivenAhead>, };

/**
 * Request of `forecast`: of the open clinic, or of `series` that are given as numbers.
 */
export type ForecastRequest = { 
/**
 * Weeks ahead, 1 to 26; 13 if 0. Periods ahead, 1 to 28, for `series`.
 */
horizon: number, 
/**
 * Seed of the ways in which the weeks may go; the clinic's if absent.
 */
seed: number | null, 
/**
 * The hours are to suffice with this probability, 0.5 to 0.99; 0.8 if 0.
 */
service_level: number, 
/**
 * Days beside the public holidays on which less comes than usual.
 */
holidays: Array<string>, 
/**
 * What overtime, temporary staff and hires cost and take, where it differs: `overtime_multiplier`,
 * `agency_premium`, `hire_lead_days`, `benefit_load`.
 */
assumptions: Array<AssumptionValue>, 
/**
 * Series given as numbers, in place of the open clinic.
 */
series: Array<GivenSeries>, };

/**
 * Whether the optimizer may move an appointment.
 */
export type Freedom = "free" | "movable" | "locked";

/**
 * The forecast of a series that was given as numbers.
 */
export type GivenAhead = { 
/**
 * As in the request.
 */
id: string, 
/**
 * Its forecast.
 */
ahead: Ahead, };

/**
 * A history given as numbers.
 */
export type GivenSeries = { 
/**
 * What it is called in the reply.
 */
id: string, 
/**
 * Amounts by period, oldest first; 8 at least, none negative.
 */
values: Array<number>, 
/**
 * Lengths of the seasons there may be, in periods, 2 to 366: 52 for weeks, 12 for months, 7 for days.
 */
seasons: Array<number>, };

/**
 * Reply of `governance`.
 */
export type GovernanceReply = { 
/**
 * The clinic's name.
 */
name: string, 
/**
 * True if the clinic's data were generated.
 */
synthetic: boolean, 
/**
 * Currency of amounts of money, ISO 4217.
 */
currency: string, 
/**
 * First day of the quarter.
 */
from: string, 
/**
 * First day after it.
 */
until: string, 
/**
 * First day of as long a time before it.
 */
before: string, 
/**
 * Every indicator of the time before and of the quarter.
 */
indicators: Array<ComparisonRow>, 
/**
 * The indicators week by week.
 */
trends: Array<Trend>, 
/**
 * Whether groups of patients were served alike in the quarter.
 */
fairness: FairnessReport, 
/**
 * What was done in the quarter, by the audit log.
 */
actions: Array<ActionCount>, 
/**
 * Overrides of the quarter, oldest first.
 */
overrides: Array<OverrideNote>, 
/**
 * Values of the rule packs in force that began or ended in the quarter.
 */
dated_rules: Array<DatedRule>, 
/**
 * Values that the clinic sets itself, as they are now.
 */
own_rules: Array<OwnRule>, 
/**
 * Other rule packs than before, by the audit log.
 */
pack_changes: Array<PackChange>, 
/**
 * What the pack can say and what it cannot.
 */
limits: Array<string>, };

/**
 * Request of `governance`.
 */
export type GovernanceRequest = { 
/**
 * First day of the quarter; 13 whole workweeks before `until` if absent.
 */
from: string | null, 
/**
 * First day after it; the first day of the workweek of the document's moment if absent.
 */
until: string | null, 
/**
 * Entries of the audit log; those of the quarter are counted. Ask `audit_verify` whether they are as they were
 * written.
 */
entries: Array<AuditEntry>, 
/**
 * What patients are grouped by; the group that the clinic keeps for it if absent.
 */
by: Grouping | null, 
/**
 * Within which groups patients are compared; with everyone if absent.
 */
within: Grouping | null, };

/**
 * How much a finding matters.
 */
export type Grade = "error" | "warning" | "note";

/**
 * A group that runs every week.
 */
export type Group = { 
/**
 * Unique id.
 */
id: string, 
/**
 * Topic on screen.
 */
name: string, 
/**
 * Service id (kind `group`).
 */
service: string, 
/**
 * Site id.
 */
site: string, 
/**
 * Occurrences a week.
 */
per_week: number, 
/**
 * Fewest patients for it to run.
 */
min: number, 
/**
 * Patients wished for.
 */
target: number, 
/**
 * Most patients.
 */
max: number, 
/**
 * Skill of a co-leader, if there is one.
 */
co_leader_skill?: string | null, 
/**
 * Clock windows in which it may run.
 */
hours?: string | null, };

/**
 * No-shows of a group of patients among the held-out visits.
 */
export type GroupCell = { 
/**
 * Name of the group; empty if it is not stated.
 */
group: string, 
/**
 * True if the group is hidden: fewer than 10 people, or needed to hide such a group.
 */
hidden: boolean, 
/**
 * What is told of it otherwise.
 */
figures?: GroupFigures, };

/**
 * Figures of a group that is not hidden.
 */
export type GroupFigures = { 
/**
 * Patients.
 */
people: number, 
/**
 * Their held-out visits.
 */
n: number, 
/**
 * No-shows.
 */
observed: number, 
/**
 * No-shows expected by what predicts them.
 */
expected: number, 
/**
 * Observed over expected: above 1 the group misses more than is predicted.
 */
ratio: number, 
/**
 * 95 % interval of the ratio (Byar's approximation; Breslow and Day 1987, vol. II, 2.3).
 */
ratio_low: number, 
/**
 * Upper end.
 */
ratio_high: number, 
/**
 * Share of the visits that are among the tenth with the largest chance of all: who would be offered help first.
 */
flagged: number, 
/**
 * Discrimination within the group, from 20 no-shows on.
 */
auc?: number, };

/**
 * Two patients who must or must not share a group session.
 */
export type GroupPair = { 
/**
 * Patient index.
 */
a: number, 
/**
 * Patient index.
 */
b: number, 
/**
 * True: where one of them sits and both want a seat, both sit. False: never both.
 */
together: boolean, };

/**
 * No-shows by groups of patients.
 */
export type GroupReport = { 
/**
 * `language`, `equity_group`, `site` or `level_of_care`, as they are now.
 */
by: string, 
/**
 * The groups, by name.
 */
cells: Array<GroupCell>, 
/**
 * What stands out, in a sentence.
 */
statement: string, };

/**
 * What patients are grouped by. None of it ever reaches the optimizer as a group.
 */
export type Grouping = "equity_group" | "phase" | "level_of_care" | "site";

/**
 * Number of employees on a day, for turnover.
 */
export type Headcount = { 
/**
 * Day.
 */
date: string, 
/**
 * Employees.
 */
employees: number, 
/**
 * Of these: per diem.
 */
per_diem: number, };

/**
 * One suggestion.
 */
export type Help = { 
/**
 * What.
 */
kind: HelpKind, 
/**
 * Why it is suggested.
 */
reason: string, 
/**
 * The chance of missing it among visits that were like that: what went together in the past, not what the help
 * will bring. Absent where the tables cannot tell.
 */
missing_then?: number, };

/**
 * Kinds of help.
 */
export type HelpKind = "nearer_slot" | "video" | "ride" | "call";

/**
 * One file of an import. Exactly one of `text`, `base64` and `tables` is given.
 */
export type ImportFile = { 
/**
 * File name; tells the table, if `table` does not.
 */
name: string, 
/**
 * The table it holds, if the name does not say so.
 */
table: string | null, 
/**
 * Text: CSV, pasted cells, or the JSON document.
 */
text: string | null, 
/**
 * Bytes in base64: a text file of any encoding, or a workbook.
 */
base64: string | null, 
/**
 * A workbook that was read by the workbook module.
 */
tables: RawTables | null, };

/**
 * Reply of `import`.
 */
export type ImportReply = { 
/**
 * True if the rows are now the open clinic; false for a preview, or if no row could be used.
 */
opened: boolean, 
/**
 * What was wrong with the files.
 */
issues: Array<Issue>, 
/**
 * How the columns were understood.
 */
columns: Array<ColumnMatch>, 
/**
 * The fields of the tables that were read, for columns that are mapped by hand.
 */
fields: Array<TableFields>, 
/**
 * Profiles that fit the files: those of the request and shipped ones.
 */
profiles: Array<ProfileFit>, 
/**
 * Rows used and left out, by table.
 */
counts: Array<RowCount>, 
/**
 * What was found when the rows were put together; empty if nothing was opened.
 */
clinic_issues: Array<Issue>, 
/**
 * What the clinic holds, if it was opened.
 */
summary: ClinicSummary | null, };

/**
 * Request of `import`.
 */
export type ImportRequest = { 
/**
 * The files, at least one. Files of the same table add up.
 */
files: Array<ImportFile>, 
/**
 * Columns whose field is set by hand.
 */
mapping: Array<ColumnChoice>, 
/**
 * Which number comes first in dates like `3/4/2026`; found out by column if absent.
 */
dates: DateOrder | null, 
/**
 * The decimal mark; found out by table if absent.
 */
decimal: DecimalMark | null, 
/**
 * IANA time zone of the site, for files that tell instants and not the zone; the open clinic's if absent.
 */
time_zone: string | null, 
/**
 * How exports of known sources are read, at most 100: the first that fits a file is applied to it.
 */
profiles: Array<Profile>, 
/**
 * True to read and report only: what is open stays open.
 */
preview: boolean, };

/**
 * Something that has happened.
 */
export type Incident = { "kind": "emergency", 
/**
 * Patient id.
 */
patient: string, 
/**
 * Service id of what is needed.
 */
service: string, 
/**
 * When it should have begun.
 */
by: string, 
/**
 * Length, minutes, if it differs from the service's.
 */
minutes: number | null, } | { "kind": "late", 
/**
 * Clinician id.
 */
clinician: string, 
/**
 * By so many minutes, 1 to 480.
 */
minutes: number, } | { "kind": "sick", 
/**
 * Clinician id.
 */
clinician: string, 
/**
 * First moment away.
 */
from: string, 
/**
 * First moment back.
 */
until: string, } | { "kind": "room_closed", 
/**
 * Room id.
 */
room: string, 
/**
 * First moment closed.
 */
from: string, 
/**
 * First moment open again.
 */
until: string, } | { "kind": "admission", 
/**
 * The patient's row, if new.
 */
patient: Patient | null, 
/**
 * What the patient must receive.
 */
orders: Array<Order>, 
/**
 * What the payer has granted for it.
 */
authorizations: Array<Authorization>, };

/**
 * One indicator, computed or not.
 */
export type Indicator = { 
/**
 * Id, for example `K16`.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * What it was computed from.
 */
basis: IndicatorBasis, 
/**
 * Unit of the value.
 */
unit: IndicatorUnit, 
/**
 * Whether more is better.
 */
direction: Direction, 
/**
 * What it says, in a sentence.
 */
definition: string, 
/**
 * What the numerator counts.
 */
numerator_is: string, 
/**
 * What the denominator counts; empty if there is none.
 */
denominator_is: string, 
/**
 * What is counted how in doubtful cases.
 */
edge_cases: string, 
/**
 * Where the definition comes from.
 */
source: string, 
/**
 * The value, not rounded; absent if not computable.
 */
value?: number | null, 
/**
 * The value as it is shown, with its unit; `not computable` if there is none.
 */
text: string, 
/**
 * Number of rows, sessions, patients that the value rests on.
 */
n: number, 
/**
 * Numerator.
 */
numerator?: number | null, 
/**
 * Denominator.
 */
denominator?: number | null, 
/**
 * Interval, for proportions.
 */
interval?: IndicatorInterval | null, 
/**
 * Quantiles, for times.
 */
quantiles?: Quantiles | null, 
/**
 * Figures beside the main one.
 */
figures?: Array<Figure>, 
/**
 * What could not be used.
 */
left_out?: Array<LeftOut>, 
/**
 * What the reader must know, for example that travel is estimated.
 */
notes?: Array<string>, 
/**
 * Rows in the numerator.
 */
numerator_rows?: RowIds | null, 
/**
 * Rows in the denominator.
 */
denominator_rows?: RowIds | null, 
/**
 * Why there is no value.
 */
not_computable?: NotComputable | null, };

/**
 * What an indicator was computed from.
 */
export type IndicatorBasis = "history" | "plan";

/**
 * An interval around a value, in its unit.
 */
export type IndicatorInterval = { 
/**
 * Lower end.
 */
low: number, 
/**
 * Upper end.
 */
high: number, 
/**
 * How it was found, for example `Wilson 95 %`.
 */
method: string, };

/**
 * Choices that the definitions leave to the clinic.
 */
export type IndicatorOptions = { 
/**
 * Leave is taken out of bookable time.
 */
leave_out_leave: boolean, 
/**
 * Meetings and training are taken out of bookable time.
 */
leave_out_meetings: boolean, 
/**
 * Time protected for documentation is taken out of bookable time.
 */
leave_out_protected: boolean, 
/**
 * Lowest satisfaction score that counts as top box.
 */
top_box: number, 
/**
 * Fewest answers for which survey figures are shown.
 */
hide_below: number, 
/**
 * When the changes of a plan reach patients and staff; the document's moment if absent. Late changes are counted
 * from it.
 */
announced: string | null, };

/**
 * What a value counts.
 */
export type IndicatorUnit = "share" | "share_year" | "number" | "index" | "points" | "minutes" | "hours" | "days" | "months" | "money";

/**
 * One uncertain input: a triangular distribution over its cautious, most likely and hopeful value.
 */
export type Input = { 
/**
 * Name; seeds its stream.
 */
name: string, 
/**
 * Cautious end: rank 0.
 */
low: number, 
/**
 * Most likely value.
 */
likely: number, 
/**
 * Hopeful end: rank 1. May be below `low`.
 */
high: number, 
/**
 * True if its rank follows the common factor of the scenario's changes.
 */
shared: boolean, };

/**
 * One finding about data: where it is, why it is wrong, what to do. Readers and validators collect all of them
 * instead of stopping at the first.
 */
export type Issue = { 
/**
 * Stable code, for example `row.unknown_reference`.
 */
code: string, 
/**
 * How much it matters.
 */
severity: Severity, 
/**
 * Table (sheet, file) name; empty for the whole input.
 */
table: string, 
/**
 * 1-based data row in that table (the header is not counted); absent for the whole table.
 */
row?: number | null, 
/**
 * The id of that row, if it has one.
 */
id?: string | null, 
/**
 * Column name; absent for the whole row.
 */
field?: string | null, 
/**
 * What is wrong.
 */
cause: string, 
/**
 * What to do about it.
 */
action: string, };

/**
 * Request of `vault_keep`.
 */
export type KeepNoteRequest = { 
/**
 * The note.
 */
text: string, };

/**
 * What kind of session a service is.
 */
export type Kind = "individual" | "group" | "family" | "evaluation" | "shift";

/**
 * Findings of one kind.
 */
export type KindCount = { 
/**
 * The kind.
 */
kind: DoubtKind, 
/**
 * The gravest grade among them.
 */
grade: Grade, 
/**
 * How many there are, listed or not.
 */
count: number, };

/**
 * Reply of `kpis`.
 */
export type KpisReply = { 
/**
 * What they were computed from.
 */
basis: IndicatorBasis, 
/**
 * First moment of the period.
 */
from: string, 
/**
 * First moment after it.
 */
to: string, 
/**
 * True if the clinic's data were generated.
 */
synthetic: boolean, 
/**
 * Currency of amounts of money, ISO 4217.
 */
currency: string, 
/**
 * The indicators, computed or not.
 */
indicators: Array<Indicator>, 
/**
 * The indicators week by week, if a trend was asked for; those with a value in at least one week.
 */
trends: Array<Trend>, 
/**
 * The indicators that count patients by groups of them, if asked for.
 */
breakdowns: Array<Breakdown>, };

/**
 * Request of `kpis`. With `plan`: of that plan. With `from` or `to`: of what happened. With neither: of today's
 * schedule.
 */
export type KpisRequest = { 
/**
 * A plan of the open clinic.
 */
plan: PlanDocument | null, 
/**
 * First moment of the past; 26 weeks before `to` if absent.
 */
from: string | null, 
/**
 * First moment after it; the document's moment if absent.
 */
to: string | null, 
/**
 * Ids of indicators; all if empty.
 */
ids: Array<string>, 
/**
 * Choices that the definitions leave open.
 */
options: IndicatorOptions, 
/**
 * Whole workweeks of a trend before the end of the period, or before the document's moment for a plan, 0 to 104;
 * none if 0.
 */
trend_weeks: number, 
/**
 * What patients are grouped by; no groups if absent.
 */
by: Grouping | null, };

/**
 * Rows that could not be used, visibly.
 */
export type LeftOut = { 
/**
 * Why.
 */
reason: string, 
/**
 * How many.
 */
n: number, };

/**
 * Something that was left out of a file.
 */
export type LeftOutRow = { 
/**
 * Appointment id.
 */
session: string, 
/**
 * Patient id, if it concerns one. For eyes in the clinic alone.
 */
patient: string, 
/**
 * Why.
 */
reason: string, };

/**
 * What a change turns, and on whom. Unit and range of the value stand in [`TABLE`]; 0 always means "as today".
 *
 * The order is the order in which levers edit a clinic, whatever the order of a request.
 */
export type Lever = { "hire": { 
/**
 * Discipline of the new people.
 */
discipline: string, 
/**
 * Site id; the site with most people of the discipline if absent.
 */
site?: string | null, 
/**
 * Days from the start month until the person is there; the rule pack's 83 days [EMP] if absent.
 */
lead_days?: number | null, } } | { "temp": { 
/**
 * Discipline.
 */
discipline: string, 
/**
 * Site id, as for a hire.
 */
site?: string | null, } } | { "departure": { 
/**
 * Clinician id.
 */
clinician: string, } } | { "week_hours": { 
/**
 * Only this discipline; everyone if absent.
 */
discipline?: string | null, } } | { "overtime_cap": { 
/**
 * Only this discipline; everyone if absent.
 */
discipline?: string | null, } } | { "caseload_cap": { 
/**
 * Clinician id.
 */
clinician: string, } } | { "skill": { 
/**
 * Discipline.
 */
discipline: string, 
/**
 * Skill that a service, an order or a group asks for.
 */
skill: string, } } | { "telehealth": { 
/**
 * Service id.
 */
service: string, } } | { "group_count": { 
/**
 * Group id.
 */
group: string, } } | { "group_size": { 
/**
 * Group id.
 */
group: string, } } | { "rooms": { 
/**
 * Site id.
 */
site: string, } } | { "opening_hours": { 
/**
 * Site id.
 */
site: string, } } | { "buffer": { 
/**
 * Only this service; every service if absent.
 */
service?: string | null, } } | { "supervision": { 
/**
 * Only supervised people of this discipline; everyone if absent.
 */
discipline?: string | null, } } | { "documentation": { 
/**
 * Only this discipline; everyone if absent.
 */
discipline?: string | null, } } | "reserve" | "travel" | "zones" | { "triage_hours": { 
/**
 * Tier.
 */
tier: Tier, } } | "demand" | { "no_show": { 
/**
 * Only this service; every service if absent.
 */
service?: string | null, } } | "attendance" | { "pay": { 
/**
 * Only this discipline; everyone if absent.
 */
discipline?: string | null, } } | { "price": { 
/**
 * Only this service; every service if absent.
 */
service?: string | null, } } | { "payer_mix": { 
/**
 * The payer they leave, by name in `authorizations`.
 */
from: string, 
/**
 * The payer they come to; any name.
 */
to: string, 
/**
 * What the new payer pays more (or less) for the same, per cent of today's price, -100 to 200.
 */
price_percent: number, } } | "turnover" | "time_to_fill" | "overtime_hours" | "utilization" | "scheduling_hours" | "readmission";

/**
 * One change of a scenario.
 */
export type LeverChange = { 
/**
 * What is turned.
 */
lever: Lever, 
/**
 * By how much, in the lever's unit: the most likely value.
 */
value: number, 
/**
 * The cautious end of the range; `value` if absent. May be above or below `value`.
 */
low?: number | null, 
/**
 * The hopeful end of the range; `value` if absent.
 */
high?: number | null, 
/**
 * First month with an effect, from 1.
 */
start_month: number, 
/**
 * Months from the start to full effect, in equal steps; 0 and 1 mean full at once.
 */
ramp_months: number, 
/**
 * The same when it goes slowly; `ramp_months` if absent. Follows the rank of the value.
 */
ramp_low?: number | null, 
/**
 * The same when it goes fast.
 */
ramp_high?: number | null, 
/**
 * In phases instead of a ramp: discovery, pilot, scale.
 */
rollout?: Rollout | null, 
/**
 * Last month with an effect; to the end of the horizon if absent.
 */
end_month?: number | null, 
/**
 * Spent once, in the month before the change starts, cents.
 */
one_off_cents: number, 
/**
 * Spent every month from the start, cents.
 */
running_cents_month: number, };

/**
 * One lever.
 */
export type LeverFacts = { 
/**
 * Name in requests.
 */
id: string, 
/**
 * What it is about.
 */
family: LeverFamily, 
/**
 * Unit of its value.
 */
unit: string, 
/**
 * Least value that is accepted. Ends are our choice, wide enough for any real plan.
 */
least: number, 
/**
 * Greatest value that is accepted.
 */
most: number, 
/**
 * How it is taken.
 */
planned: LeverPlanned, 
/**
 * True if it states a result that no plan of ours confirms.
 */
claim: boolean, 
/**
 * True if its first month comes only after the days to hire; otherwise it is the change's `start_month`.
 */
after_hiring: boolean, 
/**
 * Usual months to full effect: slow, likely, fast. A request says its own.
 */
ramp_months: [number, number, number], 
/**
 * What it does.
 */
meaning: string, 
/**
 * What 0 means.
 */
zero: string, };

/**
 * What a lever is about.
 */
export type LeverFamily = "people" | "time" | "care" | "rooms" | "travel" | "money" | "claims";

/**
 * How a scenario takes a lever.
 */
export type LeverPlanned = "anew" | "levels" | "counted";

/**
 * Reply of `levers`.
 */
export type LeversReply = { 
/**
 * Every lever, with unit, range and what it does.
 */
levers: Array<LeverFacts>, 
/**
 * One of each that this clinic has something to turn for, on what it has most of.
 */
here: Array<Lever>, 
/**
 * What a scenario without changes takes.
 */
presets: Array<LeverChange>, 
/**
 * The templates.
 */
templates: Array<TemplateRow>, 
/**
 * The phases of a rollout, by default.
 */
rollout: Rollout, };

/**
 * A license or credential with dates.
 */
export type License = { 
/**
 * Clinician id.
 */
clinician: string, 
/**
 * The skill it stands for.
 */
skill: string, 
/**
 * First day it is valid.
 */
from?: string | null, 
/**
 * Last day it is valid.
 */
until?: string | null, };

/**
 * A limit of one clinician.
 */
export type Limit = "day_minutes" | "week_minutes" | "week_points" | "caseload";

/**
 * Less work for a clinician for some time.
 */
export type LoadCap = { 
/**
 * Clinician id.
 */
clinician: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
until: string, 
/**
 * Most working time a week meanwhile, minutes; never exceeded.
 */
week_min: number, 
/**
 * Why.
 */
reason?: string | null, };

/**
 * Where a log stops being trustworthy.
 */
export type LogFault = { 
/**
 * What is wrong.
 */
kind: LogFaultKind, 
/**
 * The first entry that may be wrong, counted from 1.
 */
entry: number, 
/**
 * The last entry that may be the first wrong one; the same as `entry` unless a head gave it away.
 */
to: number, };

/**
 * What is wrong with a log.
 */
export type LogFaultKind = "place" | "changed" | "chain" | "missing" | "head" | "unknown";

/**
 * How the log is written.
 */
export type LogFormat = "jsonl" | "csv" | "fhir";

/**
 * What was found.
 */
export type LogVerification = { 
/**
 * How many entries there are.
 */
entries: number, 
/**
 * How many signed heads there are.
 */
heads: number, 
/**
 * The last entry that a head vouches for; 0 if none does.
 */
signed_to: number, 
/**
 * The first 16 digits of the last entry's hash; empty without entries.
 */
head: string, 
/**
 * Entries whose moment is before that of the entry before them: the clock was set back. Not a fault.
 */
clock_back: Array<number>, 
/**
 * The first fault; absent if everything is as it was written.
 */
fault: LogFault | null, };

/**
 * Where the planned analysis stands at this look.
 */
export type LookReading = { 
/**
 * Estimate over its error, with Student's t brought to the normal scale.
 */
z: number, 
/**
 * The bound of this look.
 */
bound: number, 
/**
 * True if the bound is exceeded.
 */
crossed: boolean, 
/**
 * Interval that holds over all planned looks (Jennison and Turnbull 1989); absent if the data are too few for any at
 * this bound.
 */
interval?: [number, number], };

/**
 * A lunch break that is wanted in a clinician-day.
 */
export type Lunch = { 
/**
 * Earliest start.
 */
from: number, 
/**
 * Latest end.
 */
to: number, 
/**
 * Length.
 */
minutes: number, 
/**
 * True if a clinician-day without any session counts as one without a lunch break (a benchmark's rule).
 */
counts_unused: boolean, };

/**
 * A point of the map: the sphere laid flat around the middle of the places (equirectangular), good for a county.
 */
export type MapPoint = { 
/**
 * Miles to the east of the middle.
 */
east: number, 
/**
 * Miles to the north of it.
 */
north: number, };

/**
 * What is counted.
 */
export type Measure = "referrals" | "visits";

/**
 * What the pilot can tell about one measure.
 */
export type MeasurePower = { 
/**
 * Measure id.
 */
id: string, 
/**
 * Primary or not.
 */
primary: boolean, 
/**
 * As planned.
 */
planned: PowerPoint, 
/**
 * Units in each arm for the wanted chance, up to 10,000; absent if more.
 */
units_needed?: number, 
/**
 * Other numbers of units, for a plot.
 */
curve: Array<PowerPoint>, 
/**
 * In words.
 */
statement: string, };

/**
 * One measure.
 */
export type MeasureReading = { 
/**
 * Measure id.
 */
id: string, 
/**
 * Primary or not.
 */
primary: boolean, 
/**
 * The arms.
 */
arms: Array<ArmReading>, 
/**
 * The analyses that the data allow; the planned one first.
 */
analyses: Array<Analysis>, 
/**
 * The difference in standard deviations of units (Hedges' g).
 */
hedges_g?: number, 
/**
 * The planned analysis against the bound of this look.
 */
look?: LookReading, 
/**
 * The planned analysis for those who look at any time.
 */
anytime?: AnytimeReading, 
/**
 * p-value of the planned analysis, adjusted for all measures that are not primary (Holm); for decisions.
 */
p_holm?: number, 
/**
 * The same by Benjamini and Hochberg; for a list of what to look at next.
 */
p_benjamini_hochberg?: number, 
/**
 * For a measure that must not get worse: true if worse by the margin is excluded.
 */
not_worse?: boolean, 
/**
 * What it amounts to.
 */
verdict: Verdict, 
/**
 * The same in a sentence.
 */
statement: string, 
/**
 * What the data do not exclude, in a sentence.
 */
cannot_exclude: string, };

/**
 * One indicator of one case beside the base, over the replications. Differences are taken run by run.
 */
export type MeasureRow = { 
/**
 * Id of the indicator catalogue, or a name of our own.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * `share`, `hours`, `sessions` or `people`.
 */
unit: string, 
/**
 * 1 if more is better, -1 if less is, 0 if neither.
 */
direction: number, 
/**
 * What it says.
 */
definition: string, 
/**
 * Base: mean over the runs; absent if not computable.
 */
base?: number, 
/**
 * The case: mean over the runs.
 */
value?: number, 
/**
 * Paired difference.
 */
difference?: Estimate, };

/**
 * Where a worker stands between two rounds: all there is to know to go on from there.
 */
export type Member = { 
/**
 * Which worker, from 0.
 */
worker: number, 
/**
 * Rounds done; before the first one there is nothing in the fields below.
 */
round: number, 
/**
 * Steps done.
 */
step: number, 
/**
 * Temperature at the start and at the end of its run, in 1/1024 of a cent.
 */
temperatures: [number, number], 
/**
 * The plan that it goes on from, with its cost in cents.
 */
current: [number, Plan], 
/**
 * The best plan that it has seen, with its cost in cents.
 */
best: [number, Plan], };

/**
 * A change that mends a finding.
 */
export type Mend = { "kind": "one_spelling", 
/**
 * What it is.
 */
word: Word, 
/**
 * The spelling that goes.
 */
from: string, 
/**
 * The spelling that stays.
 */
to: string, } | { "kind": "one_room", 
/**
 * Room id that stays.
 */
keep: string, 
/**
 * Room id that goes.
 */
drop: string, } | { "kind": "one_service", 
/**
 * Service id that stays.
 */
keep: string, 
/**
 * Service id that goes.
 */
drop: string, } | { "kind": "close_past", 
/**
 * The moment.
 */
before: string, 
/**
 * What became of them.
 */
as_what: Close, } | { "kind": "close_sessions", 
/**
 * Appointment ids.
 */
appointments: Array<string>, 
/**
 * What became of them.
 */
as_what: Close, } | { "kind": "clear_documentation", 
/**
 * Appointment ids.
 */
appointments: Array<string>, } | { "kind": "end_authorization", 
/**
 * Its id.
 */
authorization: string, 
/**
 * Last day.
 */
until: string, } | { "kind": "remove_authorization", 
/**
 * Its id.
 */
authorization: string, } | { "kind": "swap_care_dates", 
/**
 * Patient id.
 */
patient: string, } | { "kind": "set_levels", 
/**
 * Each with the level.
 */
levels: Array<PatientLevel>, } | { "kind": "site_hours", 
/**
 * Whose.
 */
who: Who, 
/**
 * Their ids.
 */
ids: Array<string>, };

/**
 * Request of `mend`.
 */
export type MendRequest = { 
/**
 * What is mended, in this order; all of it or nothing.
 */
mends: Array<Mend>, };

/**
 * An answer.
 */
export type MergeAnswer = { 
/**
 * Id of the question.
 */
id: string, 
/**
 * True: the same, or one group session.
 */
yes: boolean, };

/**
 * A row of the clinic with new values.
 */
export type MergeChange = { 
/**
 * Table name.
 */
table: string, 
/**
 * What tells it from other rows: its id, where it has one.
 */
key: string, 
/**
 * Where the values came from.
 */
origin: MergeOrigin, 
/**
 * The values.
 */
fields: Array<FieldChange>, };

/**
 * What became of the rows of a table.
 */
export type MergeCount = { 
/**
 * Table name.
 */
table: string, 
/**
 * New.
 */
added: number, 
/**
 * The clinic has them just so.
 */
same: number, 
/**
 * The clinic has them with other values.
 */
changed: number, 
/**
 * They became seats of a group session.
 */
seated: number, 
/**
 * Settings, which stay.
 */
kept: number, 
/**
 * They cannot be used; the issues say why.
 */
left_out: number, };

/**
 * Rows that look like one group session.
 */
export type MergeGroup = { 
/**
 * Id for the answer.
 */
id: string, 
/**
 * Start.
 */
start: string, 
/**
 * Service id.
 */
service: string, 
/**
 * Clinician id.
 */
clinician: string, 
/**
 * Patient ids.
 */
patients: Array<string>, 
/**
 * Where the rows came from.
 */
origins: Array<MergeOrigin>, 
/**
 * The group session that is there already, if one is.
 */
present: string | null, 
/**
 * The answer that was used; no, unless somebody says yes.
 */
yes: boolean, };

/**
 * A row of a file.
 */
export type MergeOrigin = { 
/**
 * File name.
 */
file: string, 
/**
 * Row, counted from 1 without the header.
 */
row: number, };

/**
 * Two rows that may be the same.
 */
export type MergePair = { 
/**
 * Id for the answer.
 */
id: string, 
/**
 * Table name.
 */
table: string, 
/**
 * Where the row of the file came from.
 */
origin: MergeOrigin, 
/**
 * Its id in the file.
 */
incoming: string, 
/**
 * Id of the row that is there.
 */
present: string, 
/**
 * What they have in common.
 */
what: string, 
/**
 * The answer unless somebody gives one.
 */
usual: boolean, 
/**
 * The answer that was used.
 */
yes: boolean, };

/**
 * Reply of `merge`.
 */
export type MergeReply = { 
/**
 * True if the open clinic has the rows now; false for a preview, or if no row could be used.
 */
opened: boolean, 
/**
 * What was wrong with the files.
 */
issues: Array<Issue>, 
/**
 * How the columns were understood.
 */
columns: Array<ColumnMatch>, 
/**
 * Profiles that fit the files: those of the request and shipped ones.
 */
profiles: Array<ProfileFit>, 
/**
 * What became of the rows, by table.
 */
counts: Array<MergeCount>, 
/**
 * Rows with new values, at most 500.
 */
changes: Array<MergeChange>, 
/**
 * How many rows have new values.
 */
num_changed: number, 
/**
 * Rows that may be the same.
 */
pairs: Array<MergePair>, 
/**
 * Rows that look like one group session.
 */
groups: Array<MergeGroup>, 
/**
 * Questions that were not asked because there are too many; those rows were added as they are.
 */
unasked: number, 
/**
 * Every row of every file with what became of it, as CSV.
 */
report: ExportedFile, 
/**
 * What was found when the rows were put together; empty if nothing was opened.
 */
clinic_issues: Array<Issue>, 
/**
 * What the clinic holds, if it was opened.
 */
summary: ClinicSummary | null, };

/**
 * Request of `merge`.
 */
export type MergeRequest = { 
/**
 * The files and how to read them; with `preview` the open clinic stays as it is.
 */
import: ImportRequest, 
/**
 * Answers to questions of an earlier reply; the others get the usual answer.
 */
answers: Array<MergeAnswer>, 
/**
 * Minutes between the starts of two rows that may be one session, 0 to 60; 10 if absent.
 */
tolerance_min: number | null, 
/**
 * When this is done, for the report.
 */
at: string | null, };

/**
 * Ways to judge a difference.
 */
export type Method = "welch" | "cuped" | "difference_in_differences" | "wild_bootstrap" | "paired" | "permutation" | "newcombe" | "rate_ratio";

/**
 * What one method says.
 */
export type MethodLine = { 
/**
 * `seasonal_naive`, `exponential_smoothing`, `theta` or `decomposition`.
 */
method: string, 
/**
 * By period.
 */
point: Array<number>, };

/**
 * A fact that is missing.
 */
export type MissingFact = { 
/**
 * Its name: a measure to enter in `scores`, or a fact counted in the tables.
 */
fact: string, 
/**
 * Orders, or patients, for which it is missing.
 */
count: number, };

/**
 * How and where a session takes place.
 */
export type Modality = "in_person" | "home" | "video" | "phone";

/**
 * A value by month over the runs, cents: mean, and the tenths of the runs that lie outside.
 */
export type MoneyBand = { 
/**
 * Mean.
 */
mean: Array<number>, 
/**
 * One run in ten lies below.
 */
p10: Array<number>, 
/**
 * Half of the runs lie below.
 */
p50: Array<number>, 
/**
 * One run in ten lies above.
 */
p90: Array<number>, };

/**
 * A kind of income or spending.
 */
export type MoneyLine = "revenue" | "shared" | "pay" | "overtime" | "agency" | "mileage" | "hiring" | "turnover" | "scheduling" | "one_off" | "running";

/**
 * A kind of money over the horizon.
 */
export type MoneyLineSum = { 
/**
 * Kind.
 */
line: MoneyLine, 
/**
 * True for income.
 */
income: boolean, 
/**
 * Base, cents.
 */
base_cents: number, 
/**
 * With the changes, cents.
 */
cents: number, 
/**
 * By month what it brings the clinic against the base, cents: more income or less spending is above 0. Mean over the
 * runs, not rounded; the first value is before month 1.
 */
gain_months: Array<number>, };

/**
 * Income and spending by month.
 */
export type MoneySeries = { 
/**
 * Income.
 */
revenue: MoneyBand, 
/**
 * Spending.
 */
cost: MoneyBand, };

/**
 * A session that makes way.
 */
export type MovedSession = { 
/**
 * Session key.
 */
session: string, 
/**
 * Where it is.
 */
from: PlannedPlace | null, 
/**
 * Where it goes.
 */
to: PlannedPlace, };

/**
 * A session that somebody asks for.
 */
export type NewRequest = { 
/**
 * Patient id.
 */
patient: string, 
/**
 * Service id.
 */
service: string, 
/**
 * Length, minutes, if it differs from the service's.
 */
minutes: number | null, 
/**
 * First day; the first of the horizon if absent.
 */
from: string | null, 
/**
 * Last day, in the same workweek; the last of the week if absent.
 */
until: string | null, };

/**
 * Why there is no value.
 */
export type NotComputable = { 
/**
 * The reason.
 */
reason: string, 
/**
 * What would make it computable.
 */
needs: string, };

/**
 * Reply of `open` and `validate`.
 */
export type OpenReply = { 
/**
 * Everything found wrong or doubtful, in the order of the tables.
 */
issues: Array<Issue>, 
/**
 * What the document holds.
 */
summary: ClinicSummary, };

/**
 * Request of `open`.
 */
export type OpenRequest = { 
/**
 * The whole document.
 */
clinic: Clinic, };

/**
 * A rule that could fire if more were known.
 */
export type OpenRule = { 
/**
 * Rule id.
 */
rule: string, 
/**
 * Facts that are missing.
 */
missing: Array<string>, };

/**
 * Reply of `vault_open`.
 */
export type OpenSaveReply = { 
/**
 * Which save of its document it is.
 */
revision: number, 
/**
 * The save document, of the present format.
 */
document: unknown, 
/**
 * What the audit log inside is worth; absent if it holds none.
 */
log: LogVerification | null, };

/**
 * Request of `vault_open`.
 */
export type OpenSaveRequest = { 
/**
 * The bytes of the file, base64.
 */
envelope: string, 
/**
 * The passphrase, in Unicode normalization form KC.
 */
passphrase: string, };

/**
 * What a patient must receive.
 */
export type Order = { 
/**
 * Unique id.
 */
id: string, 
/**
 * Patient id.
 */
patient: string, 
/**
 * Service id.
 */
service: string, 
/**
 * Sessions a week.
 */
per_week: number, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
until: string, 
/**
 * Length in minutes, if it differs from the service's.
 */
minutes?: number | null, 
/**
 * Days from one session to the next at least: 1 = not twice a day, 2 = a free day between.
 */
min_days_between: number, 
/**
 * Ways allowed, if narrower than the service's.
 */
modalities?: Array<Modality>, 
/**
 * Group ids among which the seats are taken (group services only).
 */
groups?: Array<string>, 
/**
 * Clock windows in which it must lie, if narrower than the patient's.
 */
hours?: string | null, 
/**
 * Skill of a second clinician, if two are needed at the visit.
 */
second_skill?: string | null, 
/**
 * Minutes of the second clinician, if they differ.
 */
second_minutes?: number | null, 
/**
 * Start of the second clinician after the first, earliest, minutes; 0 = together.
 */
second_after_min: number, 
/**
 * The same, latest, minutes.
 */
second_after_max: number, 
/**
 * Clinical priority 1-5, if it differs from the service's.
 */
priority?: number | null, 
/**
 * When it was asked for; starts the waiting clock.
 */
requested?: string | null, 
/**
 * When the first session should have begun; later costs.
 */
due_by?: string | null, 
/**
 * Order id whose sessions of the same week must come first.
 */
after?: string | null, 
/**
 * True if clinical rules demand it (counts as mandated when unplaced).
 */
mandated: boolean, };

/**
 * One outcome: what predicts it, how well, and what matters.
 */
export type OutcomeReport = { 
/**
 * Which outcome.
 */
outcome: AttendanceOutcome, 
/**
 * Visits of the history of which it was asked.
 */
n: number, 
/**
 * To so many it happened.
 */
events: number, 
/**
 * What predicts it from now on.
 */
source: AttendanceSource, 
/**
 * Why, in a sentence.
 */
statement: string, 
/**
 * Model against baseline on the latest quarter; absent if the history is too short for it.
 */
evaluation?: AttendanceEvaluation, 
/**
 * How the model in use was recalibrated on the last four weeks.
 */
recalibration?: Recalibration, 
/**
 * What each band adds, of the model in use.
 */
effects: Array<BandEffect>, };

/**
 * A decision against what was proposed.
 */
export type OverrideNote = { 
/**
 * Number of its entry in the log.
 */
sequence: number, 
/**
 * When, in UTC.
 */
time: string, 
/**
 * What the user is called.
 */
user: string, 
/**
 * Pseudonym of what it concerned; empty if nothing is named.
 */
object: string, 
/**
 * Why.
 */
reason: string, };

/**
 * How a clinician's overtime is counted.
 */
export type Overtime = "none" | "weekly40" | "eight_eighty";

/**
 * A value that the clinic sets in place of the packs'.
 */
export type OwnRule = { 
/**
 * Rule id.
 */
rule: string, 
/**
 * The clinic's value.
 */
value: number, 
/**
 * The packs' value on the last day of the quarter; absent if they have none.
 */
pack_value: number | null, 
/**
 * Why it differs.
 */
reason: string, };

/**
 * Another set of rule packs.
 */
export type PackChange = { 
/**
 * Number of the first entry under the new packs.
 */
sequence: number, 
/**
 * When, in UTC.
 */
time: string, 
/**
 * The packs before.
 */
before: string, 
/**
 * The packs after.
 */
after: string, };

/**
 * Two patients who must or must not share a group occurrence.
 */
export type Pair = { 
/**
 * Patient id.
 */
patient_a: string, 
/**
 * Patient id.
 */
patient_b: string, 
/**
 * Together or apart.
 */
rule: PairRule, };

/**
 * A rule between two patients in groups.
 */
export type PairRule = "together" | "apart";

/**
 * Worth of common random numbers.
 */
export type Pairing = { 
/**
 * Correlation of base and scenario over the runs of the likely draw; 0 if one of them never varies.
 */
correlation: number, 
/**
 * Variance that unpaired runs would have against the paired ones; 1 if there is none.
 */
variance_ratio: number, };

/**
 * The share of one clinician in a session.
 */
export type Part = { 
/**
 * Minutes.
 */
minutes: number, 
/**
 * Minutes before, not available to others.
 */
before: number, 
/**
 * Minutes after, not available to others.
 */
after: number, 
/**
 * Start after the session's start: earliest and latest. `(0, 0)` = together.
 */
offset: [number, number], 
/**
 * Recovery minutes that should follow, free of way. Soft.
 */
recovery: number, 
/**
 * Tenths of points.
 */
points: number, 
/**
 * Documentation minutes, done at any time of the same day.
 */
documentation: number, 
/**
 * Who may do it.
 */
eligible: Array<Eligible>, };

/**
 * Who cancelled or changed an appointment.
 */
export type Party = "patient" | "clinic" | "payer";

/**
 * Someone who is treated.
 */
export type Patient = { 
/**
 * Unique id; a pseudonym is best.
 */
id: string, 
/**
 * Label on screen, for example initials.
 */
name: string, 
/**
 * Phase of treatment.
 */
phase: Phase, 
/**
 * Level of care by the clinic's criteria, for example `2.1`.
 */
level_of_care?: string | null, 
/**
 * Acuity, 0 (stable) to 4 (severe).
 */
acuity: number, 
/**
 * Site id where care is given.
 */
site: string, 
/**
 * When the patient can be seen.
 */
hours: string, 
/**
 * When the patient would rather be seen.
 */
preferred_hours?: string | null, 
/**
 * First day in care.
 */
admitted?: string | null, 
/**
 * Last day in care.
 */
discharged?: string | null, 
/**
 * Latitude of the home, degrees.
 */
latitude?: number | null, 
/**
 * Longitude of the home, degrees.
 */
longitude?: number | null, 
/**
 * Languages understood, preferred first; `en` if empty.
 */
languages?: Array<string>, 
/**
 * True if the session must be in one of these languages.
 */
language_required: boolean, 
/**
 * Gender of clinician that is asked for.
 */
clinician_gender?: string | null, 
/**
 * True if that gender is a must, not a wish.
 */
clinician_gender_required: boolean, 
/**
 * Specializations that would fit.
 */
needs?: Array<string>, 
/**
 * Clinician ids who treat this patient as a rule, first one first.
 */
preferred_clinicians?: Array<string>, 
/**
 * Clinician ids who must not treat this patient.
 */
barred_clinicians?: Array<string>, 
/**
 * True if video and telephone are possible.
 */
telehealth: boolean, 
/**
 * Weekly minimum of clinical hours, if it differs from the level of care's.
 */
minimum_week_hours?: number | null, 
/**
 * Group for the fairness report only; never read by the optimizer.
 */
equity_group?: string | null, };

/**
 * One patient.
 */
export type PatientAcuity = { 
/**
 * Patient id.
 */
patient: string, 
/**
 * Points; the parts sum to `sum`.
 */
points: TriagePoints, 
/**
 * Level of the sum, 0 to 4.
 */
level: number, 
/**
 * Least level it could be.
 */
level_low: number, 
/**
 * Highest level it could be.
 */
level_high: number, 
/**
 * The parts.
 */
parts: Array<FiredRule>, 
/**
 * Weights that could count if more were known.
 */
open: Array<OpenRule>, 
/**
 * The level in the table.
 */
stated: number, 
/**
 * The level that plans use: the accepted one, else the one in the table.
 */
used: number, 
/**
 * The decision in force.
 */
decision?: Decision, 
/**
 * True if the weights would give another level now than what was accepted.
 */
outdated: boolean, 
/**
 * For `amend`: use this level; absent where it is used already.
 */
accept?: Action, 
/**
 * For `amend`: take the decision in force back.
 */
withdraw?: Action, };

/**
 * A patient and the level of care.
 */
export type PatientLevel = { 
/**
 * Patient id.
 */
patient: string, 
/**
 * The level.
 */
level: string, };

/**
 * The strain of one person, or of a team.
 */
export type PersonStrain = { 
/**
 * The index, 0 to 100 (K25); absent if no part is known.
 */
index?: number, 
/**
 * Its band.
 */
band?: StrainBand, 
/**
 * Minutes worked in the period.
 */
worked_min: number, 
/**
 * The parts, known or not.
 */
parts: Array<StrainPart>, };

/**
 * Where the patient stands in treatment; drives weekly minimum hours and priority.
 */
export type Phase = "evaluation" | "detox" | "residential" | "partial_hospitalization" | "intensive_outpatient" | "outpatient" | "maintenance" | "home_health" | "rehabilitation";

/**
 * Which way is better.
 */
export type PilotBetter = "higher" | "lower";

/**
 * How the pilot tells what the new way does.
 */
export type PilotComparison = "randomized" | "difference_in_differences" | "before_after";

/**
 * A pilot as it is planned; also the request of `pilot_design`. Everything in it is hashed.
 */
export type PilotDesign = { 
/**
 * What is tried.
 */
name: string, 
/**
 * How it is told.
 */
comparison: PilotComparison, 
/**
 * First day.
 */
start: string, 
/**
 * Weeks it lasts, 1 to 104.
 */
weeks: number, 
/**
 * Weeks after which one looks, rising; the end is always a look. None but the end if empty.
 */
looks: Array<number>, 
/**
 * How the chance of a false alarm is spent over the looks.
 */
spending: Spending, 
/**
 * Chance of a false alarm, two-sided.
 */
alpha: number, 
/**
 * Wanted chance to find the effect.
 */
power: number, 
/**
 * The units that take part, if known; two at least.
 */
units: Array<PilotUnit>, 
/**
 * Units in each arm if they are not known yet.
 */
units_per_arm: number, 
/**
 * Observations of each unit over the whole pilot, for example visits.
 */
observations: number, 
/**
 * Share of the variance of single observations that lies between units, 0 to 1.
 */
icc: number, 
/**
 * Correlation of a unit's value before and during the pilot, 0 to 1 (below).
 */
correlation: number, 
/**
 * What is measured; exactly one is primary.
 */
measures: Array<PilotMeasure>, 
/**
 * Seed of the drawing of arms and of permutations.
 */
seed: number, };

/**
 * Reply of `pilot_design`.
 */
export type PilotDesignReply = { 
/**
 * The design with everything that was filled in: keep it with the hash.
 */
design: PilotDesign, 
/**
 * SHA-256 of the design, 64 hex digits: write it down where others see it before the start.
 */
hash: string, 
/**
 * Arms, drawn from the seed; empty if the units are not known or there is one arm only.
 */
allocation: Array<Allocated>, 
/**
 * By how much observations of one unit count for less than independent ones.
 */
design_effect: number, 
/**
 * The looks.
 */
looks: Array<PilotLook>, 
/**
 * What can be found.
 */
measures: Array<MeasurePower>, 
/**
 * What weakens the pilot, in words.
 */
warnings: Array<string>, 
/**
 * The whole in plain text, to be kept with the hash.
 */
protocol: string, };

/**
 * What a measure is.
 */
export type PilotKind = "mean" | "share" | "rate";

/**
 * A planned look.
 */
export type PilotLook = { 
/**
 * After this many weeks.
 */
week: number, 
/**
 * The day: the first on which all observations of these weeks are there.
 */
date: string, 
/**
 * Share of the information: of the weeks.
 */
share: number, 
/**
 * Chance of a false alarm spent by then, two-sided.
 */
spent: number, 
/**
 * The z value that must be exceeded, in either direction.
 */
bound: number, 
/**
 * The same as a p-value of that look alone.
 */
nominal_p: number, 
/**
 * Chance to have found the primary effect by then, if it is as large as is worth having.
 */
power: number, };

/**
 * A measure of the pilot.
 */
export type PilotMeasure = { 
/**
 * Unique id, for example `K10`.
 */
id: string, 
/**
 * What it is.
 */
kind: PilotKind, 
/**
 * Which way is better.
 */
better: PilotBetter, 
/**
 * True for the one measure that decides; false for the others.
 */
primary: boolean, 
/**
 * Its value as it is now, in its unit; a share as 0 to 1.
 */
baseline: number, 
/**
 * Standard deviation of single observations; needed for a mean, found from the baseline otherwise.
 */
sd?: number, 
/**
 * The smallest difference worth having, above 0, in its unit.
 */
effect: number, 
/**
 * For a measure that must not get worse: by how much it may at most, above 0.
 */
margin?: number, };

/**
 * Reply of `pilot_reading`.
 */
export type PilotReadingReply = { 
/**
 * Whether the design is the one that was written down.
 */
registration: Registration, 
/**
 * Weeks that have passed.
 */
week: number, 
/**
 * Day of the look.
 */
date: string, 
/**
 * True if this is one of the planned looks.
 */
planned_look: boolean, 
/**
 * How strong the evidence can be at best, by how the arms came about.
 */
evidence: string, 
/**
 * The measures, in the order of the design.
 */
measures: Array<MeasureReading>, 
/**
 * p-value of the number of units in each arm against even arms; small if units went missing on one side.
 */
arm_ratio_p?: number, 
/**
 * What could mislead.
 */
warnings: Array<string>, };

/**
 * Request of `pilot_reading`.
 */
export type PilotReadingRequest = { 
/**
 * The design as it was written down.
 */
design: PilotDesign, 
/**
 * The hash that was written down before the start.
 */
hash?: string, 
/**
 * Weeks that have passed; the end if absent.
 */
week?: number, 
/**
 * What was counted.
 */
rows: Array<PilotRow>, 
/**
 * Adds rows from the records of the open clinic, for measures with the ids K9, K10 or K11 and units that are ids of
 * clinicians.
 */
records?: PilotRecords, };

/**
 * Asks for rows from the open clinic.
 */
export type PilotRecords = { 
/**
 * Weeks before the start that count as the time before, 0 to 104.
 */
before_weeks: number, };

/**
 * What was counted of one unit; rows of the same unit and time are added up.
 */
export type PilotRow = { 
/**
 * Measure id.
 */
measure: string, 
/**
 * Unit id.
 */
unit: string, 
/**
 * Its arm.
 */
arm: Arm, 
/**
 * Units of one cluster are not independent (clinicians of a site); the unit itself if empty.
 */
cluster: string, 
/**
 * True for the time before the pilot.
 */
before: boolean, 
/**
 * Sum of amounts, number of hits, or number of events.
 */
sum: number, 
/**
 * Number of observations, or exposure.
 */
count: number, };

/**
 * A unit of the pilot: a clinician or a site, never a visit.
 */
export type PilotUnit = { 
/**
 * Unique id.
 */
id: string, 
/**
 * Units of one stratum are spread evenly over the arms, for example a discipline; empty for none.
 */
stratum: string, };

/**
 * What is at a place.
 */
export type PlaceKind = "site" | "clinician_home" | "patient_home";

/**
 * A place as the clinic calls it.
 */
export type PlaceName = { 
/**
 * What is there.
 */
kind: PlaceKind, 
/**
 * Id of the site, clinician or patient.
 */
id: string, };

/**
 * Where, when and with whom a session takes place.
 */
export type Placement = { 
/**
 * Start, minutes.
 */
start: number, 
/**
 * Index into the session's choices.
 */
choice: number, 
/**
 * Room index, if the choice needs one.
 */
room: number | null, 
/**
 * Clinician and start of each part, in the order of the session's parts.
 */
parts: Array<Assigned>, };

/**
 * A placement, or none, for every session; seats for every seat order.
 */
export type Plan = { 
/**
 * By session index.
 */
placements: Array<Placement | null>, 
/**
 * By seat order: the group sessions in which the patient has a seat, ascending.
 */
seats: Array<Array<number>>, };

/**
 * A plan in the words of the clinic.
 */
export type PlanDocument = { 
/**
 * Always [`PLAN_FORMAT`].
 */
format: string, 
/**
 * Every session of the horizon, placed or not, in the order of the problem.
 */
sessions: Array<PlannedSession>, 
/**
 * SHA-256 of the plan, hex.
 */
hash: string, };

/**
 * What no plan can undercut.
 */
export type PlanLimits = { 
/**
 * No plan costs less in unplaced sessions, empty seats and minutes short of weekly minimums, cents.
 */
unplaced_cents: number, 
/**
 * Percent by which a plan could cost less than this one at most, rounded up to a tenth.
 */
gap_percent: number, 
/**
 * The same in words.
 */
text: string, 
/**
 * The relaxation that gives the bounds.
 */
relaxation: string, };

/**
 * What a run shows meanwhile.
 */
export type PlanNews = { 
/**
 * Sessions placed.
 */
placed: number, 
/**
 * Sessions that want a place and have none.
 */
unplaced: number, 
/**
 * Cost of the best plan so far.
 */
costs: Array<CostLine>, 
/**
 * The best plan so far, every now and then; it has passed the checker.
 */
best?: PlanDocument, };

/**
 * Reply of `plan`.
 */
export type PlanReply = { 
/**
 * The plan; the independent checker accepts it.
 */
plan: PlanDocument, 
/**
 * Its cost by term.
 */
costs: Array<CostLine>, 
/**
 * What stays unplaced, sessions and seats, each with its reason.
 */
unplaced: Array<Unplaced>, 
/**
 * No plan costs less than this, cents.
 */
bound: number, 
/**
 * How much better a plan could be at most, and what says so.
 */
limits: PlanLimits, 
/**
 * What differs from today's schedule.
 */
changes: Array<Change>, 
/**
 * How many of the changes are of each kind.
 */
changed: ChangeCounts, 
/**
 * SHA-256 of the plan, hex.
 */
hash: string, 
/**
 * Steps done, by all workers together.
 */
steps: number, 
/**
 * Seed used. The same request with the same seed, steps and workers gives the same plan.
 */
seed: number, 
/**
 * Workers that searched together.
 */
workers: number, };

/**
 * Request of `plan`.
 */
export type PlanRequest = { 
/**
 * Where the run begins.
 */
start: Start, 
/**
 * Keys of sessions that stay where the start has them, besides those the clinic has locked.
 */
locks: Array<string>, 
/**
 * Steps of the run, or of each of its workers, 1 to 100,000,000.
 */
steps?: number, 
/**
 * Seed, 0 to 2^53 - 1; the clinic's if absent.
 */
seed?: number, 
/**
 * Workers that search together, 1 to 16, each with all the steps; 1 if absent.
 */
workers?: number, };

/**
 * Where, when and with whom.
 */
export type PlannedPlace = { 
/**
 * Start.
 */
start: string, 
/**
 * Clinician ids, one per part.
 */
clinicians: Array<string>, 
/**
 * Minutes after the start at which each clinician's part begins.
 */
offsets: Array<number>, 
/**
 * How.
 */
modality: Modality, 
/**
 * Room id, when in person.
 */
room?: string | null, };

/**
 * One session of a plan.
 */
export type PlannedSession = { 
/**
 * Stable key.
 */
session: string, 
/**
 * Kind.
 */
kind: Kind, 
/**
 * Service id.
 */
service: string, 
/**
 * Patient ids: the patient, or the patients with a seat.
 */
patients: Array<string>, 
/**
 * Length, minutes.
 */
minutes: number, 
/**
 * True if it stays where it is.
 */
locked: boolean, 
/**
 * Where and when; absent if not placed.
 */
place?: PlannedPlace | null, };

/**
 * How a policy differs from the first, replication by replication: both met the same luck.
 */
export type PolicyDifference = { 
/**
 * Policy.
 */
policy: PolicyName, 
/**
 * The policy that it is compared with.
 */
against: PolicyName, 
/**
 * One by measure: this policy less the other one.
 */
figures: Array<Simulated>, };

/**
 * A scheduling policy by name.
 */
export type PolicyName = "cancel_only" | "recall" | "human" | "rules" | "optimizer";

/**
 * What one policy came to.
 */
export type PolicyResult = { 
/**
 * Policy.
 */
policy: PolicyName, 
/**
 * Its name in words.
 */
name: string, 
/**
 * One by measure.
 */
figures: Array<Simulated>, };

/**
 * Things that are interchangeable and of which there are only so many at a time.
 */
export type Pool = { 
/**
 * Name for explanations.
 */
name: string, 
/**
 * How many.
 */
count: number, 
/**
 * When they can be used.
 */
open: Array<[number, number]>, };

/**
 * What can be found for this number of units.
 */
export type PowerPoint = { 
/**
 * Units in each arm.
 */
units_per_arm: number, 
/**
 * Chance to find the effect worth having.
 */
power: number, 
/**
 * Smallest difference that is found with the wanted chance.
 */
detectable: number, };

/**
 * `second` may start only after `first` has ended, when both are placed; `second` alone is allowed.
 */
export type Precedence = { 
/**
 * Session index.
 */
first: number, 
/**
 * Session index.
 */
second: number, };

/**
 * Everything that can be placed and everything it takes.
 */
export type Problem = { 
/**
 * First day of the horizon; `None` for benchmark instances without a calendar.
 */
start: string | null, 
/**
 * Days in the horizon, 1 to 28.
 */
num_days: number, 
/**
 * Minutes of one time slot: rooms, equipment and people in shared sessions are booked in whole slots, and
 * sessions that share them start on slot borders (from midnight of the first day).
 */
grid: number, 
/**
 * Minutes of one day: 1440, or the whole horizon of a benchmark instance that has one day.
 */
day_min: number, 
/**
 * What the places are, by place; empty for benchmark instances.
 */
places: Array<PlaceName>, 
/**
 * Travel between places.
 */
travel: Travel, 
/**
 * Price of one unit of each cost term.
 */
prices: Costs, 
/**
 * People who treat.
 */
clinicians: Array<Clinician>, 
/**
 * One entry per clinician and day on which the clinician can work, sorted by clinician, then day.
 */
duties: Array<Duty>, 
/**
 * People who are treated.
 */
patients: Array<Patient>, 
/**
 * Rooms by name.
 */
rooms: Array<Room>, 
/**
 * Interchangeable rooms: same place, same hours, same use. Every room is in exactly one class.
 */
room_classes: Array<Pool>, 
/**
 * Counted equipment.
 */
equipment: Array<Pool>, 
/**
 * What can be placed.
 */
sessions: Array<Session>, 
/**
 * Seats wanted in group sessions.
 */
seat_orders: Array<SeatOrder>, 
/**
 * Authorizations and other things of which there are only so many.
 */
budgets: Array<Budget>, 
/**
 * Weekly minimum minutes.
 */
minimums: Array<WeeklyMinimum>, 
/**
 * Pairs of sessions that must be days apart.
 */
spacings: Array<Spacing>, 
/**
 * Pairs of sessions that must come in order.
 */
precedences: Array<Precedence>, 
/**
 * Pairs of patients who must or must not share a group session.
 */
pairs: Array<GroupPair>, 
/**
 * Rules that hold for the whole clinic.
 */
rules: Rules, };

/**
 * How the export of one source is read.
 */
export type Profile = { 
/**
 * What the user calls the source; unique among the profiles of a request.
 */
name: string, 
/**
 * Table that it holds.
 */
table: string, 
/**
 * Columns by which the export is known: of each list one must be there. Case, space and punctuation do not count.
 */
asks: Array<Array<string>>, 
/**
 * Columns and the fields they hold; those that the file does not have are skipped.
 */
columns: Array<ProfileColumn>, 
/**
 * Which number comes first in dates like `3/4/2026`; found out by column if absent.
 */
dates?: DateOrder | null, 
/**
 * The decimal mark; found out by table if absent.
 */
decimal?: DecimalMark | null, 
/**
 * Where it comes from.
 */
note: string, };

/**
 * A column of a profile.
 */
export type ProfileColumn = { 
/**
 * Column name in the file.
 */
column: string, 
/**
 * Field name; absent to leave the column out.
 */
field?: string | null, };

/**
 * A profile that fits a file.
 */
export type ProfileFit = { 
/**
 * File or sheet.
 */
file: string, 
/**
 * The profile.
 */
profile: Profile, 
/**
 * Columns it asks for that are there, percent.
 */
share: number, 
/**
 * True if it is one of the shipped ones.
 */
shipped: boolean, 
/**
 * True if the file was read by it.
 */
applied: boolean, };

/**
 * Where a task stands.
 */
export type Progress = { 
/**
 * Steps done.
 */
step: number, 
/**
 * Steps of the whole task.
 */
steps: number, 
/**
 * True when there is nothing left to do but `finish`.
 */
done: boolean, 
/**
 * What the operation shows meanwhile, for example `PlanNews`.
 */
news: unknown, };

/**
 * Reply of `published`.
 */
export type PublishedReply = { 
/**
 * Today's schedule, with whatever is wrong in it.
 */
plan: PlanDocument, 
/**
 * Its cost by term.
 */
costs: Array<CostLine>, 
/**
 * Every hard rule it breaks.
 */
violations: Array<BrokenRule>, 
/**
 * How many conflicts they amount to: each rule once for each pair of sessions, or single session (indicator K12).
 */
conflicts: number, };

/**
 * What a triage rule decides when it fires.
 */
export type Purpose = "tier" | "points" | "in_person" | "acuity";

/**
 * Reply of `quality`.
 */
export type QualityReply = { 
/**
 * What was found, by kind; of one kind 200 at most.
 */
findings: Array<Doubt>, 
/**
 * How many there are of each kind that has some.
 */
counts: Array<KindCount>, };

/**
 * Request of `quality`.
 */
export type QualityRequest = { 
/**
 * Licenses that end within so many days are reported, 0 to 730; 60 if absent.
 */
expiring_days: number | null, };

/**
 * Where a skewed distribution lies.
 */
export type Quantiles = { 
/**
 * Half lie below.
 */
median: number, 
/**
 * Nine tenths lie below.
 */
p90: number, 
/**
 * Number of values.
 */
n: number, 
/**
 * How they were found.
 */
method: string, };

/**
 * How to read the internal rates of return.
 */
export type RateReading = "invest" | "borrow" | "several" | "outside" | "none";

/**
 * One table of a file: the rows of a sheet, the header among them.
 */
export type RawTable = { 
/**
 * Name of the sheet or file.
 */
name: string, 
/**
 * Every row from the top, header included. Rows may differ in length.
 */
rows: Array<Array<Cell>>, 
/**
 * True if the sheet is hidden in its workbook; it is read like any other, and the reader says so.
 */
hidden: boolean, 
/**
 * True if the file separates fields by semicolons, as programs do where the decimal mark is a comma.
 */
decimal_comma: boolean, };

/**
 * The tables of one file.
 */
export type RawTables = { 
/**
 * In the order of the file.
 */
tables: Array<RawTable>, };

/**
 * What an indicator is read from.
 */
export type ReadFrom = "history" | "published" | "lived";

/**
 * Reply of `save_read`.
 */
export type ReadSaveReply = { 
/**
 * The save document, of the present format.
 */
document: unknown, };

/**
 * Request of `save_read`.
 */
export type ReadSaveRequest = { 
/**
 * The save document as JSON text.
 */
text: string, };

/**
 * Recalibration: log odds become `shift + slope * log odds` (Cox 1958, Biometrika 45:562, doi:10.1093/biomet/45.3-4.562).
 */
export type Recalibration = { 
/**
 * Added to the log odds.
 */
shift: number, 
/**
 * Factor of the log odds; 1 unless there are outcomes enough to tell.
 */
slope: number, 
/**
 * Outcomes of the recent weeks that it was found from.
 */
n: number, };

/**
 * Reply of `vault_recall`.
 */
export type RecallNoteReply = { 
/**
 * The note.
 */
text: string, 
/**
 * Its revision.
 */
revision: number, };

/**
 * What happened to a session on the two sides since the base.
 */
export type ReconcileCase = "both_differ" | "deleted_there_changed_here" | "deleted_here_changed_there" | "new_both_differ" | "ours_only" | "new_here" | "deleted_here" | "theirs_only" | "new_there" | "deleted_there" | "both_same";

/**
 * What was decided about an item.
 */
export type ReconcileDecision = { 
/**
 * Its id.
 */
id: string, 
/**
 * The side that is taken.
 */
take: Take, };

/**
 * One session to accept or reject.
 */
export type ReconcileItem = { 
/**
 * Appointment id.
 */
id: string, 
/**
 * What happened to it.
 */
case: ReconcileCase, 
/**
 * True if both sides did something about it, and not the same.
 */
conflict: boolean, 
/**
 * As it was when the plan was made; absent if it is new.
 */
base: Slot | null, 
/**
 * As the plan has it; absent if it has not.
 */
ours: Slot | null, 
/**
 * As the other system has it; absent if it has not.
 */
theirs: Slot | null, 
/**
 * The side that is taken.
 */
take: Take, 
/**
 * The side that is taken unless somebody decides.
 */
usual: Take, 
/**
 * Why that one.
 */
reason: string, 
/**
 * True if somebody decided.
 */
decided: boolean, };

/**
 * Reply of `reconcile`.
 */
export type ReconcileReply = { 
/**
 * What was wrong with the files.
 */
issues: Array<Issue>, 
/**
 * The days that the files speak about; sessions of other days stay as they are.
 */
covers: Coverage, 
/**
 * Appointments of the files that lie outside the horizon and are not looked at.
 */
outside: number, 
/**
 * Sessions that are the same everywhere.
 */
unchanged: number, 
/**
 * The others, conflicts first.
 */
items: Array<ReconcileItem>, 
/**
 * What the other system has to do to have the accepted schedule: minimal and complete.
 */
lines: Array<ChangeLine>, 
/**
 * The lines as a table, for the workbook module to write.
 */
table: RawTable, 
/**
 * The same as CSV text.
 */
csv: string, 
/**
 * Rules that the accepted schedule breaks and the other system's does not.
 */
broken: Array<BrokenRule>, 
/**
 * Rules that the other system's schedule breaks by itself.
 */
broken_there: number, 
/**
 * True if the accepted schedule is now the open clinic's.
 */
opened: boolean, 
/**
 * What was found in the new clinic, if it was opened.
 */
clinic_issues: Array<Issue>, 
/**
 * What it holds, if it was opened.
 */
summary: ClinicSummary | null, };

/**
 * Request of `reconcile`. The open clinic is the schedule from which the plan was made.
 */
export type ReconcileRequest = { 
/**
 * The other system's schedule, as files; what they name may be rows of the open clinic. `preview` has no effect.
 */
import: ImportRequest, 
/**
 * The plan; today's schedule if absent.
 */
plan: PlanDocument | null, 
/**
 * What was decided about items; the others get their default.
 */
decisions: Array<ReconcileDecision>, 
/**
 * True to open the clinic with the accepted schedule in place of what is open.
 */
accept: boolean, };

/**
 * A request for care that came in.
 */
export type Referral = { 
/**
 * Unique id.
 */
id: string, 
/**
 * Patient id, if admitted.
 */
patient?: string | null, 
/**
 * Service id asked for first.
 */
service: string, 
/**
 * Site id.
 */
site: string, 
/**
 * When the clock started: referral, return home or ordered date.
 */
requested: string, 
/**
 * True if urgent.
 */
emergency: boolean, 
/**
 * Start of the first completed visit; absent while open.
 */
first_visit?: string | null, 
/**
 * When the case was closed without a visit.
 */
closed?: string | null, };

/**
 * Whether the design is the one that was written down.
 */
export type Registration = "matches" | "changed" | "unknown";

/**
 * Reply of `relieve`.
 */
export type RelieveReply = { 
/**
 * The cap.
 */
cap: LoadCap, 
/**
 * For `amend`: keep the cap, so that later plans hold it too.
 */
accept: Action, 
/**
 * The plan with the cap; the independent checker accepts it.
 */
plan: PlanDocument, 
/**
 * What differs from the plan before.
 */
changes: Array<Change>, 
/**
 * Clinicians whose work changes, the one who is relieved first, then by minutes taken over.
 */
people: Array<Absorbed>, 
/**
 * Sessions that had a place and have none, each with its reason.
 */
dropped: Array<Dropped>, 
/**
 * What the change costs, cents, by term: plan after less plan before.
 */
costs: Array<CostLine>, 
/**
 * Their sum, cents.
 */
delta_cents: number, 
/**
 * Without what counts first: unplaced sessions, seats, weekly minimums.
 */
extra_cents: number, 
/**
 * Sessions of others that were free to move because they broke a rule before.
 */
faulty_before: number, 
/**
 * Days of the horizon on which the cap holds; it goes on beyond the horizon.
 */
days_planned: number, 
/**
 * Steps done.
 */
steps: number, 
/**
 * Seed used.
 */
seed: number, };

/**
 * Request of `relieve`.
 */
export type RelieveRequest = { 
/**
 * Clinician id.
 */
clinician: string, 
/**
 * Most working time a week, minutes; four fifths of contract time if absent.
 */
week_min?: number, 
/**
 * First day; the first day of the next workweek, or of the horizon if that is later, if absent.
 */
from?: string, 
/**
 * Weeks, 1 to 26; 4 if absent.
 */
weeks?: number, 
/**
 * The plan before; today's schedule if absent.
 */
plan?: PlanDocument, 
/**
 * True if sessions of others may move too; otherwise only the clinician's own do, and what breaks a rule.
 */
others_may_move: boolean, 
/**
 * Steps of the run, 1 to 100,000,000; 20,000 if absent.
 */
steps?: number, 
/**
 * Seed; the clinic's if absent.
 */
seed?: number, 
/**
 * Why, in the user's words.
 */
reason?: string, };

/**
 * What a repair shows meanwhile.
 */
export type RepairNews = { 
/**
 * Proposals found by now.
 */
proposals: number, 
/**
 * The best of them when it has changed, complete.
 */
first?: RepairProposal, };

/**
 * One way to go on.
 */
export type RepairProposal = { 
/**
 * Sessions elsewhere, or with others, than in the plan, and new ones (`from` absent).
 */
moves: Array<Change>, 
/**
 * Sessions and seats that are left without a place.
 */
cancelled: Array<Cancelled>, 
/**
 * Mandated ones among them.
 */
mandated_lost: number, 
/**
 * Sessions at another time, with other clinicians or in another way, and seats in another group session.
 */
moved: number, 
/**
 * Sessions that only change rooms.
 */
rooms_changed: number, 
/**
 * Minutes by which what is urgent comes too late.
 */
late_min: number, 
/**
 * Who must be told, and of which sessions.
 */
told: Array<Told>, 
/**
 * What the plan's cost changes by, cents, with what is not placed at its price.
 */
delta_cents: number, 
/**
 * The same without what is not placed.
 */
extra_cents: number, 
/**
 * The same by term.
 */
costs: Array<CostLine>, 
/**
 * What tells the clinic of this proposal besides the moves: new sessions as booked appointments, for `amend`
 * after the actions of the reply.
 */
actions: Array<Action>, 
/**
 * The whole plan, for the clinic after the actions.
 */
plan: PlanDocument, };

/**
 * Reply of `repair`.
 */
export type RepairReply = { 
/**
 * What could be done: fewest mandated things lost first, then fewest lost at all, then what is urgent least late,
 * then fewest sessions moved, fewest rooms changed, least cost. Empty if nothing has to change.
 */
proposals: Array<RepairProposal>, 
/**
 * Keys of the sessions that cannot stay where they are, and of new ones.
 */
affected: Array<string>, 
/**
 * Keys of locked sessions that cannot stay: they are cancelled in every proposal, because nobody has agreed to
 * another place.
 */
stuck: Array<string>, 
/**
 * Hard rules that the plan had broken before anything happened; sessions that have not begun are mended too.
 */
faults_before: number, 
/**
 * What tells the clinic of the events, for `amend`.
 */
actions: Array<Action>, 
/**
 * Steps done; the same number with the same seed gives the same proposals.
 */
steps: number, 
/**
 * Seed used.
 */
seed: number, };

/**
 * Request of `repair`.
 */
export type RepairRequest = { 
/**
 * The plan under way; today's schedule if absent.
 */
plan: PlanDocument | null, 
/**
 * This moment: nothing before it changes, and what has begun stays; the document's moment if absent.
 */
now: string | null, 
/**
 * What has happened; several things at once are repaired together.
 */
events: Array<Incident>, 
/**
 * Keys of sessions that stay where the plan has them, besides those the clinic has locked.
 */
locks: Array<string>, 
/**
 * Proposals that are wanted, 1 to 10; 3 if absent.
 */
proposals?: number, 
/**
 * Steps of the run, 1 to 1,000,000.
 */
steps?: number, 
/**
 * Seed, 0 to 2^53 - 1; the clinic's if absent.
 */
seed?: number, };

/**
 * Clinicians' time that is kept free for emergencies on a weekday, in place of the share `reserve.permille`.
 */
export type Reserve = { 
/**
 * Day of the week.
 */
weekday: Weekday, 
/**
 * Minutes, all clinicians together.
 */
minutes: number, 
/**
 * Why so many.
 */
reason?: string | null, };

/**
 * Request of `vault_rewrap`.
 */
export type RewrapRequest = { 
/**
 * The present passphrase.
 */
old: string, 
/**
 * The one from now on.
 */
new: string, };

/**
 * How a change reaches the clinic in phases, counted from its first month: nothing while it is prepared, then a share of
 * the sites or people, then equal steps up to all of them. Takes the place of `ramp_months`.
 *
 * Defaults are our choice, around the pilot of 90 days that is usual [domain, claims in circulation].
 */
export type Rollout = { 
/**
 * Months of discovery, without an effect, 0 to 24; 2 if absent.
 */
discovery_months?: number, 
/**
 * Months of the pilot, 0 to 24; 3 if absent.
 */
pilot_months?: number, 
/**
 * Share of sites or people that are in the pilot, 0 to 1; 0.25 if absent.
 */
pilot_share?: number, 
/**
 * Months from the end of the pilot until all are in it, in equal steps, 0 to 24; 6 if absent. 0 and 1 mean at once.
 */
scale_months?: number, };

/**
 * A room of a site.
 */
export type Room = { 
/**
 * Unique id.
 */
id: string, 
/**
 * Site id.
 */
site: string, 
/**
 * Name on screen.
 */
name: string, 
/**
 * People it holds, clinicians not counted.
 */
seats: number, 
/**
 * What it offers, for example `desk`, `exam_table`, `gym`.
 */
features?: Array<string>, 
/**
 * Hours, if narrower than the site's.
 */
hours?: string | null, };

/**
 * A failure with a stable code. Codes are listed in `docs/errors.md` and never reused.
 */
export type RosterwellError = { 
/**
 * Stable code, for example `request.unknown_field`.
 */
code: string, 
/**
 * Where: a path into the request or document, for example `clinicians[3].hours`. Empty when it is the whole.
 */
path: string, 
/**
 * What happened and what to do, in lower case, without a final stop. Never holds a value from the data.
 */
message: string, };

/**
 * A place on the map.
 */
export type RoutePlace = { 
/**
 * What is there.
 */
kind: PlaceKind, 
/**
 * Id of the site, clinician or patient.
 */
id: string, 
/**
 * Where it lies; absent if the tables give no coordinates.
 */
at?: MapPoint, };

/**
 * A session of a route.
 */
export type RouteStop = { 
/**
 * Key of the session.
 */
session: string, 
/**
 * Where, an index of `places`; absent for video and telephone.
 */
place?: number, 
/**
 * From when the clinician is busy with it, preparation included.
 */
from: string, 
/**
 * Until when, follow-up included.
 */
to: string, 
/**
 * Minutes of the way to it.
 */
way_min: number, 
/**
 * Miles of that way.
 */
way_miles: number, 
/**
 * Minutes between arrival and beginning; negative if there is less time than the way takes.
 */
wait_min: number, };

/**
 * Reply of `routes`.
 */
export type RoutesReply = { 
/**
 * The day.
 */
day: string, 
/**
 * True if some ways are estimates from coordinates.
 */
estimated: boolean, 
/**
 * All sites, and what else the routes touch.
 */
places: Array<RoutePlace>, 
/**
 * By clinician; of those only who have something to do on the day.
 */
routes: Array<ClinicianRoute>, };

/**
 * Request of `routes`.
 */
export type RoutesRequest = { 
/**
 * The plan; today's schedule if absent.
 */
plan: PlanDocument | null, 
/**
 * A day of the horizon.
 */
day: string, };

/**
 * Rows of a table that were used and left out.
 */
export type RowCount = { 
/**
 * Table name.
 */
table: string, 
/**
 * Rows used.
 */
used: number, 
/**
 * Rows left out; the issues say why.
 */
left_out: number, };

/**
 * The rows that count, by id.
 */
export type RowIds = { 
/**
 * The table they stand in, or `sessions` of a plan. A seat is written `appointment/patient`, a clinician-day
 * `clinician date`.
 */
table: string, 
/**
 * How many there are.
 */
count: number, 
/**
 * Most that are listed.
 */
cap: number, 
/**
 * The first of them, in order of time.
 */
ids: Array<string>, };

/**
 * Reply of `rows`.
 */
export type RowsReply = { 
/**
 * The columns of the table.
 */
columns: Array<ColumnInfo>, 
/**
 * The rows asked for.
 */
rows: Array<TextRow>, 
/**
 * How many rows have the text that was looked for.
 */
found: number, };

/**
 * Request of `rows`.
 */
export type RowsRequest = { 
/**
 * Table name.
 */
table: string, 
/**
 * Only rows with this text in some cell, whatever its case and punctuation.
 */
find: string, 
/**
 * How many of them are passed over.
 */
from: number, 
/**
 * Rows wanted, 10,000 at most.
 */
count: number, };

/**
 * A hard rule. Where a rule has an amount, its unit and meaning stand in the rule's description.
 */
export type Rule = "malformed" | "session_window" | "grid" | "not_eligible" | "same_clinician" | "part_offset" | "clinician_hours" | "clinician_overlap" | "patient_overlap" | "patient_hours" | "wrong_room" | "room_hours" | "room_overlap" | "equipment" | "group_seats" | "seat_not_offered" | "group_pair" | "spacing" | "order" | "authorization" | "day_limit" | "week_limit" | "rest" | "days_in_row" | "points_cap" | "caseload_cap" | "lock_moved";

/**
 * A value that the clinic sets in place of a rule pack's.
 */
export type RuleOverride = { 
/**
 * Rule id, for example `level.2.1.minimum_week_hours`.
 */
rule: string, 
/**
 * The value, in the rule's unit.
 */
value: number, 
/**
 * Why it differs; kept in the log.
 */
reason: string, };

/**
 * Rules that hold for the whole clinic, from the rule packs.
 */
export type Rules = { 
/**
 * Rest between the end of one clinician-day and the start of the next, minutes. Hard.
 */
rest_min: number, 
/**
 * Most days in a row on which a clinician works; 0 = no limit. Hard.
 */
max_days_in_row: number, 
/**
 * Longest run of sessions without a break of at least `break_min`, minutes; 0 = no limit. Soft.
 */
max_run_min: number, 
/**
 * Free time at least this long ends a run, minutes; the way between two places is not free.
 */
break_min: number, 
/**
 * A gap shorter than this is of no use to anyone, minutes: the shortest session that can be booked.
 */
shortest_session_min: number, 
/**
 * Minutes of each day (all clinicians; booked ones with those before and after, and all on the way) above which
 * [`CostTerm::Reserve`](super::CostTerm) is charged; empty = no reserve is kept.
 */
day_limits_min: Array<number>, 
/**
 * A session that starts at or after this minute of the day is an evening session.
 */
evening_from: number, 
/**
 * True if lateness counts against the end of the session, false if against its start.
 */
late_at_end: boolean, };

/**
 * What kind of clinic.
 */
export type SampleKind = "addiction_treatment" | "home_health" | "outpatient_rehabilitation" | "network";

/**
 * Which sample to generate.
 */
export type SampleRequest = { 
/**
 * Kind of clinic.
 */
kind: SampleKind, 
/**
 * Clinicians, 1 to 500; values outside are brought inside. 24 if absent.
 */
clinicians: number, 
/**
 * Seed, 0 to 2^53 - 1. 1 if absent.
 */
seed: number, 
/**
 * Weeks of history, 0 to 104. If absent, 26; fewer for more than 60 clinicians, so that a browser can hold it.
 */
weeks?: number | null, };

/**
 * One point of the outcome distribution.
 */
export type ScenarioCase = { 
/**
 * `conservative`, `likely`, `aggressive` or `all_wrong`.
 */
name: string, 
/**
 * Value of every change in this draw, in the order of the changes.
 */
values: Array<number>, 
/**
 * Months to full effect of every change.
 */
ramps: Array<number>, 
/**
 * Demand of the mean week against today's orders.
 */
demand_level: number, 
/**
 * No-show rate against the clinic's own, before any change.
 */
no_show_level: number, 
/**
 * Net benefit against the base over the horizon, paired, cents.
 */
net_cents: Estimate, 
/**
 * Net benefit of the first 12 months, paired, cents.
 */
first_year_cents: Estimate, 
/**
 * Return of the mean months over the horizon.
 */
return: ScenarioReturn, 
/**
 * The same after 12, 24 and 36 months, as far as the horizon goes, and at its end.
 */
returns: Array<ScenarioReturn>, 
/**
 * Month of payback in the earliest tenth of the runs; absent if not within the horizon.
 */
payback_early?: number, 
/**
 * Month of payback in the latest tenth.
 */
payback_late?: number, 
/**
 * By month.
 */
series: MoneySeries, 
/**
 * Net benefit by month, paired.
 */
net: MoneyBand, 
/**
 * The same, added up from the start.
 */
cumulative: MoneyBand, 
/**
 * Sums over the horizon by kind of money, means over the runs.
 */
lines: Array<MoneyLineSum>, 
/**
 * Who receives what.
 */
split: BenefitSplit, 
/**
 * Indicators beside the base.
 */
indicators: Array<MeasureRow>, };

/**
 * One input.
 */
export type ScenarioDriver = { 
/**
 * Name of the lever, or of the unknown.
 */
name: string, 
/**
 * Place of the change, from 0; absent for what no change decides.
 */
change?: number, 
/**
 * Value at P10 of the input, its cautious end.
 */
low: number, 
/**
 * Value at P90.
 */
high: number, 
/**
 * Outcome with the input at P10 and all others in the middle of their ranges.
 */
at_low_cents: Estimate, 
/**
 * The same at P90.
 */
at_high_cents: Estimate, 
/**
 * Difference between both, run by run under the same luck.
 */
swing_cents: Estimate, 
/**
 * Share of the variance of the outcome over the draws that goes with the input: square of the rank correlation.
 * Inputs that move together share variance, so shares do not add up to 1.
 */
variance_share: number, 
/**
 * Its standard error.
 */
variance_share_error: number, 
/**
 * What knowing this input alone before deciding is worth.
 */
information_cents: number, 
/**
 * Its standard error, by leaving out one draw at a time.
 */
information_error_cents: number, };

/**
 * What drives the outcome. Money is net benefit over the horizon, cents.
 */
export type ScenarioDrivers = { 
/**
 * The changes taken apart; absent without changes or before all of these lives are lived.
 */
parts?: ScenarioParts, 
/**
 * Inputs that vary, the one that moves the outcome most first.
 */
inputs: Array<ScenarioDriver>, 
/**
 * Share of the variance that chance alone gives an input which does nothing, on average over this many draws.
 */
chance_share: number, 
/**
 * Expected value of perfect information: what knowing every input before deciding is worth.
 */
perfect_information_cents: number, 
/**
 * The same in words.
 */
advice: string, };

/**
 * Where the run stands, and what it would say if it were stopped now.
 */
export type ScenarioNews = { 
/**
 * Weeks planned.
 */
weeks: number, 
/**
 * Draws done.
 */
draws: number, 
/**
 * Draws wanted.
 */
of_draws: number, 
/**
 * Estimate of net benefit over the horizon, conservative, likely and aggressive, cents: first from quick plans of
 * today's week, then from the draws that are done. Absent before either, and where draws are positions of a surface.
 */
net_cents?: [number, number, number], 
/**
 * True as long as the estimate rests on quick plans of today's week alone.
 */
quick: boolean, };

/**
 * One change.
 */
export type ScenarioPart = { 
/**
 * Name of the lever.
 */
lever: string, 
/**
 * Only this change is made.
 */
alone_cents: Estimate, 
/**
 * What is lost if this change alone is left out of all.
 */
last_cents: Estimate, };

/**
 * Changes by themselves and together, each in the middle of its range, under the same luck.
 */
export type ScenarioParts = { 
/**
 * In the order of the changes.
 */
changes: Array<ScenarioPart>, 
/**
 * All changes at once.
 */
together_cents: Estimate, 
/**
 * What all bring at once beyond the sum of what each brings alone: below 0 where they do the same thing twice.
 */
interaction_cents: Estimate, };

/**
 * Reply of `scenario`.
 */
export type ScenarioReport = { 
/**
 * Name of the request.
 */
name?: string, 
/**
 * The template of the request.
 */
template?: ScenarioTemplate, 
/**
 * True if every draw was done; false if the run was stopped before.
 */
complete: boolean, 
/**
 * Draws that were done.
 */
draws: number, 
/**
 * Replications of the months in each draw.
 */
runs: number, 
/**
 * Months; every series has one value more, the first for what is spent before month 1.
 */
months: number, 
/**
 * Base, by month: the clinic without the changes, planned by the same optimizer.
 */
base: MoneySeries, 
/**
 * Conservative, likely, aggressive: the draws at P10, P50 and P90 of net benefit.
 */
cases: Array<ScenarioCase>, 
/**
 * Everything at its cautious end at once; no point of the distribution. Absent if the run was stopped before.
 */
all_wrong?: ScenarioCase, 
/**
 * What drives the outcome; absent unless asked for, and before its first probe.
 */
drivers?: ScenarioDrivers, 
/**
 * Net benefit over the horizon of every draw, ascending, cents.
 */
outcomes_cents: Array<number>, 
/**
 * The same over all draws.
 */
net_cents: Estimate, 
/**
 * Monte Carlo error of the likely case's net benefit as a share of it; absent if that is 0.
 */
mc_error_share?: number, 
/**
 * Share of all runs of all draws with a net benefit.
 */
chance_of_gain: number, 
/**
 * What pairing base and scenario by the same luck was worth.
 */
pairing: Pairing, 
/**
 * The changes, with the ranges that were used.
 */
changes: Array<LeverChange>, 
/**
 * Everything uncertain, with its distribution.
 */
inputs: Array<Input>, 
/**
 * Everything taken for granted.
 */
assumptions: Array<Assumption>, 
/**
 * Claims, held against the base.
 */
claims: Array<ClaimResult>, 
/**
 * Levels of demand that were planned, 1 = today's orders.
 */
demand_levels: Array<number>, 
/**
 * Weeks planned by the optimizer and passed by the checker.
 */
weeks_planned: number, 
/**
 * What was found in the records, and what the figures cannot say.
 */
limits: Array<string>, 
/**
 * Seed.
 */
seed: number, 
/**
 * Steps done; the same number with the same seed gives the same report.
 */
steps: number, 
/**
 * Version of the engine.
 */
version: string, 
/**
 * SHA-256 of clinic and changes, hex.
 */
input_hash: string, };

/**
 * What to find out.
 */
export type ScenarioRequest = { 
/**
 * Name, given back with the reply.
 */
name?: string, 
/**
 * Changes, at most 24; the presets if absent, none at all if empty.
 */
changes?: Array<LeverChange>, 
/**
 * An approach of the field, whose changes come before those of `changes` (then none if absent).
 */
template?: ScenarioTemplate, 
/**
 * Phases in which every change of the template comes, in place of its ramps; `{}` takes the defaults.
 */
rollout?: Rollout, 
/**
 * Claims to be held against the clinic's base.
 */
claims?: Array<Claim>, 
/**
 * Assumptions that differ from the defaults.
 */
assumptions?: Array<AssumptionValue>, 
/**
 * Months, 12 to 36; 36 if absent.
 */
months?: number, 
/**
 * Joint draws of what is uncertain, 3 to 400; 25 if absent.
 */
draws?: number, 
/**
 * Replications of the months in each draw, 2 to 200; 200 if absent.
 */
runs?: number, 
/**
 * Levels of demand that are planned, 1 to 12; 4 if absent.
 */
levels?: number, 
/**
 * Optimizer steps of the first plan of each level, 1 to 1,000,000; 2,000 if absent.
 */
first_steps?: number, 
/**
 * Optimizer steps of each planned week, 1 to 1,000,000; 200 if absent.
 */
plan_steps?: number, 
/**
 * True to find out as well what each change does alone and what each uncertain input is worth: more weeks to plan.
 */
drivers?: boolean, 
/**
 * Seed, 0 to 2^53 - 1; the clinic's if absent.
 */
seed?: number, };

/**
 * What a stream of benefits and costs returns [K32].
 */
export type ScenarioReturn = { 
/**
 * Months that are counted.
 */
months: number, 
/**
 * Sum of benefits, cents.
 */
benefit_cents: number, 
/**
 * Sum of costs, cents.
 */
cost_cents: number, 
/**
 * Benefits less costs, cents.
 */
net_cents: number, 
/**
 * (benefits - costs) / costs; absent without costs.
 */
roi?: number, 
/**
 * First month, from 1, at whose end benefits have covered costs; 0 if there is never a cost to cover; absent if not
 * within the horizon.
 */
payback_month?: number, 
/**
 * Net present value, cents.
 */
npv_cents: number, 
/**
 * Internal rates of return a year, ascending: at each the net present value is 0.
 */
internal_rates: Array<number>, 
/**
 * What they say.
 */
internal_rate: RateReading, };

/**
 * An approach.
 */
export type ScenarioTemplate = "rule_based_scheduling" | "demand_forecasting" | "triage_and_routing" | "telehealth_first" | "wellbeing";

/**
 * Hours that people spent on making the schedule.
 */
export type SchedulingWork = { 
/**
 * First day of the week.
 */
week: string, 
/**
 * Hours, as reported by the staff.
 */
hours: number, };

/**
 * One measured outcome.
 */
export type Score = { 
/**
 * Patient id.
 */
patient: string, 
/**
 * Measure, for example `six_minute_walk`, `phq9`.
 */
measure: string, 
/**
 * Day.
 */
date: string, 
/**
 * Value on the measure's scale.
 */
value: number, 
/**
 * Goal value, if one was set.
 */
goal?: number | null, };

/**
 * Request of `vault_seal`.
 */
export type SealSaveRequest = { 
/**
 * The save document as JSON text.
 */
document: string, 
/**
 * Why the log is signed: a save, or the lock of the page.
 */
occasion: SigningOccasion, 
/**
 * Revisions up to this one have been given out elsewhere and are not given again.
 */
after: number, };

/**
 * Reply of `vault_seal` and `vault_keep`.
 */
export type SealedReply = { 
/**
 * The bytes of the file, base64.
 */
envelope: string, 
/**
 * Its revision.
 */
revision: number, };

/**
 * What is expected of one visit.
 */
export type SeatExpectation = { 
/**
 * Patient id.
 */
patient: string, 
/**
 * Chance that the visit takes place, if it is not given back in time.
 */
attends: number, 
/**
 * Chance that the patient does not come.
 */
no_show: number, 
/**
 * Chance that the patient cancels late.
 */
late_cancel: number, 
/**
 * Chance that the clinic cancels.
 */
provider_cancel: number, 
/**
 * The chances of the chain with what they are made of.
 */
scores: Array<AttendanceScore>, 
/**
 * What could help, if missing it is likelier than usual; nothing is ever done to the patient.
 */
help: Array<Help>, };

/**
 * Seats that one patient wants among some group sessions.
 */
export type SeatOrder = { 
/**
 * Order id.
 */
order: string, 
/**
 * Patient index.
 */
patient: number, 
/**
 * Seats wanted, each in another session.
 */
count: number, 
/**
 * Group sessions that would do.
 */
options: Array<number>, 
/**
 * Days between two of its seats at least; 0 = may be on the same day.
 */
min_days: number, 
/**
 * What one seat that is not given costs, cents.
 */
empty_cents: number, 
/**
 * True if clinical rules demand it.
 */
mandated: boolean, 
/**
 * True if its minutes count toward the patient's weekly minimum.
 */
counts_to_minimum: boolean, 
/**
 * What one seat draws from budgets.
 */
draws: Array<Draw>, 
/**
 * Seats in the published plan: session indices.
 */
published: Array<number>, };

/**
 * Seats of a group session.
 */
export type Seats = { 
/**
 * Fewest patients.
 */
min: number, 
/**
 * Patients wished for.
 */
target: number, 
/**
 * Most patients; hard.
 */
max: number, };

/**
 * Demand for a service at a site.
 */
export type SeriesAhead = { 
/**
 * What is counted.
 */
measure: Measure, 
/**
 * Service id.
 */
service: string, 
/**
 * Site id; empty if unknown.
 */
site: string, 
/**
 * Discipline that mostly gives it.
 */
discipline: string, 
/**
 * First day of the first week of the history.
 */
first_week: string, 
/**
 * By week; the last one is the last full week.
 */
history: Array<number>, 
/**
 * The forecast; absent if the history is too short.
 */
ahead: Ahead | null, 
/**
 * Why there is none, and what is done instead.
 */
refused: string | null, };

/**
 * A type of session, with what it takes.
 */
export type Service = { 
/**
 * Unique id.
 */
id: string, 
/**
 * Name on screen.
 */
name: string, 
/**
 * Kind of session.
 */
kind: Kind, 
/**
 * Length, minutes.
 */
minutes: number, 
/**
 * Discipline that may give it; any if absent.
 */
discipline?: string | null, 
/**
 * Skill or license that the clinician must hold on the date; none if absent.
 */
skill?: string | null, 
/**
 * Ways it may be given, preferred first.
 */
modalities: Array<Modality>, 
/**
 * What the room must offer when in person.
 */
room_features?: Array<string>, 
/**
 * Seats the room must have when in person.
 */
seats: number, 
/**
 * Equipment id that it occupies when in person.
 */
equipment?: string | null, 
/**
 * Clinician's minutes before the session, not available to others.
 */
before_min: number, 
/**
 * Clinician's minutes after the session: notes, room change, recovery.
 */
after_min: number, 
/**
 * Documentation a session causes, minutes, done at any time of the day.
 */
documentation_min: number, 
/**
 * Clinical priority, 1 (can wait) to 5 (must happen).
 */
priority: number, 
/**
 * Productivity points of one session, for example 1.0 for a routine visit.
 */
points: number, 
/**
 * True if demanding enough for a recovery break after it.
 */
high_acuity: boolean, 
/**
 * True if its minutes count toward the weekly minimum of the level of care.
 */
counts_to_minimum: boolean, 
/**
 * True if the payer wants an authorization.
 */
needs_authorization: boolean, 
/**
 * Billing code.
 */
billing_code?: string | null, 
/**
 * How it is paid.
 */
billing: Billing, 
/**
 * Price per billed unit, cents.
 */
price_cents: number, };

/**
 * One thing to be placed.
 */
export type Session = { 
/**
 * Stable key, for example `order-7/w0/2`; the same for the same clinic, whatever else changes.
 */
key: string, 
/**
 * Kind.
 */
kind: Kind, 
/**
 * Service id.
 */
service: string, 
/**
 * Order id, if it serves one.
 */
order: string | null, 
/**
 * The patient who must be there; `None` for groups and shifts.
 */
patient: number | null, 
/**
 * Minutes for which patient, room and equipment are occupied.
 */
minutes: number, 
/**
 * Where it may lie, whole: `from <= start` and `start + minutes <= to` for one of them. Patient, family and
 * order windows are already in it.
 */
windows: Array<[number, number]>, 
/**
 * Starting inside one of these meets the wish; empty = no wish.
 */
preferred: Array<[number, number]>, 
/**
 * Lateness is counted against the end of the last of these intervals that has opened by the start; empty = never
 * late.
 */
due: Array<[number, number]>, 
/**
 * The clinicians it takes, one entry each.
 */
parts: Array<Part>, 
/**
 * Ways in which it can take place, best first; at least one.
 */
choices: Array<Choice>, 
/**
 * What it costs to leave it unplaced, cents; 0 for a group session, which is valued by its seats.
 */
unplaced_cents: number, 
/**
 * True if clinical rules demand it.
 */
mandated: boolean, 
/**
 * True if its minutes count toward the patient's weekly minimum.
 */
counts_to_minimum: boolean, 
/**
 * Acuity points it puts on its clinicians.
 */
acuity: number, 
/**
 * What it draws from budgets.
 */
draws: Array<Draw>, 
/**
 * Seats, for a group session.
 */
seats: Seats | null, 
/**
 * Where the published plan has it.
 */
published: Placement | null, 
/**
 * True if it must stay where it was published.
 */
locked: boolean, 
/**
 * Patient and discipline, as an index of its own: the same for sessions that should have the same clinician.
 */
thread: number | null, };

/**
 * What is expected of one planned session.
 */
export type SessionExpectation = { 
/**
 * Session key.
 */
session: string, 
/**
 * Service id.
 */
service: string, 
/**
 * Start.
 */
start: string, 
/**
 * Length, minutes.
 */
minutes: number, 
/**
 * First clinician's id.
 */
clinician: string, 
/**
 * Patients in it.
 */
seats: number, 
/**
 * How many of them are expected to come.
 */
attend: number, 
/**
 * Chance that at least one comes, so that the session is held, if patients come independently.
 */
held: number, 
/**
 * Each patient.
 */
patients: Array<SeatExpectation>, };

/**
 * One row: how this clinic is planned.
 */
export type Settings = { 
/**
 * What the clinic is called on screen.
 */
name: string, 
/**
 * True if the people and events were generated. Shown wherever the data is shown.
 */
synthetic: boolean, 
/**
 * IANA time zone of the sites, for example `America/New_York`.
 */
time_zone: string, 
/**
 * ISO 4217 currency code of every amount.
 */
currency: string, 
/**
 * First day of the workweek for weekly hours and overtime.
 */
week_start: Weekday, 
/**
 * Start times fall on this grid, minutes: 5, 10, 15 or 30.
 */
grid_min: number, 
/**
 * First day that is planned.
 */
horizon_start: string, 
/**
 * Days planned, 1 to 28.
 */
horizon_days: number, 
/**
 * The moment the document describes: appointments before it are history.
 */
as_of: string, 
/**
 * Rule packs in force, by id, later ones win.
 */
rule_packs: Array<string>, 
/**
 * Seed of every random choice, 0 to 2^53 - 1.
 */
seed: number, 
/**
 * What a missing authorization does.
 */
authorization_mode: AuthorizationMode, 
/**
 * Average driving speed for estimated travel, km/h.
 */
travel_speed_kmh: number, 
/**
 * Notice below which a patient's cancellation is late, hours.
 */
late_cancel_hours: number, 
/**
 * True if 42 CFR part 2 protects the records: every list that leaves carries the notice of section 2.32.
 */
part2: boolean, 
/**
 * That notice in the clinic's words; [`super::consent::PART2_NOTICE`] if absent.
 */
part2_notice?: string | null, 
/**
 * True if titles in calendars say nothing of service or patient.
 */
neutral_titles: boolean, };

/**
 * How much an issue matters.
 */
export type Severity = "error" | "warning" | "note";

/**
 * Reply of `round` and of `exchange`.
 */
export type ShareReply = { 
/**
 * From `round` the worker after it; from `exchange` the workers before their next round, or none if the run is
 * over.
 */
members: Array<Member>, 
/**
 * The reply of the run when it is over.
 */
done?: PlanReply, };

/**
 * Request of `round` and of `exchange`.
 */
export type ShareRequest = { 
/**
 * The run, the same in all its requests.
 */
run: PlanRequest, 
/**
 * For `round` the one worker whose next round it is, as `exchange` gave it; for `exchange` all workers after a
 * round, in their order, or none to begin with.
 */
members: Array<Member>, 
/**
 * True to end the run here with the best plan so far; for `exchange`.
 */
stop: boolean, };

/**
 * What has a page of its own.
 */
export type SheetBy = "clinician" | "room" | "group";

/**
 * Cover that is wanted at a place, every week (residential and 24-hour levels).
 */
export type Shift = { 
/**
 * Unique id.
 */
id: string, 
/**
 * Service id (kind `shift`).
 */
service: string, 
/**
 * Site id.
 */
site: string, 
/**
 * Days on which it starts.
 */
days: Array<Weekday>, 
/**
 * Start, minute of the day.
 */
start_min: number, 
/**
 * Length, minutes; may pass midnight.
 */
minutes: number, 
/**
 * Clinicians wanted.
 */
needed: number, };

/**
 * A change of level that was evened out.
 */
export type ShiftLine = { 
/**
 * First period of the history on the new level, from 0.
 */
at: number, 
/**
 * Mean just before.
 */
before: number, 
/**
 * Mean from then on.
 */
after: number, };

/**
 * Reply of `audit_sign`.
 */
export type SignLogReply = { 
/**
 * The signed head; absent if the log has no entry.
 */
head: SignedHead | null, };

/**
 * Request of `audit_sign`.
 */
export type SignLogRequest = { 
/**
 * Why it is signed.
 */
occasion: SigningOccasion, };

/**
 * The signed state of the log at some entry.
 */
export type SignedHead = { 
/**
 * The last entry that it covers.
 */
sequence: number, 
/**
 * Hash of that entry; its first 16 digits are printed on exports.
 */
hash: string, 
/**
 * Why it was signed.
 */
occasion: SigningOccasion, 
/**
 * The Ed25519 key that signed, 64 hexadecimal digits.
 */
public_key: string, 
/**
 * The signature, 128 hexadecimal digits.
 */
signature: string, };

/**
 * When a head is signed.
 */
export type SigningOccasion = "save" | "export" | "lock";

/**
 * What a simulation shows meanwhile.
 */
export type SimulateNews = { 
/**
 * Policy that is living now.
 */
policy: PolicyName | null, 
/**
 * Replications finished.
 */
replications: number, 
/**
 * Claims held against these, from the second one on.
 */
claims: Array<SimulatedClaim>, };

/**
 * Reply of `simulate`.
 */
export type SimulateReply = { 
/**
 * True if the clinic's data were generated.
 */
synthetic: boolean, 
/**
 * Seed of the luck.
 */
seed: number, 
/**
 * Replications that were finished.
 */
replications: number, 
/**
 * First moment lived through.
 */
from: string | null, 
/**
 * End of the time lived through.
 */
to: string | null, 
/**
 * How often things happen, as a share or a week.
 */
rates: Array<SimulatedRate>, 
/**
 * What is followed.
 */
measures: Array<SimulatedMeasure>, 
/**
 * One a policy, as they were asked for.
 */
policies: Array<PolicyResult>, 
/**
 * The others against the first.
 */
differences: Array<PolicyDifference>, 
/**
 * The claims in circulation held against these runs; empty unless the human scheduler and the optimizer are among
 * the policies.
 */
claims: Array<SimulatedClaim>, 
/**
 * What the figures are and what they cannot know, in sentences.
 */
notes: Array<string>, };

/**
 * What is to be lived through.
 */
export type SimulateRequest = { 
/**
 * Policies, each once; differences are to the first.
 */
policies: Array<PolicyName>, 
/**
 * Horizons of the clinic lived through one after another, mostly weeks; 1 to 13.
 */
weeks: number, 
/**
 * Times that they are lived through, each with luck of its own; 1 to 1000.
 */
replications: number, 
/**
 * Seed of the luck; the clinic's if absent.
 */
seed: number | null, 
/**
 * Steps of the optimizer for each published schedule; 1 to 1,000,000.
 */
steps: number, 
/**
 * Steps of the optimizer for each repair; 1 to 100,000.
 */
repair_steps: number, 
/**
 * Share of clinician-days lost to sickness, 0 to 0.5, in place of our assumption.
 */
sick: number | null, 
/**
 * Emergencies a week, 0 to 200, in place of the clinic's own.
 */
emergencies_week: number | null, 
/**
 * Referrals a week, 0 to 200, in place of the clinic's own.
 */
referrals_week: number | null, };

/**
 * One figure of one policy over the replications.
 */
export type Simulated = { 
/**
 * Replications in which it can be computed.
 */
n: number, 
/**
 * Mean over them.
 */
mean: number | null, 
/**
 * 95 % t interval of the mean, with two replications and more: chance over runs of these rates, nothing else.
 */
interval: [number, number] | null, 
/**
 * One replication in ten is worse than this; absent where more is neither better nor worse.
 */
worst_tenth: number | null, 
/**
 * The value of each replication.
 */
values: Array<number | null>, };

/**
 * One claim beside what was measured.
 */
export type SimulatedClaim = { 
/**
 * The claim as it is told.
 */
claim: string, 
/**
 * Indicator that it is about; absent if it is not simulated.
 */
id: string | null, 
/**
 * Unit of its figures; absent if it is not simulated.
 */
unit: IndicatorUnit | null, 
/**
 * The measure that it is about, as its place in the list of measures; absent if it is not simulated.
 */
measure: number | null, 
/**
 * What the figure would have to be with the optimizer.
 */
target: number | null, 
/**
 * The most that it can be, if that matters.
 */
limit: number | null, 
/**
 * How it stands.
 */
verdict: ClaimVerdict, 
/**
 * Why, in a sentence, with the arithmetic.
 */
why: string, 
/**
 * Runs in which the figure exists with both.
 */
n: number, 
/**
 * Mean with the human scheduler.
 */
human: number | null, 
/**
 * Mean with the optimizer.
 */
optimizer: number | null, 
/**
 * Mean of optimizer less human, run by run.
 */
difference: number | null, 
/**
 * 95 % t interval of the difference.
 */
interval: [number, number] | null, 
/**
 * In one run of ten the difference is worse than this.
 */
worst_tenth: number | null, };

/**
 * One figure that is followed.
 */
export type SimulatedMeasure = { 
/**
 * Indicator, for example `K14`.
 */
id: string, 
/**
 * A figure beside its main value; empty for the value itself.
 */
figure: string, 
/**
 * Name.
 */
name: string, 
/**
 * Unit.
 */
unit: IndicatorUnit, 
/**
 * Whether more is better.
 */
direction: Direction, 
/**
 * What it is read from.
 */
read_from: ReadFrom, };

/**
 * One rate that was used.
 */
export type SimulatedRate = { 
/**
 * What happens.
 */
name: string, 
/**
 * Share, or number a week.
 */
value: number, 
/**
 * Where it comes from.
 */
source: string, };

/**
 * A place that the clinic runs.
 */
export type Site = { 
/**
 * Unique id.
 */
id: string, 
/**
 * Name on screen.
 */
name: string, 
/**
 * Opening hours.
 */
hours: string, 
/**
 * Latitude in degrees, for travel estimates.
 */
latitude?: number | null, 
/**
 * Longitude in degrees.
 */
longitude?: number | null, };

/**
 * What two schedules can differ in about a session.
 */
export type Slot = { 
/**
 * Start.
 */
start: string, 
/**
 * Length, minutes.
 */
minutes: number, 
/**
 * Service id.
 */
service: string, 
/**
 * Patient id, unless it is a group or a shift.
 */
patient?: string | null, 
/**
 * Group id.
 */
group?: string | null, 
/**
 * Shift id.
 */
shift?: string | null, 
/**
 * Patient ids with a seat, in order.
 */
seats?: Array<string>, 
/**
 * Clinician ids, the first one leading.
 */
clinicians: Array<string>, 
/**
 * When each begins after the start, minutes; empty if all do at the start.
 */
part_after_min?: Array<number>, 
/**
 * How long each takes part, minutes; empty if all stay to the end.
 */
part_minutes?: Array<number>, 
/**
 * How it takes place.
 */
modality: Modality, 
/**
 * Room id.
 */
room?: string | null, };

/**
 * What a run shows meanwhile.
 */
export type SolveNews = { 
/**
 * Cost of the best plan so far, cents.
 */
cents: number, 
/**
 * Sessions it leaves out.
 */
unplaced: number, };

/**
 * Reply of `solve`.
 */
export type SolveReply = { 
/**
 * The plan; the independent checker accepts it.
 */
plan: Plan, 
/**
 * Its cost by term.
 */
costs: Array<CostLine>, 
/**
 * SHA-256 of the plan, hex.
 */
hash: string, 
/**
 * Steps done.
 */
steps: number, };

/**
 * Request of `solve`.
 */
export type SolveRequest = { 
/**
 * The problem.
 */
problem: Problem, 
/**
 * Steps of the run.
 */
steps: number, 
/**
 * Seed, 0 to 2^53 - 1.
 */
seed: number, };

/**
 * Two sessions whose days must differ by at least `min_days`.
 */
export type Spacing = { 
/**
 * Session index.
 */
a: number, 
/**
 * Session index.
 */
b: number, 
/**
 * Least difference of days.
 */
min_days: number, };

/**
 * A week that is not like the others.
 */
export type SpecialDay = { 
/**
 * The day.
 */
date: string, 
/**
 * `holiday` or `closure`.
 */
kind: string, 
/**
 * Site id, for a closure.
 */
site: string | null, };

/**
 * How the chance of a false alarm is spent over planned looks.
 */
export type Spending = "obrien_fleming" | "pocock";

/**
 * What a clinician's day amounted to, from payroll or time sheets.
 */
export type StaffDay = { 
/**
 * Clinician id.
 */
clinician: string, 
/**
 * Day.
 */
date: string, 
/**
 * Paid minutes.
 */
paid_min: number, 
/**
 * Minutes worked, if they are recorded apart from the paid ones; paid time without leave otherwise.
 */
worked_min?: number | null, 
/**
 * Of the paid minutes: leave.
 */
leave_min: number, 
/**
 * Of these: meetings and training.
 */
meeting_min: number, 
/**
 * Of these: protected for documentation.
 */
protected_min: number, 
/**
 * Of these: travel between sites and visits.
 */
travel_min: number, 
/**
 * Documentation done outside paid time.
 */
after_hours_min: number, 
/**
 * Miles driven.
 */
miles: number, };

/**
 * Hires in one discipline.
 */
export type StaffingHire = { 
/**
 * Discipline.
 */
discipline: string, 
/**
 * Full-time equivalents.
 */
fte: number, };

/**
 * What a planned week is measured by.
 */
export type StaffingMeasure = "placed" | "mandated_unplaced" | "third_next_available" | "high_strain" | "raised_strain" | "overtime_hours" | "utilization";

/**
 * Where the search stands.
 */
export type StaffingNews = { 
/**
 * Weeks planned.
 */
plans: number, 
/**
 * Full-time equivalents hired in the last of them.
 */
fte: number, };

/**
 * One staffing, planned.
 */
export type StaffingPoint = { 
/**
 * Who is hired on top of today's people; empty for today's.
 */
hires: Array<StaffingHire>, 
/**
 * Full-time equivalents of all of them.
 */
fte: number, 
/**
 * Value of every target's measure.
 */
values: Array<number>, 
/**
 * Which targets are met.
 */
met: Array<boolean>, 
/**
 * True if all are.
 */
meets: boolean, 
/**
 * Share of the sessions and seats wanted that have a place.
 */
placed: number, 
/**
 * Pay, benefits and overtime of everybody in a year of such weeks, cents.
 */
cost_year_cents: number, 
/**
 * True if none of the others places as much for less, or more for as much.
 */
frontier: boolean, };

/**
 * Reply of `staffing`.
 */
export type StaffingReport = { 
/**
 * True if a staffing was found that meets every target.
 */
reached: boolean, 
/**
 * True if the search came to its end: one step fewer in any discipline was planned and misses a target, or no
 * staffing within the request's most people was found to bring targets nearer. False if it was stopped, or its
 * plans were used up.
 */
certain: boolean, 
/**
 * The smallest staffing that meets the targets.
 */
best?: StaffingPoint, 
/**
 * Today's.
 */
today: StaffingPoint, 
/**
 * Disciplines in which people may be hired.
 */
disciplines: Array<string>, 
/**
 * The targets.
 */
targets: Array<StaffingTarget>, 
/**
 * Relative change of demand.
 */
demand: number, 
/**
 * Full-time equivalents of a step.
 */
step_fte: number, 
/**
 * Weeks planned by the optimizer and passed by the checker.
 */
plans: number, 
/**
 * Every staffing that was planned, in that order.
 */
points: Array<StaffingPoint>, 
/**
 * What the search cannot know.
 */
limits: Array<string>, 
/**
 * Seed.
 */
seed: number, 
/**
 * Steps done; the same number with the same seed gives the same report.
 */
steps: number, 
/**
 * Version of the engine.
 */
version: string, 
/**
 * SHA-256 of the clinic, hex.
 */
input_hash: string, };

/**
 * Which staffing is looked for.
 */
export type StaffingRequest = { 
/**
 * What it has to reach, 1 to 7 targets; 95 % of what is wanted has a place and nobody has a high strain if absent.
 */
targets: Array<StaffingTarget>, 
/**
 * Disciplines in which people may be hired; all of the clinic if empty.
 */
disciplines: Array<string>, 
/**
 * Relative change of demand, -0.9 to 1.5; 0 is today's.
 */
demand: number, 
/**
 * Full-time equivalents of a step, 0.1 to 2; 0.5 if absent.
 */
step: number, 
/**
 * Most full-time equivalents to hire in all, 0.1 to 50; 12 if absent.
 */
most: number, 
/**
 * Most weeks to plan, 1 to 500; 80 if absent.
 */
plans: number, 
/**
 * Optimizer steps of the first plan, 1 to 1,000,000; 2,000 if absent.
 */
first_steps: number, 
/**
 * Optimizer steps of every other plan, 1 to 1,000,000; 2,000 if absent.
 */
plan_steps: number, 
/**
 * Assumptions about pay that differ from the defaults.
 */
assumptions: Array<AssumptionValue>, 
/**
 * Seed, 0 to 2^53 - 1; the clinic's if absent.
 */
seed: number, };

/**
 * One target.
 */
export type StaffingTarget = { 
/**
 * What is measured.
 */
measure: StaffingMeasure, 
/**
 * The least, or the most, that is accepted: the measure says which.
 */
value: number, };

/**
 * Where a run begins.
 */
export type Start = "published" | "empty" | { "plan": PlanDocument };

/**
 * What happened, or is to happen, with an appointment or a seat in it.
 */
export type Status = "proposed" | "waitlist" | "booked" | "completed" | "no_show" | "cancelled" | "missed" | "void";

/**
 * An inpatient stay, for readmissions.
 */
export type Stay = { 
/**
 * Patient id.
 */
patient: string, 
/**
 * Day admitted.
 */
admitted: string, 
/**
 * Day discharged; absent while in.
 */
discharged?: string | null, 
/**
 * True if planned.
 */
planned: boolean, 
/**
 * True if a transfer from another hospital.
 */
transfer: boolean, 
/**
 * True if the patient died within 30 days.
 */
died: boolean, 
/**
 * True if it is an index stay whose discharge starts the 30 days.
 */
index: boolean, };

/**
 * A log as it is kept in a save.
 */
export type StoredLog = { 
/**
 * The entries, first to last.
 */
entries: Array<AuditEntry>, 
/**
 * The signed heads, first to last.
 */
heads: Array<SignedHead>, };

/**
 * How much a schedule asks.
 */
export type StrainBand = "usual" | "raised" | "high";

/**
 * One part of somebody's index.
 */
export type StrainPart = { 
/**
 * Short name.
 */
id: string, 
/**
 * What it is.
 */
name: string, 
/**
 * Its weight.
 */
weight: number, 
/**
 * How much of it there is, in `unit`; absent if it is not known. Of a team, the mean.
 */
amount?: number, 
/**
 * What the amount is counted in.
 */
unit: IndicatorUnit, 
/**
 * Amount at which its level is 0.
 */
none_at: number, 
/**
 * Amount at which its level is 1.
 */
full_at: number, 
/**
 * Its level, 0 to 1.
 */
level?: number, 
/**
 * Points of the index that it makes; all parts sum to the index.
 */
points: number, 
/**
 * Where weight and range come from.
 */
source: string, };

/**
 * Where an index is heading.
 */
export type StrainTrend = { 
/**
 * Points a week: median of the slopes between all pairs of weeks (Sen 1968).
 */
points_per_week: number, 
/**
 * Chance of rising so steadily if weeks were independent and nothing but chance were at work (Mann 1945).
 */
p_rising: number, 
/**
 * Weeks it rests on.
 */
weeks: number, };

/**
 * Why someone's workload should be looked at.
 */
export type StrainWarning = "rising" | "high_weeks" | "more_ahead";

/**
 * The index in one workweek.
 */
export type StrainWeek = { 
/**
 * First day of the workweek.
 */
week: string, 
/**
 * The index; absent in a week without work.
 */
index?: number, 
/**
 * Its band.
 */
band?: StrainBand, };

/**
 * How sure a finding is.
 */
export type Sureness = "certain" | "likely" | "possible";

/**
 * A surface for every outcome over the positions of all sliders.
 */
export type Surface = { 
/**
 * What can be turned, within which range.
 */
sliders: Array<SurfaceSlider>, 
/**
 * What comes of it.
 */
outcomes: Array<SurfaceOutcome>, };

/**
 * The surface of one outcome against re-plans that it has not seen.
 */
export type SurfaceCheck = { 
/**
 * Outcome.
 */
id: string, 
/**
 * Root of the mean squared error.
 */
rmse: number, 
/**
 * Greatest error.
 */
worst: number, 
/**
 * Standard deviation of the re-plans themselves: what a guess of their mean would miss by.
 */
spread: number, 
/**
 * Share of the re-plans within the band.
 */
within_band: number, };

/**
 * What the surface says of one outcome.
 */
export type SurfaceEstimate = { 
/**
 * Outcome.
 */
id: string, 
/**
 * Estimate.
 */
value: number, 
/**
 * Lower end of its band.
 */
low: number, 
/**
 * Upper end.
 */
high: number, };

/**
 * What has to be reached, and by which slider.
 */
export type SurfaceGoal = { 
/**
 * Id of the outcome.
 */
outcome: string, 
/**
 * Value that it has to reach; 0 of `net_cents` is where going ahead begins to pay.
 */
reach: number, 
/**
 * The slider that is turned for it, by its place from 0; the others stand at the request's values.
 */
slider: number, 
/**
 * A second slider: the answer is then given along its range.
 */
along?: number, };

/**
 * Where the goal is reached, for one position of the second slider.
 */
export type SurfaceGoalPoint = { 
/**
 * Value of the second slider, if there is one.
 */
along?: number, 
/**
 * Values of the slider at which the estimate is the goal, in the order of its range; none if it is never so in it.
 */
values: Array<number>, 
/**
 * The same for the lower end of the estimate's band: from there on it is reached even if the estimate errs.
 */
cautious: Array<number>, };

/**
 * The surface of one outcome: a quadratic polynomial of positions from -1 (`low`) to 1 (`high`).
 */
export type SurfaceOutcome = { 
/**
 * `net_cents`, `first_year_cents`, or an indicator of scenarios.
 */
id: string, 
/**
 * Value in the middle of all ranges.
 */
constant: number, 
/**
 * Slope by slider.
 */
linear: Array<number>, 
/**
 * Bend by slider.
 */
square: Array<number>, 
/**
 * Products of two sliders: first with second, first with third, and so on.
 */
product: Array<number>, 
/**
 * 8 in 10 points that were left out lie within so much of the surface fitted without them.
 */
band: number, };

/**
 * Reply of `surface`.
 */
export type SurfaceReport = { 
/**
 * The surface, as `estimate` takes it.
 */
surface: Surface, 
/**
 * The surface against re-plans at positions that it has not seen, by outcome; empty if the work was stopped before.
 */
checks: Array<SurfaceCheck>, 
/**
 * True if every position was planned.
 */
complete: boolean, 
/**
 * Positions that the surface is fitted to.
 */
points: number, 
/**
 * Positions that it was held against.
 */
unseen: number, 
/**
 * Months.
 */
months: number, 
/**
 * Replications at each position.
 */
runs: number, 
/**
 * Weeks planned by the optimizer and passed by the checker.
 */
weeks_planned: number, 
/**
 * What was found in the records.
 */
limits: Array<string>, 
/**
 * Seed.
 */
seed: number, 
/**
 * Version of the engine.
 */
version: string, 
/**
 * SHA-256 of clinic and changes, hex.
 */
input_hash: string, };

/**
 * Which surface is wanted.
 */
export type SurfaceRequest = { 
/**
 * Sliders, 1 to 12: each change with the range of its slider as `low` and `high`.
 */
changes: Array<LeverChange>, 
/**
 * Positions that the surface is fitted to, 8 to 200; 40 if absent.
 */
points: number, 
/**
 * Positions that it has not seen and is held against, 2 to 50; 10 if absent.
 */
unseen: number, 
/**
 * Months, 12 to 36; 36 if absent.
 */
months: number, 
/**
 * Replications of the months at each position, 2 to 200; 8 if absent.
 */
runs: number, 
/**
 * Levels of demand that are planned, 1 to 12; 3 if absent.
 */
levels: number, 
/**
 * Optimizer steps of the first plan of each level, 1 to 1,000,000; 800 if absent.
 */
first_steps: number, 
/**
 * Optimizer steps of each planned week, 1 to 1,000,000; 120 if absent.
 */
plan_steps: number, 
/**
 * Assumptions that differ from the defaults.
 */
assumptions: Array<AssumptionValue>, 
/**
 * Seed, 0 to 2^53 - 1; the clinic's if absent.
 */
seed: number, };

/**
 * One slider.
 */
export type SurfaceSlider = { 
/**
 * What is turned.
 */
lever: Lever, 
/**
 * One end of the range, in the unit of the lever.
 */
low: number, 
/**
 * The other end.
 */
high: number, };

/**
 * One answer to a survey.
 */
export type Survey = { 
/**
 * Day.
 */
date: string, 
/**
 * `enps`, `satisfaction` or a burnout instrument such as `mini_z`; never pooled across instruments.
 */
instrument: string, 
/**
 * Who answered: `staff` or `patient`.
 */
respondent: string, 
/**
 * Score on the instrument's scale.
 */
score: number, };

/**
 * One survey instrument in one month. Instruments are never pooled.
 */
export type SurveyMonth = { 
/**
 * Instrument.
 */
instrument: string, 
/**
 * First day of the month.
 */
month: string, 
/**
 * Answers; absent where so few that they are hidden.
 */
answers?: number, 
/**
 * Their mean, on the instrument's own scale.
 */
mean?: number, 
/**
 * Value from which the instrument counts an answer as burnout, if a rule `survey.<instrument>_burnout_from` says so.
 */
cut_off?: number, 
/**
 * Share of answers at or above it.
 */
at_or_above?: number, };

/**
 * How many rows a table has.
 */
export type TableCount = { 
/**
 * Table name.
 */
table: string, 
/**
 * Rows.
 */
rows: number, };

/**
 * The fields of a table.
 */
export type TableFields = { 
/**
 * Table name.
 */
table: string, 
/**
 * Field names.
 */
fields: Array<string>, };

/**
 * Which side is taken.
 */
export type Take = "ours" | "theirs";

/**
 * The whole team.
 */
export type TeamWorkload = { 
/**
 * The last four whole workweeks.
 */
recent: PersonStrain, 
/**
 * The plan.
 */
ahead: PersonStrain, 
/**
 * Clinicians by band in the last weeks.
 */
recent_bands: BandCounts, 
/**
 * Clinicians by band in the plan.
 */
ahead_bands: BandCounts, 
/**
 * Week by week, oldest first.
 */
weeks: Array<StrainWeek>, 
/**
 * Where the weeks are heading; absent where too few are known.
 */
trend?: StrainTrend, 
/**
 * Clinicians with a warning.
 */
warned: number, };

/**
 * One line of a template.
 */
export type TemplateLine = { 
/**
 * The change, as it would be in a request.
 */
change: LeverChange, 
/**
 * Where its value and ends come from: `choice` for our own, else a source key of the rule packs or a claim in
 * circulation.
 */
source: string, };

/**
 * A template as this clinic would turn it.
 */
export type TemplateRow = { 
/**
 * Name in requests.
 */
id: ScenarioTemplate, 
/**
 * What it does.
 */
meaning: string, 
/**
 * Its changes; what a clinic has nothing of is left out.
 */
lines: Array<TemplateLine>, };

/**
 * A row as texts.
 */
export type TextRow = { 
/**
 * Its place in the table, counted from 0.
 */
row: number, 
/**
 * One text for each column.
 */
cells: Array<string>, };

/**
 * How urgent a request is, most urgent first. What each means in time and priority is set by the rules
 * `triage.<tier>_hours` and `triage.<tier>.priority`.
 */
export type Tier = "emergency" | "urgent" | "soon" | "routine" | "planned";

/**
 * One tier.
 */
export type TierSummary = { 
/**
 * The tier.
 */
tier: Tier, 
/**
 * Minutes from the request to the first session; for `planned` only the order of waiting follows from it.
 */
due_min: number, 
/**
 * Clinical priority, 1 to 5.
 */
priority: number, 
/**
 * Orders in it.
 */
orders: number, 
/**
 * Of these, waiting for their first session.
 */
waiting: number, 
/**
 * Longest time that one of them has waited so far, minutes.
 */
waited_min?: number, 
/**
 * Longest time that anyone in it can wait at the capacity asked about, minutes; absent without capacity, or if more
 * come than there are slots.
 */
longest_wait_min?: number, };

/**
 * Somebody who must be told.
 */
export type Told = { 
/**
 * `patient`, `clinician` or `contact` (family, only with the patient's consent).
 */
kind: string, 
/**
 * Id.
 */
id: string, 
/**
 * Keys of the sessions that change for them.
 */
sessions: Array<string>, };

/**
 * Low, middle and high sum over all weeks shown.
 */
export type Total = { 
/**
 * One case in ten lies below.
 */
p10: number, 
/**
 * As many cases lie below as above.
 */
p50: number, 
/**
 * One case in ten lies above.
 */
p90: number, };

/**
 * Travel between two places, if known better than from coordinates.
 */
export type Travel = { 
/**
 * Place: a site, patient or clinician id.
 */
from: string, 
/**
 * Place.
 */
to: string, 
/**
 * Minutes on the way.
 */
minutes: number, 
/**
 * Miles on the way.
 */
miles: number, };

/**
 * An indicator week by week.
 */
export type Trend = { 
/**
 * Id of the indicator.
 */
id: string, 
/**
 * Unit of the values.
 */
unit: IndicatorUnit, 
/**
 * Whole workweeks, oldest first.
 */
points: Array<TrendPoint>, };

/**
 * An indicator in one workweek.
 */
export type TrendPoint = { 
/**
 * First moment of the week.
 */
from: string, 
/**
 * First moment after it.
 */
to: string, 
/**
 * Number of rows that the value rests on.
 */
n: number, 
/**
 * The value, not rounded; absent if it cannot be computed for this week.
 */
value?: number, 
/**
 * The value as it is shown; `not computable` if there is none.
 */
text: string, };

/**
 * Slots for requests that wait, and how many requests come at most.
 */
export type TriageCapacity = { 
/**
 * Slots a day on average over all seven days, 1 to 10,000.
 */
slots_per_day: number, 
/**
 * Longest time without a slot, minutes: a weekend is about 3,900.
 */
gap_min: number, 
/**
 * Emergencies a day in the long run.
 */
emergencies_per_day: number, 
/**
 * Emergencies at once beyond that.
 */
emergency_burst: number, 
/**
 * Other requests a day in the long run.
 */
others_per_day: number, 
/**
 * Other requests at once beyond that.
 */
other_burst: number, };

/**
 * A sum of points, and between what it lies if more were known.
 */
export type TriagePoints = { 
/**
 * Least it could be.
 */
low: number, 
/**
 * The sum of the rules that fired.
 */
sum: number, 
/**
 * Most it could be.
 */
high: number, };

/**
 * Reply of `triage`.
 */
export type TriageReply = { 
/**
 * True if the clinic's data were generated.
 */
synthetic: boolean, 
/**
 * Version of the rules: the shipped pack and a fingerprint of all rules in force.
 */
version: string, 
/**
 * The moment up to which anything is known.
 */
as_of: string, 
/**
 * The tiers, most urgent first.
 */
tiers: Array<TierSummary>, 
/**
 * Every rule, in force or not.
 */
rules: Array<TriageRuleUse>, 
/**
 * The orders, in the order of the table.
 */
orders: Array<TriagedOrder>, 
/**
 * Referrals that are open and have no order yet, in the order in which they should be served; by `ranked_at` they
 * stand among the orders of `queue`.
 */
referrals: Array<TriagedReferral>, 
/**
 * Ids of the orders that wait for their first session, in the order in which they should be served.
 */
queue: Array<string>, 
/**
 * Ids of the orders that no rule covers, or for which no way of meeting is left: a person has to look.
 */
needs_person: Array<string>, 
/**
 * Facts that are missing, most often missing first.
 */
missing: Array<MissingFact>, 
/**
 * Rules of the clinic that cannot be used.
 */
issues: Array<Issue>, 
/**
 * What none of this can know.
 */
limits: Array<string>, };

/**
 * Request of `triage`.
 */
export type TriageRequest = { 
/**
 * Order ids; all that have not ended if empty.
 */
orders: Array<string>, 
/**
 * Order ids for which the rules are listed that could fire if more were known; all if `["*"]`.
 */
explain: Array<string>, 
/**
 * Slots and arrivals, for the longest wait by tier.
 */
capacity: TriageCapacity | null, };

/**
 * A rule of triage or acuity that the clinic adds, or sets in place of the shipped one of the same id.
 */
export type TriageRule = { 
/**
 * Unique id; that of a shipped rule replaces it.
 */
id: string, 
/**
 * What it decides.
 */
purpose: Purpose, 
/**
 * Conditions that must all hold, for example `phq9 >= 20` or `phase = detox | residential`.
 */
when: Array<string>, 
/**
 * The tier it gives (purpose `tier`).
 */
tier?: Tier | null, 
/**
 * Points it adds, -100 to 100 (purposes `points` and `acuity`).
 */
points: number, 
/**
 * Discipline that should see the patient, if it fires.
 */
discipline?: string | null, 
/**
 * Observations older than this are missing, days; the rule `triage.observation_days` if absent.
 */
within_days?: number | null, 
/**
 * What it says on screen.
 */
text: string, 
/**
 * Where it comes from.
 */
source?: string | null, 
/**
 * On what terms the published score in it may be used.
 */
license?: string | null, 
/**
 * First day on which it applies.
 */
from?: string | null, 
/**
 * Last day on which it applies.
 */
until?: string | null, 
/**
 * True if it is switched off.
 */
off: boolean, };

/**
 * One rule, and how often it fired.
 */
export type TriageRuleUse = { 
/**
 * The rule, to be edited.
 */
rule: TriageRule, 
/**
 * True if the clinic wrote it, or changed it.
 */
own: boolean, 
/**
 * False if it is switched off or not valid on that day.
 */
in_force: boolean, 
/**
 * Orders, or patients, for which it fired.
 */
fired: number, 
/**
 * Those for which it could fire if more were known.
 */
open: number, };

/**
 * What the rules suggest for the plan.
 */
export type TriageSuggestion = { 
/**
 * Priority, 1 to 5.
 */
priority?: number, 
/**
 * When the first session should have begun.
 */
due_by?: string, 
/**
 * Discipline.
 */
discipline?: string, 
/**
 * Ways of meeting that are enough; all of the service if empty.
 */
modalities: Array<Modality>, };

/**
 * One order.
 */
export type TriagedOrder = { 
/**
 * Order id.
 */
order: string, 
/**
 * Patient id.
 */
patient: string, 
/**
 * Service id.
 */
service: string, 
/**
 * The tier; absent if no rule covers it.
 */
tier?: Tier, 
/**
 * The most urgent tier that is possible if more were known.
 */
at_worst?: Tier, 
/**
 * Points within the tier.
 */
points: TriagePoints, 
/**
 * True if a person has to look: no rule of a tier fired, or no way of meeting is left.
 */
needs_person: boolean, 
/**
 * True if it waits for its first session.
 */
waiting: boolean, 
/**
 * Minutes since the request, if it waits.
 */
waited_min?: number, 
/**
 * The moment by which it is ranked among those who wait; emergencies come before all others.
 */
ranked_at?: string, 
/**
 * True if video and telephone are not enough.
 */
in_person: boolean, 
/**
 * True if more knowledge could make them not enough.
 */
perhaps_in_person: boolean, 
/**
 * Every rule that fired.
 */
fired: Array<FiredRule>, 
/**
 * Rules that could fire if more were known, where asked for.
 */
open: Array<OpenRule>, 
/**
 * Facts that are missing.
 */
missing: Array<string>, 
/**
 * What the rules suggest.
 */
suggested: TriageSuggestion, 
/**
 * Fields of the order that say something themselves and win over the suggestion.
 */
own: Array<string>, 
/**
 * The decision in force.
 */
decision?: Decision, 
/**
 * True if the rules would suggest something else now than what was accepted.
 */
outdated: boolean, 
/**
 * For `amend`: accept the suggestion.
 */
accept?: Action, 
/**
 * For `amend`: take the decision in force back.
 */
withdraw?: Action, };

/**
 * One open referral without an order.
 */
export type TriagedReferral = { 
/**
 * Referral id.
 */
referral: string, 
/**
 * Patient id, if admitted.
 */
patient?: string, 
/**
 * Service id asked for.
 */
service: string, 
/**
 * The tier; absent if no rule covers it.
 */
tier?: Tier, 
/**
 * The most urgent tier that is possible if more were known.
 */
at_worst?: Tier, 
/**
 * Points within the tier.
 */
points: TriagePoints, 
/**
 * True if a person has to look: no rule of a tier fired.
 */
needs_person: boolean, 
/**
 * Minutes since the request.
 */
waited_min: number, 
/**
 * When the first session should have begun.
 */
due_by?: string, 
/**
 * The moment by which it is ranked among those who wait; emergencies come before all others.
 */
ranked_at?: string, 
/**
 * Every rule that fired.
 */
fired: Array<FiredRule>, 
/**
 * Facts that are missing.
 */
missing: Array<string>, };

/**
 * What units an authorization counts.
 */
export type Unit = "visit" | "quarter" | "hour" | "day";

/**
 * Something that is wanted and not placed: a session, or seats in groups.
 */
export type Unplaced = { 
/**
 * Session key, or the id of the order whose seats are missing.
 */
session: string, 
/**
 * Seats missing; 0 for a session.
 */
seats: number, 
/**
 * True if clinical rules demand it.
 */
mandated: boolean, 
/**
 * What stands in the way.
 */
reason: string, 
/**
 * What would let it in, in short; empty if nothing was found.
 */
unblock: string, 
/**
 * The rules that block the place nearest to being one: the smallest set that was found. Empty for what costs more
 * placed than left out.
 */
blocking: Array<BrokenRule>, 
/**
 * True if no smaller set blocks it, all that can be made of the eight kinds of rules tried having been tried;
 * false if it is smallest only in that none of its rules can be left out.
 */
smallest: boolean, 
/**
 * Ways to let it in, each carried out and checked; fewest changes first, then cheapest. Only `explain` fills them.
 */
unblocks: Array<Way>, };

/**
 * How much a finding matters.
 */
export type Urgency = "blocks" | "risk" | "note";

/**
 * What is known of the keys.
 */
export type VaultState = { 
/**
 * Whether there are keys in memory.
 */
open: boolean, 
/**
 * The last save; 0 before the first.
 */
revision: number, };

/**
 * What a measure's reading amounts to.
 */
export type Verdict = "better" | "worse" | "unclear" | "not_readable";

/**
 * Reply of `audit_verify`.
 */
export type VerifyLogReply = { 
/**
 * What was found.
 */
verification: LogVerification, 
/**
 * Lines of the text that are no entries.
 */
issues: Array<Issue>, };

/**
 * Request of `audit_verify`.
 */
export type VerifyLogRequest = { 
/**
 * An exported log, as lines of JSON; the log of the open document if absent.
 */
text: string | null, 
/**
 * The beginning of a head that was printed, 16 digits or more.
 */
expected: string | null, };

/**
 * One way to let something in that is not placed. It has been carried out and the checker had nothing new against it.
 */
export type Way = { 
/**
 * What would be done, in one sentence.
 */
text: string, 
/**
 * What is done: changes of the clinic for `amend`, then moves in the plan, the thing itself last.
 */
actions: Array<Action>, 
/**
 * Where it then is; for a seat, where the group is.
 */
place: PlannedPlace, 
/**
 * What the plan's cost changes by, cents, with what was missing at its price.
 */
delta_cents: number, 
/**
 * The same without what was missing: what the way costs.
 */
extra_cents: number, 
/**
 * The change by term.
 */
costs: Array<CostLine>, };

/**
 * A day of the week, Monday first.
 */
export type Weekday = "Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun";

/**
 * Minutes a patient must get in a stretch of days.
 */
export type WeeklyMinimum = { 
/**
 * Patient index.
 */
patient: number, 
/**
 * First day of the horizon.
 */
from_day: number, 
/**
 * First day after.
 */
to_day: number, 
/**
 * Minutes wanted from sessions of the horizon.
 */
minutes: number, };

/**
 * A price that differs from the default.
 */
export type Weight = { 
/**
 * The cost term.
 */
term: CostTerm, 
/**
 * Price per unit, cents, 0 to 10,000,000.
 */
cents: number, };

/**
 * Whose hours are missing.
 */
export type Who = "clinician" | "patient";

/**
 * A word that several tables repeat.
 */
export type Word = "skill" | "discipline";

/**
 * Reply of `workload`.
 */
export type WorkloadReply = { 
/**
 * True if the clinic's data were generated.
 */
synthetic: boolean, 
/**
 * What `recent` is about: first moment.
 */
recent_from: string, 
/**
 * First moment after it.
 */
recent_to: string, 
/**
 * What `ahead` is about: first day of the plan.
 */
ahead_from: string, 
/**
 * Days of the plan.
 */
ahead_days: number, 
/**
 * Index from which the band is `raised`.
 */
raised_from: number, 
/**
 * Index from which the band is `high`.
 */
high_from: number, 
/**
 * The whole team.
 */
team: TeamWorkload, 
/**
 * By discipline, where at least three people work.
 */
disciplines: Array<DisciplineWorkload>, 
/**
 * The clinicians asked for, in the order of the table.
 */
clinicians: Array<ClinicianWorkload>, 
/**
 * Warnings of rising strain to expect among all clinicians if nothing but chance were at work.
 */
false_alarms: number, 
/**
 * Surveys of the staff, beside the index and never in it.
 */
surveys: Array<SurveyMonth>, 
/**
 * What none of this can know.
 */
limits: Array<string>, };

/**
 * Request of `workload`.
 */
export type WorkloadRequest = { 
/**
 * The plan ahead; today's schedule if absent.
 */
plan: PlanDocument | null, 
/**
 * Ids of clinicians who are shown one by one; all if `["*"]`, none but the team if empty.
 */
clinicians: Array<string>, 
/**
 * Whole workweeks of the trend before the document's moment, 4 to 104.
 */
weeks: number, };

/**
 * Why a row cannot be taken.
 */
export type WrongCell = { 
/**
 * Place in `rows` of the request, or in `remove`.
 */
at: number, 
/**
 * True if it is a place in `remove`.
 */
removal: boolean, 
/**
 * The field, or the row as a whole.
 */
field?: string, 
/**
 * What is wrong.
 */
cause: string, 
/**
 * What to do about it.
 */
action: string, };

/** Every operation: its request, its reply, and the news of those that take long. */
export interface Operations {
  open: { request: OpenRequest; reply: OpenReply; };
  validate: { request: Partial<EmptyRequest>; reply: OpenReply; };
  document: { request: Partial<EmptyRequest>; reply: DocumentReply; };
  sample: { request: SampleRequest; reply: OpenReply; };
  published: { request: Partial<EmptyRequest>; reply: PublishedReply; };
  check: { request: CheckRequest; reply: CheckReply; };
  kpis: { request: Partial<KpisRequest>; reply: KpisReply; };
  fairness: { request: Partial<FairnessRequest>; reply: FairnessReply; };
  governance: { request: Partial<GovernanceRequest>; reply: GovernanceReply; };
  compare: { request: Partial<CompareRequest>; reply: CompareReply; };
  plan: { request: Partial<PlanRequest>; reply: PlanReply; news: PlanNews; };
  round: { request: ShareRequest; reply: ShareReply; news: PlanNews; };
  exchange: { request: ShareRequest; reply: ShareReply; };
  solve: { request: SolveRequest; reply: SolveReply; news: SolveNews; };
  explain: { request: ExplainRequest; reply: ExplainReply; };
  alternatives: { request: AlternativesRequest; reply: AlternativesReply; };
  repair: { request: Partial<RepairRequest>; reply: RepairReply; news: RepairNews; };
  day_check: { request: DayCheckRequest; reply: DayCheckReply; };
  amend: { request: AmendRequest; reply: OpenReply; };
  attendance: { request: Partial<AttendanceRequest>; reply: AttendanceReply; };
  triage: { request: Partial<TriageRequest>; reply: TriageReply; };
  acuity: { request: Partial<AcuityRequest>; reply: AcuityReply; };
  workload: { request: Partial<WorkloadRequest>; reply: WorkloadReply; };
  routes: { request: RoutesRequest; reply: RoutesReply; };
  buffers: { request: Partial<BuffersRequest>; reply: BuffersReply; };
  relieve: { request: RelieveRequest; reply: RelieveReply; };
  pilot_design: { request: PilotDesign; reply: PilotDesignReply; };
  pilot_reading: { request: PilotReadingRequest; reply: PilotReadingReply; };
  forecast: { request: Partial<ForecastRequest>; reply: ForecastReply; };
  levers: { request: Partial<EmptyRequest>; reply: LeversReply; };
  scenario: { request: Partial<ScenarioRequest>; reply: ScenarioReport; news: ScenarioNews; };
  staffing: { request: Partial<StaffingRequest>; reply: StaffingReport; news: StaffingNews; };
  surface: { request: Partial<SurfaceRequest>; reply: SurfaceReport; news: ScenarioNews; };
  estimate: { request: EstimateRequest; reply: EstimateReply; };
  simulate: { request: Partial<SimulateRequest>; reply: SimulateReply; news: SimulateNews; };
  import: { request: ImportRequest; reply: ImportReply; };
  export: { request: ExportRequest; reply: ExportReply; };
  vault_create: { request: CreateVaultRequest; reply: VaultState; };
  vault_check: { request: EnvelopeRequest; reply: EnvelopeReply; };
  vault_open: { request: OpenSaveRequest; reply: OpenSaveReply; };
  vault_test: { request: EnvelopeRequest; reply: VaultState; };
  vault_seal: { request: SealSaveRequest; reply: SealedReply; };
  vault_keep: { request: KeepNoteRequest; reply: SealedReply; };
  vault_recall: { request: EnvelopeRequest; reply: RecallNoteReply; };
  vault_rewrap: { request: RewrapRequest; reply: VaultState; };
  vault_forget: { request: Partial<EmptyRequest>; reply: VaultState; };
  save_read: { request: ReadSaveRequest; reply: ReadSaveReply; };
  audit_append: { request: AppendLogRequest; reply: AppendLogReply; };
  audit_log: { request: Partial<AuditLogRequest>; reply: StoredLog; };
  audit_sign: { request: SignLogRequest; reply: SignLogReply; };
  audit_verify: { request: Partial<VerifyLogRequest>; reply: VerifyLogReply; };
  audit_export: { request: ExportLogRequest; reply: ExportReply; };
  digest: { request: DigestRequest; reply: DigestReply; };
  calendar: { request: CalendarRequest; reply: CalendarReply; };
  disclose: { request: DiscloseRequest; reply: DiscloseReply; };
  quality: { request: Partial<QualityRequest>; reply: QualityReply; };
  day_sheets: { request: DaySheetsRequest; reply: DaySheetsReply; };
  merge: { request: MergeRequest; reply: MergeReply; };
  reconcile: { request: ReconcileRequest; reply: ReconcileReply; };
  mend: { request: MendRequest; reply: OpenReply; };
  rows: { request: RowsRequest; reply: RowsReply; };
  edit_rows: { request: EditRowsRequest; reply: EditRowsReply; };
}
