//! Keys and clicks in the order they were pressed: what is typed after a key that moves the keyboard goes where it
//! moved to, and what is clicked is what was pointed at, however quick somebody is and however slow the window.

use egui::{Event, Id, Key};

/// What was pressed or done with the mouse, and waits for its frame.
#[derive(Default)]
pub struct Keystrokes {
    waiting: Vec<Event>,
    /// The key of the last frame, if it was one that moves the keyboard.
    moved: Option<Event>,
    /// What has the keyboard, and whether it has only just got it.
    focused: (Option<Id>, bool),
}

impl Keystrokes {
    /// Notices what has the keyboard at the beginning of a frame.
    pub fn follow(&mut self, focused: Option<Id>) {
        self.focused = (focused, self.focused.0 != focused);
    }

    /// Leaves in `events` those of this frame, with those that waited before them. Returns whether some wait for
    /// the next one.
    pub fn of_this_frame(&mut self, events: &mut Vec<Event>) -> bool {
        let mut all = std::mem::take(&mut self.waiting);
        all.append(events);
        let pointed = all.split_off(end_of_click(&all));
        let moved = self.moved.take();
        let first = all.iter().position(is_typed);
        let mover = all.iter().position(moves_the_keyboard);
        let until = match (first, mover) {
            // What a key leads to may be there only now, and take the keyboard while it is drawn. A key that is
            // held goes on as fast as the frames.
            (Some(first), _) if moved.is_some() && all.get(first) != moved.as_ref() => first,
            // Commands are done before fields are drawn, so what was typed before one comes first.
            (Some(first), Some(mover)) if first < mover => mover,
            (_, Some(mover)) => {
                self.moved = all.get(mover).cloned();
                mover + 1
            }
            (_, None) => all.len(),
        };
        // What has just got the keyboard keeps the arrows to itself only once it was drawn with it.
        let arrow = all.iter().position(is_arrow).filter(|_| self.focused.1);
        let until = arrow.map_or(until, |it| until.min(it));
        if all.iter().skip(until).any(is_typed) {
            self.waiting = all.split_off(until);
        }
        self.waiting.extend(pointed);
        *events = all;
        !self.waiting.is_empty()
    }
}

/// Takes out the letters that come with keys pressed with Alt, which nobody means to type.
///
/// Only where Alt types nothing: not on a Mac. What AltGr types elsewhere comes without Alt.
pub fn drop_letters_of_alt(events: &mut Vec<Event>) {
    let mut is_after_alt = false;
    events.retain(|it| {
        let is_stray = is_after_alt && matches!(it, Event::Text(_));
        is_after_alt = matches!(it, Event::Key { pressed: true, modifiers, .. } if modifiers.alt);
        !is_stray
    });
}

/// Up to where the events of a frame are of one place of the mouse: it finds what is pressed and let go under where
/// the mouse is at the end of a frame, and that is to be where it was pressed and let go.
fn end_of_click(events: &[Event]) -> usize {
    let is_button = |it: &Event| matches!(it, Event::PointerButton { .. });
    let moves_on = |it: &Event| matches!(it, Event::PointerMoved(_));
    let clicked = events.iter().position(is_button);
    let goes_on = clicked.and_then(|it| Some(it + events.get(it..)?.iter().position(moves_on)?));
    goes_on.unwrap_or(events.len())
}

/// Whether what comes after a key may be meant for another field: it goes on, takes, gives up, or commands.
fn moves_the_keyboard(event: &Event) -> bool {
    match event {
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => {
            const MOVING: [Key; 9] = [
                Key::Tab,
                Key::Enter,
                Key::Escape,
                Key::Insert,
                Key::Delete,
                Key::Menu,
                Key::F1,
                Key::F2,
                Key::F10,
            ];
            // With these a selected thing is moved, and held down they are to move it several steps a frame.
            const STEPPING: [Key; 6] = [
                Key::ArrowUp,
                Key::ArrowDown,
                Key::ArrowLeft,
                Key::ArrowRight,
                Key::PageUp,
                Key::PageDown,
            ];
            let commands = modifiers.command || modifiers.alt;
            MOVING.contains(key) || (commands && !STEPPING.contains(key))
        }
        // A table opens a cell for it, or a page asks what it is to do with the rows.
        Event::Paste(_) => true,
        _ => false,
    }
}

fn is_arrow(event: &Event) -> bool {
    const ARROWS: [Key; 4] = [
        Key::ArrowUp,
        Key::ArrowDown,
        Key::ArrowLeft,
        Key::ArrowRight,
    ];
    matches!(event, Event::Key { key, pressed: true, .. } if ARROWS.contains(key))
}

fn is_typed(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { pressed: true, .. }
            | Event::Text(_)
            | Event::Cut
            | Event::Copy
            | Event::Paste(_)
            | Event::Ime(_)
    )
}

#[cfg(test)]
mod tests {
    use egui::Modifiers;

    use super::*;

