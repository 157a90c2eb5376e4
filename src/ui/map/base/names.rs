//! Names: those that are due at the zoom, placed by importance where none is in the way.

use std::{collections::HashMap, sync::Arc};

use eframe::egui::{Galley, Painter, Pos2, Rect, Vec2, vec2};

use super::{
    Layers, View,
    placer::{Placer, around, beside, turned},
    style::{LabelStyle, MapStyle},
    text::{self, Placed},
};
use crate::{
    basemap::{Basemap, Label, LabelClass, unit_square},
    model::LonLat,
};

/// Squares to a side of the world, to find the names in view.
const SIDE: usize = 64;

/// Names further outside than this cannot reach into the view; nearer ones are placed
/// already, so that the others do not jump when they come in. In points.
const MARGIN: f64 = 130.0;

/// More than fit on a screen.
const MOST: usize = 700;

/// The same name along a river comes again after so many points.
const REPEAT: f32 = 320.0;

/// The name of a country is moved by so much of the country's width at most.
const WITHIN: f32 = 0.35;

/// What a name that is put keeps free around it, in points.
const ROOM: f32 = 3.0;

/// A capital whose dot is crowded out so little longer is named where there is room.
const EARLY: f64 = 1.0;

/// A village to be named, as the gazetteer tells of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Village {
    /// What is written.
    pub name: String,
    /// Where it is.
    pub at: LonLat,
}

/// All names, and in which square they are.
pub struct Names {
    map: &'static Basemap<'static>,
    labels: Vec<Label<'static>>,
    /// Numbers into `labels`, by square; the ones that appear first come first.
    squares: Vec<Vec<u32>>,
    language: String,
}

impl Names {
    pub fn new(map: &'static Basemap) -> Self {
        let labels: Vec<Label> = map.labels().collect();
        let mut squares = vec![Vec::new(); SIDE * SIDE];
        for (number, label) in labels.iter().enumerate() {
            let [column, row] = label.at.map(square);
            squares[row * SIDE + column].push(number as u32);
        }
        for square in &mut squares {
            square.sort_by(|a, b| {
                let zoom = |number: &u32| labels[*number as usize].min_zoom;
                zoom(a).total_cmp(&zoom(b)).then(a.cmp(b))
            });
        }
        Self { map, labels, squares, language: String::new() }
    }

    /// Names everything in a language, by its code; English where that has no name.
    pub fn speak(&mut self, language: &str) {
        if self.language == language {
            return;
        }
        language.clone_into(&mut self.language);
        for (label, english) in self.labels.iter_mut().zip(self.map.labels()) {
            label.name = english.name;
        }
        let Some(found) = self.map.languages().find(|known| known.code == language) else { return };
        for (number, name) in self.map.names_in(found) {
            if let Some(label) = self.labels.get_mut(number) {
                label.name = name;
            }
        }
    }

    /// Paints the names in view and after them, where there is room, those of villages.
    pub fn paint(
        &self,
        painter: &Painter,
        view: &View,
        style: &MapStyle,
        layers: &Layers,
        villages: &[Village],
    ) {
        let mut page = Page {
            painter,
            style,
            zoom: view.zoom as f32,
            placer: Placer::default(),
            texts: Vec::new(),
            dots: Vec::new(),
        };
        let on_screen = |numbers: Vec<(u32, i32)>| -> Vec<Seen> {
            let seen = numbers.into_iter().map(|(number, copy)| {
                let label = &self.labels[number as usize];
                let at = view.on_screen([label.at[0] + f64::from(copy), label.at[1]]);
                Seen { label, at }
            });
            seen.filter(|seen| layers.names(seen.label.class)).collect()
        };
        let due = |label: &Label| f64::from(label.min_zoom) <= view.zoom;
        let seen = on_screen(self.seen(view, 0.0, due));
        let early = on_screen(
            self.seen(view, EARLY, |label| label.class == LabelClass::Capital && !due(label)),
        );
        page.place_all(&seen, &early);
        for village in villages.iter().filter(|_| layers.places) {
            let copy = view.copy_of(unit_square(village.at));
            page.place_village(&village.name, view.on_screen(copy));
        }
        page.paint();
    }

