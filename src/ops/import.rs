//! Where a file is brought in: one transaction, one step of undo. The same file again changes nothing.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::ops::ControlFlow;
use std::path::Path;
use std::{fs, io, panic, thread};

use serde::Serialize;

use super::bring_in::{add_client, add_to_client, order_of};
use super::plan::Rest;
use super::recognise::{Known, has_channel, person_like};
use super::undo::DERIVED_AT_ONCE;
use super::{CURRENCY, OpError, Workbench};
use crate::domain::ids::{ClientId, OrderId};
use crate::domain::message::Message;
use crate::exchange::{self, ClientDraft, Drafts, FileReport, Issue, OrderDraft};
use crate::store::{self, KnownOrder};

/// How far an import has got: what is done of what there is to do. Answering [`ControlFlow::Break`] stops it, and leaves
/// the file as it was.
pub type Progress<'a> = &'a mut (dyn FnMut(usize, usize) -> ControlFlow<()> + Send);

/// What an import would do, or did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Clients that are new.
    pub new_clients: usize,
    /// Clients that were there and got something: a telephone number, a birthday.
    pub changed_clients: usize,
    /// Orders that are new.
    pub new_orders: usize,
    /// Orders that were there and are stated otherwise now.
    pub changed_orders: usize,
    /// Orders that were there already.
    pub same_orders: usize,
}

impl Counts {
    /// What there is to say of them, nothing of what is zero.
    pub fn messages(&self) -> Vec<Message> {
        let parts = [
            ("count-new-clients", self.new_clients),
            ("count-changed-clients", self.changed_clients),
            ("count-new-orders", self.new_orders),
            ("count-changed-orders", self.changed_orders),
            ("count-same-orders", self.same_orders),
        ];
        let some = parts.into_iter().filter(|(_, count)| *count > 0);
        let said: Vec<Message> = some.map(|(key, count)| Message::new(key).with("n", count)).collect();
        if said.is_empty() { vec![Message::new("count-nothing")] } else { said }
    }
}

/// A file as it was read, and what it would change.
#[derive(Debug)]
pub struct Preview {
    /// How the file was read.
    pub report: FileReport,
    /// What it would change.
    pub counts: Counts,
    /// What was not taken, or not wholly.
    pub issues: Vec<Issue>,
}

/// What an import did.
#[derive(Debug)]
pub struct ImportReport {
    /// What changed.
    pub counts: Counts,
    /// What was not taken, or not wholly.
    pub issues: Vec<Issue>,
}

/// What becomes of each draft.
struct Plan {
    /// The client that is meant, by the place of its draft; `None` for a new one.
    clients: Vec<Option<ClientId>>,
    /// What becomes of each order.
    orders: Vec<OrderPlan>,
    /// The drafts of clients on the black list, by their places: nothing of them is taken (DOMAIN R88).
    barred: BTreeSet<usize>,
}

impl Plan {
    /// The clients of the book that get an order, or one that is stated otherwise.
    fn clients_with_orders(&self, drafts: &Drafts) -> BTreeSet<ClientId> {
        let orders = drafts.orders.iter().zip(&self.orders);
        let brought = orders.filter(|(_, plan)| matches!(plan, OrderPlan::New | OrderPlan::Restated(_)));
        brought.filter_map(|(draft, _)| self.clients[draft.client]).collect()
    }

    /// What was not taken because its client is on the black list, or because a person said otherwise of the order.
    fn refused(&self, drafts: &Drafts) -> Vec<Issue> {
        let kept = drafts.orders.iter().zip(&self.orders).filter(|(_, plan)| matches!(plan, OrderPlan::Kept));
        let kept = kept.map(|(draft, _)| Issue {
            line: draft.line,
            taken: false,
            why: Message::new("import-by-hand").with("day", draft.day),
        });
        let barred = self.barred.iter().map(|place| &drafts.clients[*place]);
        let rows = barred.flat_map(|draft| draft.rows.iter().map(|line| (*line, draft.name.as_str())));
        let refused =
            |(line, name)| Issue { line, taken: false, why: Message::new("import-barred").with("client", name) };
        rows.map(refused).chain(kept).collect()
    }
}

