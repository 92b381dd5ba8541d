//! A client: a company or a private buyer the account manager keeps.

use chrono::NaiveDate;

use super::ids::ClientId;
use super::person::Anniversary;

/// A client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// Its id.
    pub id: ClientId,
    /// The name it has in the program it was imported from.
    pub external_id: Option<String>,
    /// The name.
    pub name: String,
    /// The town.
    pub city: String,
    /// The address.
    pub address: String,
    /// The tax number (ИНН, VAT id), as it was written.
    pub tax_id: String,
    /// The industry, for its professional holiday: an id of the holiday file, or free text.
    pub industry: String,
    /// The company's own day.
    pub company_day: Option<Anniversary>,
    /// What was written about it.
    pub note: String,
    /// One of those that must not be lost.
    pub star: bool,
    /// Since when the manager counts it as a former client.
    pub closed_on: Option<NaiveDate>,
    /// Free labels.
    pub tags: Vec<String>,
}
