//! Columns of how the clinic is planned and where it works.

use super::choices;
use super::{DAY, LATITUDE, LENGTH, LONGITUDE, MILES, MONEY, SERVICE, SITE, TEXTS, Table, Type, count, may, need};

pub(super) const SETTINGS: Table = Table {
    name: "settings",
    meaning: "one row: how this clinic is planned",
    synonyms: &["setting", "configuration", "clinic"],
    columns: &[
        need(
            "name",
            Type::Text,
            "what the clinic is called on screen",
            &["clinic name", "organization", "agency"],
        ),
        may(
            "synthetic",
            Type::YesNo,
            "yes if the people and events were generated",
            &["sample", "demo"],
        ),
        need(
            "time_zone",
            Type::Text,
            "IANA time zone of the sites, for example America/New_York",
            &["timezone", "tz"],
        ),
        need(
            "currency",
            Type::Text,
            "ISO 4217 code of every amount, for example USD",
            &[],
        ),
        need(
            "week_start",
            choices::WEEKDAY,
            "first day of the workweek for weekly hours and overtime",
            &["first day of week"],
        ),
        need(
            "grid_min",
            count("minutes", 5, 30),
            "start times fall on this grid: 5, 10, 15 or 30",
            &["grid", "slot minutes"],
        ),
        need(
            "horizon_start",
            Type::Date,
            "first day that is planned",
            &["plan from", "week of"],
        ),
        need("horizon_days", count("days", 1, 28), "days planned", &["days planned"]),
        need(
            "as_of",
            Type::DateTime,
            "the moment the document describes; appointments before it are history",
            &["now", "exported at"],
        ),
        need(
            "rule_packs",
            TEXTS,
            "rule packs in force, later ones win",
            &["rules in force"],
        ),
        need(
            "seed",
            count("", 0, 9_007_199_254_740_991),
            "seed of every random choice",
            &["random seed"],
        ),
        need(
            "authorization_mode",
            choices::AUTHORIZATION_MODE,
            "what a missing authorization does",
            &[],
        ),
        need(
            "travel_speed_kmh",
            count("km/h", 1, 200),
            "average driving speed for estimated travel",
            &["speed"],
        ),
        need(
            "late_cancel_hours",
            count("hours", 0, 720),
            "notice below which a patient's cancellation is late",
            &["late cancellation hours"],
        ),
        may(
            "part2",
            Type::YesNo,
            "yes if 42 CFR part 2 protects the records: every list that leaves carries its notice",
            &["42 cfr part 2", "part 2 program"],
        ),
        may(
            "part2_notice",
            Type::Text,
            "that notice in the clinic's words, if it differs from the short statement of 42 CFR 2.32(a)",
            &["part 2 notice", "redisclosure notice"],
        ),
        may(
            "neutral_titles",
            Type::YesNo,
            "yes if titles in calendars say nothing of service or patient; yes if absent",
            &["neutral calendar titles"],
        ),
    ],
};

pub(super) const WEIGHTS: Table = Table {
    name: "weights",
    meaning: "prices of cost terms that differ from the defaults",
    synonyms: &["prices", "cost terms"],
    columns: &[
        need("term", choices::COST_TERM, "the cost term", &["cost term"]),
        need(
            "cents",
            Type::Money { max: 10_000_000 },
            "price per unit of the term",
            &["amount"],
        )
        .shown_as("price"),
    ],
};

pub(super) const RULES: Table = Table {
    name: "rules",
    meaning: "rules that differ from the packs in force",
    synonyms: &["rule overrides", "overrides"],
    columns: &[
        need(
            "rule",
            Type::Text,
            "rule id, for example level.2.1.minimum_week_hours",
            &["rule id"],
        ),
        need(
            "value",
            Type::Decimal {
                unit: "the rule's unit",
                min: -1e9,
                max: 1e9,
            },
            "the value",
            &[],
        ),
        need("reason", Type::Text, "why it differs", &["why", "note"]),
    ],
};

