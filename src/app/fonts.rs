//! The fonts: Inter for text, DejaVu Sans Mono for lines of a file, Lucide for icons, and the system's own for
//! scripts that these lack.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

use crate::widget::theme::{ICONS, ITALIC, MEDIUM, SEMIBOLD};

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
/// All its letters are equally wide. It has those of our alphabets only, to be small.
const EVEN: &[u8] = include_bytes!("../../assets/fonts/DejaVuSansMono.ttf");

/// Each family of ours: its name, and the font it is drawn with first.
const FAMILIES: [(&str, &[u8]); 4] = [
    (
        MEDIUM,
        include_bytes!("../../assets/fonts/Inter-Medium.otf"),
    ),
    (
        SEMIBOLD,
        include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
    ),
    (
        ITALIC,
        include_bytes!("../../assets/fonts/Inter-Italic.otf"),
    ),
    (ICONS, lucide_icons::LUCIDE_FONT_BYTES),
];

/// Puts the fonts in. A letter that a family lacks is looked for in Inter, then in the system's fonts.
pub fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    fonts.font_data.insert(
        "regular".to_owned(),
        Arc::new(FontData::from_static(REGULAR)),
    );
    fonts
        .font_data
        .insert("even".to_owned(), Arc::new(FontData::from_static(EVEN)));
    for (family, names) in [
        (FontFamily::Proportional, &["regular"][..]),
        (FontFamily::Monospace, &["even", "regular"]),
    ] {
        let names = names.iter().map(|it| (*it).to_owned()).collect();
        fonts.families.insert(family, names);
    }
    for (name, data) in FAMILIES {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(data)));
        fonts.families.insert(
            FontFamily::Name(name.into()),
            vec![name.to_owned(), "regular".to_owned()],
        );
    }
    ctx.set_fonts(fonts);
}
