//! What a person types into the fields of a client, on the screen and on the command line.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::person_fields::{values_of, written_values};
use super::typed::parse_anniversary;
use crate::domain::client::{BuyerType, CallHours, Client, Manner, Ties};
use crate::domain::message::Message;
use crate::domain::person::{Channel, ChannelKind};

/// The days an interval may have.
const INTERVAL: std::ops::RangeInclusive<u32> = 1..=3660;

fields! {
    /// A field of a client, in the order of the form; `client-NAME` is the key of its label.
    ClientField
    Name "name"
    Kind "kind"
    LegalForm "legal-form"
    TaxId "tax-id"
    Industry "industry"
    CompanyDay "company-day"
    Phones "phones"
    Emails "emails"
    Messengers "messengers"
    City "city"
    Address "address"
    CallHours "call-hours"
    Tags "tags"
    Star "star"
    Buyer "type"
    Ties "ties"
    Manner "manner"
    Values "values"
    PutsUpWith "puts-up-with"
    Interval "interval"
    Note "note"
    BlackList "black-list"
}

impl ClientField {
    /// What can be chosen, by the names that are typed; nothing for what is written freely. `client-FIELD-NAME` are the keys
    /// of their words; the empty one is nothing said.
    pub fn choices(self) -> Vec<&'static str> {
        let or_none = |names: Vec<&'static str>| std::iter::once("").chain(names).collect();
        match self {
            Self::Kind => vec!["company", "private"],
            Self::Star => vec!["no", "yes"],
            Self::Buyer => or_none(BuyerType::ALL.iter().map(|one| one.name()).collect()),
            Self::Ties => or_none(Ties::ALL.iter().map(|one| one.name()).collect()),
            Self::Manner => or_none(Manner::ALL.iter().map(|one| one.name()).collect()),
            _ => Vec::new(),
        }
    }

    /// What stands in the field, as it would be typed.
    pub fn written(self, client: &Client) -> String {
        match self {
            Self::Name => client.name.clone(),
            Self::Kind => if client.private { "private" } else { "company" }.to_owned(),
            Self::LegalForm => client.legal_form.clone(),
            Self::TaxId => client.tax_id.clone(),
            Self::Industry => client.industry.clone(),
            Self::CompanyDay => client.company_day.map(super::typed::anniversary).unwrap_or_default(),
            Self::Phones => written_values(&client.channels, ChannelKind::Phone),
            Self::Emails => written_values(&client.channels, ChannelKind::Email),
            Self::Messengers => written_values(&client.channels, ChannelKind::Messenger),
            Self::City => client.city.clone(),
            Self::Address => client.address.clone(),
            Self::CallHours => client.call_hours.map(|hours| hours.to_string()).unwrap_or_default(),
            Self::Tags => client.tags.join(" "),
            Self::Star => if client.star { "yes" } else { "no" }.to_owned(),
            Self::Buyer => client.buyer.map_or("", BuyerType::name).to_owned(),
            Self::Ties => client.ties.map_or("", Ties::name).to_owned(),
            Self::Manner => client.manner.map_or("", Manner::name).to_owned(),
            Self::Values => client.values.clone(),
            Self::PutsUpWith => client.puts_up_with.clone(),
            Self::Interval => client.interval.map(|days| days.to_string()).unwrap_or_default(),
            Self::Note => client.note.clone(),
            Self::BlackList => client.barred.as_ref().map(|(_, why)| why.clone()).unwrap_or_default(),
        }
    }

    /// Takes what was typed over into the client; telephone numbers are read as they are dialled in `country`, two letters.
    /// The error says what belongs there. What stands there already stays as it is.
    pub fn take(self, client: &mut Client, typed: &str, (today, country): (NaiveDate, &str)) -> Result<(), Message> {
        let typed = typed.trim();
        if typed == self.written(client) {
            return Ok(());
        }
        let choices = self.choices();
        if !choices.is_empty() && !choices.contains(&typed) {
            return Err(Message::new("client-no-choice").with(
                "valid",
                choices.iter().filter(|choice| !choice.is_empty()).copied().collect::<Vec<_>>().join(", "),
            ));
        }
        let text = typed.to_owned();
        let said = !typed.is_empty();
        match self {
            Self::Name if !said => return Err(Message::new("client-no-name")),
            Self::Name => client.name = text,
            Self::Kind => client.private = typed == "private",
            Self::LegalForm => client.legal_form = text,
            Self::TaxId => client.tax_id = text,
            Self::Industry => client.industry = text,
            Self::CompanyDay if !said => client.company_day = None,
            Self::CompanyDay => client.company_day = Some(parse_anniversary(typed, today)?),
            Self::Phones => put(client, ChannelKind::Phone, values_of(ChannelKind::Phone, typed, country)?),
            Self::Emails => put(client, ChannelKind::Email, values_of(ChannelKind::Email, typed, country)?),
            Self::Messengers => put(client, ChannelKind::Messenger, values_of(ChannelKind::Messenger, typed, country)?),
            Self::City => client.city = text,
            Self::Address => client.address = text,
            Self::CallHours if !said => client.call_hours = None,
            Self::CallHours => {
                let hours = CallHours::parse(typed).ok_or_else(|| Message::new("client-no-hours"))?;
                client.call_hours = Some(hours);
            }
            Self::Tags => client.tags = tags(typed),
            Self::Star => client.star = typed == "yes",
            Self::Buyer => client.buyer = BuyerType::from_name(typed),
            Self::Ties => client.ties = Ties::from_name(typed),
            Self::Manner => client.manner = Manner::from_name(typed),
            Self::Values => client.values = text,
            Self::PutsUpWith => client.puts_up_with = text,
            Self::Interval if !said => client.interval = None,
            Self::Interval => {
                let days = typed.parse().ok().filter(|days| INTERVAL.contains(days));
                client.interval = Some(days.ok_or_else(|| Message::new("client-no-interval"))?);
            }
            Self::Note => client.note = text,
            Self::BlackList if !said => client.barred = None,
            Self::BlackList => {
                let since = client.barred.as_ref().map_or(today, |(since, _)| *since);
                client.barred = Some((since, text));
            }
        }
        Ok(())
    }
}

