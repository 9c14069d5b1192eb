//! Columns of what was agreed for some time: less work for somebody, time kept free.

use super::choices::WEEKDAY;
use super::{CLINICIAN, DAY_SUM, Table, Type, WEEK, may, need};

pub(super) const LOAD_CAPS: Table = Table {
    name: "load_caps",
    meaning: "less work for a clinician for some time",
    synonyms: &["workload caps", "reduced duty"],
    columns: &[
        need("clinician", CLINICIAN, "the clinician", &["clinician id", "staff id"]),
        need("from", Type::Date, "first day", &["start date"]),
        need("until", Type::Date, "last day", &["end date"]),
        need(
            "week_min",
            WEEK,
            "most working time a week meanwhile",
            &["weekly minutes", "hours per week"],
        ),
        may("reason", Type::Text, "why", &["note"]),
    ],
};

pub(super) const RESERVES: Table = Table {
    name: "reserves",
    meaning: "clinicians' time that is kept free for emergencies, by weekday",
    synonyms: &["buffers", "emergency reserve"],
    columns: &[
        need("weekday", WEEKDAY, "day of the week", &["day"]),
        need(
            "minutes",
            DAY_SUM,
            "minutes kept free, all clinicians together",
            &["kept free"],
        ),
        may("reason", Type::Text, "why so many", &["note"]),
    ],
};
