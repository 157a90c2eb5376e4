//! The time slider: events by day, the window with its handles, and what moves it.

mod axis;
mod bars;
mod controls;
mod dates;
mod drag;
mod keys;
mod paint;
mod scale;
mod strip;
#[cfg(test)]
mod tests;
mod tooltip;
mod view;

use eframe::egui::{
    self, Button, CursorIcon, Id, Pos2, Rect, Response, RichText, Role, Sense, Ui, WidgetInfo, vec2,
};

use super::{theme, words};
use crate::{
    session::{Command, Histogram, Session, Step, TimeAxis, Window},
    tr,
};
use dates::Dates;
use drag::{Drag, Part};
use scale::Scale;
use strip::Strip;
use view::View;

/// A bar is at least so wide, in points.
const BAR_WIDTH: f64 = 4.0;

/// The room for words above the bars and for the axis below, in points.
const HEAD: f32 = 15.0;
const FOOT: f32 = 19.0;

/// So low a slider has room for the bars only.
const LOW: f32 = 84.0;

/// The time slider and what it remembers.
#[derive(Default)]
pub struct Timeline {
    view: View,
    /// What is asked of the axis by menu or key, until it is drawn.
    asked: Vec<Zoom>,
    drag: Option<Drag>,
    counted: Option<Counted>,
    strip: Strip,
    dates: Dates,
    /// What a bar stood for when it was last drawn.
    step: Option<Step>,
}

/// A change to the days on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Zoom {
    /// Fewer days, or more if above 1, around the middle of the window.
    By(f64),
    /// All days of the data.
    All,
}

/// The bars, and what they were counted for.
struct Counted {
    version: u64,
    step: Step,
    days: Window,
    histogram: Histogram,
}

/// Where the parts of the slider are.
struct Layout {
    head: Rect,
    bars: Rect,
    strip: Rect,
    foot: Rect,
}

