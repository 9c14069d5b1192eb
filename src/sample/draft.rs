//! The clinic while it is being built, with what the tables do not keep: weekly demand of every patient.

use std::collections::BTreeMap;

use crate::model::Clinic;
use crate::model::calendar::Date;
use crate::model::clinic::{Clinician, Kind, Modality, Order, Service};
use crate::rng::Rng;

use super::known::planning_moment;
use super::scheduler::has_skill;
use super::{SampleKind, SampleRequest, horizon_monday};

/// What a patient receives, week after week.
#[derive(Debug, Clone)]
pub(crate) struct Demand {
    /// Patient index.
    pub(crate) patient: usize,
    /// Service index.
    pub(crate) service: usize,
    /// Sessions in a week in which it is due.
    pub(crate) per_week: i32,
    /// It is due every so many weeks: 1, 2 or 4.
    pub(crate) every: i32,
    /// Weeks until it is due, counted from the planned week; 0 = due in it.
    pub(crate) offset: i32,
    /// Days between two sessions at least.
    pub(crate) min_days: i32,
    /// Group indices for seats, the usual one first.
    pub(crate) groups: Vec<usize>,
    /// Order index, if due in the planned week.
    pub(crate) order: Option<usize>,
    /// True if it came up for the planned week only and has no habit yet.
    pub(crate) new: bool,
}

impl Demand {
    /// True if it is due in the week `week` weeks from the planned one (negative = past).
    pub(crate) fn is_due(&self, week: i32) -> bool {
        week.rem_euclid(self.every) == self.offset
    }

    /// The weeks of a four-week month in which it is due, one bit each.
    pub(crate) fn weeks(&self) -> u8 {
        (0..4).filter(|&week| self.is_due(week)).map(|week| 1 << week).sum()
    }
}

/// Terms of an order that differ from one service to the next.
#[derive(Debug, Clone, Default)]
pub(crate) struct Terms {
    pub(crate) per_week: i32,
    pub(crate) every: i32,
    pub(crate) min_days: i32,
    pub(crate) groups: Vec<usize>,
    pub(crate) modalities: Vec<Modality>,
    pub(crate) priority: Option<i32>,
    pub(crate) mandated: bool,
    pub(crate) new: bool,
}

impl Terms {
    /// `per_week` sessions every week, not two on one day.
    pub(crate) fn weekly(per_week: i32) -> Self {
        Self {
            per_week,
            every: 1,
            min_days: i32::from(per_week > 1),
            ..Self::default()
        }
    }

    /// One session every `every` weeks.
    pub(crate) fn every(every: i32) -> Self {
        Self {
            every,
            ..Self::weekly(1)
        }
    }

    /// The same, demanded by clinical rules.
    pub(crate) fn mandated(mut self) -> Self {
        self.mandated = true;
        self
    }
}

/// The clinic while it is being built.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) seed: u64,
    /// Weeks of history.
    pub(crate) weeks: i32,
    /// First day of the planned week.
    pub(crate) monday: Date,
    pub(crate) clinic: Clinic,
    pub(crate) demands: Vec<Demand>,
    service_idx: BTreeMap<String, usize>,
}

impl Draft {
    pub(crate) fn new(request: &SampleRequest) -> Self {
        let mut clinic = Clinic::default();
        let monday = horizon_monday();
        clinic.settings.name = match request.kind {
            SampleKind::AddictionTreatment => "Sample recovery center (synthetic)",
            SampleKind::HomeHealth => "Sample home-health agency (synthetic)",
            SampleKind::OutpatientRehabilitation => "Sample rehabilitation clinic (synthetic)",
            SampleKind::Network => "Sample care network (synthetic)",
        }
        .into();
        clinic.settings.synthetic = true;
        clinic.settings.part2 = matches!(request.kind, SampleKind::AddictionTreatment | SampleKind::Network);
        clinic.settings.horizon_start = monday;
        clinic.settings.as_of = planning_moment(monday);
        clinic.settings.seed = request.seed;
        Self {
            seed: request.seed,
            weeks: request.history_weeks(),
            monday,
            clinic,
            demands: Vec::new(),
            service_idx: BTreeMap::new(),
        }
    }

    /// The generator of one entity for one purpose.
    pub(crate) fn rng(&self, purpose: &str, key: u64) -> Rng {
        Rng::stream(self.seed, purpose, key)
    }

