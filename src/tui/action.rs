//! The closed list of what a person can do on the screen.

/// Everything a key, a click or the palette can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Opens the list of keys.
    Help,
    /// Finds a client as one types.
    Find,
    /// Opens the list of everything that can be done.
    Palette,
    /// Goes to whom to contact today.
    ShowToday,
    /// Goes to the clients.
    ShowClients,
    /// Goes to the calendar.
    ShowCalendar,
    /// Goes to the alerts.
    ShowAlerts,
    /// Goes to the client's card.
    ShowCard,
    /// Turns the card to the page of the year, or back.
    ShowYear,
    /// Goes to the next pane.
    NextPane,
    /// Goes to the pane before.
    PreviousPane,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// Shows the calendar by agenda, week, month, year in turn.
    NextScale,
    /// The same the other way round.
    PreviousScale,
    /// Turns the calendar one period back.
    PreviousPeriod,
    /// Turns the calendar one period on.
    NextPeriod,
    /// Turns the calendar to today.
    ToToday,
    /// Turns the calendar to a day that is asked for.
    ToDay,
    /// Opens what is selected.
    Open,
    /// Goes back.
    Back,
    /// Lets the curtain down before names, sums and private marks, or lifts it.
    Curtain,
    /// Takes back the last action.
    Undo,
    /// Brings back what was taken back.
    Redo,
    /// Logs a call.
    LogCall,
    /// Logs a message.
    LogMessage,
    /// Logs a meeting.
    LogMeeting,
    /// Logs a gift.
    LogGift,
    /// Logs an e-mail.
    LogEmail,
    /// Logs a letter, or printed matter.
    LogLetter,
    /// Logs an invitation to an event.
    LogInvitation,
    /// Logs an order.
    LogOrder,
    /// Writes a note.
    LogNote,
    /// Sets the day of the next contact.
    FollowUp,
    /// Adds a client.
    AddClient,
    /// Changes what is said of the client and its people.
    EditClient,
    /// Copies a telephone number or an e-mail address of the client's people.
    CopyChannel,
    /// Says where the client stands, whatever its orders tell.
    SetStatus,
    /// Moves the client's purchase one stage on.
    StageOn,
    /// Moves the client's purchase one stage back.
    StageBack,
    /// Says what the client chooses by.
    SetCriterion,
    /// Opens a complaint.
    OpenComplaint,
    /// Shows what would replace the client.
    ShowReplacement,
    /// Enters how the client found its last order.
    Evaluate,
    /// Closes the oldest open complaint.
    CloseComplaint,
    /// Leads the client's complaints on.
    ShowComplaints,
    /// Weighs whether to go on with the client, or to win a former one back.
    ShowParting,
    /// Keeps the competitors at the client.
    ShowCompetitors,
    /// Closes the client for a reason.
    CloseClient,
    /// Shows how the losses split.
    ShowLosses,
    /// Enters what happened at the client, or that it is over.
    NoteEvent,
    /// Opens the communication table.
    EditTable,
    /// Shows what stands behind the client's alert, or why a planned touch is on its day.
    ShowEvidence,
    /// Shows everything that happened with the client, to be read and changed.
    ShowTimeline,
    /// Shows the gift ledger.
    ShowGifts,
    /// Shows what holds for the whole book: who is regular, when an order is asked about, what gifts may cost.
    ShowRules,
    /// Shows who may be the same.
    ShowDuplicates,
    /// Shows the figures of the whole book.
    ShowFigures,
    /// Shows what to know before a talk with the client.
    ShowBrief,
    /// Puts the alert off, or a planned touch.
    SnoozeAlert,
    /// Dismisses the alert, or leaves a planned touch out.
    DismissAlert,
    /// Shows the alerts that were put off or dismissed.
    ShowSilenced,
    /// Shows from where on the alerts speak, to be changed.
    ShowThresholds,
    /// Shows the client's touches that were left out, to take them in again.
    ShowSkipped,
    /// Puts a planned touch on another day.
    MoveTouch,
    /// Logs a planned touch as done.
    DoTouch,
    /// Marks a promise as kept.
    KeepPromise,
    /// Ends a promise that was not kept.
    EndPromise,
    /// Marks the alert, so that several are answered at once; in the list of clients the client, to log the same with
    /// several.
    Mark,
    /// Shows how the alerts did.
    ShowReport,
    /// Greets the clients due for one occasion.
    Greet,
    /// Opens the news to share.
    ShowNews,
    /// Opens the plan as a whole: absences, catching up, evening out, what has no day, how the table is kept.
    ShowPlan,
    /// Brings in a file.
    Import,
    /// Computes the alerts and the calendar anew.
    Refresh,
    /// Goes to the demonstration, or back from it.
    SwitchBook,
    /// Changes the language.
    SwitchLanguage,
    /// Goes to the next country whose days off are planned by.
    SwitchCountry,
    /// Takes clicks, or leaves them to the terminal.
    SwitchMouse,
    /// Draws the screen anew.
    Repaint,
    /// Ends the program.
    Quit,
}
