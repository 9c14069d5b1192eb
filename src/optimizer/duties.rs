//! Clinician-days in the plan: what a change of one means for the clinician, the clinic and the limits.

use crate::model::problem::ANYWHERE;

use super::advisor::Relaxation;
use super::span::{Measure, Stop};
use super::state::State;
use super::terms::{self, Guide, Week};

/// Weeks in the longest horizon of 28 days.
const MAX_WEEKS: usize = 5;

impl State<'_> {
    /// Recomputes starts, latest starts and the measure of a duty after its stops have changed.
    pub(super) fn refresh(&mut self, duty: usize) {
        let day = &mut self.days[duty];
        let changed = day.schedule(&self.layout, duty);
        self.is_misfit |= changed.is_none();
        let changed = match day.timed.is_empty() {
            true => changed.unwrap_or(0..0),
            false => 0..day.stops.len(),
        };
        for stop in &day.stops[changed] {
            self.part_start[stop.part as usize] = stop.start;
        }
        let new = if self.index.linear {
            day.count_ways(&self.layout, duty)
        } else {
            day.count(&self.layout, duty)
        };
        day.find_passages(&self.layout, duty);
        day.timed.clear();
        day.earliest = new;
        let old = std::mem::replace(&mut day.measure, new);
        self.replace_measure(duty, &old, &new);
        self.find_free_slots(duty);
    }

    pub(super) fn find_free_slots(&mut self, duty: usize) {
        if !self.index.duty_on_grid[duty] {
            return;
        }
        let free = self.free.row_mut(duty);
        free.copy_from_slice(self.index.duty_open.row(duty));
        self.on_grid[duty] = self.days[duty].clear_slots(&self.layout, duty, free);
    }

    /// Refreshes a duty from which something was taken: with the next [`State::flush`], so that a day that loses
    /// several stops is counted once, or at once where sessions take place wherever the clinician is: only there what
    /// is left need not fit.
    pub(super) fn refresh_later(&mut self, duty: usize) {
        if !self.on_grid[duty] && self.days[duty].stops.iter().any(|stop| stop.place == ANYWHERE) {
            self.refresh_within_limits(duty);
        } else if !self.is_stale[duty] {
            self.is_stale[duty] = true;
            self.stale.push(duty as u32);
        }
    }

    /// Counts the days that wait for it.
    pub(super) fn flush(&mut self) {
        while let Some(duty) = self.stale.pop() {
            self.is_stale[duty as usize] = false;
            self.refresh_within_limits(duty as usize);
        }
    }

    /// [`State::refresh`] after something was taken away. Visits that float forward into the gap can make the day
    /// longer than allowed; then they stay where they were.
    pub(super) fn refresh_within_limits(&mut self, duty: usize) {
        let mut before = std::mem::take(&mut self.scratch);
        before.clone_from(&self.days[duty].stops);
        self.refresh(duty);
        if !self.limits_hold(duty) {
            for (position, was) in before.iter().enumerate() {
                *self.days[duty].stop_mut(position) = Stop { pinned: true, ..*was };
            }
            self.refresh(duty);
        }
        self.scratch = before;
    }

    pub(super) fn limits_hold(&self, duty: usize) -> bool {
        let entry = self.layout.duty(duty);
        let measure = &self.days[duty].measure;
        measure.busy == (0, 0)
            || measure.worked_at_most <= entry.max_work_min
                && self.week_of(duty).worked_at_most
                    <= self.layout.problem.clinicians[entry.clinician as usize].max_week_min
                && self.rest_allows(duty, measure)
    }

    fn week_of(&self, duty: usize) -> &Week {
        let entry = self.layout.duty(duty);
        &self.weeks[entry.clinician as usize * self.layout.num_weeks + entry.week as usize]
    }

    /// Sets what stands for the terms that look at the worst day only: their price is shared by the days within `near`
    /// thousandths of the worst.
    pub fn guide_by(&mut self, near: i64) {
        self.guide = Guide::new(self.layout.problem, self.days.iter().map(|day| &day.measure), near);
        self.guide_cents = self.days.iter().map(|day| self.guide.of(&day.measure)).sum();
    }

    /// What a new stop in a day can save at most by the guide.
    #[inline(always)]
    pub(super) fn worst_saved(&self, duty: usize) -> i64 {
        match self.minds_worst {
            true => self.guide.most_saved(&self.days[duty].measure),
            false => 0,
        }
    }

    /// Counts a day with the `new` measure in place of the `old` one everywhere but in the day itself.
    pub(super) fn replace_measure(&mut self, duty: usize, old: &Measure, new: &Measure) {
        if old == new {
            return;
        }
        self.num_used = self.num_used + usize::from(new.booked > 0) - usize::from(old.booked > 0);
        let entry = self.layout.duty(duty);
        let clinician = entry.clinician as usize;
        self.cents += new.cents - old.cents;
        if self.has_worst_terms {
            self.guide_cents += self.guide.of(new) - self.guide.of(old);
        }
        self.weeks[clinician * self.layout.num_weeks + entry.week as usize].replace(old, new);
        self.acuity[clinician] += new.acuity - old.acuity;
        self.burdens[clinician] += new.burdens - old.burdens;
        let cost = self.clinician_cost(clinician);
        self.cents += cost - self.clinician_cents[clinician];
        self.clinician_cents[clinician] = cost;
        let day = entry.day as usize;
        let taken = self.day_taken[day] + new.taken - old.taken;
        self.cents += self.reserve_cents(day, taken) - self.reserve_cents(day, self.day_taken[day]);
        self.day_taken[day] = taken;
    }

    /// What the plan's cost would change by if the day of the duty became `new`; `None` if that breaks a limit.
    pub(super) fn delta(&self, duty: usize, new: &Measure) -> Option<i64> {
        if !self.is_relaxed(Relaxation::Limits) && !self.limits_allow(duty, new) {
            return None;
        }
        // Both days have every stop as early as it can be.
        let old = &self.days[duty].earliest;
        let entry = self.layout.duty(duty);
        let clinician = entry.clinician as usize;
        let mut cents = new.cents - old.cents;

        let num_weeks = self.layout.num_weeks;
        let mut weeks = [Week::default(); MAX_WEEKS];
        weeks[..num_weeks].copy_from_slice(&self.weeks[clinician * num_weeks..(clinician + 1) * num_weeks]);
        weeks[entry.week as usize].replace(old, new);
        let acuity = self.acuity[clinician] + new.acuity - old.acuity;
        terms::clinician_terms(self.layout.problem, clinician, &weeks[..num_weeks], acuity, &mut cents);
        cents -= self.clinician_cents[clinician];

        let day = entry.day as usize;
        let taken = self.day_taken[day];
        cents += self.reserve_cents(day, taken + new.taken - old.taken) - self.reserve_cents(day, taken);
        if new.burdens != old.burdens {
            let problem = self.layout.problem;
            let with = |idx: usize| if idx == clinician { new.burdens - old.burdens } else { 0 };
            let burdens = self.burdens.iter().enumerate().map(|(idx, &count)| count + with(idx));
            cents += terms::fairness_cents(problem, burdens);
            cents -= terms::fairness_cents(problem, self.burdens.iter().copied());
        }
        if self.minds_worst {
            cents += self.guide.of(new) - self.guide.of(old);
        }
        Some(cents)
    }

    fn reserve_cents(&self, day: usize, taken: i32) -> i64 {
        terms::reserve_cents(self.layout.problem, day, taken)
    }

    /// True if the clinician has nothing booked in the week of this duty.
    #[inline]
    pub fn is_week_empty(&self, duty: usize) -> bool {
        self.week_of(duty).booked == 0
    }

    pub(super) fn clinician_cost(&self, clinician: usize) -> i64 {
        let num_weeks = self.layout.num_weeks;
        let weeks = &self.weeks[clinician * num_weeks..(clinician + 1) * num_weeks];
        let mut cents = 0;
        terms::clinician_terms(
            self.layout.problem,
            clinician,
            weeks,
            self.acuity[clinician],
            &mut cents,
        );
        cents
    }

    /// True if the clinician may work a day like this: minutes, points, rest, days in a row.
    pub fn limits_allow(&self, duty: usize, new: &Measure) -> bool {
        let entry = self.layout.duty(duty);
        let clinician = &self.layout.problem.clinicians[entry.clinician as usize];
        let (old, week) = (&self.days[duty].measure, self.week_of(duty));
        let above_day = new.worked_at_most > entry.max_work_min;
        let above_week = week.worked_at_most - old.worked_at_most + new.worked_at_most > clinician.max_week_min;
        if new.worked_at_most > old.worked_at_most && (above_day || above_week)
            || new.points > entry.points_cap
            || week.points - old.points + new.points > clinician.points_week_cap
        {
            return false;
        }
        new.busy == (0, 0) || self.rest_allows(duty, new) && (old.busy != (0, 0) || self.days_in_row_allow(duty))
    }

    fn rest_allows(&self, duty: usize, new: &Measure) -> bool {
        let problem = self.layout.problem;
        let entry = self.layout.duty(duty);
        let rest = problem.rules.rest_min;
        let day = entry.day as usize;
        let busy = |day: usize| {
            let duty = self.layout.duty_of(entry.clinician, day)?;
            Some(self.days[duty].measure.busy_at_most).filter(|&busy| busy != (0, 0))
        };
        let yesterday = (0..day).rev().take(2).find_map(busy);
        let tomorrow = (day + 1..problem.num_days).take(2).find_map(busy);
        yesterday.is_none_or(|busy| busy.1 + rest <= new.busy_at_most.0)
            && tomorrow.is_none_or(|busy| new.busy_at_most.1 + rest <= busy.0)
    }

    fn days_in_row_allow(&self, duty: usize) -> bool {
        let problem = self.layout.problem;
        let most = problem.rules.max_days_in_row;
        if most <= 0 {
            return true;
        }
        let entry = self.layout.duty(duty);
        let day = entry.day as usize;
        let works = |day: &usize| {
            self.layout
                .duty_of(entry.clinician, *day)
                .is_some_and(|duty| self.days[duty].measure.busy != (0, 0))
        };
        let before = (0..day).rev().take_while(works).count();
        let after = (day + 1..problem.num_days).take_while(works).count();
        before + after < most as usize
    }
}
