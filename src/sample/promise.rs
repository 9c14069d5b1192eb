//! Sessions that were promised: some of the published week must stay where they are.

use std::collections::BTreeSet;

use crate::model::calendar::DateTime;
use crate::model::clinic::Freedom;
use crate::model::{self, Plan};
use crate::order::IntoOrdered;

use super::draft::Draft;
use super::scheduler::Habits;

/// Locks a share of the single sessions. A promise is looked at twice, so none of these breaks a rule; else no plan
/// could keep the promise and the rule.
pub(crate) fn lock(draft: &mut Draft, habits: &Habits) {
    let sound = sound_sessions(draft);
    let seed = draft.seed;
    for (number, row) in draft.clinic.appointments.iter_mut().enumerate() {
        let key = row.order.clone().map(|order| (order, row.start));
        let mut rng = crate::rng::Rng::stream(seed, "promise", number as u64);
        if key.is_some_and(|key| sound.contains(&key)) && rng.chance(habits.promises) {
            row.freedom = Freedom::Locked;
        }
    }
}

/// Order and start of every published session that the checker has nothing against.
fn sound_sessions(draft: &Draft) -> BTreeSet<(String, DateTime)> {
    let problem = model::build(&draft.clinic).problem;
    let violations = model::check(&problem, &Plan::published(&problem));
    let broken: BTreeSet<u32> = violations
        .into_iter()
        .flat_map(|violation| violation.sessions)
        .into_set();
    let sessions = (0_u32..)
        .zip(&problem.sessions)
        .filter(|(idx, _)| !broken.contains(idx));
    sessions
        .filter_map(|(_, session)| {
            let start = session.published.as_ref()?.start;
            Some((session.order.clone()?, draft.monday.at_minute(start)))
        })
        .into_set()
}
