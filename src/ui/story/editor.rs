//! The window in which stories are made: their steps in order, with title, text and what
//! each shows.

use eframe::egui::{
    Align, Button, ComboBox, Context, FontId, Frame, Id, Key, Label, Layout, Margin, Rect,
    Response, RichText, Role, ScrollArea, Stroke, TextEdit, Ui, WidgetInfo, Window, vec2,
};

use super::steps_of;
use crate::{
    session::{Bookmark, Command, Session, StoryStep, View},
    tr,
    ui::{
        icon::{self, Icon},
        theme,
    },
};

const WIDTH: f32 = 360.0;

/// The story that is open, as it is being written.
#[derive(Default)]
pub struct Editor {
    name: String,
    new_name: String,
    /// The steps with what is being typed.
    draft: Vec<StoryStep>,
    /// The steps as they are kept: when they change otherwise, the draft follows.
    kept: Vec<StoryStep>,
}

/// What is asked for about a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Show,
    Retake,
    Up,
    Down,
    Delete,
    /// The words were changed and are to be kept.
    Keep,
}

impl Editor {
    /// Shows the window. The name of the story to present, if that is asked for.
    pub fn ui(
        &mut self,
        context: &Context,
        open: &mut bool,
        map: Rect,
        view: Option<View>,
        session: &Session,
        commands: &mut Vec<Command>,
    ) -> Option<String> {
        self.follow(session);
        let theme = theme::of(context);
        let mut present = None;
        Window::new(tr!("story-window"))
            .id(Id::unique("stories"))
            .open(open)
            .collapsible(false)
            .resizable(false)
            .frame(theme.card().inner_margin(14))
            // Below the notices.
            .default_pos(map.left_top() + vec2(16.0, 60.0))
            .show(context, |ui| {
                ui.set_width(WIDTH);
                self.choose_ui(ui, session, commands);
                if session.edits().stories.contains_key(&self.name) {
                    let most = (map.height() - 190.0).clamp(150.0, 460.0);
                    self.steps_ui(ui, most, view, session, commands);
                    present = self.end_ui(ui, view, session, commands);
                }
            });
        present
    }

    /// Takes in what changed otherwise: another story was chosen, a step was undone.
    fn follow(&mut self, session: &Session) {
        let stories = &session.edits().stories;
        if !stories.contains_key(&self.name) {
            self.name = stories.keys().next().cloned().unwrap_or_default();
        }
        let kept = steps_of(session, &self.name);
        if self.kept != kept {
            self.kept = kept.to_vec();
            self.draft.clone_from(&self.kept);
        }
    }

    /// Which story, and a field for another.
    fn choose_ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        let stories = &session.edits().stories;
        if stories.is_empty() {
            let weak = theme::current(ui).text.weak.0;
            ui.add(Label::new(RichText::new(tr!("story-help")).color(weak)).wrap());
        } else {
            ui.horizontal(|ui| {
                let combo = ComboBox::from_id_salt("story").width(WIDTH - 110.0);
                let shown = combo.selected_text(&self.name).show_ui(ui, |ui| {
                    for name in stories.keys() {
                        ui.selectable_value(&mut self.name, name.clone(), name);
                    }
                });
                shown
                    .response
                    .widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, tr!("story-choose")));
                if ui.button(tr!("story-delete")).clicked() {
                    commands.push(Command::DropStory(self.name.clone()));
                }
            });
        }
        ui.horizontal(|ui| {
            let name = tr!("story-new-name");
            let field = TextEdit::singleline(&mut self.new_name)
                .hint_text(&name)
                .desired_width(WIDTH - 118.0);
            let field = named(ui.add(field), &name, &self.new_name);
            let typed = self.new_name.trim().to_owned();
            let ready = !typed.is_empty() && !stories.contains_key(&typed);
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let clicked = ui.add_enabled(ready, Button::new(tr!("story-new"))).clicked();
            if ready && (clicked || entered) {
                commands.push(Command::SaveStory(typed.clone(), Vec::new()));
                self.name = typed;
                self.kept.clear();
                self.draft.clear();
                self.new_name.clear();
            }
        });
    }

    fn steps_ui(
        &mut self,
        ui: &mut Ui,
        most_height: f32,
        view: Option<View>,
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        let mut asked = None;
        ScrollArea::vertical().max_height(most_height).show(ui, |ui| {
            let count = self.draft.len();
            for (number, step) in self.draft.iter_mut().enumerate() {
                let wanted = ui.push_id(number, |ui| step_ui(ui, number, count, step)).inner;
                asked = asked.or(wanted.map(|wanted| (number, wanted)));
            }
        });
        let Some((at, asked)) = asked else { return };
        match asked {
            Asked::Show => {
                let shows = self.draft[at].shows.clone();
                commands.push(Command::ShowBookmark(Box::new(shows)));
                return;
            }
            Asked::Retake => self.draft[at].shows = session.bookmark(view),
            Asked::Up => self.draft.swap(at, at - 1),
            Asked::Down => self.draft.swap(at, at + 1),
            Asked::Delete => _ = self.draft.remove(at),
            Asked::Keep if self.draft == self.kept => return,
            Asked::Keep => {}
        }
        commands.push(Command::SaveStory(self.name.clone(), self.draft.clone()));
    }

    /// The buttons below the steps. The name of the story to present.
    fn end_ui(
        &mut self,
        ui: &mut Ui,
        view: Option<View>,
        session: &Session,
        commands: &mut Vec<Command>,
    ) -> Option<String> {
        let mut present = None;
        ui.add_space(2.0);
        ui.horizontal(|ui| {
            let add = ui.button(tr!("story-add"));
            if add.on_hover_text(tr!("story-add-help")).clicked() {
                self.draft.push(new_step(session.bookmark(view), session));
                commands.push(Command::SaveStory(self.name.clone(), self.draft.clone()));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let may = !self.draft.is_empty();
                let button = ui.add_enabled(may, Button::new(tr!("story-present")));
                if button.on_hover_text(tr!("story-present-help")).clicked() {
                    present = Some(self.name.clone());
                }
            });
        });
        present
    }
}

