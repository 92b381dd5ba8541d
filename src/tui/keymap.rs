//! Where a key is bound: one table feeds the keys, the hints, the help, the palette and the command line's manual.

use crossterm::event::KeyCode;

use super::action::Action;
use super::input::Key;
use super::layout::Pane;

/// One action with its keys.
#[derive(Debug)]
pub struct Binding {
    /// What it does.
    pub action: Action,
    /// Its keys, the first of them shown in hints.
    pub keys: &'static [Key],
    /// The key of its label in the locale files; `NAME-about` is its description.
    pub name: &'static str,
    /// Its place among the hints, 1 first; 0 for what is not hinted.
    pub hint: u8,
    /// Whether it needs a client in context.
    pub needs_client: bool,
}

const fn bind(action: Action, keys: &'static [Key], name: &'static str, hint: u8) -> Binding {
    Binding { action, keys, name, hint, needs_client: false }
}

const fn with_client(action: Action, keys: &'static [Key], name: &'static str, hint: u8) -> Binding {
    Binding { action, keys, name, hint, needs_client: true }
}

const fn c(letter: char) -> Key {
    Key::char(letter)
}

const fn code(code: KeyCode) -> Key {
    Key::plain(code)
}

const fn f(number: u8) -> Key {
    Key::plain(KeyCode::F(number))
}

/// The key of the alerts that were put off or dismissed: their pane names it.
pub const SILENCED: Key = c('A');

/// The key of the touches that were left out: the page of the year names it.
pub const SKIPPED: Key = c('B');

