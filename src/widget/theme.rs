//! The look, said once: colours, sizes, spacing. No other file names a colour or a size of text.

use std::collections::BTreeMap;

use egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle,
    Ui, Vec2, Visuals,
    style::{KineticScrollStyle, ScrollStyle, Selection, WidgetVisuals, Widgets},
    vec2,
};

use crate::model::topic::TopicColour;

/// The least text: the hours beside a grid, the minutes of a journey.
pub const TINY: f32 = 11.0;
/// Small text: captions, blocks, counts.
pub const SMALL: f32 = 12.0;
/// The text one reads.
pub const BODY: f32 = 14.0;
/// The heading of a page or a card.
pub const HEADING: f32 = 16.0;
/// A figure that stands for itself.
pub const FIGURE: f32 = 22.0;

/// The grid that every gap is a multiple of.
pub const GRID: f32 = 4.0;
/// The gap between things that belong together.
pub const GAP: f32 = 8.0;
/// The margin of a page, a card, the inspector.
pub const MARGIN: f32 = 16.0;
/// How round a corner is.
pub const RADIUS: u8 = 6;
/// The least a thing that is clicked is high and wide.
pub const HIT: f32 = 28.0;
/// The height of a row in a table.
pub const ROW: f32 = 34.0;
/// The height of the bar at the head of a view.
pub const BAR: f32 = 52.0;

/// Medium weight.
pub const MEDIUM: &str = "medium";
/// Semibold weight.
pub const SEMIBOLD: &str = "semibold";
/// Italic.
pub const ITALIC: &str = "italic";
/// The icons.
pub const ICONS: &str = "icons";

/// The colours of one mode.
#[derive(Debug, PartialEq)]
pub struct Theme {
    /// What lies behind everything.
    pub canvas: Color32,
    /// What one writes on.
    pub surface: Color32,
    /// What floats.
    pub raised: Color32,
    /// A hairline between things.
    pub line: Color32,
    /// The border of what one can change.
    pub line_strong: Color32,
    /// Text.
    pub text: Color32,
    /// Text that says more.
    pub secondary: Color32,
    /// Text that one need not read.
    pub faint: Color32,
    /// What can be done, and what is chosen.
    pub accent: Color32,
    /// Behind what is chosen.
    pub accent_soft: Color32,
    /// What cannot be.
    pub error: Color32,
    /// Behind it.
    pub error_soft: Color32,
    /// What may go wrong.
    pub warning: Color32,
    /// Behind it.
    pub warning_soft: Color32,
    /// What is done.
    pub good: Color32,
    /// Behind it.
    pub good_soft: Color32,
    /// What is of the agenda.
    pub info: Color32,
    /// Behind it.
    pub info_soft: Color32,
    /// Behind chips and quiet blocks.
    pub quiet: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// The shadow of what floats.
    shadow: Color32,
}