/// A step that shows this, with a title from the event that is selected.
fn new_step(shows: Bookmark, session: &Session) -> StoryStep {
    let title = session.selected().map(|(_, event)| crate::ui::words::place_and_date(event));
    StoryStep { title: title.unwrap_or_default(), text: String::new(), shows }
}

fn step_ui(ui: &mut Ui, number: usize, count: usize, step: &mut StoryStep) -> Option<Asked> {
    let theme = theme::current(ui);
    let line = Stroke::new(1.0, theme.surface.line.0);
    let card = Frame::new().fill(theme.surface.panel.0).stroke(line).corner_radius(8);
    let n = number + 1;
    let shown = card.inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
        ui.set_width(WIDTH - 32.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        let mut asked = buttons_ui(ui, number, count);
        let title = TextEdit::singleline(&mut step.title)
            .hint_text(tr!("story-title-hint"))
            .font(theme::strong(13.5))
            .desired_width(f32::INFINITY);
        let title = named(ui.add(title), &tr!("story-title", n = n), &step.title);
        let text = TextEdit::multiline(&mut step.text)
            .hint_text(tr!("story-text-hint"))
            .font(FontId::proportional(13.0))
            .desired_rows(2)
            .desired_width(f32::INFINITY);
        let text = named(ui.add(text), &tr!("story-text", n = n), &step.text);
        if title.lost_focus() || text.lost_focus() {
            asked = asked.or(Some(Asked::Keep));
        }
        asked
    });
    shown.inner
}

fn buttons_ui(ui: &mut Ui, number: usize, count: usize) -> Option<Asked> {
    let mut asked = None;
    let n = number + 1;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.label(RichText::new(n.to_string()).font(theme::strong(13.0)));
        let show = ui.small_button(tr!("story-show"));
        if show.on_hover_text(tr!("story-show-help")).clicked() {
            asked = Some(Asked::Show);
        }
        let retake = ui.small_button(tr!("story-retake"));
        if retake.on_hover_text(tr!("story-retake-help")).clicked() {
            asked = Some(Asked::Retake);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let buttons = [
                (Icon::Close, tr!("story-delete-step", n = n), true, Asked::Delete),
                (Icon::Down, tr!("story-move-down", n = n), number + 1 < count, Asked::Down),
                (Icon::Up, tr!("story-move-up", n = n), number > 0, Asked::Up),
            ];
            for (sign, name, may, wanted) in buttons {
                let button = |ui: &mut Ui| icon::small_button(ui, sign, &name, &name);
                if ui.add_enabled_ui(may, button).inner.clicked() {
                    asked = Some(wanted);
                }
            }
        });
    });
    asked
}

/// Gives a text field the name that a screen reader says.
fn named(response: Response, name: &str, text: &str) -> Response {
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
        info.current_text_value = Some(text.to_owned());
        info
    });
    response
}
