//! How the values of the domain are written into columns and read back, by name; and what tells that something has ended.

use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use super::PublishedState;
use crate::domain::churn::{Dismissal, Level};
use crate::domain::client::{BuyerType, CallHours, Manner, Ties};
use crate::domain::closing::ClosedWhy;
use crate::domain::competitor::Way;
use crate::domain::complaint::{ComplaintKind, Irritant, Step};
use crate::domain::evaluation::Evaluation;
use crate::domain::event::EventKind;
use crate::domain::ids::{
    AbsenceId, ActionId, ClientId, CompetitorId, ComplaintId, EvaluationId, GiftId, NewsId, NoteId, OrderId, PersonId,
    PromiseId, RuleId, TouchId,
};
use crate::domain::money::Money;
use crate::domain::parting::{Choice, Conflict};
use crate::domain::person::{Anniversary, ChannelKind};
use crate::domain::promise::PromiseEnd;
use crate::domain::status::{Stage, Status};
use crate::domain::table::Purpose;
use crate::domain::touch::{Invited, Marks, Outcome, TouchKind};
use crate::domain::way_back::{Changed, EndedBy};

/// The condition that something had not ended on a day yet, by the column of the day on which it did.
pub(super) fn still(ended: &str, today: NaiveDate) -> String {
    format!("({ended} IS NULL OR {ended} > '{today}')")
}

macro_rules! integers {
    ($($name:ident),+ $(,)?) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.0.into())
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_i64().map(Self)
            }
        }
    )+};
}

integers!(
    AbsenceId,
    ActionId,
    ClientId,
    CompetitorId,
    ComplaintId,
    GiftId,
    NewsId,
    NoteId,
    EvaluationId,
    OrderId,
    PersonId,
    PromiseId,
    RuleId,
    TouchId,
    Money
);

macro_rules! names {
    ($($name:ident),+ $(,)?) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.name().into())
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Self::from_name(value.as_str()?).ok_or(FromSqlError::InvalidType)
            }
        }
    )+};
}

names!(
    BuyerType,
    Changed,
    ChannelKind,
    Choice,
    ClosedWhy,
    ComplaintKind,
    Conflict,
    Dismissal,
    EndedBy,
    EventKind,
    Invited,
    Irritant,
    Manner,
    Outcome,
    PromiseEnd,
    PublishedState,
    Purpose,
    Status,
    Step,
    Ties,
    TouchKind,
    Way
);

impl ToSql for Level {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok((*self as i64).into())
    }
}

impl FromSql for Level {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_i64()? {
            0 => Ok(Self::Note),
            1 => Ok(Self::Watch),
            2 => Ok(Self::Alarm),
            other => Err(FromSqlError::OutOfRange(other)),
        }
    }
}

impl ToSql for Stage {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.number().into())
    }
}

impl FromSql for Stage {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        u8::column_result(value).and_then(|number| Self::of(number).ok_or(FromSqlError::OutOfRange(number.into())))
    }
}

impl ToSql for Marks {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.bits().into())
    }
}

impl FromSql for Marks {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        u8::column_result(value).map(Self::from_bits)
    }
}

impl ToSql for Evaluation {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.to_string().into())
    }
}

impl FromSql for Evaluation {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map_err(|()| FromSqlError::InvalidType)
    }
}

impl ToSql for CallHours {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.to_string().into())
    }
}

impl FromSql for CallHours {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::parse(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

impl ToSql for Anniversary {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.to_string().into())
    }
}

impl FromSql for Anniversary {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::parse(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}
