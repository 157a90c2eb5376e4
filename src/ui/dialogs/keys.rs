//! The list of keys, and of what the pointer does, to be searched.

use eframe::egui::{Context, Grid, Label, RichText, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use crate::{
    session::{ACTIONS, Menu},
    tr,
    ui::{keys, theme},
};

/// Keys that no menu has: ids of the words for them; "-help" after it is what they do.
const OTHER_KEYS: [&str; 8] = [
    "key-tab",
    "key-enter",
    "key-escape",
    "key-menus",
    "key-menu-bar",
    "key-list",
    "key-map",
    "key-slider",
];

/// What the pointer does, as [`OTHER_KEYS`].
const GESTURES: [&str; 12] = [
    "gesture-map-drag",
    "gesture-map-wheel",
    "gesture-map-double-click",
    "gesture-map-click",
    "gesture-map-click-again",
    "gesture-type-click",
    "gesture-slider-handle",
    "gesture-slider-middle",
    "gesture-slider-outside",
    "gesture-slider-click",
    "gesture-slider-double-click",
    "gesture-slider-wheel",
];

/// A row: the key or gesture, and what it does.
struct Row {
    keys: String,
    help: String,
}

/// Shows the list; `typed` is what is looked for in it.
pub fn keys_ui(ui: &mut Ui, typed: &mut String) {
    ui.set_width(540.0_f32.min(ui.available_width()));
    ui.heading(tr!("dialog-keys-title"));
    let field = TextEdit::singleline(typed).hint_text(tr!("keys-search"));
    let field = ui.add(field.desired_width(f32::INFINITY));
    field.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, tr!("keys-search"));
        info.current_text_value = Some(typed.clone());
        info
    });
    ui.add_space(4.0);
    let height = (ui.ctx().content_rect().height() - 260.0).clamp(120.0, 460.0);
    let list = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    list.auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().interact_size.y = 18.0;
        let mut any = false;
        for (heading, rows) in sections(ui.ctx()) {
            let wanted: Vec<&Row> = rows.iter().filter(|row| row.has(typed)).collect();
            if !wanted.is_empty() {
                section_ui(ui, &heading, &wanted);
                any = true;
            }
        }
        if !any {
            ui.label(tr!("palette-nothing"));
        }
    });
}

fn section_ui(ui: &mut Ui, heading: &str, rows: &[&Row]) {
    ui.add_space(8.0);
    ui.label(RichText::new(heading).font(theme::strong(13.5)));
    let grid = Grid::new(heading).num_columns(2).min_row_height(18.0).spacing([24.0, 4.0]);
    grid.min_col_width(150.0).show(ui, |ui| {
        for row in rows {
            ui.label(RichText::new(&row.keys).font(theme::strong(12.5)));
            ui.add(Label::new(&row.help).wrap());
            ui.end_row();
        }
    });
}

/// A section for each menu, one for other keys, and one for the pointer.
fn sections(context: &Context) -> Vec<(String, Vec<Row>)> {
    let of_menu = |menu: Menu| {
        let actions = ACTIONS.iter().filter(move |info| info.menu == menu);
        let rows = actions.filter_map(|info| {
            let keys = context.format_shortcut(&keys::shortcut(info.key)?);
            Some(Row { keys, help: info.help() })
        });
        (menu.label(), rows.collect())
    };
    let mut sections: Vec<(String, Vec<Row>)> = Menu::ALL.into_iter().map(of_menu).collect();
    let row = |id| Row { keys: tr!(id), help: tr!(&format!("{id}-help")) };
    sections.push((tr!("keys-everywhere"), OTHER_KEYS.map(row).into()));
    sections.push((tr!("keys-pointer"), GESTURES.map(row).into()));
    sections
}

impl Row {
    /// Whether each word typed is in it.
    fn has(&self, typed: &str) -> bool {
        let text = format!("{} {}", self.keys, self.help).to_lowercase();
        typed.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }
}