    /// Adds services that are not there yet.
    pub(crate) fn offer(&mut self, services: Vec<Service>) {
        for service in services {
            if !self.service_idx.contains_key(&service.id) {
                self.service_idx.insert(service.id.clone(), self.clinic.services.len());
                self.clinic.services.push(service);
            }
        }
    }

    /// Index of a service that was offered.
    pub(crate) fn service(&self, id: &str) -> usize {
        self.service_idx.get(id).copied().unwrap_or_default()
    }

    /// Records that `patient` receives `service`, with an order if it is due in the planned week.
    /// Nothing happens if nobody at the site could give it.
    pub(crate) fn demand(&mut self, patient: usize, service: &str, terms: Terms) {
        let service_idx = self.service(service);
        if !self.is_offered(patient, service_idx) {
            return;
        }
        let place = self
            .demands
            .iter()
            .rev()
            .take_while(|demand| demand.patient == patient)
            .count();
        let mut rng = self.rng("demand", patient as u64 * 64 + place as u64);
        let offset = if terms.every > 1 {
            rng.between(0, terms.every - 1)
        } else {
            0
        };
        let order = (offset == 0).then(|| {
            let row = self.order(patient, service, place, &terms, &mut rng);
            self.clinic.orders.push(row);
            self.clinic.orders.len() - 1
        });
        self.demands.push(Demand {
            patient,
            service: service_idx,
            per_week: terms.per_week,
            every: terms.every,
            offset,
            min_days: terms.min_days,
            groups: terms.groups,
            order,
            new: terms.new,
        });
    }

    /// True if someone at the patient's site can give the service. A center does not insist on a language or gender
    /// that nobody there has: then the must becomes a wish.
    fn is_offered(&mut self, patient: usize, service: usize) -> bool {
        let service = &self.clinic.services[service];
        let row = &mut self.clinic.patients[patient];
        let able: Vec<&Clinician> = self
            .clinic
            .clinicians
            .iter()
            .filter(|clinician| clinician.site == row.site && has_skill(clinician, service))
            .filter(|clinician| !row.barred_clinicians.contains(&clinician.id))
            .collect();
        let shared = |clinician: &Clinician| {
            row.languages
                .iter()
                .any(|language| clinician.languages.contains(language))
        };
        let speak = able
            .iter()
            .filter(|clinician| !row.language_required || shared(clinician));
        let (speakers, suits) = speak.fold((0, false), |(count, suits), clinician| {
            let asked_for = !row.clinician_gender_required || clinician.gender == row.clinician_gender;
            (count + 1, suits || asked_for)
        });
        row.clinician_gender_required &= suits;
        row.language_required &= speakers > 0;
        !able.is_empty()
    }

    fn order(&self, patient: usize, service: &str, place: usize, terms: &Terms, rng: &mut Rng) -> Order {
        let row = &self.clinic.patients[patient];
        let monday = self.monday;
        // A session that is due once in several weeks has an order for the week in which it is due.
        let (from, until) = if terms.every > 1 || terms.new {
            (monday, monday.plus_days(6))
        } else {
            (
                row.admitted.unwrap_or(monday),
                monday.plus_days(6 + 7 * rng.between(1, 10)),
            )
        };
        let id = format!("o{}-{}", row.id.trim_start_matches('p'), place + 1);
        let groups = terms.groups.iter();
        Order {
            per_week: terms.per_week,
            min_days_between: terms.min_days,
            modalities: terms.modalities.clone(),
            groups: groups.map(|&group| self.clinic.groups[group].id.clone()).collect(),
            priority: terms.priority,
            mandated: terms.mandated,
            ..Order::weekly(&id, &row.id, service, from, until)
        }
    }
}

/// A service with the most common values, to be changed where it differs.
pub(crate) fn service(id: &str, name: &str, kind: Kind, minutes: i32) -> Service {
    Service {
        id: id.into(),
        name: name.into(),
        kind,
        minutes,
        discipline: None,
        skill: None,
        modalities: vec![Modality::InPerson],
        room_features: Vec::new(),
        seats: 1,
        equipment: None,
        before_min: 0,
        after_min: 0,
        documentation_min: 0,
        priority: 3,
        points: 1.0,
        high_acuity: false,
        counts_to_minimum: false,
        needs_authorization: false,
        billing_code: None,
        billing: crate::model::clinic::Billing::None,
        price_cents: 0,
    }
}
