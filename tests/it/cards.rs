//! What a planner reads and writes on the card of a thing.

use attache::sample::notation::from_notation;
use egui::{Key, Modifiers, Theme, vec2};

use crate::support::desk::Desk;

const VISIT: &str = "
    delegate Aliyev [head]
    10:00 60 Call on Commerce: Aliyev, Guidera";

/// A window high enough for all of the inspector.
fn desk() -> Desk {
    let mut desk = Desk::sized(vec2(1440.0, 1600.0), Theme::Light);
    desk.show(from_notation(VISIT).expect("a visit of our own"));
    desk
}

#[test]
fn a_brief_is_written_with_lists_and_bold_words_and_kept_as_plain_text() {
    let mut desk = desk();
    desk.ctrl(Key::Num2);
    desk.click_on("Call on Commerce, ");
    desk.click("Show Brief");
    desk.type_into("Points to make", "- Ask for a date");
    desk.keys(Modifiers::CTRL.plus(Modifiers::SHIFT), Key::ArrowLeft);
    desk.ctrl(Key::B);
    desk.key(Key::End);
    desk.key(Key::Enter);
    desk.type_text("Thank them");
    desk.key(Key::Enter);
    desk.key(Key::Enter);
    desk.type_text("Then leave");
    let points = |desk: &Desk| {
        let (_, meeting) = desk.mission().meetings.iter().next().expect("the call");
        meeting.brief.points.clone()
    };
    desk.look("inspector_brief");
    assert_eq!(
        points(&desk),
        "- Ask for a **date**\n- Thank them\nThen leave"
    );
    desk.ctrl(Key::Z);
    assert_eq!(points(&desk), "", "one stay in a field is one step");
}
