//! `regulars` keeps an account manager's regular clients from being forgotten: from a communication table it generates
//! each client's contact calendar, from orders and talks it raises alerts with the numbers behind them, and single keys
//! log what was done. One local SQLite file, no account, no cloud.
//!
//! # Where is …
//!
//! | what | where |
//! |---|---|
//! | the calendar generated | [`domain::calendar`] |
//! | an alert decided | [`domain::churn`] |
//! | an alert put off, dismissed, brought back | `ops/answer_alert.rs`; what is silent is listed by `tui/dialogs/silenced.rs` |
//! | a touch left out, taken in again | `ops/skip.rs`; what was left out is listed by `tui/dialogs/skipped.rs` |
//! | a threshold of the alerts tried, then chosen | `ops/try_setting.rs`, [`domain::churn::Thresholds`]; `tui/dialogs/thresholds.rs` |
//! | the days off of a country | `assets/holidays`, read by `domain/calendar/holiday_file.rs`, chosen in `ops/holidays.rs` |
//! | the communication table | [`domain::table`], its default rows in `assets/communication_table.toml` |
//! | a touch given its day | `domain/calendar/arrange.rs` and `place.rs`; kept by `ops/plan.rs` in the table `plan` |
//! | a call logged | [`ops`], `log_touch.rs`; every verb has a file there |
//! | a client or a person added or changed | `ops/edit_client.rs`, `ops/edit_person.rs`; what is typed into a field is read by `text/client_fields.rs`, `text/person_fields.rs` |
//! | a telephone number read | `domain/matching/phone.rs` |
//! | a status said by hand, a stage of the purchase | `ops/set_status.rs`, `ops/move_stage.rs`; both are made a status by [`domain::status`] |
//! | two that are one recognised, merged | `domain/duplicate`, names by `domain/matching/name.rs`; `ops/duplicates.rs`, `ops/merge.rs` |
//! | an entry changed or deleted | `ops/edit_touch.rs`, `ops/edit_order.rs`, `ops/edit_note.rs`; on the screen `tui/dialogs/timeline.rs` |
//! | a gift proposed, warned of, in the catalogue | [`domain::gift`], `ops/gifts.rs` |
//! | the NPS, the forecast | [`domain::nps`], `ops/forecast.rs`; on the screen `tui/figures.rs` |
//! | a promise made, moved or ended | `ops/promise.rs`; typed in a line of the log, it is read by `text/note_tokens.rs` |
//! | a complaint led on | `ops/complaint.rs`, its seven steps in `domain/complaint.rs` |
//! | parting with a client | `domain/parting.rs` weighs it, `ops/close_client.rs` closes for a reason, `ops/win_back.rs` asks a former one back |
//! | a competitor at a client | `ops/competitor.rs` |
//! | complaints, parting, competitors on the screen | `tui/dialogs/board` |
//! | the brief before a talk | `ops/brief.rs`, made to fit by `tui/brief.rs` |
//! | absences, catching up, evening out on the screen | `tui/dialogs/plan`; each is a verb of [`ops`] |
//! | an action taken back | `store/journal.rs` writes it, `ops/undo.rs` is the verb |
//! | what follows from the facts kept | `ops/derive.rs`, the tables `derived_…` |
//! | a file read | [`exchange`]; brought in by `ops/import.rs` |
//! | the plan as a calendar file | `exchange/ical.rs` writes it, `ops/publish.rs` remembers what was told |
//! | a sheet printed | `text/sheet.rs` draws it, `cli/sheet.rs` fills it |
//! | a key bound | `tui/keymap.rs`, one table for keys, hints, help and palette |
//! | a word written | `assets/locales/{en,ru}.ftl`, spoken by [`text`] |
//! | the tables of the file | `store/schema.sql`; how an older file comes to them, `store/migrate.rs` |
//! | the clock read | [`clock`], and nowhere else |
//!
//! # How it hangs together
//!
//! `domain ← store ← ops ← {tui, cli} ← main`. `exchange` and `text` know `domain` only; `ops` uses `exchange`, the screen
//! and the command line use `text`; neither of them names `store`. A test reads the sources and fails on anything else.
//!
//! A key becomes an [action](tui), an action changes the state of the screen or calls a verb of [`ops::Workbench`]; a verb is
//! one transaction: check, write, journal, derive, commit. Then the panes read again what is in sight. Below the screen
//! nothing speaks a language: the layers hand on [messages](domain::message), a key with its values.
//!
//! # The words of the field
//!
//! * **client**: a company or a private buyer; **person**: somebody there.
//! * **catalogue**: what there is to give; **membership**: the club a client belongs to, until when, with its points.
//! * **order**: what a client bought on a day. Days with an order are *order days*; the days between two are a *gap*.
//! * **touch**: one contact that happened: a call, a message, a meeting, a gift. A note is no touch.
//! * **rule**: a row of the **communication table**: kind × purpose × how often or on which dates × who × note.
//! * **occurrence**: one touch a rule asks for, with the window of days in which it counts; **planned**: with its day.
//! * **level**: the minutes of a day that the calendar fills up to: the least at which everything can be done in its window.
//! * **decision**: what a person said about one touch: skipped, put off, put on a day by hand.
//! * **promise**: what we are to do for a client by a day, or a client for us; *due* from that day on until it is kept,
//!   broken or dropped.
//! * **news**: something to tell clients, each of them once; a client who was told has *heard* it.
//! * **step** of a complaint: what is to be done next about it, one of seven, by a day.
//! * **duplicate**: a client that stands in the book twice; *sure* where that can be taken for granted, *apart* where a
//!   person said that the two are not one.
//! * **parting**: weighing by five **signs** in three groups whether to go on with a client.
//! * **way back**: whether a former client is worth winning back.
//! * **next step**: the day of the next contact, set by hand.
//! * **status**: potential, prospective, client, regular (three order days or more, or what the book defines), former; it
//!   follows from orders and stages unless a person says otherwise.
//! * **stage**: how far a purchase has come, 1 to 6, from the need to the judgement of what was bought.
//! * **black list**: clients of whom nothing is planned, raised or taken from a file.
//! * **rhythm**: the usual interval between a client's orders; **churn**: falling out of it for good.
//! * **alert**: a client to speak of now: a *note*, a *watch* or an *alarm*, with its reasons in numbers.

pub mod cli;
pub mod clock;
pub mod domain;
pub mod exchange;
pub mod ops;
pub mod store;
pub mod text;
pub mod tui;
