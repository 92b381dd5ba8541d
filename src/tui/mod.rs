//! The screen. ratatui lives only here.
//!
//! One loop waits for the terminal, for what comes of a job, for a signal and for midnight, and sleeps otherwise.

mod action;
mod app;
pub mod brief;
mod desk;
mod dialogs;
mod evidence;
mod figures;
mod input;
mod keymap;
mod layout;
mod look;
mod panes;
mod replacement;
mod report;
mod screen;
mod terminal;
mod theme;
mod widgets;
mod worker;

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;
use std::{io, thread};

use ratatui::layout::Size;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

pub use app::{App, Effect};
pub use desk::Setting;
pub use input::{Input, Key};
pub use keymap::{BINDINGS, action_of};
pub use worker::{Job, Outcome, perform};

use crate::clock::Clock;
use crate::ops::{Access, OpError, Workbench};
use crate::text::{Lang, Words};
use terminal::Screen;
use worker::Worker;

/// What the screen is started with.
#[derive(Clone, Debug)]
pub struct Start {
    /// The person's own file.
    pub own: PathBuf,
    /// The demonstration's file.
    pub demo: PathBuf,
    /// Whether to begin with the demonstration.
    pub begin_with_demo: bool,
    /// The language asked for on the command line.
    pub lang: Option<Lang>,
    /// The clock.
    pub clock: Clock,
}

/// Why the screen ended otherwise than by the person's wish.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The file.
    #[error(transparent)]
    Op(#[from] OpError),
    /// The terminal.
    #[error(transparent)]
    Terminal(#[from] io::Error),
}

/// How the screen ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The person left.
    Quit,
    /// A signal of that number ended it.
    Signal(i32),
    /// The terminal is gone.
    Closed,
}

/// What wakes the loop.
enum Event {
    Terminal(crossterm::event::Event),
    Closed,
    Signal(i32),
    /// What came of a job, and for which of the files opened one after the other.
    Outcome(usize, Outcome),
}

enum Left {
    For(End),
    OtherBook,
}

/// Opens the file and the screen, and runs until the person leaves; `words` are those of the language to begin with.
pub fn run(start: &Start, words: &Words) -> Result<End, RunError> {
    let (events, inbox) = mpsc::channel();
    let mut demo = start.begin_with_demo;
    let mut screen = None;
    for book in 0.. {
        let path = if demo { &start.demo } else { &start.own };
        let claim = claim(path)?;
        let access = if claim.is_some() { Access::Create } else { Access::Look };
        let bench = Workbench::open(path, access, start.clock)?;
        if demo && access == Access::Create && bench.count_clients()? == 0 {
            bench.fill_with_demo(words.lang().name())?;
        }
        let setting = Setting {
            lang: start.lang,
            demo,
            coloured: std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        };
        let size = crossterm::terminal::size().map(|(width, height)| Size { width, height })?;
        let mut app = App::new(bench, setting, words.clone(), size)?;
        let screen = match &mut screen {
            Some(screen) => screen,
            None => {
                let entered = screen.insert(Screen::enter(&app.words().say("window-title"))?);
                listen_for_signals(&events)?;
                entered
            }
        };
        screen.forget();
        let drawn = screen.draw(app.size(), |buf| app.draw_into(buf));
        if book == 0 {
            listen(&events);
        }
        // A terminal that cannot be written to is gone.
        let left = drawn.and_then(|()| run_book(book, &mut app, screen, &events, &inbox));
        let left = left.unwrap_or(Left::For(End::Closed));
        app.leave();
        match left {
            Left::For(end) => return Ok(end),
            Left::OtherBook => demo = !demo,
        }
    }
    Ok(End::Quit)
}

/// Claims a file; one that is not there yet is claimed once it is made.
fn claim(path: &std::path::Path) -> Result<Option<std::fs::File>, OpError> {
    if !path.exists() {
        // Makes the folder, and the file readable by its owner alone, before anything is written beside it.
        drop(Workbench::open(path, Access::Create, Clock::System)?);
    }
    Workbench::claim(path)
}

