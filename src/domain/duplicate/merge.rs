//! What is known of two that are one: what the one that stays says of itself holds, and the other fills its gaps.

use crate::domain::client::Client;
use crate::domain::person::Person;

/// The client that stays, with what only the other one said; and what the other one, but for its name, said otherwise.
pub fn merged_clients(keep: &Client, gone: &Client) -> (Client, String) {
    let mut said = Said::default();
    let tags = keep.tags.iter().chain(gone.tags.iter().filter(|tag| !keep.tags.contains(tag)));
    let channels = gone.channels.iter().filter(|channel| !keep.channels.contains(channel));
    let merged = Client {
        id: keep.id,
        external_id: said.option(keep.external_id.as_ref(), gone.external_id.as_ref()),
        name: keep.name.clone(),
        private: keep.private,
        legal_form: said.text(&keep.legal_form, &gone.legal_form),
        city: said.text(&keep.city, &gone.city),
        address: said.text(&keep.address, &gone.address),
        tax_id: said.text(&keep.tax_id, &gone.tax_id),
        industry: said.text(&keep.industry, &gone.industry),
        company_day: said.option(keep.company_day.as_ref(), gone.company_day.as_ref()),
        call_hours: said.option(keep.call_hours.as_ref(), gone.call_hours.as_ref()),
        note: both(&keep.note, &gone.note),
        star: keep.star || gone.star,
        buyer: keep.buyer.or(gone.buyer),
        ties: keep.ties.or(gone.ties),
        manner: keep.manner.or(gone.manner),
        values: both(&keep.values, &gone.values),
        puts_up_with: both(&keep.puts_up_with, &gone.puts_up_with),
        interval: said.option(keep.interval.as_ref(), gone.interval.as_ref()),
        // Whoever was barred under either name stays so.
        barred: keep.barred.clone().or_else(|| gone.barred.clone()),
        closed_on: keep.closed_on,
        tags: tags.cloned().collect(),
        channels: keep.channels.iter().chain(channels).cloned().collect(),
    };
    (merged, said.0.join(" · "))
}

/// The person that stays, with what only the other one said; and what the other one, but for its name, said otherwise.
pub fn merged_people(keep: &Person, gone: &Person) -> (Person, String) {
    let mut said = Said::default();
    let merged = Person {
        id: keep.id,
        client: keep.client,
        name: keep.name.clone(),
        role: said.text(&keep.role, &gone.role),
        birthday: said.option(keep.birthday.as_ref(), gone.birthday.as_ref()),
        prefers: keep.prefers.or(gone.prefers),
        // In the order in which they are listed.
        declines: Person::REACHES
            .into_iter()
            .filter(|kind| keep.declines.contains(kind) || gone.declines.contains(kind))
            .collect(),
        unsaid: both(&keep.unsaid, &gone.unsaid),
    };
    (merged, said.0.join(" · "))
}

/// What the one that goes said otherwise.
#[derive(Default)]
struct Said(Vec<String>);

impl Said {
    fn text(&mut self, keep: &str, gone: &str) -> String {
        let keep = if keep.is_empty() { gone } else { keep };
        if !gone.is_empty() && gone != keep {
            self.0.push(gone.to_owned());
        }
        keep.to_owned()
    }

    fn option<T: Clone + PartialEq + ToString>(&mut self, keep: Option<&T>, gone: Option<&T>) -> Option<T> {
        let keep = keep.or(gone);
        self.0.extend(gone.filter(|gone| keep != Some(*gone)).map(ToString::to_string));
        keep.cloned()
    }
}

/// Two texts, each once.
fn both(keep: &str, gone: &str) -> String {
    match (keep, gone) {
        (keep, gone) if gone.is_empty() || keep.contains(gone) => keep.to_owned(),
        (keep, gone) if keep.is_empty() || gone.contains(keep) => gone.to_owned(),
        (keep, gone) => format!("{keep}\n{gone}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ClientId;

    #[test]
    fn gaps_are_filled_and_nothing_that_differs_is_lost() {
        let keep = Client {
            city: "Пермь".into(),
            note: "платит вовремя".into(),
            tags: vec!["опт".into()],
            ..Client::named(ClientId(1), "ООО «Ромашка»".into())
        };
        let gone = Client {
            external_id: Some("A-7".into()),
            city: "Екатеринбург".into(),
            tax_id: "7707083893".into(),
            note: "любит чай".into(),
            star: true,
            interval: Some(30),
            tags: vec!["опт".into(), "чай".into()],
            ..Client::named(ClientId(2), "Ромашка".into())
        };
        let (merged, said) = merged_clients(&keep, &gone);
        assert_eq!((merged.id, merged.name.as_str(), merged.city.as_str()), (ClientId(1), "ООО «Ромашка»", "Пермь"));
        assert_eq!((merged.external_id.as_deref(), merged.tax_id.as_str()), (Some("A-7"), "7707083893"));
        assert_eq!((merged.note.as_str(), merged.star, merged.interval), ("платит вовремя\nлюбит чай", true, Some(30)));
        assert_eq!(merged.tags, ["опт", "чай"]);
        assert_eq!(said, "Екатеринбург");
        assert_eq!(merged_clients(&merged, &gone).0, merged);
    }
}
