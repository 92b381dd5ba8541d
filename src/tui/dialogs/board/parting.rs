//! Whether to go on with a client, on a board: the five signs, what can be entered about them, the decision.

use super::{Said, Subject, day, one_of, one_of_all, refused, today, typed};
use crate::domain::closing::ClosedWhy;
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::parting::{Choice, Concession, Conflict, FreeWork, Parting, Sign};
use crate::domain::way_back::{Changed, EndedBy, WayBack};
use crate::ops::{OpError, Receipt, Workbench};
use crate::text::typed::parse_past_day;
use crate::text::typed_money::parse_money;
use crate::tui::look::Look;
use crate::tui::widgets::fields::Fields;

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    Explain,
    Concede,
    FreeWork,
    Conflict,
    Decide,
    Close,
    /// With what was answered before.
    WinBack(Option<WayBack>),
    Reopen,
}

impl Task {
    pub fn key(self) -> &'static str {
        match self {
            Self::Explain => "board-explain",
            Self::Concede => "board-concede",
            Self::FreeWork => "board-free-work",
            Self::Conflict => "board-conflict",
            Self::Decide => "board-decide",
            Self::Close => "board-close-client",
            Self::WinBack(_) => "board-win-back",
            Self::Reopen => "board-reopen",
        }
    }

    pub fn fields(self, look: &Look<'_>) -> Option<Fields> {
        Some(match self {
            Self::Explain => Fields::new(
                &["board-explained", "board-note"],
                vec![one_of(look, ["board-explained-not", "board-explained-well"]), typed("")],
            ),
            Self::Concede => {
                Fields::new(&["board-what", "board-cost", "board-on"], vec![typed(""), typed(""), today(look)])
            }
            Self::FreeWork => {
                Fields::new(&["board-what", "board-value", "board-on"], vec![typed(""), typed(""), today(look)])
            }
            Self::Conflict => Fields::new(
                &["board-what", "board-holds"],
                vec![
                    one_of(look, Conflict::ALL.map(Conflict::key)),
                    one_of(look, ["board-holds-now", "board-holds-not"]),
                ],
            ),
            Self::Decide => Fields::new(
                &["board-choice", "board-next", "board-note"],
                vec![one_of(look, Choice::ALL.map(Choice::key)), day("+7"), typed("")],
            ),
            Self::Close => Fields::new(
                &["board-why", "board-on", "board-note"],
                vec![one_of(look, ClosedWhy::ALL.map(ClosedWhy::key)), today(look), typed("")],
            ),
            Self::WinBack(before) => {
                let (ended_by, changed, quality) = before.map_or((EndedBy::Us, Changed::Nothing, false), |before| {
                    (before.ended_by, before.changed, before.quality)
                });
                let about = |quality| if quality { "about-quality" } else { "about-other" };
                Fields::new(
                    &["board-ended-by", "board-changed", "board-about", "board-next"],
                    vec![
                        one_of_all(look, &EndedBy::ALL, EndedBy::key, ended_by),
                        one_of_all(look, &Changed::ALL, Changed::key, changed),
                        one_of_all(look, &[false, true], about, quality),
                        typed(""),
                    ],
                )
            }
            Self::Reopen => return None,
        })
    }

    /// What is offered after it: to close the client once it was decided to end it.
    pub fn offers(self, said: &Said<'_>) -> Option<Self> {
        (self == Self::Decide && Choice::ALL[said.chosen(0)] == Choice::End).then_some(Self::Close)
    }

    pub fn save(self, look: &Look<'_>, client: ClientId, said: &Said<'_>) -> Result<Receipt, Message> {
        let bench = look.bench;
        let text = said.text(0).to_owned();
        let done = match self {
            Self::Explain => bench.explain_volume(client, said.chosen(0) == 1, said.text(1)),
            Self::Concede => {
                let cost = Some(said.text(1)).filter(|typed| !typed.is_empty());
                let cost = cost.map(|typed| {
                    parse_money(typed).ok_or_else(|| Message::new("cli-error-money").with("typed", typed))
                });
                let on = said.day(2, parse_past_day)?;
                bench.concede(client, &Concession { day: on, text, cost: cost.transpose()? })
            }
            Self::FreeWork => {
                let typed = said.text(1);
                let value = parse_money(typed).ok_or_else(|| Message::new("cli-error-money").with("typed", typed))?;
                bench.log_free_work(client, &FreeWork { day: said.day(2, parse_past_day)?, text, value })
            }
            Self::Conflict => bench.mark_conflict(client, Conflict::ALL[said.chosen(0)], said.chosen(1) == 0),
            Self::Decide => bench.decide_parting(client, Choice::ALL[said.chosen(0)], said.day_ahead(1)?, said.text(2)),
            Self::Close => {
                let on = said.day(1, parse_past_day)?;
                bench.close_client(client, ClosedWhy::ALL[said.chosen(0)], on, said.text(2))
            }
            Self::WinBack(_) => {
                // Left empty, the day follows from the answers.
                let next = if said.text(3).is_empty() { None } else { Some(said.day_ahead(3)?) };
                let answers = (EndedBy::ALL[said.chosen(0)], Changed::ALL[said.chosen(1)], said.chosen(2) == 1);
                bench.win_back(client, answers, next, &|key| look.words.say(key))
            }
            Self::Reopen => bench.reopen_client(client),
        };
        done.map_err(refused)
    }
}

