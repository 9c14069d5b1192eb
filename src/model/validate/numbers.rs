//! Numbers that are not numbers, or lie outside what can be meant.

use super::Findings;

/// A number in a row: field, value, lowest and highest that make sense.
type Number = (&'static str, f64, f64, f64);

/// Money, cents: up to a million dollars an hour or session.
const CENTS: f64 = 1e8;

/// Minutes in a day.
const DAY: f64 = 1_440.0;

impl Findings<'_> {
    pub(super) fn check_numbers(&mut self) {
        let clinic = self.clinic;
        let settings = &clinic.settings;
        self.numbers(
            "settings",
            0,
            "",
            &[
                ("seed", settings.seed as f64, 0.0, 9_007_199_254_740_991.0),
                ("late_cancel_hours", f64::from(settings.late_cancel_hours), 0.0, 168.0),
            ],
        );
        for (row, item) in clinic.sites.iter().enumerate() {
            self.point("sites", row, &item.id, item.latitude, item.longitude);
        }
        for (row, item) in clinic.services.iter().enumerate() {
            self.numbers(
                "services",
                row,
                &item.id,
                &[
                    ("points", item.points, 0.0, 100.0),
                    ("price_cents", item.price_cents as f64, 0.0, CENTS),
                    ("seats", f64::from(item.seats), 0.0, 10_000.0),
                ],
            );
        }
        for (row, item) in clinic.clinicians.iter().enumerate() {
            self.point("clinicians", row, &item.id, item.latitude, item.longitude);
            self.numbers(
                "clinicians",
                row,
                &item.id,
                &[
                    ("pay_cents_hour", item.pay_cents_hour as f64, 0.0, CENTS),
                    ("caseload_cap", f64::from(item.caseload_cap.unwrap_or(1)), 0.0, 10_000.0),
                    ("points_week_cap", item.points_week_cap.unwrap_or(1.0), 0.0, 1_000.0),
                ],
            );
        }
        for (row, item) in clinic.patients.iter().enumerate() {
            self.point("patients", row, &item.id, item.latitude, item.longitude);
            self.numbers(
                "patients",
                row,
                &item.id,
                &[
                    ("acuity", f64::from(item.acuity), 0.0, 4.0),
                    ("minimum_week_hours", item.minimum_week_hours.unwrap_or(0.0), 0.0, 168.0),
                ],
            );
        }
        for (row, item) in clinic.orders.iter().enumerate() {
            self.numbers(
                "orders",
                row,
                &item.id,
                &[("priority", f64::from(item.priority.unwrap_or(3)), 1.0, 5.0)],
            );
        }
        self.check_history_numbers();
    }

    fn check_history_numbers(&mut self) {
        let clinic = self.clinic;
        for (row, item) in clinic.appointments.iter().enumerate() {
            self.numbers(
                "appointments",
                row,
                &item.id,
                &[
                    (
                        "documentation_min",
                        f64::from(item.documentation_min.unwrap_or(0)),
                        0.0,
                        DAY,
                    ),
                    (
                        "after_hours_min",
                        f64::from(item.after_hours_min.unwrap_or(0)),
                        0.0,
                        DAY,
                    ),
                    ("travel_min", f64::from(item.travel_min.unwrap_or(0)), 0.0, DAY),
                    ("miles", item.miles.unwrap_or(0.0), 0.0, 1_000.0),
                    (
                        "family_attended",
                        f64::from(item.family_attended.unwrap_or(0)),
                        0.0,
                        100.0,
                    ),
                ],
            );
        }
        for (row, item) in clinic.travel.iter().enumerate() {
            self.numbers("travel", row, &item.from, &[("miles", item.miles, 0.0, 1_000.0)]);
        }
        for (row, item) in clinic.staff_days.iter().enumerate() {
            self.numbers(
                "staff_days",
                row,
                &item.clinician,
                &[
                    ("paid_min", f64::from(item.paid_min), 0.0, DAY),
                    ("leave_min", f64::from(item.leave_min), 0.0, DAY),
                    ("meeting_min", f64::from(item.meeting_min), 0.0, DAY),
                    ("protected_min", f64::from(item.protected_min), 0.0, DAY),
                    ("travel_min", f64::from(item.travel_min), 0.0, DAY),
                    ("after_hours_min", f64::from(item.after_hours_min), 0.0, DAY),
                    ("miles", item.miles, 0.0, 2_000.0),
                ],
            );
        }
        for (row, item) in clinic.scheduling_work.iter().enumerate() {
            self.numbers("scheduling_work", row, "", &[("hours", item.hours, 0.0, 1_000.0)]);
        }
        for (row, item) in clinic.surveys.iter().enumerate() {
            self.numbers("surveys", row, "", &[("score", item.score, -1_000.0, 1_000.0)]);
        }
        for (row, item) in clinic.scores.iter().enumerate() {
            self.numbers(
                "scores",
                row,
                &item.patient,
                &[
                    ("value", item.value, -1e6, 1e6),
                    ("goal", item.goal.unwrap_or(0.0), -1e6, 1e6),
                ],
            );
        }
        for (row, item) in clinic.headcounts.iter().enumerate() {
            self.numbers(
                "headcounts",
                row,
                "",
                &[
                    ("employees", f64::from(item.employees), 0.0, 1e6),
                    ("per_diem", f64::from(item.per_diem), 0.0, 1e6),
                ],
            );
        }
        for (row, item) in clinic.care_periods.iter().enumerate() {
            self.numbers(
                "care_periods",
                row,
                &item.patient,
                &[("threshold", f64::from(item.threshold), 1.0, 60.0)],
            );
        }
        for (row, item) in clinic.rules.iter().enumerate() {
            self.numbers("rules", row, &item.rule, &[("value", item.value, 0.0, 1e9)]);
        }
    }

    fn numbers(&mut self, table: &'static str, row: usize, id: &str, numbers: &[Number]) {
        for &(field, value, low, high) in numbers {
            if !value.is_finite() {
                let cause = "it is not a finite number; it is not used";
                self.doubt(
                    (table, row, id),
                    "row.not_a_number",
                    field,
                    cause,
                    "give a number, or leave it empty",
                );
            } else if value < low || value > high {
                let cause = format!("{value} is not between {low} and {high}");
                self.doubt((table, row, id), "row.out_of_range", field, cause, "correct the number");
            }
        }
    }

    /// Coordinates: both or none, in degrees, and not the point in the sea that stands for "unknown".
    fn point(&mut self, table: &'static str, row: usize, id: &str, latitude: Option<f64>, longitude: Option<f64>) {
        self.numbers(
            table,
            row,
            id,
            &[
                ("latitude", latitude.unwrap_or(0.0), -90.0, 90.0),
                ("longitude", longitude.unwrap_or(0.0), -180.0, 180.0),
            ],
        );
        let doubt = match (latitude, longitude) {
            (Some(_), None) | (None, Some(_)) => "only one of latitude and longitude is given; the place is not known",
            (Some(0.0), Some(0.0)) => "0, 0 lies in the Gulf of Guinea and often stands for `unknown`",
            _ => return,
        };
        self.doubt(
            (table, row, id),
            "place.doubtful",
            "latitude",
            doubt,
            "give both, or none",
        );
    }
}
