//! Every letter of the languages that planners of our visits write has a glyph.

use attache::app::fonts;
use egui::{FontId, Label, RichText};
use egui_kittest::Harness;

const ALPHABETS: [(&str, &str); 5] = [
    (
        "Azerbaijani",
        "AaBbCcÇçDdEeƏəFfGgĞğHhXxIıİiJjKkQqLlMmNnOoÖöPpRrSsŞşTtUuÜüVvYyZz",
    ),
    (
        "Turkish",
        "AaBbCcÇçDdEeFfGgĞğHhIıİiJjKkLlMmNnOoÖöPpRrSsŞşTtUuÜüVvYyZzÂâÎîÛû",
    ),
    (
        "Polish",
        "AaĄąBbCcĆćDdEeĘęFfGgHhIiJjKkLlŁłMmNnŃńOoÓóPpRrSsŚśTtUuWwYyZzŹźŻż",
    ),
    (
        "Vietnamese",
        "AaÀàẢảÃãÁáẠạĂăẰằẲẳẴẵẮắẶặÂâẦầẨẩẪẫẤấẬậBbCcDdĐđEeÈèẺẻẼẽÉéẸẹÊêỀềỂểỄễẾếỆệGgHhIiÌìỈỉĨĩÍíỊịKkLlMmNnOoÒòỎỏÕõÓóỌọÔôỒồỔổỖỗỐốỘộƠơỜờỞởỠỡỚớỢợPpQqRrSsTtUuÙùỦủŨũÚúỤụƯưỪừỬửỮữỨứỰựVvXxYyỲỳỶỷỸỹÝýỴỵ",
    ),
    (
        "Cyrillic",
        "АаБбВвГгҐґДдЂђЃѓЕеЀѐЁёЄєЖжЗзЅѕИиЍѝІіЇїЙйЈјКкЛлЉљМмНнЊњОоПпРрСсТтЋћЌќУуЎўФфХхЦцЧчЏџШшЩщЪъЫыЬьЭэЮюЯяӘәҒғҚқҢңӨөҰұҮүҺһ",
    ),
];

#[test]
fn every_letter_is_drawn_in_every_weight() {
    let families = ["medium", "semibold", "italic"];
    for (language, letters) in ALPHABETS {
        // A letter without a glyph stops the harness, which says which one it was.
        let mut harness = Harness::builder()
            .with_context_setup(fonts::install)
            .build_ui(move |ui| {
                ui.label(language);
                ui.add(Label::new(letters).wrap());
                for family in families {
                    let font = FontId::new(14.0, egui::FontFamily::Name(family.into()));
                    ui.add(Label::new(RichText::new(letters).font(font)).wrap());
                }
            });
        harness.run();
    }
}

#[test]
fn a_letter_that_no_font_has_is_noticed() {
    let drawn = std::panic::catch_unwind(|| {
        let mut harness = Harness::builder()
            .with_context_setup(fonts::install)
            .build_ui(|ui| {
                ui.label("\u{10FFFD}");
            });
        harness.run();
    });
    assert!(drawn.is_err());
}
