//! How often pilots without an effect call it one.

use serde_json::{Value, json};

use crate::null_pilots::{Null, alarms};
use crate::run::Options;

/// One line of JSON for each kind of pilot: the alarms of each way of judging.
pub fn pilot(options: &Options) -> Vec<Value> {
    let pilots = options.count as u64;
    let line = |kind: Null| {
        json!({
            "instance": kind.name(),
            "pilots": pilots,
            "alarms": alarms(kind, options.seed, pilots),
        })
    };
    Null::ALL.into_iter().map(line).collect()
}
