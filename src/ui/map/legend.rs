//! The legend: the symbols, rings and colours on the map, in words. What can be filtered is
//! hidden and shown by a click.

use eframe::egui::{
    Align2, Area, Color32, FontId, Id, Label, Margin, Order, Pos2, Rect, RichText, Role,
    ScrollArea, Sense, Stroke, Ui, WidgetInfo, epaint::Mesh, pos2, vec2,
};

use super::{
    colours::Colours,
    options::{ColourBy, Display, MapOptions},
    points::{self, RADIUS},
};
use crate::{
    model::{EventType, Precision},
    session::{Command, Facet, Session},
    tr,
    ui::{
        icon::{self, Icon},
        symbol, theme, words,
    },
};

/// How far above the edge it ends: the line that names the sources may reach below it.
const ABOVE_SOURCES: f32 = 28.0;

/// Deaths that the legend shows sizes for.
const DEATHS: [u32; 3] = [0, 10, 100];

/// What is to be explained.
pub struct Legend {
    /// The types and precisions that there are, as bits.
    pub present: (u32, u32),
    /// How many events are outside of the view.
    pub outside: usize,
    /// How events are shown.
    pub options: MapOptions,
}

impl Legend {
    /// Shows it at the bottom left of the map, if there is something to explain. In a
    /// picture it can neither be folded nor clicked: `window` is none.
    pub fn ui(
        &self,
        ui: &Ui,
        rect: Rect,
        session: &Session,
        window: Option<(&mut bool, &mut Vec<Command>)>,
    ) {
        if self.present.0 == 0 {
            return;
        }
        let theme = theme::current(ui);
        let area = Area::new(Id::unique("legend")).order(Order::Middle);
        let at = rect.left_bottom() + vec2(12.0, -ABOVE_SOURCES);
        area.pivot(Align2::LEFT_BOTTOM).fixed_pos(at).show(ui.ctx(), |ui| {
            theme.card().inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(7.0, 3.0);
                ui.spacing_mut().interact_size.y = 16.0;
                let mut commands = None;
                if let Some((open, sink)) = window {
                    fold_ui(ui, open);
                    if !*open {
                        return;
                    }
                    commands = Some(sink);
                }
                let most = (rect.height() - ABOVE_SOURCES - 60.0).max(60.0);
                // An area that ends below grows upwards: it has the room though it has not used it.
                let area = ScrollArea::vertical().max_height(most).min_scrolled_height(most);
                area.show(ui, |ui| self.rows_ui(ui, session, commands));
            });
        });
    }

    fn rows_ui(&self, ui: &mut Ui, session: &Session, mut commands: Option<&mut Vec<Command>>) {
        let by_side = self.options.display == Display::Markers
            && self.options.colour == ColourBy::Side
            && !session.sides().names().is_empty();
        for event_type in EventType::ALL {
            let shown = session.filter().shows_type(event_type);
            // A picture does not explain what it does not show.
            let is_there = self.present.0 & 1 << event_type.code() != 0;
            if !is_there || (commands.is_none() && !shown) {
                continue;
            }
            let command = self.type_ui(ui, event_type, shown, by_side);
            if let (Some(commands), Some(command)) = (&mut commands, command) {
                commands.push(command);
            }
        }
        ui.add_space(3.0);
        for precision in Precision::ALL.into_iter().filter(|p| *p != Precision::Exact) {
            let shown = session.filter().shows_precision(precision);
            let is_there = self.present.1 & 1 << precision as u32 != 0;
            if !is_there || (commands.is_none() && !shown) {
                continue;
            }
            let clicked = precision_ui(ui, precision, shown);
            if let (Some(commands), true) = (&mut commands, clicked) {
                commands.push(Command::TogglePrecision(precision));
            }
        }
        if let Some(command) = self.extras_ui(ui, session, by_side, commands.is_some()) {
            commands.into_iter().for_each(|commands| commands.push(command.clone()));
        }
        if self.outside > 0 {
            ui.add_space(4.0);
            let words = RichText::new(tr!("legend-outside", n = self.outside)).size(12.0);
            ui.label(words.color(theme::current(ui).text.weak.0));
        }
    }

    fn type_ui(
        &self,
        ui: &mut Ui,
        event_type: EventType,
        shown: bool,
        by_side: bool,
    ) -> Option<Command> {
        let theme = theme::current(ui);
        let neither = Colours::of(ui.visuals().dark_mode).sides()[0];
        let (response, at) = row(ui, &words::event_type(event_type), shown);
        let opacity = if shown { 1.0 } else { 0.35 };
        let ink = if by_side { neither } else { theme.event(event_type) };
        symbol::paint_in(ui.painter(), at, 5.5, event_type, (ink, theme), opacity);
        let only = response.double_clicked() || ui.input(|input| input.modifiers.command);
        let clicked = response.clicked();
        response.on_hover_text(tr!("legend-help"));
        clicked.then_some(match only {
            true => Command::OnlyType(event_type),
            false => Command::ToggleType(event_type),
        })
    }

    /// What colours and sizes mean, where they mean something of their own. A click on a side
    /// asks for what it says.
    fn extras_ui(
        &self,
        ui: &mut Ui,
        session: &Session,
        by_side: bool,
        can_click: bool,
    ) -> Option<Command> {
        let dark = ui.visuals().dark_mode;
        match self.options.display {
            Display::Heat => heat_ui(ui, Colours::of(dark)),
            Display::Markers if self.options.by_deaths => deaths_ui(ui),
            _ => {}
        }
        if !by_side {
            return None;
        }
        ui.add_space(4.0);
        let [neither, first, second] = Colours::of(dark).sides();
        let mut asked = None;
        for (ink, side) in [first, second].into_iter().zip(session.sides().names()) {
            let words = tr!("legend-side-says", side = side.name.as_str());
            if !can_click {
                colour_ui(ui, ink, &words);
            } else if side_ui(ui, ink, &words, session, side.key()) {
                asked = Some(Command::ToggleFacet(Facet::Side, side.key().to_owned()));
            }
        }
        colour_ui(ui, neither, &tr!("legend-side-neither"));
        asked
    }
}

