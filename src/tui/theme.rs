//! What means something by colour, always beside a shape or a word; the terminal's own sixteen colours and no others.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::churn::Level;

/// The styles in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    coloured: bool,
}

impl Theme {
    /// With colours, or without any (`NO_COLOR`): bold and reverse tell states apart then.
    pub fn new(coloured: bool) -> Self {
        Self { coloured }
    }

    fn colour(self, colour: Color) -> Style {
        if self.coloured { Style::new().fg(colour) } else { Style::new() }
    }

    /// The mark of a level, and the sentence that belongs to it.
    pub fn level(self, level: Level) -> Style {
        match level {
            Level::Alarm => self.colour(Color::LightRed).add_modifier(Modifier::BOLD),
            Level::Watch => self.colour(Color::Yellow),
            Level::Note => Style::new(),
        }
    }

    /// The border and the title of the pane in focus.
    pub fn focus(self) -> Style {
        self.colour(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// The border of the other panes.
    pub fn border(self) -> Style {
        Style::new()
    }

    /// The selected row: over every other style of it.
    pub fn selected(self, focused: bool) -> Style {
        // A colour within the row would stand out of the bar.
        let plain = if self.coloured { Style::new().fg(Color::Reset).bg(Color::Reset) } else { Style::new() };
        plain.add_modifier(if focused { Modifier::REVERSED } else { Modifier::BOLD })
    }

    /// A heading.
    pub fn heading(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// A key in a hint.
    pub fn key(self) -> Style {
        self.colour(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// A public holiday.
    pub fn holiday(self) -> Style {
        self.colour(Color::LightRed)
    }

    /// What stands back: days off, the names of rows and columns.
    pub fn quiet(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// What is past its day.
    pub fn overdue(self) -> Style {
        self.colour(Color::Yellow).add_modifier(Modifier::BOLD)
    }

    /// The line that confirms.
    pub fn toast(self) -> Style {
        self.colour(Color::LightBlue).add_modifier(Modifier::BOLD)
    }

    /// The line that says what went wrong.
    pub fn error(self) -> Style {
        self.colour(Color::LightRed).add_modifier(Modifier::BOLD)
    }

    /// The permanent mark of a demonstration, of a file that may be looked at only.
    pub fn mark(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }
}