/// Every action, in the order in which help and palette list them.
///
/// `.` and `,` stand beside `/` and `?` because those physical keys type them on a Russian layout. Letters are matched
/// as typed first and then by their place on an English keyboard.
pub const BINDINGS: &[Binding] = &[
    with_client(Action::LogCall, &[c('c'), f(2)], "action-log-call", 1),
    with_client(Action::LogMessage, &[c('w')], "action-log-message", 2),
    with_client(Action::LogMeeting, &[c('m')], "action-log-meeting", 3),
    with_client(Action::LogGift, &[c('g'), f(4)], "action-log-gift", 4),
    with_client(Action::LogOrder, &[c('p')], "action-log-order", 5),
    with_client(Action::LogNote, &[c('n')], "action-log-note", 7),
    with_client(Action::LogEmail, &[], "action-log-email", 0),
    with_client(Action::LogLetter, &[], "action-log-letter", 0),
    with_client(Action::LogInvitation, &[], "action-log-invitation", 0),
    with_client(Action::FollowUp, &[c('f'), f(6)], "action-follow-up", 8),
    bind(Action::AddClient, &[c('a')], "action-add-client", 9),
    with_client(Action::EditClient, &[c('E')], "action-edit-client", 0),
    with_client(Action::CopyChannel, &[c('y')], "action-copy-channel", 0),
    with_client(Action::SetStatus, &[c('S')], "action-set-status", 0),
    with_client(Action::StageOn, &[c('+')], "action-stage-on", 0),
    with_client(Action::StageBack, &[c('-')], "action-stage-back", 0),
    with_client(Action::SetCriterion, &[c('=')], "action-set-criterion", 0),
    with_client(Action::OpenComplaint, &[], "action-open-complaint", 0),
    with_client(Action::Evaluate, &[c('o')], "action-evaluate", 0),
    with_client(Action::ShowComplaints, &[c('Q')], "action-show-complaints", 0),
    with_client(Action::CloseComplaint, &[], "action-close-complaint", 0),
    with_client(Action::ShowParting, &[c('L')], "action-show-parting", 0),
    with_client(Action::ShowCompetitors, &[c('O')], "action-show-competitors", 0),
    with_client(Action::CloseClient, &[], "action-close-client", 0),
    with_client(Action::NoteEvent, &[c('e')], "action-note-event", 0),
    with_client(Action::ShowEvidence, &[c('r')], "action-show-evidence", 0),
    with_client(Action::ShowBrief, &[c('b')], "action-show-brief", 0),
    with_client(Action::ShowTimeline, &[c('l')], "action-show-timeline", 0),
    with_client(Action::SnoozeAlert, &[c('s')], "action-snooze-alert", 0),
    with_client(Action::DismissAlert, &[c('x')], "action-dismiss-alert", 0),
    bind(Action::ShowSilenced, &[SILENCED], "action-show-silenced", 0),
    with_client(Action::ShowSkipped, &[SKIPPED], "action-show-skipped", 0),
    with_client(Action::MoveTouch, &[c('M')], "action-move-touch", 0),
    with_client(Action::DoTouch, &[c('D')], "action-do-touch", 0),
    with_client(Action::KeepPromise, &[c('K')], "action-keep-promise", 0),
    with_client(Action::EndPromise, &[c('X')], "action-end-promise", 0),
    with_client(Action::Mark, &[c(' ')], "action-mark", 0),
    with_client(Action::ShowReplacement, &[c('R')], "action-show-replacement", 0),
    bind(Action::ShowReport, &[], "action-show-report", 0),
    bind(Action::ShowThresholds, &[c('F')], "action-show-thresholds", 0),
    bind(Action::ShowLosses, &[], "action-show-losses", 0),
    bind(Action::ShowGifts, &[c('W')], "action-show-gifts", 0),
    bind(Action::ShowRules, &[], "action-show-rules", 0),
    bind(Action::ShowDuplicates, &[c('J')], "action-show-duplicates", 0),
    bind(Action::ShowFigures, &[c('z')], "action-show-figures", 0),
    bind(Action::Find, &[c('/'), c('.'), f(3), Key::ctrl('f')], "action-find", 6),
    bind(Action::Open, &[code(KeyCode::Enter)], "action-open", 0),
    bind(Action::Back, &[code(KeyCode::Esc)], "action-back", 0),
    bind(Action::Undo, &[c('u'), Key::ctrl('z')], "action-undo", 10),
    bind(Action::Redo, &[c('U'), Key::ctrl('y')], "action-redo", 0),
    bind(Action::ShowToday, &[c('1')], "action-show-today", 0),
    bind(Action::ShowClients, &[c('2')], "action-show-clients", 0),
    bind(Action::ShowCalendar, &[c('3')], "action-show-calendar", 0),
    bind(Action::ShowAlerts, &[c('4')], "action-show-alerts", 0),
    bind(Action::ShowCard, &[c('5')], "action-show-card", 0),
    with_client(Action::ShowYear, &[c('Y')], "action-show-year", 0),
    bind(Action::NextPane, &[code(KeyCode::Tab)], "action-next-pane", 0),
    bind(Action::PreviousPane, &[code(KeyCode::BackTab)], "action-previous-pane", 0),
    bind(Action::Up, &[code(KeyCode::Up), c('k')], "action-up", 0),
    bind(Action::Down, &[code(KeyCode::Down), c('j')], "action-down", 0),
    bind(Action::Left, &[code(KeyCode::Left)], "action-left", 0),
    bind(Action::Right, &[code(KeyCode::Right)], "action-right", 0),
    bind(Action::PageUp, &[code(KeyCode::PageUp)], "action-page-up", 0),
    bind(Action::PageDown, &[code(KeyCode::PageDown)], "action-page-down", 0),
    bind(Action::First, &[code(KeyCode::Home)], "action-first", 0),
    bind(Action::Last, &[code(KeyCode::End)], "action-last", 0),
    bind(Action::NextScale, &[c('v')], "action-next-scale", 0),
    bind(Action::PreviousScale, &[c('V')], "action-previous-scale", 0),
    bind(Action::PreviousPeriod, &[c('[')], "action-previous-period", 0),
    bind(Action::NextPeriod, &[c(']')], "action-next-period", 0),
    bind(Action::ToToday, &[c('t')], "action-to-today", 0),
    bind(Action::ToDay, &[c('d')], "action-to-day", 0),
    bind(Action::EditTable, &[c('T')], "action-edit-table", 0),
    bind(Action::ShowPlan, &[c('P')], "action-show-plan", 0),
    bind(Action::Greet, &[c('G')], "action-greet", 0),
    bind(Action::ShowNews, &[c('N')], "action-show-news", 0),
    bind(Action::Curtain, &[c('h')], "action-curtain", 0),
    bind(Action::Import, &[c('i')], "action-import", 11),
    bind(Action::Refresh, &[f(5)], "action-refresh", 0),
    bind(Action::SwitchBook, &[], "action-switch-book", 0),
    bind(Action::SwitchLanguage, &[], "action-switch-language", 0),
    bind(Action::SwitchCountry, &[], "action-switch-country", 0),
    bind(Action::SwitchMouse, &[], "action-switch-mouse", 0),
    bind(Action::Repaint, &[Key::ctrl('l')], "action-repaint", 0),
    bind(Action::Palette, &[c(':'), Key::ctrl('p'), f(9)], "action-palette", 0),
    bind(Action::Help, &[c('?'), c(','), f(1)], "action-help", 0),
    bind(Action::Quit, &[c('q'), f(10), Key::ctrl('q')], "action-quit", 0),
];

