//! The time slider: events by day, the window with its handles, and what moves it.

mod axis;
mod drag;

use eframe::egui::{
    Align2, Color32, DragValue, FontId, Layout, Rect, RichText, Stroke, StrokeKind, Ui, pos2, vec2,
};
use egui_plot::{Bar, BarChart, GridMark, Plot, PlotTransform};

use super::{
    icon::{self, Icon},
    theme::{self, Theme},
    words,
};
use crate::{
    model::EventType,
    session::{Command, Mode, Session, Window},
};
use drag::Drag;

/// The time slider and what it remembers.
#[derive(Default)]
pub struct Timeline {
    drag: Option<Drag>,
    /// The days on the axis, if the wheel chose them.
    zoomed: Option<Window>,
}

impl Timeline {
    /// Shows the controls above the bars.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        let Some(extent) = session.clock().extent() else {
            ui.centered_and_justified(|ui| {
                let weak = theme::current(ui).text.weak.0;
                ui.label(RichText::new("The days of events will be shown here").color(weak));
            });
            return;
        };
        controls_ui(ui, session, commands);
        let axis = self.axis(session, extent);
        self.bars_ui(ui, session, axis, commands);
    }

    /// The days on the axis: what the wheel chose, or when most events happened, and
    /// always the window.
    fn axis(&self, session: &Session, extent: Window) -> Window {
        let clock = session.clock();
        let axis = self.zoomed.unwrap_or(clock.core()).kept_in(extent);
        let window = clock.window();
        if clock.shows_all() || clock.mode() == Mode::Cumulative {
            return axis;
        }
        Window::new(axis.from().min(window.from()), axis.to().max(window.to()))
    }

    fn bars_ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        axis: Window,
        commands: &mut Vec<Command>,
    ) {
        let theme = theme::current(ui);
        let margin = axis.length() * 0.012 + 0.2;
        let (left, right) = (axis.from() - margin, axis.to() + margin);
        let highest = f64::from(session.histogram().highest().max(1));
        let narrowest = axis.length() / f64::from(ui.available_width().max(100.0)) * 4.0;
        let charts = charts(session, theme, narrowest);
        let plot = Plot::new("events by day")
            .height(ui.available_height())
            .allow_drag(false)
            .allow_zoom(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .allow_axis_zoom_drag(false)
            .sense(eframe::egui::Sense::click_and_drag())
            .show_background(false)
            .show_axes([true, false])
            .show_grid([true, false])
            .grid_color(theme.surface.line.0)
            .grid_fade(0.0)
            .show_x(false)
            .show_y(false)
            .set_margin_fraction(vec2(0.0, 0.0))
            .x_grid_spacer(|input| axis::marks(input.bounds, input.base_step_size))
            .x_axis_formatter(|mark: GridMark, _: &_| axis::label(mark.value, mark.step_size))
            .label_formatter(|_| None)
            .show(ui, |plot| {
                plot.set_plot_bounds_x(left..=right);
                plot.set_plot_bounds_y(0.0..=highest * 1.12);
                for chart in charts {
                    plot.bar_chart(chart);
                }
            });
        let frame = plot.response.rect;
        let span = window_rect(&plot.transform, frame, session.clock().window());
        paint_window(ui, frame, span, theme, session.clock().shows_all());
        paint_selected(ui, &plot.transform, frame, session, theme);
        paint_beyond(ui, frame, session, axis, theme);
        self.handle_wheel(ui, &plot.response, &plot.transform, session, axis);
        self.handle_pointer(ui, &plot.response, &plot.transform, session, commands);
        plot.response.widget_info(|| {
            let days = words::days(session.clock().window().days());
            eframe::egui::WidgetInfo::labeled(
                eframe::egui::Role::Slider,
                true,
                format!("Days shown: {days}"),
            )
        });
    }

    fn handle_pointer(
        &mut self,
        ui: &Ui,
        response: &eframe::egui::Response,
        transform: &PlotTransform,
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        let day_at = |at: eframe::egui::Pos2| transform.value_from_position(at).x;
        let days_per_point = transform.dvalue_dpos()[0].abs();
        let window = session.clock().window();
        let shows_all = session.clock().shows_all();
        let grab = |at| match drag::part_at(window, day_at(at), 7.0 * days_per_point) {
            // A window over everything cannot be moved, but a new one can begin in it.
            drag::Part::Middle if shows_all => drag::Part::Outside,
            part => part,
        };
        if let Some(at) = response.hover_pos() {
            ui.ctx().set_cursor_icon(self.drag.map_or(grab(at), |drag| drag.part()).cursor());
        }
        if response.drag_started() {
            // Where the button went down, not where the drag was noticed.
            let origin = ui.input(|input| input.pointer.press_origin());
            self.drag = origin.map(|at| Drag::new(grab(at), window, day_at(at)));
        }
        if let (Some(drag), Some(at)) = (self.drag, response.interact_pointer_pos()) {
            commands.push(Command::SetWindow(drag.window(day_at(at))));
        }
        if response.drag_stopped() {
            self.drag = None;
        }
        if let (true, Some(at)) = (response.clicked(), response.interact_pointer_pos()) {
            commands.push(Command::SetWindow(around(session, day_at(at))));
        }
        if response.double_clicked() {
            self.zoomed = None;
            commands.push(Command::ShowAllTime);
        }
    }

    /// The wheel zooms the axis around the day under the pointer.
    fn handle_wheel(
        &mut self,
        ui: &Ui,
        response: &eframe::egui::Response,
        transform: &PlotTransform,
        session: &Session,
        axis: Window,
    ) {
        let (Some(at), Some(extent)) = (response.hover_pos(), session.clock().extent()) else {
            return;
        };
        let scroll = ui.input(|input| input.smooth_scroll_delta.y + input.smooth_scroll_delta.x);
        if scroll == 0.0 {
            return;
        }
        let day = transform.value_from_position(at).x.clamp(axis.from(), axis.to());
        let factor = f64::from(-scroll / 200.0).exp2();
        let from = day - (day - axis.from()) * factor;
        let wanted = Window::new(from, from + (axis.length() * factor).max(7.0));
        self.zoomed = Some(wanted.kept_in(extent));
        ui.ctx().request_repaint();
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

fn controls_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let clock = session.clock();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let mut button = |icon, name, help, command| {
            if icon::button(ui, icon, name, help).clicked() {
                commands.push(command);
            }
        };
        button(Icon::ToStart, "To the first day", "To the first day (Home)", Command::ToStart);
        button(
            Icon::Previous,
            "Previous event",
            "Previous event (left arrow)",
            Command::StepPrevious,
        );
        let (sign, name) =
            if clock.playing() { (Icon::Pause, "Pause") } else { (Icon::Play, "Play") };
        if icon::main_button(ui, sign, name, &format!("{name} (Space)")).clicked() {
            commands.push(Command::TogglePlay);
        }
        let mut button = |icon, name, help, command| {
            if icon::button(ui, icon, name, help).clicked() {
                commands.push(command);
            }
        };
        button(Icon::Next, "Next event", "Next event (right arrow)", Command::StepNext);
        button(Icon::ToEnd, "To the last day", "To the last day (End)", Command::ToEnd);
        ui.add_space(10.0);
        mode_ui(ui, clock.mode(), commands);
        ui.add_space(10.0);
        speed_ui(ui, clock.speed(), commands);
        ui.add_space(14.0);
        let days = words::days(clock.window().days());
        ui.label(RichText::new(days).font(theme::strong(16.0)));
        let layout = Layout::right_to_left(eframe::egui::Align::Center);
        ui.with_layout(layout, |ui| {
            let all = ui.add_enabled(!clock.shows_all(), eframe::egui::Button::new("All days"));
            if all.on_hover_text("Show all days at once (A)").clicked() {
                commands.push(Command::ShowAllTime);
            }
            ui.add_space(8.0);
            let (shown, of) = session.counts();
            let weak = theme::current(ui).text.weak.0;
            ui.label(RichText::new(format!("{shown} of {of} events")).color(weak));
        });
    });
}

