//! Columns of what forecasts and indicators need beyond the schedule.

use super::{CLINICIAN, DAY, MILES, PATIENT, SERVICE, SITE, Table, Type, count, may, need};

/// A score on any instrument's scale.
const SCORE: Type = Type::Decimal {
    unit: "the scale's unit",
    min: -1e6,
    max: 1e6,
};

pub(super) const REFERRALS: Table = Table {
    name: "referrals",
    meaning: "requests for care that came in",
    synonyms: &["referral", "intakes", "inquiries", "requests", "leads"],
    columns: &[
        need(
            "id",
            Type::Id,
            "unique id",
            &["referral id", "referral number", "inquiry id"],
        )
        .or_number(),
        may(
            "patient",
            PATIENT,
            "patient, if admitted",
            &["patient id", "client id", "client", "mrn"],
        ),
        need(
            "service",
            SERVICE,
            "service asked for first",
            &["service id", "service requested", "requested service", "service type"],
        ),
        need("site", SITE, "the site", &["site id", "location", "branch", "facility"]),
        need(
            "requested",
            Type::DateTime,
            "when the clock started: referral, return home or ordered date",
            &[
                "referral date",
                "received",
                "date received",
                "request date",
                "referred",
                "received date",
            ],
        ),
        may("emergency", Type::YesNo, "yes if urgent", &["urgent", "crisis", "stat"]),
        may(
            "first_visit",
            Type::DateTime,
            "start of the first completed visit",
            &[
                "first seen",
                "first appointment",
                "first visit date",
                "start of care",
                "soc date",
            ],
        ),
        may(
            "closed",
            Type::DateTime,
            "when the case was closed without a visit",
            &["closed date", "declined", "date closed"],
        ),
    ],
};

pub(super) const STAFF_DAYS: Table = Table {
    name: "staff_days",
    meaning: "what clinicians' days amounted to, from payroll or time sheets",
    synonyms: &["staff day", "payroll", "timesheets", "timecards", "hours worked"],
    columns: &[
        need(
            "clinician",
            CLINICIAN,
            "who",
            &[
                "clinician id",
                "staff id",
                "employee id",
                "employee",
                "emp id",
                "staff",
                "provider",
                "employee number",
                "employee name",
            ],
        ),
        need(
            "date",
            Type::Date,
            "day",
            &["work date", "day", "shift date", "pay date"],
        ),
        need(
            "paid_min",
            DAY,
            "paid time",
            &[
                "paid hours",
                "hours",
                "hours worked",
                "total hours",
                "regular hours",
                "worked hours",
                "paid minutes",
            ],
        ),
        may(
            "worked_min",
            DAY,
            "worked time, if it is recorded apart; paid time without leave otherwise",
            &["clocked minutes", "clocked hours", "time on the clock"],
        ),
        may(
            "leave_min",
            DAY,
            "of the paid time: leave",
            &["leave hours", "pto hours", "pto"],
        ),
        may(
            "meeting_min",
            DAY,
            "of these: meetings and training",
            &["meeting hours", "training hours", "meeting minutes"],
        ),
        may(
            "protected_min",
            DAY,
            "of these: protected for documentation",
            &["documentation hours", "admin hours"],
        ),
        may(
            "travel_min",
            DAY,
            "of these: travel",
            &["travel hours", "drive hours", "travel minutes", "drive minutes"],
        ),
        may(
            "after_hours_min",
            DAY,
            "documentation outside paid time",
            &["after hours minutes", "unpaid charting minutes"],
        ),
        may("miles", MILES, "driven", &["mileage", "distance"]),
    ],
};

pub(super) const SCHEDULING_WORK: Table = Table {
    name: "scheduling_work",
    meaning: "hours that people spent on making the schedule",
    synonyms: &["scheduling hours", "scheduler time"],
    columns: &[
        need(
            "week",
            Type::Date,
            "first day of the week",
            &["week of", "week start", "week starting"],
        ),
        need(
            "hours",
            Type::Decimal {
                unit: "hours",
                min: 0.0,
                max: 10_000.0,
            },
            "hours, as reported by the staff",
            &["scheduling hours", "time spent"],
        ),
    ],
};

