//! The time that the programme gives to each topic, as bars against hours.

use egui::{
    Color32, Rect, Response, RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use egui_plot::{AxisHints, Bar, BarChart, GridMark, Plot, PlotTransform, VPlacement};

use super::outline::Line;
use crate::{
    insight::coverage::Minutes,
    model::day_words,
    view::{paint, scene::Scene},
    widget::{
        button,
        theme::{self, BODY, FIGURE, GAP, MARGIN, SEMIBOLD, SMALL, TINY, Theme},
    },
};

/// The height of a row.
const ROW: f32 = 32.0;
/// How much of a row the bar fills.
const BAR: f64 = 0.44;
/// The height of the axis over the bars.
const AXIS: f32 = 20.0;
/// How wide the whole time stands behind a bar.
const TOTAL: f32 = 96.0;
/// How far a topic stands in under the one above it.
const STEP: f32 = 16.0;
/// More marks than this crowd an axis.
const MOST_MARKS: f64 = 6.0;

/// How sure the time is, and so how a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sureness {
    Held,
    Confirmed,
    Planned,
}

impl Sureness {
    const ALL: [Self; 3] = [Self::Held, Self::Confirmed, Self::Planned];

    fn of(self, minutes: &Minutes) -> u32 {
        match self {
            Self::Held => minutes.held,
            Self::Confirmed => minutes.confirmed,
            Self::Planned => minutes.planned,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Confirmed => "confirmed",
            Self::Planned => "planned",
        }
    }

    /// Full, half, and only an outline: told apart without colours too.
    fn fill(self, colour: Color32, theme: &Theme) -> Color32 {
        match self {
            Self::Held => colour,
            Self::Confirmed => theme.border(colour),
            Self::Planned => theme.surface,
        }
    }
}

/// The chart of every topic, in all the room there is.
pub fn page_ui(ui: &mut Ui, scene: &Scene<'_>, lines: &[Line]) {
    let area = ui.available_rect_before_wrap();
    ui.painter().rect_filled(area, 0.0, Theme::of(ui).surface);
    let lines: Vec<&Line> = lines.iter().collect();
    scrolled(ui, "time of every topic", |ui| {
        legend_ui(ui);
        bars_ui(ui, scene, &lines);
    });
}

/// The chart of the main topics, for where no topic is selected.
///
/// Returns whether one asks for those without a confirmed meeting.
pub fn summary_ui(ui: &mut Ui, scene: &Scene<'_>, lines: &[Line]) -> bool {
    let theme = Theme::of(ui);
    let mut asks = false;
    scrolled(ui, "time of main topics", |ui| {
        let figure = |ui: &mut Ui, count: usize, words: &str| {
            let figure = RichText::new(format!("{count} of {}", lines.len()));
            ui.label(figure.font(theme::font(FIGURE, SEMIBOLD)));
            ui.label(RichText::new(words).color(theme.secondary));
        };
        let covered = lines.iter().filter(|it| it.is_covered()).count();
        let confirmed = lines.iter().filter(|it| !it.is_unconfirmed).count();
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| figure(ui, covered, "topics are on the programme"));
            ui.add_space(2.0 * MARGIN);
            ui.vertical(|ui| {
                figure(ui, confirmed, "topics have a confirmed meeting");
                if confirmed < lines.len() {
                    ui.spacing_mut().button_padding.x = 0.0;
                    asks = button::link(ui, "Show the others").clicked();
                }
            });
        });
        crate::widget::field::section(ui, "Time given to each topic", |_| {});
        legend_ui(ui);
        let mut roots: Vec<&Line> = lines.iter().filter(|it| it.depth == 0).collect();
        roots.sort_by_key(|it| std::cmp::Reverse(it.minutes.all()));
        bars_ui(ui, scene, &roots);
    });
    asks
}

/// Says what a full, a half-filled and an empty bar mean.
fn legend_ui(ui: &mut Ui) {
    let theme = Theme::of(ui);
    ui.horizontal_wrapped(|ui| {
        for sureness in Sureness::ALL {
            let (font, ink) = (theme::regular(SMALL), theme.secondary);
            let painter = ui.painter();
            let words = painter.layout_no_wrap(sureness.words().to_owned(), font, ink);
            let size = vec2(30.0 + words.size().x, 20.0);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            let mark = rect.left_center() - vec2(0.0, 5.0);
            let mark = Rect::from_min_size(mark, vec2(18.0, 10.0));
            let stroke = Stroke::new(1.0, ink);
            let fill = sureness.fill(ink, theme);
            let painter = ui.painter();
            painter.rect(mark, 2.0, fill, stroke, egui::StrokeKind::Inside);
            let at = rect.left_center() + vec2(24.0, -words.size().y / 2.0);
            painter.galley(at, words, ink);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, sureness.words()));
        }
    });
}