/// What is hinted at first where the keys go to a pane, before what is everywhere.
pub fn hinted_in(pane: Pane) -> &'static [Action] {
    match pane {
        Pane::Alerts => &[Action::LogCall, Action::ShowEvidence, Action::SnoozeAlert, Action::DismissAlert],
        Pane::Agenda | Pane::Days => &[
            Action::LogCall,
            Action::ShowEvidence,
            Action::SnoozeAlert,
            Action::DismissAlert,
            Action::DoTouch,
            Action::NextScale,
        ],
        Pane::Card => &[Action::LogCall, Action::ShowBrief, Action::ShowTimeline],
        Pane::Clients => &[],
    }
}

/// The action of a key in the panes: the key as typed first, then by its place on an English keyboard.
pub fn action_of(key: Key) -> Option<Action> {
    let bound = |key: Key| BINDINGS.iter().find(|binding| binding.keys.contains(&key)).map(|binding| binding.action);
    bound(key).or_else(|| bound(key.on_english_layout()))
}

/// The binding of an action.
pub fn binding_of(action: Action) -> Option<&'static Binding> {
    BINDINGS.iter().find(|binding| binding.action == action)
}

/// What stands on the keycap, for hints and help; with `cyrillic`, what the letter types on a Russian layout.
pub fn keycap(key: Key, cyrillic: bool) -> String {
    let name = match key.code {
        KeyCode::Char(' ') => "Space".into(),
        KeyCode::Char(letter) if cyrillic => crate::domain::matching::layout::russian_key(letter).to_string(),
        KeyCode::Char(letter) => letter.to_string(),
        KeyCode::F(number) => format!("F{number}"),
        KeyCode::Enter => "Enter".into(),
        KeyCode::Esc => "Esc".into(),
        KeyCode::Tab => "Tab".into(),
        KeyCode::BackTab => "Shift+Tab".into(),
        KeyCode::Up => "↑".into(),
        KeyCode::Down => "↓".into(),
        KeyCode::Left => "←".into(),
        KeyCode::Right => "→".into(),
        KeyCode::PageUp => "PgUp".into(),
        KeyCode::PageDown => "PgDn".into(),
        KeyCode::Home => "Home".into(),
        KeyCode::End => "End".into(),
        _ => String::new(),
    };
    if key.ctrl { format!("Ctrl+{}", name.to_uppercase()) } else { name }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_key_is_bound_twice_and_no_action_is_listed_twice() {
        let mut keys = HashSet::new();
        let mut actions = HashSet::new();
        for binding in BINDINGS {
            assert!(actions.insert(binding.action), "{:?} twice", binding.action);
            for key in binding.keys {
                assert!(keys.insert(*key), "{key:?} twice");
            }
        }
    }

    #[test]
    fn letters_work_on_a_russian_layout_and_keys_it_moves_have_twins() {
        for (typed, action) in [
            ('с', Action::LogCall),
            ('п', Action::LogGift),
            ('ц', Action::LogMessage),
            ('ь', Action::LogMeeting),
            ('т', Action::LogNote),
            ('з', Action::LogOrder),
            ('г', Action::Undo),
            ('Г', Action::Redo),
            ('й', Action::Quit),
            ('.', Action::Find),
            (',', Action::Help),
            ('Ж', Action::Palette),
            ('Т', Action::ShowNews),
            ('П', Action::Greet),
            ('о', Action::Down),
            ('н', Action::CopyChannel),
            ('Н', Action::ShowYear),
        ] {
            assert_eq!(action_of(Key::char(typed)), Some(action), "{typed}");
        }
        assert_eq!(action_of(Key::ctrl('я')), Some(Action::Undo));
    }
}
