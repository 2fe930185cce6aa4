//! Missions that nobody has to type: for tests, for trying things out.

pub mod notation;

mod slug;

/// A visit to try things out on.
pub fn washington() -> crate::model::mission::Mission {
    notation::from_notation(
        "dates 2026-03-09 2026-03-12
host America/New_York
home Asia/Baku
travel Winder HCHB 14
travel HCHB EXIM 25
travel Hotel Winder 22
place Winder [security 10]
place Hotel [room SalonA 80]
delegate Aliyev [head] [languages Azerbaijani, English]
delegate Zeynalov [principal]
delegate Məmmədov [note taker]
topic Energy
topic AI
organisation USTR [host] [agency]
10:00 60 Arrival @ Hotel: Aliyev, Zeynalov (participant) [arrival]
16:00 60 Internal briefing @ Hotel: Aliyev, Zeynalov (participant) [briefing]
day 2
09:00 60 U.S. Trade Representative @ Winder: Aliyev, Məmmədov (note taker), Gettman [with USTR]
10:30 60 Department of Commerce @ HCHB: Aliyev, Zeynalov, Guidera [topic Energy]
11:45 45 EXIM @ EXIM: Aliyev, Todd
12:45 60 Working lunch @ Hotel: Aliyev, Zeynalov [working meal]
14:00 60 USTDA @ Wilson: Zeynalov, Kress [tentative]
14:15 45 Visa @ Hotel: Aliyev, McDonnell [tentative]
17:00 30 Tetra Tech: Aliyev, Griminger [proposed]
day 3
09:00 45 Opening ceremony @ Hotel: Bakhishov, Veziri, Ibrahim [opening ceremony]
09:45 75 Main session @ Hotel: Aliyev [main session]
11:30 75 Panel technology @ Hotel: Zeynalov [panel]
11:30 75 Panel energy @ Hotel: Najaf [panel]
open 45 Freeport: Aliyev, Moran [requested]
owed Send draft platform concept: Aliyev [due 2026-03-13]
",
    )
    .unwrap_or_default()
}

/// A made-up visit of so many meetings.
pub fn made_up(meetings: usize) -> crate::model::mission::Mission {
    use crate::model::{id::Mint, meeting::Meeting};
    let mut mint = Mint::counting_from(0);
    let mut mission = washington();
    for count in 1..=meetings {
        let title = format!("Meeting {count}");
        let meeting = Meeting {
            title,
            ..Meeting::default()
        };
        mission.meetings.insert(mint.id(), meeting);
    }
    mission
}
