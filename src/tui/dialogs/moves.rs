//! What a change of the plan moves, in words.

use crate::domain::calendar::Moves;
use crate::ops::{OpError, Workbench};
use crate::tui::look::Look;
use crate::tui::widgets::cell;

/// How many of the moves are listed.
const LISTED: usize = 200;

/// How many touches come, move and go.
pub fn counted(look: &Look<'_>, moves: &Moves) -> String {
    let counts = [("new", moves.added().into()), ("moved", moves.moved().into()), ("gone", moves.gone().into())];
    look.words.say_with("table-moves", &counts)
}

/// The columns of the client and of the kind of touch.
const NAME: usize = 28;
const KIND: usize = 11;

/// The counts first, then each touch with its old and its new day.
pub fn in_words(bench: &Workbench, look: &Look<'_>, moves: &Moves) -> Result<Vec<String>, OpError> {
    let words = look.words;
    let mut lines = vec![counted(look, moves), String::new()];
    for change in moves.list.iter().take(LISTED) {
        let name = bench.list_row(change.client)?.map(|row| row.name).unwrap_or_default();
        let day = |day: Option<_>| day.map_or_else(|| "—".to_owned(), |day| words.day_near(day, look.today));
        let from_to = format!("{} → {}", day(change.from), day(change.to));
        let name = cell::left(&cell::cut(&words.name(&name), NAME), NAME);
        lines.push(format!("{name}  {}  {from_to}", cell::left(&words.touch(change.kind), KIND)));
    }
    if moves.list.len() > LISTED {
        lines.push(words.say_with("table-more", &[("n", (moves.list.len() - LISTED).into())]));
    }
    Ok(lines)
}
