//! Hard limits of one document. All of them are our choice: far above the largest clinic that a tab can plan, and low
//! enough that a broken file cannot exhaust memory. Rows beyond a limit are left out with an issue.

/// Most clinicians that are planned together.
pub const MAX_CLINICIANS: usize = 2_000;

/// Most patients.
pub const MAX_PATIENTS: usize = 50_000;

/// Most rooms.
pub const MAX_ROOMS: usize = 5_000;

/// Most sessions in one horizon.
pub const MAX_SESSIONS: usize = 60_000;

/// Most days in one horizon; days are bits of one 32-bit word in the problem.
pub const MAX_HORIZON_DAYS: i32 = 28;

/// Longest id or name, characters.
pub const MAX_TEXT: usize = 200;

/// Longest session, minutes; only shifts may pass midnight.
pub const MAX_SESSION_MIN: i32 = 1_440;

/// Longest time kept free before or after a session, minutes.
pub const MAX_BUFFER_MIN: i32 = 480;

/// Most sessions of one order, or occurrences of one group, in a week.
pub const MAX_PER_WEEK: i32 = 35;

/// Most clinicians that one shift wants.
pub const MAX_SHIFT_NEEDED: i32 = 100;

/// Most seats of a group. Groups of treatment have 6 to 12 patients [SAMHSA-GT], education up to 35 [TX564].
pub const MAX_GROUP_SEATS: i32 = 200;

/// Longest way between two places, minutes.
pub const MAX_TRAVEL_MIN: i32 = 600;

/// First and last year in which a date is taken at its word; others are likely to be placeholders.
pub const YEARS: (i16, i16) = (1950, 2100);

/// Most places (sites, and homes of clinicians and patients) between which travel is known: 8 bytes for each two of them.
pub const MAX_PLACES: usize = 6_000;
