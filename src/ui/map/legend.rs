//! The legend: the symbols and rings on the map, in words.

use eframe::egui::{
    Align2, Area, Id, Label, Margin, Order, Rect, RichText, Role, Sense, Ui, WidgetInfo, vec2,
};

use crate::{
    model::{EventType, Precision},
    session::Session,
    tr,
    ui::{
        icon::{self, Icon},
        symbol, theme, words,
    },
};

/// The types and precisions among the events that pass the filter.
struct Contents {
    types: Vec<EventType>,
    precisions: Vec<Precision>,
}

impl Contents {
    fn of(session: &Session) -> Self {
        let (mut types, mut precisions) = (0u32, 0u32);
        for event in session.filtered().iter().filter_map(|id| session.event(*id)) {
            types |= 1 << event.event_type.code();
            if let Some(location) = event.locations.first() {
                precisions |= 1 << location.precision as u32;
            }
        }
        Self {
            types: EventType::ALL.into_iter().filter(|t| types & (1 << t.code()) != 0).collect(),
            precisions: Precision::ALL
                .into_iter()
                .filter(|p| *p != Precision::Exact && precisions & (1 << *p as u32) != 0)
                .collect(),
        }
    }
}

/// How far above the edge it ends: the line that names the sources may reach below it.
const ABOVE_SOURCES: f32 = 28.0;

/// Shows the legend at the bottom left of the map, if there is something to explain.
/// `open` is whether it is unfolded; a picture's cannot be folded.
pub fn legend_ui(ui: &Ui, rect: Rect, session: &Session, outside: usize, open: Option<&mut bool>) {
    let contents = Contents::of(session);
    if contents.types.is_empty() {
        return;
    }
    let theme = theme::current(ui);
    Area::new(Id::unique("legend"))
        .order(Order::Middle)
        .pivot(Align2::LEFT_BOTTOM)
        .fixed_pos(rect.left_bottom() + vec2(12.0, -ABOVE_SOURCES))
        .show(ui.ctx(), |ui| {
            theme.card().inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(7.0, 3.0);
                ui.spacing_mut().interact_size.y = 16.0;
                if let Some(open) = open {
                    fold_ui(ui, open);
                    if !*open {
                        return;
                    }
                }
                for event_type in contents.types {
                    ui.horizontal(|ui| {
                        symbol::show(ui, event_type, 1.0);
                        ui.label(RichText::new(words::event_type(event_type)).size(12.0));
                    });
                }
                if !contents.precisions.is_empty() {
                    ui.add_space(4.0);
                }
                precisions_ui(ui, &contents.precisions);
                if outside > 0 {
                    ui.add_space(4.0);
                    let words = RichText::new(tr!("legend-outside", n = outside)).size(12.0);
                    ui.label(words.color(theme.text.weak.0));
                }
            });
        });
}

/// The heading, which folds and unfolds the legend.
fn fold_ui(ui: &mut Ui, open: &mut bool) {
    ui.horizontal(|ui| {
        let words = RichText::new(tr!("legend-title")).font(theme::strong(12.0));
        let label = ui.add(Label::new(words).sense(Sense::click()));
        let (icon, name) =
            if *open { (Icon::Down, tr!("legend-fold")) } else { (Icon::Up, tr!("legend-unfold")) };
        let (rect, _) = ui.allocate_exact_size(vec2(7.0, 7.0), Sense::hover());
        icon::paint(ui.painter(), rect, icon, theme::current(ui).text.weak.0);
        label.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        theme::focus_ring(ui, &label, 3);
        if label.clicked() {
            *open = !*open;
        }
    });
}

fn precisions_ui(ui: &mut Ui, precisions: &[Precision]) {
    let theme = theme::current(ui);
    for precision in precisions {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
            let (painter, ink) = (ui.painter(), theme.text.weak.0);
            painter.circle_filled(rect.center(), 2.0, ink);
            symbol::paint_ring(painter, rect.center(), 4.0, *precision, ink);
            ui.label(RichText::new(words::precision(*precision)).size(12.0));
        });
    }
}
