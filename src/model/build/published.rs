//! The schedule as it is: every appointment of the horizon is found to be one of the sessions wanted, in time order, or
//! becomes a session of its own. Published places are kept even where they break rules, so that the checker can say
//! which. What lies before `as_of` has happened: it is locked, and the rules are widened so that it breaks none by
//! itself.

use std::collections::{BTreeMap, VecDeque};

use super::builder::{Builder, Slot, cut_at_midnight};
use super::choices::{Setting, simple};
use super::eligible::Wanted;
use super::intervals::{clip, intersect, tidy};
use super::priority::unplaced_cents;
use super::rooms::site_hours;
use super::rows::Row;
use crate::model::calendar::DAY_MIN;
use crate::model::clinic::{Appointment, Freedom, Kind, Modality, Status};
use crate::model::problem::{ANYWHERE, Assigned, Eligible, Interval, Placement, Seats, Session};
use crate::model::weights::CostTerm;
use crate::order::Arrange;

/// What an appointment may be a session of: table, row, week or day.
type Source = (u8, usize, usize);

const ORDER: u8 = 0;
const GROUP: u8 = 1;
const SHIFT: u8 = 2;

impl<'c> Builder<'c> {
    /// Puts every appointment of the horizon into the problem.
    pub(crate) fn add_published(&mut self) {
        let mut open: BTreeMap<Source, VecDeque<u32>> = BTreeMap::new();
        for (at, slot) in self.slots.iter().enumerate() {
            if let Some(source) = source(slot) {
                open.entry(source).or_default().push_back(at as u32);
            }
        }
        for row in self.scheduled() {
            let appointment = &self.context.clinic.appointments[row];
            if appointment.shift.is_some() && appointment.clinicians.len() > 1 {
                self.add_shared_shift(row, appointment, &mut open);
            } else {
                let found = self
                    .wanted_as(appointment)
                    .and_then(|source| open.get_mut(&source)?.pop_front());
                self.publish(row, appointment, &appointment.clinicians, found, "");
            }
        }
    }

    /// Appointments that lie in the horizon and count, by start.
    fn scheduled(&self) -> Vec<usize> {
        let appointments = &self.context.clinic.appointments;
        let counts = |row: &usize| {
            let appointment = &appointments[*row];
            matches!(appointment.status, Status::Booked | Status::Completed)
                && (0..self.context.end).contains(&self.context.minute(appointment.start))
        };
        let mut rows: Vec<usize> = self
            .context
            .rows
            .appointments
            .values()
            .copied()
            .filter(counts)
            .collect();
        rows.arrange_by_key(|&row| (appointments[row].start, row));
        rows
    }

    /// What an appointment is one of, by the ids it names; else by patient and service.
    fn wanted_as(&self, appointment: &'c Appointment) -> Option<Source> {
        let rows = &self.context.rows;
        let day = (self.context.minute(appointment.start) / DAY_MIN) as usize;
        let week = self.context.week_of(day);
        if let Some(&row) = appointment.shift.as_deref().and_then(|id| rows.shifts.get(id)) {
            return Some((SHIFT, row, day));
        }
        if let Some(&row) = appointment.group.as_deref().and_then(|id| rows.groups.get(id)) {
            return Some((GROUP, row, week));
        }
        Some((ORDER, self.history.order_of(&self.context, appointment)?, week))
    }

    /// A shift that lists all its clinicians is one session for each.
    fn add_shared_shift(
        &mut self,
        row: usize,
        appointment: &'c Appointment,
        open: &mut BTreeMap<Source, VecDeque<u32>>,
    ) {
        for (at, clinician) in appointment.clinicians.iter().enumerate() {
            let found = self
                .wanted_as(appointment)
                .and_then(|source| open.get_mut(&source)?.pop_front());
            self.publish(
                row,
                appointment,
                std::slice::from_ref(clinician),
                found,
                &format!("/{}", at + 1),
            );
        }
    }

