//! Organisations from the rows of a spreadsheet: what each is, whose, and what it is a part of.

use jiff::civil::Date;

use super::{
    Head, Pasted, Plan, Row, Says,
    above::Above,
    cells::{choice_of, extend, fill_choice, fill_texts, note, put, put_all, say, side_of},
    names::{Linked, Names},
    plan::{Earlier, FromRow, carry_out},
    reading::{has_letters, left_out, most_fit, say_first},
};
use crate::{
    edit::{
        Edit,
        organisations::{country_of, kind_of},
    },
    model::{
        id::{Mint, OrganisationId},
        mission::Mission,
        organisation::{Organisation, OrganisationKind, Side},
    },
};

/// What a column says of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is told by its name, in this file")]
pub enum OrganisationSays {
    Nothing,
    Name,
    ShortName,
    OtherScript,
    Kind,
    Side,
    Country,
    PartOf,
    Topics,
    Website,
    Profile,
    Notes,
}

impl Says for OrganisationSays {
    const NOTHING: Self = Self::Nothing;
    #[rustfmt::skip] // a table reads as a table
    const ALL: &'static [Head<Self>] = &[
        left_out(Self::Nothing),
        (Self::ShortName, "Short name", &["short name", "short", "acronym", "abbreviation", "qısa ad"]),
        (Self::OtherScript, "Other script", &["in their script", "other script", "local name", "name in"]),
        (Self::Name, "Name", &["name", "organisation", "organization", "company", "institution", "agency", "ministry", "entity", "ad", "təşkilat", "qurum", "şirkət"]),
        (Self::Kind, "Kind", &["kind", "type", "category", "növ"]),
        (Self::Side, "Side", &["side", "tərəf"]),
        (Self::Country, "Country", &["country", "ölkə"]),
        (Self::PartOf, "Part of", &["part of", "parent", "belongs to", "under", "tabe olduğu qurum"]),
        (Self::Topics, "Topics", &["topic", "theme", "sector", "industry", "mövzu", "sahə"]),
        (Self::Website, "Website", &["website", "web", "url", "site", "vebsayt", "sayt"]),
        (Self::Profile, "Profile", &["profile", "about", "description", "profil"]),
        (Self::Notes, "Notes", &["note", "comment", "remark", "qeyd"]),
    ];

    fn is_several(self) -> bool {
        matches!(self, Self::Topics)
    }

    fn is_name(self) -> bool {
        matches!(self, Self::Name)
    }

    fn guess(rows: &[Vec<String>], width: usize) -> Vec<Self> {
        let mut columns = vec![Self::Nothing; width];
        for (at, says) in columns.iter_mut().enumerate() {
            if most_fit(rows, at, |cell| {
                choice_of::<OrganisationKind>(cell).is_some()
            }) {
                *says = Self::Kind;
            } else if most_fit(rows, at, |cell| side_of(cell).is_some()) {
                *says = Self::Side;
            } else if most_fit(rows, at, is_website) {
                *says = Self::Website;
            }
        }
        for says in [Self::Name, Self::Country] {
            say_first(&mut columns, rows, says, has_letters);
        }
        columns
    }
}

fn is_website(cell: &str) -> bool {
    cell.starts_with("http") || cell.starts_with("www.")
}

/// Says what becomes of the rows. Those that do not say whose side they are on are on this one.
pub fn plan(
    mission: &Mission,
    pasted: &Pasted<OrganisationSays>,
    side: Side,
) -> Plan<Organisation> {
    let names = Names::new(mission);
    let mut above = Above::new(mission, &names, pasted, |it: &Organisation| it.parent);
    let mut earlier = Earlier::default();
    let mut plan = Plan::default();
    for cells in &pasted.rows {
        let mut row = Row::default();
        let mut it = Organisation::default();
        let (mut kind, mut said, mut part_of) = (None, None, None);
        row.read(&mut it, (cells, &pasted.columns), |it, _, cell| {
            let (_, text, says) = cell;
            match says {
                OrganisationSays::Kind => put(&mut kind, choice_of(text).map(Some)),
                OrganisationSays::Side => put(&mut said, side_of(text).map(Some)),
                OrganisationSays::PartOf => put(&mut part_of, Some(Some(cell))),
                _ => take(&names, (text, says), it),
            }
        });
        if let Some(cell) = part_of {
            above.put_row(&mut row, &mut it, cell, true);
        }
        it.kind = kind.unwrap_or_else(|| kind_of(&it.name));
        it.side = said.unwrap_or(side);
        row.side = said.filter(|it| *it != side);
        let known = names.organisation(&it.name);
        row.becomes = earlier.becomes(plan.rows.len(), known, it);
        plan.put(row, &names, "");
    }
    plan
}

/// Takes a cell in. Returns whether it was understood.
fn take(names: &Names, (cell, says): (&str, OrganisationSays), it: &mut Organisation) -> bool {
    let text = match says {
        OrganisationSays::Nothing
        | OrganisationSays::Kind
        | OrganisationSays::Side
        | OrganisationSays::PartOf => return true,
        OrganisationSays::Topics => return put_all(&mut it.topics, names.topics_in(cell)),
        OrganisationSays::Notes => {
            note(&mut it.notes, cell);
            return true;
        }
        OrganisationSays::Name => &mut it.name,
        OrganisationSays::ShortName => &mut it.acronym,
        OrganisationSays::OtherScript => &mut it.local_name,
        OrganisationSays::Country => &mut it.country,
        OrganisationSays::Website => &mut it.website,
        OrganisationSays::Profile => &mut it.profile,
    };
    say(text, cell)
}