pub(super) const SURVEYS: Table = Table {
    name: "surveys",
    meaning: "answers to surveys",
    synonyms: &["survey", "survey responses", "feedback"],
    columns: &[
        need(
            "date",
            Type::Date,
            "day",
            &["survey date", "response date", "submitted"],
        ),
        need(
            "instrument",
            Type::Text,
            "enps, satisfaction or a burnout instrument such as mini_z",
            &["survey", "survey name", "questionnaire"],
        ),
        need(
            "respondent",
            Type::Text,
            "who answered: staff or patient",
            &["audience", "respondent type", "role"],
        ),
        need(
            "score",
            SCORE,
            "on the instrument's scale",
            &["rating", "value", "answer"],
        ),
    ],
};

pub(super) const SCORES: Table = Table {
    name: "scores",
    meaning: "measured outcomes",
    synonyms: &["outcomes", "outcome measures", "assessments", "measurements"],
    columns: &[
        need(
            "patient",
            PATIENT,
            "who was measured",
            &["patient id", "client id", "client", "mrn"],
        ),
        need(
            "measure",
            Type::Text,
            "for example six_minute_walk, phq9",
            &["outcome measure", "instrument", "assessment", "test"],
        ),
        need(
            "date",
            Type::Date,
            "day",
            &["assessment date", "measured on", "test date"],
        ),
        need(
            "value",
            SCORE,
            "on the measure's scale",
            &["score", "result", "total score"],
        ),
        may("goal", SCORE, "goal value, if one was set", &["target", "goal value"]),
    ],
};

pub(super) const STAYS: Table = Table {
    name: "stays",
    meaning: "inpatient stays, for readmissions",
    synonyms: &["stay", "admissions", "hospitalizations", "inpatient stays"],
    columns: &[
        need(
            "patient",
            PATIENT,
            "who stayed",
            &["patient id", "client id", "client", "mrn"],
        ),
        need(
            "admitted",
            Type::Date,
            "day admitted",
            &["admit date", "admission date", "admission"],
        ),
        may(
            "discharged",
            Type::Date,
            "day discharged; empty while in",
            &["discharge date", "discharge"],
        ),
        may("planned", Type::YesNo, "yes if planned", &["elective"]),
        may(
            "transfer",
            Type::YesNo,
            "yes if a transfer from another hospital",
            &["transferred"],
        ),
        may(
            "died",
            Type::YesNo,
            "yes if the patient died within 30 days",
            &["deceased", "death"],
        ),
        may(
            "index",
            Type::YesNo,
            "yes if its discharge starts the 30 days",
            &["index stay", "index admission"],
        ),
    ],
};

pub(super) const DEPARTURES: Table = Table {
    name: "departures",
    meaning: "clinicians who left",
    synonyms: &["departure", "terminations", "separations", "leavers"],
    columns: &[
        need(
            "clinician",
            CLINICIAN,
            "who left",
            &["clinician id", "staff id", "employee id", "employee", "staff"],
        ),
        need(
            "date",
            Type::Date,
            "last day",
            &[
                "termination date",
                "term date",
                "last day",
                "separation date",
                "end date",
            ],
        ),
        need(
            "voluntary",
            Type::YesNo,
            "yes if it was their own wish",
            &["resigned", "voluntary termination"],
        ),
        may("per_diem", Type::YesNo, "yes if employed per diem", &["prn", "casual"]),
    ],
};

pub(super) const HEADCOUNTS: Table = Table {
    name: "headcounts",
    meaning: "number of employees on a day, for turnover",
    synonyms: &["headcount", "employee counts"],
    columns: &[
        need("date", Type::Date, "day", &["as of", "month", "month end"]),
        need(
            "employees",
            count("people", 0, 1_000_000),
            "employees",
            &["headcount", "total employees", "staff"],
        ),
        may(
            "per_diem",
            count("people", 0, 1_000_000),
            "of these: per diem",
            &["prn", "casual"],
        ),
    ],
};

pub(super) const CARE_PERIODS: Table = Table {
    name: "care_periods",
    meaning: "30-day home-health payment periods",
    synonyms: &["care period", "payment periods", "pdgm periods", "episodes"],
    columns: &[
        need(
            "patient",
            PATIENT,
            "whose period it is",
            &["patient id", "client id", "client", "mrn"],
        ),
        need(
            "from",
            Type::Date,
            "first day",
            &["start", "start date", "period start"],
        ),
        need("until", Type::Date, "last day", &["end", "end date", "period end"]),
        need(
            "threshold",
            count("visits", 0, 100),
            "visits below which each visit is paid alone",
            &["lupa threshold", "lupa"],
        ),
    ],
};
