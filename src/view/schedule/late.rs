//! Running late: everything after a moment is shifted by some minutes, for everybody or for some.

use std::collections::BTreeSet;

use egui::{Id, Popup, PopupCloseBehavior, RichText, ScrollArea, Ui};
use jiff::{Timestamp, civil::Date};

use super::{
    ScheduleView,
    days::{at, minute_of, minute_of_clock},
    kept::Kept,
    shape::Shape,
    time_grid::{DAY, FIVE, QUARTER, clock, snap},
};
use crate::{
    edit::{self, Edit},
    insight::saying,
    model::{
        day_words,
        id::{AnyId, PersonId},
        item::{Item, ItemId, Standing},
        mission::{Level, Mission},
        session::SessionKind,
        slot::Slot,
    },
    view::{clash, scene::Scene},
    widget::{
        self, button,
        icon::{self, Icon},
        menu, picker, status, text,
        theme::{self, SEMIBOLD, SMALL, Theme},
    },
};

/// The most one runs late before one plans the day anew.
const MOST: i32 = 6 * 60;

/// What is asked in the dialog.
pub struct Late {
    day: Date,
    from: i32,
    minutes: i32,
    /// Whom it is for; nobody named means everybody.
    people: BTreeSet<PersonId>,
    worked_out: Option<WorkedOut>,
}

/// The question: of which version, which day, from which minute, by how many, for whom.
type Asked = (u64, Date, i32, i32, BTreeSet<PersonId>);

/// What would come of it, kept until the question changes.
struct WorkedOut {
    asked: Asked,
    edit: Edit,
    /// When each was, when it will be, and what it is.
    moved: Vec<String>,
    /// What keeps its time all the same, and why.
    staying: Vec<String>,
    breaks: Vec<(Level, String)>,
}

impl Late {
    fn work_out(&mut self, scene: &Scene<'_>, kept: &Kept) -> &WorkedOut {
        let people = self.people.clone();
        let asked = (scene.version, self.day, self.from, self.minutes, people);
        let known = self.worked_out.take().filter(|it| it.asked == asked);
        let made = match known {
            Some(known) => known,
            None => self.ask(scene, kept, asked),
        };
        self.worked_out.insert(made)
    }

    fn ask(&self, scene: &Scene<'_>, kept: &Kept, asked: Asked) -> WorkedOut {
        let mission = scene.mission;
        let zone = kept.whose().zone(mission, self.day);
        let moment: Timestamp = zone.instant(at(self.day, self.from));
        let end: Timestamp = zone.instant(at(self.day, DAY));
        let people: Vec<PersonId> = self.people.iter().copied().collect();
        let mut moved = Vec::new();
        let mut staying = Vec::new();
        for it in kept.days.on(self.day).iter() {
            let Some(item) = mission.item(it.item) else {
                continue;
            };
            let is_meant = item
                .slot()
                .is_some_and(|slot| moment <= slot.start() && slot.start() < end)
                && item.standing().books()
                && item.standing() != Standing::Held
                && (people.is_empty()
                    || people
                        .iter()
                        .any(|who| item.participations().of(*who).is_some()));
            if is_meant {
                match why_it_stays(item) {
                    Some(why) => staying.push((it.item, why)),
                    None => moved.push(it.item),
                }
            }
        }
        let edit = edit::schedule::shift_all(mission, &moved, i64::from(self.minutes));
        // Who comes late to what does not move is told too.
        let all = moved.iter().chain(staying.iter().map(|(id, _)| id));
        let things: Vec<AnyId> = all.map(|it| (*it).into()).collect();
        let breaks = clash::all_of(scene.insight, &edit.next, &things);
        // On the clock of the question, whatever is drawn meanwhile.
        let start = |mission: &Mission, id| {
            let slot = mission.item(id).and_then(|it| it.slot());
            let local = |slot: &Slot| day_words::clock(zone.local(slot.start()).time());
            slot.map(local).unwrap_or_default()
        };
        let in_words = |id: &ItemId| {
            let (was, will) = (start(mission, *id), start(&edit.next, *id));
            format!("{was} → {will}   {}", mission.name_of(*id))
        };
        let moved = moved.iter().map(in_words).collect();
        let stays = |(id, why): (ItemId, &str)| {
            format!("{}   {} {why}", start(mission, id), mission.name_of(id))
        };
        let staying = staying.into_iter().map(stays).collect();
        WorkedOut {
            asked,
            edit,
            moved,
            staying,
            breaks,
        }
    }
}