enum OrderPlan {
    New,
    Same,
    Restated(OrderId),
    /// A person said otherwise of it: that holds.
    Kept,
    /// Its client is on the black list.
    Barred,
}

impl Workbench {
    /// Reads a file and says what it would change. Nothing is written.
    pub fn preview(&self, path: &Path, progress: Progress<'_>) -> Result<Preview, OpError> {
        let bytes = bytes_of(path)?;
        let cyrillic = self.reads_cyrillic()?;
        let mut drafts = exchange::read(&bytes, cyrillic, progress).map_err(|error| cannot_read(path, error))?;
        self.settle_currencies(&mut drafts)?;
        let plan = self.plan_import(&drafts)?;
        let counts = self.count_changes(&drafts, &plan)?;
        let issues = all_issues(plan.refused(&drafts), drafts.issues);
        Ok(Preview { report: drafts.report, counts, issues })
    }

    /// Brings a file in.
    pub fn import(&self, path: &Path, progress: Progress<'_>) -> Result<ImportReport, OpError> {
        self.check_may_write()?;
        let bytes = bytes_of(path)?;
        let cyrillic = self.reads_cyrillic()?;
        // The connection is made ready to write while the file is read.
        let drafts = thread::scope(|scope| {
            let reading = scope.spawn(|| exchange::read(&bytes, cyrillic, progress));
            let ready = self.get_ready();
            let drafts = reading.join().unwrap_or_else(|panic| panic::resume_unwind(panic));
            ready.and(drafts.map_err(|error| cannot_read(path, error)))
        });
        let mut drafts = drafts?;
        let currency = self.settle_currencies(&mut drafts)?;
        let (counts, refused) = self.take_in(path, &drafts, currency.as_deref(), progress)?;
        Ok(ImportReport { counts, issues: all_issues(refused, drafts.issues) })
    }

    /// Whether the person at the screen reads Russian.
    fn reads_cyrillic(&self) -> Result<bool, OpError> {
        Ok(self.setting(super::LANGUAGE)?.as_deref() == Some("ru"))
    }

    /// The currency that the book takes from a file, if it has none so far. What is in the book's own needs no name.
    fn settle_currencies(&self, drafts: &mut Drafts) -> Result<Option<String>, OpError> {
        let chosen = self.setting(CURRENCY)?;
        let taken = if chosen.is_none() && self.db.count_clients()? == 0 { only_currency(drafts) } else { None };
        if let Some(own) = chosen.as_ref().or(taken.as_ref()) {
            drafts.orders.iter_mut().for_each(|order| order.without_currency(own));
        }
        Ok(taken)
    }

