//! Orders become sessions, week by week.

use std::collections::BTreeMap;

use super::builder::{Builder, Slot, common, cut_at_midnight, due_in_week};
use super::choices::Setting;
use super::context::in_order;
use super::eligible::Wanted;
use super::intervals::{clip, intersect, tidy};
use super::priority::unplaced_cents;
use crate::model::calendar::DAY_MIN;
use crate::model::clinic::{self, Kind, Modality, Order, Phase, Service};
use crate::model::problem::{Interval, Part, Precedence, Session, Spacing};
use crate::model::weights::CostTerm;

/// No due time is further away than this, about ten years: lateness stays a sane number whatever the date says.
const FAR_MIN: i32 = 5_000_000;

impl<'c> Builder<'c> {
    /// Sessions of all orders that are not for seats in groups, then the rules between them.
    pub(crate) fn add_orders(&mut self) {
        for row in in_order(&self.context.rows.orders) {
            let order = &self.context.clinic.orders[row];
            let service_row = self.context.rows.services[&*order.service];
            if self.service(service_row).kind != Kind::Group {
                self.add_order(row, order, service_row);
            }
        }
        self.add_spacings();
        self.add_precedences();
    }

    fn add_order(&mut self, row: usize, order: &'c Order, service_row: usize) {
        let service = self.service(service_row);
        let Some(patient) = self.patient_row(&order.patient) else {
            return;
        };
        if service.kind == Kind::Family && self.family_may_come(patient).is_empty() {
            let action = "record the consent in `consents`, or end the order";
            let now = self.context.clinic.settings.as_of.max(order.from.at_minute(0));
            let refused = self.consents.allow_family(&patient.id, now).err();
            let why = refused.map_or_else(
                || "it does not hold in the horizon".into(),
                |refusal| refusal.to_string(),
            );
            let cause = format!("no family session without consent, and {why}; none is planned");
            self.doubt("orders", row, &order.id, ["consent.missing", "patient", &cause, action]);
            return;
        }
        let template = self.order_session(row, order, service, patient);
        let windows = self.order_windows(row, order, service, patient);
        let mut due = self.due(order, service, patient);
        if self.history.order_count(row, i32::MIN) > 0 {
            due = Vec::new();
        }
        let mut fits = true;
        for week in 0..self.context.weeks.len() {
            let open = self.open_windows(&windows, week);
            let count = self.count_in_week(row, order, patient, week);
            fits &= count == 0 || open.iter().any(|window| window.1 - window.0 >= template.minutes);
            for k in 1..=count {
                let mut session = template.clone();
                session.key = format!("{}/w{week}/{k}", order.id);
                session.preferred = self.preferred(patient, &open);
                session.windows.clone_from(&open);
                session.due = std::mem::take(&mut due);
                let slot = Slot {
                    service: service_row,
                    order: Some(row),
                    period: week,
                    ..Slot::default()
                };
                self.add(session, slot);
            }
        }
        if !fits {
            let cause = "in at least one week no time is long enough for patient, order and family at once";
            let action = "widen the hours, shorten the session, or end the order";
            self.doubt("orders", row, &order.id, ["order.no_window", "hours", cause, action]);
        }
    }

