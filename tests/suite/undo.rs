//! Every verb is taken back and brought back without a trace: on a full file, across restarts, in any order.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::{Days, NaiveDate};
use regulars::domain::calendar::Absence;
use regulars::domain::churn::Dismissal;
use regulars::domain::client::{BuyerType, CallHours, Client, Manner, Ties};
use regulars::domain::closing::ClosedWhy;
use regulars::domain::competitor::{Competitor, Standing, Way};
use regulars::domain::complaint::{ComplaintKind, Irritant, Move};
use regulars::domain::evaluation::{Aspect, Evaluation, Grade};
use regulars::domain::event::EventKind;
use regulars::domain::gift::Membership;
use regulars::domain::ids::{ClientId, EvaluationId, NoteId, OrderId, PersonId, PromiseId, RuleId, TouchId};
use regulars::domain::money::Money;
use regulars::domain::news::Audience;
use regulars::domain::order::Terms;
use regulars::domain::parting::{Choice, Concession, Conflict, FreeWork};
use regulars::domain::person::{Anniversary, Channel, ChannelKind, Person, Reachable};
use regulars::domain::promise::{PromiseEnd, Promised};
use regulars::domain::status::{Stage, Status};
use regulars::domain::table::{Purpose, Responsible, Rule};
use regulars::domain::timeline::Kinds;
use regulars::domain::touch::{Details, Mark, Outcome, TouchKind};
use regulars::domain::way_back::{Changed, EndedBy};
use regulars::ops::{
    AgendaItem, BookPlan, BookState, CatchUp, ClientRow, ComplaintDraft, Greeting, NewsDraft, NoteDraft, OpError,
    OrderDraft, PlanState, TouchDraft, Twins, Workbench,
};

use crate::support::{Book, Dice, bring_in, first_client, today};

/// One way to change a file.
pub struct Verb {
    /// Its name in the journal.
    pub name: &'static str,
    /// The method of the workbench.
    method: &'static str,
    pub act: fn(&Workbench, &Book, ClientId) -> Result<(), OpError>,
}

const fn verb(
    name: &'static str,
    method: &'static str,
    act: fn(&Workbench, &Book, ClientId) -> Result<(), OpError>,
) -> Verb {
    Verb { name, method, act }
}