/// Why an item keeps its time however late one is, if it does.
fn why_it_stays(item: Item<'_>) -> Option<&'static str> {
    if item.is_locked() {
        return Some("is locked and stays");
    }
    // Of an arrival that is late one says so here; what takes people home does not wait.
    (item.kind() == Some(SessionKind::Departure)).then_some("does not wait and stays")
}

impl ScheduleView {
    /// Begins to ask: from the item that is selected on, or from now on once it has begun.
    pub(super) fn begin_late(&mut self, scene: &Scene<'_>, kept: &Kept) {
        let selected = scene
            .selection
            .primary()
            .and_then(|it| ItemId::try_from(it).ok())
            .and_then(|it| scene.mission.item(it)?.slot());
        let is_under_way = scene.mission.days().contains(&scene.today);
        let whose = kept.whose();
        let shown = self.shown.day.filter(|_| self.shown.shape == Shape::Lanes);
        let moment = match (selected, shown) {
            (Some(slot), _) if !is_under_way || scene.now < slot.start() => slot.start(),
            // Who looks at one day before the visit asks about that day.
            (None, Some(day)) if !is_under_way => {
                let first = kept.days.on(day).first().map_or(8 * 60, |it| it.from);
                whose.zone(scene.mission, day).instant(at(day, first))
            }
            _ => scene.now,
        };
        let guess = scene.mission.host_zone.local(moment).date();
        let local = whose.zone(scene.mission, guess).local(moment);
        let day = local.date().clamp(
            scene.mission.first_day,
            scene.mission.last_day.max(scene.mission.first_day),
        );
        let from = if day == local.date() {
            snap(minute_of(local), FIVE)
        } else {
            kept.days.on(day).first().map_or(8 * 60, |it| it.from)
        };
        self.late = Some(Late {
            day,
            from,
            minutes: QUARTER,
            people: self.shown.lens.into_iter().collect(),
            worked_out: None,
        });
    }

    /// Asks how late, shows what it moves and breaks, and does it.
    pub(super) fn late_ui(&mut self, ui: &Ui, scene: &Scene<'_>, kept: &Kept) {
        let Some(mut late) = self.late.take() else {
            return;
        };
        let mut is_done = false;
        let id = Id::unique("running late");
        let modal = widget::dialog::show(ui.ctx(), id, 460.0, |ui, entered| {
            ui.label(RichText::new("Running late").font(theme::font(theme::HEADING, SEMIBOLD)));
            ui.add_space(theme::GAP);
            let is_read = question_ui(ui, scene, &mut late);
            ui.add_space(theme::GAP);
            is_done = answer_ui(ui, scene, kept, &mut late, (entered, is_read));
        });
        if !is_done && !modal.should_close() {
            self.late = Some(late);
        }
    }
}

/// Returns whether all that stands there could be read.
fn question_ui(ui: &mut Ui, scene: &Scene<'_>, late: &mut Late) -> bool {
    ui.horizontal(|ui| {
        ui.label("Everything on");
        let days = scene.mission.days();
        let button = picker::chooser(ui, "Day", &day_words::long_day(late.day), 200.0);
        let names = days.iter().map(|it| day_words::long_day(*it));
        let chosen = menu::choices(&button, names, days.iter().position(|it| *it == late.day));
        if let Some(day) = chosen.and_then(|it| days.get(it)) {
            late.day = *day;
        }
    });
    let mut is_read = true;
    ui.horizontal(|ui| {
        ui.label("that begins at or after");
        is_read &= stepper(
            ui,
            &mut late.from,
            QUARTER,
            (0, DAY - FIVE),
            "Begin",
            |it| clock(*it),
            |text| day_words::parse_clock(text).map(minute_of_clock),
        );
    });
    ui.horizontal(|ui| {
        ui.label("is moved by");
        is_read &= stepper(
            ui,
            &mut late.minutes,
            FIVE,
            (-MOST, MOST),
            "Minutes",
            |it| format!("{it} min"),
            |text| read_minutes(text).filter(|it| (-MOST..=MOST).contains(it)),
        );
    });
    whom_ui(ui, scene, late);
    is_read
}

/// For everybody, or for those of the delegation who are chosen from a list.
fn whom_ui(ui: &mut Ui, scene: &Scene<'_>, late: &mut Late) {
    let names = late.people.iter().map(|it| scene.insight.short_name(*it));
    let whom = match late.people.len() {
        0 => "everybody".to_owned(),
        _ => saying::names(&names.collect::<Vec<_>>()),
    };
    ui.horizontal(|ui| {
        ui.label("for");
        let button = picker::chooser(ui, "For whom", &whom, ui.available_width().min(240.0));
        let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        menu::drop_down(popup, &button, |ui| {
            picker::at_least_as_wide(ui, &button);
            ui.spacing_mut().item_spacing.y = 0.0;
            if picker::row(ui, "Everybody", "", late.people.is_empty()).clicked() {
                late.people.clear();
                ui.close();
            }
            ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
                for id in scene.insight.delegation() {
                    let is_in = late.people.contains(id);
                    let name = scene.mission.name_of(*id);
                    if !picker::row(ui, &name, "", is_in).clicked() {
                        continue;
                    }
                    if is_in {
                        late.people.remove(id);
                    } else {
                        late.people.insert(*id);
                    }
                }
            });
        });
    });
}