pub(super) const SITES: Table = Table {
    name: "sites",
    meaning: "places that the clinic runs",
    synonyms: &["site", "locations", "location", "facilities", "offices", "branches"],
    columns: &[
        need(
            "id",
            Type::Id,
            "unique id",
            &["site id", "location id", "facility id", "branch id", "site code"],
        ),
        need(
            "name",
            Type::Text,
            "name on screen",
            &["site name", "location name", "facility name", "site", "location"],
        )
        .or_id(),
        need(
            "hours",
            Type::Hours,
            "opening hours",
            &["opening hours", "open", "business hours"],
        )
        .or("Mon-Fri 08:00-18:00"),
        may("latitude", LATITUDE, "for travel estimates", &["lat"]),
        may("longitude", LONGITUDE, "for travel estimates", &["lon", "lng", "long"]),
    ],
};

pub(super) const ROOMS: Table = Table {
    name: "rooms",
    meaning: "rooms of the sites",
    synonyms: &["room", "resources", "treatment rooms"],
    columns: &[
        need(
            "id",
            Type::Id,
            "unique id",
            &["room id", "room number", "room no", "resource id"],
        ),
        need(
            "site",
            SITE,
            "the site it is in",
            &["site id", "location", "facility", "building"],
        ),
        need("name", Type::Text, "name on screen", &["room name", "room", "resource"]).or_id(),
        need(
            "seats",
            count("people", 0, 10_000),
            "people it holds, clinicians not counted",
            &["capacity", "max occupancy", "size"],
        ),
        may(
            "features",
            TEXTS,
            "what it offers, for example desk, exam_table, gym",
            &["amenities", "room type"],
        ),
        may(
            "hours",
            Type::Hours,
            "hours, if narrower than the site's",
            &["room hours", "available"],
        ),
    ],
};

pub(super) const EQUIPMENT: Table = Table {
    name: "equipment",
    meaning: "counted equipment that a session occupies",
    synonyms: &["devices", "assets"],
    columns: &[
        need("id", Type::Id, "unique id", &["equipment id", "device id", "asset id"]),
        need("site", SITE, "the site it is at", &["site id", "location"]),
        need("name", Type::Text, "name on screen", &["equipment name", "device"]).or_id(),
        need(
            "count",
            count("pieces", 0, 10_000),
            "pieces there are",
            &["quantity", "qty", "number"],
        )
        .or("1"),
    ],
};