    /// A session of the order without key, windows and due time.
    fn order_session(
        &mut self,
        row: usize,
        order: &'c Order,
        service: &'c Service,
        patient: &'c clinic::Patient,
    ) -> Session {
        let ways = ways(order, service);
        let seats = if service.kind == Kind::Family {
            1 + self.required_contacts(patient).len() as i32
        } else {
            1
        };
        let setting = Setting {
            service,
            site: &patient.site,
            seats: seats.max(service.seats),
            patient: Some(patient),
            telehealth: patient.telehealth,
        };
        let choices = self.choices(setting, &ways);
        let acuity = self.acuity(service, Some(patient));
        let minutes = order.minutes.unwrap_or(service.minutes);
        let mut wanted = Wanted {
            discipline: (service.discipline.as_deref()).or_else(|| self.disciplines.get(&*order.id).copied()),
            skill: service.skill.as_deref(),
            patient: Some(patient),
        };
        let mut first = self.part(service, minutes, patient.acuity);
        first.eligible = self.eligible(wanted, &choices);
        let mut parts = vec![first];
        let mut length = minutes;
        if let Some(skill) = &order.second_skill {
            wanted.discipline = None;
            wanted.skill = Some(skill);
            let second_minutes = order.second_minutes.unwrap_or(minutes);
            let mut second = self.part(service, second_minutes, patient.acuity);
            second.offset = (order.second_after_min, order.second_after_max);
            second.eligible = self.eligible(wanted, &choices);
            length = length.max(order.second_after_max + second_minutes);
            parts.push(second);
        }
        if let Some(field) = missing(&parts) {
            let cause =
                "nobody may take it: discipline, skill, license, language, gender and barred clinicians together";
            let action = "check the service's demands, the patient's, and the licenses' dates";
            self.doubt(
                "orders",
                row,
                &order.id,
                ["order.nobody_eligible", field, cause, action],
            );
        }
        let patient_idx = self.patient_index[&*patient.id];
        let priority = order.priority.unwrap_or(service.priority);
        Session {
            key: String::new(),
            kind: service.kind,
            service: service.id.clone(),
            order: Some(order.id.clone()),
            patient: Some(patient_idx),
            minutes: length,
            windows: Vec::new(),
            preferred: Vec::new(),
            due: Vec::new(),
            parts,
            choices,
            unplaced_cents: unplaced_cents(
                self.context.price(CostTerm::Unplaced),
                priority,
                order.mandated,
                Some(patient),
            ),
            mandated: order.mandated,
            counts_to_minimum: service.counts_to_minimum,
            acuity,
            draws: Vec::new(),
            seats: None,
            published: None,
            locked: false,
            thread: Some(self.thread(patient_idx, service)),
        }
    }

    /// Hours of patient, order and required family, within the order's dates and the time in care. An evaluation may
    /// come before admission. After the last session before the horizon the spacing is kept.
    fn order_windows(&self, row: usize, order: &Order, service: &Service, patient: &clinic::Patient) -> Vec<Interval> {
        let mut sets = vec![self.reachable(patient)];
        if let Some(hours) = &order.hours {
            sets.push(self.context.spread(hours));
        }
        if service.kind == Kind::Family {
            sets.push(self.family_may_come(patient));
            sets.extend(
                self.required_contacts(patient)
                    .into_iter()
                    .map(|contact| self.context.spread(&contact.hours)),
            );
        }
        let admitted = if service.kind == Kind::Evaluation {
            None
        } else {
            patient.admitted
        };
        sets.push(vec![self.context.between(admitted, patient.discharged)]);
        let earliest = match self.history.last_day(row) {
            Some(day) if order.min_days_between > 0 => (day + order.min_days_between).max(0) * DAY_MIN,
            _ => 0,
        };
        let (from, to) = self.context.between(Some(order.from), Some(order.until));
        clip(&common(&sets), from.max(earliest), to)
    }

    /// When the patient's consents let the family be in sessions.
    pub(crate) fn family_may_come(&self, patient: &clinic::Patient) -> Vec<Interval> {
        let days = self.consents.family_days(&patient.id).into_iter();
        let sets = days.map(|days| {
            let spans = days
                .into_iter()
                .map(|(given, until)| self.context.between(Some(given), until));
            tidy(spans.collect())
        });
        common(&sets.collect::<Vec<_>>())
    }

