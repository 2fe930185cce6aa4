//! A form: rows of one entity's fields, drawn over a draft, and the edit that follows from what was done.

use egui::Ui;

use crate::{
    edit::{self, Edit, Visit},
    insight::{Insight, problem::Problem},
    model::{
        entity::Entity,
        field::{Field, Value},
        id::{AnyId, Id, PersonId, Sort},
        mission::{Level, Mission},
        organisation::Side,
        person::Person,
        place::Place,
        topic::Topic,
    },
    view::{find::find_of, scene::Scene},
    widget::{
        button,
        field::{self, Around, Outcome},
    },
};

/// The draft of one entity, and what happened to it so far in this frame.
pub struct Form<'s, 'm, E: 'static> {
    /// What it draws for.
    pub scene: &'s Scene<'m>,
    /// The entity, as it will be.
    pub draft: E,
    rows: &'static [Field<E>],
    /// The problems of the thing that lie in its own fields.
    problems: Vec<&'m Problem>,
    outcome: Outcome,
    /// The field in which a new thing is to be linked.
    new_in: Option<&'static str>,
    /// Somebody whom the draft names already, and who is not in the mission yet.
    newcomer: Option<(PersonId, Person)>,
}

impl<'s, 'm, E: Clone + 'static> Form<'s, 'm, E> {
    /// A form over a copy of an entity.
    pub fn new(scene: &'s Scene<'m>, thing: AnyId, entity: &E, rows: &'static [Field<E>]) -> Self {
        Self {
            scene,
            draft: entity.clone(),
            rows,
            problems: own_problems(scene, thing),
            outcome: Outcome::default(),
            new_in: None,
            newcomer: None,
        }
    }

    /// The rows of some fields, by their keys.
    pub fn rows(&mut self, ui: &mut Ui, keys: &[&'static str]) {
        for key in keys {
            self.row(ui, key, field::field_row);
        }
    }

    /// A field without its name, for where the heading above says it already.
    pub fn bare(&mut self, ui: &mut Ui, key: &'static str) {
        self.row(ui, key, field::control);
    }

    fn row(
        &mut self,
        ui: &mut Ui,
        key: &'static str,
        draw: impl FnOnce(&mut Ui, &Field<E>, &mut E, &Around<'_>) -> Outcome,
    ) {
        let Some(row) = self.rows.iter().find(|it| it.key == key) else {
            return;
        };
        let outcome = self.around(|around, draft| draw(ui, row, draft, around));
        if outcome.new.is_some() {
            self.new_in = Some(row.key);
        }
        self.outcome.and(outcome);
    }

    /// A row with parts of its own, drawn by `add` over the draft.
    pub fn part(
        &mut self,
        ui: &mut Ui,
        key: &'static str,
        name: &str,
        add: impl FnOnce(&mut Ui, &mut E, &Around<'_>) -> Outcome,
    ) {
        let problem = problem_at(&self.problems, key);
        let outcome = self.around(|around, draft| {
            field::row(ui, name, problem, |ui| {
                ui.push_id(key, |ui| add(ui, draft, around)).inner
            })
        });
        self.outcome.and(outcome);
    }

    /// The same, as wide as the form and without a name.
    pub fn wide(
        &mut self,
        ui: &mut Ui,
        key: &'static str,
        add: impl FnOnce(&mut Ui, &mut E, &Around<'_>) -> Outcome,
    ) {
        let outcome =
            self.around(|around, draft| ui.push_id(key, |ui| add(ui, draft, around)).inner);
        self.outcome.and(outcome);
    }

    /// A part of the form one can fold away. It is open at first when there is something in it.
    pub fn section(
        &mut self,
        ui: &mut Ui,
        name: &str,
        open_at_first: bool,
        add: impl FnOnce(&mut Self, &mut Ui),
    ) {
        let id = ui.make_persistent_id(("section", name));
        let mut open = ui
            .data(|it| it.get_temp::<bool>(id))
            .unwrap_or(open_at_first);
        field::section(ui, name, |ui| {
            let (words, said) = if open {
                ("Hide", format!("Hide {name}"))
            } else {
                ("Show", format!("Show {name}"))
            };
            if button::small_link(ui, words)
                .accessible_name(said)
                .clicked()
            {
                open = !open;
                ui.data_mut(|it| it.insert_temp(id, open));
            }
        });
        if open {
            add(self, ui);
        }
    }

    /// Takes somebody into the mission together with the draft, which names them.
    pub fn take_in(&mut self, id: PersonId, person: Person) {
        self.newcomer = Some((id, person));
        self.outcome.and(Outcome::change());
    }

    fn around<R>(&mut self, show: impl FnOnce(&Around<'_>, &mut E) -> R) -> R {
        let scene = self.scene;
        let find = |sort: Sort, typed: &str, fits: &dyn Fn(AnyId) -> bool| {
            find_of(scene, sort, typed, fits)
        };
        let problem = |key: &str| problem_at(&self.problems, key);
        let around = Around {
            mission: scene.mission,
            version: scene.version,
            today: scene.today,
            find: &find,
            problem: &problem,
        };
        show(&around, &mut self.draft)
    }

    /// Turns what happened into an edit made by `edit`, a jump, or nothing.
    pub fn finish_with(mut self, edit: impl FnOnce(&Mission, E) -> Edit) {
        let Outcome {
            mut changed,
            visit,
            open,
            new,
            unread: _,
        } = self.outcome.clone();
        if let Some(open) = open {
            self.scene.jump(open);
        }
        let added = new
            .zip(self.new_in)
            .and_then(|((sort, name), key)| self.link_new(sort, &name, key).map(|add| (name, add)));
        changed |= added.is_some();
        if !changed {
            return;
        }
        let mut edit = edit(self.scene.mission, self.draft);
        if let Some((id, person)) = self.newcomer {
            edit.label = format!("Add {}", person.name());
            edit.next.people.insert(id, person);
        } else if let Some((name, add)) = added {
            add(&mut edit.next);
            edit.label = format!("Add {name}");
        } else if let Some(visit) = visit {
            edit = edit.during(Visit(visit));
        }
        self.scene.edit(edit);
    }

    /// Links a thing that does not exist yet; returns how to make it.
    fn link_new(&mut self, sort: Sort, name: &str, key: &str) -> Option<Make> {
        fn make<T: Entity>(scene: &Scene<'_>, name: &str, mut entity: T) -> (AnyId, Make) {
            let id: Id<T> = scene.new_id();
            entity.rename(name);
            (
                T::any(id),
                Box::new(move |mission| T::table_mut(mission).insert(id, entity)),
            )
        }
        let scene = self.scene;
        let mission = scene.mission;
        let (id, add) = match sort {
            Sort::Person => make(scene, name, Person::default()),
            Sort::Organisation => {
                let new = edit::organisations::named(mission, name, Side::default());
                make(scene, name, new)
            }
            Sort::Place => make(scene, name, Place::default()),
            Sort::Topic => {
                let topics = mission.topics.len();
                let new = Topic {
                    colour: edit::topics::colour_of_new(mission, None, topics),
                    ..Topic::default()
                };
                make(scene, name, new)
            }
            Sort::Mission | Sort::Session | Sort::Meeting | Sort::Instrument | Sort::FollowUp => {
                return None;
            }
        };
        let row = self.rows.iter().find(|it| it.key == key)?;
        let value = match (row.get)(&self.draft) {
            Value::One(_) => Value::One(Some(id)),
            Value::Many(mut many) => {
                many.push(id);
                Value::Many(many)
            }
            _ => return None,
        };
        (row.set)(&mut self.draft, value).ok().map(|()| add)
    }
}

impl<E: Entity> Form<'_, '_, E> {
    /// Turns what happened into an edit of fields, from which nothing else follows.
    pub fn finish(self, id: Id<E>) {
        self.finish_with(|mission, draft| edit::entity::change(mission, id, draft));
    }
}

/// Puts a new entity into a mission.
type Make = Box<dyn FnOnce(&mut Mission)>;

/// The problems that a thing is the first to be concerned by, and that nobody has accepted.
fn own_problems<'m>(scene: &Scene<'m>, thing: AnyId) -> Vec<&'m Problem> {
    let insight: &'m Insight = scene.insight;
    let mut problems = insight.problems().of(thing);
    problems.retain(|it| it.about.first() == Some(&thing) && it.accepted.is_none());
    problems
}

/// The problem that lies in a field, if one does.
fn problem_at(problems: &[&Problem], key: &str) -> Option<(Level, String)> {
    let here = problems.iter().find(|it| it.field == Some(key))?;
    Some((here.level, here.sentence.clone()))
}