    fn key(key: Key, pressed: bool, modifiers: Modifiers) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        }
    }

    fn text(words: &str) -> Event {
        Event::Text(words.to_owned())
    }

    #[test]
    fn what_is_typed_after_tab_is_for_the_next_field() {
        let tab = || key(Key::Tab, true, Modifiers::NONE);
        let mut keys = Keystrokes::default();
        let mut events = vec![text("Rome"), tab(), text("1"), tab(), text("2")];
        let mut frames = Vec::new();
        while keys.of_this_frame(&mut events) {
            frames.push(std::mem::take(&mut events));
            if frames.len() == 4 {
                events.push(text("3"));
            }
        }
        frames.push(events);
        // The next field takes the keyboard in the frame after the key.
        let none = || Vec::new();
        assert_eq!(
            frames,
            [
                vec![text("Rome")],
                vec![tab()],
                none(),
                vec![text("1")],
                vec![tab()],
                none(),
                vec![text("2"), text("3")]
            ]
        );
    }

    #[test]
    fn a_key_that_is_held_waits_for_no_frame_in_between() {
        let undo = || key(Key::Z, true, Modifiers::COMMAND);
        let mut keys = Keystrokes::default();
        let mut events = vec![undo(), undo()];
        assert!(keys.of_this_frame(&mut events));
        events = vec![undo()];
        assert!(keys.of_this_frame(&mut events));
        assert_eq!(events, [undo()]);
        events = Vec::new();
        assert!(!keys.of_this_frame(&mut events));
        assert_eq!(events, [undo()]);
    }

    #[test]
    fn an_arrow_waits_until_what_has_just_got_the_keyboard_is_drawn() {
        let down = || key(Key::ArrowDown, true, Modifiers::NONE);
        let rows = Some(Id::unique("rows"));
        let mut keys = Keystrokes::default();
        let mut events = vec![text("a"), down(), text("b")];
        keys.follow(rows);
        assert!(keys.of_this_frame(&mut events));
        assert_eq!(events, [text("a")]);
        keys.follow(rows);
        events = Vec::new();
        assert!(!keys.of_this_frame(&mut events));
        assert_eq!(events, [down(), text("b")]);
    }

    #[test]
    fn a_thing_that_is_moved_with_alt_held_moves_several_steps_a_frame() {
        let step = || key(Key::ArrowDown, true, Modifiers::ALT);
        let mut keys = Keystrokes::default();
        let mut events = vec![step(), step(), step()];
        assert!(!keys.of_this_frame(&mut events));
        assert_eq!(events, [step(), step(), step()]);
    }

    #[test]
    fn what_is_pressed_after_pasting_is_for_what_asks_about_the_rows() {
        let enter = || key(Key::Enter, true, Modifiers::NONE);
        let paste = || Event::Paste("EXIM".to_owned());
        let mut keys = Keystrokes::default();
        let mut events = vec![paste(), enter()];
        assert!(keys.of_this_frame(&mut events));
        assert_eq!(events, [paste()]);
        events = vec![Event::Copy];
        assert!(keys.of_this_frame(&mut events));
        assert_eq!(events, []);
        assert!(keys.of_this_frame(&mut events));
        assert_eq!(events, [enter()]);
    }

    #[test]
    fn letters_with_alt_are_commands_and_what_alt_gr_types_is_text() {
        let alt = || key(Key::F, true, Modifiers::ALT);
        let plain = || key(Key::Q, true, Modifiers::NONE);
        let mut events = vec![text("a"), alt(), text("f"), plain(), text("@")];
        drop_letters_of_alt(&mut events);
        assert_eq!(events, [text("a"), alt(), plain(), text("@")]);
    }

    #[test]
    fn a_mouse_that_moves_on_takes_what_was_under_it_when_it_was_pressed() {
        let at = |x: f32| Event::PointerMoved(egui::pos2(x, 0.0));
        let button = |x: f32, pressed| Event::PointerButton {
            pos: egui::pos2(x, 0.0),
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let mut keys = Keystrokes::default();
        let pulled = [at(1.0), button(1.0, true), at(2.0), at(3.0)];
        let let_go = [button(3.0, false), at(4.0)];
        let mut events: Vec<Event> = pulled.iter().chain(&let_go).cloned().collect();
        assert!(keys.of_this_frame(&mut events));
        assert_eq!(events, pulled[..2]);
        events = Vec::new();
        assert!(keys.of_this_frame(&mut events));
        assert_eq!(events, [at(2.0), at(3.0), button(3.0, false)]);
        events = vec![text("a")];
        assert!(!keys.of_this_frame(&mut events));
        assert_eq!(events, [at(4.0), text("a")]);
    }

    #[test]
    fn a_key_that_is_let_go_waits_for_nobody() {
        let mut keys = Keystrokes::default();
        let pressed = key(Key::S, true, Modifiers::COMMAND);
        let let_go = key(Key::S, false, Modifiers::COMMAND);
        let mut events = vec![pressed.clone(), let_go.clone(), Event::PointerGone];
        assert!(!keys.of_this_frame(&mut events));
        assert_eq!(events, [pressed, let_go, Event::PointerGone]);
    }
}