pub(super) const SERVICES: Table = Table {
    name: "services",
    meaning: "types of session, with what each takes",
    synonyms: &[
        "service",
        "appointment types",
        "visit types",
        "session types",
        "procedures",
    ],
    columns: &[
        need(
            "id",
            Type::Id,
            "unique id",
            &[
                "service id",
                "service code",
                "appointment type id",
                "visit type",
                "code",
            ],
        ),
        need(
            "name",
            Type::Text,
            "name on screen",
            &["service name", "appointment type", "description", "service"],
        )
        .or_id(),
        need(
            "kind",
            choices::KIND,
            "kind of session",
            &["type", "service type", "category"],
        )
        .or("individual"),
        need(
            "minutes",
            LENGTH,
            "length",
            &[
                "duration",
                "length",
                "default duration",
                "duration minutes",
                "session length",
            ],
        ),
        may(
            "discipline",
            Type::Text,
            "discipline that may give it; any if empty",
            &["provider type", "department"],
        ),
        may(
            "skill",
            Type::Text,
            "skill or license the clinician must hold; none if empty",
            &["required skill", "credential", "license required"],
        ),
        need(
            "modalities",
            Type::List(&choices::MODALITY),
            "ways it may be given, preferred first",
            &["modality", "place of service", "pos", "setting"],
        )
        .or("in_person"),
        may(
            "room_features",
            TEXTS,
            "what the room must offer when in person",
            &["room requirements", "room type"],
        ),
        may(
            "seats",
            count("people", 0, 10_000),
            "seats the room must have when in person",
            &["seats needed", "room size"],
        ),
        may(
            "equipment",
            Type::Reference(&["equipment"]),
            "equipment it occupies when in person",
            &["equipment id", "device"],
        ),
        may(
            "before_min",
            DAY,
            "clinician's minutes before it",
            &["prep minutes", "buffer before", "setup"],
        ),
        may(
            "after_min",
            DAY,
            "clinician's minutes after it: notes, room change, recovery",
            &["buffer after", "turnover", "cleanup"],
        ),
        may(
            "documentation_min",
            DAY,
            "documentation it causes, at any time of the day",
            &["note minutes", "charting minutes"],
        ),
        need(
            "priority",
            count("1 can wait, 5 must happen", 1, 5),
            "clinical priority",
            &[],
        )
        .or("3"),
        may(
            "points",
            Type::Decimal {
                unit: "points",
                min: 0.0,
                max: 1000.0,
            },
            "productivity points of one session",
            &["productivity points", "weight", "visit points"],
        ),
        may(
            "high_acuity",
            Type::YesNo,
            "yes if demanding enough for a recovery break",
            &["high intensity"],
        ),
        may(
            "counts_to_minimum",
            Type::YesNo,
            "yes if its minutes count toward the weekly minimum of the level of care",
            &["clinical hours"],
        ),
        may(
            "needs_authorization",
            Type::YesNo,
            "yes if the payer wants an authorization",
            &["auth required", "authorization required", "requires auth"],
        ),
        may(
            "billing_code",
            Type::Text,
            "billing code",
            &["cpt", "cpt code", "hcpcs", "procedure code", "rev code"],
        ),
        need(
            "billing",
            choices::BILLING,
            "how it is paid",
            &["billing type", "billing unit", "billing method"],
        )
        .or("none"),
        may(
            "price_cents",
            MONEY,
            "price per billed unit",
            &["rate", "fee", "charge", "unit price"],
        )
        .shown_as("price"),
    ],
};

pub(super) const SHIFTS: Table = Table {
    name: "shifts",
    meaning: "cover that is wanted at a place, every week",
    synonyms: &["shift", "coverage", "cover"],
    columns: &[
        need("id", Type::Id, "unique id", &["shift id", "shift code"]),
        need(
            "service",
            SERVICE,
            "the service, of kind shift",
            &["service id", "role"],
        ),
        need("site", SITE, "the site", &["site id", "location", "unit"]),
        need(
            "days",
            Type::List(&choices::WEEKDAY),
            "days on which it starts",
            &["weekdays", "days of week", "day"],
        ),
        need(
            "start_min",
            Type::Clock,
            "start, time of day",
            &["start time", "from", "begins"],
        )
        .shown_as("start"),
        need(
            "minutes",
            LENGTH,
            "length; may pass midnight",
            &["duration", "length", "shift length"],
        ),
        need(
            "needed",
            count("clinicians", 0, 1000),
            "clinicians wanted",
            &["staff needed", "headcount", "required staff"],
        )
        .or("1"),
    ],
};

pub(super) const TRAVEL: Table = Table {
    name: "travel",
    meaning: "travel between two places, if known better than from coordinates",
    synonyms: &["travel times", "drive times", "distances", "mileage"],
    columns: &[
        need(
            "from",
            PLACE,
            "id of a site, patient or clinician",
            &["origin", "from id"],
        ),
        need(
            "to",
            PLACE,
            "id of a site, patient or clinician",
            &["destination", "to id"],
        ),
        need(
            "minutes",
            DAY,
            "on the way",
            &["drive minutes", "travel time", "drive time", "duration"],
        ),
        may("miles", MILES, "on the way", &["distance", "distance miles", "mileage"]),
    ],
};

const PLACE: Type = Type::Reference(&["sites", "patients", "clinicians"]);
