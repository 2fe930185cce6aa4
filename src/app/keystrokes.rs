//! Keys in the order they were pressed: what is typed after a key that moves the keyboard goes where it moved to,
//! however quick somebody is and however slow the window.

use egui::{Event, Key};

/// What was pressed, and waits for its frame.
#[derive(Default)]
pub struct Keystrokes {
    waiting: Vec<Event>,
}

impl Keystrokes {
    /// Leaves in `events` those of this frame, with those that waited before them. Returns whether some wait for
    /// the next one.
    pub fn of_this_frame(&mut self, events: &mut Vec<Event>) -> bool {
        let mut all = std::mem::take(&mut self.waiting);
        all.append(events);
        if let Some(at) = all.iter().position(moves_the_keyboard) {
            let later = all.split_off(at + 1);
            if later.iter().any(is_typed) {
                self.waiting = later;
            } else {
                all.extend(later);
            }
        }
        *events = all;
        !self.waiting.is_empty()
    }
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
            const MOVING: [Key; 7] = [
                Key::Tab,
                Key::Enter,
                Key::Escape,
                Key::Insert,
                Key::Delete,
                Key::F2,
                Key::F10,
            ];
            MOVING.contains(key) || modifiers.command || modifiers.alt
        }
        _ => false,
    }
}

fn is_typed(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { pressed: true, .. } | Event::Text(_) | Event::Paste(_) | Event::Ime(_)
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
        assert!(keys.of_this_frame(&mut events));
        assert_eq!(events, [text("Rome"), tab()]);
        events = vec![text("3")];
        assert!(keys.of_this_frame(&mut events));
        assert_eq!(events, [text("1"), tab()]);
        events = Vec::new();
        assert!(!keys.of_this_frame(&mut events));
        assert_eq!(events, [text("2"), text("3")], "in the order it was typed");
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