/// Shows what would come of it. Returns whether the dialog is done with.
fn answer_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    kept: &Kept,
    late: &mut Late,
    (entered, is_read): (bool, bool),
) -> bool {
    let theme = Theme::of(ui);
    let by = late.minutes;
    let from = late.from;
    let answer = late.work_out(scene, kept);
    let small = |words: &str, ink| RichText::new(words).size(SMALL).color(ink);
    ScrollArea::vertical().max_height(220.0).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        if answer.moved.is_empty() && answer.staying.is_empty() {
            ui.label(small("Nothing begins after that", theme.secondary));
        }
        for words in &answer.moved {
            ui.label(small(words, theme.text));
        }
        for words in &answer.staying {
            ui.label(small(words, theme.secondary));
        }
        for (level, sentence) in &answer.breaks {
            let (ink, _) = status::of_level(*level, theme);
            ui.label(small(sentence, ink));
        }
        if answer.breaks.is_empty() && !answer.moved.is_empty() {
            ui.label(small("It breaks nothing", theme.good));
        }
    });
    ui.add_space(theme::GAP);
    let mut is_done = false;
    button::at_right(ui, |ui| {
        if button::secondary(ui, "Cancel").clicked() {
            is_done = true;
        }
        let label = match answer.moved.len() {
            1 => "Move 1 item".to_owned(),
            many => format!("Move {many} items"),
        };
        let can_be_done = is_read && !answer.moved.is_empty() && by != 0;
        ui.add_enabled_ui(can_be_done, |ui| {
            let is_meant = button::primary(ui, &label).clicked();
            if is_meant || (entered && ui.is_enabled()) {
                let said = format!("Run {by} minutes late from {}", clock(from));
                scene.edit(answer.edit.clone().called(said));
                is_done = true;
            }
        });
    });
    is_done
}

/// Reads by how much one is late: a length, or, with a sign before it, how much one is ahead.
fn read_minutes(text: &str) -> Option<i32> {
    let text = text.trim();
    if text.trim_end_matches("min").trim() == "0" {
        return Some(0);
    }
    let (sign, length) = match text.strip_prefix(['-', '−']) {
        Some(length) => (-1, length),
        None => (1, text.trim_start_matches('+')),
    };
    day_words::parse_length(length).map(|it| sign * i32::from(it.get()))
}

/// A value that can be typed, with a button to make it less and one to make it more. Returns whether what stands
/// there can be read.
fn stepper(
    ui: &mut Ui,
    value: &mut i32,
    step: i32,
    (least, most): (i32, i32),
    name: &str,
    show: impl Fn(&i32) -> String,
    read: impl Fn(&str) -> Option<i32>,
) -> bool {
    if icon::button(ui, Icon::Minus, &format!("{name} less")).clicked() {
        *value = (*value - step).max(least);
    }
    let typed = text::typed(ui, name, 64.0, value, show, read);
    if let Some(typed) = typed.value {
        *value = typed;
    }
    if icon::button(ui, Icon::Plus, &format!("{name} more")).clicked() {
        *value = (*value + step).min(most);
    }
    !typed.unread
}
