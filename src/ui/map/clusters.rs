//! Clusters: discs with the number of events where symbols would cover one another, and a
//! ring with the shares of their types. They open into closer ones, and at last into a list.

mod list;
mod paint;

use std::sync::Arc;

use eframe::egui::{Painter, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use super::{
    bins::{Bins, Grid, Sum},
    points::{Camera, Instance, Scene},
    view::CLOSEST,
};
use crate::{
    model::{EventId, EventType},
    session::{LAYERS, Session, Window},
    tr,
    ui::{
        theme::{self, Theme},
        words,
    },
};
pub use list::ListPopup;

/// The least width of a cell, in points: about two discs.
const CELL_POINTS: f64 = 44.0;

/// Space between two discs, in points.
const GAP: f32 = 3.0;

/// Spots that lie within so many points at the closest zoom level are shown as a list.
const ON_ONE_SPOT: f64 = 48.0;

/// What is counted in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    counts: [u32; LAYERS],
    /// The sums of the places within the cell, to draw the disc in their middle.
    inside: [u64; 2],
}

impl Sum for Cell {
    fn count(&mut self, instance: &Instance, inside: [u32; 2], sign: i32) {
        let count = &mut self.counts[instance.type_code()];
        *count = count.wrapping_add_signed(sign);
        for (sum, units) in self.inside.iter_mut().zip(inside) {
            *sum = sum.wrapping_add_signed(i64::from(units) * i64::from(sign));
        }
    }

    fn join(&mut self, other: &Self) {
        self.counts.iter_mut().zip(other.counts).for_each(|(a, b)| *a += b);
        self.inside.iter_mut().zip(other.inside).for_each(|(a, b)| *a += b);
    }
}

/// Events that are drawn as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Their middle, in fixed-point Mercator.
    pub place: [u32; 2],
    /// How many of each type.
    pub counts: [u32; LAYERS],
    /// How many in all.
    pub total: u32,
    /// The cells that it is made of.
    cells: Vec<usize>,
}

impl Cluster {
    /// The radius of its disc, in points.
    pub fn radius(&self) -> f32 {
        if self.total == 1 { 8.0 } else { 12.5 + 3.4 * (self.total as f32).log10() }
    }

    /// The types and how many of each, the most frequent first.
    pub fn types(&self) -> Vec<(EventType, u32)> {
        let counts = EventType::ALL.into_iter().zip(self.counts);
        let mut types: Vec<_> = counts.filter(|(_, count)| *count > 0).collect();
        types.sort_by_key(|(event_type, count)| (std::cmp::Reverse(*count), *event_type));
        types
    }

    /// "12 events: 7 × Battle, 5 × Talks".
    fn words(&self) -> String {
        let types = self.types();
        let named = types.iter().map(|(t, count)| format!("{count} × {}", words::event_type(*t)));
        let types = named.collect::<Vec<_>>().join(", ");
        tr!("map-cluster", n = self.total, types = types)
    }
}

/// The clusters and what they were made of.
#[derive(Debug, Default)]
pub struct Clusters {
    bins: Bins<Cell>,
    all: Vec<Cluster>,
    zoom: f64,
}

/// What was done with a cluster.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// It is to be seen from so near that this box, from a corner so many units to the east
    /// and south, fills the view.
    Closer([u32; 2], [u32; 2]),
    /// These events are on one spot.
    List(Vec<EventId>, [u32; 2]),
    /// It is one event.
    One(EventId),
}

impl Clusters {
    /// Counts what the window shows.
    pub fn update(&mut self, scene: &Arc<Scene>, camera: Camera, window: Window) {
        let changed = self.bins.update(scene, camera, window, CELL_POINTS);
        if changed || self.zoom != camera.zoom {
            self.zoom = camera.zoom;
            self.all = joined(of_cells(self.bins.grid(), self.bins.sums()), camera);
        }
    }

    /// Those in the view, with where they are on the screen.
    fn seen(&self, camera: Camera) -> impl Iterator<Item = (&Cluster, Pos2)> {
        let placed = self.all.iter().map(move |cluster| (cluster, camera.spot(cluster.place)));
        placed.filter(move |(cluster, at)| camera.rect.expand(cluster.radius()).contains(*at))
    }