fn run_book(
    book: usize,
    app: &mut App,
    screen: &mut Screen,
    events: &Sender<Event>,
    inbox: &Receiver<Event>,
) -> io::Result<Left> {
    let (path, clock) = (app.bench().path().to_owned(), *app.bench().clock());
    let access = if app.bench().looks_only() { Access::Look } else { Access::Write };
    let outcomes = events.clone();
    let worker = Worker::start(
        move || Workbench::open(&path, access, clock),
        move |outcome| drop(outcomes.send(Event::Outcome(book, outcome))),
    );
    app.look_around();
    screen.draw(app.size(), |buf| app.draw_into(buf))?;
    // An error would be told by the first action.
    let _ = app.bench().get_ready();
    loop {
        for effect in app.take_effects() {
            match effect {
                Effect::Start(job) => worker.submit(job),
                Effect::Stop => worker.stop(),
                Effect::Repaint => screen.forget(),
                Effect::Copy(text) => screen.copy(&text)?,
                Effect::TakeMouse(take) => screen.take_mouse(take)?,
                Effect::SwitchBook => return Ok(Left::OtherBook),
                Effect::Quit => return Ok(Left::For(End::Quit)),
            }
        }
        screen.draw(app.size(), |buf| app.draw_into(buf))?;
        // Who pressed a key has the answer before it is asked whether somebody else wrote.
        if app.notice_others() {
            continue;
        }
        app.read_ahead();
        let mut next = wait(inbox, app.bench().clock().until_midnight());
        // Everything that has come meanwhile is acted on before the next frame.
        while let Some(event) = next {
            match event {
                Event::Terminal(event) => {
                    if let Some(input) = input::read(event) {
                        app.handle(input);
                    }
                }
                Event::Outcome(of, outcome) if of == book => app.settle(outcome),
                // A job of a file that is closed now.
                Event::Outcome(..) => {}
                Event::Closed => return Ok(Left::For(End::Closed)),
                Event::Signal(signal) => return Ok(Left::For(End::Signal(signal))),
            }
            next = inbox.try_recv().ok();
        }
        app.notice_the_day();
    }
}

/// Waits for the next event; `None` at midnight.
fn wait(inbox: &Receiver<Event>, midnight: Option<Duration>) -> Option<Event> {
    match midnight {
        // A second later, so that the day has turned for certain.
        Some(left) => match inbox.recv_timeout(left + Duration::from_secs(1)) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Event::Closed),
        },
        None => Some(inbox.recv().unwrap_or(Event::Closed)),
    }
}

/// Starts the threads that wait for the terminal: for its keys, and for its end.
fn listen(events: &Sender<Event>) {
    let keys = events.clone();
    thread::spawn(move || {
        loop {
            let event = crossterm::event::read().map_or(Event::Closed, Event::Terminal);
            let closed = matches!(event, Event::Closed);
            if keys.send(event).is_err() || closed {
                break;
            }
        }
    });
    #[cfg(target_os = "linux")]
    notice_the_end(events.clone());
}

/// Starts the thread that waits for signals.
fn listen_for_signals(events: &Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    let ends = events.clone();
    thread::spawn(move || {
        for signal in signals.forever() {
            if ends.send(Event::Signal(signal)).is_err() {
                break;
            }
        }
    });
    Ok(())
}

/// Starts a thread that waits until the terminal is gone: what reads from it reads nothing again and again then, and the
/// signal is sent to the shell alone, which may keep it to itself.
#[cfg(target_os = "linux")]
fn notice_the_end(events: Sender<Event>) {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::retry_on_intr;

    thread::spawn(move || {
        let keyboard = io::stdin();
        let gone = retry_on_intr(|| poll(&mut [PollFd::new(&keyboard, PollFlags::empty())], None));
        if gone.is_ok() {
            // Nobody listens once the program is at its end.
            let _ = events.send(Event::Closed);
        }
    });
}