fn mode_ui(ui: &mut Ui, mode: Mode, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = 2.0;
    let choices = [
        (Mode::Window, "Window", "A window of fixed length moves along"),
        (Mode::Cumulative, "Cumulative", "Everything from the first day on stays"),
    ];
    for (choice, label, help) in choices {
        if ui.selectable_label(mode == choice, label).on_hover_text(help).clicked() {
            commands.push(Command::SetMode(choice));
        }
    }
}

fn speed_ui(ui: &mut Ui, speed: f64, commands: &mut Vec<Command>) {
    let mut days = speed;
    let field = DragValue::new(&mut days)
        .range(0.1..=3650.0)
        .speed(0.02 * speed)
        .max_decimals(1)
        .suffix(" days/s");
    let response = ui.add(field).on_hover_text("Speed: drag, or click to type");
    response.widget_info(|| {
        eframe::egui::WidgetInfo::labeled(eframe::egui::Role::SpinButton, true, "Speed")
    });
    if response.changed() {
        commands.push(Command::SetSpeed(days));
    }
}

/// A chart for each type, stacked; bars outside the window are pale. Bars are at least
/// `narrowest` days wide, or those of a day among years could not be seen.
fn charts(session: &Session, theme: &Theme, narrowest: f64) -> Vec<BarChart> {
    let histogram = session.histogram();
    let width = f64::from(histogram.bar_days);
    let window = session.clock().window();
    let mut heights = vec![0.0; histogram.bars.len()];
    let mut charts = Vec::new();
    for event_type in EventType::ALL {
        let code = usize::from(event_type.code());
        let mut bars = Vec::new();
        for (bar, base) in histogram.bars.iter().zip(&mut heights) {
            let count = f64::from(bar.counts[code]);
            if count == 0.0 {
                continue;
            }
            let start = f64::from(bar.day);
            let inside = start < window.to() && window.from() < start + width;
            let colour = theme.event(event_type);
            let fill = if inside { colour } else { colour.gamma_multiply(0.3) };
            bars.push(
                Bar::new(start + width / 2.0, count)
                    .width((width * 0.86).max(narrowest))
                    .base_offset(*base)
                    .fill(fill)
                    .stroke(Stroke::new(1.0, fill)),
            );
            *base += count;
        }
        if !bars.is_empty() {
            charts.push(BarChart::new(event_type.label(), bars).allow_hover(false));
        }
    }
    charts
}

