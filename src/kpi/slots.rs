//! How soon one could be seen: the third next available slot of each type of session.

use std::collections::BTreeMap;

use super::outcome::{Computed, Outcome, needs_plan, none};
use super::rooms;
use super::span::{self, Span};
use super::value::IndicatorUnit;
use super::view::View;
use crate::model::Problem;
use crate::model::calendar::{DAY_MIN, Date};
use crate::model::clinic::{Clinician, Kind, License, Modality, Room, Service};
use crate::order::{Arrange, IntoOrdered};
use crate::stats;

/// The slot that is counted: the first two are often gaps left by a cancellation (Murray and Berwick 2003,
/// doi:10.1001/jama.289.8.1035).
const WHICH: usize = 3;

/// What is free in the schedule.
struct Free<'v> {
    clinicians: BTreeMap<&'v str, Vec<Span>>,
    rooms: Vec<(&'v Room, Vec<Span>)>,
    grid: i32,
}

impl<'v> Free<'v> {
    fn new(view: &'v View, problem: &'v Problem) -> Self {
        let mut busy: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
        for event in view.sessions().filter(|event| view.is_done(event.class)) {
            for share in &event.shares {
                let service = event.service;
                let to = share.start + share.minutes + service.after_min;
                let span = (share.start - service.before_min - share.travel, to);
                busy.entry(&share.clinician.id).or_default().push(span);
            }
        }
        let mut hours: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
        for duty in &problem.duties {
            if let Some(clinician) = problem.clinicians.get(duty.clinician as usize) {
                hours.entry(&clinician.id).or_default().extend(&duty.windows);
            }
        }
        let ahead = [(
            view.minute(view.clinic.settings.as_of).max(view.period.0),
            view.period.1,
        )];
        let free = |(id, hours): (&'v str, Vec<Span>)| {
            let taken = span::union(busy.remove(id).unwrap_or_default());
            (id, span::common(&span::without(&span::union(hours), &taken), &ahead))
        };
        let clinicians = hours.into_iter().map(free).into_map();
        let done = || view.sessions().filter(|event| view.is_done(event.class));
        let rooms = view.clinic.rooms.iter().map(|room| {
            let used = rooms::occupied(done(), &room.id);
            (room, span::without(&rooms::open(view, room), &used))
        });
        Self {
            clinicians,
            rooms: rooms.collect(),
            grid: problem.grid.max(1),
        }
    }

    /// Starts at which this clinician could give this service, one after the other, at most as many as are needed.
    fn starts(&self, view: &View, clinician: &Clinician, service: &Service) -> Vec<i32> {
        let Some(licenses) = validity(view, clinician, service) else {
            return Vec::new();
        };
        let roomless = service.modalities.iter().any(|modality| match modality {
            Modality::Home => true,
            Modality::Video | Modality::Phone => clinician.telehealth,
            Modality::InPerson => false,
        });
        let fits = |room: &Room| {
            room.site == clinician.site
                && room.seats >= service.seats
                && service
                    .room_features
                    .iter()
                    .all(|feature| room.features.contains(feature))
        };
        let rooms: Vec<&[Span]> = match service.modalities.contains(&Modality::InPerson) {
            true => self
                .rooms
                .iter()
                .filter(|(room, _)| fits(room))
                .map(|(_, free)| free.as_slice())
                .collect(),
            false => Vec::new(),
        };
        let mut starts = Vec::new();
        for &(from, to) in self.clinicians.get(clinician.id.as_str()).into_iter().flatten() {
            let mut start = next_multiple(from + service.before_min, self.grid);
            while starts.len() < WHICH && start + service.minutes + service.after_min <= to {
                let span = (start, start + service.minutes);
                let roomed = roomless
                    || rooms
                        .iter()
                        .any(|free| free.iter().any(|free| free.0 <= span.0 && span.1 <= free.1));
                if roomed && is_valid(&licenses, view.date(start)) {
                    starts.push(start);
                    start = next_multiple(span.1 + service.after_min + service.before_min, self.grid);
                } else {
                    start += self.grid;
                }
            }
        }
        starts
    }
}

fn next_multiple(minute: i32, grid: i32) -> i32 {
    minute + (-minute).rem_euclid(grid)
}

/// Days on which a clinician may give a service: `None` never, empty always, else while a license is valid.
type Validity = Option<Vec<(Option<Date>, Option<Date>)>>;

fn validity(view: &View, clinician: &Clinician, service: &Service) -> Validity {
    if service
        .discipline
        .as_ref()
        .is_some_and(|wanted| *wanted != clinician.discipline)
    {
        return None;
    }
    let Some(skill) = &service.skill else {
        return Some(Vec::new());
    };
    let own = |row: &&License| row.clinician == clinician.id && row.skill == *skill;
    let licenses: Vec<_> = view
        .clinic
        .licenses
        .iter()
        .filter(own)
        .map(|row| (row.from, row.until))
        .collect();
    (!licenses.is_empty() || clinician.skills.contains(skill)).then_some(licenses)
}

fn is_valid(licenses: &[(Option<Date>, Option<Date>)], date: Date) -> bool {
    let holds = |row: &(Option<Date>, Option<Date>)| {
        row.0.is_none_or(|from| from <= date) && row.1.is_none_or(|until| date <= until)
    };
    licenses.is_empty() || licenses.iter().any(holds)
}

/// Days until the third open slot of a service; `None` if there are fewer in the horizon.
fn third(view: &View, free: &Free, service: &Service) -> Option<i32> {
    let mut starts: Vec<i32> = view
        .clinic
        .clinicians
        .iter()
        .flat_map(|clinician| free.starts(view, clinician, service))
        .collect();
    starts.arrange();
    let today = view
        .minute(view.clinic.settings.as_of)
        .max(view.period.0)
        .div_euclid(DAY_MIN);
    starts.get(WHICH - 1).map(|start| start.div_euclid(DAY_MIN) - today)
}

/// K36. A type without three open slots in the horizon counts as longer than any other.
pub(super) fn third_next(view: &View) -> Computed {
    let Some((problem, _)) = view.planned else {
        return Err(needs_plan("an open slot"));
    };
    let free = Free::new(view, problem);
    let bookable = |service: &&Service| matches!(service.kind, Kind::Individual | Kind::Family | Kind::Evaluation);
    let types: Vec<&Service> = view.index.services.values().copied().filter(bookable).collect();
    let found: Vec<(&Service, Option<i32>)> = types
        .iter()
        .map(|service| (*service, third(view, &free, service)))
        .collect();
    let full = found.iter().filter(|row| row.1.is_none()).count();
    let days: Vec<f64> = found.iter().map(|row| row.1.map_or(f64::INFINITY, f64::from)).collect();
    let median = stats::median(&days).filter(|days| days.is_finite()).ok_or_else(|| {
        none(
            format!(
                "{full} of {} types have fewer than {WHICH} open slots in the horizon",
                types.len()
            ),
            "a longer horizon",
        )
    })?;
    let mut outcome =
        Outcome::plain(median, types.len()).left_out("type with fewer than 3 open slots in the horizon", full);
    for (service, days) in &found {
        outcome = outcome.figure(&service.name, IndicatorUnit::Days, days.map(f64::from));
    }
    Ok(outcome.under("services", found.iter().map(|row| row.0.id.clone())))
}
