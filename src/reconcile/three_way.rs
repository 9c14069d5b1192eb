//! Three schedules side by side: which sessions differ, how, and what we would take.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::schedule::{Schedule, Slot};
use crate::order::IntoOrdered;

/// What happened to a session on the two sides since the base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, ts_rs::TS),
    schemars(rename = "ReconcileCase"),
    ts(rename = "ReconcileCase")
)]
#[serde(rename_all = "snake_case")]
pub enum Case {
    /// Both changed it, to different things.
    BothDiffer,
    /// The other system took it out, the plan changed it.
    DeletedThereChangedHere,
    /// The plan took it out, the other system changed it.
    DeletedHereChangedThere,
    /// New on both sides, not the same.
    NewBothDiffer,
    /// Only the plan changed it.
    OursOnly,
    /// Only the plan has it.
    NewHere,
    /// Only the plan took it out.
    DeletedHere,
    /// Only the other system changed it.
    TheirsOnly,
    /// Only the other system has it.
    NewThere,
    /// Only the other system took it out.
    DeletedThere,
    /// Both did the same.
    BothSame,
}

impl Case {
    /// Every case; first those that somebody has to decide.
    pub const ALL: [Self; 11] = [
        Self::BothDiffer,
        Self::DeletedThereChangedHere,
        Self::DeletedHereChangedThere,
        Self::NewBothDiffer,
        Self::OursOnly,
        Self::NewHere,
        Self::DeletedHere,
        Self::TheirsOnly,
        Self::NewThere,
        Self::DeletedThere,
        Self::BothSame,
    ];

    /// True if both sides did something about it, and not the same.
    pub fn is_conflict(self) -> bool {
        self <= Self::NewBothDiffer
    }

    /// What is taken unless somebody decides otherwise: a change that only one side made; where both did, the other
    /// system's, since people have been told about it.
    pub fn default(self) -> Take {
        match self {
            Self::OursOnly | Self::NewHere | Self::DeletedHere => Take::Ours,
            _ => Take::Theirs,
        }
    }

    /// Why.
    pub fn reason(self) -> &'static str {
        match self {
            Self::BothDiffer => "both changed it; people have been told what the other system says",
            Self::DeletedThereChangedHere => "it was taken out there; the plan had moved it",
            Self::DeletedHereChangedThere => "it was moved there; the plan had taken it out",
            Self::NewBothDiffer => "it is new on both sides; people have been told what the other system says",
            Self::OursOnly => "nobody else changed it",
            Self::NewHere => "the plan adds it, and nothing there is in its place",
            Self::DeletedHere => "the plan takes it out, and nobody changed it there",
            Self::TheirsOnly => "it was changed there, and the plan leaves it alone",
            Self::NewThere => "it was added there",
            Self::DeletedThere => "it was taken out there",
            Self::BothSame => "both did the same",
        }
    }
}

/// Which side is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Take {
    /// The plan's.
    Ours,
    /// The other system's.
    Theirs,
}

/// One session that is not as it was in the base on one side or both.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Appointment id in the base, or of the side that has it.
    pub id: String,
    /// What happened.
    pub case: Case,
    /// As it was; `None` if it is new.
    pub base: Option<Slot>,
    /// As the plan has it; `None` if it takes it out, or never had it.
    pub ours: Option<Slot>,
    /// As the other system has it.
    pub theirs: Option<Slot>,
}

impl Item {
    /// The session as one side has it.
    pub fn side(&self, take: Take) -> Option<&Slot> {
        match take {
            Take::Ours => self.ours.as_ref(),
            Take::Theirs => self.theirs.as_ref(),
        }
    }
}

/// Compares. Items come by case, conflicts first, then by start and id.
pub fn compare(base: &Schedule, ours: &Schedule, theirs: &Schedule) -> Vec<Item> {
    let ours = paired(base, ours, theirs);
    let ids: BTreeSet<&String> = base.keys().chain(ours.keys()).chain(theirs.keys()).into_set();
    let mut by_place: BTreeMap<_, Item> = BTreeMap::new();
    for id in ids {
        let (was, here, there) = (base.get(id), ours.get(id), theirs.get(id));
        let Some(case) = case(was, here, there) else { continue };
        let start = there.or(here).or(was).map(|slot| slot.start);
        let item = Item {
            id: id.clone(),
            case,
            base: was.cloned(),
            ours: here.cloned(),
            theirs: there.cloned(),
        };
        by_place.insert((case, start, id), item);
    }
    by_place.into_values().collect()
}

/// What the plan adds is the same session as what the other system adds at the same start, for the same service and
/// people: it goes under that id.
fn paired(base: &Schedule, ours: &Schedule, theirs: &Schedule) -> Schedule {
    let mut ours = ours.clone();
    let mut free: Vec<&String> = theirs
        .keys()
        .filter(|id| !base.contains_key(*id) && !ours.contains_key(*id))
        .collect();
    let new: Vec<String> = ours
        .keys()
        .filter(|id| !base.contains_key(*id) && !theirs.contains_key(*id))
        .cloned()
        .collect();
    for id in new {
        let Some(mine) = ours.get(&id) else { continue };
        let who = |slot: &Slot| {
            (
                slot.start,
                slot.service.clone(),
                slot.patient.clone(),
                slot.group.clone(),
                slot.shift.clone(),
            )
        };
        let at = free
            .iter()
            .position(|other| theirs.get(*other).is_some_and(|other| who(other) == who(mine)));
        if let Some(at) = at
            && let Some(mine) = ours.remove(&id)
        {
            ours.insert(free.remove(at).clone(), mine);
        }
    }
    ours
}

/// `None` if it is on both sides as it was.
fn case(was: Option<&Slot>, here: Option<&Slot>, there: Option<&Slot>) -> Option<Case> {
    Some(match (was, here, there) {
        _ if was == here && was == there => return None,
        _ if here == there => Case::BothSame,
        (None, Some(_), Some(_)) => Case::NewBothDiffer,
        (None, Some(_), None) => Case::NewHere,
        (None, None, _) => Case::NewThere,
        (Some(_), None, _) if there == was => Case::DeletedHere,
        (Some(_), None, _) => Case::DeletedHereChangedThere,
        (Some(_), _, None) if here == was => Case::DeletedThere,
        (Some(_), _, None) => Case::DeletedThereChangedHere,
        _ if there == was => Case::OursOnly,
        _ if here == was => Case::TheirsOnly,
        _ => Case::BothDiffer,
    })
}

/// The schedule after the decisions: for every item the side that is taken, everything else as it is there.
pub fn accepted(theirs: &Schedule, items: &[Item], take: impl Fn(&Item) -> Take) -> Schedule {
    let mut accepted = theirs.clone();
    for item in items {
        match item.side(take(item)) {
            Some(slot) => accepted.insert(item.id.clone(), slot.clone()),
            None => accepted.remove(&item.id),
        };
    }
    accepted
}
