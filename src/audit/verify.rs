//! Finds the first entry of a log that is not as it was written.

use std::collections::BTreeMap;

use ed25519_compact::{PublicKey, Signature};
use serde::{Deserialize, Serialize};

use super::entry::{ENTRY_VERSION, Entry, Head, PRINTED_DIGITS, genesis, unhex};
use super::log::StoredLog;

/// What is wrong with a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(rename = "LogFaultKind")
)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// Another entry stands where this one should: it was deleted, moved, or one was put in.
    Place,
    /// A field was changed after the entry was written.
    Changed,
    /// It does not follow the entry before it: one of the two was written anew.
    Chain,
    /// A signed head says that there were more entries: the end was cut off.
    Missing,
    /// A signed head does not fit: entries since the last one that does were written anew, or the head itself was.
    Head,
    /// The head that was given does not belong to any entry.
    Unknown,
}

/// Where a log stops being trustworthy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS), ts(rename = "LogFault"))]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// The first entry that may be wrong, counted from 1.
    pub entry: u64,
    /// The last entry that may be the first wrong one; the same as `entry` unless a head gave it away.
    pub to: u64,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    ts(rename = "LogVerification")
)]
pub struct Verification {
    /// How many entries there are.
    pub entries: u64,
    /// How many signed heads there are.
    pub heads: u64,
    /// The last entry that a head vouches for; 0 if none does.
    pub signed_to: u64,
    /// The first 16 digits of the last entry's hash; empty without entries.
    pub head: String,
    /// Entries whose moment is before that of the entry before them: the clock was set back. Not a fault.
    pub clock_back: Vec<u64>,
    /// The first fault; absent if everything is as it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<Fault>,
}

/// Checks every entry and head. `public_key` is the key the log must be signed with; without it the key of the first
/// head is believed. `expected` is the printed beginning of a head that was kept elsewhere.
pub fn verify(log: &StoredLog, public_key: Option<&str>, expected: Option<&str>) -> Verification {
    let key = public_key.or_else(|| log.heads.first().map(|head| head.public_key.as_str()));
    let (signed_to, head_fault) = check_heads(log, key);
    // The fault of an entry is exact, so it comes first; that of a head is a span.
    let fault = check_entries(&log.entries, key)
        .or(head_fault)
        .or_else(|| check_expected(&log.entries, expected));
    // What was read from a file need not be digits.
    let head = log.entries.last().map_or("", |entry| &entry.hash);
    let head = head.chars().take(PRINTED_DIGITS).collect();
    Verification {
        entries: log.entries.len() as u64,
        heads: log.heads.len() as u64,
        signed_to,
        head,
        clock_back: clock_back(&log.entries),
        fault,
    }
}

fn check_entries(entries: &[Entry], key: Option<&str>) -> Option<Fault> {
    // Without any head the first entry's tie to its key cannot be checked.
    let mut previous = key.map(genesis);
    for (entry, sequence) in entries.iter().zip(1..) {
        let fits = previous.as_ref().is_none_or(|previous| *previous == entry.previous);
        let kind = if entry.sequence != sequence {
            FaultKind::Place
        } else if entry.version != ENTRY_VERSION || entry.computed_hash() != entry.hash {
            FaultKind::Changed
        } else if !fits {
            FaultKind::Chain
        } else {
            previous = Some(entry.hash.clone());
            continue;
        };
        return Some(at(kind, sequence));
    }
    None
}

/// The last entry that is vouched for, and the first head that does not fit.
fn check_heads(log: &StoredLog, key: Option<&str>) -> (u64, Option<Fault>) {
    let by_sequence: BTreeMap<u64, &str> = log
        .entries
        .iter()
        .map(|entry| (entry.sequence, entry.hash.as_str()))
        .collect();
    let count = log.entries.len() as u64;
    let mut signed_to = 0;
    for head in &log.heads {
        let fault = |kind, entry: u64| Fault {
            kind,
            entry,
            to: head.sequence.max(entry),
        };
        if key != Some(&head.public_key) || !is_signed(head) {
            return (signed_to, Some(fault(FaultKind::Head, signed_to + 1)));
        }
        if head.sequence > count {
            return (signed_to, Some(fault(FaultKind::Missing, count + 1)));
        }
        if head.sequence < signed_to || by_sequence.get(&head.sequence) != Some(&head.hash.as_str()) {
            return (signed_to, Some(fault(FaultKind::Head, signed_to + 1)));
        }
        signed_to = head.sequence;
    }
    (signed_to, None)
}

fn is_signed(head: &Head) -> bool {
    let (Some(key), Some(signature)) = (unhex(&head.public_key), unhex(&head.signature)) else {
        return false;
    };
    PublicKey::new(key)
        .verify(head.message(), &Signature::new(signature))
        .is_ok()
}

/// A head that was kept elsewhere must belong to some entry: a log that was written anew as a whole has other hashes.
fn check_expected(entries: &[Entry], expected: Option<&str>) -> Option<Fault> {
    let wanted: String = expected?
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let known = wanted.len() >= PRINTED_DIGITS && entries.iter().any(|entry| entry.hash.starts_with(&wanted));
    (!known).then(|| Fault {
        kind: FaultKind::Unknown,
        entry: 1,
        to: (entries.len() as u64).max(1),
    })
}

fn clock_back(entries: &[Entry]) -> Vec<u64> {
    // Moments are written in one way, so that their order as text is their order in time.
    let pairs = entries.windows(2).filter_map(|pair| match pair {
        [before, after] if after.time < before.time => Some(after.sequence),
        _ => None,
    });
    pairs.collect()
}

fn at(kind: FaultKind, entry: u64) -> Fault {
    Fault { kind, entry, to: entry }
}
