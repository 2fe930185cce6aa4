//! Instruments from the rows of a spreadsheet: what is signed, between whom, how far it is.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{
    Head, Pasted, Plan, Row, Says,
    cells::{choice_of, extend, fill_choice, fill_texts, note, put, put_all, say, several},
    names::{Called, Linked, Names},
    plan::{Earlier, FromRow, Titles, carry_out, titles},
    reading::{ANY_DAY, has_letters, left_out, most_fit, say_first},
};
use crate::{
    edit::{Edit, instruments},
    model::{
        day_words::parse_day,
        fold::fold,
        id::{Mint, Sort},
        instrument::{Instrument, InstrumentKind, InstrumentStatus},
        mission::Mission,
        organisation::Side,
        session::Session,
    },
};

/// What a column says of an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is told by its name, in this file")]
pub enum InstrumentSays {
    Nothing,
    Title,
    Kind,
    Parties,
    Status,
    SignedOn,
    Ceremony,
    Place,
    Signatories,
    Owner,
    NextStep,
    Worth,
    Topics,
    Languages,
    Notes,
}

impl Says for InstrumentSays {
    const NOTHING: Self = Self::Nothing;
    #[rustfmt::skip] // a table reads as a table
    const ALL: &'static [Head<Self>] = &[
        left_out(Self::Nothing),
        (Self::Title, "Title", &["title", "instrument", "document", "agreement", "name", "subject", "başlıq", "sənəd"]),
        (Self::Kind, "Kind", &["kind", "type", "növ"]),
        (Self::Parties, "Parties", &["parties", "party", "between", "with", "organisation", "organization", "company", "counterpart", "tərəflər", "təşkilat"]),
        (Self::Status, "Status", &["status", "state", "stage"]),
        (Self::SignedOn, "Signed on", &["signed on", "date of signing", "signature date", "signing date", "date", "tarix"]),
        (Self::Ceremony, "Ceremony", &["ceremony", "signed in", "mərasim"]),
        (Self::Place, "Where", &["where", "place", "venue", "harada", "yer"]),
        (Self::Signatories, "Signatories", &["signatories", "signatory", "signed by", "imzalayan"]),
        (Self::Owner, "Owner", &["owner", "responsible", "who", "məsul"]),
        (Self::NextStep, "Next step", &["next step", "next", "növbəti addım"]),
        (Self::Worth, "Worth", &["worth", "value", "amount", "dəyər"]),
        (Self::Topics, "Topics", &["topic", "theme", "sector", "mövzu"]),
        (Self::Languages, "Languages", &["language", "dil"]),
        (Self::Notes, "Notes", &["note", "comment", "remark", "qeyd"]),
    ];

    fn is_several(self) -> bool {
        matches!(
            self,
            Self::Parties | Self::Signatories | Self::Topics | Self::Languages
        )
    }

    fn is_name(self) -> bool {
        matches!(self, Self::Title)
    }

    fn guess(rows: &[Vec<String>], width: usize) -> Vec<Self> {
        let mut columns = vec![Self::Nothing; width];
        for (at, says) in columns.iter_mut().enumerate() {
            if most_fit(rows, at, |cell| parse_day(cell, ANY_DAY).is_some()) {
                *says = Self::SignedOn;
            } else if most_fit(rows, at, |cell| kind_of(cell).is_some()) {
                *says = Self::Kind;
            } else if most_fit(rows, at, |cell| {
                choice_of::<InstrumentStatus>(cell).is_some()
            }) {
                *says = Self::Status;
            }
        }
        for says in [Self::Title, Self::Parties] {
            say_first(&mut columns, rows, says, has_letters);
        }
        columns
    }
}

/// A kind by its name, or as everybody shortens it.
fn kind_of(cell: &str) -> Option<InstrumentKind> {
    match fold(cell).trim_end_matches('.') {
        "mou" | "memorandum" => Some(InstrumentKind::Memorandum),
        "loi" => Some(InstrumentKind::Letter),
        _ => choice_of(cell),
    }
}

/// Says what becomes of the rows. What has the title of an instrument that is there fills it.
pub fn plan(mission: &Mission, pasted: &Pasted<InstrumentSays>, today: Date) -> Plan<Instrument> {
    let reads = Reads {
        names: Names::new(mission),
        sessions: titles(mission.sessions.iter(), |it| &it.title),
        today,
    };
    let known = titles(mission.instruments.iter(), |it| &it.title);
    let mut earlier = Earlier::default();
    // Of each title, where the rows so far say it is signed.
    let mut places: HashMap<String, Called> = HashMap::new();
    let mut plan = Plan::default();
    for cells in &pasted.rows {
        let mut row = Row::default();
        let mut it = Instrument::default();
        let columns = (cells.as_slice(), pasted.columns.as_slice());
        row.read(&mut it, columns, |it, row, (_, cell, says)| {
            reads.take((cell, says), it, row)
        });
        let known = known.get(&fold(&it.title)).and_then(|it| it.first());
        let at = plan.rows.len();
        let title = fold(&it.title);
        let has = known.and_then(|id| mission.instruments.get(*id)?.place);
        let key = reads.names.called(Sort::Place, &row.place);
        let is_there = row.place.is_empty()
            || match has {
                Some(has) => reads.names.place(&row.place) == Some(has),
                None => *places.entry(title).or_insert_with(|| key.clone()) == key,
            };
        if !is_there {
            // None is made that nothing would use.
            row.place.clear();
            row.keep_all(&mut it, columns, InstrumentSays::Place);
        }
        row.becomes = earlier.becomes(at, known.copied(), it);
        plan.put(row, &reads.names, "");
    }
    plan
}

