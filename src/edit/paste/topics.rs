//! Topics from the rows of a spreadsheet: what each is called, and what it stands under.

use jiff::civil::Date;

use super::{
    Head, Pasted, Plan, Row, Says,
    above::Above,
    cells::{fill_texts, note, put, say},
    names::{Linked, Names},
    plan::{Earlier, FromRow, carry_out},
    reading::{has_letters, left_out, say_first},
};
use crate::{
    edit::{Edit, topics::colour_of_new},
    model::{
        id::{Mint, TopicId},
        mission::Mission,
        organisation::Side,
        topic::Topic,
    },
};

/// What a column says of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is told by its name, in this file")]
pub enum TopicSays {
    Nothing,
    Name,
    ShortName,
    PartOf,
    Lead,
    Aim,
    Points,
    Background,
    Notes,
}

impl Says for TopicSays {
    const NOTHING: Self = Self::Nothing;
    #[rustfmt::skip] // a table reads as a table
    const ALL: &'static [Head<Self>] = &[
        left_out(Self::Nothing),
        (Self::ShortName, "Short name", &["short name", "short", "abbreviation", "qısa ad"]),
        (Self::Name, "Name", &["name", "topic", "theme", "subtopic", "ad", "mövzu"]),
        (Self::PartOf, "Part of", &["part of", "parent", "under", "main topic", "sector", "aid olduğu mövzu"]),
        (Self::Lead, "Lead", &["lead", "responsible", "expert", "who", "məsul"]),
        (Self::Aim, "Aim", &["aim", "goal", "objective", "məqsəd"]),
        (Self::Points, "Points to make", &["points", "talking points", "əsas tezislər"]),
        (Self::Background, "Background", &["background", "arayış"]),
        (Self::Notes, "Notes", &["note", "comment", "remark", "qeyd"]),
    ];

    fn is_name(self) -> bool {
        matches!(self, Self::Name)
    }

    fn guess(rows: &[Vec<String>], width: usize) -> Vec<Self> {
        let mut columns = vec![Self::Nothing; width];
        for says in [Self::Name, Self::PartOf] {
            say_first(&mut columns, rows, says, has_letters);
        }
        columns
    }
}

/// Says what becomes of the rows. What has the name of a topic that is there fills it.
pub fn plan(mission: &Mission, pasted: &Pasted<TopicSays>) -> Plan<Topic> {
    let names = Names::new(mission);
    let mut above = Above::new(mission, &names, pasted, |it: &Topic| it.parent);
    let mut earlier = Earlier::default();
    let mut plan = Plan::default();
    for cells in &pasted.rows {
        let mut row = Row::default();
        let mut it = Topic::default();
        let mut part_of = None;
        row.read(&mut it, (cells, &pasted.columns), |it, _, cell| {
            let (_, text, says) = cell;
            match says {
                TopicSays::PartOf => put(&mut part_of, Some(Some(cell))),
                _ => take(&names, (text, says), it),
            }
        });
        if let Some(cell) = part_of {
            above.put_row(&mut row, &mut it, cell, false);
        }
        let known = names.topic(&it.name);
        row.becomes = earlier.becomes(plan.rows.len(), known, it);
        plan.put(row, &names, "");
    }
    plan
}

/// Takes a cell in. Returns whether it was understood.
fn take(names: &Names, (cell, says): (&str, TopicSays), it: &mut Topic) -> bool {
    let text = match says {
        TopicSays::Nothing | TopicSays::PartOf => return true,
        TopicSays::Lead => return put(&mut it.lead, names.person(cell).map(Some)),
        TopicSays::Notes => {
            note(&mut it.notes, cell);
            return true;
        }
        TopicSays::Name => &mut it.name,
        TopicSays::ShortName => &mut it.short_name,
        TopicSays::Aim => &mut it.aim,
        TopicSays::Points => &mut it.points,
        TopicSays::Background => &mut it.background,
    };
    say(text, cell)
}

/// Does what a plan says, as one step. New topics get the colour of what they stand under.
pub fn add(mission: &Mission, plan: &Plan<Topic>, mint: &mut Mint, today: Date) -> Edit {
    let mut edit = carry_out(mission, plan, Side::Host, mint, today);
    let is_new = |it: &TopicId| !mission.topics.contains(*it);
    let new: Vec<TopicId> = edit.next.topics.ids().filter(is_new).collect();
    // Main topics one after another, and then each what stands over it all.
    let mut place = mission.topics.len();
    for id in &new {
        if edit.next.topics_above(*id).len() == 1 {
            let colour = colour_of_new(mission, None, place);
            edit.next.topics.change(*id, |it| it.colour = colour);
            place += 1;
        }
    }
    for id in new {
        let top = edit.next.topics_above(id).pop();
        let colour = colour_of_new(&edit.next, top, place);
        edit.next.topics.change(id, |it| it.colour = colour);
    }
    edit
}

impl FromRow for Topic {
    type Says = TopicSays;

    fn notes(&mut self) -> &mut String {
        &mut self.notes
    }

    fn link(&mut self, linked: Linked) {
        self.parent = linked.part_of.and_then(|it| it.try_into().ok());
    }

    fn fill(&mut self, _mission: &Mission, from: &Self) {
        let Self {
            name: _,
            short_name,
            local_name: _,
            parent,
            colour: _,
            lead,
            aim,
            points,
            background,
            notes,
        } = from;
        fill_texts([
            (&mut self.short_name, short_name),
            (&mut self.aim, aim),
            (&mut self.points, points),
            (&mut self.background, background),
        ]);
        self.parent = self.parent.or(*parent);
        self.lead = self.lead.or(*lead);
        note(&mut self.notes, notes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{edit::paste::read, sample::notation::from_notation};

    #[test]
    fn rows_become_a_tree_of_topics_under_those_that_are_there() {
        let mission = from_notation("topic Energy").expect("a mission");
        let text = "Topic\tSector\tExpert\n\
                    Offshore\tWind\tNobody\n\
                    Wind\tEnergy\t\n\
                    Ports\tTransport\t\n\
                    Energy\tOffshore\t";
        let plan = plan(&mission, &read(text));
        assert_eq!((plan.new_ones(), plan.known_ones()), (3, 1));
        let edit = add(&mission, &plan, &mut Mint::counting_from(100), Date::ZERO);
        let topics = &edit.next.topics;
        let of = |name: &str| {
            let mut all = topics.iter().filter(|(_, it)| it.name == name);
            all.next().expect("it is there").1
        };
        let above = |name: &str| of(name).parent.map(|it| edit.next.name_of(it));
        assert_eq!(above("Offshore").as_deref(), Some("Wind"));
        assert_eq!(above("Wind").as_deref(), Some("Energy"));
        assert_eq!((above("Ports"), above("Energy")), (None, None));
        assert_eq!(of("Ports").notes, "Part of: Transport");
        assert_eq!(
            of("Energy").notes,
            "Part of: Offshore",
            "that stands under it"
        );
        assert_eq!(of("Offshore").colour, of("Energy").colour);
        assert_ne!(of("Ports").colour, of("Energy").colour);
    }
}