/// Every verb that can be done to a full file; the two rows of `import` add clients, and change those that are there.
pub const VERBS: [Verb; 88] = [
    verb("merge_clients", "merge_clients", |bench, _, client| {
        bench.merge_clients(client, other_than(bench, client)?, false).map(drop)
    }),
    verb("merge_sure", "merge_sure", |bench, _, _| bench.merge_sure().map(drop)),
    verb("merge_people", "merge_people", |bench, _, client| {
        let rows = bench.list_page(0, 10_000)?.into_iter().map(|row| row.client);
        for client in [client].into_iter().chain(rows) {
            if let [keep, gone, ..] = &bench.card(client)?.map(|card| card.people).unwrap_or_default()[..] {
                return bench.merge_people(keep.id, gone.id).map(drop);
            }
        }
        Err(OpError::OneAlready)
    }),
    verb("tell_apart", "tell_apart", |bench, _, client| {
        bench.tell_apart(Twins::Clients(client, other_than(bench, client)?)).map(drop)
    }),
    verb("set_status", "set_status", |bench, _, client| {
        let status = bench.list_row(client)?.and_then(|row| row.derived).map(|derived| derived.status);
        let other = (status != Some(Status::Potential)).then_some(Status::Potential);
        bench.set_status(client, other, "a new owner").map(drop)
    }),
    verb("move_stage", "move_stage", |bench, _, client| {
        let now = bench.purchase(client)?.map_or(0, |purchase| purchase.stage.number());
        bench.move_stage(client, Stage::of((now + 3) % 7), Some("price")).map(drop)
    }),
    verb("move_stage", "move_stage", |bench, _, client| {
        let known = bench.purchase(client)?.map(|purchase| purchase.criterion).unwrap_or_default();
        bench.set_criterion(client, &format!("{known} price")).map(drop)
    }),
    verb("set_setting", "set_setting", |bench, _, _| {
        let rule = if bench.regular_rule()?.order_days == 5 { "2/365" } else { "5" };
        bench.set_setting("regular", rule).map(drop)
    }),
    verb("add_client", "add_client", |bench, _, client| {
        let draft = Client { name: "Ursa\n\"".into(), ..all_said(bench, client)? };
        bench.add_client(&draft).map(drop)
    }),
    verb("edit_client", "edit_client", |bench, _, client| {
        let all = all_said(bench, client)?;
        let other = if bench.client(client)? == all { Client { barred: None, tags: Vec::new(), ..all } } else { all };
        bench.edit_client(&other).map(drop)
    }),
    verb("edit_client", "edit_client", |bench, _, client| {
        let before = bench.client(client)?;
        let interval = if before.interval == Some(9) { None } else { Some(9) };
        bench.edit_client(&Client { interval, star: !before.star, barred: None, ..before }).map(drop)
    }),
    verb("add_person", "add_person", |bench, _, client| bench.add_person(&somebody(client)).map(drop)),
    verb("edit_person", "edit_person", |bench, _, client| {
        let there = bench.reachable(person_of(bench, client)?)?;
        let mut other = Reachable { channels: somebody(client).channels, ..there.clone() };
        other.channels.iter_mut().for_each(|channel| channel.person = Some(there.person.id));
        other.person.declines = if there.person.declines.is_empty() { vec![TouchKind::Call] } else { Vec::new() };
        bench.edit_person(&other).map(drop)
    }),
    verb("remove_person", "remove_person", |bench, _, client| bench.remove_person(person_of(bench, client)?).map(drop)),
    verb("log_call", "log_touch", |bench, _, client| touch(bench, client, TouchKind::Call)),
    verb("log_message", "log_touch", |bench, _, client| touch(bench, client, TouchKind::Message)),
    verb("log_email", "log_touch", |bench, _, client| touch(bench, client, TouchKind::Email)),
    verb("log_mail", "log_touch", |bench, _, client| touch(bench, client, TouchKind::Mail)),
    verb("log_meeting", "log_touch", |bench, _, client| touch(bench, client, TouchKind::Meeting)),
    verb("log_gift", "log_touch", |bench, _, client| touch(bench, client, TouchKind::Gift)),
    verb("log_event", "log_touch", |bench, _, client| touch(bench, client, TouchKind::Event)),
    verb("log_order", "log_order", |bench, _, client| {
        let order = OrderDraft {
            items: vec!["каталог".into(), "wall calendar".into()],
            note: "ёж\n\t\"".into(),
            next: Some(in_days(9)),
            promises: vec![promised(true)],
            terms: terms(),
            ..OrderDraft::new(client, Money(3_430_050))
        };
        bench.log_order(&order).map(drop)
    }),
    verb("log_note", "log_note", |bench, _, client| {
        let tags = vec!["known".into(), "new".into()];
        bench
            .log_note(&NoteDraft {
                client,
                text: "👨‍👩‍👧 ' \" \\ \u{0}".into(),
                day: Some(today()),
                important: true,
                next: Some(in_days(8)),
                tags,
                promises: vec![promised(false), promised(true)],
            })
            .map(drop)
    }),
    verb("log_call", "log_touches", |bench, _, _| {
        let clients: Vec<ClientId> = bench.list_page(0, 4)?.into_iter().map(|row| row.client).collect();
        let details = Details { minutes: Some(5), nps: Some(3), ..Details::default() };
        let draft = TouchDraft { details, next: Some(in_days(20)), ..TouchDraft::new(clients[0], TouchKind::Call) };
        bench.log_touches(&clients, &draft).map(drop)
    }),
    verb("log_note", "log_notes", |bench, _, client| {
        let clients: Vec<ClientId> = bench.list_page(0, 4)?.into_iter().map(|row| row.client).collect();
        let note = NoteDraft {
            client,
            text: "the same".into(),
            day: None,
            important: false,
            next: None,
            tags: vec!["batch".into()],
            promises: vec![promised(true)],
        };
        bench.log_notes(&clients, &note).map(drop)
    }),
    verb("edit_touch", "edit_touch", |bench, _, client| {
        let touch = bench.logged_touch(TouchId(newest(bench, client, Kinds::Touch(TouchKind::Call))?))?;
        let details = Details { drain: Some(5), purpose: Some(Purpose::Thank), ..Details::default() };
        let outcome = if touch.outcome == Outcome::Reached { Outcome::NoAnswer } else { Outcome::Reached };
        let when = Some((touch.day - Days::new(9), None));
        let draft = TouchDraft { outcome, details, when, next: Some(in_days(6)), ..TouchDraft::of(&touch) };
        bench.edit_touch(touch.id, &draft).map(drop)
    }),
    verb("delete_touch", "delete_touch", |bench, _, client| {
        bench.delete_touch(TouchId(newest(bench, client, Kinds::Touch(TouchKind::Call))?)).map(drop)
    }),
    verb("edit_note", "edit_note", |bench, _, client| {
        let note = bench.note(NoteId(newest(bench, client, Kinds::Note)?))?;
        let draft = NoteDraft {
            client,
            text: format!("{} more", note.text),
            day: Some(note.day - Days::new(1)),
            important: !note.important,
            next: None,
            tags: vec!["edited".into()],
            promises: Vec::new(),
        };
        bench.edit_note(note.id, &draft).map(drop)
    }),
    verb("delete_note", "delete_note", |bench, _, client| {
        bench.delete_note(NoteId(newest(bench, client, Kinds::Note)?)).map(drop)
    }),
    verb("edit_order", "edit_order", |bench, _, client| {
        let order = bench.order(OrderId(newest(bench, client, Kinds::Order)?))?;
        let draft = OrderDraft {
            items: vec!["ink".into()],
            day: Some(order.day - Days::new(30)),
            terms: terms(),
            ..OrderDraft::new(client, order.amount + Money(5_000))
        };
        bench.edit_order(order.id, &draft).map(drop)
    }),
    verb("delete_order", "delete_order", |bench, _, client| {
        bench.delete_order(OrderId(newest(bench, client, Kinds::Order)?)).map(drop)
    }),
    verb("delete_evaluation", "delete_evaluation", |bench, _, client| {
        bench.delete_evaluation(EvaluationId(newest(bench, client, Kinds::Evaluation)?)).map(drop)
    }),
    verb("edit_promise", "edit_promise", |bench, _, client| {
        let row = bench.any_promise(PromiseId(newest(bench, client, Kinds::Promise)?))?;
        bench.edit_promise(row.promise.id, &format!("{} more", row.promise.what.text), "склад").map(drop)
    }),
    verb("delete_promise", "delete_promise", |bench, _, client| {
        bench.delete_promise(PromiseId(newest(bench, client, Kinds::Promise)?)).map(drop)
    }),
    verb("add_gift", "add_gift", |bench, _, _| {
        let name = format!("book {}", bench.catalogue()?.len());
        bench.add_gift(&name, Some(Money(90_000))).map(drop)
    }),
    verb("drop_gift", "drop_gift", |bench, _, _| {
        let first = bench.catalogue()?.into_iter().next();
        let first = first.ok_or_else(|| OpError::NoGift { asked: String::new() })?;
        bench.drop_gift(&first.name).map(drop)
    }),
    verb("set_membership", "set_membership", |bench, _, client| {
        let before = bench.gifts(client)?.and_then(|ledger| ledger.membership).unwrap_or_default();
        let points = Some(before.points.unwrap_or_default() + 7);
        bench.set_membership(client, &Membership { until: Some(in_days(9)), points, ..before }).map(drop)
    }),
    verb("follow_up", "follow_up", |bench, _, client| bench.follow_up(client, in_days(30)).map(drop)),
    verb("open_complaint", "open_complaint", |bench, _, client| {
        let draft = ComplaintDraft {
            on: None,
            kind: ComplaintKind::Return,
            irritant: Irritant::NoAnswer,
            text: "бой".into(),
            next: Some(in_days(2)),
        };
        bench.open_complaint(client, &draft).map(drop)
    }),
    verb("step_complaint", "step_complaint", |bench, _, client| {
        bench.step_complaint(bench.complaint_named(client, None)?, Move::Forward, in_days(3)).map(drop)
    }),
    verb("rework_complaint", "step_complaint", |bench, _, _| {
        let rows = bench.complaints(None)?;
        let late = rows.iter().find(|row| row.complaint.moved(Move::Rework).is_some()).ok_or(OpError::NoComplaint)?;
        bench.step_complaint(late.complaint.id, Move::Rework, in_days(4)).map(drop)
    }),
    verb("date_complaint", "step_complaint", |bench, _, client| {
        let id = bench.complaint_named(client, None)?;
        let days = bench.complaints(Some(client))?[0].complaint.next_on.map_or(0, |day| (day - today()).num_days());
        bench.step_complaint(id, Move::Stay, in_days(days.unsigned_abs() + 1)).map(drop)
    }),
    verb("sort_complaint", "sort_complaint", |bench, _, client| {
        let id = bench.complaint_named(client, None)?;
        let open = bench.complaints(Some(client))?;
        let sorted = open.iter().any(|row| row.complaint.id == id && row.complaint.kind == ComplaintKind::Claim);
        let kind = if sorted { ComplaintKind::Return } else { ComplaintKind::Claim };
        bench.sort_complaint(id, kind, Irritant::Wait).map(drop)
    }),
    verb("close_complaint", "close_complaint", |bench, _, client| {
        bench.close_complaint(bench.complaint_named(client, None)?, "ничего").map(drop)
    }),
    verb("close_client", "close_client", |bench, _, client| {
        bench.close_client(client, ClosedWhy::Moved, today() - Days::new(3), "в Омск").map(drop)
    }),
    verb("reopen_client", "reopen_client", |bench, _, _| bench.reopen_client(former(bench)?).map(drop)),
    verb("win_back", "win_back", |bench, _, _| {
        let changed = if bench.way_back(former(bench)?)?.is_some() { Changed::Goals } else { Changed::Methods };
        bench.win_back(former(bench)?, (EndedBy::Us, changed, true), None, &str::to_owned).map(drop)
    }),
    verb("concede", "concede", |bench, _, client| {
        let text = "скидка 10 %".to_owned();
        bench.concede(client, &Concession { day: today() - Days::new(4), text, cost: Some(Money(90_000)) }).map(drop)
    }),
    verb("log_free_work", "log_free_work", |bench, _, client| {
        let text = "a drawing".to_owned();
        bench.log_free_work(client, &FreeWork { day: today(), text, value: Money(500_000) }).map(drop)
    }),
    verb("mark_conflict", "mark_conflict", |bench, _, client| {
        let held = bench.parting(client)?.map(|parting| parting.conflicts).unwrap_or_default();
        let free = Conflict::ALL.into_iter().find(|conflict| !held.contains(conflict)).ok_or(OpError::NoEvent)?;
        bench.mark_conflict(client, free, true).map(drop)
    }),
    verb("clear_conflict", "mark_conflict", |bench, _, client| {
        let held = bench.parting(client)?.map(|parting| parting.conflicts).unwrap_or_default();
        bench.mark_conflict(client, *held.first().ok_or(OpError::NoEvent)?, false).map(drop)
    }),
    verb("explain_volume", "explain_volume", |bench, _, _| {
        for row in bench.list_page(0, 10_000)? {
            if let Some((_, explained)) = bench.parting(row.client)?.and_then(|parting| parting.volume) {
                return bench.explain_volume(row.client, explained != Some(true), "сезон").map(drop);
            }
        }
        Err(OpError::NoFall)
    }),
    verb("decide_parting", "decide_parting", |bench, _, client| {
        bench.decide_parting(client, Choice::Renegotiate, in_days(5), "цены").map(drop)
    }),
    verb("add_competitor", "add_competitor", |bench, _, client| {
        let what = Standing { name: "«Лира»".into(), threat: 3, losing: true, ..Standing::default() };
        bench.add_competitor(client, &what).map(drop)
    }),
    verb("edit_competitor", "edit_competitor", |bench, _, _| {
        let Competitor { id, what, .. } = rival(bench)?;
        bench.edit_competitor(id, &Standing { hint: !what.hint, piece: "склад".into(), ..what }).map(drop)
    }),
    verb("decide_competitor", "decide_competitor", |bench, _, _| {
        let Competitor { id, decided, .. } = rival(bench)?;
        let way = if decided.is_some_and(|(way, _)| way == Way::Pause) { Way::Race } else { Way::Pause };
        bench.decide_competitor(id, way, in_days(2)).map(drop)
    }),
    verb("end_competitor", "end_competitor", |bench, _, _| bench.end_competitor(rival(bench)?.id).map(drop)),
    verb("evaluate", "evaluate", |bench, _, client| {
        let mut evaluation = Evaluation::default();
        evaluation.set(Aspect::Shipment, Some(Grade::Minus));
        bench.evaluate(client, &evaluation, "a week late").map(drop)
    }),
    verb("note_event", "note_event", |bench, _, client| {
        bench.note_event(client, EventKind::Competitor, "Lyra").map(drop)
    }),
    verb("end_event", "end_event", |bench, _, client| bench.end_event(client, EventKind::Owners).map(drop)),
    verb("snooze_alert", "snooze_alert", |bench, _, _| bench.snooze_alert(&alerted(bench), in_days(3)).map(drop)),
    verb("dismiss_alert", "dismiss_alert", |bench, _, _| {
        bench.dismiss_alert(&alerted(bench), Dismissal::Seasonal, "every year").map(drop)
    }),
    verb("bring_back_alert", "bring_back_alert", |bench, _, _| {
        let silenced = bench.silenced_page(0, 1)?;
        bench.bring_back_alert(silenced.first().ok_or(OpError::NothingSilenced)?.client).map(drop)
    }),
    verb("add_news", "add_news", |bench, _, _| {
        let audience = Audience { star: true, tags: vec!["опт".into()], ..Audience::default() };
        let draft =
            NewsDraft { text: "склад в Перми".into(), until: Some(in_days(20)), audience, since: None };
        bench.add_news(&draft).map(drop)
    }),
    verb("edit_news", "edit_news", |bench, _, _| {
        let (news, dice) = (bench.news()?[0].news.clone(), bench.news()?.len());
        let text = format!("{} {dice}", news.text.chars().rev().collect::<String>());
        bench.edit_news(news.id, &NewsDraft { text, since: Some(news.since), ..NewsDraft::default() }).map(drop)
    }),
    verb("close_news", "close_news", |bench, _, _| bench.close_news(&bench.news()?[0].news).map(drop)),
    verb("tell_news", "tell_news", |bench, _, client| bench.tell_news(bench.news()?[0].news.id, client).map(drop)),
    verb("promise", "promise", |bench, _, client| bench.promise(client, None, &promised(true)).map(drop)),
    verb("keep_promise", "end_promise", |bench, _, _| end_promise(bench, PromiseEnd::Kept)),
    verb("move_promise", "move_promise", |bench, _, _| {
        let open = bench.promises(None)?.open;
        let first = open.first().ok_or_else(|| OpError::NoPromise { asked: String::new() })?;
        bench.move_promise(first.promise.id, first.promise.what.due + Days::new(6)).map(drop)
    }),
    verb("break_promise", "end_promise", |bench, _, _| end_promise(bench, PromiseEnd::Broken)),
    verb("drop_promise", "end_promise", |bench, _, _| end_promise(bench, PromiseEnd::Dropped)),
    verb("greet", "greet", |bench, _, client| {
        let greeting = |client, kind| Greeting {
            client,
            name: String::new(),
            person: None,
            address: String::new(),
            kind,
            from: today(),
        };
        let others = bench.list_page(0, 4)?.into_iter().map(|row| row.client).filter(|other| *other != client);
        let mut done: Vec<_> = others.map(|other| (greeting(other, TouchKind::Email), "New Year".to_owned())).collect();
        done.push((greeting(client, TouchKind::Message), "New Year: see you soon".to_owned()));
        bench.greet("New Year", &done).map(drop)
    }),
    verb("import", "import", |bench, book, _| {
        let csv = "client;town;telephone;date;amount\nOrion;Perm;+7 342 2;02.10.2026;5\nLyra;Riga;;03.10.2026;7\n";
        bring_in(bench, Path::new(&book.write("new.csv", csv)))
    }),
    verb("import", "import", |bench, book, _| {
        let csv = "client;number;date;amount;city;phone;item\nVega;N-1;01.10.2026;1200;Tver;+7 1;glue\nVega;N-3;05.11.2026;9;;;glue\n";
        bring_in(bench, Path::new(&book.write("changed.csv", csv)))
    }),
    verb("set_setting", "set_setting", |bench, _, _| {
        let other = if bench.setting("currency")?.as_deref() == Some("EUR") { "USD" } else { "EUR" };
        bench.set_setting("currency", other).map(drop)
    }),
    verb("set_setting", "set_setting", |bench, _, _| bench.set_setting("language", "ru").map(drop)),
    verb("set_setting", "set_setting", |bench, _, _| bench.set_setting("minutes-per-day", "30").map(drop)),
    verb("skip", "skip", |bench, _, _| bench.skip(&planned(bench, PlanState::Open)?, "on leave").map(drop)),
    verb("unskip", "unskip", |bench, _, _| bench.unskip(&planned(bench, PlanState::Skipped)?).map(drop)),
    verb("snooze", "snooze", |bench, _, _| bench.snooze(&planned(bench, PlanState::Open)?, in_days(40)).map(drop)),
    verb("move_to", "move_to", |bench, _, _| bench.move_to(&planned(bench, PlanState::Open)?, in_days(5)).map(drop)),
    verb("add_absence", "add_absence", |bench, _, _| {
        let absence = Absence { who: Responsible::Me, from: in_days(6), to: in_days(30) };
        bench.add_absence(&absence, "the sea").map(drop)
    }),
    verb("remove_absence", "remove_absence", |bench, _, _| {
        let absences = bench.absences()?;
        let first = absences.first().ok_or_else(|| OpError::NoAbsence { asked: String::new() })?;
        bench.remove_absence(first.id).map(drop)
    }),
    verb("edit_table", "edit_table", |bench, _, _| {
        let mut rules = bench.table()?;
        let dropped = rules.remove(3);
        rules[5].minutes += 7;
        rules.push(Rule { id: RuleId(0), title: "a row of one's own".into(), ..dropped });
        bench.edit_table(&rules).map(drop)
    }),
    verb("rebalance", "rebalance", |bench, _, _| bench.rebalance().map(drop)),
    verb("catch_up", "catch_up", |bench, _, _| bench.catch_up(in_days(0) - Days::new(40), CatchUp::Drop).map(drop)),
    verb("log_message", "do_now", |bench, _, _| {
        let lines = bench.calendar(today(), in_days(366))?;
        let message = lines.iter().find(|line| {
            let kind = if let AgendaItem::Rule(planned) = &line.item { Some(planned.kind) } else { None };
            kind == Some(TouchKind::Message) && line.state == PlanState::Open
        });
        let message = message.ok_or_else(|| OpError::NoTouch { key: String::new() })?;
        bench.do_now(&message.key).map(drop)
    }),
];

