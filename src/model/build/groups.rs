//! Groups become sessions with seats; orders for group services become seats wanted in them. Shifts are here too:
//! cover of a place, one session per date and clinician.

use std::collections::BTreeMap;

use super::builder::{Builder, SeatSlot, Slot, due_in_week};
use super::choices::Setting;
use super::context::in_order;
use super::eligible::Wanted;
use super::intervals::intersect;
use super::priority::unplaced_cents;
use super::rooms::site_hours;
use crate::model::calendar::DAY_MIN;
use crate::model::clinic::{Group, Kind, Order, Service, Shift};
use crate::model::problem::{Interval, SeatOrder, Seats, Session};
use crate::model::weights::CostTerm;
use crate::order::{Arrange, IntoOrdered};

impl<'c> Builder<'c> {
    /// Group sessions of every week.
    pub(crate) fn add_groups(&mut self) {
        let remote = self.remote_groups();
        for row in in_order(&self.context.rows.groups) {
            let group = &self.context.clinic.groups[row];
            let service_row = self.context.rows.services[&*group.service];
            let template = self.group_session(row, group, self.service(service_row), remote[&row]);
            let windows = self.group_windows(group);
            for week in 0..self.context.weeks.len() {
                let open = self.open_windows(&windows, week);
                for k in 1..=self.group_count_in_week(row, group, week) {
                    let mut session = template.clone();
                    session.key = format!("{}/w{week}/{k}", group.id);
                    session.windows.clone_from(&open);
                    let slot = Slot {
                        service: service_row,
                        group: Some(row),
                        period: week,
                        ..Slot::default()
                    };
                    self.add(session, slot);
                }
            }
        }
    }

    /// True for each group that all its patients can join by video.
    fn remote_groups(&self) -> BTreeMap<usize, bool> {
        let mut remote: BTreeMap<usize, bool> = self.context.rows.groups.values().map(|&row| (row, true)).into_map();
        for &row in self.context.rows.orders.values() {
            let order = &self.context.clinic.orders[row];
            let telehealth = self
                .patient_row(&order.patient)
                .is_some_and(|patient| patient.telehealth);
            for group in self.groups_of(order) {
                *remote.entry(group).or_insert(true) &= telehealth;
            }
        }
        remote
    }

    fn group_windows(&self, group: &Group) -> Vec<Interval> {
        let site = site_hours(&self.context, &group.site);
        match &group.hours {
            Some(hours) => intersect(&site, &self.context.spread(hours)),
            None => site,
        }
    }

    fn group_count_in_week(&self, row: usize, group: &Group, week: usize) -> i32 {
        let week = self.context.weeks[week];
        let hours = group.hours.as_ref();
        let site = self
            .context
            .rows
            .sites
            .get(&*group.site)
            .map(|&at| &self.context.clinic.sites[at].hours);
        let can_meet = |day: i32| {
            let weekday = self.context.start.plus_days(day).weekday();
            hours.or(site).is_some_and(|hours| hours.on(weekday).next().is_some())
        };
        let days_of_week = (week.first..week.first + 7).filter(|&day| can_meet(day)).count() as i32;
        let days_open = (week.from as i32..week.to as i32).filter(|&day| can_meet(day)).count() as i32;
        due_in_week(
            group.per_week,
            self.history.group_count(row, week.first),
            days_open,
            days_of_week,
        )
    }

    fn group_session(&mut self, row: usize, group: &'c Group, service: &'c Service, remote: bool) -> Session {
        let max = self.group_seats(row, group, service);
        let setting = Setting {
            service,
            site: &group.site,
            seats: max.max(service.seats),
            patient: None,
            telehealth: remote,
        };
        let choices = self.choices(setting, &service.modalities);
        let mut wanted = Wanted {
            discipline: service.discipline.as_deref(),
            skill: service.skill.as_deref(),
            patient: None,
        };
        let mut facilitator = self.part(service, service.minutes, 0);
        facilitator.eligible = self.eligible(wanted, &choices);
        let mut parts = vec![facilitator];
        if let Some(skill) = &group.co_leader_skill {
            wanted = Wanted {
                skill: Some(skill),
                ..Wanted::default()
            };
            let mut co_leader = self.part(service, service.minutes, 0);
            co_leader.eligible = self.eligible(wanted, &choices);
            parts.push(co_leader);
        }
        if parts.iter().any(|part| part.eligible.is_empty()) {
            let cause = "nobody has the discipline, skill or license to lead it";
            let action = "check the service's demands and the licenses' dates";
            self.doubt(
                "groups",
                row,
                &group.id,
                ["group.nobody_eligible", "service", cause, action],
            );
        }
        Session {
            key: String::new(),
            kind: Kind::Group,
            service: service.id.clone(),
            order: None,
            patient: None,
            minutes: service.minutes,
            windows: Vec::new(),
            preferred: Vec::new(),
            due: Vec::new(),
            parts,
            choices,
            unplaced_cents: 0,
            mandated: false,
            counts_to_minimum: service.counts_to_minimum,
            acuity: self.acuity(service, None),
            draws: Vec::new(),
            seats: Some(Seats {
                min: group.min.min(max),
                target: group.target.min(max),
                max,
            }),
            published: None,
            locked: false,
            thread: None,
        }
    }

    /// Seats of the group, fewer if no room at the site holds them all.
    fn group_seats(&mut self, row: usize, group: &Group, service: &Service) -> i32 {
        let most = self.rooms.most_seats(&group.site, service);
        if self.rooms.is_unlisted(&group.site) || most >= group.max || most == 0 {
            return group.max;
        }
        let cause = format!(
            "no room of the site with what the group needs has {} seats; {most} are planned",
            group.max
        );
        let action = "lower the group's maximum, or list a larger room";
        self.doubt(
            "groups",
            row,
            &group.id,
            ["group.no_room_that_large", "max", &cause, action],
        );
        most
    }

