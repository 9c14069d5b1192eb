//! Whether a problem that came from outside hangs together: every index points at something, every list has its length.

use super::problem::{ANYWHERE, Interval, Place, Problem, Session};

/// Most sessions, clinicians, patients or duties of a problem from outside; our choice: well beyond the largest clinic
/// that is planned in one piece, small enough for the memory of a tab.
const MAX_ITEMS: usize = 50_000;
/// Most minutes of a problem's horizon: 28 days.
const MAX_MINUTE: i32 = 28 * 1440;
/// Most slots of a day, whatever the size of the problem: a day on a grid of one minute, with an hour to spare.
const MAX_SLOTS: i32 = 1_536;
/// Most slots of all days of all sessions and duties where a day has more: 64 MiB of bits. Our choice.
const MAX_SLOTS_IN_ALL: u64 = 1 << 29;
/// Most clinicians in one session.
const MAX_PARTS: usize = 4;

impl Problem {
    /// Checks that the engine can read the problem without finding an index that points nowhere.
    ///
    /// # Errors
    /// The first thing that does not fit.
    pub fn check_shape(&self) -> Result<(), String> {
        let sizes = [
            self.sessions.len(),
            self.clinicians.len(),
            self.patients.len(),
            self.duties.len(),
        ];
        require(
            sizes.iter().all(|&size| size <= MAX_ITEMS),
            "more than 50,000 sessions, clinicians or patients",
        )?;
        require((1..=28).contains(&self.num_days), "the horizon has 1 to 28 days")?;
        require(
            self.grid >= 1 && self.day_min >= 1,
            "grid and day are at least a minute long",
        )?;
        require(self.day_min <= MAX_MINUTE * 10, "the day is too long")?;
        let slots = self.day_min / self.grid;
        let on_grid = self.sessions.iter().any(|session| !is_lone_visit(session));
        let rows = self.sessions.len() + self.duties.len() + self.rooms.len() + self.equipment.len();
        let in_all = rows as u64 * self.num_days as u64 * slots as u64;
        require(
            !on_grid || slots <= MAX_SLOTS || in_all <= MAX_SLOTS_IN_ALL,
            "a day has more than 1,536 slots of the grid, and too many sessions for that: choose a coarser grid",
        )?;
        let places = self.travel.num_places;
        require(
            self.travel.minutes.len() == places * places,
            "travel minutes are not a square of the places",
        )?;
        let distances = self.travel.distance.len();
        require(
            distances == 0 || distances == places * places,
            "distances are not a square of the places",
        )?;
        require(
            self.duties_fit(),
            "a duty names no clinician, day or place, or duties are not in order",
        )?;
        require(
            self.rooms
                .iter()
                .all(|room| (room.class as usize) < self.room_classes.len()),
            "a room has no class",
        )?;
        for (idx, session) in self.sessions.iter().enumerate() {
            self.session_fits(session)
                .map_err(|message| format!("session {idx}: {message}"))?;
        }
        self.orders_fit()
    }

    fn place_fits(&self, place: Place) -> bool {
        place == ANYWHERE || (place as usize) < self.travel.num_places
    }

    fn duties_fit(&self) -> bool {
        let known = |duty: &super::problem::Duty| {
            (duty.clinician as usize) < self.clinicians.len()
                && (duty.day as usize) < self.num_days
                && (duty.week as usize) < 5
                && (duty.start_place as usize) < self.travel.num_places
                && (duty.end_place as usize) < self.travel.num_places
                && intervals_fit(&duty.windows)
        };
        let key = |duty: &super::problem::Duty| (duty.clinician, duty.day);
        self.duties.iter().all(known) && self.duties.windows(2).all(|pair| key(&pair[0]) < key(&pair[1]))
    }

    fn session_fits(&self, session: &Session) -> Result<(), String> {
        require(
            (1..=MAX_PARTS).contains(&session.parts.len()),
            "a session takes 1 to 4 clinicians",
        )?;
        require(
            !session.choices.is_empty() && session.choices.len() <= 32,
            "a session has 1 to 32 choices",
        )?;
        require(
            session.minutes >= 0 && intervals_fit(&session.windows),
            "its windows are not in order",
        )?;
        require(
            session.patient.is_none_or(|idx| (idx as usize) < self.patients.len()),
            "its patient is unknown",
        )?;
        for choice in &session.choices {
            let classes = choice
                .room_classes
                .iter()
                .all(|&class| (class as usize) < self.room_classes.len());
            let equipment = choice
                .equipment
                .is_none_or(|pool| (pool as usize) < self.equipment.len());
            require(
                classes && equipment && self.place_fits(choice.place),
                "a choice names no place, room or equipment",
            )?;
        }
        for eligible in session.parts.iter().flat_map(|part| &part.eligible) {
            require(
                (eligible.clinician as usize) < self.clinicians.len(),
                "it names an unknown clinician",
            )?;
        }
        let budgets = session
            .draws
            .iter()
            .all(|draw| (draw.budget as usize) < self.budgets.len());
        require(budgets, "it draws from an unknown budget")
    }

    fn orders_fit(&self) -> Result<(), String> {
        let session = |idx: u32| (idx as usize) < self.sessions.len();
        let patient = |idx: u32| (idx as usize) < self.patients.len();
        let seats = self.seat_orders.iter().all(|order| {
            patient(order.patient)
                && order.options.iter().all(|&option| session(option))
                && order
                    .draws
                    .iter()
                    .all(|draw| (draw.budget as usize) < self.budgets.len())
        });
        require(seats, "a seat order names an unknown patient, session or budget")?;
        require(
            self.minimums.iter().all(|minimum| patient(minimum.patient)),
            "a minimum names an unknown patient",
        )?;
        let spacings = self.spacings.iter().all(|pair| session(pair.a) && session(pair.b));
        let precedences = self
            .precedences
            .iter()
            .all(|pair| session(pair.first) && session(pair.second));
        require(spacings && precedences, "a pair of sessions names an unknown one")?;
        require(
            self.pairs.iter().all(|pair| patient(pair.a) && patient(pair.b)),
            "a pair names an unknown patient",
        )
    }
}

/// True for a visit that nothing ties to the grid.
fn is_lone_visit(session: &Session) -> bool {
    session.patient.is_none()
        && session.parts.len() == 1
        && session.seats.is_none()
        && !session.locked
        && session.preferred.is_empty()
        && session
            .choices
            .iter()
            .all(|choice| choice.room_classes.is_empty() && choice.equipment.is_none() && choice.place != ANYWHERE)
}

fn require(holds: bool, message: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(message.into()) }
}

fn intervals_fit(intervals: &[Interval]) -> bool {
    intervals.iter().all(|interval| interval.0 <= interval.1) && intervals.windows(2).all(|pair| pair[0].1 <= pair[1].0)
}
