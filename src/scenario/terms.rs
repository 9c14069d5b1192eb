//! Rates and prices of one month of a draw, with or without its changes.

use super::draw::{Draw, Setting};
use super::lever::Lever;
use super::life::{Chances, PayerShift};
use super::week::Work;
use crate::model::clinic::Service;

/// Rates and prices of one month.
pub(super) struct Terms {
    /// Chance that a patient does not come, by service.
    no_show: Vec<f64>,
    /// Chance of a late cancellation, by service.
    late_cancel: Vec<f64>,
    /// Cents for a unit, by service.
    pub(super) price: Vec<f64>,
    /// Demand against today's orders.
    pub(super) demand: f64,
    /// Relative changes.
    pub(super) overtime: f64,
    pub(super) turnover: f64,
    pub(super) scheduling: f64,
    pub(super) readmission: f64,
    /// Share of bookable time that is claimed on top.
    pub(super) utilization: f64,
    /// Discipline (all if `None`) and relative change.
    pay: Vec<(Option<String>, f64)>,
    payers: Vec<PayerShift>,
}

impl Terms {
    /// Of a month.
    pub(super) fn of(draw: &Draw, setting: &Setting, month: i32, with_changes: bool) -> Self {
        let rates = &setting.history.attendance;
        let mut terms = Self {
            no_show: rates.iter().map(|rate| rate.no_show * draw.no_show_level).collect(),
            late_cancel: rates.iter().map(|rate| rate.late_cancel).collect(),
            price: setting.services.iter().map(|row| row.price_cents as f64).collect(),
            demand: draw.demand_level,
            overtime: 0.0,
            utilization: 0.0,
            turnover: 0.0,
            scheduling: 0.0,
            readmission: 0.0,
            pay: Vec::new(),
            payers: Vec::new(),
        };
        if with_changes {
            for (change, effect) in draw.changes.iter().zip(draw.effects(month)) {
                terms.change(&change.lever, change.value * effect, &setting.services);
            }
        }
        for (no_show, late) in terms.no_show.iter_mut().zip(&terms.late_cancel) {
            *no_show = no_show.clamp(0.0, 1.0 - late);
        }
        terms
    }

    fn change(&mut self, lever: &Lever, value: f64, services: &[Service]) {
        let of_service = |rates: &mut [f64], wanted: &Option<String>| {
            for (rate, row) in rates.iter_mut().zip(services) {
                if wanted.as_ref().is_none_or(|id| *id == row.id) {
                    *rate *= 1.0 + value;
                }
            }
        };
        match lever {
            Lever::NoShow { service } => of_service(&mut self.no_show, service),
            Lever::Price { service } => of_service(&mut self.price, service),
            Lever::Attendance => {
                for (no_show, late) in self.no_show.iter_mut().zip(&mut self.late_cancel) {
                    let missed = *no_show + *late;
                    if missed > 0.0 {
                        let attended = ((1.0 - missed) * (1.0 + value)).clamp(0.0, 1.0);
                        let rest = (1.0 - attended) / missed;
                        *no_show *= rest;
                        *late *= rest;
                    }
                }
            }
            Lever::Demand => self.demand *= 1.0 + value,
            Lever::Pay { discipline } => self.pay.push((discipline.clone(), value)),
            Lever::PayerMix {
                from, price_percent, ..
            } => self.payers.push(PayerShift {
                from: from.clone(),
                share: value,
                price: f64::from(*price_percent) / 100.0,
            }),
            Lever::OvertimeHours => self.overtime = (1.0 + self.overtime) * (1.0 + value) - 1.0,
            Lever::Utilization => self.utilization += value,
            Lever::Turnover => self.turnover = (1.0 + self.turnover) * (1.0 + value) - 1.0,
            Lever::SchedulingHours => self.scheduling = (1.0 + self.scheduling) * (1.0 + value) - 1.0,
            Lever::Readmission => self.readmission = (1.0 + self.readmission) * (1.0 + value) - 1.0,
            _ => {}
        }
    }

    /// The chances of the month's weeks, when this share of clinician-days is lost to sickness.
    pub(super) fn chances(&self, sick: f64) -> Chances {
        Chances::new(
            self.no_show.clone(),
            self.late_cancel.clone(),
            sick,
            self.payers.clone(),
        )
    }

    /// Relative change of a clinician's pay.
    pub(super) fn pay_change(&self, work: &Work) -> f64 {
        let changes = self.pay.iter().filter(|(discipline, _)| {
            discipline
                .as_ref()
                .is_none_or(|discipline| *discipline == work.discipline)
        });
        changes.map(|(_, change)| 1.0 + change).product::<f64>() - 1.0
    }
}