    fn plan_import(&self, drafts: &Drafts) -> Result<Plan, OpError> {
        let known = Known::of(self.db.known_clients(self.today())?);
        let clients: Vec<Option<ClientId>> = drafts.clients.iter().map(|draft| known.client(draft)).collect();
        let barred = |client: &Option<ClientId>| client.is_some_and(|client| known.is_barred(client));
        let barred: BTreeSet<usize> =
            clients.iter().enumerate().filter(|(_, client)| barred(client)).map(|(place, _)| place).collect();
        let mut there: HashMap<ClientId, HashMap<String, KnownOrder>> = HashMap::new();
        let mut orders = Vec::with_capacity(drafts.orders.len());
        for draft in &drafts.orders {
            if barred.contains(&draft.client) {
                orders.push(OrderPlan::Barred);
                continue;
            }
            let Some(client) = clients[draft.client] else {
                orders.push(OrderPlan::New);
                continue;
            };
            let known = match there.entry(client) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(room) => room.insert(self.db.orders_by_key(client)?.into_iter().collect()),
            };
            orders.push(match known.get(&draft.source_key()) {
                None => OrderPlan::New,
                Some(known) if states(draft, known) => OrderPlan::Same,
                Some(known) if known.by_hand => OrderPlan::Kept,
                Some(known) => OrderPlan::Restated(known.order.id),
            });
        }
        Ok(Plan { clients, orders, barred })
    }

    fn count_changes(&self, drafts: &Drafts, plan: &Plan) -> Result<Counts, OpError> {
        let mut counts = count_orders(&plan.orders);
        for (place, (draft, known)) in drafts.clients.iter().zip(&plan.clients).enumerate() {
            match known {
                Some(_) if plan.barred.contains(&place) => {}
                None => counts.new_clients += 1,
                Some(client) => counts.changed_clients += usize::from(self.adds_to(*client, draft)?),
            }
        }
        Ok(counts)
    }

    /// Whether a draft holds something its client has no value for yet.
    fn adds_to(&self, client: ClientId, draft: &ClientDraft) -> Result<bool, OpError> {
        let Some(there) = self.db.client(client)? else { return Ok(false) };
        let fills = |there: &str, found: &str| there.is_empty() && !found.is_empty();
        let fields = there.external_id.is_none() && draft.external_id.is_some()
            || there.company_day.is_none() && draft.company_day.is_some()
            || fills(&there.city, &draft.city)
            || fills(&there.address, &draft.address)
            || fills(&there.tax_id, &draft.tax_id)
            || fills(&there.industry, &draft.industry)
            || fills(&there.note, &draft.note)
            || draft.tags.iter().any(|tag| !there.tags.contains(tag));
        let people = self.db.people(client)?;
        let channels = self.db.channels(client)?;
        let country = self.country()?.name();
        let new_person = draft.people.iter().any(|draft| match person_like(&people, draft) {
            None => true,
            Some(person) => fills(&person.role, &draft.role) || person.birthday.is_none() && draft.birthday.is_some(),
        });
        let mut all_channels = draft.channels.iter().chain(draft.people.iter().flat_map(|person| &person.channels));
        Ok(fields || new_person || all_channels.any(|(_, value)| !has_channel(&channels, value, country)))
    }

    fn take_in(
        &self,
        path: &Path,
        drafts: &Drafts,
        currency: Option<&str>,
        progress: Progress<'_>,
    ) -> Result<(Counts, Vec<Issue>), OpError> {
        let today = self.today();
        let country = self.country()?.name();
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let entry = store::Entry { verb: "import", subject: &name, at: self.clock.now().at };
        let rows = drafts.clients.len() + drafts.orders.len();
        self.db.transact(entry, &self.clock, |tx| {
            let plan = self.plan_import(drafts)?;
            let mut counts = count_orders(&plan.orders);
            let mut changed = plan.clients_with_orders(drafts);
            tx.in_bulk(rows, |bulk| {
                let mut ids = Vec::with_capacity(drafts.clients.len());
                for (place, (draft, known)) in drafts.clients.iter().zip(&plan.clients).enumerate() {
                    step(progress, place, rows)?;
                    ids.push(match known {
                        Some(client) if plan.barred.contains(&place) => *client,
                        None => {
                            counts.new_clients += 1;
                            add_client(tx, bulk, draft, today)?
                        }
                        Some(client) => {
                            if add_to_client(tx, *client, draft, country)? {
                                counts.changed_clients += 1;
                                changed.insert(*client);
                            }
                            *client
                        }
                    });
                }
                // They come by client and day, whatever the order of the file: those of a client lie side by side, a card is
                // read from few pages, and what leads to them only grows at its end.
                for (place, (draft, plan)) in drafts.orders.iter().zip(&plan.orders).enumerate() {
                    step(progress, drafts.clients.len() + place, rows)?;
                    match plan {
                        OrderPlan::New => {
                            let order = order_of(draft, OrderId(tx.make_id()), ids[draft.client]);
                            bulk.add_order(&order, draft.nth)?;
                        }
                        OrderPlan::Restated(id) => tx.restate_order(&order_of(draft, *id, ids[draft.client]))?,
                        OrderPlan::Same | OrderPlan::Kept | OrderPlan::Barred => {}
                    }
                }
                Ok::<_, OpError>(())
            })?;
            if !drafts.orders.is_empty() {
                self.settle_currency(tx, currency)?;
            }
            self.derive_changed(&changed)?;
            if counts != (Counts { same_orders: counts.same_orders, ..Counts::default() }) {
                tx.outdate_derived()?;
            }
            Ok((counts, plan.refused(drafts)))
        })
    }

    /// Derives the clients of the book that a file changed, so that what moves of their plans is taken back with the import.
    /// Where they are very many they are planned with the whole book at once, and the rest is derived with it later.
    fn derive_changed(&self, changed: &BTreeSet<ClientId>) -> Result<(), OpError> {
        if changed.len() > DERIVED_AT_ONCE {
            return self.plan_among_all(changed);
        }
        if changed.is_empty() {
            return Ok(());
        }
        let rules = self.db.rules()?;
        let deriver = self.deriver(&rules, self.usual_so_far()?)?;
        changed.iter().try_for_each(|client| self.derive_client(&deriver, *client, Rest::GetsDays).map(drop))
    }
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, OpError> {
    let cannot_open = |reason| OpError::CannotOpen { path: path.to_owned(), reason };
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(cannot_open(io::ErrorKind::IsADirectory)),
        Ok(_) => fs::read(path).map_err(|error| cannot_open(error.kind())),
        Err(error) => Err(cannot_open(error.kind())),
    }
}