/// The verb that needs a file without clients.
const RESTORE: Verb = verb("restore", "restore", |bench, _, _| {
    let full = Workbench::read_export(Book::full().dump().as_bytes()).unwrap();
    bench.restore(Path::new("book.json"), &full).map(drop)
});

/// What writes and is no step of undo, each with its reason.
const NO_STEP: [(&str, &str); 7] = [
    ("undo", "is the reversal itself"),
    ("redo", "is the reversal itself"),
    ("fill_with_demo", "is how a file begins"),
    ("keep_draft", "is not entered yet"),
    ("outdate", "concerns what follows from the facts"),
    ("publish", "is what other programs were told"),
    ("make_fresh", "concerns what follows from the facts"),
];

fn touch(bench: &Workbench, client: ClientId, kind: TouchKind) -> Result<(), OpError> {
    let mut draft =
        TouchDraft { outcome: Outcome::CallBack, note: "asks for a list".into(), ..TouchDraft::new(client, kind) };
    draft.marks.toggle(Mark::Distant);
    draft.told = bench.unheard_by(client)?.into_iter().map(|news| news.id).collect();
    draft.next = Some(in_days(11));
    draft.promises = vec![promised(false)];
    draft.tags = vec!["known".into(), "fresh".into()];
    if kind == TouchKind::Gift {
        (draft.item, draft.cost, draft.outcome) = ("calendar".into(), Some(Money(90_000)), Outcome::Reached);
    }
    bench.log_touch(&draft).map(drop)
}

