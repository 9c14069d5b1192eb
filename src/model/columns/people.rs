//! Columns of people: who treats, who is treated, who takes part.

use super::choices;
use super::{
    CLINICIAN, Column, DAY, LATITUDE, LONGITUDE, MONEY, PATIENT, SITE, TEXTS, Table, Type, WEEK, count, may, need,
};

const LICENSED: Column = may(
    "telehealth",
    Type::YesNo,
    "yes if video and telephone are possible",
    &[
        "telehealth enabled",
        "virtual",
        "telehealth ok",
        "telehealth consent",
        "video ok",
    ],
);

const HOME_LATITUDE: Column = may(
    "latitude",
    LATITUDE,
    "of the home",
    &["lat", "home latitude", "home lat"],
);

const HOME_LONGITUDE: Column = may(
    "longitude",
    LONGITUDE,
    "of the home",
    &["lon", "lng", "long", "home longitude", "home lon"],
);

pub(super) const CLINICIANS: Table = Table {
    name: "clinicians",
    meaning: "people who treat",
    synonyms: &[
        "clinician",
        "staff",
        "therapists",
        "providers",
        "employees",
        "caregivers",
        "counselors",
        "practitioners",
        "workers",
    ],
    columns: &[
        need(
            "id",
            Type::Id,
            "unique id",
            &[
                "clinician id",
                "staff id",
                "employee id",
                "employee number",
                "emp id",
                "provider id",
                "therapist id",
                "caregiver id",
                "npi",
                "badge",
            ],
        ),
        need(
            "name",
            Type::Text,
            "name or pseudonym on screen",
            &[
                "clinician name",
                "staff name",
                "employee name",
                "provider name",
                "therapist name",
                "provider",
                "therapist",
                "clinician",
                "employee",
                "full name",
                "display name",
            ],
        )
        .or_id(),
        need(
            "discipline",
            Type::Text,
            "for example counselor, rn, pt",
            &[
                "job title",
                "role",
                "title",
                "profession",
                "position",
                "specialty",
                "provider type",
                "credential",
            ],
        ),
        need(
            "site",
            SITE,
            "home site",
            &[
                "site id",
                "home site",
                "location",
                "branch",
                "office",
                "facility",
                "primary location",
            ],
        ),
        may(
            "skills",
            TEXTS,
            "skills and licenses held",
            &["credentials", "certifications", "licenses", "competencies"],
        ),
        may(
            "specializations",
            TEXTS,
            "specializations that make a better fit",
            &["specialties", "specialities", "areas of focus"],
        ),
        may(
            "languages",
            TEXTS,
            "languages spoken, for example en; es",
            &["language", "languages spoken"],
        ),
        may("gender", Type::Text, "if patients may ask for it", &["sex"]),
        need(
            "hours",
            Type::Hours,
            "when this person can be planned",
            &[
                "availability",
                "work hours",
                "working hours",
                "schedule",
                "available hours",
            ],
        )
        .or("Mon-Fri 08:00-17:00"),
        need(
            "contract_week_min",
            WEEK,
            "agreed working time a week",
            &[
                "contract hours",
                "weekly hours",
                "hours per week",
                "scheduled hours",
                "standard hours",
                "fte hours",
                "contracted hours",
            ],
        )
        .or("40 h"),
        need(
            "max_week_min",
            WEEK,
            "most working time a week",
            &["max hours", "max weekly hours", "maximum hours", "max hours per week"],
        )
        .or("48 h"),
        need(
            "max_day_min",
            DAY,
            "most working time a day",
            &["max daily hours", "max hours per day", "maximum daily hours"],
        )
        .or("10 h"),
        need(
            "pay_cents_hour",
            MONEY,
            "pay per hour",
            &["hourly rate", "pay rate", "hourly pay", "rate", "wage", "base rate"],
        )
        .shown_as("pay_per_hour"),
        need(
            "overtime",
            choices::OVERTIME,
            "how overtime is counted",
            &["flsa status", "overtime rule", "ot eligible", "exempt status"],
        )
        .or("weekly40"),
        may(
            "caseload_cap",
            count("patients", 0, 10_000),
            "most patients in care at the same time",
            &["max caseload", "caseload limit", "caseload maximum"],
        ),
        may(
            "points_week_cap",
            Type::Decimal {
                unit: "points",
                min: 0.0,
                max: 10_000.0,
            },
            "most productivity points a week",
            &["max points", "weekly points", "productivity target"],
        ),
        may(
            "starts_at_home",
            Type::YesNo,
            "yes if the day starts and ends at home",
            &["field staff", "mobile"],
        ),
        HOME_LATITUDE,
        HOME_LONGITUDE,
        LICENSED,
        may(
            "supervisor",
            CLINICIAN,
            "clinician who supervises",
            &["supervisor id", "manager", "reports to", "clinical supervisor"],
        ),
        may(
            "preferred_hours",
            Type::Hours,
            "hours this person would rather work",
            &["preferences", "preferred schedule"],
        ),
    ],
};

