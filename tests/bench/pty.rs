//! A program in a pseudo-terminal: keys go in, and every answer is timed to its last byte.

use std::ffi::OsStr;
use std::io::{ErrorKind, Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use filedescriptor::{AsRawSocketDescriptor, FileDescriptor, POLLIN, poll, pollfd};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use regulars::clock::Stopwatch;

use crate::process::Process;

/// An answer has ended when nothing came for so long. That time is no part of it.
const QUIET: Duration = Duration::from_millis(15);
/// A program that does nothing for so long is done.
const RESTED: Duration = Duration::from_millis(700);
/// A program that says nothing for so long will say nothing.
const PATIENCE: Duration = Duration::from_secs(20);

/// One answer of the program.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    /// To its last byte, in milliseconds.
    pub ms: f64,
    /// How many bytes it had.
    pub bytes: usize,
}

/// A program in a pseudo-terminal.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    pty: FileDescriptor,
    // Closing it would hang up.
    _master: Box<dyn MasterPty + Send>,
    screen: vt100::Parser,
    started: Stopwatch,
}

impl Terminal {
    /// Starts a program in a terminal of so many columns and rows.
    pub fn start<A: AsRef<OsStr>>(program: &Path, args: &[A], (cols, rows): (u16, u16)) -> Result<Self> {
        let pair = native_pty_system().openpty(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 })?;
        let descriptor = pair.master.as_raw_fd().context("a terminal without a descriptor")?;
        let mut pty = FileDescriptor::dup(&descriptor)?;
        pty.set_non_blocking(true)?;
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("TERM", "xterm-256color");
        let started = Stopwatch::start();
        let child = pair.slave.spawn_command(command)?;
        let size = |cells| NonZeroU16::new(cells).context("a terminal without cells");
        let screen = vt100::Parser::new(size(rows)?, size(cols)?, 0);
        Ok(Self { child, pty, _master: pair.master, screen, started })
    }

    /// The process.
    pub fn process(&self) -> Result<Process> {
        Ok(Process::of(self.child.process_id().context("a program that has ended")?))
    }

    /// When `text` stands on the screen first, in milliseconds from the start of the program.
    pub fn first_frame_with(&mut self, text: &str) -> Result<f64> {
        loop {
            self.wait(PATIENCE)?;
            let mut heard = Vec::new();
            match self.pty.read_to_end(&mut heard) {
                Err(error) if error.kind() == ErrorKind::WouldBlock && !heard.is_empty() => {}
                _ => bail!("{text} never came:\n{}", self.text()),
            }
            let shown = self.started.elapsed();
            self.screen.process(&heard);
            if self.text().contains(text) {
                return Ok(shown.as_secs_f64() * 1e3);
            }
        }
    }

    /// When everything stands on the screen that comes at once behind the first frame, in milliseconds from the start.
    pub fn whole_frame(&mut self) -> Result<f64> {
        let answer = self.listen(self.started)?.context("nothing came behind the first frame")?;
        Ok(answer.ms)
    }

    /// Presses a key, and waits for the answer.
    pub fn press(&mut self, key: &str) -> Result<Answer> {
        let watch = Stopwatch::start();
        self.pty.write_all(key.as_bytes())?;
        self.listen(watch)?.with_context(|| format!("no answer to {key:?}:\n{}", self.text()))
    }

    /// Presses a key that may change nothing.
    pub fn press_quietly(&mut self, key: &str) -> Result<()> {
        self.pty.write_all(key.as_bytes())?;
        self.settle(2 * QUIET).map(drop)
    }

    /// Waits until nothing has been written for so long; returns how many bytes came meanwhile.
    pub fn settle(&mut self, quiet: Duration) -> Result<usize> {
        let (mut bytes, mut watch) = (0, Stopwatch::start());
        while watch.elapsed() < quiet {
            std::thread::sleep(QUIET);
            let came = self.read_what_is_there(&mut Vec::new())?;
            if came > 0 {
                bytes += came;
                watch = Stopwatch::start();
            }
        }
        Ok(bytes)
    }

    /// Waits until the program has nothing left to do: it says nothing, and uses no CPU time.
    pub fn rest(&mut self) -> Result<()> {
        let process = self.process()?;
        let mut used = -1.0;
        while process.cpu_ms()? > used {
            used = process.cpu_ms()?;
            self.settle(RESTED)?;
        }
        Ok(())
    }

    /// Leaves the program as a person does, and waits for its end.
    pub fn leave(mut self) -> Result<()> {
        self.pty.write_all(b"q")?;
        self.child.wait()?;
        Ok(())
    }

    /// What stands on the screen.
    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Listens until an answer has ended; `None` if none comes.
    fn listen(&mut self, watch: Stopwatch) -> Result<Option<Answer>> {
        let mut heard = Vec::new();
        let mut chunk = [0; 1 << 14];
        let mut last = None;
        let begun = watch.elapsed();
        loop {
            match self.pty.read(&mut chunk) {
                Ok(0) => bail!("the program has ended:\n{}", self.text()),
                Ok(count) => {
                    last = Some(watch.elapsed());
                    heard.extend_from_slice(&chunk[..count]);
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    let now = watch.elapsed();
                    match last {
                        Some(last) if now.saturating_sub(last) >= QUIET => {
                            self.screen.process(&heard);
                            return Ok(Some(Answer { ms: last.as_secs_f64() * 1e3, bytes: heard.len() }));
                        }
                        None if now.saturating_sub(begun) >= PATIENCE => return Ok(None),
                        // Sleeps: looking all the while would take the processor that the answer has to be handed on by.
                        _ => self.wait(last.map_or(begun + PATIENCE, |last| last + QUIET).saturating_sub(now))?,
                    }
                }
                Err(error) => return Err(error).with_context(|| format!("the program has ended:\n{}", self.text())),
            }
        }
    }

    /// Sleeps until the program has written something, and no longer than so long.
    fn wait(&self, longest: Duration) -> Result<()> {
        let mut written = [pollfd { fd: self.pty.as_socket_descriptor(), events: POLLIN, revents: 0 }];
        poll(&mut written, Some(longest))?;
        Ok(())
    }

    fn read_what_is_there(&mut self, heard: &mut Vec<u8>) -> Result<usize> {
        match self.pty.read_to_end(heard) {
            Err(error) if error.kind() != ErrorKind::WouldBlock => return Err(error.into()),
            _ => self.screen.process(heard),
        }
        Ok(heard.len())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A program that has ended already is just as well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