/// A client of which everything is said.
fn all_said(bench: &Workbench, client: ClientId) -> Result<Client, OpError> {
    Ok(Client {
        private: true,
        legal_form: "ИП".into(),
        tax_id: "500100732259".into(),
        company_day: Anniversary::parse("2008-02-29"),
        call_hours: CallHours::parse("9-13"),
        buyer: Some(BuyerType::Need),
        ties: Some(Ties::Social),
        manner: Some(Manner::Adherent),
        values: "quick answers".into(),
        puts_up_with: "prepayment".into(),
        interval: Some(45),
        barred: Some((today(), "does not pay".into())),
        tags: vec!["fresh".into(), "опт".into()],
        star: true,
        ..bench.client(client)?
    })
}

fn somebody(client: ClientId) -> Reachable {
    let person = Person {
        role: "директор".into(),
        birthday: Anniversary::parse("--02-29"),
        prefers: Some(TouchKind::Email),
        declines: vec![TouchKind::Call, TouchKind::Meeting],
        unsaid: "'\"".into(),
        ..Person::named(PersonId(0), client, "Зоя \u{202e}".into())
    };
    let channel = |kind, value: &str| Channel { person: None, kind, value: value.into() };
    let channels = vec![channel(ChannelKind::Phone, "+78121234567"), channel(ChannelKind::Email, "zoya@example.org")];
    Reachable { person, channels }
}

