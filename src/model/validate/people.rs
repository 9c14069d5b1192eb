//! People and the rules about them: hours, skills, and demands that contradict each other.

use std::collections::{BTreeMap, BTreeSet};

use super::Findings;
use crate::error::Issue;
use crate::model::build::context::in_order;
use crate::model::build::rows::shown;
use crate::model::clinic::{FORMAT, PairRule};
use crate::model::rules::{self, Rules};
use crate::order::IntoOrdered;

impl Findings<'_> {
    pub(super) fn check_people(&mut self) {
        self.check_document();
        self.check_clinicians();
        self.check_patients();
        self.check_pairs();
        self.check_orders();
        self.check_groups();
        self.check_rules();
    }

    fn check_document(&mut self) {
        let clinic = self.clinic;
        if clinic.format != FORMAT {
            let cause = format!(
                "the document says `{}`, this build reads `{FORMAT}`",
                shown(&clinic.format)
            );
            self.doubt_table("document.format", "", cause, "save it again with this build");
        }
        let currency = &clinic.settings.currency;
        if currency.len() != 3 || !currency.chars().all(|c| c.is_ascii_uppercase()) {
            let cause = format!("`{}` is not a currency code", shown(currency));
            let action = "use three capital letters, for example `USD`";
            self.doubt(("settings", 0, ""), "settings.currency", "currency", cause, action);
        }
        for (what, empty) in [
            ("sites", clinic.sites.is_empty()),
            ("services", clinic.services.is_empty()),
            ("clinicians", clinic.clinicians.is_empty()),
        ] {
            if empty {
                self.doubt_table(
                    "table.empty",
                    what,
                    "it has no rows, so nothing can be planned",
                    "add at least one",
                );
            }
        }
        for (row, site) in clinic.sites.iter().enumerate() {
            if site.hours.is_empty() {
                let at = ("sites", row, &*site.id);
                self.doubt(
                    at,
                    "site.no_hours",
                    "hours",
                    "the site is never open",
                    "give opening hours",
                );
            }
        }
    }

    fn check_clinicians(&mut self) {
        let clinic = self.clinic;
        let skilled: BTreeSet<&str> = clinic.licenses.iter().map(|license| &*license.clinician).into_set();
        let asks_skills = clinic.services.iter().any(|service| service.skill.is_some());
        for row in in_order(&self.rows.clinicians) {
            let clinician = &clinic.clinicians[row];
            let at = ("clinicians", row, &*clinician.id);
            if clinician.hours.is_empty() {
                let cause = "there are no hours in which this person can be planned";
                self.doubt(
                    at,
                    "clinician.no_hours",
                    "hours",
                    cause,
                    "give working hours, or remove the row",
                );
            }
            if asks_skills && clinician.skills.is_empty() && !skilled.contains(&*clinician.id) {
                let cause = "there are no skills, so services that ask for one cannot be given";
                self.doubt(at, "clinician.no_skills", "skills", cause, "list the skills");
            }
            if clinician.max_day_min == 0 || clinician.max_week_min == 0 {
                let cause = "the most working time is 0, so this person is never planned";
                self.doubt(
                    at,
                    "clinician.no_time",
                    "max_week_min",
                    cause,
                    "give the most minutes a day and a week",
                );
            } else if clinician.max_week_min < clinician.contract_week_min {
                let cause = format!(
                    "at most {} minutes a week are less than the {} agreed",
                    clinician.max_week_min, clinician.contract_week_min
                );
                self.doubt(at, "clinician.limits", "max_week_min", cause, "correct one of the two");
            }
            if clinician.supervisor.as_ref() == Some(&clinician.id) {
                let cause = "the supervisor is the same person";
                self.doubt(
                    at,
                    "clinician.own_supervisor",
                    "supervisor",
                    cause,
                    "name another clinician",
                );
            }
        }
    }

    fn check_patients(&mut self) {
        let clinic = self.clinic;
        let staff: Vec<_> = self
            .rows
            .clinicians
            .values()
            .map(|&row| &clinic.clinicians[row])
            .collect();
        for row in in_order(&self.rows.patients) {
            let patient = &clinic.patients[row];
            let at = ("patients", row, &*patient.id);
            if patient.hours.is_empty() {
                let cause = "there are no hours in which the patient can be seen";
                self.doubt(at, "patient.no_hours", "hours", cause, "give the hours");
            }
            let both = patient
                .preferred_clinicians
                .iter()
                .find(|id| patient.barred_clinicians.contains(id));
            if let Some(id) = both {
                let cause = format!("clinician `{}` is both preferred and barred; barred wins", shown(id));
                self.doubt(
                    at,
                    "patient.contradiction",
                    "barred_clinicians",
                    cause,
                    "remove one of the two",
                );
            }
            if let Some(gender) = patient
                .clinician_gender
                .as_ref()
                .filter(|_| patient.clinician_gender_required)
                && !staff.iter().any(|clinician| clinician.gender.as_ref() == Some(gender))
            {
                let cause = format!("no clinician has the required gender `{}`", shown(gender));
                let action = "make it a wish, or add the gender of clinicians";
                self.doubt(at, "patient.nobody_of_gender", "clinician_gender", cause, action);
            }
            let speaks = |known: &[String]| patient.languages.iter().any(|language| known.contains(language));
            let english = patient.languages.iter().any(|language| language == "en");
            if patient.language_required
                && !patient.languages.is_empty()
                && !staff
                    .iter()
                    .any(|who| speaks(&who.languages) || (english && who.languages.is_empty()))
            {
                let cause = "no clinician speaks a required language";
                let action = "make it a wish, or add the languages of clinicians";
                self.doubt(at, "patient.nobody_speaks", "languages", cause, action);
            }
            if !staff.is_empty() && staff.iter().all(|who| patient.barred_clinicians.contains(&who.id)) {
                let cause = "every clinician is barred";
                self.doubt(
                    at,
                    "patient.everyone_barred",
                    "barred_clinicians",
                    cause,
                    "leave someone who may treat",
                );
            }
        }
    }

    /// Patients who must be apart although others tie them together.
    fn check_pairs(&mut self) {
        let pairs = &self.clinic.pairs;
        let mut circle: BTreeMap<&str, &str> = BTreeMap::new();
        fn root<'a>(circle: &BTreeMap<&'a str, &'a str>, mut id: &'a str) -> &'a str {
            while let Some(&next) = circle.get(id) {
                id = next;
            }
            id
        }
        for pair in pairs.iter().filter(|pair| pair.rule == PairRule::Together) {
            let (a, b) = (root(&circle, &pair.patient_a), root(&circle, &pair.patient_b));
            if a != b {
                circle.insert(a, b);
            }
        }
        for (row, pair) in pairs
            .iter()
            .enumerate()
            .filter(|(_, pair)| pair.rule == PairRule::Apart)
        {
            let same =
                pair.patient_a != pair.patient_b && root(&circle, &pair.patient_a) == root(&circle, &pair.patient_b);
            if same {
                let cause = "other rows put the two together; they cannot be apart as well";
                self.doubt(
                    ("pairs", row, &pair.patient_a),
                    "pair.contradiction",
                    "rule",
                    cause,
                    "remove one of the rows",
                );
            }
        }
    }

    fn check_orders(&mut self) {
        let clinic = self.clinic;
        for row in in_order(&self.rows.orders) {
            let order = &clinic.orders[row];
            let at = ("orders", row, &*order.id);
            if self.is_circular(row) {
                let cause = "it comes after itself through the orders it names; the chain has no effect";
                self.doubt(at, "order.circular", "after", cause, "remove `after` from one of them");
            }
            let other = order.after.as_deref().and_then(|id| self.rows.orders.get(id));
            if other.is_some_and(|&other| clinic.orders[other].patient != order.patient) {
                let cause = "it comes after an order of another patient";
                self.doubt(
                    at,
                    "order.after_other_patient",
                    "after",
                    cause,
                    "name an order of the same patient",
                );
            }
            let service = self
                .rows
                .services
                .get(&*order.service)
                .map(|&row| &clinic.services[row]);
            let allowed = |service: &&crate::model::clinic::Service| {
                order.modalities.is_empty() || order.modalities.iter().any(|way| service.modalities.contains(way))
            };
            if service.is_some_and(|service| !allowed(&service)) {
                let cause = "none of the ways it allows is one of the service's";
                self.doubt(
                    at,
                    "order.no_way",
                    "modalities",
                    cause,
                    "allow a way that the service has",
                );
            }
            if order.min_days_between > 0 && (order.per_week - 1) * order.min_days_between > 6 {
                let cause = format!(
                    "{} sessions a week cannot be {} days apart",
                    order.per_week, order.min_days_between
                );
                self.doubt(
                    at,
                    "order.spacing",
                    "min_days_between",
                    cause,
                    "ask for fewer sessions or days",
                );
            }
        }
    }

    /// True if the chain of `after` from this order returns to it.
    fn is_circular(&self, row: usize) -> bool {
        let next = |row: usize| {
            let after = self.clinic.orders[row].after.as_deref()?;
            self.rows.orders.get(after).copied()
        };
        let mut at = next(row);
        for _ in 0..self.rows.orders.len() {
            match at {
                Some(other) if other != row => at = next(other),
                found => return found.is_some(),
            }
        }
        false
    }

    fn check_groups(&mut self) {
        let clinic = self.clinic;
        for row in in_order(&self.rows.groups) {
            let group = &clinic.groups[row];
            let at = ("groups", row, &*group.id);
            if group.max == 1 {
                self.doubt(
                    at,
                    "group.of_one",
                    "max",
                    "a group of one is an individual session",
                    "raise the maximum",
                );
            }
            if group.min == 0 {
                self.doubt(
                    at,
                    "group.no_minimum",
                    "min",
                    "it may run without patients",
                    "give a minimum of 2 or more",
                );
            }
        }
    }

    fn check_rules(&mut self) {
        let clinic = self.clinic;
        for (number, id) in clinic.settings.rule_packs.iter().enumerate() {
            if !rules::packs().iter().any(|pack| pack.id == *id) {
                let cause = format!(
                    "rule pack {} `{}` does not exist; it adds nothing",
                    number + 1,
                    shown(id)
                );
                let issue = Issue::warning(
                    "settings.rule_packs",
                    "settings",
                    cause,
                    "name a pack that ships with this build",
                );
                self.issues.push(issue.row(1).field("rule_packs"));
            }
        }
        let in_force = Rules::of(clinic);
        for (row, own) in clinic.rules.iter().enumerate() {
            if in_force.value(&own.rule).is_none() {
                let cause = format!("no rule `{}` is in force; it changes nothing", shown(&own.rule));
                let action = "name a rule of a pack that the settings list";
                self.doubt(("rules", row, &own.rule), "rule.unknown", "rule", cause, action);
            } else if own.reason.trim().is_empty() {
                let cause = "a rule is changed without a reason";
                self.doubt(
                    ("rules", row, &own.rule),
                    "rule.no_reason",
                    "reason",
                    cause,
                    "say why; it goes into the log",
                );
            }
        }
    }
}
