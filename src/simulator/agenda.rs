//! The event calendar: what happens next.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Events to come, taken out in order of their moments. Of events at one moment the one that was entered first comes
/// first, so that the order never depends on anything but the run itself.
///
/// The unit of a moment is the caller's: minutes of the horizon in a clinic.
///
/// # References
/// Law, Simulation Modeling and Analysis, 5th edition 2015, section 1.3: next-event time advance.
#[derive(Debug, Clone)]
pub struct Agenda<E> {
    heap: BinaryHeap<Reverse<Entry<E>>>,
    entered: u64,
    now: i64,
}

#[derive(Debug, Clone)]
struct Entry<E> {
    at: i64,
    number: u64,
    event: E,
}

impl<E> PartialEq for Entry<E> {
    fn eq(&self, other: &Self) -> bool {
        (self.at, self.number) == (other.at, other.number)
    }
}

impl<E> Eq for Entry<E> {}

impl<E> PartialOrd for Entry<E> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<E> Ord for Entry<E> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.at, self.number).cmp(&(other.at, other.number))
    }
}

impl<E> Agenda<E> {
    /// Nothing to come; it is moment `now`.
    pub fn new(now: i64) -> Self {
        Self {
            heap: BinaryHeap::new(),
            entered: 0,
            now,
        }
    }

    /// The moment of the event that was taken out last.
    pub fn now(&self) -> i64 {
        self.now
    }

    /// Enters an event. One that lies in the past comes now: time never runs backward.
    pub fn enter(&mut self, at: i64, event: E) {
        self.heap.push(Reverse(Entry {
            at: at.max(self.now),
            number: self.entered,
            event,
        }));
        self.entered += 1;
    }

    /// The next event and its moment, which is now from here on.
    pub fn take(&mut self) -> Option<(i64, E)> {
        let Reverse(entry) = self.heap.pop()?;
        self.now = entry.at;
        Some((entry.at, entry.event))
    }
}

#[cfg(test)]
mod tests {
    use super::Agenda;

    #[test]
    fn events_come_by_time_and_then_as_they_were_entered() {
        let mut agenda = Agenda::new(0);
        for (at, name) in [(5, "c"), (3, "a"), (5, "d"), (3, "b")] {
            agenda.enter(at, name);
        }
        assert_eq!(agenda.take(), Some((3, "a")));
        // Too late for moment 1: it comes at once, after what was entered for now before it.
        agenda.enter(1, "late");
        let rest: Vec<_> = std::iter::from_fn(|| agenda.take()).collect();
        assert_eq!(rest, [(3, "b"), (3, "late"), (5, "c"), (5, "d")]);
        assert_eq!(agenda.now(), 5);
    }
}
