//! Mapping profiles: the shipped ones read what they are made for, the user's own come back, and neither is used where it
//! does not fit.

use rosterwell::api::Desk;
use rosterwell::error::Severity;
use rosterwell::import::profiles::{Profile, shipped};
use rosterwell::import::{Content, Imported, Options, Source, import};
use rosterwell::model::columns::{fold, table};
use serde_json::json;

use crate::desk::run;

/// Exports as they come, invented: a title above the header, columns that nobody needs, dates of the United States.
const EXPORTS: [(&str, &str, &str); 4] = [
    (
        "EHR appointment list",
        "Report_2211.csv",
        "Encounter ID,MRN,Patient Name,Resource Provider,Scheduled Date,Scheduled Time,Reason for Visit,Duration,Exam Room,Status,Copay\n\
         E1,m7,A. B.,kim,3/4/2026,9:00 AM,ind,50,r1,Completed,20\n\
         E2,m8,C. D.,kim,3/5/2026,1:30 PM,ind,50,r1,No Show,20\n",
    ),
    (
        "Therapy notes",
        "notes export.csv",
        "Note ID,Client ID,Therapist,DOS,Start Time,Session Minutes,Note Type,Attendance Status,Note Minutes,Date Signed,CPT Code\n\
         N1,m7,kim,3/4/2026,09:00,50,ind,Attended,12,3/5/2026,90834\n\
         N2,m8,kim,3/5/2026,10:00,50,ind,Cancelled,,3/5/2026,90834\n",
    ),
    (
        "Payroll or time clock",
        "PR0032.csv",
        "File Number,Employee Name,Punch Date,Total Hours,Vacation Hours,Education Hours,OT Hours,Pay Code\n\
         kim,K. Kim,3/4/2026,8.00,0,1.5,0,REG\nkim,K. Kim,3/5/2026,8.00,8.00,0,0,VAC\n",
    ),
    (
        "Authorization list",
        "UR list.csv",
        "Reference Number,Patient ID,Member ID,Carrier,HCPCS,Days Approved,Days Used,Approved From,Approved Through,Next Review\n\
         77,m7,XZ1,Payer A,ind,20,3,3/1/2026,3/31/2026,3/20/2026\n",
    ),
];

fn read(name: &str, text: &str, profiles: &[Profile]) -> Imported {
    let source = Source {
        name: name.into(),
        table: None,
        content: Content::Text(text.into()),
    };
    let options = Options {
        profiles: profiles.to_vec(),
        ..Options::default()
    };
    import(&[source], &options)
}

fn profile(name: &str) -> Profile {
    shipped().iter().find(|profile| profile.name == name).unwrap().clone()
}

#[test]
fn the_shipped_profiles_name_fields_that_exist() {
    assert_eq!(shipped().len(), EXPORTS.len());
    for profile in shipped() {
        let table = table(&profile.table).unwrap();
        for column in &profile.columns {
            let field = column.field.as_deref();
            assert!(
                field.is_none_or(|field| table.column(field).is_some()),
                "{} {column:?}",
                profile.name
            );
            let same = profile
                .columns
                .iter()
                .filter(|other| fold(&other.column) == fold(&column.column));
            assert_eq!(same.count(), 1, "{}: {} is there twice", profile.name, column.column);
        }
        assert!(profile.note.contains("Our choice"));
    }
}

#[test]
fn each_export_is_recognized_and_read_whole() {
    for (name, file, text) in EXPORTS {
        let suggested: Vec<String> = read(file, text, &[])
            .fits
            .iter()
            .filter(|fit| fit.shipped && !fit.applied)
            .map(|fit| fit.profile.name.clone())
            .collect();
        assert_eq!(suggested, [name], "{file}");
        let imported = read(file, text, &[profile(name)]);
        assert!(imported.fits.iter().any(|fit| fit.applied && fit.profile.name == name));
        let rows = text.trim_end().lines().count() - 1;
        let counts: Vec<(&str, u32, u32)> = imported
            .counts
            .iter()
            .map(|count| (&*count.table, count.used, count.left_out))
            .collect();
        assert_eq!(
            counts,
            [(&*profile(name).table, rows as u32, 0)],
            "{name}: {:#?}",
            imported.issues
        );
        let errors = imported.issues.iter().filter(|issue| issue.severity == Severity::Error);
        assert_eq!(errors.count(), 0, "{name}: {:#?}", imported.issues);
    }
}

