//! How urgent a request is, and how demanding a patient: editable rules, each of which can be read, with its source.
//!
//! Rules that give a tier come first, and the most urgent one that fired holds; points only order requests within their
//! tier; waiting makes up for both, so that nobody waits for ever. What is not known widens the answer, and what no rule
//! covers needs a person. This supports planning; it is no clinical advice.

mod evaluate;
mod facts;
mod published;
mod queue;
mod rulebook;

pub use evaluate::{Finding, Open, Outcome, PointRange, Witness, acuity_level, assess};
pub use facts::{Records, Subject, Value};
pub use queue::{Capacity, Waiting, longest_wait, rank, rank_minute};
pub use rulebook::{Rule, Rulebook, Terms};

use crate::model::clinic::{Kind, Modality, Order, Service};

/// The name of a kind, as rules write it.
fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Individual => "individual",
        Kind::Group => "group",
        Kind::Family => "family",
        Kind::Evaluation => "evaluation",
        Kind::Shift => "shift",
    }
}

/// The ways left when video and telephone are no longer enough; empty if the order has no other.
pub fn in_person_ways(order: &Order, service: &Service) -> Vec<Modality> {
    let mut ways = facts::ways(order, service);
    ways.retain(|way| matches!(way, Modality::InPerson | Modality::Home));
    ways
}

/// True if an order may be given by video or telephone.
pub fn may_be_remote(order: &Order, service: &Service) -> bool {
    let ways = facts::ways(order, service);
    ways.iter().any(|way| matches!(way, Modality::Video | Modality::Phone))
}
