//! The agenda: what was done today, what is due, what comes, by day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::ids::ClientId;
use crate::ops::{AgendaItem, AgendaLine, DoneTouch, DueLine, OpError, PromiseRow, Totals, Workbench};
use crate::tui::look::{Look, Spot};
use crate::tui::widgets::cell;
use crate::tui::widgets::list::{List, Reach};

/// One line of the agenda.
pub enum Entry {
    /// A touch that was logged today.
    Done(DoneTouch),
    /// A promise that is due.
    Promised(PromiseRow),
    /// Something else a person gave that day.
    Due(DueLine),
    /// A touch that is planned.
    Planned(AgendaLine),
}

impl Entry {
    /// With which client.
    pub fn client(&self) -> ClientId {
        match self {
            Self::Done(done) => done.client,
            Self::Promised(row) => row.promise.client,
            Self::Due(line) => line.client,
            Self::Planned(line) => line.client,
        }
    }
}

/// The agenda.
#[derive(Default)]
pub struct AgendaPane {
    /// The lines around the window.
    pub list: List<Entry>,
    /// The touches logged today; `None` until they are read.
    done: Option<Vec<DoneTouch>>,
    /// The promises that are due; `None` until they are read.
    promised: Option<Vec<PromiseRow>>,
    /// What else is due; `None` until it is read.
    due: Option<Vec<DueLine>>,
}

impl AgendaPane {
    /// Forgets what was read, because it may have changed.
    pub fn forget(&mut self) {
        self.list.forget();
        (self.done, self.promised, self.due) = (None, None, None);
    }

    /// Reads what is in sight: what was done today stands before what is promised by today or due for another reason, and
    /// that before what is planned.
    pub fn fit(
        &mut self,
        bench: &Workbench,
        look: &Look<'_>,
        totals: &Totals,
        inside: Rect,
        reach: Reach,
    ) -> Result<(), OpError> {
        let done = match &mut self.done {
            Some(done) => done,
            none => none.insert(bench.done_on(bench.today())?),
        };
        let promised = match &mut self.promised {
            Some(promised) => promised,
            none => none.insert(bench.promises_due()?),
        };
        let due = match &mut self.due {
            Some(due) => due,
            none => none.insert(bench.dues()?),
        };
        let count = done.len() + promised.len() + due.len();
        let len = count + usize::try_from(totals.planned).unwrap_or(0);
        self.list.fit(len, (usize::from(inside.height), 1), reach, |skip, limit| {
            let known = done.iter().cloned().map(Entry::Done);
            let known = known.chain(promised.iter().cloned().map(Entry::Promised));
            let known = known.chain(due.iter().cloned().map(Entry::Due));
            let mut entries: Vec<Entry> = known.skip(skip).take(limit).collect();
            let planned = bench.agenda_page(skip.saturating_sub(count), limit - entries.len())?;
            entries.extend(planned.into_iter().map(Entry::Planned));
            Ok::<_, OpError>(entries)
        })?;
        self.list.write_out(inside.width, |entry| vec![row(look, entry, usize::from(inside.width), DAY)]);
        Ok(())
    }

    /// The client of the selected line.
    pub fn client(&self) -> Option<ClientId> {
        self.list.selected().map(Entry::client)
    }

    /// Draws the pane.
    pub fn draw(&self, look: &Look<'_>, spot: &Spot, buf: &mut Buffer) {
        let inside = spot.inside;
        let words = look.words;
        let title = format!("3 {}", words.say("pane-calendar"));
        look.frame(spot, &title, &words.say("scale-agenda"), buf);
        if self.list.cursor.is_empty() {
            look.empty(inside, &words.say(if look.settled { "empty-agenda" } else { "empty-unsettled" }), buf);
            return;
        }
        let selected = self.list.cursor.selected();
        let stands_out = |place, entry: &Entry| spot.stands_out(selected == Some(place), entry.client());
        self.list.draw(look, inside, spot.focused, stands_out, buf);
        let mut day_before = None;
        for (y, (_, entry)) in (inside.y..inside.bottom()).zip(self.list.in_sight()) {
            let day = match entry {
                Entry::Done(_) | Entry::Promised(_) | Entry::Due(_) => look.today,
                Entry::Planned(line) => line.day,
            };
            // The day stands at its first line in sight.
            if day_before != Some(day) {
                buf.set_stringn(inside.x + 1, y, short(look, day), DAY, look.theme.heading());
            }
            day_before = Some(day);
        }
    }
}

