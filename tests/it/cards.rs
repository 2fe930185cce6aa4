//! What a planner reads and writes on the card of a thing.

use attache::{sample::notation::from_notation, storage::write};
use egui::{Key, Modifiers, Theme, vec2};
use egui_kittest::kittest::Queryable as _;
use tempfile::TempDir;

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

#[test]
fn the_card_of_an_organisation_has_all_that_is_with_it() {
    let visit = "
        organisation EXIM [host]
        topic Energy
        delegate Aliyev [head]
        person Todd [host] [of EXIM] [title Vice President]
        10:00 60 Call on EXIM: Aliyev, Todd [with EXIM] [topic Energy]
        12:00 90 Energy panel: Aliyev, Todd [panel] [topic Energy]
        owed Send project list: Aliyev [due 2026-03-30] [to EXIM]
        owed Name a contact: Todd [due 2026-03-30] [to EXIM] [theirs]";
    let mut desk = desk();
    desk.show(from_notation(visit).expect("a visit of our own"));
    desk.ctrl(Key::Num4);
    desk.click("Organisations");
    desk.click_on("EXIM");
    for words in [
        "People · 1",
        "Meetings and sessions · 2",
        "Topics · 1",
        "Follow-ups · 2",
    ] {
        assert!(desk.sees(words), "{words}: {:?}", desk.names());
    }
    desk.look("card_organisation");
    desk.click("People");
    desk.click_on("Todd");
    desk.look("card_person");
    for words in ["On the programme · 2", "Owes · 1", "Owed to EXIM · 1"] {
        assert!(desk.sees(words), "{words}: {:?}", desk.names());
    }
}

#[test]
fn a_photo_beside_the_mission_is_shown_and_a_missing_one_says_so() {
    let folder = TempDir::new().expect("a folder of our own");
    let picture = image::RgbImage::from_fn(300, 400, |x, y| {
        image::Rgb([(x / 2) as u8, (y / 2) as u8, 120])
    });
    picture
        .save(folder.path().join("aliyev.png"))
        .expect("the folder can be written to");
    let path = folder.path().join("visit.ron");
    let mission = from_notation(VISIT).expect("a visit of our own");
    write::save(&path, &mission).expect("the folder can be written to");
    let mut desk = Desk::open(&path);
    desk.ctrl(Key::Num4);
    desk.click_on("Aliyev");
    assert!(!desk.sees("No photo"));
    desk.type_into("Photo", "nobody.png");
    assert!(desk.sees("No photo: there is no file of that name"));
    assert!(!desk.has_picture("Photo"));
    desk.type_into("Photo", "aliyev.png");
    assert!(!desk.sees("No photo"), "{:?}", desk.names());
    assert!(desk.has_picture("Photo"));
    // Pasted from the file manager, it is told from the mission's folder on.
    let whole = folder.path().join("aliyev.png");
    desk.type_into("Photo", &whole.to_string_lossy());
    assert_eq!(desk.value("Photo"), "aliyev.png");
    desk.look("inspector_photo");
}

/// Presses the button by keys: it may stand below what one sees.
fn choose_photo(desk: &mut Desk) {
    desk.harness.get_by_label("Choose…").focus();
    desk.key(Key::Enter);
}

#[test]
fn a_photo_is_chosen_where_it_lies_beside_the_mission() {
    let folder = TempDir::new().expect("a folder of our own");
    let elsewhere = TempDir::new().expect("a folder of our own");
    let picture = image::RgbImage::from_pixel(30, 40, image::Rgb([20, 90, 120]));
    for path in [
        folder.path().join("aliyev.png"),
        elsewhere.path().join("todd.png"),
    ] {
        picture.save(path).expect("the folder can be written to");
    }
    let path = folder.path().join("visit.ron");
    let mission = from_notation(VISIT).expect("a visit of our own");
    write::save(&path, &mission).expect("the folder can be written to");
    let mut desk = Desk::open(&path);
    desk.ctrl(Key::Num4);
    desk.click_on("Aliyev");
    desk.will_pick(elsewhere.path().join("todd.png"));
    choose_photo(&mut desk);
    assert!(desk.sees("todd.png was not taken: it lies elsewhere"));
    assert_eq!(desk.value("Photo"), "");
    desk.will_pick(folder.path().join("aliyev.png"));
    desk.hold_jobs();
    choose_photo(&mut desk);
    desk.type_into("Title", "Minister");
    desk.let_one_job_go();
    desk.let_one_job_go();
    assert_eq!(desk.value("Photo"), "aliyev.png");
    assert_eq!(desk.value("Title"), "Minister");
    desk.let_one_job_go();
    assert!(desk.has_picture("Photo"));
    desk.look("inspector_photo_chosen");
    desk.ctrl(Key::Z);
    assert_eq!(desk.value("Photo"), "");
}

#[test]
fn a_mission_without_a_file_has_no_place_for_photos_yet() {
    let mut desk = Desk::with(from_notation(VISIT).expect("a visit of our own"));
    desk.ctrl(Key::Num4);
    desk.click_on("Aliyev");
    choose_photo(&mut desk);
    assert!(desk.sees("save the mission first"));
}