    /// Draws them; each can be clicked, and reached by keyboard.
    pub fn ui(
        &self,
        ui: &mut Ui,
        camera: Camera,
        scene: &Scene,
        session: &Session,
    ) -> Option<Opened> {
        let theme = theme::current(ui);
        let mut opened = None;
        for (cluster, at) in self.seen(camera) {
            let rect = Rect::from_center_size(at, Vec2::splat(cluster.radius() * 2.0 + 4.0));
            let id = ui.scope_id().with(("cluster", self.bins.grid().corner(cluster.cells[0])));
            let response = ui.interact(rect.intersect(camera.rect), id, Sense::click());
            let name = || WidgetInfo::labeled(Role::Button, true, cluster.words());
            response.widget_info(name);
            let marked = response.hovered() || response.has_focus();
            paint::cluster(ui.painter(), at, cluster, theme, marked);
            if response.clicked() {
                opened = Some(self.open(cluster, scene, session.clock().window()));
            }
            if response.hovered() {
                ui.ctx().set_cursor_icon(eframe::egui::CursorIcon::PointingHand);
                response.on_hover_ui_at_pointer(|ui| paint::tooltip(ui, cluster));
            }
        }
        opened
    }

    /// Draws them for a picture.
    pub fn paint(&self, painter: &Painter, camera: Camera, theme: &Theme) {
        for (cluster, at) in self.seen(camera) {
            paint::cluster(painter, at, cluster, theme, false);
        }
    }

    fn open(&self, cluster: &Cluster, scene: &Scene, window: Window) -> Opened {
        let grid = self.bins.grid();
        let size = [1 << grid.shift; 2];
        let mut members: Vec<Instance> = Vec::new();
        for &cell in &cluster.cells {
            scene.each_within(grid.corner(cell), size, |place, symbol| {
                let is_inside = grid.cell_of(place).is_some_and(|(of, _)| of == cell);
                if is_inside && symbol.is_shown(window, u32::MAX) {
                    members.push(*symbol);
                }
            });
        }
        opened(cluster, &members)
    }
}

