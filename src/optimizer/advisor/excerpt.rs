//! The part of a plan that has to do with some of its sessions: what the checker is asked about first.

use crate::model::Plan;
use crate::model::problem::Placement;

use super::Advisor;

impl Advisor<'_> {
    /// The plan with nothing but what can break a rule together with some sessions: what has a clinician, patient,
    /// room, equipment or authorization in common with one of them, or an order or distance to keep, and what is locked.
    pub(super) fn excerpt(&self, plan: &Plan, changed: &[usize]) -> Plan {
        let problem = self.state.layout.problem;
        let (mut clinicians, mut rooms) = (vec![false; problem.clinicians.len()], vec![false; problem.rooms.len()]);
        let mut patients = vec![false; problem.patients.len()];
        let mut budgets = vec![false; problem.budgets.len()];
        let mut kept = vec![false; problem.sessions.len()];
        for &session in changed {
            kept[session] = true;
            let entry = &problem.sessions[session];
            entry
                .patient
                .iter()
                .for_each(|&patient| patients[patient as usize] = true);
            entry.draws.iter().for_each(|draw| budgets[draw.budget as usize] = true);
            if let Some(placement) = &plan.placements[session] {
                placement
                    .parts
                    .iter()
                    .for_each(|part| clinicians[part.clinician as usize] = true);
                placement.room.iter().for_each(|&room| rooms[room as usize] = true);
            }
            let apart = self.state.index.spacings[session].iter().map(|pair| pair.0);
            let ordered = self.state.index.before[session]
                .iter()
                .chain(&self.state.index.after[session]);
            apart
                .chain(ordered.copied())
                .for_each(|other| kept[other as usize] = true);
        }
        for (order, seats) in problem.seat_orders.iter().zip(&plan.seats) {
            if seats.iter().any(|&seat| changed.contains(&(seat as usize))) {
                patients[order.patient as usize] = true;
                order.draws.iter().for_each(|draw| budgets[draw.budget as usize] = true);
            }
        }
        for (order, seats) in problem.seat_orders.iter().zip(&plan.seats) {
            let draws = order.draws.iter().any(|draw| budgets[draw.budget as usize]);
            if patients[order.patient as usize] || draws {
                seats.iter().for_each(|&seat| kept[seat as usize] = true);
            }
        }
        let equipment = |session: usize, placement: &Placement| {
            let choice = problem.sessions[session].choices.get(placement.choice as usize);
            choice.and_then(|choice| choice.equipment)
        };
        let used: Vec<u16> = changed
            .iter()
            .filter_map(|&session| equipment(session, plan.placements[session].as_ref()?))
            .collect();
        let mut excerpt = Plan::empty(problem);
        for (session, placement) in plan.placements.iter().enumerate() {
            let Some(placement) = placement else { continue };
            let entry = &problem.sessions[session];
            kept[session] = kept[session]
                || entry.locked
                || placement
                    .parts
                    .iter()
                    .any(|part| clinicians.get(part.clinician as usize) == Some(&true))
                || placement
                    .room
                    .is_some_and(|room| rooms.get(room as usize) == Some(&true))
                || entry.patient.is_some_and(|patient| patients[patient as usize])
                || entry.draws.iter().any(|draw| budgets[draw.budget as usize])
                || equipment(session, placement).is_some_and(|pool| used.contains(&pool));
            if kept[session] {
                excerpt.placements[session] = Some(placement.clone());
            }
        }
        for (seats, all) in excerpt.seats.iter_mut().zip(&plan.seats) {
            seats.extend(all.iter().filter(|&&seat| kept[seat as usize]));
        }
        excerpt
    }
}
