//! Operations that take long: advanced in steps, watched, stopped.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use serde::Serialize;

use crate::error::Result;

/// A long operation under way. The same number of steps gives the same result, however they are cut up.
pub trait Task {
    /// Does up to `steps` steps and says where the task stands.
    ///
    /// # Errors
    /// Whatever the operation reports; the task is then over.
    fn advance(&mut self, steps: u64) -> Result<Progress>;

    /// Ends the task, here and now if it is not done, and gives the reply for what it has reached, as JSON.
    ///
    /// # Errors
    /// Whatever the operation reports.
    fn finish(self: Box<Self>) -> Result<String>;
}

/// Where a task stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Progress {
    /// Steps done.
    pub step: u64,
    /// Steps of the whole task.
    pub steps: u64,
    /// True when there is nothing left to do but `finish`.
    pub done: bool,
    /// What the operation shows meanwhile, for example `PlanNews`.
    #[cfg_attr(feature = "schema", ts(type = "unknown"))]
    pub news: serde_json::Value,
}

/// Work that gives way: an ordinary function that asks its [`Pace`] how far it may go and posts what it has reached.
///
/// The work may borrow from values that it owns itself (a solver from its problem), which a plain struct cannot.
pub struct Stepped<B> {
    /// `None` once the work is done.
    work: Option<Pin<Box<dyn Future<Output = ()>>>>,
    pace: Pace,
    board: Rc<RefCell<B>>,
}

/// How far the work may go before it gives way.
#[derive(Clone, Default)]
pub struct Pace(Rc<Cell<u64>>);

impl Pace {
    /// Waits for leave to go on; gives the number of steps that may be done, at least 1.
    pub async fn steps(&self) -> u64 {
        std::future::poll_fn(|_| match self.0.take() {
            0 => Poll::Pending,
            steps => Poll::Ready(steps),
        })
        .await
    }
}

impl<B> Stepped<B> {
    /// Work on a board: `work` gets the pace and the board. Nothing is done yet.
    pub fn new<F: Future<Output = ()> + 'static>(board: B, work: impl FnOnce(Pace, Rc<RefCell<B>>) -> F) -> Self {
        let (pace, board) = (Pace::default(), Rc::new(RefCell::new(board)));
        Self {
            work: Some(Box::pin(work(pace.clone(), Rc::clone(&board)))),
            pace,
            board,
        }
    }

    /// Lets the work do up to `steps` steps; true while there is more to do.
    pub fn advance(&mut self, steps: u64) -> bool {
        self.pace.0.set(steps.max(1));
        let mut context = Context::from_waker(Waker::noop());
        if let Some(work) = &mut self.work
            && work.as_mut().poll(&mut context).is_ready()
        {
            self.work = None;
        }
        self.work.is_some()
    }

    /// The board, to leave word on.
    pub fn board_mut(&mut self) -> std::cell::RefMut<'_, B> {
        self.board.borrow_mut()
    }

    /// What the work has posted by now.
    pub fn board(&self) -> std::cell::Ref<'_, B> {
        self.board.borrow()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_does_no_more_steps_than_it_was_given() {
        let mut task = Stepped::new(0_u64, |pace, board| async move {
            let numbers: Vec<u64> = (1..=10).collect();
            let mut rest = numbers.iter();
            while rest.len() > 0 {
                for _ in 0..pace.steps().await {
                    *board.borrow_mut() += rest.next().unwrap_or(&0);
                }
            }
        });
        assert!(task.advance(3));
        assert_eq!(*task.board(), 6);
        assert!(!task.advance(100));
        assert_eq!(*task.board(), 55);
        assert!(!task.advance(1));
    }
}