    fn publish(
        &mut self,
        row: usize,
        appointment: &'c Appointment,
        clinicians: &'c [String],
        found: Option<u32>,
        suffix: &str,
    ) {
        let is_over = self.context.minute(appointment.start) < self.context.now;
        let Some(at) = found.or_else(|| self.add_unasked(row, appointment, suffix)) else {
            return;
        };
        let slot = &mut self.slots[at as usize];
        slot.appointment = Some(row);
        slot.is_over = is_over;
        let keeps_length = is_over || appointment.freedom == Freedom::Locked;
        if found.is_some() {
            self.take_length(row, appointment, at, keeps_length);
        }
        let Some(placement) = self.placement(row, appointment, clinicians, at) else {
            return;
        };
        let session = &mut self.sessions[at as usize];
        session.locked = keeps_length;
        if appointment.emergency {
            // An emergency was agreed for this time, whatever the patient's usual hours.
            session
                .windows
                .push((placement.start, placement.start + session.minutes));
            session.windows = cut_at_midnight(&tidy(std::mem::take(&mut session.windows)));
        }
        session.published = Some(placement);
        if is_over {
            self.accept_as_it_was(at);
        }
    }

    /// A locked appointment keeps its own length; any other gets the length that is wanted.
    fn take_length(&mut self, row: usize, appointment: &Appointment, at: u32, keeps_length: bool) {
        let session = &mut self.sessions[at as usize];
        if session.parts.len() != 1 || session.minutes == appointment.minutes {
            return;
        }
        if keeps_length {
            session.minutes = appointment.minutes;
            session.parts[0].minutes = appointment.minutes;
            return;
        }
        let cause = format!(
            "it lasts {} minutes where {} are ordered",
            appointment.minutes, session.minutes
        );
        let action = "correct one of the two; the ordered length is planned";
        self.doubt(
            "appointments",
            row,
            &appointment.id,
            ["appointment.length_differs", "minutes", &cause, action],
        );
    }

    fn placement(
        &mut self,
        row: usize,
        appointment: &'c Appointment,
        clinicians: &[String],
        at: u32,
    ) -> Option<Placement> {
        let known: Vec<u32> = clinicians
            .iter()
            .filter_map(|id| self.staff.index.get(&**id).copied())
            .collect();
        let Some(&first) = known.first() else {
            let cause = "it names no known clinician, so it counts as not yet planned";
            let action = "name the clinician";
            self.doubt(
                "appointments",
                row,
                &appointment.id,
                ["appointment.no_clinician", "clinicians", cause, action],
            );
            return None;
        };
        let start = self.context.minute(appointment.start);
        let num_parts = self.sessions[at as usize].parts.len();
        if known.len() != num_parts {
            let cause = format!("it names {} clinicians where {num_parts} are wanted", known.len());
            let action = "name as many clinicians as the order or group wants";
            self.doubt(
                "appointments",
                row,
                &appointment.id,
                ["appointment.clinicians", "clinicians", &cause, action],
            );
        }
        // Where one is missing, the first stands in, which the checker reports as one person in two parts.
        let parts = self.sessions[at as usize]
            .parts
            .iter()
            .enumerate()
            .map(|(part, share)| Assigned {
                clinician: known.get(part).copied().unwrap_or(first),
                start: start + appointment.part_after_min.get(part).copied().unwrap_or(share.offset.0),
            });
        let parts = parts.collect();
        let room = appointment
            .room
            .as_deref()
            .and_then(|id| self.rooms.index.get(id).copied());
        let choice = self.choice_as_booked(appointment, at);
        Some(Placement {
            start,
            choice,
            room: room.filter(|_| appointment.modality == Modality::InPerson),
            parts,
        })
    }

    /// The session's choice with the appointment's modality; a choice that cannot be kept if there is none.
    fn choice_as_booked(&mut self, appointment: &Appointment, at: u32) -> u8 {
        let way = appointment.modality;
        let choices = &self.sessions[at as usize].choices;
        if let Some(choice) = choices.iter().position(|choice| choice.modality == way) {
            return choice as u8;
        }
        let site = self.site_of(appointment);
        let choice = self.impossible(site, way);
        let choices = &mut self.sessions[at as usize].choices;
        choices.push(choice);
        (choices.len() - 1) as u8
    }

