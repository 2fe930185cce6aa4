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
            let name = self
                .running
                .iter()
                .find(|it| it.number == number)
                .map(|it| it.name.clone());
            self.running.retain(|it| it.number != number);
            all.push(match event {
                Some(event) => Finished::With(event),
                None => Finished::BrokeDown(name.unwrap_or_default()),
            });
        }
        all
    }

    /// What is under way, for the status line.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.running.iter().map(|it| it.name.as_str())
    }

    /// Whether the window must stay open for it.
    pub fn hold_the_window(&self) -> bool {
        self.running.iter().any(|it| it.must_finish)
    }
}
