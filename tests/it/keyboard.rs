//! What a planner does without the mouse in fields.

use attache::sample::notation::from_notation;
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::desk::Desk;

const SMALL: &str = "
    delegate Aliyev [head]
    10:00 60 Call on Commerce: Aliyev, Guidera
    12:00 60 Call on EXIM: Aliyev, Todd
    owed Annex: Aliyev [from call-on-exim]";

fn small() -> Desk {
    Desk::with(from_notation(SMALL).expect("a visit of our own"))
}

/// What has the keyboard: its name, and where it is.
#[track_caller]
fn keyboard(desk: &Desk) -> (String, Rect) {
    let all = desk.harness.root().children_recursive();
    let here = all.into_iter().find(|it| it.accesskit_node().is_focused());
    let here = here.expect("something has the keyboard");
    let name = here.accesskit_node().label().unwrap_or_default();
    (name, here.rect())
}

#[test]
fn tab_selects_what_stands_in_a_field() {
    let mut desk = Desk::empty();
    desk.click("Empty");
    desk.type_into("City", "Rome");
    desk.key(Key::Tab);
    assert_eq!(keyboard(&desk).0, "First day");
    desk.type_text("1 March 2027");
    assert_eq!(desk.value("First day"), "1 March 2027");
    desk.keys(Modifiers::SHIFT, Key::Tab);
    assert_eq!(keyboard(&desk).0, "City");
    desk.type_text("Milan");
    assert_eq!(desk.value("City"), "Milan");
}

#[test]
fn why_a_day_cannot_be_read_is_said_below_it_as_long_as_it_stands_there() {
    let mut desk = Desk::empty();
    desk.click("Empty");
    let why = "“31 feb 2027” does not fit here";
    desk.type_into("First day", "31 feb 2027");
    assert!(desk.sees(why), "{:?}", desk.names());
    desk.key(Key::Tab);
    desk.key(Key::Tab);
    assert!(desk.sees(why), "{:?}", desk.names());
    let bottom = |name| {
        let all = desk.harness.query_all_by_label_contains(name);
        all.map(|it| it.rect()).last().expect("it is there")
    };
    let said = bottom(why);
    assert!(
        said.bottom() <= bottom("Last day").top(),
        "nothing is covered"
    );
    desk.type_into("First day", "1 March 2027");
    assert!(!desk.sees(why));
}

#[test]
fn why_a_time_cannot_be_read_is_said_in_the_inspector() {
    let mut desk = small();
    desk.ctrl(Key::Num2);
    desk.click_on("Call on EXIM, ");
    desk.type_into("When: start", "1x");
    desk.key(Key::Tab);
    assert!(
        desk.sees("“1x” does not fit here; 12:00 stays until it does"),
        "{:?}",
        desk.names()
    );
}
