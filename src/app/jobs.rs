//! Work that takes a while: it runs beside the window, over copies, and comes back as an event.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{Receiver, Sender, channel},
};

/// Runs a closure beside the window; tests run it at once.
pub type Spawn = Box<dyn Fn(Box<dyn FnOnce() + Send>)>;

/// The work that is under way, and the channel it comes back through.
pub struct Jobs<Event> {
    spawn: Spawn,
    sender: Sender<Done<Event>>,
    receiver: Receiver<Done<Event>>,
    running: Vec<Running>,
    next: u64,
}

struct Running {
    number: u64,
    name: String,
    must_finish: bool,
}

struct Done<Event> {
    number: u64,
    event: Option<Event>,
}

/// A job that is not done yet.
pub struct UnderWay<'a> {
    /// Its number, to call it off by.
    pub number: u64,
    /// What it does.
    pub name: &'a str,
    /// Whether it may be left undone.
    pub can_be_called_off: bool,
}

/// What became of a job.
pub enum Finished<Event> {
    /// It did what it was to do, well or badly: the event tells.
    With(Event),
    /// It broke down. That is a fault of the program, and the name says of which work.
    BrokeDown(String),
}

impl<Event: Send + 'static> Jobs<Event> {
    /// No work yet.
    pub fn new(spawn: Spawn) -> Self {
        let (sender, receiver) = channel();
        Self {
            spawn,
            sender,
            receiver,
            running: Vec::new(),
            next: 0,
        }
    }

    /// Starts work. It holds the window open until it is done if it `must_finish`.
    pub fn start(
        &mut self,
        ctx: &egui::Context,
        name: impl Into<String>,
        must_finish: bool,
        work: impl FnOnce() -> Event + Send + 'static,
    ) {
        let number = self.next;
        self.next += 1;
        self.running.push(Running {
            number,
            name: name.into(),
            must_finish,
        });
        let (sender, ctx) = (self.sender.clone(), ctx.clone());
        (self.spawn)(Box::new(move || {
            let event = catch_unwind(AssertUnwindSafe(work)).ok();
            // Nobody listens any more when the window has been closed; then there is nobody to tell.
            let _window_may_be_gone = sender.send(Done { number, event });
            ctx.request_repaint();
        }));
    }

    /// What has come back since one last asked.
    pub fn finished(&mut self) -> Vec<Finished<Event>> {
        let mut all = Vec::new();
        while let Ok(Done { number, event }) = self.receiver.try_recv() {
            let Some(at) = self.running.iter().position(|it| it.number == number) else {
                continue; // It was called off: nobody waits for it any more.
            };
            let Running { name, .. } = self.running.remove(at);
            all.push(match event {
                Some(event) => Finished::With(event),
                None => Finished::BrokeDown(name),
            });
        }
        all
    }

    /// What is under way, for the status line; of each, whether it can be called off.
    pub fn under_way(&self) -> impl Iterator<Item = UnderWay<'_>> {
        self.running.iter().map(|it| UnderWay {
            number: it.number,
            name: &it.name,
            can_be_called_off: !it.must_finish,
        })
    }

    /// Calls work off: it may run on for a while, and what comes of it is dropped.
    pub fn call_off(&mut self, number: u64) {
        self.running
            .retain(|it| it.number != number || it.must_finish);
    }

    /// Whether the window must stay open for it.
    pub fn hold_the_window(&self) -> bool {
        self.running.iter().any(|it| it.must_finish)
    }
}

#[cfg(test)]
mod tests {
    use std::{cell::RefCell, rc::Rc};

    use super::*;

    /// Work that waits until it is let go.
    type Waiting = Rc<RefCell<Vec<Box<dyn FnOnce() + Send>>>>;

    fn jobs() -> (Jobs<u8>, Waiting) {
        let waiting = Waiting::default();
        let held = waiting.clone();
        let spawn: Spawn = Box::new(move |work| held.borrow_mut().push(work));
        (Jobs::new(spawn), waiting)
    }

    #[test]
    fn what_was_called_off_comes_to_nothing_and_what_must_finish_does() {
        let (mut jobs, waiting) = jobs();
        let ctx = egui::Context::default();
        jobs.start(&ctx, "Opening", false, || 1);
        jobs.start(&ctx, "Saving", true, || 2);
        let numbers: Vec<u64> = jobs.under_way().map(|it| it.number).collect();
        for number in numbers {
            jobs.call_off(number);
        }
        assert!(jobs.hold_the_window());
        for work in waiting.take() {
            work();
        }
        let came = jobs.finished();
        assert!(matches!(came.as_slice(), [Finished::With(2)]));
        assert!(!jobs.hold_the_window());
    }

    #[test]
    fn work_that_breaks_down_says_which_it_was() {
        let (mut jobs, waiting) = jobs();
        jobs.start(&egui::Context::default(), "Opening", false, || {
            panic!("on purpose")
        });
        for work in waiting.take() {
            work();
        }
        let came = jobs.finished();
        assert!(matches!(came.as_slice(), [Finished::BrokeDown(name)] if name == "Opening"));
    }
}
