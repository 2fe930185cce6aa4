//! A planner's hands and eyes before any window, be it the whole program or one view.

use std::path::Path;

use egui::{Event, Modifiers, PointerButton, Pos2, Shape, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

/// Drags from a point to another in a few steps, as a hand does, and lets go.
pub fn drag<S>(window: &mut Harness<'_, S>, from: Pos2, to: Pos2) {
    drag_with(window, Modifiers::NONE, from, to);
}

/// The same, with keys held.
pub fn drag_with<S>(window: &mut Harness<'_, S>, modifiers: Modifiers, from: Pos2, to: Pos2) {
    hold_with(window, modifiers, from, to);
    let_go(window, to);
}

/// Drags from a point to another, and does not let go.
pub fn hold<S>(window: &mut Harness<'_, S>, from: Pos2, to: Pos2) {
    hold_with(window, Modifiers::NONE, from, to);
}

/// The same, with keys held.
pub fn hold_with<S>(window: &mut Harness<'_, S>, modifiers: Modifiers, from: Pos2, to: Pos2) {
    window.event(Event::ModifiersChanged(modifiers));
    window.hover_at(from);
    window.event(button(modifiers, from, true));
    window.step();
    for part in 1..=4u8 {
        window.hover_at(from.lerp(to, f32::from(part) / 4.0));
        window.step();
    }
    window.step();
}

/// Lets go of what is held, and goes away.
pub fn let_go<S>(window: &mut Harness<'_, S>, at: Pos2) {
    let modifiers = window.ctx.input(|it| it.modifiers);
    window.event(button(modifiers, at, false));
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    window.remove_cursor();
    window.run();
}

/// Presses at a point and lets go there, without waiting for what comes of it.
pub fn press_at<S>(window: &mut Harness<'_, S>, at: Pos2) {
    window.drag_at(at);
    window.drop_at(at);
    window.step();
}

fn button(modifiers: Modifiers, pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers,
    }
}

/// Selects these rows of a list, and no other.
#[track_caller]
pub fn select_rows<S>(window: &mut Harness<'_, S>, names: &[&str]) {
    for (at, name) in names.iter().enumerate() {
        let row = window.get_by_role_and_label(Role::Row, name);
        if at == 0 {
            row.click();
        } else {
            row.click_modifiers(Modifiers::COMMAND);
        }
        window.run();
    }
}

/// Opens a menu and chooses a line of it. What a menu has is drawn last, over what may be called the same.
#[track_caller]
pub fn choose<S>(window: &mut Harness<'_, S>, menu: &str, line: &str) {
    window.get_by_label(menu).click();
    window.run();
    let lines = window.query_all_by_label(line);
    lines.last().expect("a line of the menu").click();
    window.run();
}

/// What the rows of a list are called, from top to bottom.
pub fn rows<S>(window: &Harness<'_, S>) -> Vec<String> {
    let rows = window.query_all_by_role(Role::Row);
    rows.filter_map(|it| it.accesskit_node().label()).collect()
}

/// The texts that are painted: where each begins, and whether it is cut.
pub fn painted<S>(window: &Harness<'_, S>) -> Vec<(String, Pos2, bool)> {
    fn texts(shape: &Shape, all: &mut Vec<(String, Pos2, bool)>) {
        match shape {
            Shape::Text(it) => all.push((it.galley.text().to_owned(), it.pos, it.galley.elided)),
            Shape::Vec(shapes) => shapes.iter().for_each(|it| texts(it, all)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    for it in &window.output().shapes {
        texts(&it.shape, &mut all);
    }
    all
}

/// Draws the window into a picture, when somebody wants to look: `LOOK=some-folder`.
pub fn look<S>(window: &mut Harness<'_, S>, name: &str) {
    let Some(folder) = std::env::var_os("LOOK") else {
        return;
    };
    let path = Path::new(&folder).join(format!("{name}.png"));
    match window.render() {
        Ok(picture) => picture.save(path).expect("the folder can be written to"),
        Err(why) => println!("not drawn: {why}"),
    }
}