    /// The wanted names in view that are due at this zoom or so much further in, the most
    /// important first, with the copy of the world they are seen in.
    fn seen(&self, view: &View, early: f64, wanted: impl Fn(&Label) -> bool) -> Vec<(u32, i32)> {
        let margin = MARGIN / view.world;
        let mut seen = Vec::new();
        for copy in view.copies_within(margin) {
            let shift = f64::from(copy);
            let min = [view.min[0] - shift - margin, view.min[1] - margin];
            let max = [view.max[0] - shift + margin, view.max[1] + margin];
            for row in square(min[1])..=square(max[1]) {
                for column in square(min[0])..=square(max[0]) {
                    let here = &self.squares[row * SIDE + column];
                    let due = here.iter().take_while(|number| {
                        f64::from(self.labels[**number as usize].min_zoom) <= view.zoom + early
                    });
                    let inside = due.filter(|number| {
                        let label = &self.labels[**number as usize];
                        let to_show = view.zoom < f64::from(label.max_zoom) && wanted(label);
                        to_show && is_inside(label.at, min, max)
                    });
                    seen.extend(inside.map(|number| (*number, copy)));
                }
            }
        }
        seen.sort_unstable();
        seen.truncate(MOST);
        seen
    }
}

fn square(x: f64) -> usize {
    (x * SIDE as f64).clamp(0.0, (SIDE - 1) as f64) as usize
}

fn is_inside(at: [f64; 2], min: [f64; 2], max: [f64; 2]) -> bool {
    (0..2).all(|axis| at[axis] >= min[axis] && at[axis] <= max[axis])
}

/// A label and where it is on the screen.
struct Seen<'a> {
    label: &'a Label<'static>,
    at: Pos2,
}

/// What has found its place.
struct Page<'a> {
    painter: &'a Painter,
    style: &'a MapStyle,
    zoom: f32,
    placer: Placer,
    texts: Vec<Placed>,
    dots: Vec<(Pos2, f32, LabelClass)>,
}