fn cannot_read(path: &Path, error: exchange::ReadError) -> OpError {
    match error {
        exchange::ReadError::Stopped => OpError::Stopped,
        error => OpError::CannotRead { path: path.to_owned(), error },
    }
}

/// What was not taken, by the lines of the file.
fn all_issues(mut refused: Vec<Issue>, issues: Vec<Issue>) -> Vec<Issue> {
    refused.extend(issues);
    refused.sort_by_key(|issue| issue.line);
    refused
}

/// Tells of the progress now and then, and stops where that is asked for.
fn step(progress: Progress<'_>, done: usize, of: usize) -> Result<(), OpError> {
    if done.is_multiple_of(1_024) && progress(done, of).is_break() {
        return Err(OpError::Stopped);
    }
    Ok(())
}

/// The currency of a file's orders, where all that name one name the same.
fn only_currency(drafts: &Drafts) -> Option<String> {
    let mut named = drafts.orders.iter().filter_map(|order| order.details().currency.as_ref());
    let first = named.next()?;
    named.all(|other| other == first).then(|| first.clone())
}

fn count_orders(plans: &[OrderPlan]) -> Counts {
    let count = |wanted: fn(&OrderPlan) -> bool| plans.iter().filter(|plan| wanted(plan)).count();
    Counts {
        new_orders: count(|plan| matches!(plan, OrderPlan::New)),
        same_orders: count(|plan| matches!(plan, OrderPlan::Same)),
        changed_orders: count(|plan| matches!(plan, OrderPlan::Restated(_))),
        ..Counts::default()
    }
}

/// Whether an order stands in the file as the draft states it; a draft without lines says nothing of them, and of those that
/// a person named no file is asked.
fn states(draft: &OrderDraft, KnownOrder { order, by_hand }: &KnownOrder) -> bool {
    let details = draft.details();
    (order.day, order.amount, order.returned, &order.currency, order.due, order.paid)
        == (draft.day, draft.amount, draft.returned, &details.currency, details.due, details.paid)
        && (*by_hand || details.lines.is_empty() || details.lines == order.lines)
}