#[test]
fn values_arrive_in_their_fields() {
    let (name, file, text) = EXPORTS[0];
    let ehr = read(file, text, &[profile(name)]).clinic;
    let second = &ehr.appointments[1];
    assert_eq!(
        (&*second.id, second.patient.as_deref(), &*second.service),
        ("E2", Some("m8"), "ind")
    );
    assert_eq!(second.start.to_string(), "2026-03-05T13:30");
    assert_eq!(
        (second.room.as_deref(), &*second.clinicians),
        (Some("r1"), &["kim".to_string()][..])
    );
    let (name, file, text) = EXPORTS[2];
    let payroll = read(file, text, &[profile(name)]).clinic;
    let days: Vec<(i32, i32, i32)> = payroll
        .staff_days
        .iter()
        .map(|day| (day.paid_min, day.leave_min, day.meeting_min))
        .collect();
    assert_eq!(days, [(480, 0, 90), (480, 480, 0)]);
    let (name, file, text) = EXPORTS[3];
    let list = read(file, text, &[profile(name)]).clinic;
    let row = &list.authorizations[0];
    assert_eq!(
        (&*row.payer, row.units, row.used, row.until.to_string()),
        ("Payer A", 20, 3, "2026-03-31".into())
    );
}

/// A profile saved from a corrected import is found again by its header, and by nothing less.
#[test]
fn a_profile_of_the_users_own_comes_back() {
    let text = "Termin,Wer,Bei wem,Was,Wann,Wie lange\nt1,m7,kim,ind,04.03.2026 09:00,50\n";
    let names = ["Termin", "Wer", "Bei wem", "Was", "Wann", "Wie lange"];
    let fields = ["id", "patient", "clinicians", "service", "start", "minutes"];
    let own = json!({
        "name": "Praxis", "table": "appointments", "asks": names.map(|name| [name]), "dates": "day_first",
        "columns": names.iter().zip(fields).map(|(column, field)| json!({"column": column, "field": field})).collect::<Vec<_>>(),
    });
    let mut desk = Desk::default();
    let files = json!([{"name": "Liste.csv", "text": text}]);
    let without = run(&mut desk, "import", json!({"files": files, "preview": true}));
    assert_eq!(without["counts"], json!([]));
    let request = json!({"files": files, "profiles": [own], "preview": true});
    let with = run(&mut desk, "import", request);
    assert_eq!(with["counts"][0]["used"], 1, "{with:#}");
    assert_eq!(with["profiles"][0]["applied"], true);
    // One column less: it is suggested, no longer applied.
    let less = json!([{"name": "Liste.csv", "text": text.replace("Wie lange", "Dauer")}]);
    let reply = run(
        &mut desk,
        "import",
        json!({"files": less, "profiles": [own], "preview": true}),
    );
    assert_eq!(
        (&reply["profiles"][0]["applied"], &reply["profiles"][0]["share"]),
        (&json!(false), &json!(83))
    );
    // A file of another table is none of its business.
    let other = json!([{"name": "patients.csv", "text": text}]);
    let reply = run(
        &mut desk,
        "import",
        json!({"files": other, "profiles": [own], "preview": true}),
    );
    assert_eq!(reply["profiles"], json!([]));
    // What the request says comes before the profile.
    let mapping = json!([{"table": "appointments", "column": "Termin", "field": null}]);
    let request = json!({"files": files, "profiles": [own], "mapping": mapping, "preview": true});
    let reply = run(&mut desk, "import", request);
    assert!(
        !reply["columns"]
            .as_array()
            .unwrap()
            .iter()
            .any(|column| column["field"] == "id"),
        "{reply:#}"
    );
    // A profile with a fault is reported.
    let mut wrong = own.clone();
    wrong["columns"][0]["field"] = json!("nothing");
    let reply = run(
        &mut desk,
        "import",
        json!({"files": files, "profiles": [wrong], "preview": true}),
    );
    assert_eq!(reply["issues"][0]["code"], "mapping.unknown_field");
    let many = vec![own; 101];
    let reply = run(
        &mut desk,
        "import",
        json!({"files": files, "profiles": many, "preview": true}),
    );
    assert!(
        reply["issues"]
            .as_array()
            .unwrap()
            .iter()
            .any(|issue| issue["code"] == "mapping.too_many_profiles")
    );
}