/// What a click on a cluster of these instances does.
fn opened(cluster: &Cluster, members: &[Instance]) -> Opened {
    let mut ids: Vec<EventId> = members.iter().map(|instance| instance.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    if let [only] = ids[..] {
        return Opened::One(only);
    }
    // From the middle, so that it does not matter where the world begins.
    let from_middle = |axis: usize| {
        let units = members.iter().map(|i| i.place[axis].wrapping_sub(cluster.place[axis]) as i32);
        (units.clone().min().unwrap_or(0), units.max().unwrap_or(0))
    };
    let bounds = [from_middle(0), from_middle(1)];
    let [(west, _), (north, _)] = bounds;
    let corner =
        [cluster.place[0].wrapping_add_signed(west), cluster.place[1].saturating_add_signed(north)];
    let size = bounds.map(|(least, most)| most.abs_diff(least));
    let points = |units: u32| f64::from(units) * 256.0 * CLOSEST.exp2() / 4_294_967_296.0;
    if size.into_iter().all(|side| points(side) < ON_ONE_SPOT) {
        return Opened::List(ids, cluster.place);
    }
    Opened::Closer(corner, size)
}

/// A cluster for each cell that has something, in the order of the cells.
fn of_cells(grid: Grid, cells: &[Cell]) -> Vec<Cluster> {
    let cluster = |(number, cell): (usize, &Cell)| {
        let total: u32 = cell.counts.iter().sum();
        if total == 0 {
            return None;
        }
        let corner = grid.corner(number);
        let middle = |axis: usize| (cell.inside[axis] / u64::from(total)) as u32;
        let place = [0, 1].map(|axis| corner[axis].wrapping_add(middle(axis)));
        Some(Cluster { place, counts: cell.counts, total, cells: vec![number] })
    };
    cells.iter().enumerate().filter_map(cluster).collect()
}

/// Joins those whose discs would cover one another, the larger ones first.
fn joined(mut clusters: Vec<Cluster>, camera: Camera) -> Vec<Cluster> {
    clusters.sort_by_key(|cluster| (std::cmp::Reverse(cluster.total), cluster.cells[0]));
    let scale = camera.scale();
    let mut kept: Vec<Cluster> = Vec::with_capacity(clusters.len());
    for cluster in clusters {
        let covers = |other: &&mut Cluster| {
            let apart = [0, 1].map(|axis| {
                f64::from(cluster.place[axis].wrapping_sub(other.place[axis]) as i32) * scale
            });
            let least = f64::from(cluster.radius() + other.radius() + GAP);
            apart[0].abs() < least && apart[0].hypot(apart[1]) < least
        };
        match kept.iter_mut().find(covers) {
            Some(larger) => larger.take_in(&cluster),
            None => kept.push(cluster),
        }
    }
    kept
}

impl Cluster {
    /// Takes in a smaller one.
    fn take_in(&mut self, other: &Cluster) {
        let total = self.total + other.total;
        let share = f64::from(other.total) / f64::from(total);
        for axis in [0, 1] {
            let apart = other.place[axis].wrapping_sub(self.place[axis]) as i32;
            let moved = (f64::from(apart) * share) as i32;
            self.place[axis] = self.place[axis].wrapping_add_signed(moved);
        }
        self.counts.iter_mut().zip(other.counts).for_each(|(a, b)| *a += b);
        self.total = total;
        self.cells.extend(&other.cells);
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::{pos2, vec2};
    use jiff::civil::date;

    use super::*;
    use crate::model::{DateRange, LonLat, Precision};

    fn camera(zoom: f64) -> Camera {
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0));
        Camera { rect, center: LonLat::new(45.0, 40.0), zoom }
    }

    fn scene(places: &[(f64, f64)]) -> Arc<Scene> {
        let day = DateRange::day(date(2022, 9, 13));
        let kind = (EventType::Battle, Precision::Exact, false);
        let instance = |(number, (lon, lat)): (usize, &(f64, f64))| {
            Instance::new(LonLat::new(*lon, *lat), day, kind, EventId(number))
        };
        Arc::new(Scene::new(places.iter().enumerate().map(instance).collect()))
    }

    fn totals(scene: &Arc<Scene>, zoom: f64) -> Vec<u32> {
        let mut clusters = Clusters::default();
        clusters.update(scene, camera(zoom), Window::new(-1e5, 1e5));
        clusters.all.iter().map(|cluster| cluster.total).collect()
    }

    #[test]
    fn near_events_are_one_disc_from_afar_and_several_from_near() {
        let scene = scene(&[(45.0, 40.0), (45.01, 40.0), (45.3, 40.0), (49.0, 40.0)]);
        assert_eq!(totals(&scene, 6.0), [3, 1]);
        assert_eq!(totals(&scene, 9.0), [2, 1]);
        assert_eq!(totals(&scene, 14.0), [1, 1]);
    }

    #[test]
    fn no_disc_covers_another() {
        let place =
            |n: usize| (43.0 + (n * 37 % 97) as f64 / 24.0, 38.5 + (n * 61 % 89) as f64 / 30.0);
        let places: Vec<(f64, f64)> = (0..400).map(place).collect();
        let scene = scene(&places);
        for zoom in [6.0, 6.4, 7.9] {
            let mut clusters = Clusters::default();
            clusters.update(&scene, camera(zoom), Window::new(-1e5, 1e5));
            let seen: Vec<_> = clusters.seen(camera(zoom)).collect();
            let mut covered = 0;
            for (number, (a, at)) in seen.iter().enumerate() {
                let least = |b: &Cluster| a.radius() + b.radius() - 6.0;
                covered +=
                    seen[..number].iter().filter(|(b, to)| at.distance(*to) < least(b)).count();
            }
            assert!(covered * 20 <= seen.len(), "{covered} of {} at {zoom}", seen.len());
        }
    }

    #[test]
    fn a_cluster_opens_into_a_closer_view_a_list_or_its_one_event() {
        let window = Window::new(-1e5, 1e5);
        let open = |places: &[(f64, f64)]| {
            let scene = scene(places);
            let mut clusters = Clusters::default();
            clusters.update(&scene, camera(6.0), window);
            clusters.open(&clusters.all[0], &scene, window)
        };
        assert!(matches!(open(&[(45.0, 40.0), (45.1, 40.0)]), Opened::Closer(..)));
        let all = [EventId(0), EventId(1)];
        assert!(matches!(open(&[(45.0, 40.0); 2]), Opened::List(ids, _) if ids == all));
        assert_eq!(open(&[(45.0, 40.0)]), Opened::One(EventId(0)));
    }
}
