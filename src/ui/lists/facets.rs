//! The values of a facet: the commonest first, those asked for before all.

use std::collections::BTreeMap;

use eframe::egui::{
    FontId, Rect, Response, RichText, Role, Sense, TextEdit, TextWrapMode, Ui, WidgetInfo,
    WidgetText, pos2, vec2,
};

use crate::{
    gazetteer::Gazetteer,
    model::CountryCode,
    session::{Command, Facet, FacetValue, Session},
    tr,
    ui::{
        bidi,
        icon::{self, Icon},
        theme, words,
    },
};

/// So many values are shown at first.
const FEW: usize = 10;

/// So many more are shown at each asking.
const MORE: usize = 40;

const ROW_HEIGHT: f32 = 22.0;

/// What the lists of values remember.
#[derive(Default)]
pub struct FacetLists(BTreeMap<Facet, FacetList>);

#[derive(Default)]
struct FacetList {
    /// What is typed to find a value.
    find: String,
    /// How many are shown beyond the first.
    more: usize,
    /// Places in the session's list, and what they were found for.
    order: Vec<usize>,
    found_for: Option<(u64, String)>,
}

impl FacetLists {
    /// Shows the values of a facet.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        facet: Facet,
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        self.0.entry(facet).or_default().ui(ui, facet, session, commands);
    }
}

impl FacetList {
    fn ui(&mut self, ui: &mut Ui, facet: Facet, session: &Session, commands: &mut Vec<Command>) {
        let values = session.facet(facet);
        if values.len() > FEW || !self.find.is_empty() {
            find_ui(ui, facet, &mut self.find);
        }
        self.update(facet, session);
        if self.order.is_empty() {
            let words = if values.is_empty() { tr!("facet-none") } else { tr!("facet-no-match") };
            ui.label(RichText::new(words).size(12.0).color(theme::current(ui).text.weak.0));
        }
        let most = values.iter().map(|value| value.count).max().unwrap_or(0);
        ui.spacing_mut().item_spacing.y = 1.0;
        for at in self.order.iter().take(FEW + self.more) {
            let Some(value) = values.get(*at) else { continue };
            let name = name_of(facet, &value.name, session.gazetteer());
            let response = value_ui(ui, &name, value, most);
            commands.extend(asked(ui, &response, facet, value, session));
            response.on_hover_text(format!("{name}\n{}", tr!("facet-help")));
        }
        let hidden = self.order.len().saturating_sub(FEW + self.more);
        ui.horizontal(|ui| {
            if hidden > 0 && ui.small_button(tr!("facet-more", n = hidden)).clicked() {
                self.more += MORE;
            }
            if self.more > 0 && ui.small_button(tr!("facet-fewer")).clicked() {
                self.more = 0;
            }
        });
    }

    /// Finds the values again when others pass the filter or something else is typed.
    fn update(&mut self, facet: Facet, session: &Session) {
        let wanted = (session.filter_version(), self.find.clone());
        if self.found_for.as_ref() == Some(&wanted) {
            return;
        }
        let typed = self.find.trim().to_lowercase();
        let fits = |value: &FacetValue| {
            typed.is_empty()
                || name_of(facet, &value.name, session.gazetteer()).to_lowercase().contains(&typed)
        };
        let values = session.facet(facet);
        self.order = (0..values.len()).filter(|at| fits(&values[*at])).collect();
        self.order.sort_by_key(|at| !values[*at].chosen);
        self.found_for = Some(wanted);
    }
}

/// What a click on a value asks for.
fn asked(
    ui: &Ui,
    response: &Response,
    facet: Facet,
    value: &FacetValue,
    session: &Session,
) -> Option<Command> {
    let name = value.name.clone();
    if response.double_clicked() {
        // The first of the two clicks may have brought that about already.
        let mut chosen = session.filter().chosen(facet);
        let is_only = chosen.next() == Some(&name) && chosen.next().is_none();
        (!is_only).then_some(Command::OnlyFacet(facet, name))
    } else if response.clicked() && ui.input(|input| input.modifiers.command) {
        Some(Command::OnlyFacet(facet, name))
    } else {
        response.clicked().then_some(Command::ToggleFacet(facet, name))
    }
}

/// The name on the screen: of countries, data have but two letters.
fn name_of(facet: Facet, name: &str, gazetteer: &Gazetteer) -> String {
    let of_countries = matches!(facet, Facet::Country | Facet::Side);
    let country = of_countries.then(|| CountryCode::new(name)).flatten();
    let place = country.and_then(|code| gazetteer.country(code));
    let found = place.and_then(|place| gazetteer.name_of(place));
    found.map_or_else(|| name.to_owned(), |found| found.into_owned())
}

fn find_ui(ui: &mut Ui, facet: Facet, find: &mut String) {
    let name = tr!("facet-find", facet = words::facet(facet));
    let field = TextEdit::singleline(find)
        .hint_text(tr!("facet-find-hint"))
        .font(FontId::proportional(12.5))
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, &name);
        info.current_text_value = Some(find.clone());
        info
    });
}

/// A row: a bar as long as the count, the name, the count, and a cross where it is chosen.
fn value_ui(ui: &mut Ui, name: &str, value: &FacetValue, most: usize) -> Response {
    let theme = theme::current(ui);
    let size = vec2(ui.available_width(), ROW_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, value.chosen, name));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    let share = value.count as f32 / most.max(1) as f32;
    let bar = rect.with_max_x(rect.left() + rect.width() * share);
    let (bar_ground, ink) = if value.chosen {
        (theme.accent.soft.0, theme.text.strong.0)
    } else {
        (theme.surface.row.0, theme.text.normal.0)
    };
    painter.rect_filled(bar, 4.0, bar_ground);
    if response.hovered() {
        painter.rect_filled(rect, 4.0, theme.surface.hover.0);
    }
    theme::focus_ring(ui, &response, 4);
    let font = FontId::proportional(12.0);
    let count = painter.layout_no_wrap(value.count.to_string(), font, theme.text.weak.0);
    let cross = if value.chosen { 18.0 } else { 0.0 };
    let right = rect.right() - 8.0 - cross;
    let width = right - count.size().x - rect.left() - 16.0;
    let words = WidgetText::from(RichText::new(bidi::one_line(name)).size(12.5));
    let words = words.into_galley(ui, Some(TextWrapMode::Truncate), width, FontId::default());
    let y = |height: f32| rect.center().y - height / 2.0;
    let painter = ui.painter();
    painter.galley(pos2(rect.left() + 8.0, y(words.size().y)), words, ink);
    painter.galley(pos2(right - count.size().x, y(count.size().y)), count, ink);
    if value.chosen {
        let at = pos2(rect.right() - 12.0, rect.center().y);
        icon::paint(painter, Rect::from_center_size(at, vec2(8.0, 8.0)), Icon::Close, ink);
    }
    response
}
