//! What the subjects share: a clock that stands still, books of their own, the built program.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use chrono::{Days, NaiveDate, NaiveTime};
use regulars::clock::Clock;
use regulars::domain::calendar::Absence;
use regulars::domain::closing::ClosedWhy;
use regulars::domain::competitor::Standing;
use regulars::domain::complaint::Move;
use regulars::domain::evaluation::{Aspect, Evaluation, Grade};
use regulars::domain::event::EventKind;
use regulars::domain::gift::Membership;
use regulars::domain::ids::ClientId;
use regulars::domain::money::Money;
use regulars::domain::parting::{Choice, Concession, Conflict, FreeWork};
use regulars::domain::promise::Promised;
use regulars::domain::table::{Purpose, Responsible};
use regulars::domain::touch::{Details, Invited, TouchKind};
use regulars::domain::way_back::{Changed, EndedBy};
use regulars::ops::{
    Access, ComplaintDraft, NewsDraft, NoteDraft, OpError, OrderDraft, PlanState, TouchDraft, Workbench,
};
use serde_json::Value;
use tempfile::TempDir;

/// Tuesday, 24 November 2026: the day of the tests in the process.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

/// Nine o'clock on [`today`], for ever.
pub fn clock() -> Clock {
    Clock::Fixed(today().and_time(NaiveTime::from_hms_opt(9, 0, 0).unwrap()))
}

/// The constructed exports of other programs.
pub fn exports() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import");
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

/// Brings a file in without ever stopping it.
pub fn bring_in(bench: &Workbench, path: &Path) -> Result<(), OpError> {
    bench.import(path, &mut |_, _| ControlFlow::Continue(())).map(drop)
}

/// A table as a file holds it: the header, then a line for each row.
pub fn table(header: &str, rows: impl Iterator<Item = String>) -> String {
    std::iter::once(header.to_owned()).chain(rows).collect::<Vec<_>>().join("\n") + "\n"
}

/// SplitMix64: the same numbers on every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) as usize % sides
    }

    pub fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// The schemas of older versions, each on top of those before it.
const SCHEMAS: [&str; 20] = [
    include_str!("../../src/store/migrations/0001_begin.sql"),
    include_str!("../../src/store/migrations/0002_sharing.sql"),
    include_str!("../../src/store/migrations/0003_alerts.sql"),
    include_str!("../../src/store/migrations/0004_plan.sql"),
    include_str!("../../src/store/migrations/0005_order_lines.sql"),
    include_str!("../../src/store/migrations/0006_waiting.sql"),
    include_str!("../../src/store/migrations/0007_evaluation.sql"),
    include_str!("../../src/store/migrations/0008_promises.sql"),
    include_str!("../../src/store/migrations/0009_no_triggers.sql"),
    include_str!("../../src/store/migrations/0010_people.sql"),
    include_str!("../../src/store/migrations/0011_complaints.sql"),
    include_str!("../../src/store/migrations/0012_touches_and_gifts.sql"),
    include_str!("../../src/store/migrations/0013_duplicates.sql"),
    include_str!("../../src/store/migrations/0014_days_kept.sql"),
    include_str!("../../src/store/migrations/0015_duplicates_on_entry.sql"),
    include_str!("../../src/store/migrations/0016_hand_over_file.sql"),
    include_str!("../../src/store/migrations/0017_silenced_and_asked.sql"),
    include_str!("../../src/store/migrations/0018_raised_journalled.sql"),
    include_str!("../../src/store/migrations/0019_by_end.sql"),
    include_str!("../../src/store/migrations/0020_nth_in_file.sql"),
];

/// A file in a folder of its own, for the workbench and for the built program.
pub struct Book {
    folder: TempDir,
}

impl Book {
    pub fn empty() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// A file as a version of the program left it whose schema was the `version`th, with what some SQL puts in.
    pub fn of_version(version: usize, filled: &str) -> Self {
        let book = Self::empty();
        let schemas = SCHEMAS[..version].concat();
        let meta = format!(
            "INSERT INTO meta VALUES ('file_id', 'f'), ('device', '7'), ('last_id', '100'),
                 ('min_reader', '{version}'), ('min_writer', '{version}');
             PRAGMA application_id = 0x72676c72; PRAGMA user_version = {version}"
        );
        rusqlite::Connection::open(book.file()).unwrap().execute_batch(&format!("{schemas}{filled};{meta}")).unwrap();
        book
    }

