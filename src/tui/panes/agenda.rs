//! The agenda: what was done today, what is due, what comes, by day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::ids::ClientId;
use crate::ops::{AgendaItem, AgendaLine, DoneTouch, DueLine, EvaluationDue, OpError, PromiseRow, Totals, Workbench};
use crate::tui::look::{Look, Spot};
use crate::tui::widgets::cell;
use crate::tui::widgets::list::{List, Reach};

/// One line of the agenda.
#[derive(Clone)]
pub enum Entry {
    /// A touch that was logged today.
    Done(DoneTouch),
    /// A promise that is due.
    Promised(PromiseRow),
    /// Something else a person gave that day.
    Due(DueLine),
    /// A client to be asked how it found its last order.
    Asked(EvaluationDue),
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
            Self::Asked(line) => line.client,
            Self::Planned(line) => line.client,
        }
    }
}

/// What stands on today beside the touches planned for it.
struct Today {
    /// What was done, promised by today, or is due for another reason.
    first: Vec<Entry>,
    /// Who is to be asked how an order was found: many, for whom any day will do.
    asked: Vec<Entry>,
}

impl Today {
    fn of(bench: &Workbench) -> Result<Self, OpError> {
        let done = bench.done_on(bench.today())?.into_iter().map(Entry::Done);
        let promised = bench.promises_due()?.into_iter().map(Entry::Promised);
        let due = bench.dues()?.into_iter().map(Entry::Due);
        let asked = bench.evaluations_due(ASKED)?.into_iter().map(Entry::Asked);
        Ok(Self { first: done.chain(promised).chain(due).collect(), asked: asked.collect() })
    }

    /// So many lines after the first so many: those who are asked stand behind the `due` touches planned for today.
    fn page(&self, bench: &Workbench, due: usize, skip: usize, limit: usize) -> Result<Vec<Entry>, OpError> {
        let planned = |from: usize, to: usize| -> Result<Vec<Entry>, OpError> {
            if from == to {
                return Ok(Vec::new());
            }
            Ok(bench.agenda_page(from, to - from)?.into_iter().map(Entry::Planned).collect())
        };
        let end = skip + limit;
        let (begin, asked, behind) =
            (self.first.len(), self.first.len() + due, self.first.len() + due + self.asked.len());
        let within = |from: usize, to: usize| (skip.clamp(from, to) - from, end.clamp(from, to) - from);
        let (from, to) = within(0, begin);
        let mut page = self.first[from..to].to_vec();
        let (from, to) = within(begin, asked);
        page.extend(planned(from, to)?);
        let (from, to) = within(asked, behind);
        page.extend_from_slice(&self.asked[from..to]);
        let (from, to) = within(behind, usize::MAX);
        page.extend(planned(due + from, due + to)?);
        Ok(page)
    }
}

/// The agenda.
#[derive(Default)]
pub struct AgendaPane {
    /// The lines around the window.
    pub list: List<Entry>,
    /// What stands on today beside the touches planned for it; `None` until it is read.
    known: Option<Today>,
}

impl AgendaPane {
    /// Forgets what was read, because it may have changed.
    pub fn forget(&mut self) {
        self.list.forget();
        self.known = None;
    }

    /// Reads what is in sight.
    pub fn fit(
        &mut self,
        bench: &Workbench,
        look: &Look<'_>,
        totals: &Totals,
        inside: Rect,
        reach: Reach,
    ) -> Result<(), OpError> {
        let known = match &mut self.known {
            Some(known) => known,
            none => none.insert(Today::of(bench)?),
        };
        let count = |count: i64| usize::try_from(count).unwrap_or(0);
        let (due, planned) = (count(totals.due.min(totals.planned)), count(totals.planned));
        let len = known.first.len() + planned + known.asked.len();
        self.list
            .fit(len, (usize::from(inside.height), 1), reach, |skip, limit| known.page(bench, due, skip, limit))?;
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
                Entry::Done(_) | Entry::Promised(_) | Entry::Due(_) | Entry::Asked(_) => look.today,
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

/// How many clients a day are to be asked about their last order: who is asked makes room for the next.
const ASKED: usize = 10;
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
        Entry::Asked(line) => ("•", words.say("kind-evaluation"), &line.name, words.message(&line.message())),
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

/// Why a planned touch is due, why it is on its day, and what else one contact could do with it.
pub fn why_page(look: &Look<'_>, line: &AgendaLine) -> Result<Vec<String>, OpError> {
    let words = look.words;
    let AgendaItem::Rule(planned) = &line.item else { return Ok(Vec::new()) };
    let (kind, due) = look.planned(line);
    let head = format!("{} · {kind} · {}", words.name(&line.name), words.full_day(line.day));
    let mut lines = vec![head, due, String::new()];
    lines.extend(planned.reason.messages().iter().map(|message| words.message(message)));
    lines.push(String::new());
    let window = [("from", words.day(planned.from).into()), ("to", words.day(planned.to).into())];
    lines.push(words.say_with("why-window", &window));
    let who = words.say(&format!("responsible-{}", planned.responsible.name()));
    lines.push(words.say_with("why-who", &[("who", who.into()), ("n", planned.minutes.into())]));
    let pairs = look.bench.merge_candidates_of(line.client)?;
    for (key, beside) in pairs.iter().flat_map(|(one, other)| [(&one.key, other), (&other.key, one)]) {
        if *key == planned.key {
            let args = [("kind", kind.as_str().into()), ("day", words.day(beside.day).into())];
            lines.push(words.say_with("why-together", &args));
        }
    }
    lines.push(planned.key.clone());
    Ok(lines)
}