pub(super) const LICENSES: Table = Table {
    name: "licenses",
    meaning: "licenses and credentials with dates",
    synonyms: &["license", "licences", "credentials", "certifications"],
    columns: &[
        need(
            "clinician",
            CLINICIAN,
            "who holds it",
            &[
                "clinician id",
                "staff id",
                "employee id",
                "provider",
                "therapist",
                "staff",
                "employee",
                "holder",
            ],
        ),
        need(
            "skill",
            Type::Text,
            "the skill it stands for",
            &["license", "licence", "credential", "license type", "certification"],
        ),
        may(
            "from",
            Type::Date,
            "first day it is valid",
            &["issued", "issue date", "effective date", "valid from", "start date"],
        ),
        may(
            "until",
            Type::Date,
            "last day it is valid",
            &[
                "expires",
                "expiry",
                "expiration",
                "expiration date",
                "expiry date",
                "valid until",
                "end date",
            ],
        ),
    ],
};

pub(super) const ABSENCES: Table = Table {
    name: "absences",
    meaning: "leave and closures",
    synonyms: &["absence", "leave", "time off", "pto", "closures", "unavailability"],
    columns: &[
        need(
            "what",
            choices::ABSENTEE,
            "what kind of thing is away",
            &["resource type", "who"],
        )
        .or("clinician"),
        need(
            "id",
            Type::Reference(&["clinicians", "patients", "rooms", "sites", "equipment"]),
            "its id",
            &[
                "clinician",
                "staff id",
                "employee id",
                "employee",
                "provider",
                "staff",
                "clinician id",
                "resource",
            ],
        ),
        need(
            "from",
            Type::DateTime,
            "first moment away",
            &["start", "start date", "leave start", "first day", "begin", "from date"],
        ),
        need(
            "until",
            Type::DateTime,
            "first moment back",
            &["end", "end date", "leave end", "to", "return", "back", "to date"],
        ),
        may(
            "reason",
            Type::Text,
            "leave, sick, training, meeting, closed",
            &["type", "leave type", "absence type", "pay code", "note"],
        ),
    ],
};

