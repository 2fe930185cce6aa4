//! What made-up people, organisations and places are called.

/// A city of a made-up visit: its country, its zone, and which names people there have.
pub struct City {
    pub name: &'static str,
    pub country: &'static str,
    pub zone: &'static str,
    pub people: &'static People,
}

/// The names people have somewhere.
pub struct People {
    pub given: &'static [&'static str],
    pub family: &'static [&'static str],
}

#[rustfmt::skip] // lists of names read as lists
pub const AZERBAIJANI: People = People {
    given: &["Elnur", "Nigar", "Şahin", "Günel", "İlham", "Lalə", "Rəşad", "Aysel", "Tərlan", "Könül", "Üzeyir", "Çinarə", "Fərid", "Səbinə", "Vüqar", "Ülviyyə", "Orxan"],
    family: &["Əliyev", "Şükürova", "Məmmədov", "Hüseynova", "Quliyev", "Rəhimova", "İsmayılov", "Cəfərova", "Ağayev", "Bağırova", "Nəbiyev", "Kərimova", "Səfərov", "Zeynalova", "Həsənov", "Vəliyeva", "Əsgərov", "Abbasova", "Mustafayev"],
};
#[rustfmt::skip]
const AMERICAN: People = People {
    given: &["Ann", "José", "Michael", "Renée", "David", "Zoë", "Robert", "Keisha", "William", "Chloë", "Thomas", "María", "Daniel"],
    family: &["Guidera", "O’Connor", "Muñoz", "Whitfield", "Nuñez", "Carter", "Peña", "Sullivan", "Hernández", "Brooks", "LeBlanc", "Kowalczyk", "Nguyễn", "Fitzgerald", "Beaumont", "García", "Todd"],
};
#[rustfmt::skip]
const TURKISH: People = People {
    given: &["Çağlar", "Ayşe", "Gökhan", "Özge", "İbrahim", "Şule", "Uğur", "Müge", "Oğuz", "Işıl", "Barış"],
    family: &["Yılmaz", "Öztürk", "Şahin", "Çelik", "Kılıç", "Aydoğan", "Güneş", "Tunç", "Erdoğmuş", "Yıldırım", "Bağcı", "Özdemir", "Koç"],
};
#[rustfmt::skip]
const POLISH: People = People {
    given: &["Łukasz", "Małgorzata", "Paweł", "Agnieszka", "Michał", "Żaneta", "Grzegorz", "Elżbieta", "Wojciech", "Bożena", "Zdzisław"],
    family: &["Wiśniewski", "Wójcik", "Dąbrowska", "Kamiński", "Żółkiewska", "Jabłoński", "Śliwińska", "Pająk", "Grążel", "Łęcka", "Źródłowski", "Ćwik", "Zając"],
};

#[rustfmt::skip]
pub const CITIES: [City; 8] = [
    City { name: "Washington", country: "United States", zone: "America/New_York", people: &AMERICAN },
    City { name: "Houston", country: "United States", zone: "America/Chicago", people: &AMERICAN },
    City { name: "San Francisco", country: "United States", zone: "America/Los_Angeles", people: &AMERICAN },
    City { name: "Denver", country: "United States", zone: "America/Denver", people: &AMERICAN },
    City { name: "Ankara", country: "Türkiye", zone: "Europe/Istanbul", people: &TURKISH },
    City { name: "Warsaw", country: "Poland", zone: "Europe/Warsaw", people: &POLISH },
    City { name: "Gdańsk", country: "Poland", zone: "Europe/Warsaw", people: &POLISH },
    City { name: "St. John’s", country: "Canada", zone: "America/St_Johns", people: &AMERICAN },
];

#[rustfmt::skip]
pub const BUSINESSES: [&str; 16] = ["Energy", "Freight", "Grid", "Capital", "Foods", "Ports", "Rail", "Systems", "Mining", "Textiles", "Pharma", "Steel", "Insurance", "Telecom", "Shipping", "Water"];
#[rustfmt::skip]
pub const FORMS: [&str; 7] = ["Corporation", "Partners", "Group", "Agency", "Chamber", "Bank", "Institute"];
#[rustfmt::skip]
pub const TOPICS: [&str; 12] = ["Energy", "Transport and logistics", "ICT", "Finance", "Agriculture", "Health", "Education", "Mining", "Tourism", "Water", "Industry", "Trade rules"];
#[rustfmt::skip]
pub const OFFICES: [&str; 8] = ["Chief Executive Officer", "Director General", "Head of International Affairs", "Vice President", "Deputy Director", "Regional Manager", "Senior Adviser", "Chair"];
#[rustfmt::skip]
pub const STREETS: [&str; 9] = ["Vermont Avenue", "Main Street", "Harbour Road", "Atatürk Bulvarı", "ulica Długa", "Station Square", "Liberty Street", "Łazienki Park", "Exchange Place"];

/// The one of a list that stands at a place, which may be past its end.
pub fn at<T: Copy>(list: &[T], place: usize) -> T {
    *list.get(place % list.len()).expect(
        "a remainder is smaller than what it is the remainder of, and no list here is empty",
    )
}
