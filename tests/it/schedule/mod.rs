//! The schedule by hand and by key.

mod pictures;
mod wall;

use egui::vec2;

use wall::Wall;

const TWO_DAYS: &str = "
    dates 2026-03-09 2026-03-11
    delegate Elnur_Aliyev [head]
    delegate Orkhan_Zeynalov [principal]
    place Treasury
    place EXIM
    travel Treasury EXIM 30
    day 1
    09:00 60 Call on Treasury @ Treasury: Elnur Aliyev
    11:00 60 Call on EXIM @ EXIM: Orkhan Zeynalov
    day 2
    10:00 60 Visa: Elnur Aliyev [tentative]
    open 45 Cargill: Elnur Aliyev [requested]
";

#[test]
fn dragging_a_block_down_moves_it_by_hours() {
    let mut wall = Wall::of(TWO_DAYS);
    let hour = wall.hour("Call on Treasury", 60.0);
    let at = wall.centre("Call on Treasury");
    wall.drag(at, at + vec2(0.0, hour));
    assert_eq!(wall.when("Call on Treasury"), "9 10:00–11:00");
    assert_eq!(wall.undo(), "Move Call on Treasury");
    assert_eq!(wall.when("Call on Treasury"), "9 09:00–10:00");
}
