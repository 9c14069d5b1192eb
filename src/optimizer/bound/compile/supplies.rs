//! Who and what a way needs: clinicians, rooms and equipment, each with its hours and its prices.

use crate::model::CostTerm;
use crate::model::problem::{ANYWHERE, Choice, Interval, Part, Place, Session};

use super::super::super::index::eligible_cents;
use super::super::prices::parts;
use super::super::profile::{Entry, Profile};
use super::super::relaxation::{Relaxation, Supply};
use super::super::times::allows;
use super::{Compiler, Was, session_start};

/// Up to so many clinicians for a part are looked at one by one; of more, those of equal cost together. Our choice.
const FEW_MEMBERS: usize = 6;
/// Levels of cost that are told apart then; what is dearer counts as the last. Our choice.
const MAX_LEVELS: usize = 4;

impl Compiler<'_> {
    /// Who may do a part in a way, with what choosing them costs whatever the time.
    pub(super) fn members(&self, idx: usize, own: usize, choice_idx: usize, was: Was) -> Vec<Member> {
        let session = &self.problem.sessions[idx];
        let part = &session.parts[own];
        let had = session
            .published
            .as_ref()
            .and_then(|published| published.parts.get(own));
        // At another start the change is charged already, whoever treats.
        let at_start = had.is_some_and(|had| had.start == session_start(session) + part.offset.0);
        let charged = was == Was::Here && at_start && part.offset.0 == part.offset.1;
        let mut members = Vec::with_capacity(part.eligible.len());
        for eligible in &part.eligible {
            let with_another = had.is_some_and(|had| had.clinician != eligible.clinician);
            let in_way = choice_idx < 32 && eligible.choices >> choice_idx & 1 == 1;
            if !in_way || was == Was::Exactly && with_another {
                continue;
            }
            let change = match charged && with_another {
                true => self.problem.prices[CostTerm::Change],
                false => 0,
            };
            members.push(Member {
                cents: parts(eligible_cents(eligible)) + parts(change),
                clinician: eligible.clinician,
                days: eligible.days,
            });
        }
        members.sort_unstable();
        members
    }

    /// Few members are one supply. Of many, those that cost no more than each of some levels are one: everybody
    /// together, without what they cost, are the same for many sessions.
    pub(super) fn part_supplies(
        &mut self,
        idx: usize,
        own: usize,
        place: Place,
        mut members: Vec<Member>,
        shift: i32,
    ) -> Vec<Supply> {
        let supply = |profile, cents| Supply {
            profile,
            cents,
            shift,
            is_last: true,
        };
        if members.len() <= FEW_MEMBERS {
            return vec![supply(self.part_profile(idx, own, place, members), 0)];
        }
        let mut levels: Vec<i64> = members.iter().map(|member| member.cents).collect();
        levels.dedup();
        levels.truncate(MAX_LEVELS);
        let mut supplies = Vec::with_capacity(levels.len());
        for (at, &level) in levels.iter().enumerate() {
            let is_last = at + 1 == levels.len();
            let count = if is_last {
                members.len()
            } else {
                members.partition_point(|member| member.cents <= level)
            };
            let mut inside = if is_last {
                std::mem::take(&mut members)
            } else {
                members[..count].to_vec()
            };
            inside.iter_mut().for_each(|member| member.cents = 0);
            inside.sort_unstable();
            supplies.push(Supply {
                is_last,
                ..supply(self.part_profile(idx, own, place, inside), level)
            });
        }
        supplies
    }

    /// The profile of a part that these may do.
    pub(super) fn part_profile(&mut self, idx: usize, own: usize, place: Place, members: Vec<Member>) -> u32 {
        let session = &self.problem.sessions[idx];
        let part = &session.parts[own];
        let way = if place == ANYWHERE {
            0
        } else {
            self.shortest_way[place as usize]
        };
        let acuity = session.acuity;
        let key = (
            members,
            [part.before, part.minutes, part.after, part.points, acuity, way],
        );
        if let Some(&known) = self.known_parts.get(&key) {
            return known;
        }
        let mut entries = Vec::new();
        for member in &key.0 {
            self.member_entries(member, part, way, acuity, &mut entries);
        }
        let reach = (-part.before - way, part.minutes + part.after);
        let idx = self.add_profile(entries, reach);
        self.known_parts.insert(key, idx);
        idx
    }

    fn member_entries(&self, member: &Member, part: &Part, way: i32, acuity: i32, entries: &mut Vec<Entry>) {
        let problem = self.problem;
        let first = problem.duties.partition_point(|duty| duty.clinician < member.clinician);
        let duties = problem.duties.iter().enumerate().skip(first);
        for (duty_idx, duty) in duties.take_while(|(_, duty)| duty.clinician == member.clinician) {
            let day = duty.day as usize;
            if !allows(member.days, day) {
                continue;
            }
            let opens = duty.windows.first().map_or(0, |window| window.0);
            let (first, last) = (day as i32 * problem.day_min, (day as i32 + 1) * problem.day_min - 1);
            let hours = duty.windows.iter().map(|window| {
                let from = (window.0 + part.before).max(opens + part.before + way).max(first);
                (from, (window.1 - part.minutes - part.after).min(last))
            });
            let hours: Vec<(i32, i32)> = hours.filter(|hours| hours.0 <= hours.1).collect();
            if !hours.is_empty() {
                entries.push(Entry {
                    line: self.duty_lines[duty_idx],
                    cents: member.cents,
                    amounts: self.limits.amounts(duty_idx, part, acuity),
                    hours,
                    reach: (-part.before - way, part.minutes + part.after),
                });
            }
        }
    }

    pub(super) fn room_entries(&self, session: &Session, choice: &Choice, was: Was) -> Vec<Entry> {
        let classes = choice.room_classes.iter().enumerate();
        let published = session.published.as_ref().and_then(|published| published.room);
        let locked_in = published
            .and_then(|room| self.problem.rooms.get(room as usize))
            .map(|room| room.class);
        classes
            .filter(|(_, class)| was != Was::Exactly || Some(**class) == locked_in)
            .map(|(_, &class)| {
                let second = Some(&class) != choice.room_classes.first();
                let cents = if second { parts(choice.second_room) } else { 0 };
                let hours = &self.problem.room_classes[class as usize].open;
                thing(self.room_lines[class as usize], cents, hours, session)
            })
            .collect()
    }

    /// The profile of rooms or equipment.
    pub(super) fn thing_profile(&mut self, entries: Vec<Entry>) -> u32 {
        if let Some(&known) = self.known_things.get(&entries) {
            return known;
        }
        let reach = entries.first().map_or((0, 0), |entry| entry.reach);
        let idx = self.add_profile(entries.clone(), reach);
        self.known_things.insert(entries, idx);
        idx
    }

    fn add_profile(&mut self, entries: Vec<Entry>, reach: (i32, i32)) -> u32 {
        let hours = entries.iter().flat_map(|entry| &entry.hours);
        let mut ends: Vec<i32> = hours.flat_map(|hours| [hours.0, hours.1]).collect();
        ends.sort_unstable();
        ends.dedup();
        self.num_entries += entries.len();
        self.borders.push((ends, reach));
        self.relaxation.profiles.push(Profile::new(entries));
        self.relaxation.profiles.len() as u32 - 1
    }

    pub(super) fn finish_profiles(&mut self) {
        let Relaxation { profiles, lines, .. } = &mut self.relaxation;
        profiles.iter_mut().for_each(|profile| profile.finish(lines));
    }
}

/// A clinician who may do a part, cheapest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Member {
    /// What choosing this clinician costs whatever the time, parts of a cent.
    cents: i64,
    clinician: u32,
    /// Days on which this can be, one bit each.
    days: u32,
}

/// A room or a piece of equipment for the whole session.
pub(super) fn thing(line: u32, cents: i64, open: &[Interval], session: &Session) -> Entry {
    let hours = open.iter().map(|open| (open.0, open.1 - session.minutes));
    Entry {
        line,
        cents,
        amounts: Vec::new(),
        hours: hours.filter(|hours| hours.0 <= hours.1).collect(),
        reach: (0, session.minutes),
    }
}
