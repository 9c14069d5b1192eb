//! What was observed lately, for triage to read: vital signs at home, results of screening, falls and overdoses. Few
//! are alarming, and for many patients something is missing, as in practice. All rates are our choices.

use std::collections::BTreeSet;

use crate::model::calendar::Date;
use crate::model::clinic::{Patient, Phase, Score};
use crate::order::{Arrange, IntoOrdered};
use crate::rng::Rng;

use super::draft::Draft;
use super::records::today;

/// Adds the observations of the last weeks to the scores.
pub(crate) fn write(draft: &mut Draft) {
    let today = today(draft);
    let day_program = |row: &&Patient| row.phase == Phase::IntensiveOutpatient;
    let patients = draft.clinic.patients.iter().filter(day_program);
    let addiction: BTreeSet<&str> = patients.map(|row| row.site.as_str()).into_set();
    let mut rows = Vec::new();
    for (idx, patient) in draft.clinic.patients.iter().enumerate() {
        if patient.discharged.is_some_and(|day| day < today) {
            continue;
        }
        let stays = draft.clinic.stays.iter().any(|stay| stay.patient == patient.id);
        let mut seen = Seen {
            patient,
            today,
            rows: &mut rows,
            rng: draft.rng("observations", idx as u64),
        };
        match patient.phase {
            Phase::HomeHealth => seen.at_home(),
            Phase::Evaluation if addiction.contains(patient.site.as_str()) => seen.asking(),
            Phase::Rehabilitation | Phase::Evaluation => seen.elsewhere(),
            _ => seen.in_treatment(),
        }
        if stays {
            seen.after_hospital();
        }
    }
    let scores = &mut draft.clinic.scores;
    scores.extend(rows);
    scores.arrange_by(|a, b| (a.date, &a.patient, &a.measure).cmp(&(b.date, &b.patient, &b.measure)));
}

/// What is written down about one patient.
struct Seen<'a> {
    patient: &'a Patient,
    today: Date,
    rows: &'a mut Vec<Score>,
    rng: Rng,
}

impl Seen<'_> {
    /// A value of so many days ago, unless that was before admission.
    fn add(&mut self, measure: &str, days: i32, value: f64) {
        let date = self.today.plus_days(-days);
        if self.patient.admitted.is_some_and(|day| date < day) {
            return;
        }
        self.rows.push(Score {
            patient: self.patient.id.clone(),
            measure: measure.into(),
            date,
            value,
            goal: None,
        });
    }

    /// A whole number around a mean, within bounds.
    fn around(&mut self, mean: f64, sd: f64, (low, high): (f64, f64)) -> f64 {
        libm::round((mean + sd * self.rng.normal()).clamp(low, high))
    }

    /// Vital signs of yesterday's visit for most, the weight of a week ago beside it, falls.
    fn at_home(&mut self) {
        if self.rng.chance(0.7) {
            // Few are unwell.
            let unwell = if self.rng.chance(0.03) { 1.0 } else { 0.0 };
            let rate = self.around(16.0 + 7.0 * unwell, 2.0, (8.0, 34.0));
            let spo2 = self.around(96.5 - 4.0 * unwell, 1.2, (82.0, 100.0));
            let oxygen = f64::from(u8::from(self.rng.chance(0.08 + 0.4 * unwell)));
            let systolic = self.around(134.0 - 25.0 * unwell, 17.0, (78.0, 210.0));
            let pulse = self.around(76.0 + 28.0 * unwell, 10.0, (40.0, 150.0));
            let tenths = self.around(367.0 + 10.0 * unwell, 3.5, (345.0, 405.0));
            for (measure, value) in [
                ("respiratory_rate", rate),
                ("spo2", spo2),
                ("oxygen", oxygen),
                ("systolic", systolic),
                ("pulse", pulse),
                ("temperature_c", tenths / 10.0),
            ] {
                self.add(measure, 1, value);
            }
            // How alert somebody is goes unrecorded most easily.
            if self.rng.chance(0.8) {
                self.add("not_alert", 1, 0.0);
            }
        }
        if self.rng.chance(0.5) {
            let before = self.around(780.0, 140.0, (420.0, 1_400.0));
            let more = if self.rng.chance(0.06) { 26.0 } else { 0.0 };
            let change = self.around(more, 6.0, (-40.0, 60.0));
            self.add("weight_kg", 7, before / 10.0);
            self.add("weight_kg", 1, (before + change) / 10.0);
        }
        self.sometimes("fall", 0.05, 30);
    }

    fn elsewhere(&mut self) {
        self.sometimes("fall", 0.03, 30);
        if self.rng.chance(0.3) {
            let systolic = self.around(132.0, 15.0, (95.0, 190.0));
            self.add("systolic", 1, systolic);
        }
    }

    /// Screening by telephone when somebody asks for an intake.
    fn asking(&mut self) {
        for (measure, asked, yes) in [("pregnant", 0.4, 0.05), ("injecting_drug_use", 0.4, 0.15)] {
            if self.rng.chance(asked) {
                let value = f64::from(u8::from(self.rng.chance(yes)));
                self.add(measure, 2, value);
            }
        }
        self.suicide_risk(0.5, 2);
        if self.rng.chance(0.3) {
            let measure = if self.rng.chance(0.5) { "cows" } else { "ciwa_ar" };
            let result = self.around(7.0, 5.0, (0.0, 30.0));
            self.add(measure, 1, result);
        }
        self.sometimes("overdose", 0.04, 14);
    }

    fn in_treatment(&mut self) {
        self.suicide_risk(0.4, 10);
        if self.rng.chance(0.4) {
            let days = self.rng.between(1, 12);
            let item = self.rng.weighted(&[0.88, 0.08, 0.03, 0.01]);
            self.add("phq9_item9", days, item as f64);
        }
        if self.rng.chance(0.3) {
            let days = self.rng.between(1, 28);
            let gad = self.around(8.0, 4.5, (0.0, 21.0));
            self.add("gad7", days, gad);
        }
        self.sometimes("overdose", 0.015, 60);
    }

    /// The clinic's own rating, 0 to 3, of the last days.
    fn suicide_risk(&mut self, rated: f64, most_days: i32) {
        if self.rng.chance(rated) {
            let days = self.rng.between(1, most_days);
            let risk = self.rng.weighted(&[0.84, 0.12, 0.035, 0.005]);
            self.add("suicide_risk", days, risk as f64);
        }
    }

    /// What LACE asks for beside the stay itself, from the discharge letter.
    fn after_hospital(&mut self) {
        if self.rng.chance(0.7) {
            let charlson = self.rng.weighted(&[0.35, 0.25, 0.18, 0.12, 0.07, 0.03]);
            let visits = self.rng.weighted(&[0.6, 0.22, 0.1, 0.05, 0.03]);
            self.add("charlson", 1, charlson as f64);
            self.add("emergency_visits_180d", 1, visits as f64);
        }
    }

    /// An event of the last days that happened to this share.
    fn sometimes(&mut self, measure: &str, share: f64, most_days: i32) {
        if self.rng.chance(share) {
            let days = self.rng.between(1, most_days);
            self.add(measure, days, 1.0);
        }
    }
}