    /// The demonstration, made by the built program.
    pub fn demo() -> Self {
        let book = Self::empty();
        book.told(0, &["demo"]);
        book
    }

    /// A file with something in every table: the exports of other programs, and every verb done to one client.
    pub fn full() -> Self {
        static FULL: LazyLock<Vec<u8>> = LazyLock::new(|| {
            let book = Book::empty();
            book.fill();
            fs::read(book.file()).unwrap()
        });
        let book = Self::empty();
        fs::write(book.file(), &*FULL).unwrap();
        book
    }

    fn fill(&self) {
        // Some weeks before, so that some touches are late today.
        let early = Clock::Fixed((today() - Days::new(40)).and_hms_opt(9, 0, 0).unwrap());
        let bench = Workbench::open(&self.file(), Access::Create, early).unwrap();
        let known =
            (1..9).map(|n| format!("Zeta {n};01.0{n}.2026;100\nZeta {n};07.0{n}.2026;100\nZeta {n};15.0{n}.2026;100"));
        bring_in(&bench, Path::new(&self.write("early.csv", table("client;date;amount", known)))).unwrap();
        drop(bench);
        let bench = self.open();
        let taken = exports().iter().filter(|path| bring_in(&bench, path).is_ok()).count();
        assert!(taken > 20, "only {taken} of the exports could be brought in");
        let orders =
            self.write("base.csv", "client;number;date;amount\nVega;N-1;01.10.2026;1000\nVega;N-2;20.10.2026;50\n");
        bring_in(&bench, Path::new(&orders)).unwrap();
        let client = first_client(&bench);
        let details = Details {
            theirs: true,
            minutes: Some(40),
            purpose: Some(Purpose::Decide),
            drain: Some(3),
            nps: Some(9),
            wow: true,
            invited: Invited::Accepted,
        };
        for kind in TouchKind::ALL {
            bench.log_touch(&TouchDraft { note: "before".into(), details, ..TouchDraft::new(client, kind) }).unwrap();
        }
        let note = NoteDraft {
            client,
            text: "a note".into(),
            day: None,
            important: true,
            next: None,
            tags: vec!["known".into()],
            promises: Vec::new(),
        };
        bench.log_note(&note).unwrap();
        let order = OrderDraft { items: vec!["catalogue".into()], ..OrderDraft::new(client, Money(500)) };
        bench.log_order(&order).unwrap();
        let mut found = Evaluation::default();
        found.set(Aspect::Quality, Some(Grade::Plus));
        bench.evaluate(client, &found, "").unwrap();
        let complaint = ComplaintDraft { text: "a torn box".into(), ..ComplaintDraft::default() };
        bench.open_complaint(client, &complaint).unwrap();
        let others = bench.list_page(1, 2).unwrap();
        bench.open_complaint(others[0].client, &complaint).unwrap();
        let far = bench.complaint_named(others[0].client, None).unwrap();
        for _ in 0..5 {
            bench.step_complaint(far, Move::Forward, today() + Days::new(1)).unwrap();
        }
        let falling = [100, 110, 95, 105, 100, 98, 80, 62, 50, 40]
            .iter()
            .enumerate()
            .map(|(place, amount)| format!("Omega;{};{amount}", today() - Days::new(300 - place as u64 * 30)));
        bring_in(&bench, Path::new(&self.write("falls.csv", table("client;date;amount", falling)))).unwrap();
        for kind in [Conflict::Disrespect, Conflict::Kickbacks] {
            bench.mark_conflict(client, kind, true).unwrap();
        }
        let given = Concession { day: today(), text: "five per cent".into(), cost: Some(Money(4_000)) };
        bench.concede(client, &given).unwrap();
        let work = FreeWork { day: today(), text: "a drawing".into(), value: Money(25_000) };
        bench.log_free_work(client, &work).unwrap();
        bench.decide_parting(client, Choice::Continue, today() + Days::new(9), "").unwrap();
        let rival = Standing { name: "Lyra".into(), threat: 2, hint: true, ..Standing::default() };
        bench.add_competitor(client, &rival).unwrap();
        bench.close_client(others[1].client, ClosedWhy::Competitor, today(), "").unwrap();
        bench.win_back(others[1].client, (EndedBy::Them, Changed::Nothing, false), None, &str::to_owned).unwrap();
        bench.note_event(client, EventKind::Owners, "a fund").unwrap();
        for (theirs, days) in [(false, 0), (true, 4)] {
            let due = today() + Days::new(days);
            let promised = Promised { theirs, text: "an answer".into(), due, waits_on: "office".into() };
            bench.promise(client, None, &promised).unwrap();
        }
        bench.add_gift("wall calendar", Some(Money(90_000))).unwrap();
        let membership = Membership { club: "VIP".into(), until: Some(today()), points: Some(40) };
        bench.set_membership(client, &membership).unwrap();
        bench.follow_up(client, today() + Days::new(3)).unwrap();
        bench.add_news(&NewsDraft { text: "a new price list".into(), ..NewsDraft::default() }).unwrap();
        bench.set_setting("currency", "RUB").unwrap();
        bench.make_fresh().unwrap();
        let quietest = bench.alert_page(0, 10_000).unwrap().pop().unwrap().client;
        bench.snooze_alert(&[quietest], today() + Days::new(30)).unwrap();
        // An absence that was taken back leaves the calendar less even than it could be.
        let away =
            |from, to| Absence { who: Responsible::Me, from: today() + Days::new(from), to: today() + Days::new(to) };
        bench.add_absence(&away(2, 40), "").unwrap();
        bench.remove_absence(bench.absences().unwrap()[0].id).unwrap();
        bench.add_absence(&away(60, 70), "the mountains").unwrap();
        let planned = bench.calendar(today(), today() + Days::new(300)).unwrap();
        let open = planned.iter().filter(|line| line.state == PlanState::Open);
        let keys: Vec<&str> = open.map(|line| line.key.as_str()).filter(|key| !key.starts_with('M')).collect();
        bench.skip(keys[3], "not wanted").unwrap();
        bench.snooze(keys[5], today() + Days::new(12)).unwrap();
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The file itself.
    pub fn file(&self) -> PathBuf {
        self.path("book.db")
    }

    /// Writes another file beside it, and returns its name.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        fs::write(self.path(name), bytes).unwrap();
        self.path(name).display().to_string()
    }

