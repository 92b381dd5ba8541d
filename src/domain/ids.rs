//! One type for each kind of id, so that a client's id is never taken for a touch's.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    )+};
}

ids! {
    /// A client.
    ClientId,
    /// A person at a client.
    PersonId,
    /// An order.
    OrderId,
    /// How an order was found.
    EvaluationId,
    /// A contact that happened.
    TouchId,
    /// A competitor at a client.
    CompetitorId,
    /// A note.
    NoteId,
    /// A gift of the catalogue.
    GiftId,
    /// A complaint.
    ComplaintId,
    /// An absence of somebody who makes touches.
    AbsenceId,
    /// A promise, ours or a client's.
    PromiseId,
    /// News to share.
    NewsId,
    /// A rule of the communication table.
    RuleId,
    /// One action of the journal: what one key or one command did.
    ActionId,
}
