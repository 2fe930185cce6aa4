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

#[test]
fn lines_of_a_file_stand_in_columns() {
    let mut harness = Harness::builder()
        .with_context_setup(fonts::install)
        .build_ui(|ui| {
            let even = FontId::new(12.0, egui::FontFamily::Monospace);
            // Of Vietnamese some letters are in no such font that is small.
            let alphabets = ALPHABETS.iter().filter(|(it, _)| *it != "Vietnamese");
            let letters = alphabets.flat_map(|(_, letters)| letters.chars());
            for letter in letters.chain("0123456789 .,:;\"()[]{}<>/|▲“”–".chars()) {
                let width = ui.fonts_mut(|it| it.glyph_width(&even, letter));
                let usual = ui.fonts_mut(|it| it.glyph_width(&even, 'm'));
                assert!(
                    (width - usual).abs() < 0.01,
                    "{letter}: {width}, not {usual}"
                );
            }
        });
    harness.run();
}