    /// The site of an appointment: the patient's, the group's, the shift's, the room's or the clinician's.
    fn site_of(&self, appointment: &'c Appointment) -> &'c str {
        let (clinic, rows) = (self.context.clinic, &self.context.rows);
        let patient = appointment.patient.as_deref().and_then(|id| rows.patients.get(id));
        let group = appointment.group.as_deref().and_then(|id| rows.groups.get(id));
        let shift = appointment.shift.as_deref().and_then(|id| rows.shifts.get(id));
        let room = appointment.room.as_deref().and_then(|id| rows.rooms.get(id));
        let clinician = appointment.clinicians.first().and_then(|id| rows.clinicians.get(&**id));
        patient
            .map(|&row| &*clinic.patients[row].site)
            .or_else(|| group.map(|&row| &*clinic.groups[row].site))
            .or_else(|| shift.map(|&row| &*clinic.shifts[row].site))
            .or_else(|| room.map(|&row| &*clinic.rooms[row].site))
            .or_else(|| clinician.map(|&row| &*clinic.clinicians[row].site))
            .unwrap_or("")
    }

    /// An appointment that nothing asks for becomes a session of its own, to be kept in its week.
    fn add_unasked(&mut self, row: usize, appointment: &'c Appointment, suffix: &str) -> Option<u32> {
        let service_row = self.context.rows.services[&*appointment.service];
        let service = self.service(service_row);
        let patient = appointment.patient.as_deref().and_then(|id| self.patient_row(id));
        let site = self.site_of(appointment);
        let group = appointment
            .group
            .as_deref()
            .and_then(|id| self.context.rows.groups.get(id));
        let group = group.map(|&row| &self.context.clinic.groups[row]);
        let is_group = service.kind == Kind::Group && patient.is_none();
        let setting = Setting {
            service,
            site,
            seats: service.seats.max(group.map_or(1, |group| group.max)),
            patient,
            telehealth: patient.is_none_or(|patient| patient.telehealth),
        };
        let choices = if service.kind == Kind::Shift {
            vec![simple(Modality::InPerson, self.places.site(site))]
        } else {
            self.choices(setting, &service.modalities)
        };
        let wanted = Wanted {
            discipline: service.discipline.as_deref(),
            skill: service.skill.as_deref(),
            patient,
        };
        let mut part = self.part(
            service,
            appointment.minutes,
            patient.map_or(0, |patient| patient.acuity),
        );
        part.eligible = self.eligible(wanted, &choices);
        let mut parts = vec![part];
        if let Some(skill) = group.and_then(|group| group.co_leader_skill.as_deref()) {
            let mut co_leader = parts[0].clone();
            co_leader.eligible = self.eligible(
                Wanted {
                    skill: Some(skill),
                    ..Wanted::default()
                },
                &choices,
            );
            parts.push(co_leader);
        }
        for (at, part) in parts.iter_mut().enumerate() {
            let (after, minutes, _) = appointment.part(at);
            (part.offset, part.minutes) = ((after, after), minutes);
        }
        let windows = self.unasked_windows(appointment, site, service.kind);
        let patient_idx = patient.map(|patient| self.patient_index[&*patient.id]);
        let price = self.context.price(CostTerm::Unplaced);
        let session = Session {
            key: format!("appt/{}{suffix}", appointment.id),
            kind: service.kind,
            service: service.id.clone(),
            order: appointment.order.clone(),
            patient: patient_idx,
            minutes: appointment.minutes,
            preferred: patient
                .map(|patient| self.preferred(patient, &windows))
                .unwrap_or_default(),
            windows,
            due: Vec::new(),
            parts,
            choices,
            unplaced_cents: if is_group {
                0
            } else {
                unplaced_cents(price, service.priority, false, patient)
            },
            mandated: false,
            counts_to_minimum: service.counts_to_minimum,
            acuity: self.acuity(service, patient),
            draws: Vec::new(),
            seats: is_group.then(|| self.unasked_seats(appointment, group)),
            published: None,
            locked: false,
            thread: patient_idx.map(|patient| self.thread(patient, service)),
        };
        let slot = Slot {
            service: service_row,
            period: self
                .context
                .week_of((self.context.minute(appointment.start) / DAY_MIN) as usize),
            appointment: Some(row),
            ..Slot::default()
        };
        self.add(session, slot)
    }

    fn unasked_seats(&self, appointment: &Appointment, group: Option<&crate::model::clinic::Group>) -> Seats {
        let taken = self.history.seats_of(&appointment.id).len() as i32;
        group.map_or(
            Seats {
                min: 0,
                target: taken,
                max: taken.max(1),
            },
            |group| Seats {
                min: group.min,
                target: group.target,
                max: group.max,
            },
        )
    }

    fn unasked_windows(&self, appointment: &Appointment, site: &str, kind: Kind) -> Vec<Interval> {
        let start = self.context.minute(appointment.start);
        if kind == Kind::Shift {
            return vec![(start, start + appointment.minutes)];
        }
        let patient = appointment.patient.as_deref().and_then(|id| self.patient_row(id));
        let mut windows = match patient {
            Some(patient) => {
                let (from, to) = self.context.between(patient.admitted, patient.discharged);
                clip(&self.reachable(patient), from, to)
            }
            None => site_hours(&self.context, site),
        };
        if let Some(patient) = patient.filter(|_| kind == Kind::Family) {
            windows = intersect(&windows, &self.family_may_come(patient));
            for contact in self.required_contacts(patient) {
                windows = intersect(&windows, &self.context.spread(&contact.hours));
            }
        }
        let week = self.context.week_of((start / DAY_MIN) as usize);
        let (from, to) = self.context.span(week);
        cut_at_midnight(&clip(&windows, from.max(self.context.now), to))
    }

    /// What has happened is allowed: its time, its clinicians, its room.
    fn accept_as_it_was(&mut self, at: u32) {
        let Some(placement) = self.sessions[at as usize].published.clone() else {
            return;
        };
        let session = &mut self.sessions[at as usize];
        let whole = (placement.start, placement.start + session.minutes);
        session.windows = vec![whole];
        session.due = Vec::new();
        session.preferred = Vec::new();
        for (part, assigned) in session.parts.iter_mut().zip(&placement.parts) {
            let known = part
                .eligible
                .iter()
                .find(|who| who.clinician == assigned.clinician)
                .copied();
            part.eligible = vec![Eligible {
                clinician: assigned.clinician,
                days: u32::MAX,
                choices: u32::MAX,
                continuity: known.map_or(0, |who| who.continuity),
                preference: known.map_or(0, |who| who.preference),
                specialization: known.map_or(0, |who| who.specialization),
            }];
            (part.before, part.after) = (0, 0);
            let worked = (assigned.start, assigned.start + part.minutes);
            self.staff.extend(&self.context, assigned.clinician, worked);
        }
        let rooms = &mut self.rooms;
        let choice = &mut session.choices[usize::from(placement.choice)];
        choice.equipment = None;
        choice.room_classes = placement
            .room
            .iter()
            .map(|&room| rooms.rooms[room as usize].class)
            .collect();
        if matches!(choice.modality, Modality::Video | Modality::Phone) {
            choice.place = ANYWHERE;
        }
        if let Some(room) = placement.room {
            rooms.extend(room, whole);
        }
        if let Some(patient) = session.patient {
            extend_patient(&mut self.patients[patient as usize].windows, whole);
        }
    }

    /// Seats of the group sessions that are booked.
    pub(crate) fn add_published_seats(&mut self) {
        for at in 0..self.sessions.len() {
            let (Some(row), true) = (self.slots[at].appointment, self.sessions[at].seats.is_some()) else {
                continue;
            };
            let appointment = &self.context.clinic.appointments[row];
            if self.sessions[at].published.is_none() {
                continue;
            }
            for &seat in &self.history.seats_of(&appointment.id).to_vec() {
                self.publish_seat(at as u32, appointment, seat);
            }
        }
        let keeps: Vec<bool> = self.seat_orders.iter().map(|order| order.count > 0).collect();
        let mut keep = keeps.iter().copied();
        self.seat_orders.retain(|_| keep.next().unwrap_or(true));
        let mut keep = keeps.iter().copied();
        self.seat_slots.retain(|_| keep.next().unwrap_or(true));
    }

    fn publish_seat(&mut self, at: u32, appointment: &'c Appointment, seat_row: usize) {
        let seat = &self.context.clinic.attendances[seat_row];
        let Some(&patient) = self.patient_index.get(&*seat.patient) else {
            return;
        };
        if !matches!(seat.status, Status::Booked | Status::Completed) {
            return;
        }
        let of_patient = |order: &crate::model::problem::SeatOrder| order.patient == patient;
        if self
            .seat_orders
            .iter()
            .any(|order| of_patient(order) && order.published.contains(&at))
        {
            let cause = "the patient already has a seat in this session";
            let mut row = Row::new("attendances", seat_row, &seat.appointment, &mut self.issues);
            row.doubt("attendance.twice", "patient", cause, "remove one of the two rows");
            return;
        }
        let named = seat
            .order
            .as_deref()
            .and_then(|id| self.context.rows.orders.get(id).copied());
        let slot = self.slots[at as usize];
        let wanted = (0..self.seat_orders.len()).find(|&which| {
            let (order, from) = (&self.seat_orders[which], self.seat_slots[which]);
            of_patient(order)
                && !from.is_over
                && from.service == slot.service
                && named.is_none_or(|row| from.order == Some(row))
                && order.options.contains(&at)
                && (order.published.len() as i32) < order.count
        });
        match wanted {
            Some(which) if !slot.is_over => {
                let published = &mut self.seat_orders[which].published;
                published.push(at);
                published.arrange();
            }
            Some(which) => {
                self.seat_orders[which].count -= 1;
                let mut order = self.seat_orders[which].clone();
                order.published = vec![at];
                self.add_own_seat(order, at, named.or(self.seat_slots[which].order));
            }
            None => {
                let service = self.service(slot.service);
                let row = self.patient_row(&seat.patient);
                let order = crate::model::problem::SeatOrder {
                    order: format!("appt/{}/{}", appointment.id, seat.patient),
                    patient,
                    count: 1,
                    options: Vec::new(),
                    min_days: 0,
                    empty_cents: unplaced_cents(self.context.price(CostTerm::EmptySeat), service.priority, false, row),
                    mandated: false,
                    counts_to_minimum: service.counts_to_minimum,
                    draws: Vec::new(),
                    published: vec![at],
                };
                self.add_own_seat(order, at, None);
            }
        }
    }

    /// A seat in this one session only: nobody asked for it, or it has been taken already.
    fn add_own_seat(&mut self, mut order: crate::model::problem::SeatOrder, at: u32, row: Option<usize>) {
        let slot = self.slots[at as usize];
        order.count = 1;
        order.options = vec![at];
        order.published = vec![at];
        if slot.is_over {
            order.min_days = 0;
            // A seat that was taken stays taken: leaving it out costs more than anything else.
            order.empty_cents = order.empty_cents.saturating_mul(100);
            if let Some(placement) = &self.sessions[at as usize].published {
                let whole = (placement.start, placement.start + self.sessions[at as usize].minutes);
                extend_patient(&mut self.patients[order.patient as usize].windows, whole);
            }
        }
        self.seat_orders.push(order);
        self.seat_slots.push(super::builder::SeatSlot {
            service: slot.service,
            order: row,
            week: slot.period,
            is_over: slot.is_over,
        });
    }
}

fn extend_patient(windows: &mut Vec<Interval>, interval: Interval) {
    windows.push(interval);
    *windows = tidy(std::mem::take(windows));
}

fn source(slot: &Slot) -> Option<Source> {
    let order = slot.order.map(|row| (ORDER, row, slot.period));
    let group = slot.group.map(|row| (GROUP, row, slot.period));
    let shift = slot.shift.map(|row| (SHIFT, row, slot.period));
    order.or(group).or(shift)
}