/// The first person at a client.
fn person_of(bench: &Workbench, client: ClientId) -> Result<PersonId, OpError> {
    let first = bench.people(client)?.first().map(|person| person.id);
    first.ok_or_else(|| OpError::NoPerson { asked: String::new() })
}

fn promised(theirs: bool) -> Promised {
    Promised { theirs, text: "прайс '\"".into(), due: in_days(2), waits_on: "отдел".into() }
}

/// Everything that can be said of an order beside what was ordered.
fn terms() -> Terms {
    Terms { number: "N 14".into(), due: Some(today() - Days::new(2)), paid: None, returned: Money(100) }
}

/// Ends the open promise that is due first.
fn end_promise(bench: &Workbench, how: PromiseEnd) -> Result<(), OpError> {
    let open = bench.promises(None)?.open;
    let first = open.first().ok_or_else(|| OpError::NoPromise { asked: String::new() })?;
    bench.end_promise(first.promise.id, how, "a strike").map(drop)
}

/// The last client by name but this one.
fn other_than(bench: &Workbench, client: ClientId) -> Result<ClientId, OpError> {
    let mut rows = bench.list_page(0, 10_000)?.into_iter().rev().map(|row| row.client);
    rows.find(|other| *other != client).ok_or(OpError::NoDuplicates)
}

