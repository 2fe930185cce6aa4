//! New organisations: what their name and their side say of them.

use crate::model::{
    fold::fold,
    mission::Mission,
    organisation::{Organisation, OrganisationKind as Kind, Side},
};

/// Words of a name, folded, and what they say. The first that is in the name counts.
const KINDS: &[(&str, Kind)] = &[
    ("ministry", Kind::Ministry),
    ("nazirliyi", Kind::Ministry),
    ("embassy", Kind::Embassy),
    ("sefirliyi", Kind::Embassy),
    ("parliament", Kind::Legislature),
    ("senate", Kind::Legislature),
    ("milli meclis", Kind::Legislature),
    ("university", Kind::University),
    ("universiteti", Kind::University),
    ("chamber", Kind::Chamber),
    ("palatasi", Kind::Chamber),
    ("association", Kind::Association),
    ("assosiasiyasi", Kind::Association),
    ("agency", Kind::Agency),
    ("agentliyi", Kind::Agency),
    ("committee", Kind::Agency),
    ("komitesi", Kind::Agency),
    ("export-import bank", Kind::ExportCreditAgency),
    ("development bank", Kind::MultilateralBank),
    ("inkisaf banki", Kind::MultilateralBank),
    ("bank", Kind::Bank),
    ("banki", Kind::Bank),
];

/// What a name says; a company where it says nothing else.
pub fn kind_of(name: &str) -> Kind {
    let folded = fold(name);
    let words: Vec<&str> = folded
        .split(|it: char| !it.is_alphanumeric() && it != '-')
        .filter(|it| !it.is_empty())
        .collect();
    let name = format!(" {} ", words.join(" "));
    let is_said = |(word, _): &&(&str, Kind)| name.contains(&format!(" {word} "));
    KINDS.iter().find(is_said).map_or(Kind::Company, |it| it.1)
}

/// The country of an organisation of which nobody has said it: that of its side.
pub fn country_of(mission: &Mission, side: Side) -> &str {
    match side {
        Side::Home => &mission.sending_country,
        Side::Host => &mission.host_country,
        Side::Third => "",
    }
}

/// An organisation of which only its name and its side are known.
pub fn named(mission: &Mission, name: &str, side: Side) -> Organisation {
    Organisation {
        name: name.to_owned(),
        kind: kind_of(name),
        side,
        country: country_of(mission, side).to_owned(),
        ..Organisation::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_one_is_of_the_country_of_its_side() {
        let mission = Mission {
            sending_country: "Azerbaijan".to_owned(),
            host_country: "Poland".to_owned(),
            ..Mission::default()
        };
        for (side, country) in [
            (Side::Home, "Azerbaijan"),
            (Side::Host, "Poland"),
            (Side::Third, ""),
        ] {
            let it = named(&mission, "Ministry of Energy", side);
            assert_eq!((it.kind, it.side), (Kind::Ministry, side));
            assert_eq!(it.country, country);
        }
    }

    #[test]
    fn a_name_says_what_it_is_called_in_english_and_azerbaijani() {
        for (name, kind) in [
            ("Ministry of Economy", Kind::Ministry),
            ("Energetika Nazirliyi", Kind::Ministry),
            ("Embassy of Azerbaijan", Kind::Embassy),
            ("Azərbaycanın Səfirliyi", Kind::Embassy),
            ("ADA University", Kind::University),
            ("Bakı Dövlət Universiteti", Kind::University),
            ("U.S. Chamber of Commerce", Kind::Chamber),
            ("Ticarət Palatası", Kind::Chamber),
            ("State Customs Committee", Kind::Agency),
            ("Dövlət Gömrük Komitəsi", Kind::Agency),
            ("Space Agency (Azercosmos)", Kind::Agency),
            ("PASHA Bank", Kind::Bank),
            ("Mərkəzi Bankı", Kind::Bank),
            ("Asian Development Bank", Kind::MultilateralBank),
            ("Export-Import Bank", Kind::ExportCreditAgency),
            ("Burbank Studios", Kind::Company),
            ("SOCAR", Kind::Company),
        ] {
            assert_eq!(kind_of(name), kind, "{name}");
        }
    }
}
