//! One card as far as it was read: what it says, and as much of the timeline as was in sight.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::Page;
use crate::domain::ids::ClientId;
use crate::domain::timeline::{Kinds, TimelineEntry};
use crate::ops::{Card, OpError, Workbench};
use crate::tui::look::Look;

/// How many entries of the timeline are read at once.
const PAGE: usize = 20;

/// The card of one client, as far as it was read and written out.
pub(super) struct Sheet {
    pub client: ClientId,
    pub card: Card,
    timeline: Vec<TimelineEntry>,
    /// Whether the timeline has been read to its beginning.
    whole: bool,
    /// How many entries of it are among the lines.
    written: usize,
    pub lines: Vec<Line<'static>>,
    /// How wide the lines are; none are written before it is known.
    width: u16,
}

impl Sheet {
    pub fn of(client: ClientId, card: Card) -> Self {
        Self { client, card, timeline: Vec::new(), whole: false, written: 0, lines: Vec::new(), width: 0 }
    }

    /// Writes out what stands in that place with so many lines above it, and reads as much of the timeline as that takes.
    pub fn write_out(
        &mut self,
        bench: &Workbench,
        look: &Look<'_>,
        by_year: bool,
        inside: Rect,
        above: usize,
    ) -> Result<(), OpError> {
        let outdated = self.width != inside.width;
        self.width = inside.width;
        let width = usize::from(inside.width).saturating_sub(2).max(10);
        let mut page = Page { look, width, lines: std::mem::take(&mut self.lines) };
        if outdated {
            page.lines.clear();
            self.written = 0;
            if by_year {
                let statuses = bench.statuses_of(self.client)?;
                let touches = (bench.standing_of(self.client)?, bench.skipped_of(self.client)?);
                page.year(&self.card, &touches, &statuses, bench.regular_rule()?);
            } else {
                page.card(&self.card);
            }
        }
        // One line more than is in sight tells that there are more.
        while !by_year && page.lines.len() <= above.saturating_add(usize::from(inside.height)) {
            if let Some(entry) = self.timeline.get(self.written) {
                if self.written == 0 {
                    page.heading("card-history");
                }
                page.past(entry);
                self.written += 1;
            } else if self.whole {
                break;
            } else {
                let more = bench.timeline(self.client, Kinds::All, self.timeline.len(), PAGE)?;
                self.whole = more.len() < PAGE;
                self.timeline.extend(more);
            }
        }
        self.lines = page.lines;
        Ok(())
    }
}