/// The first former client by name.
fn former(bench: &Workbench) -> Result<ClientId, OpError> {
    let is_former = |row: &ClientRow| row.derived.as_ref().is_some_and(|derived| derived.status == Status::Former);
    bench.list_page(0, 10_000)?.into_iter().find(is_former).map(|row| row.client).ok_or(OpError::NotClosed)
}

/// The competitor that is there the longest.
fn rival(bench: &Workbench) -> Result<Competitor, OpError> {
    let first = bench.competitors(None)?.into_iter().next().map(|row| row.competitor);
    first.ok_or_else(|| OpError::NoCompetitor { asked: String::new() })
}

/// The id of the newest entry of a client.
fn newest(bench: &Workbench, client: ClientId, kinds: Kinds) -> Result<i64, OpError> {
    let entry = bench.timeline(client, kinds, 0, 1)?.pop();
    entry.map(|entry| entry.id).ok_or_else(|| OpError::NoEntry { asked: String::new() })
}

/// The clients with an alert.
fn alerted(bench: &Workbench) -> Vec<ClientId> {
    bench.alert_page(0, 100).unwrap().into_iter().map(|line| line.client).collect()
}

fn in_days(days: u64) -> NaiveDate {
    today() + Days::new(days)
}

/// The first touch of the plan that stands so.
fn planned(bench: &Workbench, state: PlanState) -> Result<String, OpError> {
    let lines = bench.calendar(today(), in_days(366))?;
    let line = lines.into_iter().find(|line| line.state == state && matches!(line.item, AgendaItem::Rule(_)));
    line.map(|line| line.key).ok_or_else(|| OpError::NoTouch { key: state.name().into() })
}