fn scrolled(ui: &mut Ui, id: &str, add: impl FnOnce(&mut Ui)) {
    let scroll = ScrollArea::vertical().id_salt(id).auto_shrink(false);
    scroll.show(ui, |ui| {
        let margin = egui::Margin::same(MARGIN as i8);
        egui::Frame::new().inner_margin(margin).show(ui, add);
    });
}

/// The names on the left, the bars beside them; a row is one thing to point at and to click.
fn bars_ui(ui: &mut Ui, scene: &Scene<'_>, lines: &[&Line]) {
    let width = ui.available_width();
    let names = (width * 0.34).clamp(96.0, 280.0);
    let height = AXIS + ROW * lines.len() as f32;
    let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let room = Rect::from_min_max(pos2(area.left() + names, area.top()), area.max);
    for (at, line) in lines.iter().enumerate() {
        if scene.selection.contains(line.id) {
            let row = row_of(area, at).expand2(vec2(GAP, 0.0));
            let round = f32::from(theme::RADIUS);
            ui.painter()
                .rect_filled(row, round, Theme::of(ui).accent_soft);
        }
    }
    let mut ui_of_plot = ui.new_child(egui::UiBuilder::new().max_rect(room));
    let longest = lines.iter().map(|it| it.minutes.all()).max();
    let transform = plot_ui(&mut ui_of_plot, lines, longest.unwrap_or_default());
    for (at, line) in lines.iter().enumerate() {
        let row = row_of(area, at);
        if ui.is_rect_visible(row) {
            let end = transform.position_from_point_x(f64::from(line.minutes.all()));
            words_of_row(ui, row, line, names, end);
        }
        if row_ui(ui, row, line).clicked() {
            scene.select(line.id);
        }
    }
}

/// Where a row stands.
fn row_of(area: Rect, at: usize) -> Rect {
    let top = area.top() + AXIS + ROW * at as f32;
    Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), ROW))
}

/// Draws axis, grid and bars. Returns where they stand.
fn plot_ui(ui: &mut Ui, lines: &[&Line], longest: u32) -> PlotTransform {
    let theme = Theme::of(ui);
    let width = ui.available_width();
    // The longest bar leaves room for its time behind it.
    let share = f64::from(((width - TOTAL) / width).clamp(0.3, 1.0));
    let most = f64::from(longest.max(60)) / share;
    let step = step_of(most);
    let axis = AxisHints::new_x()
        .placement(VPlacement::Top)
        .tick_label_color(theme.secondary)
        .tick_label_font(theme::regular(TINY))
        .label_spacing(egui::Rangef::new(1.0, 2.0))
        .min_thickness(AXIS)
        .formatter(|mark, _| hours(mark.value));
    let sight = ui.clip_rect();
    let top = ui.max_rect().top() + AXIS;
    let is_seen = |at: usize| {
        let y = top + ROW * at as f32;
        sight.top() <= y + ROW && y <= sight.bottom()
    };
    let charts = Sureness::ALL.map(|sureness| {
        let seen = lines.iter().enumerate().filter(|(at, _)| is_seen(*at));
        let bars = seen.filter_map(|(at, line)| bar(at, line, sureness, theme));
        BarChart::new(sureness.words(), bars.collect()).allow_hover(false)
    });
    let rows = lines.len() as f64;
    let shown = Plot::new("time")
        .height(AXIS + ROW * lines.len() as f32)
        .width(width)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .sense(Sense::hover())
        .show_background(false)
        .show_crosshair(false)
        .show_grid([true, false])
        .show_axes([true, false])
        .custom_x_axes(vec![axis])
        .grid_color(theme.line)
        .grid_spacing(egui::Rangef::new(1.0, 2.0))
        .x_grid_spacer(move |_| marks(step, most))
        .set_margin_fraction(egui::Vec2::ZERO)
        .invert_y(true)
        .show(ui, |plot| {
            plot.set_plot_bounds_x(0.0..=most);
            plot.set_plot_bounds_y(-0.5..=rows - 0.5);
            for chart in charts {
                plot.bar_chart(chart);
            }
        });
    shown.transform
}