    /// The file as the workbench of [`today`] sees it; made if it is not there.
    pub fn open(&self) -> Workbench {
        Workbench::open(&self.file(), Access::Create, clock()).unwrap()
    }

    /// The export of the file, read by a workbench that is opened for it alone.
    pub fn dump(&self) -> String {
        self.open().export_json().unwrap()
    }

    /// The built program on this file, on Monday, 23 November 2026.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_regulars"));
        command.arg("--db").arg(self.file()).args(["--today", "2026-11-23", "--lang", "en"]).args(args);
        command.stdin(Stdio::null());
        command
    }

    #[track_caller]
    pub fn run(&self, code: i32, args: &[&str]) -> Output {
        let output = self.command(args).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {output:?}");
        output
    }

    /// What a command says on standard output; nothing may stand on the other one.
    #[track_caller]
    pub fn told(&self, code: i32, args: &[&str]) -> String {
        let output = self.run(code, args);
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " ")
    }

    /// What a command that fails says on standard error.
    #[track_caller]
    pub fn refused(&self, code: i32, args: &[&str]) -> String {
        let output = self.run(code, args);
        assert_eq!(String::from_utf8_lossy(&output.stdout), "");
        String::from_utf8(output.stderr).unwrap()
    }

    #[track_caller]
    pub fn json(&self, code: i32, args: &[&str]) -> Value {
        let args = [&["--json"], args].concat();
        serde_json::from_str(&self.told(code, &args)).unwrap()
    }
}

/// The first client by name.
pub fn first_client(bench: &Workbench) -> ClientId {
    bench.list_page(0, 1).unwrap()[0].client
}
