//! The text of a greeting: one for everybody, with the places in which each has something of its own.

/// What is put into a greeting for one client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts<'a> {
    /// The client's name, for `{name}`.
    pub name: &'a str,
    /// The person who is greeted, for `{person}`; where nobody is known, the client's name.
    pub person: &'a str,
    /// A personal line, for `{line}`; a line of the text that would be left empty goes with it.
    pub line: &'a str,
}

/// Puts the parts into a text. An error is a place in braces that nothing is known for.
pub fn fill(text: &str, parts: Parts<'_>) -> Result<String, String> {
    let mut filled = String::new();
    for line in text.lines() {
        if line.trim() == "{line}" && parts.line.is_empty() {
            continue;
        }
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((place, behind)) = after.split_once('}') else { return Err(format!("{{{after}")) };
            filled.push_str(before);
            filled.push_str(match place {
                "name" => parts.name,
                "person" if parts.person.is_empty() => parts.name,
                "person" => parts.person,
                "line" => parts.line,
                _ => return Err(format!("{{{place}}}")),
            });
            rest = behind;
        }
        filled.push_str(rest);
        filled.truncate(filled.trim_end_matches(' ').len());
        filled.push('\n');
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_gets_its_own_words() {
        let text = "Dear {person},\n{line}\nall the best to {name}! {line}\n";
        let parts = Parts { name: "Vega", person: "Anna", line: "See you at the fair." };
        let said = "Dear Anna,\nSee you at the fair.\nall the best to Vega! See you at the fair.\n";
        assert_eq!(fill(text, parts).as_deref(), Ok(said));
        let bare = Parts { person: "", line: "", ..parts };
        assert_eq!(fill(text, bare).as_deref(), Ok("Dear Vega,\nall the best to Vega!\n"));
    }

    #[test]
    fn an_unknown_place_is_told_and_nothing_is_sent_with_braces_in_it() {
        let parts = Parts { name: "", person: "", line: "" };
        assert_eq!(fill("Dear {persn}", parts), Err("{persn}".into()));
        assert_eq!(fill("a { b", parts), Err("{ b".into()));
        assert_eq!(fill("{name} of {person}", Parts { name: "{x}", ..parts }).as_deref(), Ok("{x} of {x}\n"));
    }
}
