// The base map: land with shading, then fills, then lines. All places come relative to the
// middle of the view, in points, y down.

struct Stroke {
    color: vec4<f32>,
    width: f32,                // points
    dash: f32,                 // points drawn; 0 for a solid line
    gap: f32,                  // points left out
    padding: f32,
};

struct View {
    half_size: vec2<f32>,      // half the viewport in points
    pixels_per_point: f32,
    linear_target: u32,        // 1 if the target converts from linear colour by itself
    land: vec4<f32>,
    shadow: vec4<f32>,
    light: vec4<f32>,
    relief: f32,               // 0 to 1: how strong the shading is
    neutral: f32,              // brightness that leaves the land as it is
    padding: vec2<f32>,
    fills: array<vec4<f32>, 4>,
    strokes: array<Stroke, 12>,
};
@group(0) @binding(0) var<uniform> view: View;

struct Placement {
    corner: vec2<f32>,         // of the cell
    scale: f32,                // points for each cell unit
    padding: f32,
};
@group(1) @binding(0) var<uniform> placement: Placement;

fn on_screen(at: vec2<f32>) -> vec4<f32> {
    return vec4<f32>(at.x / view.half_size.x, -at.y / view.half_size.y, 0.0, 1.0);
}

fn to_target(color: vec4<f32>) -> vec4<f32> {
    if (view.linear_target == 0u) { return color; }
    let low = color.rgb / 12.92;
    let high = pow((color.rgb + 0.055) / 1.055, vec3<f32>(2.4));
    return vec4<f32>(select(high, low, color.rgb <= vec3<f32>(0.04045)), color.a);
}

// Land: a square of the world for each tile of the relief.

struct Ground {
    @builtin(position) position: vec4<f32>,
    @location(0) uv: vec2<f32>,
    @location(1) @interpolate(flat) layer: i32,
};

@group(1) @binding(0) var tiles: texture_2d_array<f32>;
@group(1) @binding(1) var smooth_sampler: sampler;

@vertex
fn ground_corner(
    @builtin(vertex_index) corner: u32,
    @location(0) box: vec4<f32>,       // west, north, width, height in points
    @location(1) uv: vec4<f32>,        // the part of the tile: left, top, width, height
    @location(2) layer: i32,           // of the texture, -1 for none
) -> Ground {
    let at = vec2<f32>(f32(corner & 1u), f32(corner >> 1u));
    var out: Ground;
    out.position = on_screen(box.xy + at * box.zw);
    out.uv = uv.xy + at * uv.zw;
    out.layer = layer;
    return out;
}

@fragment
fn ground_pixel(in: Ground) -> @location(0) vec4<f32> {
    let value = textureSampleLevel(tiles, smooth_sampler, in.uv, max(in.layer, 0), 0.0).r;
    if (in.layer < 0) { return to_target(view.land); }
    let over = (value - view.neutral) / (1.0 - view.neutral);
    let under = (view.neutral - value) / view.neutral;
    let bright = mix(view.land, view.light, clamp(over * view.relief, 0.0, 1.0));
    return to_target(mix(bright, view.shadow, clamp(under * view.relief, 0.0, 1.0)));
}

// Fills.

struct Area {
    @builtin(position) position: vec4<f32>,
    @location(0) @interpolate(flat) kind: u32,
};

@vertex
fn fill_corner(@location(0) at: vec4<u32>) -> Area {
    var out: Area;
    out.position = on_screen(placement.corner + vec2<f32>(at.xy) * placement.scale);
    out.kind = at.z;
    return out;
}

@fragment
fn fill_pixel(in: Area) -> @location(0) vec4<f32> {
    let color = view.fills[in.kind];
    return vec4<f32>(to_target(color).rgb * color.a, color.a);
}

// Lines: a rectangle around each piece, with round ends unless it is thin.

struct Piece {
    @builtin(position) position: vec4<f32>,
    @location(0) along: f32,                             // pixels from the start of the piece
    @location(1) across: f32,                            // pixels from its middle
    @location(2) @interpolate(flat) length: f32,         // pixels
    @location(3) @interpolate(flat) start: f32,          // pixels from the start of the line
    @location(4) @interpolate(flat) kind: u32,
};

// Thinner lines end bluntly: where two such ends overlap, a dot would show.
const THIN: f32 = 1.8;

@vertex
fn line_corner(
    @builtin(vertex_index) corner: u32,
    @location(0) ends: vec4<f32>,      // cell units
    @location(1) start: f32,           // cell units from the start of the line
    @location(2) kind: u32,
) -> Piece {
    let ppp = view.pixels_per_point;
    let a = (placement.corner + ends.xy * placement.scale) * ppp;
    let b = (placement.corner + ends.zw * placement.scale) * ppp;
    let length = distance(a, b);
    let direction = select(vec2<f32>(1.0, 0.0), (b - a) / max(length, 1e-6), length > 1e-6);
    let normal = vec2<f32>(-direction.y, direction.x);
    let width = view.strokes[kind].width * ppp;
    let reach = max(width, 1.0) * 0.5 + 0.75;
    let cap = select(reach, 0.0, width < THIN);
    let end = f32(corner & 1u);
    let side = f32(corner >> 1u) * 2.0 - 1.0;
    var out: Piece;
    let at = mix(a, b, end) + direction * (end * 2.0 - 1.0) * cap + normal * side * reach;
    out.position = on_screen(at / ppp);
    out.along = mix(-cap, length + cap, end);
    out.across = side * reach;
    out.length = length;
    out.start = start * placement.scale * ppp;
    out.kind = kind;
    return out;
}

@fragment
fn line_pixel(in: Piece) -> @location(0) vec4<f32> {
    let stroke = view.strokes[in.kind];
    let width = stroke.width * view.pixels_per_point;
    let beyond = max(max(-in.along, in.along - in.length), 0.0);
    let from_middle = length(vec2<f32>(beyond, in.across));
    var cover = clamp(max(width, 1.0) * 0.5 + 0.5 - from_middle, 0.0, 1.0) * min(width, 1.0);
    if (stroke.dash > 0.0) {
        let dash = stroke.dash * view.pixels_per_point;
        let period = dash + stroke.gap * view.pixels_per_point;
        let at = in.start + clamp(in.along, 0.0, in.length);
        let phase = at - floor(at / period) * period;
        cover *= clamp(min(phase, dash - phase) + 0.5, 0.0, 1.0);
    }
    let alpha = cover * stroke.color.a;
    return vec4<f32>(to_target(stroke.color).rgb * alpha, alpha);
}
