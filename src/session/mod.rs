//! What is open, chosen and shown; commands and undo. No egui here.
