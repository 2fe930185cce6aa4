//! Instruments: what is signed or negotiated.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    field::{Content as _, Field, Kind, choices as list, choose, chosen},
    id::{OrganisationId, PersonId, PlaceId, SessionId, Sort, TopicId},
    words::{choices, words},
};

choices! {
    /// What sort of instrument it is. The name does not decide whether it binds.
    InstrumentKind {
        Memorandum = "Memorandum of understanding" / "Anlaşma memorandumu",
        Letter = "Letter of intent" / "Niyyət məktubu",
        LetterOfInterest = "Letter of interest" / "Maraq məktubu",
        Agreement = "Agreement" / "Saziş",
        Framework = "Framework agreement" / "Çərçivə sazişi",
        Charter = "Charter" / "Xartiya",
        JointStatement = "Joint statement" / "Birgə bəyanat",
        JointDeclaration = "Joint declaration" / "Birgə bəyannamə",
        Minutes = "Agreed minutes" / "Razılaşdırılmış protokol",
        ActionPlan = "Action plan" / "Fəaliyyət planı",
        Grant = "Grant agreement" / "Qrant sazişi",
        Loan = "Loan agreement" / "Kredit sazişi",
        TermSheet = "Term sheet" / "İlkin şərtlər",
        Contract = "Contract" / "Müqavilə",
        Initiative = "Initiative" / "Təşəbbüs",
    }
}

choices! {
    /// Whether an instrument binds its parties.
    Binding {
        Undetermined = "Undetermined" / "Müəyyən edilməyib",
        Binding = "Binding" / "Məcburi",
        NonBinding = "Not binding" / "Məcburi deyil",
    }
}

choices! {
    /// How far an instrument is.
    InstrumentStatus {
        Idea = "Idea" / "İdeya",
        Drafting = "Drafting" / "Hazırlanır",
        Negotiating = "Negotiating" / "Danışıqlar gedir",
        TextAgreed = "Text agreed" / "Mətn razılaşdırılıb",
        Signed = "Signed" / "İmzalanıb",
        InForce = "In force" / "Qüvvədədir",
        Dropped = "Dropped" / "İmtina olunub",
    }
}

impl InstrumentStatus {
    /// Whether it has been signed.
    pub fn is_signed(self) -> bool {
        matches!(self, Self::Signed | Self::InForce)
    }
}

/// Something that is signed or negotiated. Signed, it has a date and a signatory on each side.
#[serde_with::apply(_ => #[serde(skip_serializing_if = "super::is_default")])]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Instrument {
    /// What it is called.
    pub title: String,
    /// Its title in the home language.
    pub local_title: String,
    /// What sort of instrument it is.
    pub kind: InstrumentKind,
    /// Whether it binds.
    pub binding: Binding,
    /// How far it is.
    pub status: InstrumentStatus,
    /// Who agrees to it.
    pub parties: Vec<OrganisationId>,
    /// Who signs it.
    pub signatories: Vec<PersonId>,
    /// Who watches them sign.
    pub witnesses: Vec<PersonId>,
    /// The languages it is written in.
    pub languages: Vec<String>,
    /// The session in which it is signed.
    pub ceremony: Option<SessionId>,
    /// When it was signed.
    pub signed_on: Option<Date>,
    /// Where it was or will be signed.
    pub place: Option<PlaceId>,
    /// What it is worth, with its currency.
    pub worth: String,
    /// Who of ours sees to it.
    pub owner: Option<PersonId>,
    /// What must happen next.
    pub next_step: String,
    /// What it is about.
    pub topics: Vec<TopicId>,
    /// What stands in it.
    pub summary: String,
    /// Anything else.
    pub notes: String,
}

impl Instrument {
    /// Every field a person can read or change.
    #[rustfmt::skip] // a table reads as a table
    pub const FIELDS: &'static [Field<Self>] = &[
        Field { key: "title", words: words("Title", "Başlıq"), kind: Kind::Line, get: |it| it.title.value(), set: |it, v| it.title.put(v) },
        Field { key: "local_title", words: words("Title at home", "Öz dilində başlıq"), kind: Kind::Line, get: |it| it.local_title.value(), set: |it, v| it.local_title.put(v) },
        Field { key: "kind", words: words("Kind", "Növ"), kind: Kind::Choice(list::<InstrumentKind>), get: |it| chosen(it.kind), set: |it, v| choose(&mut it.kind, v) },
        Field { key: "status", words: words("Status", "Status"), kind: Kind::Choice(list::<InstrumentStatus>), get: |it| chosen(it.status), set: |it, v| choose(&mut it.status, v) },
        Field { key: "binding", words: words("Binding", "Məcburilik"), kind: Kind::Choice(list::<Binding>), get: |it| chosen(it.binding), set: |it, v| choose(&mut it.binding, v) },
        Field { key: "parties", words: words("Parties", "Tərəflər"), kind: Kind::Many(Sort::Organisation), get: |it| it.parties.value(), set: |it, v| it.parties.put(v) },
        Field { key: "signatories", words: words("Signatories", "İmzalayanlar"), kind: Kind::Many(Sort::Person), get: |it| it.signatories.value(), set: |it, v| it.signatories.put(v) },
        Field { key: "witnesses", words: words("Witnesses", "Şahidlər"), kind: Kind::Many(Sort::Person), get: |it| it.witnesses.value(), set: |it, v| it.witnesses.put(v) },
        Field { key: "languages", words: words("Languages", "Dillər"), kind: Kind::Lines, get: |it| it.languages.value(), set: |it, v| it.languages.put(v) },
        Field { key: "ceremony", words: words("Signed in", "İmzalanma mərasimi"), kind: Kind::One(Sort::Session), get: |it| it.ceremony.value(), set: |it, v| it.ceremony.put(v) },
        Field { key: "signed_on", words: words("Signed on", "İmzalanma tarixi"), kind: Kind::Date, get: |it| it.signed_on.value(), set: |it, v| it.signed_on.put(v) },
        Field { key: "place", words: words("Where", "Harada"), kind: Kind::One(Sort::Place), get: |it| it.place.value(), set: |it, v| it.place.put(v) },
        Field { key: "worth", words: words("Worth", "Dəyəri"), kind: Kind::Line, get: |it| it.worth.value(), set: |it, v| it.worth.put(v) },
        Field { key: "owner", words: words("Owner", "Məsul"), kind: Kind::One(Sort::Person), get: |it| it.owner.value(), set: |it, v| it.owner.put(v) },
        Field { key: "next_step", words: words("Next step", "Növbəti addım"), kind: Kind::Line, get: |it| it.next_step.value(), set: |it, v| it.next_step.put(v) },
        Field { key: "topics", words: words("Topics", "Mövzular"), kind: Kind::Many(Sort::Topic), get: |it| it.topics.value(), set: |it, v| it.topics.put(v) },
        Field { key: "summary", words: words("Summary", "Xülasə"), kind: Kind::Prose, get: |it| it.summary.value(), set: |it, v| it.summary.put(v) },
        Field { key: "notes", words: words("Notes", "Qeydlər"), kind: Kind::Prose, get: |it| it.notes.value(), set: |it, v| it.notes.put(v) },
    ];
}