impl Page<'_> {
    /// Places the names that are due, and where there is room those that come a little early.
    fn place_all(&mut self, seen: &[Seen], early: &[Seen]) {
        // Countries keep clear of capitals, and rather of those that are due.
        let capitals = [self.capitals(seen.iter().chain(early)), self.capitals(seen.iter())];
        let mut said: HashMap<&str, Vec<Pos2>> = HashMap::new();
        for Seen { label, at } in seen.iter().chain(early) {
            let look = self.style.label(label.class);
            let galley = self.galley(label.name, label.class, look.size(label.rank));
            match label.class {
                LabelClass::Country => self.place_country(galley, label, *at, &capitals),
                LabelClass::City | LabelClass::Capital => {
                    self.place_city(galley, *at, label.class, dot_radius(label), look);
                }
                _ => {
                    let before = said.entry(label.name).or_default();
                    let is_river = label.class == LabelClass::River;
                    let again = is_river && before.iter().any(|old| old.distance(*at) < REPEAT);
                    if !again && self.place_turned(galley, *at, label.angle, look) {
                        before.push(*at);
                    }
                }
            }
        }
    }

    /// Where the capitals and their names will want to stand.
    fn capitals<'s>(&self, seen: impl Iterator<Item = &'s Seen<'s>>) -> Placer {
        let mut capitals = Placer::default();
        for Seen { label, at } in seen.filter(|seen| seen.label.class == LabelClass::Capital) {
            let size = self.style.label(label.class).size(label.rank);
            let galley = self.galley(label.name, label.class, size);
            let [best, ..] = beside(*at, dot_radius(label), galley.size());
            capitals.take(&[text_area(best, &galley)
                .union(Rect::from_center_size(*at, Vec2::splat(9.0)))
                .expand(ROOM)]);
        }
        capitals
    }

    fn galley(&self, name: &str, class: LabelClass, size: f32) -> Arc<Galley> {
        text::laid_out(self.painter, name, class, size)
    }

    fn place_country(&mut self, galley: Arc<Galley>, label: &Label, at: Pos2, capitals: &[Placer]) {
        // At its first zoom, a name is about as wide as its country.
        let country = galley.size().x * (self.zoom - label.min_zoom).exp2();
        let places = around(at, galley.size(), country * WITHIN);
        let area = |middle: &Pos2| [text_area(*middle, &galley).expand(ROOM)];
        let free = |middle: &&Pos2| self.placer.is_free(&area(middle));
        let best = capitals.iter().find_map(|capitals| {
            places.iter().filter(free).find(|middle| capitals.is_free(&area(middle)))
        });
        // A capital gives way only where the country has nowhere else to go.
        let Some(middle) = best.or_else(|| places.first().filter(free)).copied() else { return };
        self.put(galley, middle, 0.0, self.style.label(label.class), ROOM);
    }

    fn place_city(
        &mut self,
        galley: Arc<Galley>,
        at: Pos2,
        class: LabelClass,
        dot: f32,
        look: &LabelStyle,
    ) {
        let spot = Rect::from_center_size(at, Vec2::splat(2.0 * dot + 1.0));
        if !self.placer.is_free(&[spot]) {
            return;
        }
        let places = beside(at, dot, galley.size());
        let free =
            |middle: &&Pos2| self.placer.is_free(&[text_area(**middle, &galley).expand(1.5)]);
        let Some(middle) = places.iter().find(free).copied() else { return };
        self.put(galley, middle, 0.0, look, 1.5);
        self.placer.take(&[spot]);
        self.dots.push((at, dot, class));
    }

    fn place_village(&mut self, name: &str, at: Pos2) {
        let look = self.style.village();
        let galley = self.galley(name, LabelClass::City, look.size(0));
        // Further out, villages are named only where there is little else.
        let room = ((11.5 - self.zoom) * 14.0).clamp(1.5, 40.0);
        let around = Rect::from_center_size(at, galley.size()).expand(room);
        if self.placer.is_free(&[around]) {
            self.place_city(galley, at, LabelClass::City, 1.4, look);
        }
    }

    /// Whether there was room.
    fn place_turned(
        &mut self,
        galley: Arc<Galley>,
        at: Pos2,
        angle: f32,
        look: &LabelStyle,
    ) -> bool {
        let size = vec2(galley.size().x, galley.size().y * 0.8);
        let areas = if angle.abs() < 0.02 {
            vec![text_area(at, &galley).expand(1.5)]
        } else {
            turned(at, size, angle)
        };
        let free = self.placer.is_free(&areas);
        if free {
            self.placer.take(&areas);
            self.texts.push(Placed::new(galley, at, angle, look));
        }
        free
    }

    fn put(&mut self, galley: Arc<Galley>, middle: Pos2, angle: f32, look: &LabelStyle, room: f32) {
        self.placer.take(&[text_area(middle, &galley).expand(room)]);
        self.texts.push(Placed::new(galley, middle, angle, look));
    }

    fn paint(self) {
        for (at, radius, class) in &self.dots {
            let look = self.style.label(*class);
            self.painter.circle_filled(*at, radius + 1.2, look.halo);
            self.painter.circle_filled(*at, *radius, look.color);
            if *class == LabelClass::Capital {
                self.painter.circle_filled(*at, radius * 0.45, look.halo);
            }
        }
        text::paint(self.painter, &self.texts);
    }
}

/// What the letters cover; lines have room above and below.
fn text_area(middle: Pos2, galley: &Galley) -> Rect {
    Rect::from_center_size(middle, galley.size() - vec2(0.0, 3.0))
}

/// The radius of the dot of a city, in points.
fn dot_radius(label: &Label) -> f32 {
    match label.class {
        LabelClass::Capital => 3.4,
        _ => (2.6 - 0.3 * f32::from(label.rank)).max(1.4),
    }
}
