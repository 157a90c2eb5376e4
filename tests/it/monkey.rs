//! Anything that hands on a mouse and a keyboard may do, in any order: the window must not
//! break off. `DATELINE_MONKEY=5000` goes on for longer than a test should.

use std::path::PathBuf;

use dateline::ui::App;
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, TouchPhase, pos2, vec2,
};
use egui_kittest::Harness;

use super::ui::window;

/// What is pressed; no key that asks the system for a file.
const KEYS: [Key; 24] = [
    Key::Tab,
    Key::Enter,
    Key::Escape,
    Key::Space,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Delete,
    Key::Plus,
    Key::Minus,
    Key::F1,
    Key::F6,
    Key::A,
    Key::K,
    Key::F,
    Key::Z,
    Key::Y,
    Key::R,
    Key::Num0,
];

/// Numbers that look like chance, the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count
    }

    fn share(&mut self) -> f32 {
        self.below(1001) as f32 / 1000.0
    }

    fn spot(&mut self, harness: &Harness<'static, App>) -> Pos2 {
        let size = harness.ctx.content_rect().size();
        pos2(self.share() * size.x, self.share() * size.y)
    }
}

fn act(harness: &mut Harness<'static, App>, chance: &mut Chance) {
    let at = chance.spot(harness);
    let modifiers =
        [Modifiers::NONE, Modifiers::NONE, Modifiers::SHIFT, Modifiers::COMMAND][chance.below(4)];
    match chance.below(10) {
        0..4 => {
            let second = chance.below(8) == 0;
            let button = if second { PointerButton::Secondary } else { PointerButton::Primary };
            let to = if chance.below(3) == 0 { chance.spot(harness) } else { at };
            harness.event(Event::PointerMoved(at));
            harness.event(Event::PointerButton { pos: at, button, pressed: true, modifiers });
            harness.step();
            harness.event(Event::PointerMoved(to));
            harness.step();
            harness.event(Event::PointerButton { pos: to, button, pressed: false, modifiers });
        }
        4 => {
            harness.event(Event::PointerMoved(at));
            let delta = vec2(0.0, chance.share() * 400.0 - 200.0);
            let (unit, phase) = (MouseWheelUnit::Point, TouchPhase::Move);
            harness.event(Event::MouseWheel { unit, delta, phase, modifiers });
        }
        5 => harness
            .event(Event::Text(["a", "12", "-", " ", "2022-09-13", "é"][chance.below(6)].into())),
        6 if chance.below(6) == 0 => {
            let size = vec2(640.0 + chance.share() * 900.0, 400.0 + chance.share() * 500.0);
            harness.set_size(size);
        }
        _ => harness.key_press_modifiers(modifiers, KEYS[chance.below(KEYS.len())]),
    }
    harness.step();
}

fn check(seed: u64, paths: Vec<PathBuf>) {
    let times = std::env::var("DATELINE_MONKEY").ok().and_then(|times| times.parse().ok());
    let mut harness = window(paths);
    let mut chance = Chance(seed);
    for _ in 0..times.unwrap_or(80) {
        act(&mut harness, &mut chance);
    }
}

#[test]
fn whatever_is_done_to_the_sample_the_window_goes_on() {
    check(1, Vec::new());
}

#[test]
fn whatever_is_done_to_events_of_all_centuries_the_window_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.csv");
    let rows = "date,latitude,longitude,killed,place\n\
                -000512-03-01,39.5,46.3,3,Goris\n1530,48.8,2.3,,Paris\n\
                1972-07-21,54.6,-5.9,9,Belfast\n2022-09-13,39.8,45.7,49,Jermuk\n\
                2451-01-01,-17.8,179.9,0,Taveuni\n";
    std::fs::write(&path, rows).unwrap();
    check(2, vec![path]);
}
