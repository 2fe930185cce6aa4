//! How long it takes to know what follows: after one edit, from scratch, and to find something.
//!
//! `cargo bench --bench insight`. Compare within one run: an edit against a start from scratch, and what a
//! drag asks for in each frame against an edit.

use attache::{
    insight::Insight,
    model::{mission::Mission, slot::When},
    sample::made_up,
};
use divan::{Bencher, black_box};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 3, 1);

fn main() {
    divan::main();
}

/// The mission with one meeting moved by a quarter of an hour.
fn moved(mission: &Mission) -> Mission {
    let mut next = mission.clone();
    let id = mission.meetings.ids().nth(mission.meetings.len() / 2);
    next.meetings.change(id.expect("there are some"), |it| {
        if let When::At(slot) = &it.when {
            let later = slot
                .local_start()
                .saturating_add(jiff::Span::new().minutes(15));
            it.when = When::At(slot.starting(later));
        }
    });
    next
}

/// All that the pages ask for.
fn know_all(insight: &Insight) {
    black_box((insight.calendar(), insight.problems(), insight.search()));
    black_box((insight.coverage(), insight.readiness(), insight.due()));
}

fn known(mission: &Mission) -> Insight {
    let insight = Insight::new(mission, TODAY);
    know_all(&insight);
    insight
}

#[divan::bench(args = [100, 10_000])]
fn from_scratch(bencher: Bencher<'_, '_>, meetings: usize) {
    let mission = made_up(meetings);
    bencher.bench_local(|| {
        let insight = Insight::new(&mission, TODAY);
        black_box(insight.calendar());
        black_box(insight.problems());
    });
}

#[divan::bench(args = [100, 10_000])]
fn calendar_alone_from_scratch(bencher: Bencher<'_, '_>, meetings: usize) {
    let mission = made_up(meetings);
    bencher.bench_local(|| {
        black_box(Insight::new(&mission, TODAY).calendar());
    });
}

#[divan::bench(args = [100, 10_000])]
fn one_edit(bencher: Bencher<'_, '_>, meetings: usize) {
    let mission = made_up(meetings);
    let next = moved(&mission);
    let insight = known(&mission);
    bencher
        .with_inputs(|| insight.clone())
        .bench_local_values(|mut insight| {
            insight.follow(&next, TODAY);
            know_all(&insight);
            insight
        });
}

#[divan::bench(args = [100, 10_000])]
fn preview_of_a_drag(bencher: Bencher<'_, '_>, meetings: usize) {
    let mission = made_up(meetings);
    let next = moved(&mission);
    let insight = known(&mission);
    bencher.bench_local(|| {
        let other = insight.of_another(&next);
        black_box(other.problems());
        other
    });
}

#[divan::bench(args = [100, 10_000])]
fn a_person_renamed(bencher: Bencher<'_, '_>, meetings: usize) {
    let mission = made_up(meetings);
    let mut next = mission.clone();
    let head = mission.people.iter().find(|(_, it)| it.is_delegate());
    let head = head.expect("there is one").0;
    next.people
        .change(head, |it| it.family = "Aliyev".to_owned());
    let insight = known(&mission);
    bencher
        .with_inputs(|| insight.clone())
        .bench_local_values(|mut insight| {
            insight.follow(&next, TODAY);
            black_box(insight.problems());
            insight
        });
}

#[divan::bench(args = ["garlin", "elda kerov", "fincor", "gralin", "e", "nothing like it"])]
fn search(bencher: Bencher<'_, '_>, query: &str) {
    let insight = known(&made_up(10_000));
    bencher.bench_local(|| black_box(insight.find(query, 20)));
}

#[divan::bench]
fn search_taken_in(bencher: Bencher<'_, '_>) {
    let mission = made_up(10_000);
    bencher.bench_local(|| {
        black_box(Insight::new(&mission, TODAY).search());
    });
}

#[divan::bench]
fn coverage(bencher: Bencher<'_, '_>) {
    let mission = made_up(10_000);
    bencher.bench_local(|| {
        black_box(Insight::new(&mission, TODAY).coverage());
    });
}

#[divan::bench]
fn readiness(bencher: Bencher<'_, '_>) {
    let mission = made_up(10_000);
    bencher.bench_local(|| {
        black_box(Insight::new(&mission, TODAY).readiness());
    });
}

#[divan::bench]
fn duplicates(bencher: Bencher<'_, '_>) {
    let mission = made_up(10_000);
    bencher.bench_local(|| black_box(attache::insight::duplicates::likely(&mission)));
}