/// A colour as designers write it.
const fn hex(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// By day.
pub static LIGHT: Theme = Theme {
    canvas: hex(0xF6F7F9),
    surface: hex(0xFFFFFF),
    raised: hex(0xFFFFFF),
    line: hex(0xE3E7ED),
    line_strong: hex(0xC9D0DA),
    text: hex(0x19212B),
    secondary: hex(0x56616F),
    // A little darker than it was drawn: as drawn it had a contrast of 3.7 to 1.
    faint: hex(0x657080),
    accent: hex(0x0B6E69),
    accent_soft: hex(0xE0F1EF),
    error: hex(0xB93434),
    error_soft: hex(0xFBE8E8),
    warning: hex(0x8A5700),
    warning_soft: hex(0xFCF2DD),
    good: hex(0x25744A),
    good_soft: hex(0xE2F3E9),
    info: hex(0x2B5FA8),
    info_soft: hex(0xE6EEF9),
    quiet: hex(0xEEF1F5),
    on_accent: hex(0xFFFFFF),
    shadow: Color32::from_black_alpha(28),
};

/// By night.
pub static DARK: Theme = Theme {
    canvas: hex(0x13171C),
    surface: hex(0x1A1F26),
    raised: hex(0x222933),
    line: hex(0x2C343F),
    line_strong: hex(0x404B59),
    text: hex(0xE8ECF1),
    secondary: hex(0xA8B3C0),
    faint: hex(0x8D99A7),
    accent: hex(0x4CC2B8),
    accent_soft: hex(0x163433),
    error: hex(0xF08A8A),
    error_soft: hex(0x3A2022),
    warning: hex(0xE5B567),
    warning_soft: hex(0x372C18),
    good: hex(0x6CC794),
    good_soft: hex(0x17301F),
    info: hex(0x86B1EE),
    info_soft: hex(0x1B2A40),
    quiet: hex(0x252C36),
    on_accent: hex(0x13171C),
    shadow: Color32::from_black_alpha(110),
};

impl Theme {
    /// The colours in use here.
    pub fn of(ui: &Ui) -> &'static Self {
        Self::when(ui.visuals().dark_mode)
    }

    /// The colours by night or by day.
    pub fn when(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }

    /// The colour of a topic.
    pub fn topic(&self, colour: TopicColour) -> Color32 {
        let dark = self == &DARK;
        let (light, night) = match colour {
            TopicColour::Blue => (hex(0x3E74C4), hex(0x86B1EE)),
            TopicColour::Ochre => (hex(0xA1700F), hex(0xE5B567)),
            TopicColour::Red => (hex(0xC24A4A), hex(0xF08A8A)),
            TopicColour::Teal => (hex(0x0F7F79), hex(0x4CC2B8)),
            TopicColour::Green => (hex(0x37855A), hex(0x6CC794)),
            TopicColour::Violet => (hex(0x7457B8), hex(0xB39DEB)),
            TopicColour::Rose => (hex(0xB3477F), hex(0xEB93BE)),
            TopicColour::Grey => (hex(0x6B7786), hex(0xA2ADBA)),
        };
        if dark { night } else { light }
    }

    /// Halfway and less from a surface to a colour: the border of a block of that colour.
    pub fn border(&self, colour: Color32) -> Color32 {
        self.surface.lerp_to_gamma(colour, 0.35)
    }

    /// A row that is pointed at: so light that the chips in it stand out from it.
    pub fn pointed_at(&self) -> Color32 {
        self.surface.lerp_to_gamma(self.quiet, 0.5)
    }

    /// A hairline.
    pub fn hairline(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }
}

/// A font of the text's family and weight.
pub fn font(size: f32, weight: &str) -> FontId {
    FontId::new(size, FontFamily::Name(weight.into()))
}

/// Text of normal weight.
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Text whose letters are equally wide, so that columns stand below each other.
pub fn even(size: f32) -> FontId {
    FontId::new(size, FontFamily::Monospace)
}

/// Puts the look on, for light and for dark.
pub fn install(ctx: &Context) {
    for (which, theme) in [(egui::Theme::Light, &LIGHT), (egui::Theme::Dark, &DARK)] {
        ctx.set_style_of(which, style(theme, which == egui::Theme::Dark));
    }
    // A desktop that does not say whether it is light or dark is taken for light.
    ctx.options_mut(|it| it.fallback_theme = egui::Theme::Light);
}

fn style(theme: &Theme, dark: bool) -> Style {
    let mut style = Style {
        text_styles: BTreeMap::from([
            (TextStyle::Small, regular(SMALL)),
            (TextStyle::Body, regular(BODY)),
            (TextStyle::Button, regular(BODY)),
            (TextStyle::Monospace, even(BODY)),
            (TextStyle::Heading, font(HEADING, SEMIBOLD)),
        ]),
        visuals: visuals(theme, dark),
        animation_time: 0.1,
        ..Style::default()
    };
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(GAP, GRID);
    spacing.button_padding = vec2(10.0, GRID);
    spacing.interact_size = Vec2::splat(HIT);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(20);
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 10.0;
    spacing.icon_spacing = GAP;
    spacing.combo_height = 320.0;
    spacing.tooltip_width = 360.0;
    spacing.scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        handle_min_length: 32.0,
        interact_handle_opacity: 0.6,
        // How far one can scroll is known a frame late. Where there gets more to see, and one is brought to it at
        // once, that would be taken for too far, and sprung back from.
        kinetic: KineticScrollStyle {
            rubber_band: false,
            ..KineticScrollStyle::default()
        },
        ..ScrollStyle::floating()
    };
    style.interaction.tooltip_delay = 0.4;
    style.interaction.selectable_labels = false;
    style
}