/// Everything that follows from the facts, as the panes read it.
fn derived(bench: &Workbench) -> String {
    let all = 10_000;
    let (clients, alerts) = (bench.list_page(0, all).unwrap(), bench.alert_page(0, all).unwrap());
    // How full the days were is noted when the whole book is planned, not with every verb.
    let state = bench.book_state().unwrap().map(|state| BookState { plan: BookPlan::default(), ..state });
    let (agenda, silenced) = (bench.agenda_page(0, all).unwrap(), bench.silenced_page(0, all).unwrap());
    format!("{clients:#?}{alerts:#?}{agenda:#?}{state:#?}{silenced:#?}")
}

/// What is kept equals what is made anew, unless it says itself that it is outdated. Returns it, fresh.
#[track_caller]
fn fresh(bench: &Workbench, when: &str) -> String {
    if bench.is_fresh().unwrap() {
        let kept = derived(bench);
        bench.outdate().unwrap();
        bench.make_fresh().unwrap();
        same(&kept, &derived(bench), when);
    }
    bench.make_fresh().unwrap();
    derived(bench)
}

/// Everything that is kept, once what concerns the whole book is planned.
fn settled(bench: &Workbench) -> String {
    bench.make_fresh().unwrap();
    bench.export_json().unwrap()
}

/// Two texts are equal; if not, the first line that differs is told.
#[track_caller]
fn same(found: &str, wanted: &str, when: &str) {
    let differs = found.lines().zip(wanted.lines()).find(|(found, wanted)| found != wanted);
    assert!(found == wanted, "{when}: {differs:?}");
}

#[track_caller]
fn check(verb: &Verb, book: &Book) {
    let name = verb.name;
    let followed = fresh(&book.open(), name);
    let before = book.dump();
    let bench = book.open();
    let client = bench.list_page(0, 1).unwrap().first().map_or(ClientId(0), |row| row.client);
    (verb.act)(&bench, book, client).unwrap_or_else(|error| panic!("{name}: {error}"));
    // What concerns the whole book is planned when it is looked at next.
    let at_once = bench.is_fresh().unwrap();
    assert!(bench.export_json().unwrap() != before, "{name} changes nothing");
    bench.make_fresh().unwrap();
    let after = bench.export_json().unwrap();
    drop(bench);
    let follows = fresh(&book.open(), name);
    let settle = || at_once || book.open().make_fresh().is_ok();
    for round in 0..2 {
        assert_eq!(book.open().undo().unwrap().verb, name);
        assert!(settle());
        same(&book.dump(), &before, &format!("undo {round} of {name}"));
        same(&fresh(&book.open(), name), &followed, &format!("what follows after undo {round} of {name}"));
        assert_eq!(book.open().redo().unwrap().verb, name);
        assert!(settle());
        same(&book.dump(), &after, &format!("redo {round} of {name}"));
        same(&fresh(&book.open(), name), &follows, &format!("what follows after redo {round} of {name}"));
    }
    assert!(matches!(book.open().redo(), Err(OpError::NothingToRedo)), "{name} is brought back once");
}

