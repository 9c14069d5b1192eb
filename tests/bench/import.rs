//! How long a clinic of full size takes to read, and how much memory: each form in a process of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use rosterwell::export::fhir::{FhirForm, clinic_fhir};
use rosterwell::export::workbook::write_workbook;
use rosterwell::export::{clinic_json, clinic_tables};
use rosterwell::import::{Content, Options, Source, import};
use rosterwell::model::Clinic;
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use serde_json::json;

use crate::clock::cpu_seconds;
use crate::scale::peak_bytes;

/// The clinic that is meant: patients, and weeks of history.
const PATIENTS: usize = 800;
const WEEKS: u32 = 26;

/// Without files: writes a clinic in each form and reads each back in a new process. With a file: reads it.
pub fn bench(files: &[String], clinicians: Option<u32>) -> Result<Vec<String>, String> {
    if let Some(file) = files.first() {
        return read(Path::new(file)).map(|line| vec![line]);
    }
    let clinic = clinic(clinicians);
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut lines = Vec::new();
    for file in write(&clinic)? {
        let mut command = Command::new(&program);
        let output = command
            .arg("import")
            .arg(&file)
            .output()
            .map_err(|error| error.to_string())?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        lines.push(String::from_utf8_lossy(&output.stdout).trim().to_string());
    }
    Ok(lines)
}

/// The smallest sample with as many patients, or the one of so many clinicians.
fn clinic(clinicians: Option<u32>) -> Clinic {
    let of = |clinicians| {
        sample(&SampleRequest {
            kind: SampleKind::AddictionTreatment,
            clinicians,
            weeks: Some(WEEKS),
            ..SampleRequest::default()
        })
    };
    match clinicians {
        Some(clinicians) => of(clinicians),
        None => {
            let small = sample(&SampleRequest {
                clinicians: 20,
                weeks: Some(0),
                ..SampleRequest::default()
            });
            let mut count = (20 * PATIENTS / small.patients.len().max(1)) as u32;
            loop {
                let clinic = of(count);
                if clinic.patients.len() >= PATIENTS {
                    return clinic;
                }
                count += 5;
            }
        }
    }
}

fn write(clinic: &Clinic) -> Result<Vec<PathBuf>, String> {
    let folder = std::env::temp_dir().join("rosterwell-bench-import");
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let message = |error: rosterwell::Error| error.to_string();
    let tables = clinic_tables(clinic).map_err(message)?;
    let forms: [(&str, Vec<u8>); 4] = [
        (
            "clinic.fhir.json",
            clinic_fhir(clinic, FhirForm::Bundle).map_err(message)?.into_bytes(),
        ),
        (
            "clinic.ndjson",
            clinic_fhir(clinic, FhirForm::Ndjson).map_err(message)?.into_bytes(),
        ),
        ("clinic.xlsx", write_workbook(&tables).map_err(message)?),
        ("clinic.json", clinic_json(clinic).map_err(message)?.into_bytes()),
    ];
    let mut files = Vec::new();
    for (name, bytes) in forms {
        let file = folder.join(name);
        std::fs::write(&file, bytes).map_err(|error| error.to_string())?;
        files.push(file);
    }
    Ok(files)
}

fn read(file: &Path) -> Result<String, String> {
    let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let file_mb = bytes.len() as f64 / 1e6;
    let source = Source {
        name: name.into(),
        table: None,
        content: Content::Bytes(bytes),
    };
    let begin = cpu_seconds();
    let imported = import(&[source], &Options::default());
    let seconds = cpu_seconds() - begin;
    let rows: u32 = imported.counts.iter().map(|count| count.used).sum();
    let line = json!({
        "form": name, "file_mb": file_mb, "patients": imported.clinic.patients.len(), "rows": rows,
        "issues": imported.issues.len(), "seconds": seconds, "peak_bytes": peak_bytes(),
    });
    Ok(line.to_string())
}