/// Does what a plan says, as one step. What is made besides is of that side.
pub fn add(
    mission: &Mission,
    plan: &Plan<Organisation>,
    side: Side,
    mint: &mut Mint,
    today: Date,
) -> Edit {
    let mut edit = carry_out(mission, plan, side, mint, today);
    let is_new = |it: &OrganisationId| !mission.organisations.contains(*it);
    let new: Vec<OrganisationId> = edit.next.organisations.ids().filter(is_new).collect();
    // Only now: a later row of the same organisation may have said it.
    for id in new {
        edit.next.organisations.change(id, |it| {
            if it.country.is_empty() {
                country_of(mission, it.side).clone_into(&mut it.country);
            }
        });
    }
    edit
}

impl FromRow for Organisation {
    type Says = OrganisationSays;

    fn notes(&mut self) -> &mut String {
        &mut self.notes
    }

    fn link(&mut self, linked: Linked) {
        self.parent = linked.part_of.and_then(|it| it.try_into().ok());
    }

    fn fill(&mut self, _mission: &Mission, from: &Self) {
        let Self {
            name: _,
            acronym,
            local_name,
            kind,
            side: _,
            country,
            parent,
            topics,
            website,
            profile,
            relationship: _,
            notes,
        } = from;
        fill_texts([
            (&mut self.acronym, acronym),
            (&mut self.local_name, local_name),
            (&mut self.country, country),
            (&mut self.website, website),
            (&mut self.profile, profile),
        ]);
        fill_choice(&mut self.kind, *kind);
        self.parent = self.parent.or(*parent);
        extend(&mut self.topics, topics);
        note(&mut self.notes, notes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::paste::read;

    fn added(mission: &Mission, text: &str) -> Mission {
        let plan = plan(mission, &read(text), Side::Host);
        let mint = &mut Mint::counting_from(100 * (1 + mission.organisations.len() as u64));
        add(mission, &plan, Side::Host, mint, Date::ZERO).next
    }

    /// Each organisation, and what it is a part of.
    fn tree(mission: &Mission) -> Vec<(String, String)> {
        let above = |it: &Organisation| it.parent.map(|it| mission.name_of(it));
        let all = mission.organisations.iter();
        let mut all: Vec<_> = all
            .map(|(_, it)| (it.name.clone(), above(it).unwrap_or_default()))
            .collect();
        all.sort();
        all
    }

    #[test]
    fn rows_become_organisations_and_what_they_are_a_part_of_is_made_once() {
        let mission = Mission {
            host_country: "Poland".to_owned(),
            ..Mission::default()
        };
        let text = "Name\tShort name\tPart of\tSide\tSector\n\
                    Port of Gdynia\t\tMinistry of Infrastructure\t\tports\n\
                    Customs Office\tKAS\tMinistry of Finance\thost\t\n\
                    Ministry of Finance\tMoF\t\t\t\n\
                    port of GDYNIA\t\t\t\t\n\
                    \t\tNobody\t\t";
        let plan = plan(&mission, &read(text), Side::Host);
        assert_eq!((plan.new_ones(), plan.joined(), plan.left_out()), (3, 1, 1));
        assert_eq!(plan.organisations.len(), 1);
        let mission = added(&mission, text);
        let pair = |one: &str, above: &str| (one.to_owned(), above.to_owned());
        assert_eq!(
            tree(&mission),
            [
                pair("Customs Office", "Ministry of Finance"),
                pair("Ministry of Finance", ""),
                pair("Ministry of Infrastructure", ""),
                pair("Port of Gdynia", "Ministry of Infrastructure"),
            ]
        );
        let of = |name: &str| {
            let mut all = mission.organisations.iter().map(|(_, it)| it);
            all.find(|it| it.name == name).expect("it is there").clone()
        };
        assert_eq!(of("Port of Gdynia").notes, "Topics: ports");
        let finance = of("Ministry of Finance");
        assert_eq!(
            (finance.kind, finance.country.as_str()),
            (OrganisationKind::Ministry, "Poland")
        );
    }

    #[test]
    fn none_is_a_part_of_itself_however_many_rows_it_takes() {
        let mission = added(&Mission::default(), "Name\tPart of\nA\tB\nB\tC\nC\tA\nD\td");
        let parents = tree(&mission);
        let above = |name: &str| {
            let found = parents.iter().find(|(it, _)| it == name);
            found.expect("it is there").1.clone()
        };
        assert_eq!(["A", "B", "C", "D"].map(above), ["B", "C", "", ""]);
        let again = added(&mission, "Name\tPart of\nC\tA");
        assert_eq!(tree(&again), parents);
        let said = again.organisations.iter().filter(|(_, it)| it.name == "C");
        let notes: Vec<&str> = said.map(|(_, it)| it.notes.as_str()).collect();
        assert_eq!(notes, ["Part of: A"]);
    }

    #[test]
    fn what_is_there_is_filled_and_keeps_what_it_says() {
        let once = added(
            &Mission::default(),
            "Name\tCountry\nExport-Import Bank\tUSA",
        );
        let again = added(
            &once,
            "Name\tShort name\tCountry\nexport-import BANK\tEXIM\tPoland",
        );
        assert_eq!(again.organisations.len(), 1);
        let (_, it) = again.organisations.iter().next().expect("one");
        assert_eq!((it.acronym.as_str(), it.country.as_str()), ("EXIM", "USA"));
    }
}
