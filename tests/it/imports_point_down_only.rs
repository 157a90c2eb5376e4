//! ui → session → pipeline → lexicon, gazetteer → model; import, export, storage
//! and basemap know only model, and of rows and GeoPackages. The command line may use everything.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// Each module of the crate, and those that it may use beside itself.
const MAY_USE: &[(&str, &[&str])] = &[
    ("about", &[]),
    ("locale", &[]),
    ("tiles", &["about"]),
    ("model", &[]),
    ("english", &[]),
    ("lexicon", &["model"]),
    ("gazetteer", &["model"]),
    ("basemap", &["model"]),
    ("row", &["model"]),
    ("import", &["model", "row", "geopackage"]),
    ("geopackage", &["model"]),
    ("export", &["model", "row", "geopackage"]),
    ("storage", &["model", "geopackage"]),
    ("pipeline", &["model", "english", "lexicon", "gazetteer"]),
    (
        "session",
        &[
            "locale",
            "model",
            "lexicon",
            "gazetteer",
            "basemap",
            "import",
            "export",
            "storage",
            "pipeline",
        ],
    ),
    (
        "ui",
        &[
            "about",
            "locale",
            "model",
            "lexicon",
            "gazetteer",
            "basemap",
            "import",
            "export",
            "storage",
            "pipeline",
            "session",
            "tiles",
        ],
    ),
    (
        "cli",
        &[
            "about",
            "locale",
            "model",
            "english",
            "lexicon",
            "gazetteer",
            "basemap",
            "import",
            "export",
            "storage",
            "pipeline",
            "session",
            "ui",
        ],
    ),
];

#[test]
fn imports_point_down_only() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for path in rust_files(&source) {
        let within = path.strip_prefix(&source).unwrap();
        let Some(module) = module_of(within) else { continue };
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!("src/{}: say in this test what {module} may use", within.display()));
            continue;
        };
        for used in modules_used(&fs::read_to_string(&path).unwrap()) {
            // Macros are at the root of the crate, wherever they are written.
            let used = if used == "tr" { "locale".to_owned() } else { used };
            if used != module && !allowed.contains(&used.as_str()) {
                wrong.push(format!("src/{}: {module} uses {used}", within.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "imports that point up:\n{}", wrong.join("\n"));
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// The top module a file belongs to; none for `lib.rs`, `main.rs` and other programs.
fn module_of(within: &Path) -> Option<String> {
    let first = within.iter().next()?.to_str()?;
    match first {
        "lib.rs" | "main.rs" | "bin" => None,
        _ => Some(first.trim_end_matches(".rs").to_owned()),
    }
}

/// The modules named in paths from the root of the crate.
fn modules_used(source: &str) -> BTreeSet<String> {
    let code: Vec<&str> =
        source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let code = code.join("\n");
    let mut used = BTreeSet::new();
    for root in ["crate::", "dateline::"] {
        for (at, _) in code.match_indices(root) {
            let stands_alone = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if stands_alone {
                used.extend(heads(code[at + root.len()..].trim_start()));
            }
        }
    }
    used
}

/// The first name of each path: one, or those of a group in braces.
fn heads(path: &str) -> Vec<String> {
    let Some(group) = path.strip_prefix('{') else { return vec![head(path)] };
    let mut heads = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' | ',' if depth == 0 => {
                heads.push(head(group[start..at].trim_start()));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

fn head(path: &str) -> String {
    path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn paths_and_groups_of_paths_are_found() {
    let check = |source: &str, wanted: &[&str]| {
        let used: Vec<String> = modules_used(source).into_iter().collect();
        assert_eq!(used, wanted, "{source}");
    };
    check("use crate::model::Span;", &["model"]);
    check(
        "use crate::{import, model::{Article, Span},\n pipeline};",
        &["import", "model", "pipeline"],
    );
    check("let x = crate::ui::run(); // crate::cli", &["ui"]);
    check("macro_rules! m { () => { $crate::model::Span } }", &["model"]);
    check("use other_crate::model;", &[]);
}
