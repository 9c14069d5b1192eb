//! In which ways a session can take place: rooms, home, video, telephone.

use super::builder::Builder;
use crate::model::clinic::{self, Modality, Service};
use crate::model::problem::{ANYWHERE, Choice};
use crate::model::weights::CostTerm;

/// What decides in which ways a session can take place.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'c> {
    pub(crate) service: &'c Service,
    pub(crate) site: &'c str,
    /// Seats the room must have.
    pub(crate) seats: i32,
    pub(crate) patient: Option<&'c clinic::Patient>,
    /// True if everyone who takes part can do so by video or telephone.
    pub(crate) telehealth: bool,
}

impl<'c> Builder<'c> {
    /// The ways that are possible, preferred first. If none is, the first one with no room in which it could be, so
    /// that the session stays visible as one that cannot be placed.
    pub(crate) fn choices(&mut self, setting: Setting<'c>, ways: &[Modality]) -> Vec<Choice> {
        let mut choices: Vec<Choice> = Vec::with_capacity(ways.len());
        for &way in ways {
            let is_new = !choices.iter().any(|choice| choice.modality == way);
            if let Some(choice) = self.choice(setting, way).filter(|_| is_new) {
                choices.push(choice);
            }
        }
        if choices.is_empty() {
            let way = ways.first().copied().unwrap_or(Modality::InPerson);
            choices.push(self.impossible(setting.site, way));
        }
        let price = self.context.price(CostTerm::SecondChoice);
        for (at, choice) in choices.iter_mut().enumerate() {
            choice.second_choice = if at == 0 { 0 } else { price };
            choice.second_room = if choice.room_classes.len() > 1 { price } else { 0 };
        }
        choices
    }

    fn choice(&mut self, setting: Setting<'c>, way: Modality) -> Option<Choice> {
        match way {
            Modality::InPerson => self.in_person(setting),
            Modality::Home => {
                let place = self.places.home(&setting.patient?.id)?;
                Some(simple(way, place))
            }
            Modality::Video | Modality::Phone => setting.telehealth.then(|| simple(way, ANYWHERE)),
        }
    }

    /// In a room that is large enough and has what the service needs; without a room at a site that lists none.
    fn in_person(&mut self, setting: Setting<'c>) -> Option<Choice> {
        let place = self.places.site(setting.site);
        let mut choice = simple(Modality::InPerson, place);
        if let Some(equipment) = &setting.service.equipment {
            choice.equipment = Some(self.rooms.equipment(equipment)?);
        }
        if !self.rooms.is_unlisted(setting.site) {
            choice.room_classes = self.rooms.adequate(setting.site, setting.service, setting.seats);
            if choice.room_classes.is_empty() {
                return None;
            }
        }
        Some(choice)
    }

    /// A way in which a session is booked or wanted but may not take place: its room class has no room.
    pub(crate) fn impossible(&mut self, site: &str, way: Modality) -> Choice {
        let mut choice = simple(way, self.places.site(site));
        choice.room_classes = vec![self.rooms.never()];
        choice
    }
}

/// A way without rooms or extra cost.
pub(crate) fn simple(modality: Modality, place: crate::model::problem::Place) -> Choice {
    Choice {
        modality,
        place,
        room_classes: Vec::new(),
        equipment: None,
        second_choice: 0,
        second_room: 0,
    }
}
