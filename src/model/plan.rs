//! `Plan`: the answer to a `Problem`. Plain data, no cached state.

use serde::{Deserialize, Serialize};

use super::problem::{Placement, Problem};

/// A placement, or none, for every session; seats for every seat order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Plan {
    /// By session index.
    pub placements: Vec<Option<Placement>>,
    /// By seat order: the group sessions in which the patient has a seat, ascending.
    pub seats: Vec<Vec<u32>>,
}

impl Plan {
    /// A plan with nothing placed.
    pub fn empty(problem: &Problem) -> Self {
        Self {
            placements: vec![None; problem.sessions.len()],
            seats: vec![Vec::new(); problem.seat_orders.len()],
        }
    }

    /// The schedule as it was published, with whatever is wrong in it.
    pub fn published(problem: &Problem) -> Self {
        Self {
            placements: problem
                .sessions
                .iter()
                .map(|session| session.published.clone())
                .collect(),
            seats: problem
                .seat_orders
                .iter()
                .map(|order| order.published.clone())
                .collect(),
        }
    }

    /// SHA-256 over the plan's canonical bytes, as 64 hex digits: equal plans have equal hashes on every platform.
    pub fn hash(&self) -> String {
        use sha2::{Digest, Sha256};
        let mut sha = Sha256::new();
        let mut put = |value: i32| sha.update(value.to_le_bytes());
        for placement in &self.placements {
            match placement {
                None => put(-1),
                Some(placement) => {
                    put(placement.start);
                    put(i32::from(placement.choice));
                    put(placement.room.map_or(-1, |room| room as i32));
                    for part in &placement.parts {
                        put(part.clinician as i32);
                        put(part.start);
                    }
                }
            }
        }
        for seats in &self.seats {
            put(seats.len() as i32);
            for &session in seats {
                put(session as i32);
            }
        }
        sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
