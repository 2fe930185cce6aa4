//! How problems stand in the list: accepted, told apart by name, weighed as the mission says.

use std::{collections::BTreeSet, num::NonZeroU16};

use super::fixture::{BEFORE, mission};
use crate::{
    insight::{Insight, problem},
    model::{
        mission::{Acceptance, Level, Mission},
        slot::When,
    },
};

#[test]
fn an_accepted_problem_stays_listed_and_comes_back_when_its_facts_change() {
    let mut mission = mission(
        "10:00 60 Treasury: Aliyev
         10:30 60 EXIM: Aliyev",
    );
    let errors = |mission: &Mission| Insight::new(mission, BEFORE).problems().count(Level::Error);
    assert_eq!(errors(&mission), 1);
    let insight = Insight::new(&mission, BEFORE);
    let clash = insight.problems().all().find(|it| it.level == Level::Error);
    let clash = clash.expect("they clash").clone();
    mission.accepted.push(Acceptance {
        code: clash.code.to_owned(),
        about: clash.about.clone(),
        facts: clash.facts,
        reason: "Karimova stays".to_owned(),
        on: None,
    });
    let mut insight = Insight::new(&mission, BEFORE);
    assert_eq!(insight.problems().count(Level::Error), 0);
    let listed = insight.problems().all().find(|it| it.code == clash.code);
    assert_eq!(
        listed.and_then(|it| it.accepted.clone()).as_deref(),
        Some("Karimova stays")
    );
    mission
        .meetings
        .change("exim".parse().expect("an id"), |it| {
            let slot = it.when.slot().expect("it has its time");
            it.when = When::At(slot.lasting(NonZeroU16::new(90).expect("not zero")));
        });
    insight.follow(&mission, BEFORE);
    assert_eq!(insight.problems().count(Level::Error), 1);
}

#[test]
fn two_of_one_name_are_told_apart_as_soon_as_there_are_two() {
    let mut mission = mission(
        "10:00 60 Treasury: Aliyev, Karimova
         10:30 60 EXIM: Aliyev, Karimova",
    );
    let mut insight = Insight::new(&mission, BEFORE);
    let said = |it: &Insight| {
        let mut all = it.problems().all();
        let clash = all.find(|it| it.code == "double-booked-person");
        clash.map(|it| it.sentence.clone())
    };
    let before = "Aliyev and Karimova are in Treasury until 11:00; EXIM begins at 10:30";
    assert_eq!(said(&insight).as_deref(), Some(before));
    for (id, given) in [("aliyev", "Elnur"), ("karimova", "Leyla")] {
        mission.people.change(id.parse().expect("an id"), |it| {
            it.given = given.to_owned();
            it.family = "Aliyev".to_owned();
        });
    }
    insight.follow(&mission, BEFORE);
    let after = "E. Aliyev and L. Aliyev are in Treasury until 11:00; EXIM begins at 10:30";
    assert_eq!(said(&insight).as_deref(), Some(after));
}

#[test]
fn settings_say_how_much_a_kind_weighs() {
    let mut mission = mission(
        "10:00 60 Treasury: Aliyev
         10:30 60 EXIM: Aliyev",
    );
    mission
        .settings
        .levels
        .insert("double-booked-person".to_owned(), Level::Hint);
    let insight = Insight::new(&mission, BEFORE);
    assert_eq!(insight.problems().count(Level::Error), 0);
    mission
        .settings
        .levels
        .insert("double-booked-person".to_owned(), Level::Off);
    let insight = Insight::new(&mission, BEFORE);
    assert!(
        insight
            .problems()
            .all()
            .all(|it| it.code != "double-booked-person")
    );
}

#[test]
fn codes_are_told_apart() {
    let codes: BTreeSet<_> = problem::RULES.iter().map(|it| it.code).collect();
    assert_eq!(codes.len(), problem::RULES.len());
}