    /// Family members without whom a family session cannot be.
    pub(crate) fn required_contacts(&self, patient: &clinic::Patient) -> Vec<&'c clinic::Contact> {
        let rows = self.contacts.get(&*patient.id).map_or(&[][..], Vec::as_slice);
        let contacts = rows.iter().map(|&row| &self.context.clinic.contacts[row]);
        contacts.filter(|contact| contact.required).collect()
    }

    /// The patient's preferred hours within some windows.
    pub(crate) fn preferred(&self, patient: &clinic::Patient, windows: &[Interval]) -> Vec<Interval> {
        let wish = patient.preferred_hours.as_ref().map(|hours| self.context.spread(hours));
        wish.map_or_else(Vec::new, |wish| cut_at_midnight(&intersect(&wish, windows)))
    }

    /// When the first session should have begun: as ordered, or 48 hours after the request for an evaluation
    /// ([484.55] in home health, [FEST] [STAS] elsewhere).
    fn due(&self, order: &Order, service: &Service, patient: &clinic::Patient) -> Vec<Interval> {
        let rule = if patient.phase == Phase::HomeHealth {
            "home_health.initial_visit_hours"
        } else {
            "intake.due_hours"
        };
        let hours = self.context.rules.whole(rule);
        let by_rule = || {
            let requested = order
                .requested
                .filter(|_| service.kind == Kind::Evaluation && hours > 0)?;
            Some(requested.plus_minutes(hours * 60))
        };
        let Some(moment) = order.due_by.or_else(by_rule) else {
            return Vec::new();
        };
        let minute = self.context.minute(moment).clamp(-FAR_MIN, FAR_MIN);
        vec![((minute - 1).min(0), minute)]
    }

    /// Sessions of the order that are due in a week of the horizon.
    pub(crate) fn count_in_week(&self, row: usize, order: &Order, patient: &clinic::Patient, week: usize) -> i32 {
        let week = self.context.weeks[week];
        let done = self.history.order_count(row, week.first);
        let (from, to) = self.context.between(Some(order.from), Some(order.until));
        let care = self.context.between(patient.admitted, patient.discharged);
        let has_hours = |day: i32| {
            let weekday = self.context.start.plus_days(day).weekday();
            let asked = order
                .hours
                .as_ref()
                .is_none_or(|hours| hours.on(weekday).next().is_some());
            asked && patient.hours.on(weekday).next().is_some()
        };
        let is_open = |day: i32| {
            let minute = day * DAY_MIN;
            from <= minute && minute < to && care.0 <= minute && minute < care.1
        };
        let days = |test: &dyn Fn(i32) -> bool| (week.first..week.first + 7).filter(|&day| test(day)).count() as i32;
        let any_hours = days(&has_hours) > 0;
        let counted = |day: i32| !any_hours || has_hours(day);
        let in_horizon = |day: i32| week.from as i32 <= day && day < week.to as i32;
        let open = days(&|day| counted(day) && in_horizon(day) && is_open(day));
        due_in_week(order.per_week, done, open, days(&counted))
    }

    /// Days between sessions of one order, also across the border of two weeks.
    fn add_spacings(&mut self) {
        for first in 0..self.sessions.len() {
            let Some(row) = self.slots[first].order else { continue };
            let min_days = self.context.clinic.orders[row].min_days_between;
            let same = |at: &usize| self.slots[*at].order == Some(row);
            if min_days > 0 {
                let others = (first + 1..self.sessions.len()).take_while(same);
                self.spacings.extend(others.map(|second| Spacing {
                    a: first as u32,
                    b: second as u32,
                    min_days,
                }));
            }
        }
    }

    /// Orders that come after another one: each of its sessions after each of the other's in the same week.
    fn add_precedences(&mut self) {
        let mut sessions_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, slot) in self.slots.iter().enumerate() {
            if let Some(order) = slot.order {
                sessions_of.entry(order).or_default().push(at);
            }
        }
        let sessions_of = |row: usize| sessions_of.get(&row).map_or(&[][..], Vec::as_slice);
        let mut precedences = Vec::new();
        for (&id, &row) in &self.context.rows.orders {
            let after = self.context.clinic.orders[row]
                .after
                .as_deref()
                .filter(|&other| other != id);
            let Some(&other) = after.and_then(|other| self.context.rows.orders.get(other)) else {
                continue;
            };
            if self.is_circular(row) {
                continue;
            }
            for &first in sessions_of(other) {
                let week = self.slots[first].period;
                let seconds = sessions_of(row)
                    .iter()
                    .filter(|&&second| self.slots[second].period == week);
                precedences.extend(seconds.map(|&second| Precedence {
                    first: first as u32,
                    second: second as u32,
                }));
            }
        }
        self.precedences = precedences;
    }

    /// True if an order comes after itself through others; such a chain has no effect.
    fn is_circular(&self, row: usize) -> bool {
        let clinic = self.context.clinic;
        let next = |row: usize| {
            let after = clinic.orders[row].after.as_deref()?;
            self.context.rows.orders.get(after).copied()
        };
        let mut at = next(row);
        for _ in 0..self.context.rows.orders.len() {
            match at {
                Some(other) if other == row => return true,
                Some(other) => at = next(other),
                None => return false,
            }
        }
        at.is_some()
    }
}

/// The service's ways that the order allows, in the order's sequence if it names any.
pub(crate) fn ways(order: &Order, service: &Service) -> Vec<Modality> {
    if order.modalities.is_empty() {
        return service.modalities.clone();
    }
    let allowed = order.modalities.iter().copied();
    allowed.filter(|way| service.modalities.contains(way)).collect()
}

fn missing(parts: &[Part]) -> Option<&'static str> {
    let at = parts.iter().position(|part| part.eligible.is_empty())?;
    Some(if at == 0 { "service" } else { "second_skill" })
}
