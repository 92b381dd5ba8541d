//! Whom a file means: its clients, people and numbers beside those of the book.

use std::collections::{HashMap, HashSet};

use crate::domain::ids::ClientId;
use crate::domain::matching::phone::e164;
use crate::domain::matching::{fold, sort_name};
use crate::domain::person::{Channel, Person};
use crate::exchange::{ClientDraft, PersonDraft};
use crate::store::KnownClient;

/// The clients of the file by what they can be recognised by.
pub(super) struct Known {
    by_tax_id: HashMap<String, ClientId>,
    by_name: HashMap<String, Vec<KnownClient>>,
    barred: HashSet<ClientId>,
}

impl Known {
    pub fn of(clients: Vec<KnownClient>) -> Self {
        let mut known = Self { by_tax_id: HashMap::new(), by_name: HashMap::new(), barred: HashSet::new() };
        for client in clients {
            if !client.tax_id.is_empty() {
                known.by_tax_id.insert(client.tax_id.clone(), client.id);
            }
            if client.barred {
                known.barred.insert(client.id);
            }
            known.by_name.entry(client.sort_name.clone()).or_default().push(client);
        }
        known
    }

    /// Whether a client is on the black list.
    pub fn is_barred(&self, client: ClientId) -> bool {
        self.barred.contains(&client)
    }

    /// The client a draft means: of the same tax number, or of the same name with nothing that speaks against it
    /// (another tax number, external id or town).
    pub fn client(&self, draft: &ClientDraft) -> Option<ClientId> {
        if let Some(client) = self.by_tax_id.get(&draft.tax_id).filter(|_| !draft.tax_id.is_empty()) {
            return Some(*client);
        }
        let conflict = |here: &str, there: &str| !here.is_empty() && !there.is_empty() && here != there;
        let external_id = draft.external_id.as_deref().unwrap_or_default();
        self.by_name.get(&sort_name(&draft.name))?.iter().find_map(|client| {
            let other = conflict(&client.tax_id, &draft.tax_id)
                || conflict(client.external_id.as_deref().unwrap_or_default(), external_id)
                || conflict(&fold(&client.city), &fold(&draft.city));
            (!other).then_some(client.id)
        })
    }
}

pub(super) fn person_like<'a>(people: &'a [Person], draft: &PersonDraft) -> Option<&'a Person> {
    let name = sort_name(&draft.name);
    people.iter().find(|person| sort_name(&person.name) == name)
}

/// Whether a number or an address is among those, whatever its punctuation; a number also as it is dialled in `country`.
pub(super) fn has_channel(channels: &[Channel], value: &str, country: &str) -> bool {
    let bare = |text: &str| {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        e164(text, country).unwrap_or_else(|| letters(text))
    };
    let wanted = bare(value);
    channels.iter().any(|channel| bare(&channel.value) == wanted)
}