pub(super) const PATIENTS: Table = Table {
    name: "patients",
    meaning: "people who are treated",
    synonyms: &[
        "patient",
        "clients",
        "client",
        "members",
        "residents",
        "consumers",
        "census",
        "roster",
    ],
    columns: &[
        need(
            "id",
            Type::Id,
            "unique id; a pseudonym is best",
            &[
                "patient id",
                "client id",
                "mrn",
                "chart number",
                "chart no",
                "medical record number",
                "member id",
                "account number",
                "patient number",
            ],
        ),
        need(
            "name",
            Type::Text,
            "label on screen, for example initials",
            &[
                "patient name",
                "client name",
                "patient",
                "client",
                "initials",
                "label",
                "display name",
            ],
        )
        .or_id(),
        need(
            "phase",
            choices::PHASE,
            "phase of treatment",
            &["program", "treatment phase", "level", "stage", "episode type"],
        )
        .or("outpatient"),
        may(
            "level_of_care",
            Type::Text,
            "by the clinic's criteria, for example 2.1",
            &["loc", "asam level", "asam"],
        ),
        may(
            "acuity",
            count("0 stable, 4 severe", 0, 4),
            "acuity",
            &["acuity score", "severity", "risk level"],
        ),
        need(
            "site",
            SITE,
            "where care is given",
            &["site id", "location", "facility", "branch", "office", "home site"],
        ),
        need(
            "hours",
            Type::Hours,
            "when the patient can be seen",
            &["availability", "available hours", "available times"],
        )
        .or("Mon-Fri 08:00-18:00"),
        may(
            "preferred_hours",
            Type::Hours,
            "when the patient would rather be seen",
            &["preferred times", "time preference"],
        ),
        may(
            "admitted",
            Type::Date,
            "first day in care",
            &[
                "admit date",
                "admission date",
                "admission",
                "start of care",
                "soc date",
                "intake date",
                "enrolled",
            ],
        ),
        may(
            "discharged",
            Type::Date,
            "last day in care",
            &["discharge date", "discharge", "dc date", "end of care"],
        ),
        HOME_LATITUDE,
        HOME_LONGITUDE,
        may(
            "languages",
            TEXTS,
            "languages understood, preferred first",
            &["language", "preferred language", "primary language"],
        ),
        may(
            "language_required",
            Type::YesNo,
            "yes if the session must be in one of these languages",
            &["interpreter needed"],
        ),
        may(
            "clinician_gender",
            Type::Text,
            "gender of clinician that is asked for",
            &["gender preference", "provider gender", "therapist gender"],
        ),
        may(
            "clinician_gender_required",
            Type::YesNo,
            "yes if that gender is a must",
            &["gender required"],
        ),
        may(
            "needs",
            TEXTS,
            "specializations that would fit",
            &["special needs", "diagnoses", "focus"],
        ),
        may(
            "preferred_clinicians",
            Type::List(&CLINICIAN),
            "who treats this patient as a rule, first one first",
            &[
                "primary therapist",
                "primary clinician",
                "primary counselor",
                "case manager",
                "assigned therapist",
                "assigned clinician",
                "provider",
                "therapist",
            ],
        ),
        may(
            "barred_clinicians",
            Type::List(&CLINICIAN),
            "who must not treat this patient",
            &[
                "excluded clinicians",
                "do not schedule with",
                "excluded staff",
                "blocked",
            ],
        ),
        LICENSED,
        may(
            "minimum_week_hours",
            Type::Decimal {
                unit: "hours",
                min: 0.0,
                max: 168.0,
            },
            "weekly minimum of clinical hours, if it differs from the level of care's",
            &["weekly hours required", "minimum hours", "required hours"],
        ),
        may(
            "equity_group",
            Type::Text,
            "for the fairness report only",
            &["demographic group"],
        ),
    ],
};

pub(super) const CONTACTS: Table = Table {
    name: "contacts",
    meaning: "family members and others who take part in family sessions",
    synonyms: &["contact", "family", "supports", "collaterals", "family members"],
    columns: &[
        need("id", Type::Id, "unique id", &["contact id", "family member id"]).or_number(),
        need(
            "patient",
            PATIENT,
            "whose family it is",
            &["patient id", "client id", "client", "mrn"],
        ),
        need(
            "relation",
            Type::Text,
            "for example partner",
            &["relationship", "relation to patient"],
        ),
        need(
            "hours",
            Type::Hours,
            "when this person can take part",
            &["availability", "available"],
        ),
        may(
            "required",
            Type::YesNo,
            "yes if a family session needs this person",
            &["must attend"],
        ),
    ],
};

pub(super) const PAIRS: Table = Table {
    name: "pairs",
    meaning: "patients together or apart in groups",
    synonyms: &["pair rules", "keep apart", "conflicts"],
    columns: &[
        need(
            "patient_a",
            PATIENT,
            "one patient",
            &["patient 1", "client 1", "first patient"],
        ),
        need(
            "patient_b",
            PATIENT,
            "the other patient",
            &["patient 2", "client 2", "second patient"],
        ),
        need(
            "rule",
            choices::PAIR_RULE,
            "together or apart",
            &["type", "relationship"],
        ),
    ],
};
