//! What a person types into the fields of somebody at a client, on the screen and on the command line.

use chrono::NaiveDate;

use super::typed::{anniversary, parse_anniversary};
use crate::domain::matching::phone;
use crate::domain::message::Message;
use crate::domain::person::{Channel, ChannelKind, Person, Reachable};
use crate::domain::touch::TouchKind;

fields! {
    /// A field of a person, in the order of the form; `person-NAME` is the key of its label.
    PersonField
    Name "name"
    Role "role"
    Birthday "birthday"
    Phones "phones"
    Emails "emails"
    Messengers "messengers"
    Prefers "prefers"
    Declines "declines"
    Unsaid "unsaid"
}

impl PersonField {
    fn channel(self) -> Option<ChannelKind> {
        match self {
            Self::Phones => Some(ChannelKind::Phone),
            Self::Emails => Some(ChannelKind::Email),
            Self::Messengers => Some(ChannelKind::Messenger),
            _ => None,
        }
    }

    /// What stands in the field, as it would be typed.
    pub fn written(self, reachable: &Reachable) -> String {
        let Reachable { person, channels } = reachable;
        if let Some(kind) = self.channel() {
            return written_values(channels, kind);
        }
        match self {
            Self::Name => person.name.clone(),
            Self::Role => person.role.clone(),
            Self::Birthday => person.birthday.map(anniversary).unwrap_or_default(),
            Self::Prefers => person.prefers.map_or("", TouchKind::name).to_owned(),
            Self::Declines => person.declines.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(" "),
            _ => person.unsaid.clone(),
        }
    }

    /// Takes what was typed over into the person; telephone numbers are read as they are dialled in `country`, two letters.
    /// The error says what belongs there. What stands there already stays as it is.
    pub fn take(
        self,
        reachable: &mut Reachable,
        typed: &str,
        (today, country): (NaiveDate, &str),
    ) -> Result<(), Message> {
        let typed = typed.trim();
        if typed == self.written(reachable) {
            return Ok(());
        }
        if let Some(kind) = self.channel() {
            let values = values_of(kind, typed, country)?;
            reachable.channels.retain(|channel| channel.kind != kind);
            let person = Some(reachable.person.id);
            reachable.channels.extend(values.into_iter().map(|value| Channel { person, kind, value }));
            return Ok(());
        }
        let person = &mut reachable.person;
        let text = typed.to_owned();
        match self {
            Self::Name if typed.is_empty() => return Err(Message::new("client-no-name")),
            Self::Name => person.name = text,
            Self::Role => person.role = text,
            Self::Birthday if typed.is_empty() => person.birthday = None,
            Self::Birthday => person.birthday = Some(parse_anniversary(typed, today)?),
            Self::Prefers if typed.is_empty() => person.prefers = None,
            Self::Prefers => person.prefers = kinds(typed)?.first().copied(),
            Self::Declines => person.declines = kinds(typed)?,
            _ => person.unsaid = text,
        }
        Ok(())
    }
}

/// The numbers or addresses of a kind as they would be typed.
pub(super) fn written_values(channels: &[Channel], kind: ChannelKind) -> String {
    let values = channels.iter().filter(|channel| channel.kind == kind);
    values.map(Channel::shown).collect::<Vec<_>>().join(", ")
}

/// Numbers, addresses or names, with a comma, a semicolon or a line break between two.
pub(super) fn values_of(kind: ChannelKind, typed: &str, country: &str) -> Result<Vec<String>, Message> {
    let pieces = typed.split([',', ';', '\n']).map(str::trim).filter(|piece| !piece.is_empty());
    let value = |piece: &str| match kind {
        // What cannot be read is kept as it is: it may say whom to ask for.
        ChannelKind::Phone => Ok(phone::e164(piece, country).unwrap_or_else(|| piece.to_owned())),
        ChannelKind::Email if !is_email(piece) => Err(Message::new("person-no-email").with("text", piece)),
        _ => Ok(piece.to_owned()),
    };
    pieces.map(value).collect()
}

fn is_email(text: &str) -> bool {
    let parts = text.split_once('@').filter(|(name, host)| !name.is_empty() && !host.contains('@'));
    parts.is_some_and(|(_, host)| host.trim_matches('.').contains('.')) && !text.contains(char::is_whitespace)
}

/// Kinds of contact by their names.
fn kinds(typed: &str) -> Result<Vec<TouchKind>, Message> {
    let names: Vec<&str> = typed.split([' ', ',']).filter(|name| !name.is_empty()).collect();
    let known = |name: &&str| Person::REACHES.iter().any(|kind| kind.name() == *name);
    if !names.iter().all(known) {
        let valid = Person::REACHES.map(TouchKind::name).join(", ");
        return Err(Message::new("client-no-choice").with("valid", valid));
    }
    Ok(Person::REACHES.into_iter().filter(|kind| names.contains(&kind.name())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ClientId, PersonId};

    #[test]
    fn what_is_typed_is_kept_in_one_form_and_shown_in_another() {
        let here = ("2026-11-23".parse().unwrap(), "ru");
        let person = Person::named(PersonId(2), ClientId(1), "Ann".into());
        let mut ann = Reachable { person, channels: Vec::new() };
        for (field, typed) in [
            (PersonField::Phones, "8 (812) 123-45-67, ask for Ann; 8 916 123 45 67 доб. 4"),
            (PersonField::Emails, "ann@example.org"),
            (PersonField::Messengers, "@ann"),
            (PersonField::Birthday, "7 марта"),
            (PersonField::Prefers, "email"),
            (PersonField::Declines, "meeting call"),
            (PersonField::Unsaid, "the divorce"),
        ] {
            assert_eq!(field.take(&mut ann, typed, here), Ok(()), "{typed}");
        }
        let values: Vec<&str> = ann.channels.iter().map(|channel| channel.value.as_str()).collect();
        assert_eq!(values, ["+78121234567", "ask for Ann", "+79161234567;ext=4", "ann@example.org", "@ann"]);
        assert_eq!(PersonField::Phones.written(&ann), "+7 812 123-45-67, ask for Ann, +7 916 123-45-67 #4");
        assert_eq!(ann.person.declines, [TouchKind::Call, TouchKind::Meeting]);
        let mut again = ann.clone();
        for field in PersonField::ALL {
            let written = field.written(&ann);
            assert_eq!(field.take(&mut again, &written, here), Ok(()), "{field:?} {written}");
        }
        assert_eq!(again, ann);
        for (field, typed, why) in [
            (PersonField::Name, "", "client-no-name"),
            (PersonField::Emails, "ann at home", "person-no-email"),
            (PersonField::Emails, "ann@home", "person-no-email"),
            (PersonField::Declines, "call gift", "client-no-choice"),
            (PersonField::Birthday, "1.1.2027", "typed-day-ahead"),
        ] {
            assert_eq!(field.take(&mut again, typed, here).map_err(|why| why.key), Err(why), "{typed}");
        }
        assert_eq!(again, ann);
    }
}
