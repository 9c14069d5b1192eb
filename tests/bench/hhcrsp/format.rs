//! The two JSON layouts in which these instances are published, read into one: that of the paper's own repository
//! (`time_window`, `required_caregivers`) and that of the Universal Home Health Care set (`time_windows`,
//! `required_services`).

use serde::Deserialize;

/// An instance. Times are minutes from the start of the day, and real numbers.
pub(super) struct Instance {
    /// From the row's place to the column's.
    pub travel: Vec<Vec<f64>>,
    pub caregivers: Vec<Caregiver>,
    pub patients: Vec<Patient>,
}

pub(super) struct Caregiver {
    pub id: String,
    pub skills: Vec<String>,
    /// Where the day starts and where it ends.
    pub ends: (usize, usize),
}

pub(super) struct Patient {
    pub id: String,
    pub place: usize,
    /// No service starts before.
    pub opens: f64,
    /// A service that starts after is late.
    pub due: f64,
    /// One or two.
    pub services: Vec<Service>,
    /// Least and most time from the start of the first service to that of the second; (0, 0) = at once.
    pub gap: (f64, f64),
}

pub(super) struct Service {
    pub name: String,
    pub minutes: f64,
}

/// Reads an instance.
///
/// # Errors
/// What does not fit together, with where it stands.
pub(super) fn read(text: &str) -> Result<Instance, String> {
    let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let places = file.distances.len();
    if file.distances.iter().any(|row| row.len() != places) {
        return Err("the matrix of distances is not square".into());
    }
    let known = |place: usize, of: &str| {
        let there = place < places;
        there.then_some(place).ok_or(format!("`{of}` has no distances"))
    };
    let caregivers = file.caregivers.iter().map(|row| {
        let first = file.terminal_points.first().map(|point| &point.id);
        let from = row.departing_point.as_ref().or(first);
        let to = row.arrival_point.as_ref().or(from);
        let place = |wanted: Option<&String>| {
            let points = &file.terminal_points;
            let at = points.iter().position(|point| Some(&point.id) == wanted);
            let at = at.ok_or(format!("`{}` starts or ends at no terminal point", row.id))?;
            known(points[at].distance_matrix_index.unwrap_or(at), &points[at].id)
        };
        Ok(Caregiver {
            id: row.id.clone(),
            skills: row.abilities.clone(),
            ends: (place(from)?, place(to)?),
        })
    });
    let caregivers = caregivers.collect::<Result<_, String>>()?;
    let offices = file.terminal_points.len();
    let patients = file.patients.iter().enumerate().map(|(idx, row)| {
        let place = known(row.distance_matrix_index.unwrap_or(offices + idx), &row.id)?;
        patient(&file, row, place)
    });
    Ok(Instance {
        patients: patients.collect::<Result<_, String>>()?,
        caregivers,
        travel: file.distances,
    })
}

fn patient(file: &File, row: &PatientRow, place: usize) -> Result<Patient, String> {
    let windows: Vec<(f64, f64)> = row.windows().collect();
    let [(opens, due)] = windows[..] else {
        return Err(format!("`{}` has {} time windows, not one", row.id, windows.len()));
    };
    if !matches!(row.required_services.len(), 1 | 2) {
        return Err(format!("`{}` asks for neither one nor two services", row.id));
    }
    let services = row.required_services.iter().map(|asked| {
        let listed = file.services.iter().find(|service| service.id == asked.service);
        let minutes = asked.duration.or(listed.and_then(|service| service.default_duration));
        Ok(Service {
            name: asked.service.clone(),
            minutes: minutes.ok_or(format!("`{}` has no duration", asked.service))?,
        })
    });
    let services: Vec<Service> = services.collect::<Result<_, String>>()?;
    let sync = row.synchronization.as_ref();
    let gap = match (services.len(), sync.map(|sync| (sync.kind.as_str(), sync.distance))) {
        (1, _) | (2, Some(("simultaneous", _))) => (0.0, 0.0),
        (2, Some(("sequential", Some(distance)))) => distance.range(),
        _ => return Err(format!("`{}` does not say how its services follow each other", row.id)),
    };
    Ok(Patient {
        id: row.id.clone(),
        place,
        opens,
        due,
        services,
        gap,
    })
}

#[derive(Deserialize)]
struct File {
    distances: Vec<Vec<f64>>,
    #[serde(alias = "central_offices")]
    terminal_points: Vec<Terminal>,
    caregivers: Vec<CaregiverRow>,
    patients: Vec<PatientRow>,
    #[serde(default)]
    services: Vec<ServiceRow>,
}

#[derive(Deserialize)]
struct Terminal {
    id: String,
    /// Without it terminal points come first in the matrix, then patients.
    distance_matrix_index: Option<usize>,
}

#[derive(Deserialize)]
struct CaregiverRow {
    id: String,
    abilities: Vec<String>,
    departing_point: Option<String>,
    arrival_point: Option<String>,
}

#[derive(Deserialize)]
struct PatientRow {
    id: String,
    distance_matrix_index: Option<usize>,
    #[serde(alias = "required_caregivers")]
    required_services: Vec<Required>,
    time_window: Option<(f64, f64)>,
    #[serde(default)]
    time_windows: Vec<Span>,
    synchronization: Option<Synchronization>,
}

impl PatientRow {
    fn windows(&self) -> impl Iterator<Item = (f64, f64)> {
        let many = self.time_windows.iter().map(|window| (window.start, window.end));
        self.time_window.into_iter().chain(many)
    }
}

#[derive(Deserialize)]
struct Span {
    start: f64,
    end: f64,
}

#[derive(Deserialize)]
struct Required {
    service: String,
    duration: Option<f64>,
}

#[derive(Deserialize)]
struct Synchronization {
    #[serde(rename = "type")]
    kind: String,
    distance: Option<Distance>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(untagged)]
enum Distance {
    Named { min: f64, max: f64 },
    Pair(f64, f64),
}

impl Distance {
    fn range(self) -> (f64, f64) {
        match self {
            Self::Named { min, max } | Self::Pair(min, max) => (min, max),
        }
    }
}

#[derive(Deserialize)]
struct ServiceRow {
    id: String,
    default_duration: Option<f64>,
}
