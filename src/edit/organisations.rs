//! What sort of organisation one is, where its name says it.

use crate::model::{fold::fold, organisation::OrganisationKind as Kind};

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
pub(super) fn kind_of(name: &str) -> Kind {
    let folded = fold(name);
    let words: Vec<&str> = folded
        .split(|it: char| !it.is_alphanumeric() && it != '-')
        .filter(|it| !it.is_empty())
        .collect();
    let name = format!(" {} ", words.join(" "));
    let is_said = |(word, _): &&(&str, Kind)| name.contains(&format!(" {word} "));
    KINDS.iter().find(is_said).map_or(Kind::Company, |it| it.1)
}

#[cfg(test)]
mod tests {
    use super::*;

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
