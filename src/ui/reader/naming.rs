//! Which place a name in the article means, for a person to choose: in all articles at once.

use eframe::egui::{Key, Label, Popup, PopupCloseBehavior, Rect, RichText, Ui};

use crate::{
    model::{ReadArticle, Span},
    session::{Command, Session},
    tr,
    ui::{
        inspector::{
            candidate_list::list_ui,
            candidates::{self, Candidate, Mention},
            field_ui, pressed,
        },
        theme,
    },
};

/// The name that is asked about.
#[derive(Default)]
pub struct Naming {
    span: Option<Span>,
    article: usize,
    search: String,
    offered: Vec<Candidate>,
    /// The words that `offered` was made for.
    made_for: Option<String>,
    fresh: bool,
}

impl Naming {
    /// Asks about the name at this byte of an article, if there is one.
    pub fn ask(&mut self, read: &ReadArticle, article: usize, at: usize) {
        let toponyms = &read.reading.toponyms;
        let name = toponyms.iter().find(|name| name.span.start <= at && at < name.span.end);
        if let Some(name) = name {
            *self = Self { span: Some(name.span), article, fresh: true, ..Self::default() };
        }
    }

    /// The words that are asked about, in this article.
    pub fn span(&self, article: usize) -> Option<Span> {
        self.span.filter(|_| self.article == article)
    }

    /// Shows the places to choose from beside the name.
    pub fn ui(
        &mut self,
        ui: &Ui,
        session: &Session,
        read: &ReadArticle,
        beside: Option<Rect>,
        commands: &mut Vec<Command>,
    ) {
        let (Some(span), Some(beside)) = (self.span, beside) else { return };
        let mention = Mention::at(read, self.article, span);
        self.offer(session, &mention);
        let mut open = true;
        let id = eframe::egui::Id::unique("place of a name");
        let done = Popup::new(id, ui.ctx().clone(), beside, ui.layer_id())
            .open_bool(&mut open)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .width(290.0)
            .show(|ui| self.choose_ui(ui, session, &mention, commands));
        let done = done.is_some_and(|done| done.inner);
        if done || !open {
            *self = Self::default();
        }
    }

    fn offer(&mut self, session: &Session, mention: &Mention<'_>) {
        let typed = self.search.trim().to_owned();
        if self.made_for.as_ref() == Some(&typed) {
            return;
        }
        let chosen = session.edits().names.get(&mention.name.trim().to_lowercase());
        let read = mention.toponym.and_then(|toponym| toponym.place.as_ref());
        let read = read.map(|place| crate::model::Location::of_place(place, mention.span, ""));
        let now = chosen.or(read.as_ref());
        let gazetteer = session.gazetteer();
        self.offered = match typed.as_str() {
            "" => candidates::of_name(gazetteer, mention.name, mention.toponym, now),
            typed => candidates::typed(gazetteer, typed, now),
        };
        self.made_for = Some(typed);
    }

    /// Whether a place was chosen, or none is to be.
    fn choose_ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        mention: &Mention<'_>,
        commands: &mut Vec<Command>,
    ) -> bool {
        ui.spacing_mut().item_spacing.y = 5.0;
        let title = tr!("reader-place-of", name = mention.name);
        ui.add(Label::new(RichText::new(title).font(theme::strong(13.0))).wrap());
        let why = mention.toponym.map_or("", |toponym| toponym.why.as_str());
        if !why.is_empty() {
            let weak = theme::current(ui).text.weak.0;
            ui.add(Label::new(RichText::new(why).size(12.0).color(weak)).wrap());
        }
        let name = tr!("places-search");
        let field = field_ui(ui, &mut self.search, &name, &name, f32::INFINITY);
        if std::mem::take(&mut self.fresh) {
            field.request_focus();
        }
        let is_typed = !self.search.trim().is_empty();
        let entered = is_typed && pressed(ui, &field, Key::Enter);
        let chosen = list_ui(ui, &self.offered, &mut None).or(entered.then_some(0));
        if let Some(candidate) = chosen.and_then(|number| self.offered.get(number)) {
            let location = Box::new(candidate.location.clone());
            commands.push(Command::PlaceName(mention.name.to_owned(), Some(location)));
            return true;
        }
        let is_edited = session.edits().names.contains_key(&mention.name.trim().to_lowercase());
        if is_edited && ui.button(tr!("reader-place-as-read")).clicked() {
            commands.push(Command::PlaceName(mention.name.to_owned(), None));
            return true;
        }
        pressed(ui, &field, Key::Escape)
    }
}
