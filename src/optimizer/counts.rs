//! What a placed session or a seat counts in: rooms, equipment, patients, minimums, authorizations, caseloads.

use super::advisor::Relaxation;
use super::state::State;
use super::terms;

impl State<'_> {
    /// Counts a placed session in (`sign` 1) or out (-1) of everything but routes.
    pub(super) fn count_session(&mut self, session: usize, sign: i32) {
        let entry = self.layout.session(session);
        let Some(placed) = self.placed[session] else { return };
        let problem = self.layout.problem;
        let day = placed.day as usize;
        let mut cents = 0_i64;
        let room_pool = (placed.room_pool != u16::MAX).then_some(placed.room_pool);
        let room_class = self.index.class_of(placed.room_pool);
        let parts = self.layout.parts_of(session);
        terms::placement_terms(
            problem,
            session,
            placed.choice as usize,
            room_class,
            self.clinicians[parts.clone()].iter().copied(),
            &mut cents,
        );
        if let Some(seats) = entry.seats {
            cents += terms::small_group_cents(problem, seats, self.members[session].len() as i32);
        }
        self.cents += i64::from(sign) * (cents - entry.unplaced_cents);

        let slots = self.layout.clock.cover(day, placed.start, placed.start + entry.minutes);
        if let Some(pool) = room_pool {
            self.rooms.count(pool as usize, day, slots, sign);
        }
        if let Some(pool) = entry.choices[placed.choice as usize].equipment {
            self.equipment.count(pool as usize, day, slots, sign);
        }
        if let Some(patient) = entry.patient {
            self.count_attendance(patient as usize, session, sign);
            if entry.counts_to_minimum {
                self.count_minimum(patient as usize, day, sign * entry.minutes);
            }
        }
        self.draw(&entry.draws, day, sign);
        for part in parts {
            let clinician = self.clinicians[part] as usize;
            if let Some(thread) = entry.thread {
                self.count_thread(thread as usize, clinician, sign);
            }
            if let Some(patient) = entry.patient.filter(|_| self.index.has_caseload) {
                let seen = &mut self.caseload_seen[clinician * problem.patients.len() + patient as usize];
                let was = *seen;
                *seen = seen.wrapping_add_signed(sign as i16);
                self.caseload[clinician] += i32::from(*seen > 0) - i32::from(was > 0);
            }
        }
    }

    fn count_attendance(&mut self, patient: usize, session: usize, sign: i32) {
        let attends = &mut self.attends[patient];
        if sign > 0 {
            attends.push(session as u32);
        } else if let Some(at) = attends.iter().position(|&other| other as usize == session) {
            attends.swap_remove(at);
        }
    }

    fn count_minimum(&mut self, patient: usize, day: usize, minutes: i32) {
        let problem = self.layout.problem;
        for at in 0..self.index.patient_minimums[patient].len() {
            let idx = self.index.patient_minimums[patient][at] as usize;
            let minimum = &problem.minimums[idx];
            if (minimum.from_day as usize..minimum.to_day as usize).contains(&day) {
                self.cents -= terms::minimum_cents(problem, idx, self.minimum_placed[idx]);
                self.minimum_placed[idx] += minutes;
                self.cents += terms::minimum_cents(problem, idx, self.minimum_placed[idx]);
            }
        }
    }

    /// What so many more minutes on a day save of a patient's weekly minimum.
    pub(super) fn minimum_saved(&self, patient: usize, day: usize, minutes: i32) -> i64 {
        let problem = self.layout.problem;
        let minimums = self.index.patient_minimums[patient].iter().map(|&idx| idx as usize);
        let saved = minimums.map(|idx| {
            let (minimum, placed) = (&problem.minimums[idx], self.minimum_placed[idx]);
            match (minimum.from_day as usize..minimum.to_day as usize).contains(&day) {
                true => {
                    terms::minimum_cents(problem, idx, placed) - terms::minimum_cents(problem, idx, placed + minutes)
                }
                false => 0,
            }
        });
        saved.sum()
    }

    fn count_thread(&mut self, thread: usize, clinician: usize, sign: i32) {
        let problem = self.layout.problem;
        let seen = &mut self.thread_seen[thread * problem.clinicians.len() + clinician];
        let was = *seen;
        *seen = seen.wrapping_add_signed(sign as i16);
        let change = i32::from(*seen > 0) - i32::from(was > 0);
        if change != 0 {
            let count = &mut self.thread_clinicians[thread];
            self.cents -= terms::handoff_cents(problem, *count);
            *count += change;
            self.cents += terms::handoff_cents(problem, *count);
        }
    }

    /// What one more session of the thread with this clinician adds to the hand-offs.
    #[inline]
    pub fn handoff_delta(&self, thread: usize, clinician: u32) -> i64 {
        let problem = self.layout.problem;
        if self.thread_seen[thread * problem.clinicians.len() + clinician as usize] > 0 {
            return 0;
        }
        let count = self.thread_clinicians[thread];
        terms::handoff_cents(problem, count + 1) - terms::handoff_cents(problem, count)
    }

    /// True if the clinician may take this patient under the caseload cap.
    #[inline]
    pub fn caseload_allows(&self, clinician: u32, patient: Option<u32>) -> bool {
        let Some(patient) = patient.filter(|_| self.index.has_caseload) else {
            return true;
        };
        if self.is_relaxed(Relaxation::Limits) {
            return true;
        }
        let problem = self.layout.problem;
        self.caseload[clinician as usize] < problem.clinicians[clinician as usize].caseload_cap
            || self.caseload_seen[clinician as usize * problem.patients.len() + patient as usize] > 0
    }

    // ---- budgets ----

    fn draw(&mut self, draws: &[crate::model::problem::Draw], day: usize, sign: i32) {
        for draw in draws {
            let idx = draw.budget as usize;
            let budget = &self.layout.problem.budgets[idx];
            if budget.per_day {
                let count = &mut self.budget_days[idx * self.layout.problem.num_days + day];
                let was = *count;
                *count = count.wrapping_add_signed(sign as i16);
                self.budget_used[idx] += i32::from(*count > 0) - i32::from(was > 0);
            } else {
                self.budget_used[idx] += sign * draw.units;
            }
        }
    }

    /// True if every budget allows these draws on the day.
    pub fn budget_allows(&self, draws: &[crate::model::problem::Draw], day: usize) -> bool {
        draws.iter().all(|draw| {
            let idx = draw.budget as usize;
            let budget = &self.layout.problem.budgets[idx];
            let cost = if !budget.per_day {
                draw.units
            } else {
                i32::from(self.budget_days[idx * self.layout.problem.num_days + day] == 0)
            };
            budget.days >> day & 1 == 1 && self.budget_used[idx] + cost <= budget.units
        })
    }

    pub(super) fn count_seat(&mut self, order: usize, session: usize, sign: i32) {
        let problem = self.layout.problem;
        let entry = &problem.seat_orders[order];
        let Some(placed) = self.placed[session] else { return };
        let seated = self.members[session].len() as i32;
        if sign > 0 {
            self.members[session].push(order as u32);
            let at = self.seats[order].partition_point(|&other| (other as usize) < session);
            self.seats[order].insert(at, session as u32);
        } else {
            self.members[session].retain(|&member| member as usize != order);
            self.seats[order].retain(|&other| other as usize != session);
        }
        self.cents -= i64::from(sign) * entry.empty_cents;
        self.seats_missing -= sign;
        if let Some(seats) = problem.sessions[session].seats {
            self.cents += terms::small_group_cents(problem, seats, seated + sign)
                - terms::small_group_cents(problem, seats, seated);
        }
        self.count_attendance(entry.patient as usize, session, sign);
        if entry.counts_to_minimum {
            self.count_minimum(
                entry.patient as usize,
                placed.day as usize,
                sign * problem.sessions[session].minutes,
            );
        }
        self.draw(&entry.draws, placed.day as usize, sign);
    }
}