/// Makes these its own numbers or addresses of a kind.
fn put(client: &mut Client, kind: ChannelKind, values: Vec<String>) {
    client.channels.retain(|channel| channel.kind != kind);
    client.channels.extend(values.into_iter().map(|value| Channel { person: None, kind, value }));
}

/// Labels in their order, each once: `#` before them and commas between them are left out.
fn tags(typed: &str) -> Vec<String> {
    let tags = typed.split([' ', ',', ';']).map(|tag| tag.trim_start_matches('#')).filter(|tag| !tag.is_empty());
    tags.map(str::to_owned).collect::<BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ClientId;

    #[test]
    fn what_is_written_is_read_back_as_it_was() {
        let today: NaiveDate = "2026-11-23".parse().unwrap();
        let mut client = Client::named(ClientId(1), "two\nlines".into());
        for (field, typed) in [
            (ClientField::Kind, "private"),
            (ClientField::CompanyDay, "29 feb"),
            (ClientField::CallHours, "9-13"),
            (ClientField::Phones, "8 812 123-45-67; ask for Ann"),
            (ClientField::Emails, "office@example.org"),
            (ClientField::Tags, "#vip, wholesale vip"),
            (ClientField::Star, "yes"),
            (ClientField::Buyer, "need"),
            (ClientField::Ties, "social"),
            (ClientField::Manner, "adherent"),
            (ClientField::Interval, "365"),
            (ClientField::BlackList, "does not pay"),
        ] {
            assert_eq!(field.take(&mut client, typed, (today, "ru")), Ok(()), "{typed}");
        }
        assert_eq!(client.tags, ["vip", "wholesale"]);
        let values: Vec<&str> = client.channels.iter().map(|channel| channel.value.as_str()).collect();
        assert_eq!(values, ["+78121234567", "ask for Ann", "office@example.org"]);
        assert_eq!(client.barred, Some((today, "does not pay".into())));
        let mut again = client.clone();
        for field in ClientField::ALL {
            let written = field.written(&client);
            assert_eq!(
                field.take(&mut again, &written, (today.succ_opt().unwrap(), "ru")),
                Ok(()),
                "{field:?} {written}"
            );
        }
        assert_eq!(again, client);
        for (field, typed, why) in [
            (ClientField::Name, "  ", "client-no-name"),
            (ClientField::Buyer, "nice", "client-no-choice"),
            (ClientField::CallHours, "13-9", "client-no-hours"),
            (ClientField::Interval, "0", "client-no-interval"),
            (ClientField::Interval, "monthly", "client-no-interval"),
            (ClientField::Emails, "office", "person-no-email"),
            (ClientField::CompanyDay, "30.02", "typed-no-such-day"),
        ] {
            assert_eq!(field.take(&mut again, typed, (today, "ru")).map_err(|why| why.key), Err(why), "{typed}");
        }
        assert_eq!(again, client);
    }
}
