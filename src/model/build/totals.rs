//! What holds for whole weeks and for everyone: weekly minimums, fair shares, pairs in groups, clinic-wide rules.

use super::builder::Builder;
use super::intervals::length;
use crate::model::calendar::DAY_MIN;
use crate::model::clinic::{self, Kind, PairRule, Phase};
use crate::model::problem::{GroupPair, Rules, WeeklyMinimum};

impl Builder<'_> {
    /// Weekly minimum minutes for every patient and full week in care. Weeks that the horizon, admission or discharge
    /// cuts on a day on which the patient could come are left out, as in the indicator of the same name.
    pub(crate) fn minimums(&self) -> Vec<WeeklyMinimum> {
        let mut minimums = Vec::new();
        for (at, patient) in self.patients.iter().enumerate() {
            let Some(row) = self.patient_row(&patient.id) else {
                continue;
            };
            let minutes = self.minimum_minutes(row);
            if minutes <= 0 {
                continue;
            }
            for week in self.context.weeks.iter().filter(|week| self.is_full(row, week.first)) {
                minimums.push(WeeklyMinimum {
                    patient: at as u32,
                    from_day: week.from as u16,
                    to_day: week.to as u16,
                    minutes,
                });
            }
        }
        minimums
    }

    /// The patient's own minimum, else the level of care's, else that of the level which the phase stands for.
    fn minimum_minutes(&self, patient: &clinic::Patient) -> i32 {
        let by_level = |level: &str| self.context.rules.value(&format!("level.{level}.minimum_week_hours"));
        let by_phase = || match patient.phase {
            Phase::PartialHospitalization => by_level("2.5"),
            Phase::IntensiveOutpatient => by_level("2.1"),
            _ => None,
        };
        let by_rule = || match &patient.level_of_care {
            Some(level) => by_level(level),
            None => by_phase(),
        };
        let hours = patient
            .minimum_week_hours
            .or_else(by_rule)
            .filter(|hours| hours.is_finite())
            .unwrap_or(0.0);
        libm::ceil(hours * 60.0).clamp(0.0, 10_080.0) as i32
    }

    /// True if the patient is in care, and the horizon open, on every day of the week on which the patient could come.
    fn is_full(&self, patient: &clinic::Patient, first: i32) -> bool {
        let (from, to) = self.context.between(patient.admitted, patient.discharged);
        let mut days = (first..first + 7).filter(|&day| {
            let weekday = self.context.start.plus_days(day).weekday();
            patient.hours.on(weekday).next().is_some()
        });
        let Some(first_day) = days.next() else { return false };
        let last_day = days.next_back().unwrap_or(first_day);
        first_day >= 0 && from <= first_day * DAY_MIN && (last_day + 1) * DAY_MIN <= to
    }

    /// Each clinician's share of the acuity points: every part's points are spread over those who may take it, by the
    /// contract time that leave has left of the horizon; the target is that share, with room if the rule gives some.
    pub(crate) fn set_acuity_targets(&mut self) {
        let present = self.contract_present();
        let contract = |at: u32| present[at as usize];
        let mut shares = vec![0_i64; self.staff.clinicians.len()];
        for session in self.sessions.iter().filter(|session| session.acuity > 0) {
            for part in &session.parts {
                let total: i64 = part.eligible.iter().map(|who| contract(who.clinician)).sum();
                for who in &part.eligible {
                    shares[who.clinician as usize] +=
                        1000 * i64::from(session.acuity) * contract(who.clinician) / total;
                }
            }
        }
        let percent = i64::from(self.context.rules.whole("acuity.share_percent").max(100));
        for (clinician, share) in self.staff.clinicians.iter_mut().zip(shares) {
            clinician.target_acuity = i32::try_from((share * percent + 99_999) / 100_000).unwrap_or(i32::MAX);
        }
    }

    /// Contract minutes a week of each clinician, less the part of the agreed hours of the horizon that falls on leave;
    /// at least 1, so that a part that only they may take has someone to count for.
    fn contract_present(&self) -> Vec<i64> {
        let mut there = vec![0_i64; self.staff.clinicians.len()];
        for duty in &self.staff.duties {
            there[duty.clinician as usize] += i64::from(length(&duty.windows));
        }
        let rows = self.staff.rows.iter().map(|&row| &self.context.clinic.clinicians[row]);
        rows.zip(there)
            .map(|(row, there)| {
                let agreed = i64::from(length(&self.context.spread(&row.hours)));
                let contract = i64::from(row.contract_week_min);
                (contract * there.min(agreed) / agreed.max(1)).max(1)
            })
            .collect()
    }

    /// Patients together or apart in groups.
    pub(crate) fn pairs(&self) -> Vec<GroupPair> {
        let index = |id: &str| self.patient_index.get(id).copied();
        let mut pairs: Vec<GroupPair> = Vec::new();
        for pair in &self.context.clinic.pairs {
            let (Some(a), Some(b)) = (index(&pair.patient_a), index(&pair.patient_b)) else {
                continue;
            };
            let (a, b) = (a.min(b), a.max(b));
            let together = pair.rule == PairRule::Together;
            // Apart wins where both are asked for: nobody is put beside someone they must not meet.
            match pairs.iter_mut().find(|known| (known.a, known.b) == (a, b)) {
                Some(known) => known.together &= together,
                None if a != b => pairs.push(GroupPair { a, b, together }),
                None => {}
            }
        }
        pairs
    }

    /// Clinic-wide rules from the packs.
    pub(crate) fn clinic_rules(&self) -> Rules {
        let rule = |id: &str| self.context.rules.whole(id);
        let sessions = self.sessions.iter().filter(|session| session.kind != Kind::Shift);
        Rules {
            rest_min: rule("rest.minutes"),
            max_days_in_row: rule("days_in_row.max"),
            max_run_min: rule("run.max_minutes"),
            break_min: rule("break.minutes"),
            shortest_session_min: sessions.map(|session| session.minutes).min().unwrap_or(0),
            day_limits_min: self.day_limits(),
            evening_from: rule("evening.from"),
            late_at_end: false,
        }
    }

    /// The clinicians' time of each day without lunch, less what is kept free for emergencies: the minutes set for the
    /// weekday, else a share.
    fn day_limits(&self) -> Vec<i32> {
        let reserve = i64::from(self.context.rules.whole("reserve.permille").min(1000));
        let kept = super::agreements::reserves(self.context.clinic);
        if reserve == 0 && kept.is_empty() {
            return Vec::new();
        }
        let mut minutes = vec![0_i64; self.context.num_days];
        for duty in &self.staff.duties {
            minutes[usize::from(duty.day)] += i64::from(duty.time_min());
        }
        let days = minutes.into_iter().enumerate();
        days.map(|(day, minutes)| {
            let weekday = self.context.start.plus_days(day as i32).weekday();
            let limit = match kept.get(&weekday) {
                Some(&kept) => (minutes - i64::from(kept)).max(0),
                None => minutes * (1000 - reserve) / 1000,
            };
            limit as i32
        })
        .collect()
    }
}
