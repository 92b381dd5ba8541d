//! The three processes of serving clients (DOMAIN R33): which one a contact, or a row of the table, belongs to follows from
//! where the client stands.

use super::churn::Level;
use super::status::Status;

/// What a contact is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Process {
    /// That it buys, buys again and gets used to it.
    Engagement,
    /// That it stays.
    Retention,
    /// That it comes back.
    Return,
}

impl Process {
    /// Every process.
    pub const ALL: [Self; 3] = [Self::Engagement, Self::Retention, Self::Return];

    /// The name used in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Engagement => "engagement",
            Self::Retention => "retention",
            Self::Return => "return",
        }
    }

    /// The process of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|process| process.name() == name)
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Engagement => "process-engagement",
            Self::Retention => "process-retention",
            Self::Return => "process-return",
        }
    }

    /// What a contact with a client is for, by its status, on how many days it ordered and how it is alerted of: one that
    /// ordered once is new.
    pub fn of_client(status: Status, order_days: usize, level: Option<Level>) -> Self {
        match status {
            Status::Former => Self::Return,
            Status::Potential | Status::Prospective => Self::Engagement,
            Status::Client | Status::Regular if level.is_some_and(|level| level > Level::Note) => Self::Return,
            Status::Client if order_days < 2 => Self::Engagement,
            Status::Client | Status::Regular => Self::Retention,
        }
    }

    /// What a row of the table is for, by the statuses it is for.
    pub fn of_statuses(statuses: &[Status]) -> Self {
        let all = |these: &[Status]| !statuses.is_empty() && statuses.iter().all(|status| these.contains(status));
        if all(&[Status::Former]) {
            Self::Return
        } else if all(&[Status::Potential, Status::Prospective]) {
            Self::Engagement
        } else {
            Self::Retention
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_client_stands_says_what_a_contact_is_for() {
        for (status, orders, level, process) in [
            (Status::Potential, 0, None, Process::Engagement),
            (Status::Client, 1, None, Process::Engagement),
            (Status::Client, 2, None, Process::Retention),
            (Status::Regular, 9, Some(Level::Note), Process::Retention),
            (Status::Regular, 9, Some(Level::Watch), Process::Return),
            (Status::Client, 1, Some(Level::Alarm), Process::Return),
            (Status::Former, 9, None, Process::Return),
        ] {
            assert_eq!(Process::of_client(status, orders, level), process, "{status:?} {orders} {level:?}");
        }
        assert_eq!(Process::of_statuses(&[Status::Former]), Process::Return);
        assert_eq!(Process::of_statuses(&[Status::Prospective, Status::Potential]), Process::Engagement);
        assert_eq!(Process::of_statuses(&[Status::Client, Status::Potential]), Process::Retention);
    }
}