/// The part of a bar that is as sure as that; it stands behind the surer ones.
fn bar(at: usize, line: &Line, sureness: Sureness, theme: &Theme) -> Option<Bar> {
    let minutes = sureness.of(&line.minutes);
    let before: u32 = Sureness::ALL
        .iter()
        .take_while(|it| **it != sureness)
        .map(|it| it.of(&line.minutes))
        .sum();
    let colour = theme.topic(line.colour);
    let bar = Bar::new(at as f64, f64::from(minutes))
        .base_offset(f64::from(before))
        .horizontal()
        .width(BAR)
        .fill(sureness.fill(colour, theme))
        .stroke(Stroke::new(1.0, colour));
    (0 < minutes).then_some(bar)
}

/// The name of a topic, and behind its bar the whole time.
fn words_of_row(ui: &Ui, row: Rect, line: &Line, names: f32, end: f32) {
    let theme = Theme::of(ui);
    let at = row.left_center() + vec2(STEP * line.depth as f32, 0.0);
    let room = names - STEP * line.depth as f32 - 12.0;
    let (font, ink) = if line.depth == 0 {
        (theme::font(BODY, theme::MEDIUM), theme.text)
    } else {
        (theme::regular(BODY), theme.secondary)
    };
    paint::left(ui.painter(), at, &line.name, font, ink, room);
    let at = pos2(end + 8.0, row.center().y);
    let (words, ink) = if line.is_covered() {
        (day_words::length(line.minutes.all()), theme.secondary)
    } else {
        ("none".to_owned(), theme.warning)
    };
    let font = theme::regular(SMALL);
    paint::left(ui.painter(), at, &words, font, ink, row.right() - at.x);
}

/// What one points at and clicks.
fn row_ui(ui: &mut Ui, row: Rect, line: &Line) -> Response {
    let theme = Theme::of(ui);
    let response = ui.interact(
        row,
        ui.scope_id().with(("time of", line.id)),
        Sense::click(),
    );
    let said = said(line);
    let name = format!("{}: {said}", line.name);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    if response.hovered() {
        let veil = theme.secondary.gamma_multiply(0.08);
        let round = f32::from(theme::RADIUS);
        let row = row.expand2(vec2(GAP, 0.0));
        ui.painter().rect_filled(row, round, veil);
    }
    crate::widget::focus_ring(ui, &response);
    response
        .on_hover_ui_at_pointer(|ui| {
            ui.label(RichText::new(&line.name).font(theme::font(BODY, SEMIBOLD)));
            ui.label(said);
        })
        .on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The time of a topic in words.
fn said(line: &Line) -> String {
    if !line.is_covered() {
        return "nothing on the programme is about it".to_owned();
    }
    let parts = Sureness::ALL
        .iter()
        .map(|it| (it.of(&line.minutes), it.words()))
        .filter(|(minutes, _)| 0 < *minutes)
        .map(|(minutes, words)| format!("{} {words}", day_words::length(minutes)));
    let parts = parts.collect::<Vec<_>>().join(", ");
    let items = match line.items {
        1 => "1 item".to_owned(),
        many => format!("{many} items"),
    };
    format!("{parts}, in {items}")
}

/// The least round step of which few enough fit, in minutes: quarters and halves of an hour, then one, two or five
/// hours, tens of hours, and so on.
fn step_of(most: f64) -> f64 {
    let fits = |step: &f64| most / step <= MOST_MARKS;
    let hours = (0..9).flat_map(|tens| [1.0, 2.0, 5.0].map(|it| it * 60.0 * 10_f64.powi(tens)));
    [15.0, 30.0]
        .into_iter()
        .chain(hours)
        .find(fits)
        .unwrap_or(most)
}

/// Where the axis has lines: at nothing and at every step, but for the very end, where no words fit.
fn marks(step: f64, most: f64) -> Vec<GridMark> {
    let mark = |value| GridMark {
        value,
        step_size: step,
    };
    let all = (0..=MOST_MARKS as u32).map(|it| f64::from(it) * step);
    all.take_while(|it| *it <= most * 0.95).map(mark).collect()
}

/// A place on the axis in words.
fn hours(minutes: f64) -> String {
    match minutes.round().max(0.0) as u32 {
        0 => "0".to_owned(),
        minutes => day_words::length(minutes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_has_few_marks_however_long_it_is() {
        for most in [1.0, 60.0, 75.0, 400.0, 1_000.0, 50_000.0, 4_000_000.0] {
            let step = step_of(most);
            let marks = marks(step, most);
            assert!((1..=7).contains(&marks.len()), "{most}: {marks:?}");
            assert_eq!(marks.first().map(|it| it.value), Some(0.0));
            assert!(2 <= marks.len() || most <= 15.0, "{most}: {marks:?}");
        }
    }
}
