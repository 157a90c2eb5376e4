//! The person's settings while the window is open: put into force when they change, and
//! kept in their file a moment later.

use eframe::egui::{self, Context, ThemePreference};

use super::theme::{self, Look};
use crate::locale::{self, Language};
use crate::storage::{Folder, Palette, Settings, Theme};

/// Settings are written when they have been the same for so many seconds: a person who
/// drags the edge of a panel changes them with every frame.
const CALM_SECONDS: f64 = 1.0;

/// The settings, and what of them is in force and in the file.
pub struct Kept {
    /// As the person has them now.
    pub settings: Settings,
    folder: Option<Folder>,
    written: Settings,
    /// What the context was told last.
    in_force: Option<Settings>,
    /// As of the last frame, and since when they have been so.
    calm: (Settings, f64),
    /// Why they could not be written; told once.
    failed: bool,
}

impl Kept {
    /// Those in the folder, and what of them was not understood. Without a folder they are
    /// those of a new user, and are kept nowhere.
    pub fn of(folder: Option<Folder>) -> (Self, Vec<String>) {
        let found = folder.as_ref().map(Folder::settings).unwrap_or_default();
        let settings = found.settings;
        let kept = Self {
            written: settings.clone(),
            calm: (settings.clone(), 0.0),
            in_force: None,
            failed: false,
            folder,
            settings,
        };
        (kept, found.problems)
    }

    /// The language of the screen. A window that is kept nowhere, as in a test, does not ask
    /// the system for its own.
    pub fn language(&self) -> Language {
        match &self.settings.language {
            Some(code) => Language::of_tag(code),
            None if self.folder.is_some() => language_of_system(),
            None => Language::default(),
        }
    }

    /// Puts into force what changed since the last call.
    pub fn enforce(&mut self, context: &Context) {
        if self.in_force.as_ref() == Some(&self.settings) {
            return;
        }
        locale::set_language(self.language());
        let settings = &self.settings;
        let before = self.in_force.as_ref();
        if before.is_none_or(|before| look(before) != look(settings)) {
            theme::install(context, look(settings));
        }
        set_motion(context, !settings.reduced_motion);
        context.set_theme(preference(settings.theme));
        context.set_zoom_factor(settings.text_size.factor());
        self.in_force = Some(settings.clone());
        context.request_repaint();
    }

    /// Writes what has been calm for a while. Why it cannot be, at the first time.
    pub fn keep(&mut self, context: &Context) -> Option<String> {
        if self.settings == self.written {
            return None;
        }
        let now = context.input(|input| input.time);
        if self.calm.0 != self.settings {
            self.calm = (self.settings.clone(), now);
        }
        if now - self.calm.1 < CALM_SECONDS {
            context.request_repaint_after_secs(CALM_SECONDS as f32);
            return None;
        }
        self.write()
    }

    fn write(&mut self) -> Option<String> {
        // Even if it fails: it would with every frame from now on.
        self.written = self.settings.clone();
        let error = self.folder.as_ref()?.keep_settings(&self.settings).err()?;
        let is_first = !std::mem::replace(&mut self.failed, true);
        is_first.then(|| error.to_string())
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        if self.settings != self.written {
            // The window is gone: there is nobody to tell.
            let _ = self.write();
        }
    }
}

/// The language that the system speaks; English where the screen does not know it.
pub fn language_of_system() -> Language {
    sys_locale::get_locale().map(|tag| Language::of_tag(&tag)).unwrap_or_default()
}

fn look(settings: &Settings) -> Look {
    Look { dark: false, contrast: settings.high_contrast, safe: settings.palette == Palette::Safe }
}

fn preference(theme: Theme) -> ThemePreference {
    match theme {
        Theme::System => ThemePreference::System,
        Theme::Light => ThemePreference::Light,
        Theme::Dark => ThemePreference::Dark,
    }
}

/// Whether panels slide, lists glide and the text cursor blinks.
fn set_motion(context: &Context, moves: bool) {
    context.all_styles_mut(|style| {
        style.animation_time = if moves { theme::ANIMATION_SECONDS } else { 0.0 };
        style.scroll_animation = if moves {
            egui::style::ScrollAnimation::default()
        } else {
            egui::style::ScrollAnimation::none()
        };
        style.visuals.text_cursor.blink = moves;
    });
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_was_changed_last_is_written_when_the_window_closes() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::at(folder.path());
        let (mut kept, problems) = Kept::of(Some(folder.clone()));
        assert!(problems.is_empty());
        kept.settings.high_contrast = true;
        drop(kept);
        assert!(Kept::of(Some(folder)).0.settings.high_contrast);
    }

    #[test]
    fn a_window_that_is_kept_nowhere_speaks_english() {
        let (mut kept, _) = Kept::of(None);
        assert_eq!(kept.language(), Language::English);
        kept.settings.language = Some("ru".to_owned());
        assert_eq!(kept.language(), Language::Russian);
    }
}