#[test]
fn every_verb_is_taken_back_and_brought_back_after_a_restart() {
    for verb in &VERBS {
        check(verb, &Book::full());
    }
}

#[test]
fn an_export_that_was_put_back_is_taken_out_again() {
    check(&RESTORE, &Book::empty());
}

#[test]
fn no_verb_is_missing_here() {
    let source =
        |name: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ops").join(name)).unwrap();
    let receipt = source("receipt.rs");
    let arms = receipt.split("pub fn verb_key").nth(1).unwrap().split("_ =>").next().unwrap();
    let named: BTreeSet<&str> =
        arms.lines().filter_map(|line| Some(line.trim().split_once("\" => ")?.0.trim_start_matches('"'))).collect();
    let listed = || VERBS.iter().chain([&RESTORE]);
    assert_eq!(named, listed().map(|verb| verb.name).collect(), "verbs with a name");

    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ops")).unwrap();
    let code: String = files.map(|file| source(file.unwrap().file_name().to_str().unwrap())).collect();
    let writes = [
        "act_on(",
        "act_on_each(",
        "replan_with(",
        "self.decide(",
        "answer_alerts(",
        "act_on_news(",
        "write_news(",
        "write_catalogue(",
        "merge_all(",
        "check_may_write()",
        ".transact(",
        ".begin_with(",
        ".derive(",
        "db.put_",
        "db.outdate_",
        "db.undo(",
        "db.redo(",
    ];
    let writing: BTreeSet<&str> = code
        .split("\n    pub fn ")
        .skip(1)
        .map(|method| method.split("\n    }\n").next().unwrap())
        .filter(|method| method.contains("&self") && writes.iter().any(|call| method.contains(call)))
        .map(|method| method.split('(').next().unwrap())
        .collect();
    let known = listed().map(|verb| verb.method).chain(NO_STEP.iter().map(|(method, _)| *method)).collect();
    assert_eq!(writing, known, "methods that write");
}

#[test]
fn two_hundred_steps_in_any_order_lead_back_and_forth() {
    let book = Book::full();
    let mut bench = book.open();
    let mut dice = Dice(24);
    let clients: Vec<ClientId> = bench.list_page(0, 5).unwrap().iter().map(|row| row.client).collect();
    // What the file looked like after each action that stands, and after those that were taken back.
    let (mut past, mut future) = (vec![settled(&bench)], Vec::new());
    let mut actions = 0;
    for step in 0..200 {
        if dice.below(8) == 0 {
            bench = book.open();
        }
        match dice.below(5) {
            0 if past.len() > 1 => {
                bench.undo().unwrap();
                future.push(past.pop().unwrap());
            }
            1 => match (bench.redo(), future.pop()) {
                (Ok(_), Some(next)) => past.push(next),
                (Err(OpError::NothingToRedo), None) => {}
                (done, _) => panic!("step {step}: {done:?}"),
            },
            _ => {
                let verb = dice.one_of(&VERBS);
                match (verb.act)(&bench, &book, *dice.one_of(&clients)) {
                    Ok(())
                    | Err(
                        OpError::NoComplaint
                        | OpError::NoDuplicates
                        | OpError::OneAlready
                        | OpError::Unchanged
                        | OpError::Closed
                        | OpError::NoCompetitor { .. }
                        | OpError::NoFall
                        | OpError::NotClosed
                        | OpError::NoStep { .. }
                        | OpError::NoAlert
                        | OpError::NothingSilenced
                        | OpError::TwoTaxIds { .. }
                        | OpError::NoEvent
                        | OpError::NoPromise { .. }
                        | OpError::NoPerson { .. }
                        | OpError::FormerByClosing
                        | OpError::NoEntry { .. }
                        | OpError::NoGift { .. }
                        | OpError::GiftThere { .. }
                        | OpError::NoOrder
                        | OpError::NoPurchase
                        | OpError::NoTouch { .. }
                        | OpError::NoAbsence { .. },
                    ) => {}
                    Err(error) => panic!("step {step}: {}: {error}", verb.name),
                }
                let now = settled(&bench);
                // What changes nothing leaves no trace, and what was taken back can still be brought back.
                if Some(&now) != past.last() {
                    past.push(now);
                    future.clear();
                    actions += 1;
                }
            }
        }
        same(&settled(&bench), past.last().unwrap(), &format!("step {step}"));
    }
    assert!(actions > 60, "only {actions} of the steps did anything");
    while past.len() > 1 {
        past.pop();
        bench.undo().unwrap();
    }
    same(&settled(&bench), &past[0], "all the way back");
    fresh(&bench, "all the way back");
    assert_eq!(first_client(&bench), clients[0]);
}