impl Timeline {
    /// Shows the controls above the bars.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        let Some(extent) = session.clock().extent() else {
            ui.centered_and_justified(|ui| {
                let weak = theme::current(ui).text.weak.0;
                ui.label(RichText::new(tr!("timeline-empty")).color(weak));
            });
            return;
        };
        controls::controls_ui(ui, session, &mut self.dates, &mut self.asked, commands);
        let axis = self.axis(session, extent);
        self.slider_ui(ui, session, extent, axis, commands);
    }

    /// Changes the days on the axis at the next frame.
    pub fn zoom(&mut self, zoom: Zoom) {
        self.asked.push(zoom);
    }

    /// Gives the slider the keyboard.
    pub fn focus(&self, ui: &Ui) {
        ui.memory_mut(|memory| memory.request_focus(keys::id()));
    }

    /// Gives the field of the first day the keyboard.
    pub fn focus_dates(&self, ui: &Ui) {
        ui.memory_mut(|memory| memory.request_focus(dates::id()));
    }

    /// Takes the slider's keys out of the input, if it has the keyboard.
    pub fn read_keys(&mut self, ui: &Ui, session: &Session, commands: &mut Vec<Command>) {
        let Some(step) = self.step else { return };
        for asked in keys::read(ui, session.clock(), step) {
            match asked {
                keys::Asked::Command(command) => commands.push(command),
                keys::Asked::Zoom(factor) => self.asked.push(Zoom::By(factor)),
            }
        }
    }

    fn axis(&mut self, session: &Session, extent: Window) -> Window {
        let clock = session.clock();
        for zoom in std::mem::take(&mut self.asked) {
            match zoom {
                Zoom::By(factor) => {
                    let axis = self.view.axis(clock, extent, true);
                    let window = clock.window();
                    let middle = (window.from() + window.to()) / 2.0;
                    let seen = middle.clamp(axis.from(), axis.to());
                    self.view.zoom(axis, extent, seen, factor);
                }
                Zoom::All => self.view.show_all(extent),
            }
        }
        self.view.axis(clock, extent, self.drag.is_some())
    }

    /// The bars for an axis, counted again only where they do not reach.
    fn count(&mut self, session: &Session, axis: Window, step: Step) -> &Histogram {
        let version = session.filter_version();
        let fits = |counted: &Counted| {
            counted.version == version && counted.step == step && counted.days.covers(axis)
        };
        let counted = match self.counted.take().filter(fits) {
            Some(counted) => counted,
            None => {
                // As much again on both sides, so that panning counts seldom.
                let days = Window::new(axis.from() - axis.length(), axis.to() + axis.length());
                let days = session.clock().extent().map_or(days, |extent| overlap(days, extent));
                let days = Window::new(days.from().min(axis.from()), days.to().max(axis.to()));
                let histogram = session.histogram(step, days);
                Counted { version, step, days, histogram }
            }
        };
        &self.counted.insert(counted).histogram
    }

    fn slider_ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        extent: Window,
        axis: Window,
        commands: &mut Vec<Command>,
    ) {
        let rect = ui.available_rect_before_wrap();
        ui.advance_cursor_after_rect(rect);
        let scale = Scale::new(rect.x_range(), axis);
        let step = Step::at_least(&Step::BARS, scale.days_per_point() * BAR_WIDTH);
        self.step = Some(step);
        let histogram = self.count(session, axis, step);
        let (earlier, later) =
            (histogram.earlier_than(axis.from()), histogram.later_than(axis.to()));
        let here = (session.filtered().len() as u32).saturating_sub(earlier + later);
        let has_strip = self.strip.update(session, axis, here);
        let layout = Layout::of(rect, has_strip && rect.height() > LOW);
        let slider = Rect::from_min_max(layout.bars.min, layout.strip.max);
        let response = ui.interact(slider, keys::id(), Sense::click_and_drag());
        self.paint(ui, session, &scale, &layout, response.has_focus());
        self.head_ui(ui, session, &layout, [earlier, later], extent);
        self.foot_ui(ui, &layout, &scale, extent);
        self.handle_wheel(ui, slider.union(layout.foot), &scale, extent);
        self.handle_pointer(ui, &response, &scale, &layout, session, commands);
        access(ui, session, step, &response, commands);
        self.tooltip(response, session, &scale, &layout);
    }

    fn paint(&self, ui: &Ui, session: &Session, scale: &Scale, layout: &Layout, has_focus: bool) {
        let theme = theme::current(ui);
        let clock = session.clock();
        let painter = ui.painter();
        let clipped = painter.with_clip_rect(layout.bars.expand2(vec2(6.0, 4.0)));
        let width_of = |words: &str| {
            painter.layout_no_wrap(words.to_owned(), paint::LETTERS, theme.text.weak.0).size().x
        };
        let marks = axis::marks(scale, layout.bars.x_range(), width_of);
        if !clock.shows_all() {
            paint::ground(&clipped, layout.bars, scale, clock.window(), theme);
        }
        paint::grid(&clipped, layout.bars, &marks, theme);
        if let Some(counted) = &self.counted {
            let pixels = ui.pixels_per_point();
            let round = |x: f32| (x * pixels).round() / pixels;
            clipped.add(bars::paint(&counted.histogram, scale, layout.bars, theme, round));
        }
        let selected = session.selected().map(|(id, _)| id);
        if layout.strip.height() > 0.0 {
            self.strip.paint(painter, scale, layout.strip, selected, theme);
        }
        if let Some(days) = selected.and_then(|id| session.days_of(id)) {
            paint::selected(&clipped, layout.bars, scale, Window::of_days(days), theme);
        }
        let shaded = Rect::from_min_max(layout.bars.min, layout.strip.max);
        paint::shade(painter, shaded, scale, clock, theme);
        let all = clock.shows_all();
        paint::handles(&clipped, layout.bars, scale, clock.window(), theme, all);
        paint::labels(painter, layout.foot, &marks, theme);
        if has_focus {
            paint::focus(painter, shaded, theme);
        }
    }

    /// How many events lie beyond the axis, and how many have no day on it.
    fn head_ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        layout: &Layout,
        [earlier, later]: [u32; 2],
        extent: Window,
    ) {
        let mut place = layout.head;
        let weak = theme::current(ui).text.weak.0;
        let small = |words: String| RichText::new(words).size(11.5).color(weak);
        let mut ends = ui.new_child(
            egui::UiBuilder::new()
                .max_rect(place)
                .layout(egui::Layout::left_to_right(egui::Align::Center)),
        );
        let mut end = |ui: &mut Ui, words: String| {
            let button = Button::new(small(words)).small().frame_when_inactive(false);
            let help = tr!("timeline-beyond-help");
            if ui.add(button).on_hover_text(help).clicked() {
                self.view.show_all(extent);
            }
        };
        if earlier > 0 {
            end(&mut ends, tr!("timeline-earlier", n = earlier));
        }
        let without = session.without_day();
        if session.clock().axis() == TimeAxis::Known {
            let words = match without {
                0 => tr!("timeline-known"),
                n => format!("{} · {}", tr!("timeline-known"), tr!("timeline-without-day", n = n)),
            };
            let help = tr!("timeline-known-help");
            ends.label(small(words)).on_hover_text(help);
        }
        place.min.x = ends.min_rect().right();
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        let mut ends = ui.new_child(egui::UiBuilder::new().max_rect(place).layout(layout));
        if later > 0 {
            end(&mut ends, tr!("timeline-later", n = later));
        }
    }

    /// The axis is dragged to other days; a double click shows those of most events again.
    fn foot_ui(&mut self, ui: &Ui, layout: &Layout, scale: &Scale, extent: Window) {
        let sense = Sense::CLICK | Sense::DRAG;
        let response = ui.interact(layout.foot, Id::unique("time axis"), sense);
        if response.hovered() || response.dragged() {
            let icon = if response.dragged() { CursorIcon::Grabbing } else { CursorIcon::Grab };
            ui.ctx().set_cursor_icon(icon);
        }
        if response.dragged() && response.drag_delta().x != 0.0 {
            let days = -f64::from(response.drag_delta().x) * scale.days_per_point();
            self.view.pan(scale.days(), extent, days);
            ui.ctx().request_repaint();
        }
        if response.double_clicked() {
            self.view.forget();
        }
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, tr!("timeline-axis")));
    }

    /// The wheel zooms the axis around the day under the pointer; sideways, or with Shift,
    /// it pans.
    fn handle_wheel(&mut self, ui: &Ui, rect: Rect, scale: &Scale, extent: Window) {
        let Some(at) = ui.input(|input| input.pointer.hover_pos()) else { return };
        if !rect.contains(at) || !ui.rect_contains_pointer(rect) {
            return;
        }
        let (scroll, pinch) =
            ui.input(|input| (input.smooth_scroll_delta, f64::from(input.zoom_delta())));
        if scroll.x != 0.0 {
            let days = -f64::from(scroll.x) * scale.days_per_point();
            self.view.pan(scale.days(), extent, days);
        }
        let factor = f64::from(-scroll.y / 200.0).exp2() / pinch;
        if (factor - 1.0).abs() > 1e-6 {
            self.view.zoom(scale.days(), extent, scale.day(at.x), factor);
        }
        if scroll != egui::Vec2::ZERO || pinch != 1.0 {
            ui.ctx().request_repaint();
        }
    }

    fn handle_pointer(
        &mut self,
        ui: &Ui,
        response: &Response,
        scale: &Scale,
        layout: &Layout,
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        let clock = session.clock();
        let (window, shows_all) = (clock.window(), clock.shows_all());
        let grab = |at: Pos2| {
            let day = scale.day(at.x);
            match drag::part_at(window, day, 7.0 * scale.days_per_point()) {
                // A window over everything cannot be moved, but a new one can begin in it.
                Part::Middle if shows_all => Part::Outside,
                part => part,
            }
        };
        let mark = |at: Pos2| {
            let on_strip = layout.strip.expand(2.0).contains(at);
            on_strip.then(|| self.strip.at(scale, layout.strip, at)).flatten()
        };
        if let Some(at) = response.hover_pos() {
            let icon = match self.drag {
                Some(drag) => drag.part().cursor(),
                None if mark(at).is_some() => CursorIcon::PointingHand,
                None => grab(at).cursor(),
            };
            ui.ctx().set_cursor_icon(icon);
        }
        if let (true, Some(at)) = (response.clicked(), response.interact_pointer_pos()) {
            commands.push(match mark(at) {
                Some(event) => Command::Select(event),
                None => Command::SetWindow(around(session, scale.day(at.x))),
            });
        }
        if response.drag_started() {
            // Where the button went down, not where the drag was noticed.
            let origin = ui.input(|input| input.pointer.press_origin());
            self.drag = origin.map(|at| Drag::new(grab(at), window, scale.day(at.x)));
        }
        if let (Some(drag), Some(at)) = (self.drag, response.interact_pointer_pos()) {
            commands.push(Command::SetWindow(drag.window(scale.day(at.x))));
        }
        if response.drag_stopped() {
            self.drag = None;
        }
        if response.double_clicked() {
            self.view.forget();
            commands.push(Command::ShowAllTime);
        }
    }

    fn tooltip(&self, response: Response, session: &Session, scale: &Scale, layout: &Layout) {
        let Some(at) = response.hover_pos().filter(|_| self.drag.is_none()) else { return };
        if layout.strip.expand(2.0).contains(at) {
            if let Some(event) = self.strip.at(scale, layout.strip, at) {
                response.on_hover_ui_at_pointer(|ui| tooltip::event_ui(ui, session, event));
            }
            return;
        }
        let histogram = self.counted.as_ref().map(|counted| &counted.histogram);
        if let Some((days, bar)) = histogram.and_then(|counted| counted.bar_at(scale.day(at.x))) {
            response.on_hover_ui_at_pointer(|ui| tooltip::bar_ui(ui, days, bar));
        }
    }
}

