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
    running: Vec<Running<Event>>,
    /// What is still to be told of work that was called off.
    lost: Vec<Event>,
    next: u64,
}

/// What a job is, besides its work.
pub struct Job<Event> {
    /// What it does, for the status line.
    pub name: String,
    /// Whether the window must stay open until it is done; then it cannot be called off.
    pub must_finish: bool,
    /// What it comes back with when nothing comes of it, so that nobody waits for it any longer.
    pub if_lost: Event,
}

struct Running<Event> {
    number: u64,
    job: Job<Event>,
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
    /// It broke down. That is a fault of the program; the name says of which work, and the event what now.
    BrokeDown(String, Event),
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
            lost: Vec::new(),
            next: 0,
        }
    }

    /// Starts work.
    pub fn start(
        &mut self,
        ctx: &egui::Context,
        job: Job<Event>,
        work: impl FnOnce() -> Event + Send + 'static,
    ) {
        let number = self.next;
        self.next += 1;
        self.running.push(Running { number, job });
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
        let lost = std::mem::take(&mut self.lost).into_iter();
        let mut all: Vec<_> = lost.map(Finished::With).collect();
        while let Ok(Done { number, event }) = self.receiver.try_recv() {
            let Some(at) = self.running.iter().position(|it| it.number == number) else {
                continue; // It was called off: nobody waits for it any more.
            };
            let Running { job, .. } = self.running.remove(at);
            all.push(match event {
                Some(event) => Finished::With(event),
                None => Finished::BrokeDown(job.name, job.if_lost),
            });
        }
        all
    }

    /// What is under way, for the status line; of each, whether it can be called off.
    pub fn under_way(&self) -> impl Iterator<Item = UnderWay<'_>> {
        self.running.iter().map(|it| UnderWay {
            number: it.number,
            name: &it.job.name,
            can_be_called_off: !it.job.must_finish,
        })
    }

    /// Calls work off: it may run on for a while, and what comes of it is dropped.
    pub fn call_off(&mut self, number: u64) {
        let is_meant = |it: &Running<Event>| it.number == number && !it.job.must_finish;
        if let Some(at) = self.running.iter().position(is_meant) {
            self.lost.push(self.running.remove(at).job.if_lost);
        }
    }

    /// Whether the window must stay open for it.
    pub fn hold_the_window(&self) -> bool {
        self.running.iter().any(|it| it.job.must_finish)
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

    fn job(name: &str, must_finish: bool) -> Job<u8> {
        Job {
            name: name.to_owned(),
            must_finish,
            if_lost: 99,
        }
    }

    #[test]
    fn what_was_called_off_comes_to_nothing_and_what_must_finish_does() {
        let (mut jobs, waiting) = jobs();
        let ctx = egui::Context::default();
        jobs.start(&ctx, job("Opening", false), || 1);
        jobs.start(&ctx, job("Saving", true), || 2);
        let numbers: Vec<u64> = jobs.under_way().map(|it| it.number).collect();
        for number in numbers {
            jobs.call_off(number);
        }
        assert!(jobs.hold_the_window());
        for work in waiting.take() {
            work();
        }
        let came = jobs.finished();
        assert!(matches!(
            came.as_slice(),
            [Finished::With(99), Finished::With(2)]
        ));
        assert!(!jobs.hold_the_window());
    }

    #[test]
    fn work_that_breaks_down_says_which_it_was() {
        let (mut jobs, waiting) = jobs();
        jobs.start(&egui::Context::default(), job("Opening", false), || {
            panic!("on purpose")
        });
        for work in waiting.take() {
            work();
        }
        let came = jobs.finished();
        assert!(matches!(came.as_slice(), [Finished::BrokeDown(name, 99)] if name == "Opening"));
    }
}