/// The days of the selected event, on the foot of the bars.
fn paint_selected(
    ui: &Ui,
    transform: &PlotTransform,
    frame: Rect,
    session: &Session,
    theme: &Theme,
) {
    let Some(days) = session.selected().and_then(|(_, event)| event.date) else { return };
    let days = window_rect(transform, frame, Window::of_days(days));
    let width = days.width().max(5.0);
    let size = vec2(width, 5.0);
    let foot = Rect::from_center_size(pos2(days.center().x, frame.bottom() - 2.5), size);
    let accent = theme.accent.fill.0;
    ui.painter().rect_filled(foot, 2.0, accent);
    ui.painter().vline(days.left() + 0.5, frame.y_range(), Stroke::new(1.0, accent));
}

/// How many events of the filter lie before and after the days on the axis.
fn paint_beyond(ui: &Ui, frame: Rect, session: &Session, axis: Window, theme: &Theme) {
    let bars = &session.histogram().bars;
    let width = session.histogram().bar_days;
    let count = |is_beyond: &dyn Fn(&crate::session::Bar) -> bool| -> u32 {
        bars.iter().filter(|bar| is_beyond(bar)).map(crate::session::Bar::total).sum()
    };
    let before = count(&|bar| f64::from(bar.day + width) <= axis.from());
    let after = count(&|bar| f64::from(bar.day) >= axis.to());
    let ends = [
        (before, "earlier", frame.left_top() + vec2(6.0, 3.0), Align2::LEFT_TOP),
        (after, "later", frame.right_top() + vec2(-6.0, 3.0), Align2::RIGHT_TOP),
    ];
    for (count, word, at, align) in ends.into_iter().filter(|end| end.0 > 0) {
        let words = format!("{count} {word}");
        ui.painter().text(at, align, words, FontId::proportional(11.5), theme.text.weak.0);
    }
}

fn window_rect(transform: &PlotTransform, frame: Rect, window: Window) -> Rect {
    let x = |day: f64| {
        let at = transform.position_from_point(&egui_plot::PlotPoint::new(day, 0.0));
        at.x.clamp(frame.left(), frame.right())
    };
    Rect::from_min_max(pos2(x(window.from()), frame.top()), pos2(x(window.to()), frame.bottom()))
}

/// Shades what is outside the window and draws its two handles.
fn paint_window(ui: &Ui, frame: Rect, span: Rect, theme: &Theme, all: bool) {
    let painter = ui.painter().with_clip_rect(frame.expand(6.0));
    let shade = Color32::from_black_alpha(if ui.visuals().dark_mode { 70 } else { 16 });
    painter.rect_filled(frame.with_max_x(span.left()), 0.0, shade);
    painter.rect_filled(frame.with_min_x(span.right()), 0.0, shade);
    let accent = theme.accent.fill.0;
    let ink = if all { accent.gamma_multiply(0.5) } else { accent };
    painter.rect_filled(span, 0.0, accent.gamma_multiply(if all { 0.0 } else { 0.10 }));
    for x in [span.left(), span.right()] {
        painter.vline(x, frame.y_range(), Stroke::new(1.5, ink));
        let grip = Rect::from_center_size(pos2(x, frame.center().y), vec2(8.0, 26.0));
        painter.rect(grip, 4.0, theme.surface.raised.0, Stroke::new(1.5, ink), StrokeKind::Inside);
    }
}
