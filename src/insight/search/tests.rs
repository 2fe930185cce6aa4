//! What is found by which letters, and in which order.

use super::*;
use crate::insight::tests::fixture::{BEFORE, mission};

fn names(world: &str, query: &str) -> Vec<String> {
    let mission = mission(world);
    let hits = Search::new(&mission, BEFORE).find(&mission, query, 10);
    hits.into_iter().map(|it| it.name).collect()
}

const PEOPLE: &str = "delegate \"Elnur Əliyev\"
                      delegate \"Nigar Şükürova\"
                      person \"Пётр Иванов\"
                      person \"Carl Kress\" [title Director of Energy]";

#[test]
fn letters_are_typed_as_they_sound() {
    assert_eq!(names(PEOPLE, "eliyev"), ["Elnur Əliyev"]);
    assert_eq!(names(PEOPLE, "sukurov"), ["Nigar Şükürova"]);
    assert_eq!(names(PEOPLE, "ivanov"), ["Пётр Иванов"]);
    assert_eq!(names(PEOPLE, "ИВАНОВ"), ["Пётр Иванов"]);
}

#[test]
fn a_name_is_found_as_other_alphabets_and_passports_write_it() {
    let people = "delegate \"Elnur Əliyev\"
                  delegate \"Nigar Şükürova\"
                  delegate \"Rauf Məmmədov\"
                  delegate \"Ceyhun Həsənov\"";
    for (typed, found) in [
        ("Шукюрова", "Nigar Şükürova"),
        ("Шюкюрова", "Nigar Şükürova"),
        ("Маммадов", "Rauf Məmmədov"),
        ("Мамедов", "Rauf Məmmədov"),
        ("Мамедоф", "Rauf Məmmədov"),
        ("Джейхун", "Ceyhun Həsənov"),
        ("Гасанов", "Ceyhun Həsənov"),
        ("aliyev", "Elnur Əliyev"),
        ("алиев", "Elnur Əliyev"),
    ] {
        assert_eq!(names(people, typed), [found], "{typed}");
    }
}

#[test]
fn a_command_is_found_as_anything_else_is() {
    assert!(fits("new folow", "New follow-up"));
    assert!(fits("follow new", "New follow-up"));
    assert!(!fits("new meting", "New follow-up"));
}

#[test]
fn words_come_in_any_order() {
    assert_eq!(names(PEOPLE, "kress carl"), ["Carl Kress"]);
    assert_eq!(names(PEOPLE, "kress energy"), ["Carl Kress"]);
    assert!(names(PEOPLE, "kress eliyev").is_empty());
}

#[test]
fn one_letter_may_be_wrong() {
    for typed in ["elieyv", "eliyv", "elijev", "eliyeev"] {
        assert_eq!(names(PEOPLE, typed), ["Elnur Əliyev"], "{typed}");
    }
    assert!(names(PEOPLE, "krx").is_empty());
}

#[test]
fn what_is_called_so_comes_before_what_has_it_in_its_name() {
    let mut world = mission(
        "owed \"Thank DFC\" [due 2026-03-10]\norganisation \"Development Finance Corporation\"",
    );
    let id = world.organisations.ids().next().expect("one");
    let acronym = "DFC".to_owned();
    world.organisations.change(id, |it| it.acronym = acronym);
    let hits = Search::new(&world, BEFORE).find(&world, " dfc ", 10);
    let names: Vec<String> = hits.into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["Development Finance Corporation", "Thank DFC"]);
}

#[test]
fn a_name_comes_before_a_note_and_near_before_far() {
    let world = "person Kress [title Energy]
                 day 4
                 10:00 60 Energy talk: Aliyev [id far]
                 day 1
                 10:00 60 Energy talk: Aliyev [id near]";
    let mission = mission(world);
    let hits = Search::new(&mission, BEFORE).find(&mission, "energy", 10);
    let ids: Vec<_> = hits.iter().map(|it| format!("{:?}", it.id)).collect();
    assert_eq!(ids, ["Meeting(near)", "Meeting(far)", "Person(kress)"]);
}

#[test]
fn many_of_one_name_do_not_hide_what_else_is_called_so() {
    let meetings: Vec<String> = (8..18)
        .map(|hour| format!("{hour:02}:00 30 EXIM: Aliyev [id exim-{hour}]"))
        .collect();
    let world = format!("organisation EXIM\n{}", meetings.join("\n"));
    let mission = mission(&world);
    let on_the_day = mission.first_day;
    let hits = Search::new(&mission, on_the_day).find(&mission, "exim", 5);
    let sorts: Vec<_> = hits.iter().map(|it| it.id.sort()).collect();
    use Sort::{Meeting, Organisation};
    assert_eq!(sorts, [Meeting, Meeting, Meeting, Organisation, Meeting]);
}

#[test]
fn what_stands_in_parts_is_found_too() {
    let mut mission = mission("place Winder");
    let winder = "winder".parse().expect("an id");
    mission.places.change(winder, |it| {
        let name = "Indian Treaty Room".to_owned();
        it.rooms.push(crate::model::place::Room {
            name,
            ..Default::default()
        });
    });
    mission.objectives.push(crate::model::mission::Objective {
        text: "Hydrogen".to_owned(),
        ..Default::default()
    });
    let search = Search::new(&mission, BEFORE);
    let first = |typed: &str| {
        let hits = search.find(&mission, typed, 10);
        hits.first().map(|it| it.id)
    };
    assert_eq!(first("treaty"), Some(winder.into()));
    assert_eq!(first("hydrogen"), Some(AnyId::Mission));
}

#[test]
fn following_is_as_good_as_starting_anew() {
    let older = mission(PEOPLE);
    let mut search = Search::new(&older, BEFORE);
    let mut newer = older.clone();
    let kress = "carl-kress".parse().expect("an id");
    newer
        .people
        .change(kress, |it| it.title = "Chair".to_owned());
    newer.people.remove("elnur-eliyev".parse().expect("an id"));
    let changed = older.people.differing(&newer.people);
    let changed: Vec<_> = changed.into_iter().map(AnyId::from).collect();
    search.follow(&newer, BEFORE, &changed);
    assert_eq!(search, Search::new(&newer, BEFORE));
}