/// The width of the column of days.
const DAY: usize = 11;
/// The width of the column of kinds.
const KIND: usize = 12;

fn short(look: &Look<'_>, day: chrono::NaiveDate) -> String {
    if day == look.today { look.words.say("day-today") } else { look.words.day(day) }
}

/// The row of an entry, with so many columns left free before it.
pub(super) fn row(look: &Look<'_>, entry: &Entry, width: usize, free: usize) -> Line<'static> {
    let words = look.words;
    let width = width.saturating_sub(free + 1);
    let (mark, kind, name, why) = match entry {
        Entry::Done(done) => {
            let mark = if done.outcome.took_place() { "✓" } else { "○" };
            let time = words.time(look.bench.clock().local_time(done.at));
            let ended = format!("{time} {}", words.outcome(done.kind, done.outcome, done.invited));
            (mark, words.touch(done.kind), &done.name, ended)
        }
        Entry::Promised(row) => {
            let late = row.promise.what.due < look.today;
            let kind = words.promise(&row.promise.what);
            (if late { "!" } else { "•" }, kind, &row.client, words.promise_due(&row.promise, look.today))
        }
        Entry::Due(line) => {
            let mark = if line.is_late(look.today) { "!" } else { "•" };
            (mark, words.message(&line.what.kind()), &line.name, words.message(&line.message(look.today)))
        }
        Entry::Planned(line) => {
            let late = matches!(line.item, AgendaItem::Typed(day) if day < look.today);
            let (kind, why) = look.planned(line);
            (if late { "!" } else { "•" }, kind, &line.name, why)
        }
    };
    let room = width.saturating_sub(2 + KIND);
    let (name_width, why_width) = if room >= 50 { (room * 2 / 5, room - room * 2 / 5) } else { (room, 0) };
    let style = if mark == "!" { look.theme.overdue() } else { ratatui::style::Style::new() };
    let mut row = Line::from(vec![
        Span::raw(" ".repeat(free)),
        Span::styled(format!("{mark} "), style),
        Span::raw(cell::left(&cell::cut(&kind, KIND - 1), KIND)),
        Span::raw(cell::left(
            &cell::cut(&words.name(name), name_width.saturating_sub(usize::from(why_width > 0))),
            name_width,
        )),
    ]);
    if why_width > 0 {
        row.push_span(Span::raw(cell::left(&why, why_width)));
    }
    row
}

/// Why a planned touch is due, and why it is on its day.
pub fn why_page(look: &Look<'_>, line: &AgendaLine) -> Vec<String> {
    let words = look.words;
    let AgendaItem::Rule(planned) = &line.item else { return Vec::new() };
    let (kind, due) = look.planned(line);
    let head = format!("{} · {kind} · {}", words.name(&line.name), words.full_day(line.day));
    let mut lines = vec![head, due, String::new()];
    lines.extend(planned.reason.messages().iter().map(|message| words.message(message)));
    lines.push(String::new());
    let window = [("from", words.day(planned.from).into()), ("to", words.day(planned.to).into())];
    lines.push(words.say_with("why-window", &window));
    let who = words.say(&format!("responsible-{}", planned.responsible.name()));
    lines.push(words.say_with("why-who", &[("who", who.into()), ("n", planned.minutes.into())]));
    lines.push(planned.key.clone());
    lines
}
