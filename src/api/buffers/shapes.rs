//! Request and reply of `buffers`.

use serde::{Deserialize, Serialize};

use crate::api::amend::Action;
use crate::model::PlanDocument;
use crate::model::calendar::{Date, Weekday};

/// Request of `buffers`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct BuffersRequest {
    /// The plan; today's schedule if absent.
    pub plan: Option<PlanDocument>,
    /// Chance with which the time should be enough, 0.5 to 0.99.
    pub level: f64,
    /// Weeks of history that are learned from, 4 to 104.
    pub weeks: u32,
    /// True if those who are seen on the day on which they asked count, beside emergencies.
    pub walk_ins: bool,
    /// Share of the time of sessions that are not held which can be used, 0 to 1: a gap opens when it opens.
    pub freed_share: f64,
}

impl Default for BuffersRequest {
    fn default() -> Self {
        Self {
            plan: None,
            level: 0.9,
            weeks: 26,
            walk_ins: true,
            // Our choice: half of it comes when nobody needs it, and half of that to somebody who cannot use it.
            freed_share: 0.25,
        }
    }
}

/// Reply of `buffers`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BuffersReply {
    /// True if the clinic's data were generated.
    pub synthetic: bool,
    /// What was learned from.
    pub history: BufferHistory,
    /// Why no reserve is given; absent if one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub refused: Option<String>,
    /// What arrivals look like; absent if refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub arrivals: Option<BufferArrivals>,
    /// The reserve of each weekday on which somebody works.
    pub weekdays: Vec<BufferDay>,
    /// Emergencies and walk-ins apart, `emergency` and `walk_in`: what each would need alone.
    pub kinds: Vec<BufferShare>,
    /// What disciplines would need alone: time of one does not help another.
    pub disciplines: Vec<BufferShare>,
    /// Morning and afternoon, by when arrivals asked.
    pub parts: Vec<BufferShare>,
    /// What the plan leaves free on each of its days, and the chance that it is enough.
    pub plan: Vec<BufferDate>,
    /// What the same would have said half of the history ago, beside what came.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub look: Option<BufferLook>,
    /// For `amend`: keep these reserves free; absent if refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub accept: Option<Action>,
    /// What none of this can know.
    pub limits: Vec<&'static str>,
}

/// What was learned from.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BufferHistory {
    /// First day.
    pub from: Date,
    /// Days on which somebody worked.
    pub days: u32,
    /// Emergencies.
    pub emergencies: u32,
    /// Seen on the day on which they asked.
    pub walk_ins: u32,
}

/// What arrivals look like.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BufferArrivals {
    /// True if weekdays differ more than by chance and have rates of their own; false if all days were pooled.
    pub by_weekday: bool,
    /// Variance over mean of the arrivals of a day: 1 if they come independently.
    pub dispersion: f64,
    /// True if that is more than chance allows, so that the negative binomial is used in place of Poisson.
    pub overdispersed: bool,
    /// Mean minutes that one takes.
    pub minutes_each: f64,
    /// Minutes that one usually takes: half of them take no longer.
    pub usual_min: i32,
}

/// The reserve of one weekday.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BufferDay {
    /// Day of the week.
    pub weekday: Weekday,
    /// Days of it in the history.
    pub days: u32,
    /// Arrivals expected.
    pub arrivals: f64,
    /// Minutes that they take on average.
    pub minutes: f64,
    /// Minutes that would be needed if nothing became free by itself.
    pub alone_min: i32,
    /// Minutes expected to become free because patients do not come, all of them, on the day of the plan with the
    /// fewest.
    pub freed_min: f64,
    /// Minutes to keep free.
    pub reserve_min: i32,
    /// Chance that they, with what becomes free and can be used, are enough.
    pub chance: f64,
}

/// What part of the arrivals would need alone, on an average day.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BufferShare {
    /// Kind, discipline, `any`, `morning` or `afternoon`.
    pub name: String,
    /// Arrivals in the history.
    pub arrivals: u32,
    /// Minutes that they take on an average day.
    pub minutes: f64,
    /// Minutes needed, with nothing becoming free.
    pub alone_min: i32,
}

/// One day of the plan.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BufferDate {
    /// Day.
    pub date: Date,
    /// Clinicians' minutes.
    pub capacity_min: i32,
    /// Of these booked, with minutes before and after sessions.
    pub booked_min: i32,
    /// Lunch and ways, minutes.
    pub overhead_min: i32,
    /// The rest; less than 0 if more is booked than there is.
    pub free_min: i32,
    /// Minutes that the plan is to keep free as the clinic is now; lunch and ways are none of them.
    pub kept_min: i32,
    /// Chance that what is free, with what becomes free and can be used, is enough.
    pub chance: f64,
    /// How many arrivals of the usual length fit between the sessions, each in one piece of one clinician's day.
    pub fits: u32,
    /// Chance that no more than these come. Nothing that becomes free is counted, so this is the cautious one of the two.
    pub chance_in_pieces: f64,
}

/// What was said before, beside what came.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BufferLook {
    /// Days of the later half of the history.
    pub days: u32,
    /// Share of them on which the time that the earlier half asks for (with nothing becoming free) would have been
    /// enough.
    pub held: f64,
    /// The chance that was stated, on average.
    pub stated: f64,
}
