//! From the clinic's tables to the problem of one planning horizon.
//!
//! What cannot be used is left out with an issue, never a panic: rows with unknown references, numbers out of range,
//! rows beyond the limits of [`limits`](super::limits). Everything else becomes indices and whole minutes. The build
//! reads nothing but the clinic, so the same clinic always gives the same problem, with the same session keys:
//! `order/w0/1` for the first session of an order in the first week, `group/w0/1` for groups, `shift/d0/1` for shifts
//! (day, then clinician), `appt/id` for an appointment that nothing asks for.
//!
//! ```
//! let built = rosterwell_base::model::build(&rosterwell_base::model::Clinic::default());
//! assert!(built.problem.sessions.is_empty());
//! ```

mod agreements;
mod authorizations;
mod builder;
mod choices;
pub(crate) mod context;
pub mod decisions;
mod eligible;
mod groups;
mod history;
pub(crate) mod intervals;
mod orders;
mod past;
mod places;
mod priority;
mod published;
mod rooms;
pub(crate) mod rows;
mod staff;
mod totals;

pub use authorizations::{quarter_units, units_left, units_of};
pub use past::forget;
pub use places::CIRCUITY;
pub use rows::shown;

use super::clinic::Clinic;
use super::problem::Problem;
use crate::error::Issue;
use builder::Builder;

/// A problem, and what was found wrong on the way to it.
#[derive(Debug, Clone)]
pub struct Built {
    /// What can be planned.
    pub problem: Problem,
    /// Rows left out, fields ignored, values assumed.
    pub issues: Vec<Issue>,
    /// By session: the row in `appointments` where it is published, counted from 0.
    pub appointments: Vec<Option<usize>>,
}

/// Makes the problem of the clinic's horizon.
pub fn build(clinic: &Clinic) -> Built {
    let mut issues = Vec::new();
    let clinic = decisions::settled(clinic, &mut issues);
    agreements::examine(&clinic, &mut issues);
    let mut builder = Builder::new(&clinic);
    builder.issues.append(&mut issues);
    builder.add_orders();
    builder.add_groups();
    builder.add_shifts();
    builder.add_seat_orders();
    builder.add_published();
    builder.add_published_seats();
    builder.add_budgets();
    builder.set_acuity_targets();
    finish(builder)
}

fn finish(mut builder: Builder) -> Built {
    let slots = std::mem::take(&mut builder.slots);
    let is_over = |at: u32| slots[at as usize].is_over;
    // Between two sessions that are over nothing can be changed any more.
    builder.spacings.retain(|pair| !(is_over(pair.a) && is_over(pair.b)));
    builder
        .precedences
        .retain(|pair| !(is_over(pair.first) && is_over(pair.second)));
    let minimums = builder.minimums();
    let pairs = builder.pairs();
    let rules = builder.clinic_rules();
    Built {
        appointments: slots.iter().map(|slot| slot.appointment).collect(),
        problem: Problem {
            start: Some(builder.context.start),
            num_days: builder.context.num_days,
            grid: builder.context.grid,
            day_min: super::calendar::DAY_MIN,
            places: builder.places.names,
            travel: builder.places.travel,
            prices: builder.context.prices,
            clinicians: builder.staff.clinicians,
            duties: builder.staff.duties,
            patients: builder.patients,
            rooms: builder.rooms.rooms,
            room_classes: builder.rooms.classes,
            equipment: builder.rooms.equipment,
            sessions: builder.sessions,
            seat_orders: builder.seat_orders,
            budgets: builder.budgets,
            minimums,
            spacings: builder.spacings,
            precedences: builder.precedences,
            pairs,
            rules,
        },
        issues: builder.issues,
    }
}