/// What cells are read by.
struct Reads {
    names: Names,
    sessions: Titles<Session>,
    today: Date,
}

impl Reads {
    /// Takes a cell in. Returns whether it was understood.
    fn take(
        &self,
        (cell, says): (&str, InstrumentSays),
        it: &mut Instrument,
        row: &mut Row<Instrument>,
    ) -> bool {
        let names = &self.names;
        match says {
            InstrumentSays::Nothing => {}
            InstrumentSays::Title => return say(&mut it.title, cell),
            InstrumentSays::Kind => return put(&mut it.kind, kind_of(cell)),
            InstrumentSays::Parties => row.organisations.extend(names.organisations_in(cell)),
            InstrumentSays::Status => return put(&mut it.status, choice_of(cell)),
            InstrumentSays::SignedOn => {
                return put(&mut it.signed_on, parse_day(cell, self.today).map(Some));
            }
            InstrumentSays::Ceremony => {
                // What is copied from the list says the time before the name.
                let name = cell.rsplit(" · ").next().unwrap_or(cell);
                let found = self.sessions.get(&fold(name)).and_then(|it| it.first());
                return put(&mut it.ceremony, found.map(|it| Some(*it)));
            }
            InstrumentSays::Place => return say(&mut row.place, cell),
            InstrumentSays::Signatories => {
                let all = several(cell).iter().map(|it| names.person(it)).collect();
                return put_all(&mut it.signatories, all);
            }
            InstrumentSays::Owner => {
                return put(&mut it.owner, names.person(cell).map(Some));
            }
            InstrumentSays::NextStep => return say(&mut it.next_step, cell),
            InstrumentSays::Worth => return say(&mut it.worth, cell),
            InstrumentSays::Topics => return put_all(&mut it.topics, names.topics_in(cell)),
            InstrumentSays::Languages => extend(&mut it.languages, &several(cell)),
            InstrumentSays::Notes => note(&mut it.notes, cell),
        }
        true
    }
}

/// Does what a plan says, as one step.
pub fn add(mission: &Mission, plan: &Plan<Instrument>, mint: &mut Mint, today: Date) -> Edit {
    carry_out(mission, plan, Side::Host, mint, today)
}

impl FromRow for Instrument {
    type Says = InstrumentSays;

    fn notes(&mut self) -> &mut String {
        &mut self.notes
    }

    fn link(&mut self, linked: Linked) {
        self.parties = linked.organisations;
        self.place = linked.place;
    }

    fn fill(&mut self, _mission: &Mission, from: &Self) {
        let Self {
            title: _,
            local_title: _,
            kind,
            binding: _,
            status,
            parties,
            signatories,
            witnesses: _,
            languages,
            ceremony,
            signed_on,
            place,
            worth,
            owner,
            next_step,
            topics,
            summary: _,
            notes,
        } = from;
        fill_texts([(&mut self.next_step, next_step), (&mut self.worth, worth)]);
        fill_choice(&mut self.kind, *kind);
        fill_choice(&mut self.status, *status);
        self.signed_on = self.signed_on.or(*signed_on);
        self.ceremony = self.ceremony.or(*ceremony);
        self.place = self.place.or(*place);
        self.owner = self.owner.or(*owner);
        extend(&mut self.parties, parties);
        extend(&mut self.signatories, signatories);
        extend(&mut self.topics, topics);
        extend(&mut self.languages, languages);
        note(&mut self.notes, notes);
    }

    fn settle(mission: &Mission, old: &Self, new: &mut Self, today: Date) {
        instruments::settle(mission, old, new, today);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::edit::paste::read;

    #[test]
    fn rows_become_instruments_with_their_parties_and_how_far_they_are() {
        let mission = Mission::default();
        let text = "Document\tType\tBetween\tStage\tSigned on\tOwner\n\
                    Green corridor\tMoU\tPort of Gdynia; ADY\tsigned\t10.03.2026\tNobody Known\n\
                    green CORRIDOR\t\tADY / Maersk\t\t\t\n\
                    Data centres\tTreaty\t\tdrafting\tsoon\t";
        let today = date(2026, 3, 17);
        let plan = plan(&mission, &read(text), today);
        assert_eq!((plan.new_ones(), plan.joined()), (2, 1));
        let edit = add(&mission, &plan, &mut Mint::counting_from(1), today);
        assert_eq!(edit.label, "Paste 2 instruments");
        let of = |title: &str| {
            let mut all = edit.next.instruments.iter().map(|(_, it)| it);
            all.find(|it| it.title == title).expect("it is there")
        };
        let corridor = of("Green corridor");
        assert_eq!(corridor.parties.len(), 3);
        assert_eq!(
            (corridor.kind, corridor.status, corridor.signed_on),
            (
                InstrumentKind::Memorandum,
                InstrumentStatus::Signed,
                Some(date(2026, 3, 10))
            )
        );
        assert_eq!(corridor.notes, "Owner: Nobody Known");
        let data = of("Data centres");
        assert_eq!(data.status, InstrumentStatus::Drafting);
        assert_eq!(data.notes, "Kind: Treaty\nSigned on: soon");
    }

    #[test]
    fn columns_without_heads_are_known_by_what_stands_in_them() {
        let text = "Green corridor\tMoU\tPort of Gdynia\tText agreed\n\
                    Data centres\tContract\tTetra Tech\tIdea";
        assert_eq!(
            read::<InstrumentSays>(text).columns,
            [
                InstrumentSays::Title,
                InstrumentSays::Kind,
                InstrumentSays::Parties,
                InstrumentSays::Status
            ]
        );
    }
}
