//! What the schedule looks like, for somebody who wants to look.

use attache::sample::notation::from_notation;
use egui::{Theme, Vec2, vec2};

use super::wall::Wall;

/// A visit as busy as the real one.
pub const WASHINGTON: &str = "
    dates 2026-03-09 2026-03-12
    margin 0
    delegate Elnur_Aliyev [head] [class 1]
    delegate Orkhan_Zeynalov [principal] [class 2]
    delegate Samad_Seyidov [principal] [class 3]
    delegate Rovshan_Najaf [principal] [class 4]
    delegate Rauf_Məmmədov [note taker] [class 5]
    delegate Nigar_Şükürova [interpreter] [class 6]
    place Hotel
    place Winder_Building [security 10]
    place HCHB [security 5] [room 3850 12]
    place Vermont_Ave
    place Wilson
    place New_York_Ave
    place Truman_Building [security 15]
    travel Hotel Winder_Building 22
    travel Winder_Building HCHB 14
    travel HCHB Vermont_Ave 20
    travel Wilson New_York_Ave 21
    travel Vermont_Ave Hotel 9
    travel Hotel Truman_Building 18
    topic Energy
    topic Transport_and_logistics
    topic AI
    day 1
    11:30 150 Arrival, IAD: Elnur Aliyev, Orkhan Zeynalov (participant) [arrival]
    14:30 45 Transfer to hotel @ Hotel: Elnur Aliyev [transfer]
    16:00 60 Internal briefing @ Hotel: Elnur Aliyev, Orkhan Zeynalov, Samad Seyidov, Rauf Məmmədov [briefing] [room Potomac]
    18:30 120 Welcome dinner @ Hotel: Elnur Aliyev [working meal]
    day 2
    09:00 60 U.S. Trade Representative @ Winder Building: Elnur Aliyev, Gettman, Orkhan Zeynalov, Rauf Məmmədov (note taker), Nigar Şükürova (interpreter) [topic Energy]
    10:30 60 Department of Commerce @ HCHB: Elnur Aliyev, Guidera, Orkhan Zeynalov, Nigar Şükürova (interpreter) [room 3850] [topic AI]
    11:45 45 EXIM @ Vermont Ave: Elnur Aliyev, Todd, Rovshan Najaf, Rauf Məmmədov (note taker) [topic Transport and logistics]
    12:45 60 Working lunch @ Hotel: Elnur Aliyev, Orkhan Zeynalov, Samad Seyidov, Rovshan Najaf, Rauf Məmmədov, Nigar Şükürova [working meal]
    14:00 60 USTDA @ Wilson: Orkhan Zeynalov, Kress, Rauf Məmmədov (note taker) [tentative]
    14:15 45 Visa @ Hotel: Elnur Aliyev, McDonnell [tentative]
    15:30 60 DFC @ New York Ave: Orkhan Zeynalov, Angell
    17:00 30 Tetra Tech: Samad Seyidov [proposed]
    day 3
    09:00 45 Opening ceremony @ Hotel: Elnur Aliyev, Bakhishov (speaker), Veziri (speaker), Ibrahim (speaker) [opening ceremony]
    09:45 75 Main session @ Hotel: Elnur Aliyev (speaker) [main session]
    11:00 30 Coffee break [break]
    11:30 75 Panel on technology and AI @ Hotel [panel] [room Salon A]
    11:30 75 Panel on energy @ Hotel [panel] [room Salon B]
    13:00 60 Conference lunch @ Hotel [working meal]
    14:00 75 Panel on finance @ Hotel [panel] [room Salon A]
    14:15 60 HAIMAKER.AI @ Hotel: Elnur Aliyev, Su Le [pull-aside]
    15:45 45 Signing: MoU with HAIMAKER.AI @ Hotel: Elnur Aliyev (signatory), Su Le (signatory) [signing ceremony] [room Salon C]
    16:45 30 Call off: Samad Seyidov [cancelled]
    18:00 150 Anniversary reception [reception]
    day 4
    09:00 60 Department of State @ Truman Building: Elnur Aliyev, Yon, Dongtog [locked]
    11:00 60 Energy round table: Samad Seyidov [roundtable] [tentative]
    12:30 60 Wrap-up and follow-ups @ Hotel: Elnur Aliyev, Orkhan Zeynalov [debrief]
    zone Asia/Baku
    22:15 15 Call home: Elnur Aliyev [call home]
    zone America/New_York
    15:00 90 Departure, IAD: Elnur Aliyev [departure]
    open 45 Freeport-McMoRan: Elnur Aliyev [requested] [asked 2026-03-02]
    open 60 World Bank Group: Elnur Aliyev, Orkhan Zeynalov [requested]
    open 30 Cargill: Elnur Aliyev [proposed]
";

fn paint(name: &str, size: Vec2, light: Theme, prepare: impl FnOnce(&mut Wall)) {
    let mission = from_notation(WASHINGTON).expect("a mission in a few lines");
    let mut wall = Wall::lit(mission, size, light, "2026-03-10T14:52:00Z");
    prepare(&mut wall);
    wall.look(&format!("schedule_{name}"));
}

#[test]
fn days_are_painted_by_day_and_by_night() {
    let select = |wall: &mut Wall| wall.click("Department of Commerce, ");
    paint("days_light", vec2(1024.0, 830.0), Theme::Light, select);
    paint("days_dark", vec2(1024.0, 830.0), Theme::Dark, select);
}

#[test]
fn a_small_window_shows_the_schedule_too() {
    paint("days_small", vec2(608.0, 570.0), Theme::Light, |_| ());
    paint("days_tiny", vec2(436.0, 285.0), Theme::Light, |_| ());
}

#[test]
fn lanes_and_the_list_are_painted() {
    paint("lanes_light", vec2(1024.0, 830.0), Theme::Light, |wall| {
        wall.click_exactly("Lanes")
    });
    paint("list_light", vec2(1024.0, 830.0), Theme::Light, |wall| {
        wall.click_exactly("List")
    });
}

#[test]
fn a_hand_at_work_is_painted() {
    paint("drag_light", vec2(1024.0, 830.0), Theme::Light, |wall| {
        let from = wall.centre("U.S. Trade Representative, ");
        wall.hold_with(egui::Modifiers::NONE, from, from + vec2(10.0, 65.0));
    });
}

#[test]
fn running_late_and_a_persons_eyes_are_painted() {
    paint("late_light", vec2(1024.0, 830.0), Theme::Light, |wall| {
        wall.click_exactly("Running late…");
    });
    paint("lens_light", vec2(1024.0, 830.0), Theme::Light, |wall| {
        wall.click_exactly("For everyone");
        wall.click_exactly("Orkhan Zeynalov");
    });
    paint(
        "list_lens_light",
        vec2(1024.0, 830.0),
        Theme::Light,
        |wall| {
            wall.click_exactly("For everyone");
            wall.click_exactly("Elnur Aliyev");
            wall.click_exactly("List");
        },
    );
    paint("places_light", vec2(1024.0, 830.0), Theme::Dark, |wall| {
        wall.click_exactly("Lanes");
        wall.click_exactly("Lanes are delegates");
        wall.click_exactly("Places");
    });
}