fn visuals(theme: &Theme, dark: bool) -> Visuals {
    let shadow = Shadow {
        offset: [0, 4],
        blur: 20,
        spread: 0,
        color: theme.shadow,
    };
    Visuals {
        override_text_color: Some(theme.text),
        weak_text_color: Some(theme.secondary),
        widgets: widgets(theme),
        selection: Selection {
            bg_fill: theme.accent_soft,
            stroke: Stroke::new(1.5, theme.accent),
        },
        hyperlink_color: theme.accent,
        faint_bg_color: theme.canvas,
        extreme_bg_color: theme.surface,
        text_edit_bg_color: Some(theme.surface),
        code_bg_color: theme.quiet,
        warn_fg_color: theme.warning,
        error_fg_color: theme.error,
        window_corner_radius: CornerRadius::same(10),
        window_shadow: shadow,
        window_fill: theme.raised,
        window_stroke: theme.hairline(),
        menu_corner_radius: CornerRadius::same(8),
        panel_fill: theme.surface,
        popup_shadow: shadow,
        indent_has_left_vline: false,
        ..if dark {
            Visuals::dark()
        } else {
            Visuals::light()
        }
    }
}

fn widgets(theme: &Theme) -> Widgets {
    let state = |fill, border, ink| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, border),
        corner_radius: CornerRadius::same(RADIUS),
        fg_stroke: Stroke::new(1.0, ink),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: state(theme.surface, theme.line, theme.text),
        inactive: state(theme.surface, theme.line_strong, theme.text),
        hovered: state(theme.quiet, theme.line_strong, theme.text),
        active: state(theme.accent_soft, theme.accent, theme.text),
        open: state(theme.quiet, theme.accent, theme.text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast of two colours (WCAG 2.2, relative luminance).
    fn contrast(a: Color32, b: Color32) -> f32 {
        let luminance = |colour: Color32| {
            let [r, g, b, _] = egui::Rgba::from(colour).to_array();
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_can_be_read_on_what_it_stands_on() {
        for theme in [&LIGHT, &DARK] {
            let on = [theme.canvas, theme.surface, theme.raised];
            let mut pairs: Vec<(&str, Color32, Color32)> = Vec::new();
            for paper in on {
                pairs.extend([
                    ("text", theme.text, paper),
                    ("secondary", theme.secondary, paper),
                    ("faint", theme.faint, paper),
                    ("accent", theme.accent, paper),
                    ("error", theme.error, paper),
                ]);
            }
            pairs.extend([
                ("on accent", theme.on_accent, theme.accent),
                ("accent on soft", theme.accent, theme.accent_soft),
                ("error on soft", theme.error, theme.error_soft),
                ("warning on soft", theme.warning, theme.warning_soft),
                ("good on soft", theme.good, theme.good_soft),
                ("info on soft", theme.info, theme.info_soft),
                (
                    "secondary on accent soft",
                    theme.secondary,
                    theme.accent_soft,
                ),
                ("secondary on info soft", theme.secondary, theme.info_soft),
                (
                    "secondary on warning soft",
                    theme.secondary,
                    theme.warning_soft,
                ),
                ("secondary on quiet", theme.secondary, theme.quiet),
            ]);
            for (what, ink, paper) in pairs {
                let contrast = contrast(ink, paper);
                assert!(
                    4.5 <= contrast,
                    "{what}: {contrast:.2} with {ink:?} on {paper:?}"
                );
            }
        }
    }
}