/// A side: on where nothing else is asked for. Whether it was clicked.
fn side_ui(ui: &mut Ui, ink: Color32, words: &str, session: &Session, key: &str) -> bool {
    let filter = session.filter();
    let on = !filter.asks_for(Facet::Side) || filter.chosen(Facet::Side).any(|name| name == key);
    let (response, at) = row(ui, words, on);
    ui.painter().circle_filled(at, 5.0, ink.gamma_multiply(if on { 1.0 } else { 0.35 }));
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, words));
    let clicked = response.clicked();
    response.on_hover_text(tr!("legend-side-help"));
    clicked
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

/// A row that can be clicked; pale and struck through when it is off. Where its sign goes.
fn row(ui: &mut Ui, words: &str, on: bool) -> (eframe::egui::Response, Pos2) {
    let theme = theme::current(ui);
    let ink = if on { theme.text.normal.0 } else { theme.text.weak.0 };
    let galley = ui.painter().layout_no_wrap(words.to_owned(), FontId::proportional(12.0), ink);
    let size = vec2(16.0 + 7.0 + galley.size().x + 3.0, 17.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = tr!("legend-toggle", name = words);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &name));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect.expand2(vec2(3.0, 0.5)), 3.0, theme.surface.hover.0);
    }
    let middle = rect.center().y;
    let at = pos2(rect.left() + 23.0, middle - galley.size().y / 2.0);
    let width = galley.size().x;
    ui.painter().galley(at, galley, ink);
    if !on {
        let line = Stroke::new(1.0, theme.text.weak.0);
        ui.painter().line_segment([pos2(at.x, middle), pos2(at.x + width, middle)], line);
    }
    (response, pos2(rect.left() + 8.0, middle))
}

fn precision_ui(ui: &mut Ui, precision: Precision, shown: bool) -> bool {
    let (response, at) = row(ui, &words::precision(precision), shown);
    let ink = theme::current(ui).text.weak.0.gamma_multiply(if shown { 1.0 } else { 0.4 });
    ui.painter().circle_filled(at, 2.0, ink);
    symbol::paint_ring(ui.painter(), at, 4.0, precision, ink);
    response.clicked()
}

fn colour_ui(ui: &mut Ui, ink: Color32, words: &str) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
        ui.painter().circle_filled(rect.center(), 5.0, ink);
        ui.label(RichText::new(words).size(12.0));
    });
}

/// A strip from where little happened to where the most did.
fn heat_ui(ui: &mut Ui, colours: &Colours) {
    const STEPS: u32 = 24;
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.label(RichText::new(tr!("legend-heat-little")).size(11.5));
        let (rect, _) = ui.allocate_exact_size(vec2(70.0, 10.0), Sense::hover());
        let mut mesh = Mesh::default();
        for step in 0..=STEPS {
            let share = step as f32 / STEPS as f32;
            let x = rect.left() + rect.width() * share;
            mesh.colored_vertex(pos2(x, rect.top()), colours.heat(share));
            mesh.colored_vertex(pos2(x, rect.bottom()), colours.heat(share));
            if step > 0 {
                let first = 2 * step;
                mesh.add_triangle(first - 2, first - 1, first);
                mesh.add_triangle(first - 1, first, first + 1);
            }
        }
        ui.painter().add(mesh);
        ui.label(RichText::new(tr!("legend-heat-much")).size(11.5));
    });
}

/// Symbols of so many deaths.
fn deaths_ui(ui: &mut Ui) {
    let theme = theme::current(ui);
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        ui.label(RichText::new(tr!("legend-deaths")).size(11.5));
        for deaths in DEATHS {
            let radius = RADIUS * points::growth((deaths as f32 + 1.0).log2());
            let side = 2.0 * radius + 2.0;
            let (rect, _) = ui.allocate_exact_size(vec2(side, 24.0), Sense::hover());
            ui.painter().circle_filled(rect.center(), radius, theme.text.weak.0);
            ui.label(RichText::new(deaths.to_string()).size(11.5));
        }
    });
}
