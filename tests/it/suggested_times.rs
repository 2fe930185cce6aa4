//! A planner asks when a meeting could be, and takes one of the answers.

use attache::{model::item::ItemId, sample::notation::from_notation};
use egui::Key;
use egui_kittest::kittest::Queryable as _;

use crate::support::desk::Desk;

/// Next week: one day on which the head of delegation is busy until noon.
const NEXT_WEEK: &str = "
    dates 2026-03-23 2026-03-23
    delegate Aliyev [head]
    08:00 240 Forum @ Hall: Aliyev
    open 60 Call on EXIM @ EXIM: Aliyev
    travel Hall EXIM 20";

/// The day and clock of an item.
fn when(desk: &Desk, name: &str) -> Option<String> {
    let mission = desk.mission();
    let all = mission.meetings.iter().map(|(id, _)| ItemId::Meeting(id));
    let item = all
        .filter_map(|id| mission.item(id))
        .find(|it| it.name() == name)?;
    Some(item.slot()?.local_start().strftime("%-d %H:%M").to_string())
}

fn asked() -> Desk {
    ask(Desk::empty())
}

fn ask(mut desk: Desk) -> Desk {
    desk.show(from_notation(NEXT_WEEK).expect("a visit of our own"));
    desk.ctrl(Key::K);
    desk.type_text("call on exim");
    desk.key(Key::Enter);
    desk.ctrl(Key::T);
    desk
}

#[test]
fn the_best_time_is_first_with_its_reasons_and_enter_takes_it() {
    let mut desk = asked();
    assert!(desk.sees("Times for Call on EXIM"), "{:?}", desk.names());
    assert!(desk.sees("Aliyev is in Forum on 23 March"));
    desk.key(Key::Enter);
    let taken = when(&desk, "Call on EXIM").expect("it has a time");
    assert!("23 12:20" <= taken.as_str(), "{taken}");
    desk.ctrl(Key::Z);
    assert_eq!(when(&desk, "Call on EXIM"), None);
}

#[test]
fn the_arrows_go_to_the_next_best_and_escape_changes_nothing() {
    let mut desk = asked();
    desk.key(Key::Enter);
    let best = when(&desk, "Call on EXIM");
    let mut desk = asked();
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    assert_ne!(when(&desk, "Call on EXIM"), best);
    let mut desk = asked();
    desk.key(Key::Escape);
    assert_eq!(when(&desk, "Call on EXIM"), None);
}

#[test]
fn when_nothing_is_free_it_says_who_and_what_blocks() {
    let full = NEXT_WEEK.replace("08:00 240", "08:00 720");
    let mut desk = Desk::with(from_notation(&full).expect("a visit of our own"));
    desk.ctrl(Key::Num3);
    desk.click_on("Call on EXIM");
    desk.click_on("Suggest times…");
    assert!(desk.sees("No time fits"), "{:?}", desk.names());
    assert!(desk.sees("Aliyev is in Forum on 23 March"));
    assert!(!desk.sees("Take this time"));
}

#[test]
fn what_blocks_other_times_is_read_to_its_end_by_keys() {
    let mut desk = ask(Desk::sized(egui::vec2(640.0, 320.0), egui::Theme::Light));
    let blocked = |desk: &Desk| {
        let mut all = desk
            .harness
            .query_all_by_label_contains("Aliyev is in Forum");
        all.next().map(|it| it.rect().bottom())
    };
    let bottom = desk.harness.get_by_label("Cancel").rect().top();
    assert!(blocked(&desk).is_none_or(|it| bottom < it));
    for _ in 0..12 {
        desk.key(Key::ArrowDown);
    }
    assert!(blocked(&desk).is_some_and(|it| it < bottom));
}