impl Layout {
    fn of(rect: Rect, has_strip: bool) -> Self {
        // Up into the space below the controls.
        let head = Rect::from_min_max(
            egui::pos2(rect.left(), rect.top() - 5.0),
            egui::pos2(rect.right(), rect.top() + HEAD - 5.0),
        );
        let foot = rect.with_min_y(rect.bottom() - FOOT);
        let height = if has_strip { strip::LANES as f32 * strip::LANE + 2.0 } else { 0.0 };
        let strip_top = foot.top() - height;
        let bars = Rect::from_min_max(
            egui::pos2(rect.left(), head.bottom() + 3.0),
            egui::pos2(rect.right(), strip_top),
        );
        let strip = Rect::from_min_max(
            egui::pos2(rect.left(), strip_top + 3.0_f32.min(height)),
            foot.right_top(),
        );
        Self { head, bars, strip, foot }
    }
}

/// What a screen reader says of the slider, and what it may ask of it.
fn access(
    ui: &Ui,
    session: &Session,
    step: Step,
    response: &Response,
    commands: &mut Vec<Command>,
) {
    let clock = session.clock();
    response.widget_info(|| {
        let days = words::days(clock.window().days());
        WidgetInfo::labeled(Role::Slider, true, tr!("timeline-days-shown", days = days))
    });
    use egui::accesskit::Action;
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });
    for (action, later) in [(Action::Decrement, false), (Action::Increment, true)] {
        let asked = ui.input(|input| input.num_accesskit_action_requests(response.id, action));
        if asked > 0 {
            let window = keys::moved(clock, step, keys::Part::Whole, later);
            commands.push(Command::SetWindow(window));
        }
    }
}

/// The window after a click: its middle moves there; if all days are shown, one day is.
fn around(session: &Session, day: f64) -> Window {
    let clock = session.clock();
    if clock.shows_all() {
        return Window::new(day.floor(), day.floor() + 1.0);
    }
    let from = (day - clock.window().length() / 2.0).round();
    Window::new(from, from + clock.window().length())
}

/// What two stretches share; the first one where they share nothing.
fn overlap(a: Window, b: Window) -> Window {
    let (from, to) = (a.from().max(b.from()), a.to().min(b.to()));
    if from < to { Window::new(from, to) } else { a }
}
