//! Organisations: the ministries, agencies, companies and chambers that people work for.

use serde::{Deserialize, Serialize};

use super::{
    field::{Content as _, Field, Kind, choices as list, choose, chosen},
    id::{OrganisationId, Sort, TopicId},
    mission::Mission,
    words::{choices, words},
};

choices! {
    /// Whose side a person or an organisation is on.
    Side {
        Host = "Host" / "Qəbul edən tərəf",
        Home = "Home" / "Göndərən tərəf",
        Third = "Third party" / "Üçüncü tərəf",
    }
}

choices! {
    /// What sort of organisation it is.
    OrganisationKind {
        Company = "Company" / "Şirkət",
        Ministry = "Ministry" / "Nazirlik",
        Agency = "Government agency" / "Dövlət agentliyi",
        Legislature = "Legislature" / "Qanunverici orqan",
        Embassy = "Embassy" / "Səfirlik",
        ExportCreditAgency = "Export credit agency" / "İxrac kredit agentliyi",
        DevelopmentFinance = "Development finance institution" / "İnkişaf maliyyə institutu",
        MultilateralBank = "Multilateral bank" / "Çoxtərəfli bank",
        Bank = "Bank" / "Bank",
        Chamber = "Chamber of commerce" / "Ticarət palatası",
        Association = "Trade association" / "Ticarət assosiasiyası",
        StateOwned = "State-owned enterprise" / "Dövlət müəssisəsi",
        StartUp = "Start-up" / "Startap",
        University = "University" / "Universitet",
        ThinkTank = "Think tank" / "Beyin mərkəzi",
        Media = "Media" / "Media",
        Other = "Other" / "Digər",
    }
}

/// A ministry, agency, company, chamber, bank, university or medium.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Organisation {
    /// Its full name, as it writes it itself.
    pub name: String,
    /// What everybody calls it: `USTR`.
    pub acronym: String,
    /// Its name in its own script or language.
    pub local_name: String,
    /// What sort of organisation it is.
    pub kind: OrganisationKind,
    /// Whose side it is on.
    pub side: Side,
    /// The country it belongs to.
    pub country: String,
    /// The organisation it is a part of.
    pub parent: Option<OrganisationId>,
    /// What it is concerned with.
    pub topics: Vec<TopicId>,
    /// Where it is found on the web.
    pub website: String,
    /// Who they are, for the briefing book.
    pub profile: String,
    /// What we have had to do with them so far.
    pub relationship: String,
    /// Anything else.
    pub notes: String,
}

impl Organisation {
    /// Every field a person can read or change.
    #[rustfmt::skip] // a table reads as a table
    pub const FIELDS: &'static [Field<Self>] = &[
        Field { key: "name", words: words("Name", "Ad"), kind: Kind::Line, get: |it| it.name.value(), set: |it, v| it.name.put(v) },
        Field { key: "acronym", words: words("Short name", "Qısa ad"), kind: Kind::Line, get: |it| it.acronym.value(), set: |it, v| it.acronym.put(v) },
        Field { key: "local_name", words: words("Name in own language", "Öz dilində adı"), kind: Kind::Line, get: |it| it.local_name.value(), set: |it, v| it.local_name.put(v) },
        Field { key: "kind", words: words("Kind", "Növ"), kind: Kind::Choice(list::<OrganisationKind>), get: |it| chosen(it.kind), set: |it, v| choose(&mut it.kind, v) },
        Field { key: "side", words: words("Side", "Tərəf"), kind: Kind::Choice(list::<Side>), get: |it| chosen(it.side), set: |it, v| choose(&mut it.side, v) },
        Field { key: "country", words: words("Country", "Ölkə"), kind: Kind::Line, get: |it| it.country.value(), set: |it, v| it.country.put(v) },
        Field { key: "parent", words: words("Part of", "Tabe olduğu qurum"), kind: Kind::One(Sort::Organisation), get: |it| it.parent.value(), set: |it, v| it.parent.put(v) },
        Field { key: "topics", words: words("Topics", "Mövzular"), kind: Kind::Many(Sort::Topic), get: |it| it.topics.value(), set: |it, v| it.topics.put(v) },
        Field { key: "website", words: words("Website", "Vebsayt"), kind: Kind::Line, get: |it| it.website.value(), set: |it, v| it.website.put(v) },
        Field { key: "profile", words: words("Profile", "Profil"), kind: Kind::Prose, get: |it| it.profile.value(), set: |it, v| it.profile.put(v) },
        Field { key: "relationship", words: words("Relationship", "Münasibətlər"), kind: Kind::Prose, get: |it| it.relationship.value(), set: |it, v| it.relationship.put(v) },
        Field { key: "notes", words: words("Notes", "Qeydlər"), kind: Kind::Prose, get: |it| it.notes.value(), set: |it, v| it.notes.put(v) },
    ];

    /// What it is called where there is little room: its short name, or else its name.
    pub fn short_name(&self) -> &str {
        if self.acronym.is_empty() {
            &self.name
        } else {
            &self.acronym
        }
    }
}

impl Mission {
    /// What an organisation is called where there is little room.
    pub fn short_name_of(&self, organisation: OrganisationId) -> String {
        let known = self.organisations.get(organisation);
        known.map_or_else(
            || self.name_of(organisation),
            |it| it.short_name().to_owned(),
        )
    }
}
