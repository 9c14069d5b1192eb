//! The one list of indicators: the words that are shown and the formula that is computed.

use super::outcome::Computed;
use super::value::Direction::{self, Higher, Lower, Neither};
use super::value::IndicatorUnit::{self, Days, Hours, Index, Minutes, Money, Number, Points, Share, ShareYear};
use super::view::View;
use super::{
    access, attendance, authorization, changes, conflicts, continuity, cost, fairness, outcomes, rooms, slots, staff,
    strain, workload,
};

/// One indicator in words, with its formula.
pub struct Definition {
    /// Id, never reused.
    pub id: &'static str,
    /// Name on screen.
    pub name: &'static str,
    /// Unit of its value.
    pub unit: IndicatorUnit,
    /// Whether more is better.
    pub direction: Direction,
    /// What it says, in a sentence.
    pub definition: &'static str,
    /// What the numerator counts (the whole value, if there is no denominator).
    pub numerator: &'static str,
    /// What the denominator counts; empty if there is none.
    pub denominator: &'static str,
    /// What is counted how in doubtful cases.
    pub edge_cases: &'static str,
    /// Where the definition comes from.
    pub source: &'static str,
    /// What it is computed from: history, a plan, or both.
    pub needs: &'static str,
    pub(crate) compute: fn(&View) -> Computed,
}

/// The indicator of this id.
pub fn definition(id: &str) -> Option<&'static Definition> {
    CATALOG.iter().find(|definition| definition.id == id)
}

/// A row of the catalogue, in the order in which it is read.
macro_rules! catalog {
    ($($id:literal $name:literal $unit:ident $direction:ident from $needs:literal
        is $definition:literal
        top $numerator:literal
        bottom $denominator:literal
        edge $edge:literal
        source $source:literal
        by $compute:path;)*) => {
        /// Every indicator, in order of id.
        pub const CATALOG: &[Definition] = &[$(Definition {
            id: $id,
            name: $name,
            unit: $unit,
            direction: $direction,
            definition: $definition,
            numerator: $numerator,
            denominator: $denominator,
            edge_cases: $edge,
            source: $source,
            needs: $needs,
            compute: $compute,
        }),*];
    };
}