/// The board of a client.
pub fn read(bench: &Workbench, look: &Look<'_>, client: ClientId) -> Result<Vec<Subject>, OpError> {
    let Some(parting) = bench.parting(client)? else { return Ok(Vec::new()) };
    let (lines, tasks) = match bench.closing(client)? {
        Some(closing) => {
            let answered = bench.way_back(client)?;
            let told = std::iter::once(closing.message()).chain([bench.former_contacts(client)?]);
            let told = told.chain(answered.iter().flat_map(WayBack::messages));
            (told.map(|message| look.words.message(&message)).collect(), vec![Task::WinBack(answered), Task::Reopen])
        }
        None => (signs(look, &parting), tasks(&parting)),
    };
    let tasks = tasks.into_iter().map(super::Task::Parting).collect();
    Ok(vec![Subject { head: String::new(), lines, tasks }])
}

fn tasks(parting: &Parting) -> Vec<Task> {
    let explain = parting.volume.is_some().then_some(Task::Explain);
    explain.into_iter().chain([Task::Concede, Task::FreeWork, Task::Conflict, Task::Decide, Task::Close]).collect()
}

/// The signs, what is newest of them, and what they come to.
fn signs(look: &Look<'_>, parting: &Parting) -> Vec<String> {
    let words = look.words;
    let mut lines = Vec::new();
    for sign in Sign::ALL {
        // Of what is private not even the mark is shown behind the curtain.
        let mark = match parting.is_lit(sign) {
            _ if sign == Sign::Values && words.is_curtained() => "•",
            true => "●",
            false => "·",
        };
        lines.push(format!("{mark} {}", words.message(&parting.say(sign))));
        let newest = |on, text: &str| format!("  {} {}", words.day_near(on, look.today), words.private(text));
        match sign {
            Sign::Concessions => lines.extend(parting.concessions.first().map(|one| newest(one.day, &one.text))),
            Sign::FreeWork => lines.extend(parting.free_work.first().map(|work| newest(work.day, &work.text))),
            Sign::Values => lines.extend(
                parting.conflicts.iter().map(|conflict| format!("  {}", words.message(&Message::new(conflict.key())))),
            ),
            Sign::Volume | Sign::Serving => {}
        }
    }
    lines.push(words.message(&parting.verdict()));
    lines.extend(parting.decided.iter().map(|decided| words.message(&decided.message())));
    lines
}
