//! The replacement plan: the gap a client would leave, and whom to win for it.

use std::path::Path;

use regulars::text::Lang;
use serde_json::json;

use crate::seat::Seat;
use crate::support::{Book, bring_in};

/// Vega brings 900 of 1,200 in nine orders; Lyra, regular, 180; Altair ordered twice, Mira once, Deneb never.
fn orders() -> String {
    let vega = (2..=10).map(|month| format!("Vega;2026-{month:02}-05;100;\n"));
    let lyra = (5..=7).map(|month| format!("Lyra;2026-{month:02}-09;60;\n"));
    let rest = "Mira;2026-03-01;90;\nAltair;2026-03-01;10;\nAltair;2026-06-01;20;\n";
    format!("client;date;amount;city\n{}{}{rest}", vega.collect::<String>(), lyra.collect::<String>())
}

#[test]
fn the_gap_is_counted_in_average_clients_and_prospects_are_named_warmest_first() {
    let book = Book::empty();
    let bench = book.open();
    bring_in(&bench, Path::new(&book.write("orders.csv", orders()))).unwrap();
    bring_in(&bench, Path::new(&book.write("clients.csv", "client;city\nDeneb;Tver\nAlgol;Perm\n"))).unwrap();
    drop(bench);
    let plan = book.json(0, &["replacement", "Vega"]);
    // The others brought 300 together, 100 each.
    assert_eq!((&plan["gap"], &plan["average_clients"]), (&json!(900.0), &json!(9)));
    let named: Vec<_> =
        plan["prospects"].as_array().unwrap().iter().map(|one| (&one["name"], &one["revenue"])).collect();
    let expected = [("Mira", 90.0), ("Altair", 30.0), ("Algol", 0.0), ("Deneb", 0.0)]
        .map(|(name, brought)| (json!(name), json!(brought)));
    assert_eq!(named, expected.iter().map(|(name, brought)| (name, brought)).collect::<Vec<_>>());
    let own = book.json(0, &["replacement", "Mira"]);
    assert_eq!(own["prospects"].as_array().unwrap().len(), 3, "nobody replaces itself: {own}");
    for lang in Lang::ALL {
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        seat.press("2 End R");
        for shown in ["900", "9 ", "Mira", "Deneb"] {
            seat.expect(shown);
        }
    }
}
