//! The words of every choice, as the row types write them, and what other programs write for them.

use super::{Choice, Type};

const fn word(name: &'static str, synonyms: &'static [&'static str]) -> Choice {
    Choice { name, synonyms }
}

pub(super) const KIND: Type = Type::Choice(&[
    word("individual", &["1:1", "single", "visit", "session", "treatment"]),
    word("group", &["group therapy", "class"]),
    word("family", &["family therapy", "couple", "conjoint"]),
    word("evaluation", &["eval", "intake", "assessment", "start of care", "soc"]),
    word("shift", &["cover", "coverage"]),
]);

pub(super) const MODALITY: Type = Type::Choice(&[
    word(
        "in_person",
        &["office", "clinic", "onsite", "face to face", "f2f", "facility"],
    ),
    word("home", &["home visit", "in home", "community", "field"]),
    word(
        "video",
        &[
            "telehealth",
            "telemedicine",
            "virtual",
            "online",
            "tele",
            "zoom",
            "remote",
        ],
    ),
    word("phone", &["telephone", "audio", "audio only", "call"]),
]);

pub(super) const PHASE: Type = Type::Choice(&[
    word("evaluation", &["assessment", "intake", "referred"]),
    word("detox", &["withdrawal management", "wm", "detoxification"]),
    word("residential", &["rtc", "res", "inpatient"]),
    word("partial_hospitalization", &["php", "day treatment", "partial"]),
    word("intensive_outpatient", &["iop"]),
    word("outpatient", &["op", "standard outpatient"]),
    word("maintenance", &["continuing care", "aftercare", "follow up"]),
    word("home_health", &["homecare", "hh"]),
    word("rehabilitation", &["rehab", "outpatient rehab", "therapy"]),
]);

pub(super) const OVERTIME: Type = Type::Choice(&[
    word("none", &["exempt", "no", "salaried"]),
    word("weekly40", &["flsa", "non exempt", "over 40", "hourly", "yes"]),
    word("eight_eighty", &["8/80", "8 and 80"]),
]);

pub(super) const STATUS: Type = Type::Choice(&[
    word("proposed", &["tentative", "suggested", "pending"]),
    word("waitlist", &["waiting"]),
    word(
        "booked",
        &[
            "scheduled",
            "confirmed",
            "active",
            "open",
            "upcoming",
            "planned",
            "reminder sent",
        ],
    ),
    word(
        "completed",
        &[
            "attended",
            "kept",
            "arrived",
            "checked out",
            "complete",
            "show",
            "showed",
            "present",
            "seen",
            "done",
            "fulfilled",
            "billed",
        ],
    ),
    word(
        "no_show",
        &["dna", "did not attend", "absent", "failed to attend", "fta", "ns"],
    ),
    word(
        "cancelled",
        &[
            "canceled",
            "cancel",
            "late cancel",
            "late cancelled",
            "cx",
            "rescheduled",
            "client cancelled",
        ],
    ),
    word("missed", &["missed by clinic", "missed visit", "staff missed"]),
    word("void", &["entered in error", "deleted", "error", "voided"]),
]);

pub(super) const PARTY: Type = Type::Choice(&[
    word("patient", &["client", "family", "member", "by patient"]),
    word(
        "clinic",
        &[
            "staff",
            "provider",
            "therapist",
            "clinician",
            "agency",
            "facility",
            "by clinic",
        ],
    ),
    word("payer", &["insurance", "insurer", "payor"]),
]);

pub(super) const FREEDOM: Type = Type::Choice(&[
    word("free", &["flexible", "open"]),
    word("movable", &["moveable", "can move"]),
    word("locked", &["fixed", "lock", "frozen"]),
]);

pub(super) const UNIT: Type = Type::Choice(&[
    word("visit", &["visits", "session", "sessions", "encounter"]),
    word(
        "quarter",
        &[
            "15 min",
            "15 minutes",
            "15-minute units",
            "quarter hour",
            "unit",
            "units",
        ],
    ),
    word("hour", &["hours", "hr", "hrs", "60 min"]),
    word("day", &["days", "per diem"]),
]);

pub(super) const AUTHORIZATION_MODE: Type = Type::Choice(&[
    word("block", &["required", "strict"]),
    word("warn", &["warning", "report"]),
]);

pub(super) const ABSENTEE: Type = Type::Choice(&[
    word("clinician", &["staff", "therapist", "employee", "provider"]),
    word("patient", &["client"]),
    word("room", &[]),
    word("site", &["location", "facility"]),
    word("equipment", &["device"]),
]);

pub(super) const PAIR_RULE: Type = Type::Choice(&[
    word("together", &["same", "with"]),
    word("apart", &["separate", "not with"]),
]);

pub(super) const BILLING: Type = Type::Choice(&[
    word("none", &["not billed", "no", "non billable"]),
    word("visit", &["per visit", "session", "flat", "untimed"]),
    word("quarter", &["15 min", "timed", "units"]),
    word("per_diem", &["day", "daily", "day rate"]),
]);

pub(super) const WEEKDAY: Type = Type::Choice(&[
    word("Mon", &["monday", "mo", "m"]),
    word("Tue", &["tuesday", "tues", "tu"]),
    word("Wed", &["wednesday", "we", "w"]),
    word("Thu", &["thursday", "thurs", "thur", "th"]),
    word("Fri", &["friday", "fr", "f"]),
    word("Sat", &["saturday", "sa"]),
    word("Sun", &["sunday", "su"]),
]);

pub(super) const COST_TERM: Type = Type::Choice(&[
    word("unplaced", &[]),
    word("empty_seat", &[]),
    word("weekly_minimum", &[]),
    word("small_group", &[]),
    word("overtime", &[]),
    word("extra_time", &[]),
    word("travel", &[]),
    word("mileage", &[]),
    word("waiting", &[]),
    word("fragmented_idle", &[]),
    word("continuity", &[]),
    word("handoff", &[]),
    word("preference", &[]),
    word("specialization", &[]),
    word("second_choice", &[]),
    word("workload_balance", &[]),
    word("acuity_balance", &[]),
    word("missed_lunch", &[]),
    word("recovery", &[]),
    word("short_break", &[]),
    word("long_run", &[]),
    word("reserve", &[]),
    word("lateness", &[]),
    word("worst_lateness", &[]),
    word("worst_waiting", &[]),
    word("worst_idle", &[]),
    word("fairness", &[]),
    word("change", &[]),
]);

pub(super) const TIER: Type = Type::Choice(&[
    word("emergency", &["immediate", "stat"]),
    word("urgent", &[]),
    word("soon", &[]),
    word("routine", &["standard"]),
    word("planned", &["elective"]),
]);

pub(super) const PURPOSE: Type = Type::Choice(&[
    word("tier", &["red flag"]),
    word("points", &[]),
    word("in_person", &["escalation"]),
    word("acuity", &[]),
]);

pub(super) const DISCLOSURE_PURPOSE: Type = Type::Choice(&[
    word("reminders", &["appointment reminders", "reminder"]),
    word("family", &["family involvement", "family sessions"]),
    word("visit_verification", &["evv", "electronic visit verification"]),
    word("billing", &["payment", "claims"]),
    word("external", &["other", "coordination of care"]),
]);

pub(super) const CHANNEL: Type = Type::Choice(&[
    word("text", &["sms", "text message"]),
    word("call", &["phone", "telephone", "voice"]),
    word("email", &["electronic mail"]),
    word("mail", &["letter", "post"]),
    word("portal", &["patient portal"]),
]);
