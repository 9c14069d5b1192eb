//! What has happened before the horizon, as far as planning needs it: when orders were last served, and who usually
//! treats whom.

use std::collections::BTreeMap;

use super::context::Context;
use crate::model::clinic::{Appointment, Kind, Status};
use crate::order::IntoOrdered;

/// Days before the horizon in which sessions of an order are looked for: the longest spacing.
pub(super) const LOOK_BACK_DAYS: i32 = 35;

/// What has happened before the horizon.
pub(crate) struct History<'c> {
    /// Days on which an order (by row) was served, counted from the horizon's start, negative.
    order_days: BTreeMap<usize, Vec<i32>>,
    /// The same for groups.
    group_days: BTreeMap<usize, Vec<i32>>,
    /// The usual clinician of a patient by discipline.
    usual: BTreeMap<(&'c str, &'c str), &'c str>,
    /// Orders by patient and service, for appointments that do not name theirs.
    orders: BTreeMap<(&'c str, &'c str), usize>,
    /// Attendance rows by appointment id.
    seats: BTreeMap<&'c str, Vec<usize>>,
}

impl<'c> History<'c> {
    pub(crate) fn new(context: &Context<'c>) -> Self {
        let clinic = context.clinic;
        let mut orders = BTreeMap::new();
        for row in super::context::in_order(&context.rows.orders) {
            let order = &clinic.orders[row];
            orders.entry((&*order.patient, &*order.service)).or_insert(row);
        }
        let mut seats: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (row, seat) in clinic.attendances.iter().enumerate() {
            if context.rows.patients.contains_key(&*seat.patient) {
                seats.entry(&seat.appointment).or_default().push(row);
            }
        }
        let mut history = Self {
            order_days: BTreeMap::new(),
            group_days: BTreeMap::new(),
            usual: usual(context),
            orders,
            seats,
        };
        history.count_days(context);
        history
    }

    fn count_days(&mut self, context: &Context<'c>) {
        for &row in context.rows.appointments.values() {
            let appointment = &context.clinic.appointments[row];
            let day = appointment.start.date().days_since(context.start);
            let counts = matches!(appointment.status, Status::Completed | Status::Booked);
            if !counts || !(-LOOK_BACK_DAYS..0).contains(&day) {
                continue;
            }
            if let Some(order) = self.order_of(context, appointment) {
                self.order_days.entry(order).or_default().push(day);
            }
            if let Some(group) = appointment.group.as_deref().and_then(|id| context.rows.groups.get(id)) {
                self.group_days.entry(*group).or_default().push(day);
            }
            for &seat in self.seats.get(&*appointment.id).into_iter().flatten() {
                let seat = &context.clinic.attendances[seat];
                if matches!(seat.status, Status::Completed | Status::Booked) {
                    let key = (&*seat.patient, &*appointment.service);
                    let named = seat.order.as_deref().and_then(|id| context.rows.orders.get(id));
                    if let Some(&order) = named.or_else(|| self.orders.get(&key)) {
                        self.order_days.entry(order).or_default().push(day);
                    }
                }
            }
        }
    }

    /// The order that an appointment serves: the one it names, else the patient's first one for the same service.
    pub(crate) fn order_of(&self, context: &Context<'c>, appointment: &'c Appointment) -> Option<usize> {
        match appointment.order.as_deref() {
            Some(id) => context.rows.orders.get(id).copied(),
            None => self.order_for(appointment.patient.as_deref()?, &appointment.service),
        }
    }

    /// The first order of a patient for a service.
    pub(crate) fn order_for(&self, patient: &str, service: &str) -> Option<usize> {
        self.orders.get(&(patient, service)).copied()
    }

    /// Attendance rows of an appointment.
    pub(crate) fn seats_of(&self, appointment: &str) -> &[usize] {
        self.seats.get(appointment).map_or(&[], Vec::as_slice)
    }

    /// How often an order was served since a day before the horizon.
    pub(crate) fn order_count(&self, order: usize, since_day: i32) -> i32 {
        count(self.order_days.get(&order), since_day)
    }

    /// How often a group has met since a day before the horizon.
    pub(crate) fn group_count(&self, group: usize, since_day: i32) -> i32 {
        count(self.group_days.get(&group), since_day)
    }

    /// The last day before the horizon on which an order was served.
    pub(crate) fn last_day(&self, order: usize) -> Option<i32> {
        self.order_days.get(&order)?.iter().copied().max()
    }

    /// The clinician of a discipline whom a patient saw most often in the last weeks.
    pub(crate) fn usual(&self, patient: &str, discipline: &str) -> Option<&'c str> {
        self.usual.get(&(patient, discipline)).copied()
    }
}

fn count(days: Option<&Vec<i32>>, since_day: i32) -> i32 {
    days.map_or(0, |days| days.iter().filter(|&&day| day >= since_day).count() as i32)
}

/// Visits and the last day of them with the clinician of most, by patient and discipline.
type Best<'a> = BTreeMap<(&'a str, &'a str), ((i32, i32), &'a str)>;

/// Counts completed visits of the last weeks; most visits win, then the latest visit, then the smaller id.
fn usual<'c>(context: &Context<'c>) -> BTreeMap<(&'c str, &'c str), &'c str> {
    let clinic = context.clinic;
    let first_day = -7 * context.rules.whole("usual.weeks");
    let mut seen: BTreeMap<(&str, &str, &str), (i32, i32)> = BTreeMap::new();
    for appointment in &clinic.appointments {
        let day = appointment.start.date().days_since(context.start);
        if appointment.status != Status::Completed
            || day < first_day
            || context.minute(appointment.start) >= context.now
        {
            continue;
        }
        let (Some(patient), Some(clinician)) = (&appointment.patient, appointment.clinicians.first()) else {
            continue;
        };
        let Some(&row) = context.rows.clinicians.get(&**clinician) else {
            continue;
        };
        let service = context
            .rows
            .services
            .get(&*appointment.service)
            .map(|&row| clinic.services[row].kind);
        if matches!(service, Some(Kind::Group | Kind::Shift)) {
            continue;
        }
        let entry = seen
            .entry((patient, &clinic.clinicians[row].discipline, clinician))
            .or_insert((0, day));
        *entry = (entry.0 + 1, entry.1.max(day));
    }
    let mut best: Best = BTreeMap::new();
    for ((patient, discipline, clinician), visits) in seen {
        let entry = best.entry((patient, discipline)).or_insert((visits, clinician));
        if visits > entry.0 {
            *entry = (visits, clinician);
        }
    }
    best.into_iter()
        .map(|(key, (_, clinician))| (key, clinician))
        .into_map()
}