    /// Seats that patients want, one entry per order and week.
    pub(crate) fn add_seat_orders(&mut self) {
        let mut by_group: BTreeMap<(usize, usize), Vec<u32>> = BTreeMap::new();
        for (at, slot) in self.slots.iter().enumerate() {
            if let Some(group) = slot.group {
                by_group.entry((group, slot.period)).or_default().push(at as u32);
            }
        }
        for row in in_order(&self.context.rows.orders) {
            let order = &self.context.clinic.orders[row];
            let service_row = self.context.rows.services[&*order.service];
            if self.service(service_row).kind == Kind::Group {
                self.add_seat_order(row, order, service_row, &by_group);
            }
        }
    }

    /// The groups in which an order's seats may be: those it names, else all of its service at the patient's site.
    fn groups_of(&self, order: &Order) -> Vec<usize> {
        let groups = &self.context.clinic.groups;
        if !order.groups.is_empty() {
            let named = order
                .groups
                .iter()
                .filter_map(|id| self.context.rows.groups.get(&**id).copied());
            return named.collect();
        }
        let site = self.patient_row(&order.patient).map(|patient| &patient.site);
        let rows = self.context.rows.groups.values().copied();
        rows.filter(|&row| groups[row].service == order.service && Some(&groups[row].site) == site)
            .collect()
    }

    fn add_seat_order(
        &mut self,
        row: usize,
        order: &'c Order,
        service_row: usize,
        by_group: &BTreeMap<(usize, usize), Vec<u32>>,
    ) {
        let service = self.service(service_row);
        let Some(patient) = self.patient_row(&order.patient) else {
            return;
        };
        let groups = self.groups_of(order);
        if groups.is_empty() {
            let cause = "no group of this service meets at the patient's site";
            self.doubt(
                "orders",
                row,
                &order.id,
                ["order.no_group", "groups", cause, "add a group, or name one"],
            );
        }
        if order.hours.is_some() {
            let cause = "hours of an order for group seats are not used; the patient's hours are";
            self.doubt(
                "orders",
                row,
                &order.id,
                ["order.hours_not_used", "hours", cause, "name the groups instead"],
            );
        }
        let price = self.context.price(CostTerm::EmptySeat);
        let priority = order.priority.unwrap_or(service.priority);
        for week in 0..self.context.weeks.len() {
            let count = self.count_in_week(row, order, patient, week);
            if count == 0 {
                continue;
            }
            let sessions = groups.iter().filter_map(|&group| by_group.get(&(group, week)));
            let mut options: Vec<u32> = sessions.flatten().copied().collect();
            options.arrange();
            options.dedup();
            self.seat_orders.push(SeatOrder {
                order: order.id.clone(),
                patient: self.patient_index[&*patient.id],
                count,
                options,
                min_days: order.min_days_between,
                empty_cents: unplaced_cents(price, priority, order.mandated, Some(patient)),
                mandated: order.mandated,
                counts_to_minimum: service.counts_to_minimum,
                draws: Vec::new(),
                published: Vec::new(),
            });
            self.seat_slots.push(SeatSlot {
                service: service_row,
                order: Some(row),
                week,
                is_over: false,
            });
        }
    }

    /// Cover that is wanted on every date of the horizon, from `as_of` on.
    pub(crate) fn add_shifts(&mut self) {
        for row in in_order(&self.context.rows.shifts) {
            let shift = &self.context.clinic.shifts[row];
            let service_row = self.context.rows.services[&*shift.service];
            let template = self.shift_session(shift, self.service(service_row));
            for day in 0..self.context.num_days {
                let weekday = self.context.start.plus_days(day as i32).weekday();
                let start = day as i32 * DAY_MIN + shift.start_min;
                if !shift.days.contains(&weekday) || start < self.context.now {
                    continue;
                }
                for k in 1..=shift.needed {
                    let mut session = template.clone();
                    session.key = format!("{}/d{day}/{k}", shift.id);
                    session.windows = vec![(start, start + shift.minutes)];
                    let slot = Slot {
                        service: service_row,
                        shift: Some(row),
                        period: day,
                        ..Slot::default()
                    };
                    self.add(session, slot);
                }
            }
        }
    }

    fn shift_session(&mut self, shift: &'c Shift, service: &'c Service) -> Session {
        let place = self.places.site(&shift.site);
        let choices = vec![super::choices::simple(crate::model::clinic::Modality::InPerson, place)];
        let wanted = Wanted {
            discipline: service.discipline.as_deref(),
            skill: service.skill.as_deref(),
            patient: None,
        };
        let mut part = self.part(service, shift.minutes, 0);
        part.eligible = self.eligible(wanted, &choices);
        Session {
            key: String::new(),
            kind: Kind::Shift,
            service: service.id.clone(),
            order: None,
            patient: None,
            minutes: shift.minutes,
            windows: Vec::new(),
            preferred: Vec::new(),
            due: Vec::new(),
            parts: vec![part],
            choices,
            unplaced_cents: unplaced_cents(self.context.price(CostTerm::Unplaced), service.priority, true, None),
            mandated: true,
            counts_to_minimum: false,
            acuity: self.acuity(service, None),
            draws: Vec::new(),
            seats: None,
            published: None,
            locked: false,
            thread: None,
        }
    }
}
