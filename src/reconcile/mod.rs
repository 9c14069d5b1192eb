//! Three schedules become one: the one from which a plan was made (base), what the plan made of it (ours), and what
//! another system has meanwhile (theirs). Every session that differs is one item to accept or reject, with a default and
//! its reason; what is accepted becomes the clinic's schedule, and a change list tells the other system what it has to do
//! to have the same.
//!
//! A session is one unit: its time, people and room hang together, so parts of two changes are never mixed. Sessions are
//! the same by appointment id; what is new on both sides is the same if patient or group, service and start agree.
//!
//! Nothing here reads files, and nothing judges a schedule: the caller checks the clinic that comes out.

mod changes;
mod schedule;
mod three_way;

pub use changes::{ChangeLine, Done, apply_lines, change_table, lines};
pub use schedule::{Coverage, Schedule, Seat, Slot, Span, horizon, ours, result, schedule, theirs};
pub use three_way::{Case, Item, Take, accepted, compare};
