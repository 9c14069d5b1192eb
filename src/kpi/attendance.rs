//! What became of booked visits: completion, no-shows, attendance, family sessions.

use std::collections::BTreeMap;

use super::event::Class;
use super::outcome::{Computed, Tally, needs_history};
use super::view::View;
use crate::model::clinic::Kind;

/// Seats of the period by class.
struct Classes(BTreeMap<Class, Vec<String>>);

impl Classes {
    fn of(view: &View) -> Self {
        let mut by_class: BTreeMap<Class, Vec<String>> = BTreeMap::new();
        for event in view.sessions().filter(|event| event.is_visit()) {
            for seat in &event.seats {
                by_class.entry(seat.class).or_default().push(event.seat_id(seat));
            }
        }
        Self(by_class)
    }

    fn count(&self, classes: &[Class]) -> f64 {
        classes.iter().map(|class| self.ids(*class).len()).sum::<usize>() as f64
    }

    fn ids(&self, class: Class) -> &[String] {
        self.0.get(&class).map_or(&[], Vec::as_slice)
    }

    /// The share of seats of class `hit` among all `classes`, which include it.
    fn share(&self, hit: Class, classes: &[Class]) -> Computed {
        let mut tally = Tally::default();
        for class in classes {
            for id in self.ids(*class) {
                tally.add(*class == hit, id.as_str());
            }
        }
        Ok(tally
            .proportion("attendances", "visits that were completed, missed or cancelled late")?
            .left_out(
                "unresolved: past, but still booked or cancelled without a time",
                self.ids(Class::Unresolved).len(),
            ))
    }
}

/// K9.
pub(super) fn completion(view: &View) -> Computed {
    use Class::{Completed, EarlyCancel, LateCancel, Missed, NoShow, ProviderCancel};
    if !view.is_history() {
        return Err(needs_history());
    }
    let classes = Classes::of(view);
    let counted = [Completed, NoShow, LateCancel, ProviderCancel, Missed];
    let gross = classes.count(&counted) + classes.count(&[EarlyCancel]);
    Ok(classes
        .share(Completed, &counted)?
        .share("gross, with early cancellations", classes.count(&[Completed]), gross))
}

/// K10.
pub(super) fn no_show(view: &View) -> Computed {
    use Class::{Completed, LateCancel, NoShow};
    if !view.is_history() {
        return Err(needs_history());
    }
    let classes = Classes::of(view);
    Ok(classes.share(NoShow, &[Completed, NoShow])?.share(
        "with late cancellations",
        classes.count(&[NoShow, LateCancel]),
        classes.count(&[Completed, NoShow, LateCancel]),
    ))
}

/// K11.
pub(super) fn attendance(view: &View) -> Computed {
    use Class::{Completed, LateCancel, NoShow};
    if !view.is_history() {
        return Err(needs_history());
    }
    Classes::of(view).share(Completed, &[Completed, NoShow, LateCancel])
}

/// K22.
pub(super) fn family(view: &View) -> Computed {
    if !view.is_history() {
        return Err(needs_history());
    }
    let (mut tally, mut unknown, mut absent) = (Tally::default(), 0, 0);
    for event in view.sessions().filter(|event| event.service.kind == Kind::Family) {
        match (event.class, event.row.and_then(|row| row.family_attended)) {
            (Class::Completed, Some(attended)) => tally.add(attended > 0, event.id),
            (Class::Completed, None) => unknown += 1,
            (Class::NoShow, _) => absent += 1,
            _ => {}
        }
    }
    Ok(tally
        .proportion("appointments", "family sessions that were held")?
        .left_out("held, but nobody recorded who came", unknown)
        .left_out("the patient was absent", absent))
}