catalog! {
    "K1" "Visits per clinician per day" Number Higher from "history or plan"
        is "How many visits a clinician completes on a day at work."
        top "completed visits, once for each clinician who took part (a plan: booked visits)"
        bottom "clinician-days with at least one visit or 240 paid minutes without leave"
        edge "A joint visit counts for each clinician; a group is one visit; cover of a place is none."
        source "our definition"
        by workload::visits_per_day;
    "K2" "Travel time share" Share Lower from "history or plan"
        is "The share of paid time spent on the way."
        top "minutes on the way between sites and visits"
        bottom "paid minutes"
        edge "The way to the first and from the last place counts only where it is paid. Estimates are flagged."
        source "time on the road counts as hours worked [FLSA-HC]; driving is 18-26 % of a home-care day [NOR]"
        by workload::travel_share;
    "K3" "Time to first visit" Hours Lower from "history or plan"
        is "How long people wait from the start of the clock to their first completed visit; the value is the median."
        top "hours from referral, return home or ordered date to the start of the first visit"
        bottom ""
        edge "An open case enters the share within 48 h only once it is decided, that is, open for more than 48 h. A case closed within 48 h without a visit is left out. A plan adds the planned first visits of open cases; those without one count as open to the end of the horizon."
        source "initial visit within 48 hours [484.55]; attendance falls with the wait [FEST]"
        by access::first_visit_wait;
    "K4" "Documentation per visit" Minutes Lower from "history"
        is "How long documentation of a visit takes."
        top "recorded documentation minutes"
        bottom "completed visits with a recorded value"
        edge "The share of visits with a value and the share written after hours stand beside it."
        source "our definition"
        by workload::documentation;
    "K5" "Functional gain" Share Higher from "history"
        is "The share of patients who got better by at least the smallest change that means something."
        top "patients whose last score is better than the first by at least that change"
        bottom "patients with two scores of a measure at least 14 days apart in the period"
        edge "Each measure has its own direction and change: six-minute walk 30 m, gait speed 0.10 m/s, PHQ-9 five points or 20 %. A patient with two measures counts once for each. The share that got worse stands beside it. Never used to rank clinicians."
        source "[6MWT], [GAIT], [PHQ]"
        by outcomes::functional_gain;
    "K6" "Turnover" ShareYear Lower from "history"
        is "How much of the staff leaves in a year, at the pace of the period."
        top "separations, without per-diem staff, times 12 divided by the months of the period"
        bottom "mean headcount, without per-diem staff"
        edge "Voluntary separations and per-diem staff stand beside it."
        source "our definition, as in staff surveys [BEHAVE], [HCS]"
        by staff::turnover;
    "K7" "Overtime hours" Hours Lower from "history or plan"
        is "Hours worked above the legal threshold."
        top "hours above 40 in a workweek; under 8/80 the larger of hours above 8 a day and hours above 80 in 14 days"
        bottom ""
        edge "Only clinicians who are paid overtime. Weeks are never averaged. Leave is not work. History counts workweeks that lie in the period with all their days; fortnights are counted from the workweek of the planning horizon. A plan adds what was worked in the same week before the horizon."
        source "[FLSA54], [7J]"
        by cost::overtime_hours;
    "K8" "Overtime cost" Money Lower from "history or plan"
        is "The premium paid for overtime."
        top "overtime hours times pay times 0.5"
        bottom ""
        edge "The full cost, at 1.5 times pay, stands beside it. Bonuses that belong to the regular rate are not in the tables."
        source "[FLSA54]"
        by cost::overtime_cost;
    "K9" "Visit completion" Share Higher from "history"
        is "The share of visits that took place among all that were meant to."
        top "completed visits"
        bottom "completed, no-show, cancelled late, cancelled by the clinic, and missed visits"
        edge "Early cancellations are out; gross, beside it, has them in. Each seat of a group counts. Unresolved rows are left out and counted."
        source "our definition"
        by attendance::completion;
    "K10" "No-show rate" Share Lower from "history"
        is "The share of visits to which the patient did not come."
        top "no-shows"
        bottom "completed visits and no-shows"
        edge "Cancellations by the clinic never count. The variant with late cancellations stands beside it. Each seat of a group counts."
        source "as in [MOLF], [PTNS]"
        by attendance::no_show;
    "K11" "Attendance" Share Higher from "history"
        is "The share of visits that patients kept."
        top "completed visits"
        bottom "completed visits, no-shows and late cancellations"
        edge "Each seat of a group counts."
        source "our definition"
        by attendance::attendance;
    "K12" "Conflicts per week" Number Lower from "plan"
        is "How many conflicts the schedule ahead holds."
        top "distinct conflicts: each rule once for each unordered pair of sessions, or for one session or limit"
        bottom "weeks of the horizon"
        edge "Three sessions that overlap in one room are three conflicts; a pair that clashes on its room and on its clinician is two."
        source "our definition; found by the independent checker"
        by conflicts::conflicts_per_week;
    "K13" "Late-change rate" Share Lower from "history or plan"
        is "The share of patients whose week the clinic changed at short notice."
        top "patients, week by week, with a change by the clinic at less than the notice of the settings (24 h)"
        bottom "patients, week by week, with at least one session"
        edge "Notice runs from the announcement of the change to the old or the new start, whichever comes first. Changes by patients stand beside it. A plan counts published sessions and group seats that it drops or gives another start, clinician or way of meeting; another room is no change for the patient. A proposal has not been announced to anyone: it is counted as if it were announced at the document's moment, or at the moment given, and the moment by which no change would be late is told."
        source "our definition"
        by changes::late_changes;
    "K14" "Clinician utilization" Share Neither from "history or plan"
        is "The share of bookable time that is booked with billable sessions."
        top "booked billable minutes of all clinicians; delivered minutes stand beside it"
        bottom "bookable minutes: paid without leave, meetings and protected time (each can be switched)"
        edge "Each co-leader has the minutes of a group. Time given back early or taken by the clinic is not booked. More than 100 % flags a fault in the data."
        source "60-65 % of paid time is usual [UTIL]"
        by workload::utilization;
    "K15" "Billable hours per FTE-week" Hours Higher from "history or plan"
        is "Billable hours for each full-time week paid."
        top "billable hours delivered (a plan: booked)"
        bottom "paid hours divided by 40"
        edge "Each co-leader has the minutes of a group."
        source "our definition"
        by workload::billable_hours;
    "K16" "Room utilization" Share Neither from "history or plan"
        is "The share of open room time in which a session takes place."
        top "minutes in which a room is occupied while it is open, overlaps once"
        bottom "open room minutes"
        edge "Closures are out. A group occupies a room once. How full the seats are stands beside it."
        source "our definition"
        by rooms::utilization;
    "K17" "Fragmented idle" Share Lower from "history or plan"
        is "The share of paid time lost in gaps too short for any session."
        top "gaps between a clinician's commitments that are shorter than the shortest session that can be booked"
        bottom "paid minutes"
        edge "One lunch break a day, minutes before and after sessions, and the way between them are out."
        source "our definition"
        by workload::fragmented_idle;
    "K18" "Authorized share" Share Higher from "history or plan"
        is "The share of sessions that need an authorization and have a valid one when they start."
        top "sessions covered by an authorization with enough units left"
        bottom "sessions that need an authorization"
        edge "Units are drawn in time order, from the authorization that ends first; quarter-hour units follow the 8-minute rule. Only what took place (a plan: or is booked) draws."
        source "[KIPU-UR], [8MIN]"
        by authorization::authorized;
    "K19" "Service-hour compliance" Share Higher from "history or plan"
        is "The share of patient-weeks in which the weekly minimum of the level of care was reached."
        top "full weeks in care with at least the minimum hours"
        bottom "full weeks in care of patients with a minimum"
        edge "The weeks of admission and discharge are out. Only services that count toward the minimum."
        source "[ASAM-LUC], [ASAM-MS]"
        by authorization::service_hours;
    "K20" "Scheduling staff time" Hours Lower from "history"
        is "Hours a week that people spend on making the schedule."
        top "hours entered"
        bottom "weeks with an entry"
        edge "Self-reported."
        source "our definition"
        by access::scheduling_time;
    "K21" "Placement time" Minutes Lower from "history"
        is "How long it takes to find a slot; the value is the median."
        top "minutes from request to confirmation"
        bottom ""
        edge "Rows without both moments are not counted; a confirmation before its request is left out and counted."
        source "our definition"
        by access::placement_time;
    "K22" "Family participation" Share Higher from "history"
        is "The share of family sessions to which family came."
        top "held family sessions with at least one family member"
        bottom "held family sessions, whether family came or not"
        edge "Sessions at which the patient was absent are out."
        source "our definition"
        by attendance::family;
    "K23" "Emergency placement" Share Higher from "history"
        is "The share of emergencies that start within 30 minutes of the request."
        top "emergencies that started within 30 minutes"
        bottom "emergency requests"
        edge "An emergency that was never placed counts as over. Median and 90th percentile are of those placed."
        source "our definition"
        by access::emergency_placement;
    "K24" "Direct-care share" Share Higher from "history or plan"
        is "The share of paid time spent with patients."
        top "minutes of completed visits, of each clinician (a plan: booked)"
        bottom "paid minutes"
        edge "Cover of a place is not a visit."
        source "visiting is 40-62 % of a home-care day [NOR]"
        by workload::direct_care;
    "K25" "Workload-strain index" Points Lower from "history or plan"
        is "What the schedule asks of the team, 0 to 100; not a probability of burnout."
        top "100 times the weighted sum of the parts that are known, each between 0 and 1"
        bottom "the weights of those parts"
        edge "Parts that are not known are named and left out; of each part the mean over clinicians counts. Weights are our choice: hours above 40 (2), days above 10 hours (2), after-hours documentation (1), nights with less than 11 hours of rest (1), days in a row above five (1), night work (1), no break between sessions (1), high acuity (1), sessions cancelled or moved by the clinic at short notice (0.5), caseload (0.5)."
        source "[BAE], [STIM], [KLAS], [ALBU], [JOHN], [GREEN]; Directive 2003/88/EC; Öster 2024, Scand J Work Environ Health 50:466"
        by strain::strain;
    "K26" "Staff recommendation (eNPS)" Points Higher from "history"
        is "Whether staff would recommend the clinic as a place to work, -100 to 100."
        top "100 times (answers of 9 or 10 minus answers of 0 to 6)"
        bottom "answers"
        edge "Hidden below 5 answers."
        source "Reichheld 2003, Harv Bus Rev 81:46"
        by staff::enps;
    "K27" "Readmission" Share Lower from "history"
        is "The share of discharges followed by an unplanned inpatient stay within 30 days."
        top "index discharges with an unplanned admission within 30 days"
        bottom "index discharges with 30 days of follow-up"
        edge "Deaths, planned stays and transfers are out. Discharges without full follow-up are left out and counted."
        source "[HCUP]"
        by outcomes::readmission;
    "K28" "Time to goal" Days Lower from "history"
        is "Days from start of care until half of the patients have reached their goal."
        top "Kaplan-Meier median of the days from start of care to the first score at the goal"
        bottom ""
        edge "Patients who have not reached it are censored at their last score: what came after it is not known. Patients who started care in the period."
        source "Kaplan and Meier 1958"
        by outcomes::time_to_goal;
    "K29" "Continuity of clinician" Index Higher from "history or plan"
        is "Whether a patient sees the same clinician: 0 = another one every time, 1 = always the same."
        top "sum over clinicians of squared visits, minus visits"
        bottom "visits times (visits minus 1), of a patient and discipline with at least two visits"
        edge "The mean over patients and disciplines. Groups are out. The usual provider's share stands beside it. Linked to outcomes, not shown to cause them."
        source "Bice and Boxerman 1977; [RUSS12], [MA21]"
        by continuity::bice_boxerman;
    "K30" "Patient satisfaction" Share Higher from "history"
        is "The share of patients who gave the best answer."
        top "answers at or above the top box"
        bottom "answers"
        edge "Hidden below 5 answers. The top box (5) can be set to the survey's scale."
        source "our definition"
        by staff::satisfaction;
    "K31" "Mileage cost" Money Lower from "history or plan"
        is "What driving costs at the tax rate."
        top "miles times the rate on the date"
        bottom ""
        edge "Miles of staff days, or of appointments if staff days have none. Unpaid commutes are out."
        source "[IRS26]"
        by cost::mileage;
    "K32" "Return" Share Higher from "a scenario"
        is "What an investment returns."
        top "benefits minus costs"
        bottom "costs"
        edge "Payback is the first month with a cumulative balance of 0 or more, or not within the horizon; net present value discounts month m by (1 + r)^(m/12)."
        source "our definition"
        by cost::investment_return;
    "K33" "Acuity balance" Share Lower from "history or plan"
        is "How unevenly demanding patients are spread over clinicians: 0 = evenly."
        top "population standard deviation of acuity points per clinician"
        bottom "mean acuity points per clinician"
        edge "A session has its patient's acuity (0-4), and 2 more for a demanding service; a group has no acuity of its own. Per FTE stands beside it, and per FTE within a discipline: the part that a schedule can even out, since disciplines carry different work."
        source "our definition"
        by fairness::acuity_balance;
    "K34" "Share at risk of low-use payment" Share Lower from "history or plan"
        is "The share of open home-health payment periods with fewer visits than their threshold (LUPA)."
        top "open periods with done and planned home visits below the threshold"
        bottom "open periods"
        edge "Visits by video or telephone do not count."
        source "[484.230], [CGS]"
        by authorization::few_visits;
    "K35" "Points per day" Number Neither from "history or plan"
        is "Productivity points of a clinician-day."
        top "points of the services, once for each clinician"
        bottom "clinician-days with at least one visit or 240 paid minutes without leave"
        edge "Points stand in the table of services; there is no national standard."
        source "[PTS], [FINALE]"
        by workload::points_per_day;
    "K36" "Third next available" Days Lower from "plan"
        is "Days until the third open slot of a type of session; the value is the median over types."
        top "days from the document's moment to the third slot that clinician and room have open"
        bottom ""
        edge "Each type stands beside it. A type without three slots in the horizon counts as longer than any other. Home visits are taken to need no other travel."
        source "Murray and Berwick 2003, doi:10.1001/jama.289.8.1035"
        by slots::third_next;
    "K37" "Group fill" Share Higher from "history or plan"
        is "How full groups are."
        top "attendees (a plan: seats given)"
        bottom "most patients of the groups that took place"
        edge "Sessions below their minimum stand beside it."
        source "6-12 patients a group [SAMHSA-GT]"
        by rooms::group_fill;
    "K38" "Fairness of burdens" Index Lower from "history or plan"
        is "How unevenly evening and weekend sessions are spread over clinicians: 0 = evenly."
        top "Gini coefficient of evening and weekend sessions per full-time equivalent"
        bottom ""
        edge "Gini and range of evenings, weekends and points per FTE stand beside it, and the most that one clinician carries: the coefficient rises when the few evenings that are left belong to those who work evenings. Every clinician with contract hours counts."
        source "Gini 1912"
        by fairness::burdens;
    "K39" "Forecast error" Share Lower from "a forecast"
        is "How far forecasts were from what came."
        top "sum of absolute differences of actual and forecast"
        bottom "sum of actual"
        edge "MASE and the share of actual values within their interval stand beside it."
        source "Hyndman and Koehler 2006; Kolassa and Schütz 2007"
        by access::forecast_error;
    "K40" "Prediction calibration" Number Lower from "predictions"
        is "How far predicted probabilities were from what came (Brier score)."
        top "sum of squared differences of probability and outcome"
        bottom "predictions"
        edge "The expected calibration error by decile stands beside it."
        source "Brier 1950; Naeini 2015"
        by access::calibration;
    "P1" "Sessions in conflict" Share Lower from "plan"
        is "The share of placed sessions that break a hard rule."
        top "placed sessions named in a broken rule"
        bottom "placed sessions"
        edge "A session counts once, however many rules it breaks."
        source "our definition; found by the independent checker"
        by conflicts::sessions_in_conflict;
    "P2" "Not placed" Number Lower from "plan"
        is "Sessions and group seats that are asked for and not given."
        top "sessions without a place and seats that are not given"
        bottom ""
        edge "A group that does not run counts by the seats that are missing."
        source "our definition"
        by conflicts::not_placed;
    "P3" "Mandated hours not placed" Hours Lower from "plan"
        is "Hours that clinical rules demand and the schedule does not give."
        top "hours of mandated sessions and seats that are not placed"
        bottom ""
        edge "As for sessions not placed."
        source "our definition"
        by conflicts::mandated_not_placed;
}
