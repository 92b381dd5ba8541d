# Numbers group their own digits and choose the plural form; days, money and shares come in already written.
# CAPITAL() makes the first letter of a value large.

## Verbs, as finished actions

verb-log-call = call logged
verb-log-message = message logged
verb-log-email = e-mail logged
verb-log-mail = letter logged
verb-log-meeting = meeting logged
verb-log-gift = gift logged
verb-log-event = invitation logged
verb-log-order = order logged
verb-log-note = note written
verb-edit-touch = contact changed
verb-delete-touch = contact deleted
verb-edit-note = note changed
verb-edit-order = order changed
verb-delete-order = order deleted
verb-delete-evaluation = evaluation deleted
verb-edit-promise = promise reworded
verb-delete-promise = promise deleted
verb-delete-note = note deleted
verb-add-gift = gift added to the catalogue
verb-drop-gift = gift dropped from the catalogue
verb-set-membership = club noted
verb-follow-up = next contact set
verb-open-complaint = complaint opened
verb-step-complaint = complaint led on
verb-rework-complaint = complaint back to the change
verb-sort-complaint = kind of the complaint set
verb-date-complaint = day of the complaint set
verb-close-complaint = complaint closed
verb-close-client = client closed
verb-reopen-client = client reopened
verb-concede = concession noted
verb-log-free-work = free work noted
verb-mark-conflict = mark set
verb-clear-conflict = mark taken away
verb-explain-volume = answer about the orders kept
verb-decide-parting = decision kept
verb-add-competitor = competitor noted
verb-edit-competitor = competitor changed
verb-decide-competitor = decision about a competitor kept
verb-end-competitor = competitor gone
verb-win-back = answers about the return kept
verb-evaluate = evaluation entered
verb-note-event = event entered
verb-end-event = event ended
verb-snooze-alert = alert put off
verb-dismiss-alert = alert dismissed
verb-bring-back-alert = alert brought back
verb-add-news = news added
verb-edit-news = news changed
verb-close-news = news ended
verb-tell-news = news told
verb-promise = promise noted
verb-keep-promise = promise kept
verb-move-promise = promise moved
verb-break-promise = promise broken
verb-drop-promise = promise dropped
verb-greet = greetings logged
verb-import = file brought in
verb-restore = export put back
verb-set-setting = setting changed
verb-skip = touch skipped
verb-unskip = touch taken in again
verb-snooze = touch put off
verb-move-to = touch moved
verb-add-absence = absence added
verb-remove-absence = absence removed
verb-catch-up = late touches dealt with
verb-rebalance = calendar evened out
verb-edit-table = table changed
verb-other = change made

done = { CAPITAL($what) }: { $client }
undone = Taken back: { $what }, { $subject }
redone = Brought back: { $what }, { $subject }
undone-alone = Taken back: { $what }
redone-alone = Brought back: { $what }

effect-evaluated = of the order of { $day }
effect-minus = what was wanting may be a complaint
effect-ask-review = ask the client for a review
effect-decided = { $what }, by { $day }
effect-offer-close = then close the client, with the reason
effect-alert-answered = alert answered until { $day }
effect-alert-closed = alert closed
effect-alert-lower = alert lowered: { $level }
effect-alert-raised = new alert: { $level }
effect-and-others = and those of { $n } more
effect-next = next contact { $day }
effect-chosen = and as you chose { $day }
effect-next-kind = next: { $kind } { $day }
effect-others-moved = { $n } { $n ->
    [one] other touch
   *[other] other touches
} moved
effect-others-no-day = { $n } { $n ->
    [one] other touch
   *[other] other touches
} without a day
effect-no-next = no next contact planned
effect-promise = “{ $text }”
effect-promised = promised by { $day }
effect-number-known = mind: number { $text } is on record already, with the order of { $day }
effect-repeat = repeat order #{ $n }
effect-promised-us = they promised by { $day }
effect-former-too-many = mind: { $n ->
    [3] third
   *[other] { $n }th
} contact this year with a former client
effect-over-quota = mind: { $n } this { $period }, the table means { $limit } at most
effect-greeted = { $n ->
    [one] { $n } client
   *[other] { $n } clients
}

## Names

touch-call = call
touch-message = message
touch-email = e-mail
touch-mail = letter
touch-meeting = meeting
touch-gift = gift
touch-event = invitation

outcome-reached = reached
outcome-met = met
outcome-received = received
outcome-sent = sent
outcome-given = given
outcome-no_answer = no answer
outcome-call_back = call back
outcome-refused = refused
outcome-invited = invited
outcome-accepted = accepted
outcome-came = came
detail-theirs = they contacted us
detail-minutes = { $n } min
detail-drain = drained { $n }/5
detail-nps = would recommend { $n }/10
detail-wow = to impress
gift-for-total = ordered for { $money } in twelve months
gift-for-tenure = orders since { $day }
gift-repeat = was given this on { $day }
gift-over-limit = costs more than your limit of { $money }
gift-over-law = costs more than { $money }: article 575 of the Russian Civil Code, check the law in force
gift-over-budget = more than is left of the year’s budget: { $money }
gift-overspent = the year’s budget is overspent by { $money } already
gift-budget = Gifts of this year to all clients: { $spent } of { $budget }, { $left } left
gift-spent = Gifts of this year to all clients: { $spent } (no limit for the year)
effect-no-club = in no club now
membership-until = until { $day }
membership = club
membership-has = { $n ->
    [one] { $n } point
   *[other] { $n } points
 }
membership-ends = call: membership ends on { $day }
membership-ended = call: membership ended on { $day }
membership-points = call: has { $n ->
    [one] { $n } point
   *[other] { $n } points
 } to spend

mark-slow = slow to react
mark-avoids = avoids contact
mark-distant = distant
mark-hard_refusal = hard refusal

status-potential = potential
status-prospective = prospective
status-client = client
status-regular = regular
status-former = former

level-alarm = alarm
level-watch = watch
level-note = note
level-alarm-about = late beyond doubt, or two independent reasons to watch
level-watch-about = one reason to look
level-note-about = worth knowing; nothing is pushed forward

event-management = new management
event-strategy = a new strategy
event-owners = new owners
event-market = a changed market
event-politics = politics
event-restrictions = restrictions by the state
event-contract = a cancelled contract
event-competitor = a competitor
event-over = over: { $what }
card-events = Open events: { $n }
card-event = • { $what }, since { $day }

aspect-invoice = time of the invoice
aspect-shipment = time of the shipment
aspect-documents = time of the closing documents
aspect-advice = the manager’s advice
aspect-support = support
aspect-quality = quality of the goods

dismissal-not-true = not true
dismissal-seasonal = seasonal
dismissal-left = has left
dismissal-in-work = in work
dismissal-other = other
dismissal-no-need = no purchase in sight
dismissal-spoiled = relation spoiled
dismissal-disappointed = disappointed by a purchase
dismissal-too-much-effort = too much effort

alert-kind-overdue = late against the own rhythm
alert-kind-volume = orders grow smaller
alert-kind-interval = intervals grow longer
alert-kind-payment = payment grows slower
alert-kind-dropped-item = something no longer ordered
alert-kind-hidden = felt in talks
alert-kind-complaint = open complaints
alert-kind-returned = something came back of an order
alert-kind-quality = orders found worse and worse
alert-kind-competitor = competitors
alert-kind-hint = hints by a competitor
alert-kind-event = events at the client
alert-kind-concentration = too much hangs on one
alert-kind-no-next-step = no next contact
alert-kind-nothing-new = nothing new for long
alert-kind-unasked = not asked for an opinion
alert-kind-former-due = former clients to greet

## Alerts: why, and what to do

reason-overdue =
    Orders { $usual ->
        [1] every day
       *[other] about every { $usual } days
    } by its { $gaps ->
        [one] one gap
       *[other] { $gaps } gaps
    }, the last order was { $gap ->
        [one] { $gap } day
       *[other] { $gap } days
    } ago: { $tail } of its usual gaps are this long. { $none } chance of no order in { $horizon ->
        [one] { $horizon } day
       *[other] { $horizon } days
    }.
reason-overdue-short =
    { $usual ->
        [1] every day
       *[other] every ~{ $usual } days
    }, now { $gap }
reason-complaint =
    { $days ->
        [0] A complaint was made today.
        [one] A complaint has been open for { $days } day, since { $opened }.
       *[other] A complaint has been open for { $days } days, since { $opened }.
    } Now: { $step }.
reason-complaint-short =
    { $days ->
        [0] complaint made today
        [one] complaint open { $days } day
       *[other] complaint open { $days } days
    }
reason-return =
    { $days ->
        [0] Something was sent back today, and that is not settled.
        [one] A return has been open for { $days } day, since { $opened }.
       *[other] A return has been open for { $days } days, since { $opened }.
    } Now: { $step }.
reason-return-short =
    { $days ->
        [0] return made today
        [one] return open { $days } day
       *[other] return open { $days } days
    }
reason-claim =
    { $days ->
        [0] A claim was made today.
        [one] A claim has been open for { $days } day, since { $opened }.
       *[other] A claim has been open for { $days } days, since { $opened }.
    } Now: { $step }.
reason-claim-short =
    { $days ->
        [0] claim made today
        [one] claim open { $days } day
       *[other] claim open { $days } days
    }
reason-returned =
    { $money } came back of the order of { $ordered }, { $share } of it{ $days ->
        [0] .
        [one] , { $days } day ago.
       *[other] , { $days } days ago.
    }
reason-returned-short = { $money } came back
reason-quality = Orders are found worse and worse: what was better than it should be, less what was wanting, went { $first }, { $second }, { $third }, last on { $last }.
reason-quality-short = evaluations fall: { $first }, { $second }, { $third }
reason-volume =
    Orders grow smaller: usually { $usually }, the last three about { $lately }{ $percent ->
        [0] .
       *[other] , each about { $percent } % smaller than the one before.
    }
reason-volume-short = orders { $usually } → { $lately }
reason-interval =
    Orders come less often: usually { $usually } days apart, lately { $lately }{ $percent ->
        [0] .
       *[other] , each gap about { $percent } % longer than the one before.
    }
reason-interval-short = gaps { $usually } → { $lately } days
reason-payment =
    Payment grows slower: usually { $usually } days, lately { $lately }{ $percent ->
        [0] .
       *[other] , each about { $percent } % longer than the one before.
    }
reason-payment-short = pays in { $usually } → { $lately } days
reason-item = { $item }: in { $seen } of { $of } orders, not in the last { $missing }; ordered last on { $last }.
reason-item-short = { $item }: not in the last { $missing }
reason-hidden = { $marked } of the last { $of } contacts were marked as uneasy, last on { $last }.
reason-hidden-short = uneasy in { $marked } of { $of } contacts
reason-event =
    { $days ->
        [0] Heard of today: { $what }.
        [one] Heard of { $days } day ago, on { $day }: { $what }.
       *[other] Heard of { $days } days ago, on { $day }: { $what }.
    }
reason-event-short = { $what }
reason-competitor = A competitor is there since { $day }: { $text }, threat { $threat } of 3.
reason-competitor-losing = A competitor is there since { $day } and works at a loss: { $text }, threat { $threat } of 3.
reason-competitor-short = competitor { $text }, threat { $threat }
reason-hint =
    { $days ->
        [0] A competitor was invited as a hint: { $text }.
        [one] A competitor was invited as a hint { $days } day ago: { $text }.
       *[other] A competitor was invited as a hint { $days } days ago: { $text }.
    } Leave, leave for a time, or join the race.
reason-hint-short = a hint: competitor { $text }
reason-concentration =
    { $share } of the revenue of twelve months, { $revenue }, comes from this client{ $average ->
        [0] .
        [one] ; { $average } average client would fill the gap.
       *[other] ; { $average } average clients would fill the gap.
    }
reason-concentration-short = { $share } of the revenue
reason-dropped =
    No next contact is planned, and the last one was { $days ->
        [one] { $days } day
       *[other] { $days } days
    } ago: longer than it usually takes to order again.
reason-dropped-short = no contact for { $days } d, none planned
reason-dropped-never =
    No contact is on record, and none is planned: { $days ->
        [one] { $days } day
       *[other] { $days } days
    } since the first order, longer than it usually takes to order again.
reason-dropped-never-short = no contact on record, none planned
reason-unasked =
    Not asked how it finds the orders since { $since }: { $months } { $months ->
        [one] month
       *[other] months
    }.
reason-unasked-short = opinion not asked for { $months } mo
reason-nothing-new =
    No meeting, gift or invitation since { $since }: { $months } { $months ->
        [one] month
       *[other] months
    } of orders alone.
reason-nothing-new-ever =
    No meeting, gift or invitation is on record: { $months } { $months ->
        [one] month
       *[other] months
    } of orders alone.
reason-nothing-new-short = nothing new for { $months } mo
reason-former =
    A former client, last in touch on { $last }, { $months } { $months ->
        [one] month
       *[other] months
    } ago: a greeting is due, once or twice a year.
reason-former-short = former, a greeting is due
reason-no-next = No next contact is planned.
reason-no-next-short = no next contact

advice-call = Call and ask how things are.
advice-ask = Ask what has changed.
advice-visit = Go there, and bring something new.
advice-evaluate = Ask how the last order was found, and enter it ({ $front ->
    [shell] regulars evaluate
   *[screen] o
}).
advice-greet = Send a greeting.
advice-decide = Decide: leave, leave for a time, or join the race.
advice-settle = Settle the complaint, then call.
advice-widen = Look for other clients before anything happens.
advice-plan = Set the day of the next contact.

## Errors: what happened, what was kept, what to do

error-file-missing = There is no file { $path }. Nothing was changed. Check its name, or leave out --db to open your own file.
error-file-folder = { $path } is a folder. Nothing was changed. Name a file in it.
error-file-foreign = { $path } is not a file of this program. It was left as it is. Name another file.
error-file-newer = { $path } was written by a newer version of regulars (file version { $needs }). It was left as it is. Update regulars to open it.
error-file-read-only = { $path } cannot be written. Nothing was changed. Allow writing to the file and its folder, or choose another place with --db.
error-file-no-room = There is no room to write { $path }. What was saved before is kept; this was not. Free some space and try again.
error-file-busy = Another program is writing to { $path }. What was saved before is kept; this was not. Try again in a moment.
error-file-damaged = { $path } is damaged. It was left as it is. Daily copies lie in the folder beside it: open one with --db.
error-file-too-large = In table { $table } of this file, { $column } in the row with the id { $id } is out of bounds: no amount is larger than { $money }. Nothing was taken.
error-file-bad-row = A row of the file cannot be read ({ $detail }). Nothing was changed. Daily copies lie in the folder beside the file: open one with --db.
error-file-other = { $path } cannot be used: { $detail }. What was saved before is kept; this was not.

error-no-client = No client fits “{ $asked }”. Nothing was changed. Part of a name, a town or a telephone number is enough.
error-ambiguous = “{ $asked }” fits more than one client. Nothing was changed. Say which one by its id, its code or more of its name.
error-nothing-to-undo = There is nothing to take back.
error-nothing-to-redo = There is nothing to bring back.
error-looks-only = The file is open for looking only. Nothing was changed. Close the other window to write in this one.
error-empty = There is nothing to write. Nothing was changed. Type a few words first.
error-bad-amounts = An order is of more than nothing, and no more of it comes back than was ordered. Nothing was changed. What was returned is said of the order it belongs to: =back:500 in its line, --returned 500 on the command line.
error-no-amount = “{ $typed }” is no amount. Nothing was changed. Type it as 12500, 12 500.50 or 12.5k.
error-too-large = No amount is larger than { $money }. Nothing was changed.
error-below-zero = A gift costs nothing or more, not { $money }. Nothing was changed.
error-no-complaint = This client has no open complaint. Nothing was changed.
error-last-step = The last step is done. Nothing was changed. What remains is to close the complaint, and to say what changed in the process.
error-no-rework = Nothing was changed yet that could be made again. Nothing was changed. A complaint goes back to the change from step 5 on.
error-no-lesson = What changed in the process is to be said, even if it is nothing. Nothing was changed.
error-former-by-closing = A former client is one that was closed, for a reason that is counted: { $front ->
    [shell] regulars close, and reopen
   *[screen] key L
}. Nothing was changed.
error-later = The book has that on record for { $day }, which is after today: it stays as it is. Nothing was changed.
error-closed = This client is closed already. Nothing was changed.
error-not-closed = This client is not a former one: there is nothing to reopen and nobody to win back. Nothing was changed. One is made former by { $front ->
    [shell] regulars close CLIENT --why WHY
   *[screen] key L
}.
error-no-competitor = No competitor fits “{ $asked }”, or several do. Nothing was changed. regulars competitor list shows them; a part of the name that only one has is enough.
error-no-fall = The orders of this client do not grow smaller: there is nothing to explain. Nothing was changed.
error-ahead = { $day } is still to come. Nothing was changed. Name today, or a day before.
error-no-touch = There is no touch “{ $key }” in the calendar. Nothing was changed. regulars calendar shows the keys.
error-already-done = “{ $key }” is done or skipped already. Nothing was changed.
error-not-skipped = “{ $key }” was not skipped. Nothing was changed.
error-no-absence = There is no absence “{ $asked }”. Nothing was changed. regulars absence list shows them.
error-behind = { $day } has passed. Nothing was changed. Name a day from today on.
error-ends-before = { $to } lies before { $from }. Nothing was changed.
error-bad-rule = Row { $row } of the table: { $why } Nothing was changed.
error-table = { $path }, line { $line }: { $why } Nothing was changed.
error-no-alert = There is no alert to answer here. Nothing was changed.
error-nothing-silenced = No alert of this client was put off or dismissed. Nothing was changed.
error-no-purchase = No purchase of this client is on its way, so nothing is chosen. Nothing was changed. + begins one.
error-no-order = This client has not ordered yet: there is nothing to evaluate. Nothing was changed.
error-no-event = There is no such event at this client. Nothing was changed.
error-not-ahead = { $day } is not to come. Nothing was changed. An alert is put off until a day after today.
error-no-news = No news told now fit “{ $asked }”, or several do. Nothing was changed. regulars news lists them; a part of the text that only one has is enough.
error-no-promise = No open promise fits “{ $asked }”, or several do. Nothing was changed. regulars promises lists them; a part of the text that only one has is enough.
error-no-person = No person at this client fits “{ $asked }”, or several do. Nothing was changed. regulars show lists them; a part of the name is enough.
error-no-entry = No such entry has the id “{ $asked }”. Nothing was changed. regulars timeline CLIENT lists them with their ids.
error-gift-there = The catalogue has “{ $name }” already. Nothing was changed. Drop it first to give it another price.
error-no-gift = The catalogue has no “{ $asked }”. Nothing was changed. regulars gift list shows what it has.
error-not-empty = An export can only be put back into a file without clients, and this one has some. Nothing was changed. Name a new file with --db.
error-stopped = Stopped. Nothing was changed.
error-import-missing = There is no file { $path }. Nothing was changed. Check its name and folder.
error-import-folder = { $path } is a folder. Nothing was changed. Name a file in it.
error-import-denied = { $path } may not be read. Nothing was changed. Allow reading it, or copy it elsewhere.
error-import-unreadable = { $path } cannot be read. Nothing was changed. Check the disk, or copy the file elsewhere.
error-import-file = { $path }: { $why } Nothing was changed.
error-holidays-there = { $path } is there already. It was left as it is. Change it by hand, or remove it to begin anew.
holidays-moved = The days off were changed; of the planned touches { $moved } moved, { $new } are new, { $gone } gone.
holidays-bad-line = { $file }, line { $line }: “{ $text }” is not understood. What belongs to this line is left out; the rest of the file holds.

## The command line

cli-about = Keeps an account manager's regular clients from being forgotten. Without a command it opens the screen.
cli-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-exit-codes =
    Ends with
      0  done
      1  the file or the data did not allow it; nothing was written
      2  the command line is wrong, or the screen was asked for where there is no terminal
      3  no client fits, or several do
      4  nothing to take back or to bring back
      5  the files were brought in, and some of their rows were not taken

    Errors go to standard error; with --json they are the answer on standard output.

cli-command-today = Whom to contact today, and why.
cli-command-alerts = The clients who may be leaving, the gravest first.
cli-command-alerts-report = How the alerts did: who ordered anyway, who left, what was not true.
cli-command-snooze-alert = Put alerts off until a day.
cli-command-dismiss-alert = Dismiss alerts: they are silent until their facts change.
cli-command-bring-back-alert = Bring back what was put off or dismissed of a client's alert.
cli-command-replacement = What would replace a client that may leave: the gap, the day, and whom to win.
cli-command-evaluate = How a client found its last order: invoice, shipment, documents, advice, support, quality.
cli-command-event = What happened at a client, or that it is over.
cli-command-clients = Every client by name.
cli-command-show = Everything about one client.
cli-command-brief = What to know before a talk with a client, on one screen; whole where a program or a file takes it in.
cli-command-log = Log a contact that happened, a note or an order.
cli-command-follow-up = Set the day of the next contact.
cli-command-complaint = Open a complaint, lead it through its seven steps, close it; list those that are open.
cli-command-promise = Note what was promised to a client, or by one, and by when.
cli-command-promises = List the open promises, the longest due first, and how others were kept.
cli-command-keep-promise = Mark a promise as kept.
cli-command-move-promise = Put a promise on another day; the day it was made for stays with it.
cli-command-break-promise = Say that a promise was broken, and why.
cli-command-drop-promise = Say that a promise is owed no more, and why.
cli-command-open = Open a complaint: an alert until it is closed. The client is to be told that it is right today, or by --next.
cli-command-close = Close the oldest open complaint, and say what changed in the process.
cli-command-complaint-step = Lead a complaint to its next step, with the day by which that is to be done.
cli-command-complaint-rework = Lead a complaint back to the change: the client does not find the new version good.
cli-command-complaint-sort = Say what kind a complaint is, and what irritated.
cli-command-complaint-date = Give the next step of a complaint another day.
cli-command-complaint-list = List the open complaints, the oldest first, each with its step and its clock.
cli-command-close-client = Close a client for a reason: from then on it is a former one.
cli-command-reopen = Make a former client one that counts again.
cli-command-losses = Why clients were lost: your own split beside the figures of the source.
cli-command-exit = Whether to go on with a client: five signs of an ending in three groups.
cli-command-concession = Note a term that was given way on.
cli-command-free-work = Note work that was done for nothing.
cli-command-values-conflict = Mark a conflict of values, for oneself alone: the curtain hides it.
cli-command-explain-volume = Say that there is a reason why a client's orders grow smaller, or that there is none.
cli-command-decide = Decide about a client, with the day by which that is done or looked at again.
cli-command-return = Whether a former client is worth winning back: three questions, and what follows. Without answers it tells those that were given.
cli-command-competitor = The competitors at clients.
cli-command-competitor-add = Note a competitor at a client.
cli-command-competitor-edit = Change what is known of a competitor.
cli-command-competitor-decide = Decide about a competitor that was invited as a hint.
cli-command-competitor-list = List the competitors, the oldest first.
cli-command-gone = Say that a competitor is gone.
cli-command-undo = Take back the last action, whenever it was done.
cli-command-redo = Bring back what was taken back last.
cli-command-nps = How likely clients would recommend us: the share of the loyal less that of the critics, over twelve months or another period.
cli-command-timeline = Everything that happened with a client, newest first, with the ids to change it by.
cli-command-edit-touch = Change a contact on record: what is named is put in place of what was said.
cli-command-delete-touch = Delete a contact on record; what it did in the plan is open again.
cli-command-edit-note = Change a note on record.
cli-command-edit-order = Change an order on record: what is named is put in place of what was said.
cli-command-delete-order = Delete an order on record, with its items and its evaluation.
cli-command-delete-evaluation = Delete an evaluation on record: the order was not asked about.
cli-command-edit-promise = Reword a promise on record.
cli-command-delete-promise = Delete a promise on record, as one that was never made.
cli-command-delete-note = Delete a note on record.
cli-command-forecast = What regular clients are likely to order within the horizon, or within other days.
cli-command-gift = The catalogue of gifts, and for whom it is time.
cli-command-gift-list = List the catalogue, what was given least recently first.
cli-command-gift-due = List the clients for whom it is time for a gift, or for a call about their club.
cli-command-catalogue = Change the catalogue.
cli-command-gift-add = Add a gift.
cli-command-gift-drop = Drop a gift; what was given stays on record.
cli-command-gifts = What a client was given, what it may be given next, and what gifts may cost.
cli-command-membership = The club a client belongs to: until when, and how many points it may spend.
cli-command-import = Bring in tables of clients or orders (CSV), or an export of regulars. The same file again changes nothing.
cli-command-export = Write out everything, losslessly, or the planned touches as a calendar.
cli-command-holidays = Show the days off of the country, change them or check them.
cli-command-sheet = A sheet to print: the planned touches by town, or those somebody else does.
cli-command-town = The planned touches by town, for a journey; of two weeks, if no last day is named.
cli-command-handover = What the secretary, the courier or the head is to do; of two weeks, if no last day is named.
cli-command-greet = List the occasions to greet for; write the greetings of one, and log that they were sent.
cli-command-news = List the news to share; add, change or end them, see who has heard them.
cli-command-add = Add news.
cli-command-edit = Change news; what is not named stays as it is.
cli-command-close-news = End news: nobody is told them any more.
cli-command-told = Note that a client has heard news.
cli-command-who = List who has not heard news yet, and who has.
cli-command-copy = Lay a copy of the holidays beside the book: the copy is read from then on, and may be changed.
cli-command-check = Check a file of holidays and show how it is read.
cli-command-demo = Look at the demonstration: made-up clients in a file of their own.
cli-command-set = Choose the language, the currency, the country, the minutes of a day, how the alerts speak.
cli-command-table = The communication table: whom to touch, how, how often.
cli-command-table-export = Write the table to a file (TOML).
cli-command-table-import = Bring in a table from a file, and plan by it.
cli-command-calendar = The touches planned from day to day.
cli-command-compliance = How each row of the table was kept.
cli-command-skip = Leave a touch out of the calendar.
cli-command-unskip = Take a touch that was skipped in again.
cli-command-snooze = Put a touch off to a day, or to the next working day.
cli-command-move = Put a touch on a day by hand.
cli-command-do = Log a planned touch as done today.
cli-command-absence = Who is away when.
cli-command-absence-add = Add an absence; what stood on its days is moved.
cli-command-remove = Remove an absence.
cli-command-list = List the absences.
cli-command-catch-up = Deal with what came to nothing while you were away.
cli-command-rebalance = Even the calendar out anew.

cli-option-db = The file to work with, instead of your own
cli-option-today = The day to act on, 2026-11-23, instead of today
cli-option-lang = The language of the words: en or ru
cli-option-json = Answer as JSON
cli-option-help = Show this help
cli-option-version = Show the version
cli-option-client = The client: its id, its code, or any part of its name, people, telephone or town that fits it alone
cli-option-kind = call, message, email, mail, meeting, gift, event, note or order
cli-option-message = What was said or written
cli-option-outcome = How it ended: reached (if nothing is said), no_answer, call_back or refused
cli-option-felt = What was felt: slow, avoids, distant or hard_refusal; may be given several times
cli-option-item = What was given, for a gift; what was ordered, for an order: may be given several times
cli-option-due = The day an order is to be paid by: +14 (from its own day), fri, 28.11, 2026-11-28
cli-option-paid = The day an order was paid: yesterday, -3, 20.11, 2026-11-20
cli-option-returned = What of an order came back: 500, 500.50
cli-option-number = The number of an order
cli-option-amount = The amount of an order, or the cost of a gift: 12500, 12 500.50, 12.5k
cli-option-on = The day it happened: yesterday, -3, fri (the last one), 20.11, 2026-11-20
cli-option-next = The day of the next contact: tomorrow, +7, fri (the next one), 28.11, 2026-11-28
cli-option-promised = What was promised
cli-option-by = The day by which: tomorrow, +7, fri (the next one), 28.11, 2026-11-28
cli-option-theirs = It was the client’s: its promise to us, or it who contacted us
cli-option-person = To whom there, or by whom: a part of the name
cli-option-entries = Only these: all, call, message, email, mail, meeting, gift, event, order, note, promise, complaint, evaluation, client_event, concession, free_work or competitor
cli-option-entry = The id, as regulars timeline shows it
cli-option-days = Within how many days, 1 to 730
cli-option-club = What the club is called
cli-option-member-until = The last day of the membership
cli-option-points = How many points it may spend
cli-option-end = It belongs to no club
cli-option-gift = The gift, as the catalogue calls it
cli-option-price = What one costs
cli-option-minutes = How long it took, 1 to 1440 minutes
cli-option-purpose = What it was for: remind, inform, feedback, decide, attention or thank
cli-option-drain = How much it took out of you, 1 to 5
cli-option-nps = How likely the client would recommend us, 0 to 10, as it answered
cli-option-wow = It was meant to impress
cli-option-invited = How far an invitation came: invited, accepted or came
cli-option-waits-on = The department it waits on
cli-option-promise = The promise: its number in promises, or a part of its text
cli-option-occasion = The occasion, as the list calls it: new_year, birthday, builder
cli-option-text-file = The text, with name, person and line in curly braces where they belong, instead of the usual one
cli-option-mark = Log those that are due as sent: one step of undo
cli-option-told = News that were told: a part of their text; may be given several times
cli-option-anyway = Log it although a former client was contacted twice this year already
cli-option-news = The news: a part of their text
cli-option-text = What is new
cli-option-until = The last day on which it is news
cli-option-status = Only for clients of this status: potential, prospective, client, regular or former; may be given several times
cli-option-star = Only for clients with a star
cli-option-tag = Only for clients with this label; may be given several times
cli-option-city = Only for clients of this town; may be given several times
cli-option-industry = Only for clients of this industry; may be given several times
cli-option-day = The day: tomorrow, +7, fri (the next one), 28.11, 2026-11-28
cli-option-file = The files to bring in
cli-option-dry-run = Show what would change, and write nothing
cli-option-format = json: everything; ics: the planned touches, for a calendar program
cli-option-holiday-file = The file to check
cli-option-out = Where to write: a file, or - for standard output
cli-option-from = The first day: tomorrow, mon, 1.12, 2026-12-01
cli-option-to = The day, or the last day: +7, fri, 31.12, 2026-12-31
cli-option-done = Keep touches that were done in the calendar, for thirty days
cli-option-html = As a page for the browser, instead of plain text
cli-option-who = Who: me, secretary, courier or head
cli-option-reset = Make the demonstration anew, as of today
cli-option-setting = language, currency, country, minutes-per-day, horizon, alarm_factor, alerts_a_day, concentration, novelty_after, unasked_after, regular, evaluation_after, reply_minutes, nps_least, gift_budget, gift_limit, gift_total or gift_tenure
cli-option-value = en or ru; the three letters of a currency; ru, by, kz, de, gb or us; the minutes of a day for touches; 30, 60 or 90 days; the factor of the threshold (20); how many alerts are pushed forward a day (12); the share of the revenue in per cent from which too much hangs on one client (20); after how many days without anything new, or without being asked, a client is noted (365); who is regular: from how many order days (3), or so many within so many days (3/365); how many days after an order to ask about it (7); the minutes within which a complaint is to be answered (60); from how many answers on the NPS is told (10); what gifts may cost a year, and one of them (3000 roubles); from what orders of twelve months, or from how many days of ordering (365) on a gift is proposed
cli-option-horizon = How many days ahead “no order” is asked for, 1 to 730
cli-option-since = Since that day, instead of a year ago
cli-option-factor = The factor of a threshold to try on the past twelve months, 8 to 60; a greater one speaks later
cli-option-sleep-until = The day on which they come back: tomorrow, +7, fri (the next one), 28.11, 2026-11-28
cli-option-reason = Why: of a touch, a promise or a status in your own words; of an alert not_true, seasonal, left, in_work, other; of a dropped client also no_need, spoiled, disappointed, too_much_effort
cli-option-what = What it is: complaint (if nothing is said), return or claim
cli-option-irritant = What irritated: talk (an unpleasant one), wait (too long), no_answer (nor solution) or other
cli-option-next-step = By when the next step is to be done: tomorrow, +3, fri (the next one), 28.11, 2026-11-28
cli-option-complaint = The complaint, by its number in complaint list, where the client has several; otherwise the oldest
cli-option-changed = What changed in the process; “nothing” is an answer too
cli-option-why = forgotten (nobody remembered it), complaint (not resolved), competitor, moved (or closed the business) or ended (by us)
cli-option-conceded = What was given way on
cli-option-cost = What that costs: 12500, 12 500.50, 12.5k
cli-option-work = What was done
cli-option-worth = What it is worth: 12500, 12 500.50, 12.5k
cli-option-conflict = kickbacks, disrespect or in_the_dark
cli-option-over = It is so no more: the mark is taken away
cli-option-not = No reason explains it
cli-option-choice = continue, renegotiate or end
cli-option-by-whom = Who ended it: us or them
cli-option-changes = What changed on our side since: nothing, goals, strategy, assortment or methods
cli-option-quality = Whether it was about the quality of what we do: yes or no
cli-option-their-name = The name of the competitor
cli-option-competitor = The competitor: its number in competitor list, or a part of its name
cli-option-piece = The piece of the business it has
cli-option-brought-by = Who brought it
cli-option-threat = How great the threat is: 0 (it has its own piece) to 3
cli-option-losing = Whether it works at a loss, or wages a war of prices: yes or no
cli-option-hint = Whether it was invited as a hint: yes or no
cli-option-way = leave, pause (leave for a time) or race (join it)
cli-option-plus = Better than it should be: any of invoice,shipment,documents,advice,support,quality
cli-option-fair = As it should be
cli-option-minus = Wanting
cli-option-event = management, strategy, owners, market, politics, restrictions, contract (cancelled) or competitor
cli-option-ended = It is over: a competitor is gone
cli-option-all = Every client with its figures, also those without an alert
cli-option-silenced = The alerts that were put off or dismissed, with the day they come back or the reason
cli-option-of = Only with this client
cli-option-no-day = What is owed and found no day, with the reason
cli-option-key = What the touch is, as the calendar shows it: Q|…, H|…, A|…
cli-option-id = The absence, by its number in absence list
cli-option-how = keep: they stay where the calendar put them; move: spread them up to --to; drop: skip them
cli-option-toml-file = The file with the table

cli-value-command = COMMAND
cli-value-options = [OPTIONS]
cli-value-client = CLIENT
cli-value-kind = KIND
cli-value-who = WHO
cli-value-occasion = OCCASION
cli-value-news = NEWS
cli-value-promise = PROMISE
cli-value-promised = TEXT
cli-value-person = PERSON
cli-value-entry = ID
cli-value-gift = GIFT
cli-value-minutes = 1-1440
cli-value-drain = 1-5
cli-value-nps = 0-10
cli-value-purpose = PURPOSE
cli-value-invited = STEP
cli-value-department = DEPARTMENT
cli-value-status = STATUS
cli-value-item = ITEM
cli-value-text = TEXT
cli-value-outcome = OUTCOME
cli-value-felt = FELT
cli-value-money = AMOUNT
cli-value-day = DAY
cli-value-iso-day = DAY
cli-value-file = FILE
cli-value-lang = LANGUAGE
cli-value-format = FORMAT
cli-value-days = DAYS
cli-value-number = NUMBER
cli-value-reason = REASON
cli-value-what = WHAT
cli-value-irritant = WHAT
cli-value-why = WHY
cli-value-conceded = TEXT
cli-value-work = TEXT
cli-value-conflict = WHAT
cli-value-choice = CHOICE
cli-value-by-whom = WHO
cli-value-changes = WHAT
cli-value-their-name = NAME
cli-value-competitor = COMPETITOR
cli-value-threat = 0-3
cli-value-way = WAY
cli-value-yes-or-no = YES|NO
cli-value-aspects = ASPECTS
cli-value-event = EVENT
cli-value-holiday-file = FILE
cli-value-setting = SETTING
cli-value-value = VALUE
cli-value-key = KEY
cli-value-id = NUMBER
cli-value-how = HOW
cli-value-toml-file = FILE

cli-see-help = See regulars --help.
cli-error-command = There is no command “{ $what }”.
cli-error-unknown = “{ $what }” is not understood.
cli-error-missing = { $what } is missing.
cli-error-value = “{ $value }” is not right for { $arg }. It takes { $valid }.
cli-error-graded-twice = “{ $aspect }” was named with two marks, and nothing was written. Name it once: with --plus, --fair or --minus.
cli-error-format = “{ $value }” is not right for { $arg }.
cli-error-twice = { $what } is given twice.
cli-error-no-command = A command is missing.
cli-error-other = The command line is not understood.
cli-error-not-for = { $option } does not go with “{ $kind }”, and nothing was written.
cli-error-one-client = { $what } goes with one client, not with several, and nothing was written.
cli-error-no-further-client = No client fits “{ $asked }”, and nothing was written. { $kind ->
        [order] Behind the client of an order stands its amount; what was ordered goes with --item: regulars log order CLIENT 12500 --item paper
        [gift] What was given goes with --item, its cost with --amount.
       *[other] What was said goes with -m.
    }
cli-error-day = “{ $typed }” is no day, and nothing was written. Days are written tomorrow, +7, fri, 28.11 or 2026-11-28.
cli-error-behind = { $day } has passed, and nothing was written. Name a day from today on.
cli-error-order = { $to } lies before { $from }, and nothing was written. Name the first day with --from and the last with --to.
cli-error-ahead = { $day } is still to come, and nothing was written. The day of the next contact is named with --next.
cli-error-money = “{ $typed }” is no amount, and nothing was written. Amounts are written 12500, 12 500.50 or 12.5k.
cli-error-language = “{ $typed }” is none of the languages, en and ru.
cli-error-currency = “{ $typed }” is no currency. It takes three letters: RUB, USD, EUR.
cli-error-minutes = “{ $typed }” is no number of minutes. It takes 15 to 1440.
cli-error-horizon = “{ $typed }” is no horizon. It takes 30, 60 or 90 days.
cli-error-factor = “{ $typed }” is no factor. It takes a whole number from 8 to 60; 20 is the usual one.
cli-error-a-day = “{ $typed }” is no number of alerts. It takes a whole number up to 500.
cli-error-concentration = “{ $typed }” is no share. It takes a whole number of per cent from 5 to 90; 20 is the usual one.
cli-error-after = “{ $typed }” is no number of days. It takes a whole number from 30 to 3650; 365 is the usual one.
cli-error-today = The program cannot act on { $day }: it takes a day of the years { $first } to { $last }. Nothing was looked at.
cli-error-reply = “{ $typed }” is no number of minutes. It takes 1 to 10080.
cli-error-evaluation-after = “{ $typed }” is no number of days. Nothing was changed. It takes a whole number from 1 to 90.
cli-error-nps-least = “{ $typed }” is no number of answers. It takes a whole number from 1 to 1000.
cli-error-whole-money = “{ $typed }” is no amount without hundredths up to 4,294,967,295.
cli-error-tenure = “{ $typed }” is no number of days. It takes a whole number up to 3660.
cli-error-occasion = No greetings are planned for “{ $typed }”. regulars greet lists the occasions.
cli-error-country = “{ $typed }” is none of the countries, ru, by, kz, de, gb and us.
cli-error-no-terminal = The screen needs a terminal, and there is none here. Ask for a command instead: regulars today, regulars alerts; regulars --help lists them.
cli-error-no-home = The system does not say where your files belong. Name a file with --db.
cli-error-not-demo = { $path } holds clients that are not the demonstration's. It was left as it is.
cli-error-not-replaced = { $path } is there already and is no export of regulars. It was left as it is. Name another file.
cli-error-cannot-write = { $path } cannot be written: { $detail }. Nothing there was changed.
cli-error-screen = The screen cannot be shown: { $detail }. Everything that was saved is kept.
cli-error-output = The answer cannot be written: { $detail }.

cli-no-clients = There are no clients yet. Bring in a table with regulars import FILE, or look at the demonstration with regulars demo.
cli-no-alerts = No alerts stand.
cli-silenced = Silent: { $off } put off, { $dismissed } dismissed. List them: regulars alerts --silenced
cli-greeted = { $n ->
    [one] { $n } greeting
   *[other] { $n } greetings
}: { $path }
cli-greet-early = Not logged, too early to count: { $n }, from { $day } on
cli-no-news = There are no news to share. Add some with regulars news add.
cli-no-promises = No promise is open.
news-since = since { $day }
news-for-everybody = for everybody
news-heard = heard by { $heard }, not yet by { $unheard }
cli-today-clients = { $clients ->
    [one] { $clients } client
   *[other] { $clients } clients
}, { $regular } regular, { $next } of those with a next contact
cli-today-alerts = Alerts: { $n }
cli-today-more = … and { $n } more: regulars alerts
cli-today-promises = Promises due: { $n }
cli-today-asked = To ask how an order was found: { $n }
cli-today-asked-more = And { $n } more; --json lists them all.
cli-today-due = Due besides: { $n }
cli-today-planned = Planned for today: { $n }, { $minutes } min
process-totals = engagement { $engagement } · retention { $retention } · return { $return }
process-engagement = engagement
process-retention = retention
process-return = return
cli-option-process = Only what serves it: engagement (to win them), retention (to keep them), return (to get them back)
cli-value-process = PROCESS
cli-today-done = Done today: { $n }
report-period = Alerts raised from { $from } to { $to }; an order counts within { $horizon } days
report-nothing = None was raised in that time.
report-kind = { CAPITAL($kind) }: { $raised } raised; { $ordered } ordered in time, { $silent } did not, { $open } still open; { $left } left; dismissed as not true { $untrue }, as seasonal { $seasonal }, otherwise { $otherwise }
report-found = Evaluations, { $aspect }: better than it should be { $plus }, as it should be { $fair }, wanting { $minus }
report-note = Dismissed { $day }, { $client }, { $why }: { $text }
report-change = { $key } changes the thresholds, and shows first what another one would have done.
report-replay-none = Threshold { $factor }: in the last twelve months nobody ordered often enough for it to be tried on.
report-replay = Threshold { $factor } in the last twelve months: { $overdue ->
        [one] { $overdue } overdue alarm
       *[other] { $overdue } overdue alarms
    } in { $years ->
        [one] { $years } client-year
       *[other] { $years } client-years
    }, { $untrue } of them before an order ({ $ordered } within { $horizon } days): { $percent } for a hundred clients and years; { $changes ->
        [one] { $changes } change
       *[other] { $changes } changes
    } of amount, interval or payment told
trial-now = Now. { $effect }
trial-then = Then. { $effect }
trial-speaks = With { $value }: { $n ->
        [one] speaks of { $n } client today
       *[other] speaks of { $n } clients today
    }
trial-pushed = With { $value }: { $n } of the { $of } alerts that stand are pushed forward today, the others one key away
trial-gained = Also for: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
trial-lost = No longer for: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
trial-nothing = It stays as it is: nothing to compare.
cli-set-tried = Only tried: nothing was changed.
thresholds-title = Thresholds of the alerts
thresholds-factor = overdue: factor over the root of the usual interval (8 to 60)
thresholds-horizon = chance of no order: within so many days (30, 60, 90)
thresholds-a-day = alerts pushed forward a day, at most
thresholds-concentration = too much hangs on one client: share of the revenue, %
thresholds-novelty = a long-standing client without anything new: a note after days
thresholds-unasked = nobody asked how it finds its orders: a note after days
thresholds-keys = Enter another value   ↑↓ which   Esc back
thresholds-keys-typing = Enter see what it would do   empty: the usual value   Esc back
thresholds-keys-trying = Enter keep it   Esc leave it as it is
cli-exported = { $n ->
    [one] { $n } client
   *[other] { $n } clients
} with everything that belongs to them: { $path }
cli-exported-calendar = { $n ->
    [one] { $n } planned touch
   *[other] { $n } planned touches
}{ $promises ->
    [0] {""}
    [one] , { $promises } promise
   *[other] , { $promises } promises
}{ $cancelled ->
    [0] {""}
   *[other] , { $cancelled } called off
}: { $path }
calendar-name = Contacts with clients
calendar-summary = { CAPITAL($what) }: { $client }
cli-sheet = { $n ->
    [one] { $n } touch
   *[other] { $n } touches
}: { $path }
sheet-town = Touches by town, { $from } – { $to }
sheet-handover = { CAPITAL($who) }: touches, { $from } – { $to }
sheet-no-town = Town not known
sheet-day = day
sheet-client = client
sheet-touch = touch
sheet-person = person, telephone
sheet-address = address, by whom
sheet-place = address
sheet-why = why
cli-nothing-written = Nothing was written.
cli-holidays-copied = The holidays lie in { $path }. This file is read from now on: change it, then look at it with regulars holidays.
cli-holidays-year = { $year }, { $n } working days
cli-holidays-provisional = { $year }, { $n } working days by law: provisional until the decree is known
cli-sample = The first rows:

column-alert = alert
column-external-id = code

## Actions on the screen: a label for hints, then a sentence for the help

action-log-call = call
action-log-call-about = Log a call; *send it fri in it is a promise.
action-log-message = message
action-log-message-about = Log a message you wrote to this client.
action-log-meeting = meeting
action-log-meeting-about = Log a meeting with this client or a visit.
action-log-gift = gift
action-log-gift-about = Log a gift to this client.
action-log-order = order
action-log-order-about = Log an order of this client.
action-log-note = note
action-log-note-about = Write a note; it answers no alert.
action-log-email = e-mail
action-log-email-about = Log an e-mail to this client.
action-log-letter = letter
action-log-letter-about = Log a letter or printed matter sent to it.
action-log-invitation = invitation
action-log-invitation-about = Log an invitation; ↑↓ accepted, or came.
action-follow-up = next
action-follow-up-about = Set the day of the next contact.
action-open-complaint = complaint
action-open-complaint-about = Open a complaint, an alert until closed.
action-close-complaint = settle
action-close-complaint-about = Close its oldest open complaint.
action-show-complaints = complaints
action-show-complaints-about = Lead complaints through their seven steps.
action-show-parting = go on or part
action-show-parting-about = Weigh five signs, decide, close, win back.
action-show-competitors = competitors
action-show-competitors-about = Its competitors: their piece, threat, hint.
action-close-client = close client
action-close-client-about = Close it for a reason: it is a former one.
action-show-replacement = replacement plan
action-show-replacement-about = Who would fill its gap, and whom to win.
action-evaluate = evaluation
action-evaluate-about = How the last order was found, part by part.
action-note-event = event
action-note-event-about = What happened at the client, or is over.
action-show-evidence = reasons
action-show-evidence-about = Why there is an alert, or why on this day.
action-show-brief = brief
action-show-brief-about = What to know before a talk, on one screen.
action-show-timeline = history
action-show-timeline-about = All that happened: find, change, delete.
action-show-rules = settings
action-show-rules-about = Who is regular, gift limits, other settings.
action-set-criterion = choice criterion
action-set-criterion-about = What it chooses by: price, terms, quality.
action-show-gifts = gifts given
action-show-gifts-about = What it was given, what next, the catalogue.
action-snooze-alert = put off
action-snooze-alert-about = Put the alert or the touch off until a day.
action-dismiss-alert = drop
action-dismiss-alert-about = Dismiss the alert, leave the touch out: why.
action-show-silenced = put off, dropped
action-show-silenced-about = Alerts put off or dismissed; bring them back.
action-show-skipped = skipped touches
action-show-skipped-about = Touches left out; take them in again.
action-mark = mark
action-mark-about = Mark several, to log or answer them as one.
action-show-report = report
action-show-report-about = How the alerts of a year did.
action-show-thresholds = alert thresholds
action-show-thresholds-about = From where on alerts speak; tried first.
action-show-losses = losses
action-show-losses-about = Why clients were lost, beside the source.
action-show-figures = figures
action-show-figures-about = Whether clients recommend us, will order.
figures-title = Figures
figures-nps = Would clients recommend us (NPS)
figures-forecast = Expected repeat sales
forecast-total = In { $days } days: { $money } from { $clients ->
    [one] { $clients } regular client
   *[other] { $clients } regular clients
 }, about { $orders ->
    [one] { $orders } order
   *[other] { $orders } orders
 }
forecast-how = Of each: the days by its own interval, its usual order, the chance that it orders at all.
nps-period = { $from } – { $to }: { $n ->
    [one] { $n } answer
   *[other] { $n } answers
 }
nps-too-few = Too few to tell a score: it takes { $least } (setting nps_least). An answer is entered with =9/10 in the line of a contact.
nps-score = NPS { $score }
nps-bands = loyal (9-10) { $loyal }, neutral (7-8) { $neutral }, critics (0-6) { $critics }
nps-arithmetic = By an article’s arithmetic (6 loyal bring one new client, a critic costs 4.15): loyal { $loyal }, critics { $critics }, new clients { $new }. An estimate of that source, not a measurement.
action-find = find
action-find-about = By part of a name, person, town or number.
action-open = open
action-open-about = Open what is selected.
action-back = back
action-back-about = Go back, or close what is open.
action-undo = undo
action-undo-about = Take back the last action, also yesterday's.
action-redo = redo
action-redo-about = Bring back what was taken back.
action-show-today = today
action-show-today-about = Show whom to contact today and why.
action-show-clients = clients
action-show-clients-about = Show all clients.
action-move-touch = move
action-move-touch-about = Put the selected touch on another day.
action-do-touch = done
action-do-touch-about = Log the selected touch as done today.
action-keep-promise = kept
action-keep-promise-about = Mark a promise of this client as kept.
action-end-promise = not kept
action-end-promise-about = A promise not kept, and why; or another day.
action-show-calendar = calendar
action-show-calendar-about = Show what is planned, day by day.
action-show-alerts = alerts
action-show-alerts-about = Clients who may leave, the gravest first.
action-show-card = card
action-show-card-about = Show everything about the selected client.
action-show-year = client's year
action-show-year-about = How the table is kept, twelve months ahead.
action-next-pane = next pane
action-next-pane-about = Go to the next pane.
action-previous-pane = last pane
action-previous-pane-about = Go to the pane before.
action-up = up
action-up-about = Go one row up.
action-down = down
action-down-about = Go one row down.
action-left = left
action-left-about = Go one day to the left in the calendar.
action-right = right
action-right-about = Go one day to the right in the calendar.
action-next-scale = scale
action-next-scale-about = By agenda, week, month or year, in turn.
action-previous-scale = scale back
action-previous-scale-about = The same the other way round.
action-previous-period = period back
action-previous-period-about = One week, month or year back.
action-next-period = period on
action-next-period-about = One week, month or year on.
action-to-today = to today
action-to-today-about = Turn the calendar to today.
action-to-day = to a day
action-to-day-about = Turn the calendar to a day you type.
action-page-up = page up
action-page-up-about = Go one screen up.
action-page-down = page down
action-page-down-about = Go one screen down.
action-first = first
action-first-about = Go to the first row.
action-last = last
action-last-about = Go to the last row.
action-show-news = news
action-show-news-about = News to share, and who has heard them.
action-greet = greet
action-greet-about = Greet for one occasion, client by client.
action-curtain = curtain
action-curtain-about = Hide names and sums from who looks on.
action-import = import
action-import-about = A table of clients or orders, or contacts.
action-refresh = refresh
action-refresh-about = Work out the alerts and the calendar anew.
action-switch-language = по-русски
action-switch-language-about = Change the language to Russian.
action-switch-country = country
action-switch-country-about = Plan by the days off of the next country.
country-ru = Russia
country-by = Belarus
country-kz = Kazakhstan
country-de = Germany
country-gb = United Kingdom
country-us = United States
action-switch-mouse = mouse
action-switch-mouse-about = Mouse off, to select text; or on again.
action-repaint = repaint
action-repaint-about = Draw the screen anew.
action-palette = all
action-palette-about = Show everything that can be done and run it.
action-help = help
action-help-about = Show the keys of this screen.
action-quit = quit
action-quit-about = End the program; everything is saved already.

## The screen

window-title = regulars
window-too-small = The window is { $width }×{ $height }; it takes at least { $least-width }×{ $least-height }.
mark-demo = DEMO
mark-curtain = CURTAIN
mark-looks-only = LOOK ONLY

pane-today = Today
pane-clients = Clients
pane-calendar = Calendar
pane-alerts = Alerts
pane-card = Card
scale-agenda = agenda
scale-week = week
scale-month = month
scale-year = year
free-weekend = w
free-weekend-about = weekend
free-holiday = H
free-holiday-about = public holiday
free-away = A
free-away-about = away
days-provisional = days off not decreed yet
days-minutes = { $n } min
days-load = { $n ->
    [one] { $n } touch
   *[other] { $n } touches
}, { $minutes } of { $of } min
days-promised = { $n ->
    [one] { $n } promise
   *[other] { $n } promises
}
days-done = { $n } done
days-densest-day = densest: { $to }, { $minutes } min cannot be avoided
days-densest = densest: { $from } – { $to }, { $minutes } min a day cannot be avoided
to-day-title = Calendar: go to a day
to-day-wrong = That is no day. Try fri, +10, 28.11 or 2026-12-08.
n-of-n-more = { $n } of { $of }, { $more } more: 4
alert-woken = again:
alert-put-off = comes back { $day }
alert-dismissed = dismissed { $day }: { $why }
silenced-put-off = { $n } put off
silenced-dismissed = { $n } dismissed
skipped-title = Left out of the calendar · { $client }
skipped-none = No touch of this client was left out.
skipped-keys = Enter take in again   { $undo } undo   ↑↓ which   Esc back
silenced-title = Alerts put off or dismissed
silenced-none = No alert was put off or dismissed.
silenced-keys = Enter bring back   { $undo } undo   ↑↓ which   Esc back
n-of-n = { $n } of { $of }

total-clients = { $n ->
    [one] { $n } client
   *[other] { $n } clients
}
total-regular = { $n } regular, { $next } with a next contact
total-today = today { $n ->
    [one] { $n } touch
   *[other] { $n } touches
}, { $minutes } of { $of } min

column-name = name
column-city = town
column-status = status
column-revenue = 12 months
column-ordered = order
column-expected = expected
column-orders = orders
column-next = next

day-today = today
days-short = { $days } d

planned-contact = contact
planned-by-hand = set by hand
planned-late = was due { $day }

kind-order = order
kind-note = note
kind-evaluation = evaluation
kind-concession = concession
kind-free-work = free work
kind-event = event
kind-complaint = complaint
kind-parting = decision
kind-competitor = competitor
kind-alert = alert
kind-membership = membership
duty-membership = call about the membership
timeline-title = History · { $client }
timeline-none = Nothing is on record here. ←→ shows other entries.
timeline-stays = Contacts, notes, orders and promises are changed here, evaluations deleted; of the rest what was done last can be taken back.
timeline-all = all
timeline-ahead = dated ahead
timeline-put-off = put off until { $day }
timeline-dismissed = dismissed: { $why }
timeline-word = find:
written-curtained = What is written stays behind the curtain: lift it first.
timeline-keys = Enter { $edit } change  Del { $delete } delete  ←→ kinds  / find  { $undo } undo  Esc back
gifts-title = Gifts · { $client }
gifts-catalogue = Gifts · catalogue
gifts-due = Gifts · for whom it is time
gifts-none-due = There is nobody now for whom it is time for a gift.
gifts-no-catalogue = The catalogue is empty. { $add } adds a gift: wall calendar =900
gifts-more = … and { $n } more
gifts-none-given = Nothing was given yet.
gifts-next = What next (given least recently first)
gifts-nothing-left = The catalogue has nothing this client has not had.
gifts-last-given = last given { $day }
gifts-never-given = never given
gifts-label-gift = gift:
gifts-rules = Settings · regular clients, evaluations, gifts
rule-regular = regular from: order days, or within days (3/365)
rule-evaluation-after = an order is asked about after
gifts-rule-budget = all gifts of a year cost at most
gifts-rule-limit = one gift costs at most
gifts-rule-total = a gift is proposed from orders of twelve months on
gifts-rule-tenure = a gift is proposed to who has ordered for
label-new-value = from now on:
gifts-keys-rules = Enter change  Tab page  Esc back
gifts-keys-rule = a whole number; empty: none, or as usual  Enter save  Esc back
gifts-label-club = club:
gifts-keys-gift = what it is, =900 its price  Enter save  Esc back
gifts-keys-club = name, until 31.12.2026, 120 points; empty: none  Enter save  Esc back
gifts-keys-client = Enter give  { $club } club  { $add } to the catalogue  Tab page  Esc back
gifts-keys-due = Enter open  { $add } to the catalogue  Tab page  Esc back
gifts-keys-catalogue = { $add } add  Del { $drop } drop  Tab page  Esc back
cli-no-gifts = The catalogue is empty. regulars gift catalogue add NAME --price MONEY begins it.
cli-like-next = compare: regulars duplicates { $id }, then regulars merge or regulars apart
cli-different-inn = To merge them all the same: --different-inn.
cli-anyway = To log it all the same: --anyway.
promise-ours = we promised
promise-theirs = promised us
promise-late = was due { $day }
promise-waits = waits on { $who }
promise-due = by { $day }
promise-moved = { $n ->
    [one] moved, was by { $day }
   *[other] moved { $n } times, was by { $day }
}
promise-kept = kept { $day }
promise-broken = broken { $day }
promise-dropped = dropped { $day }
promises-ours = Our promises: { $kept } of { $due } kept, { $share }{ $late ->
    [0] {""}
   *[other] , { $late } of them late
}
promises-theirs = Promises to us: { $kept } of { $due } kept, { $share }{ $late ->
    [0] {""}
   *[other] , { $late } of them late
}
promises-keep-title = Which promise was kept: { $client }
promises-end-title = Not kept: { $client }
promises-broken = broken
promises-dropped = dropped
promises-moves = to another day
promises-move-title = To another day: { $client }
promises-keys = a digit, or ↑↓ and Enter   Esc close
promises-keys-why = ↑↓ broken, owed no more, another day   Enter write   Esc close
complaint-complaint = complaint
complaint-return = return
complaint-sorted = { $kind }: { $irritant }
complaint-claim = claim
complaint-state = step { $n } of 7: { $step }, by { $day }
complaint-undated = step { $n } of 7: { $step }, no date
complaint-open = open { $span }
complaint-since-step = last step { $span } ago
complaint-answered = answered in { $span }
complaint-answered-late = answered in { $span }, meant { $within }
complaint-unanswered = no answer yet: { $span } of { $within }
complaint-unanswered-late = ! no answer for { $span }, meant { $within }
complaint-reworked = made again { $n ->
    [one] once
   *[other] { $n } times
}
complaint-heard = Who hears of it: a dissatisfied client tells 7 to 50 others (the source's figure).
step-admit = admit that the client is right
step-apologise = apologise
step-cause = find the cause
step-change = make the change
step-offer = offer to assess the new version
step-assess = hear the assessment
step-conclude = conclude, and change the process
irritant-talk = an unpleasant talk
irritant-wait = too long a wait
irritant-no-answer = no answer or solution
irritant-other = something else
span-minutes = { $n } min
span-hours = { $n } h
span-days = { $n } d
due-evaluation = ask how the order of { $day } was found
due-today = { $what }: { $text }
due-late = { $what }: { $text } · was due { $day }
due-undated = { $what }: { $text } · no date

closed-forgotten = nobody remembered it
closed-complaint = unresolved complaint
closed-competitor = a competitor
closed-moved = moved, or closed the business
closed-ended = we ended it
closed-unsaid = no reason given
losses-title = Why clients were lost
losses-total = Clients lost: { $n }
losses-line = { $what }: { $n }, { $share } (source: { $source })
losses-line-none = { $what }: { $n } (source: { $source })
losses-ended = { $what }: { $n }, not counted in the split
losses-unsaid = without a reason: { $n }, not counted in the split
losses-source = The source's figures are attributed to the Rockefeller Foundation.
parting-volume-none = The orders do not grow smaller
parting-volume-asked = Orders grow smaller: usually { $usually }, the last three about { $lately }; is there a reason?
parting-volume = Orders grow smaller without a reason: usually { $usually }, the last three about { $lately }
parting-volume-explained = Orders grow smaller, and it is explained: usually { $usually }, the last three about { $lately }
parting-concessions = Concessions: { $n }, { $money } in all; two in a row are a sign
parting-serving = Serving: { $lately } min of contacts for an order in half a year ({ $contacts } contacts), { $before } before
parting-serving-drain = Serving: { $lately } min of contacts for an order in half a year ({ $contacts } contacts), { $before } before; drain { $drain } of 5
parting-free-work = Free work: { $n }, worth { $money }
parting-decided = Decided { $day }: { $what }, by { $due }. { $text }
conflict-values = Conflicts of values: { $n }
conflict-groups = Groups lit: { $n } of 3 (does not pay, no prospects, values)
conflict-decide = All three groups are lit: decide fast, and spend nothing on mending.
conflict-kickbacks = kickbacks
conflict-disrespect = rude disrespect
conflict-in-the-dark = one is played in the dark
choice-continue = continue
choice-renegotiate = renegotiate
choice-end = end it

competitor-line = Competitor { $text }, threat { $threat } of 3, since { $day }
competitor-threat = threat { $threat } of 3
competitor-gone = gone { $day }
competitor-piece = has: { $text }
competitor-brought-by = brought by { $text }
competitor-losing = works at a loss
competitor-hint = invited as a hint
competitor-decided = { $what }, by { $day }
way-leave = leave
way-pause = leave for a time
way-race = join the race
threat-0 = 0, its own piece
threat-1 = 1
threat-2 = 2
threat-3 = 3, the greatest

ended-by-us = we
ended-by-them = the client
changed-nothing = nothing
changed-goals = our goals
changed-strategy = our strategy
changed-assortment = what we sell
changed-methods = how we work
about-quality = about quality
about-other = about something else
return-ask = Whether it is worth winning back: answer with --by-whom us|them, --changed (what is new on our side) and --quality yes|no.
former-contacts = Contacts this year: { $n }; with a former client { $most } are the most
way-back-answers = Answered { $day }: ended by { $who }, changed since: { $changed }, { $about }.
way-back-no = Winning it back is not justified: we ended it, and nothing has changed.
way-back-possible = Winning it back is possible: we are others now.
way-back-worth = Winning it back is worth an effort, for quality and for the relation.
way-back-task = • { $task }
way-back-greet = keep in touch once or twice a year, with the most significant news or a New Year greeting
way-back-tell = call, and tell what has changed
way-back-mend = first mend what it left over, then show it
way-back-ask = call, and ask what it left over
way-back-meet = meet, and offer a first small step

board-complaints = Complaints: { $client }
board-parting = Go on or part: { $client }
board-competitors = Competitors: { $client }
board-no-complaint = No complaint is open.
board-then = then: { $step }
board-assess = Good: on to the last step, and ask for a review. Not good: back to the change.
board-step = done: on to the next step
board-rework = not good: back to the change
board-date = another day
board-close-complaint = close the complaint
board-sort = say what kind it is, and what irritated
board-open-complaint = open a complaint
board-close-client = close the client
board-reopen = count it among the clients again
board-explain = is there a reason why orders grow smaller
board-concede = a concession
board-free-work = free work
board-conflict = a conflict of values
board-decide = decide
board-win-back = worth winning back? three questions
board-edit-competitor = change
board-decide-hint = decide about the hint
board-gone = it is gone
board-add-competitor = another competitor
board-no-competitor = No competitor is known.
board-joint-team = A joint team with a competitor, if imposed, is a dead end: better not agree (the source's advice).
board-explained = a reason
board-explained-not = none
board-explained-well = there is one
board-what = what
board-cost = cost
board-value = worth
board-holds = is it so
board-holds-now = it is
board-holds-not = no more
board-choice = decision
board-name = name
board-piece = its piece
board-brought-by = brought by
board-threat = threat
board-losing = at a loss
board-losing-not = no
board-losing-well = yes
board-hint = a hint
board-hint-not = no
board-hint-well = yes
board-ended-by = ended by
board-changed = changed since
board-about = it was
board-next = by
board-lesson = what changed
board-text = about
board-irritant = what irritated
board-kind = kind
board-why = why
board-on = on
board-note = note
board-keys = { $n ->
    [1] 1
   *[other] 1-{ $n }
 } do   { $of ->
    [1] Esc back
   *[other] ↑↓ which of { $of }   Esc back
 }
board-keys-form = Enter write   ↑↓ field   ←→ choice   Esc back

empty-clients = No clients yet. Press a to add one, i to bring in a spreadsheet, or : for the demonstration.
empty-unsettled = Being computed…
empty-alerts-today = Nothing more for today. { $n ->
    [one] { $n } more alert stands
   *[other] { $n } more alerts stand
} in the list of all: 4.
empty-alerts = No alerts stand.
empty-agenda = Nothing is planned. Touches appear here as soon as there are clients who order.
empty-card = Select a client, or press / to find one.

status-looks-only = Another window has this file open: you can look here, and write there.
status-nothing-to-answer = Neither an alert nor a planned touch is selected. Nothing was changed.
status-no-client = No client is selected. Press / to find one.
status-no-promise = No promise is open here. A line of the log makes one: *send the list fri.
status-unknown-key = This key does nothing here. Press ? for the keys.
status-paste = Pasted text goes into a field. Press n for a note, / to find a client, i for a file.
status-curtain = Names, sums, notes and marks are hidden. h shows them again.
status-refreshing = Alerts and calendar are being computed anew
status-country = Planned by the days off of this country: { $country }
status-mouse-on = Clicks go to the program again
status-mouse-off = Clicks are left to the terminal: text can be selected

card-no-orders = No orders yet.
card-repeat = #{ $n }
card-months = 12 months
card-orders = { $n ->
    [one] { $n } order day
   *[other] { $n } order days
}
card-rhythm = usually every { $days ->
    [one] day
   *[other] { $days } days
}
card-last-order = last { $days ->
    [0] today
    [one] { $days } day ago, { $day }
   *[other] { $days } days ago, { $day }
}
card-share = { $share } of revenue
card-at-risk = { $money } at risk
card-answered = The alert is answered; it is looked at again { $day }.
card-evaluated = Evaluation of { $day }: { $found }
card-evaluation-due = The evaluation of the order of { $day } is due.
card-never-evaluated = No order was ever evaluated: a regular client comes only of one found good.
card-never-positive = No order was ever found good: a regular client comes only of that.
card-unpaid = Past due and unpaid: { $n ->
        [one] one order, { $money }, due { $day }
       *[other] { $n } orders, { $money }, the first due { $day }
    }.
card-complaint = ! complaint of { $day }: { $text }
card-lost = Closed { $day }: { $why }.
card-lost-note = Closed { $day }: { $why }. { $text }
card-event-ended = over since { $day }
card-closed = settled { $day }
order-due = due { $day }
order-paid = paid { $day }
card-returned = { $money } returned
card-no-contact = no contact on record
card-last-contact = last contact { $day }
card-no-next = no next contact planned
card-next-contact = next contact { $day }
card-birthday = birthday { $day }
card-private = private client
card-company-day = founded { $day }
card-tax-id = INN { $number }
card-people = People
card-promises = Promises
card-ahead = Ahead
card-standing = The table in { $year }
card-owes-nothing = The table asks for nothing here this year.
card-skipped = Skipped · { $key } takes one in again
card-year-ahead = Twelve months ahead
card-history = History

brief-alert = alert
brief-talks = last talks
brief-promises = promises
brief-competitors = competitors
brief-complaints = complaint
brief-order = last order
brief-evaluation = evaluation
brief-values = values
brief-in-full = ── in full ──
brief-gifts = gifts
brief-news = to tell
brief-dates = coming
brief-notes = important
brief-text = { $text }
brief-level = { $level }. { $advice }
brief-no-talk = no talk on record
brief-talk = { $day }, { $kind }: { $text }
brief-talk-silent = { $day }, { $kind }: nothing was written down
brief-promise = { $day }, { $who }: { $text }
brief-complaint = { $day }: { $text } · { $state }
brief-order-of = { $day }, { $money }
brief-order-on = { $day }
brief-items = of { $day }: { $text }
brief-missing = missing, though usual: { $text }
brief-whole = nothing usual is missing ({ $n ->
    [one] { $n } item
   *[other] { $n } items
})
brief-gift = { $day }: { $text }
brief-gift-of = { $day }: { $text }, { $money }
brief-more-gifts = and { $n } more
brief-birthday = { $day }: birthday of { $text }
brief-membership = { $day }: membership ends { $text }
brief-company-day = { $day }: the company's day
brief-planned = { $day }: { $kind } planned
brief-note = { $day }: { $text }

bar-note = note:
bar-item = gift:
bar-amount = amount:
bar-event = more:
greet-former-again = Esc again logs contact { $n } of the year with a former client, F4 drops it: { $client }
bar-former-again = Contact { $n } of the year with a former client; Enter again logs it.
bar-clients = { $n ->
    [one] { $n } client
   *[other] { $n } clients
 }
bar-criterion = by:
bar-promise = what:
bar-complaint = about:
bar-news = { $told ->
    [0] { $n ->
        [one] News not heard yet
       *[other] { $n } news not heard yet
    }
   *[other] ✓ { $told } of { $n } told
}. F9 told: { $text }
bar-news-all = ✓ All news told ({ $n }). F9 not told
bar-key-save = Enter save
bar-key-outcome = ↑↓ outcome
bar-key-event = ↑↓ what
bar-key-felt = F5-F8 felt
bar-key-person = PgUp PgDn who
bar-undated = No day ends it, so it stays in the note: { $text }
bar-key-promise = *send it fri: a promise
bar-key-fields = Tab all fields
bar-key-draft = Esc keep draft
bar-key-leave = Esc leave it as it was
chip-next = next { $day }
chip-important = important
chip-promise = our promise: { $day }
chip-promise-theirs = their promise: { $day }

form-client = client
form-person = with
form-outcome = outcome
form-felt = felt
form-event = event
form-when = when
form-next = next contact
form-details = details
form-promise = promise
form-amount = amount
form-due = payment due
form-paid = paid
form-returned = returned
form-number = number
form-criterion = choice criterion
form-items = items
form-text = text
form-keys-order = the amount first, then the text · +catalogue +wall calendar what was ordered · =due:28.11 =paid:fri =back:500 =no:N-14 payment, return, number · in the text: >fri or >+7 next contact, @yesterday when (on a Russian layout / "), *send it fri a promise
form-keys-event = ↑↓ what happened; below those, what is open can be said to be over
form-keys-criterion = what the client chooses by; empty for unknown
form-keys-promise = what is promised; its day is changed among the promises
form-keys-complaint = what it is about; it is kept as it stands
form-keys = PgUp PgDn who (or ←→ before typing) · ↑↓ outcome · felt: F5 slow, F6 avoids, F7 distant, F8 hard refusal · in the text: >fri or >+7 next contact, @yesterday 15:00 when, ! important, #tag (on a Russian layout / " №), *send it fri our promise, **pay it 28.11 theirs, (office) whom it waits on · =20m minutes, =4/5 how much it drained, =9/10 would recommend us, =they contacted us, =wow; for: =remind =inform =opinion =decide =attention =thanks
form-keys-note = in the text: >fri or >+7 next contact, @yesterday 15:00 when, ! important, #tag (on a Russian layout / " №), *send it fri our promise, **pay it 28.11 theirs, (office) whom it waits on
form-keys-gift = PgUp PgDn who (or ←→ before typing) · in the text: =900 the cost, =wow to impress; >fri or >+7 next contact, @yesterday 15:00 when, ! important, #tag (on a Russian layout / " №), *send it fri our promise, **pay it 28.11 theirs, (office) whom it waits on

find-title = { $n ->
    [0] Find a client
    [one] { $n } client
   *[other] { $n } clients
}
find-label = find:
find-hint = Any part of a name, a person, a telephone number or a town, on either keyboard layout.
find-nothing = No client fits “{ $typed }”. Try fewer letters, or Esc.
find-reading = Reading the names…

actions-title = Everything you can do
actions-label = search:
actions-nothing = Nothing is called so. Try another word, or Esc.

snooze-title = { $n ->
    [1] Put off: { $client }
   *[other] Put off { $n } alerts
}
evaluate-title = How it was found: { $client }
evaluate-note = note
evaluate-keys = + 0 − mark · Space unasked · Enter enter
dismiss-title = { $n ->
    [1] Dismiss: { $client }
   *[other] Dismiss { $n } alerts
}
replacement-title = Replacement plan: { $client }
replacement-gap =
    If it leaves, { $revenue } a year are missing{ $average ->
        [0] .
        [one] ; { $average } average client would fill the gap.
       *[other] ; { $average } average clients would fill the gap.
    }
replacement-by = Silent until { $day }, it is to be replaced: start before.
replacement-late = An order was to be expected by { $day } at the latest: start now.
replacement-prospects = { $n ->
        [0] There is nobody in the book to win: everybody is a regular client already. Bring new ones in with i.
       *[other] Whom to win, who ordered first:
    }
report-title = How the alerts did
evidence-none = No alert stands.
evidence-no-orders = There are no orders yet.
evidence-too-few = Too few orders to say what is usual.
evidence-gaps = Gaps between orders, days: { $list } │ { $now } now
evidence-rhythm =
    On average { $own ->
        [one] { $own } day
       *[other] { $own } days
    }, { $usual } with what is usual in the book; { $tail } of its ordinary gaps are this long or longer; alarm by itself at { $alarm } days.
evidence-expected = Half of its gaps would have ended by { $half }, nine in ten by { $most }.
evidence-amounts =
    { $n ->
        [one] The one order
       *[other] The last { $n } orders
    }: least { $least }, most { $most }, last { $last }
evidence-payments =
    { $n ->
        [one] The one payment
       *[other] The last { $n } payments
    }, days: fastest { $least }, slowest { $most }, last { $last }
evidence-risk = Chance of no order in { $horizon } days: { $none }; in two of its own intervals: { $own }. At risk: { $money }.
evidence-risk-book = Too few orders to say how it orders itself; going by the clients of the book, chance of no order in { $horizon } days: { $none }. At risk: { $money }.
follow-up-title = Next contact: { $client }
follow-up-tomorrow = tomorrow
follow-up-3-days = in three days
follow-up-week = in a week
follow-up-month = in a month
follow-up-date = another day…
follow-up-label = day:
follow-up-wrong = That is no day from today on. Try fri, +10 or 28.11.

news-title = News to share
news-none = No news yet. Press { $add } and type what your clients should hear: new goods, prices, terms, an exhibition. The bar of a call then reminds you of it.
news-label = news:
news-statuses = for clients who are
news-towns = towns, with commas
news-industries = trades, with commas
news-until = until { $day }
news-keys = { $add } add   { $edit } change   { $end } end   Enter who has heard   Esc close
news-keys-hearing = Enter has heard   ↑↓   Esc back
news-typing = Enter save   ↑↓ field   Space mark   #tag for whom  ! only ★  >30.12 until

import-title = Bring in a file
import-label = file:
import-found = Files found nearby, ↑↓ and Enter; or type a path, Tab completes it.
import-none-found = Type the path of a CSV file, or drop the file on the window. Tab completes a path.
import-which-keys = Enter look at it   Tab complete the path   Esc close
import-shown = { $file }: what it would change
import-shown-keys = Enter bring in   ↑↓ scroll   Esc another file
import-running = { $file } is being brought in
import-running-keys = Esc stop: nothing is kept then
import-done = Brought in
import-done-keys = ↑↓ scroll   Enter close   (u takes the whole import back)
count-new-clients = { $n ->
    [one] { $n } new client
   *[other] { $n } new clients
}
count-changed-clients = { $n ->
    [one] { $n } client with something new
   *[other] { $n } clients with something new
}
count-new-orders = { $n ->
    [one] { $n } new order
   *[other] { $n } new orders
}
count-changed-orders = { $n ->
    [one] { $n } order restated
   *[other] { $n } orders restated
}
count-same-orders = { $n ->
    [one] { $n } order was there
   *[other] { $n } orders were there
}
count-nothing = nothing new
import-read-as = Read as { $encoding }, columns divided by “{ $delimiter }”, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
import-issues = { $n ->
    [one] { $n } remark:
   *[other] { $n } remarks:
}
import-line-not = line { $line }, not taken: { $why }
import-line-partly = line { $line }: { $why }
import-unmapped = not used

language-en = English
language-ru = Русский

welcome-language = Language · Язык
welcome-begin = What do you want to begin with?
welcome-demo = Try the demonstration: 60 made-up clients, nothing of yours
welcome-import = Bring in my spreadsheet of clients or orders (CSV)
welcome-empty = Start with an empty book
welcome-keys = 1-{ $n } or ↑↓ Enter · q leave

action-switch-book = demonstration
action-switch-book-about = The demonstration, or back to your own file.

## The communication table: its default rows

rule-new-year = New Year greeting
rule-new-year-note = By e-mail before the eve. With few clients, a few words of your own to each.
rule-holidays = greeting on 23 February and 8 March
rule-holidays-note = By e-mail before the eve. With few clients, a few words of your own to each.
rule-professional = greeting on the holiday of the trade
rule-professional-note = By e-mail before the eve of the professional holiday of the client's industry.
rule-company-day = greeting on the company's day
rule-company-day-note = On the day the client's company was founded.
rule-birthday = birthday greeting
rule-birthday-note = In a messenger, to the person.
rule-call-regular = call between orders
rule-call-regular-note = Tell news (assortment, prices, payment terms, exhibitions) and learn theirs: duties, people, plans.
rule-call-client = call to a client who has begun to order
rule-call-client-note = Tell news (assortment, prices, payment terms, exhibitions) and learn theirs: duties, people, plans.
rule-message = message
rule-message-note = News of ours, a word on news of theirs, something useful. Do not forward everything: filter.
rule-mail = printed matter by post
rule-mail-note = A catalogue, a booklet, a magazine, photographs of an event, a review of the industry.
rule-gift = gift in person
rule-gift-note = A certificate of thanks, a calendar, a book, a souvenir: on a holiday or at an event.
rule-event = invitation to an event
rule-event-note = A conference, an exhibition, a seminar, a round table. Invited in person.
rule-opinion = call to ask an opinion
rule-opinion-note = Nothing pleases a loyal client more than to be asked what he thinks.
rule-former = sign of life to a former client
rule-former-note = The most significant news or a New Year greeting, at most twice a year.

## Greetings: the text of an occasion; the places in it are filled for each client

occasion-birthday = Birthday
occasion-company_day = The company's day
greeting-new_year =
    Dear { $person },

    Happy New Year! Thank you for working with us all this year.
    { $line }

    We wish { $name } calm days, good orders and everything that was planned.
greeting-women =
    Dear { $person },

    A happy 8 March to you and to all the women of { $name }!
    { $line }

    We wish you spring, joy and good people around you.
greeting-defender =
    Dear { $person },

    Our best wishes for 23 February!
    { $line }

    Strength, health and reliable partners to you and to { $name }.
greeting-birthday =
    Dear { $person },

    Happy birthday!
    { $line }

    Health, joy and luck in everything you begin.
greeting-company_day =
    Dear { $person },

    Congratulations to { $name } on its day!
    { $line }

    We are glad to work with you, and wish you many good years.
greeting-other =
    Dear { $person },

    Our congratulations to you and to { $name }: { $occasion }!
    { $line }

    We wish you success in your work, health and good partners.

greet-title = Greetings
greet-title-of = { $occasion }: greeted { $done } of { $n }
greet-none = Nobody is to be greeted within the days planned. Occasions come from holidays, from the industry of a client, from birthdays and the company's day.
greet-label = your line:
greet-early = from { $day }
greet-keys = Enter open   Esc close
greet-keys-writing = Enter copy, F2 to a file: done, next one   F4 not done   Esc log and close
greet-copied = Copied: { $client }
greet-written = Written to { $path }
greet-unknown-place = “{ $place }” in the text stands for nothing. Only name, person and line may stand in curly braces; nothing was written.

purpose-remind = remind
purpose-inform = inform
purpose-feedback = hear an opinion
purpose-decide = decide together
purpose-attention = show attention
purpose-thank = thank

responsible-me = me
responsible-secretary = secretary
responsible-courier = courier
responsible-head = head

period-month = month
period-quarter = quarter
period-half = half-year
period-year = year
period-days = { $n } days

## The calendar: what moves, what has no day, how the table is kept

moves-done = { $moved } moved, { $new } new, { $gone } gone
moves-would = would be { $moved } moved, { $new } new, { $gone } gone; nothing was written
plan-limited = { $n } touches ({ $who }) find no day: { $needed } minutes a day would be needed, there are { $minutes }. What is worth most was kept. More minutes (regulars set minutes-per-day), fewer clients in a row of the table or a longer period would help.
plan-limited-short = { $who }: { $n } without a day; { $needed } minutes a day would be needed, there are { $minutes }
unplaced-closed = no working day is left for it
unplaced-away = away on all its days
unplaced-full = its days are full of what matters more
unplaced-crowded = its days are too near to other touches of the client
unplaced-barred = the client wants no such contact
unplaced-count = { $n } without a day
kept-counts = { $owed } owed: { $done } done, { $planned } planned, { $remaining } without a day, { $skipped } skipped, { $missed } missed
caught-up = { $late } late, { $missed } missed
cli-no-absences = No absences.
minutes = { $n } min
doubt-row = Row { $row }: { $why }
when-quota = { $times ->
    [one] once
   *[other] { $times } times
} in a { $period }
when-since-contact = { $times ->
    [one] once
   *[other] { $times } times
} in a { $period } after the last
when-date = every year on { $day }
when-holidays = on a holiday
when-event = before { $day }
when-professional = on the holiday of the trade
when-company-day = on the company's day
when-birthday = on birthdays
when-between-orders = between orders, else once in a { $period }

doubt-no-minutes = a touch that takes no time.
doubt-long = a touch of { $minutes } minutes is longer than a day.
doubt-validity = it ends before it begins.
doubt-nobody = no status is chosen, so it is for nobody.
doubt-tags = a tag is asked for and shut out at once, so it is for nobody.
doubt-revenue = no revenue lies between its two bounds, so it is for nobody.
doubt-counts-for = it counts for a row that is not there, or for itself.
doubt-none = it asks for no touch at all.
doubt-at-most = it plans { $times }, and allows fewer.
doubt-event-past = the event was on { $day }: nothing is planned for it.
doubt-percent = between two orders lie 1 to 99 hundredths.
doubt-holiday = there is no holiday “{ $name }”.
doubt-no-holiday = no holiday is chosen.
doubt-days = a period takes 1 to 3660 days, not { $days }.
doubt-no-working-day = some of its periods have no working day.
doubt-crowded = { $times } touches in a period of { $days } working days.
doubt-twice = with row { $row } a client gets the same twice.
doubt-over-quota = with row { $row } a client gets more than the { $limit } it allows.

## The calendar: why a day and no other

day-own = its own day, { $day }
day-by-hand = day chosen by hand
day-wanted = its own day is { $day }
day-late = its own day, { $day }, has passed
day-off = { $n ->
    [one] { $n } day nearer is off
   *[other] { $n } days nearer are off
}
day-away = { $n ->
    [one] away on { $n } day nearer
   *[other] away on { $n } days nearer
}
day-near = { $n ->
    [one] { $n } day nearer is close to another touch
   *[other] { $n } days nearer are close to another touch
}
day-full = { $n ->
    [one] { $n } day nearer is full
   *[other] { $n } days nearer are full
}
day-closer = no day was free farther from the one before
day-relieved = a nearer day was too full

## The calendar: why a touch is due

why-month = { $of ->
    [1] once in { $index }
   *[other] { $slot } of { $of } in { $index }
} { $year }
why-quarter = { $of ->
    [1] once in Q{ $index }
   *[other] { $slot } of { $of } in Q{ $index }
} { $year }
why-half = { $of ->
    [1] once
   *[other] { $slot } of { $of }
} in the { $index ->
    [1] first
   *[other] second
} half of { $year }
why-year = { $of ->
    [1] once in { $year }
   *[other] { $slot } of { $of } in { $year }
}
why-days = { $of ->
    [1] once in { $days } days
   *[other] { $slot } of { $of } in { $days } days
}
why-since-contact = { $days } days after { $day }
why-never-contacted = not contacted yet; every { $days } days
why-between-orders = between orders: last { $day }, one in { $days } days
why-date = for { $day }
why-event = for the event on { $day }
why-holiday = for { $name }, { $day }
why-professional = their { $name }, { $day }
why-company-day = the company's day, { $day }
why-birthday = birthday of { $name }, { $day }

month-of-year = { $index ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
}

# Reading a file: what was not taken, and why a file was not read.

# A row that was not taken, or a value that was not. The line is shown beside the sentence.
import-no-client = The row names no client: neither a company nor a person, an e-mail or a telephone number. It was not taken.
import-no-amount = The column “{ $column }” is empty, so there is no order to take. The client was kept.
import-bad-amount = “{ $value }” in the column “{ $column }” is not an amount. The order was not taken; the client was kept.
import-large-amount = “{ $value }” in the column “{ $column }” is larger than any amount may be, { $most }. The order was not taken; the client was kept.
import-no-day = The column “{ $column }” holds no date. The order was not taken; the client was kept.
import-bad-day = “{ $value }” in the column “{ $column }” is not a date. The order was not taken; the client was kept.
import-bad-date = “{ $value }” in the column “{ $column }” is not a date. The row was taken without it.
import-bad-returned = “{ $value }” in the column “{ $column }” is not an amount. The order was taken with nothing returned.
import-large-returned = “{ $value }” in the column “{ $column }” is larger than any amount may be, { $most }. The order was taken with nothing returned.
import-bad-currency = The currency “{ $value }” in the column “{ $column }” is not known. The order was taken without it.
import-bad-email = “{ $value }” in the column “{ $column }” is not an e-mail address. The row was taken without it.
import-second-tax-id = { $client } has a tax number already. The second one, “{ $value }”, was not taken.
import-two-days = Order { $number } stands in the file under two dates. The rows were added up under { $kept }; { $day } was not taken.
import-two-currencies = Order { $number } stands in the file in two currencies. This row was not added to it.
import-large-order = The rows of order { $number } add up to more than any amount may be, { $most }. This row was not added to it.
import-beyond-header = “{ $value }” stands to the right of the last header. The row was taken without it.
import-totals = “{ $value }”: a sum of the rows above, not a client. It was not taken.
import-open-quotation = A quotation mark opens here and is never closed. The file from this line to its end was not taken.
import-other-encoding = The letters of this line are in another encoding than the rest. They were read as well as could be; check them.
import-day-or-month = “{ $value }” can be read day first or month first, and nothing in the file tells which. The day was taken to come first, here and in the rest of the file.
import-no-day-column = There are amounts, but no column with a date. The clients were taken, the orders were not.

# A file that was not read at all.
read-empty = The file is empty.
read-binary = This is not a text file. Tables in CSV or as text with tabs can be read.
read-workbook = This is a workbook (Excel, LibreOffice). Save it as CSV and bring that in: tables in CSV or as text with tabs can be read.
read-markup = This is an XML or HTML file. Save it as CSV and bring that in: tables in CSV or as text with tabs can be read.
read-cards = This is an address book (vCard). Export the contacts as CSV and bring that in: tables in CSV or as text with tabs can be read.
read-no-columns = No column says who the client is. The file begins with: “{ $found }”. Name a column “Client”, “Company” or “Name”.
read-no-rows = The file has a header and no rows below it.
read-long-line = Line { $line } is longer than a megabyte. This is not a table; nothing was taken.
read-stopped = Reading was stopped. Nothing was taken.

# What a column was taken for.
field-client = client
field-client_code = client's name or code
field-organisation = organisation
field-client_id = client's id
field-id = id
field-name = name
field-person = contact person
field-first_name = first name
field-middle_name = middle name
field-last_name = last name
field-role = job
field-birthday = birthday
field-kind = person or company
field-phone = telephone
field-client_phone = company's telephone
field-email = e-mail
field-messenger = messenger
field-site = web page
field-city = town
field-address = address
field-address_part = part of the address
field-tax_id = tax number
field-industry = industry
field-company_day = company's day
field-tag = label
field-note = note
field-detail = kept in the note
field-number = order number
field-document = order number and date
field-day = order date
field-created = date of the record
field-amount = amount
field-returned = returned
field-currency = currency
field-due = payment due
field-paid = paid on
field-title = name of the order
field-item = what was ordered

## The communication table on the screen

action-edit-table = table
action-edit-table-about = Change the table; what moves is shown first.
table-title = Communication table
table-keys = Enter change  { $new } new row  { $remove } take out  Esc close
table-keys-changed = Enter change  { $new } new row  { $remove } take out  { $save } see what would move, then save  Esc close
table-unsaved = The changes are not saved yet: s shows what they would move. Esc again leaves them.
table-row-title = A row of the communication table
table-row-keys = Enter take over  ↑↓ field  ←→ choose  Space mark  Esc back
table-moves-title = What would move
table-asked = Being worked out…
table-moves-keys = Enter save  ↑↓ scroll  Esc back to the table
table-moves = touches: { $new } new, { $moved } moved, { $gone } gone
table-more = and { $n } more
table-kind = kind of touch
table-row = title
table-purpose = purpose
table-when = when
table-times = times
table-star-times = times with a star
table-at-most = at most
table-per = in a
table-per-days = days of a period
table-anchor = counted from
table-holidays = holidays
table-on = day
table-lead = lead, working days
table-on-the-day = on the day itself
table-percent = at % of the interval
table-statuses = for clients who are
table-star = only with a star
table-tags-any = only with a tag
table-tags-none = not with a tag
table-revenue = 12 months at least
table-revenue-below = 12 months below
table-also-counts = also done by
table-responsible = responsible
table-minutes = minutes
table-shift = on a day off
table-late-days = late days allowed
table-from = from
table-to = until
table-note = note
table-when-quota = so often
table-when-eve = for holidays
table-when-date = on a day of every year
table-when-professional = holiday of the trade
table-when-company-day = company's day
table-when-birthday = birthdays
table-when-between-orders = between orders
table-when-event = once, before an event
table-some-days = some days
table-anchor-calendar = the calendar
table-anchor-contact = the last contact
table-shift-prev = the working day before
table-shift-next = the working day after
table-shift-nearest = the nearest working day
table-no-number = A whole number belongs here.
table-no-toml = “{ $text }” is no TOML.
table-unknown = “{ $text }” says nothing here.
table-lacks = the row has no “{ $text }”.
table-misread = “{ $text }” is not understood from column { $column } on. { $takes }
table-takes = Here belongs: { $values }.
table-needs = It lacks one of: { $values }.
table-takes-else = Another kind of value belongs here.
table-no-money = An amount belongs here, such as 12500 or 12.5k.
table-no-title = The row needs a title.
yes = yes
no = no

## A planned touch on the screen

put-off-title = Put off: { $client }
move-to-title = Move to a day: { $client }
skip-title = Leave out: { $client }
skip-label = why:
why-title = Why this day
why-window = It can be done from { $from } to { $to }.
why-together = Another { $kind } stands on { $day }: one could do for both.
why-who = { $who }, { $n } min
status-no-touch = Select a planned touch in the calendar first: press 3.
status-evaluation-waits = It waits for its answer: D enters how the order was found. After two weeks it leaves this list by itself.
status-set-by-hand = This contact was set by hand: s gives it another day, a logged contact ends it.

## The plan as a whole on the screen

action-show-plan = plan
action-show-plan-about = Absences, catching up, evening out, no day.
plan-title = The plan
plan-absences = Absences
plan-catch-up = Catch up
plan-rebalance = Even out
plan-no-day = No day
plan-compliance = Table kept
plan-keys = Tab next page   Esc close
absence-none = Nobody is away. Press { $add } to say who is away when: what stands on those days is moved.
absence-keys = { $add } add   { $remove } remove   Tab next page   Esc close
absence-keys-entering = Enter see what would move   ↑↓ field   ←→ who   Esc back
absence-keys-moves = Enter save   ↑↓ scroll   Esc back
absence-keys-removing = Enter remove   ↑↓ scroll   Esc back
absence-who = who
absence-from = from
absence-to = until
absence-note = note
absence-days = { $from } – { $to }, { $n ->
    [one] { $n } day
   *[other] { $n } days
}
absence-turned = The last day lies before the first.
catch-up-since = what was due since
catch-up-how = what becomes of it
catch-up-until = spread until
catch-up-keep = stays where it is now
catch-up-move = is spread over days
catch-up-drop = is left out
catch-up-keys = Enter see how much   ↑↓ field   ←→ choose   Tab next page
catch-up-keys-do = Enter do it   ↑↓ field   ←→ choose   Tab next page
catch-up-keys-done = Enter back   ↑↓ scroll   Tab next page
rebalance-keys = Enter do it   ↑↓ scroll   Tab next page   Esc close
plan-no-day-keys = Enter open the client   ↑↓   Tab next page   Esc close
compliance-keys = { $back } { $on } period   { $longer } longer   ↑↓   Tab next page   Esc close

## Clients and their people, added and changed by hand

verb-add-client = client added
verb-edit-client = client changed
verb-add-person = person added
verb-edit-person = person changed
verb-remove-person = person taken out
effect-person = { $client }
effect-like = mind: there is { $client } already
effect-like-phone = mind: { $client } has the same phone { $text }
effect-like-email = mind: { $client } has the same e-mail { $text }
effect-like-name = mind: { $client } is called nearly the same
effect-like-person = mind: there is { $client } here already
status-like-next = { $key }: compare the two
effect-tax-id-digit = mind: this INN should end in { $expected }, not in { $found }; kept as typed
effect-tax-id-length = mind: an INN has 10 or 12 digits, not { $n }; kept as typed
effect-phone-as-typed = mind: “{ $text }” cannot be read as a telephone number; kept as typed
effect-declined = mind: { $client } does not want this: { $kind }
error-no-name = A name is needed. Nothing was changed. Type at least one letter.
error-unchanged = That is how it stands already. Nothing was changed.
import-by-hand = The order of { $day } was entered or changed by hand, and stays so. The row was not taken.
import-barred = { $client } is on the black list. The row was not taken.

action-add-client = new client
action-add-client-about = Add a client; only the name is needed.
action-edit-client = edit client
action-edit-client-about = Change what is said of it and of its people.
status-curtained = Lift the curtain first (h): this cannot be done unseen.
profile-add-title = A new client
profile-person-title = Somebody at { $client }
profile-client = the client itself
profile-keys = Enter change   { $add } add a person   { $remove } take a person out   Esc close
profile-form-keys = Enter save   ↑↓ field   ←→ choose   Space mark   Esc back
profile-unsaved = This is not saved yet: Enter saves it. Esc again leaves it as it was.

client-name = name
client-kind = company or private
client-kind-company = company
client-kind-private = private
client-legal-form = legal form
client-tax-id = tax number (INN)
client-industry = industry
client-company-day = founded, or its day
client-phones = phones
client-emails = e-mails
client-messengers = messengers
client-city = town
client-address = address
client-call-hours = hours for calls
client-tags = labels
client-star = must not be lost ★
client-type = type of buyer
client-type-loyal = loyal
client-type-discount = discount
client-type-impulse = impulse
client-type-need = need
client-type-wandering = wandering
client-ties = level of ties
client-ties-price = 1 price
client-ties-social = 2 attention
client-ties-structural = 3 structural
client-manner = how it chooses
client-manner-adherent = stays (adherent)
client-manner-rational = compares (rational)
client-values = values
client-puts-up-with = puts up with
client-interval = orders every, days
client-note = note
client-black-list = black list, why
client-no-name = A name is needed.
client-no-choice = Choose one of these: { $valid }.
client-no-hours = Hours look like 9-13 or 9:30-18:00, and end after they begin.
client-no-interval = A whole number of days from 1 to 3660 belongs here, or nothing.
client-note-company-day = 7.3.1985, 7.3 or 7 March; 29.02 is kept on 28.02 in common years.
client-note-call-hours = 9-13 or 9:30-18:00
client-note-interval = Typed here, it holds in place of what past orders tell: in alerts and in the calendar.
client-note-black-list = With a reason here nothing is planned, no alert is raised, and files are not taken.
client-note-tax-id = The check digit of a Russian INN is checked; a wrong one is kept as typed.
person-name = name
person-role = job
person-birthday = birthday
person-phones = telephones
person-emails = e-mails
person-messengers = messengers
person-prefers = prefers
person-declines = does not want
person-unsaid = do not mention
person-no-email = “{ $text }” is not an e-mail address.
person-note-phones = Any punctuation will do; several are divided by commas.
person-note-declines = What nobody here wants is not planned; logging it gives a warning.
person-note-unsaid = Shown on the card and in the brief, and hidden by the curtain.
person-likes = { $client } prefers: { $kind }
person-avoids = { $client } does not want: { $kind }
person-hush = { $client }, do not mention: { $text }
typed-no-such-day = There is no such day. Type 7.3.1985, 7.3 or 7 March.
typed-day-ahead = { $day } is still to come; the day must have been.

card-barred = On the black list since { $day }: { $text }
card-call-hours = Call within { $hours }.
private-buyer-loyal = A loyal buyer: ask for its opinion.
private-buyer-discount = Buys for the discount: returns more than others; begin with what it saves.
private-buyer-impulse = Buys on an impulse: show what is new, and make it easy to buy at once.
private-buyer-need = Buys what it needs: lost easily to the internet; have the best seller talk to it.
private-buyer-wandering = Looks around: spend little time on it.
private-ties-price = Tied by the price, which holds badly: add attention and special services.
private-ties-social = Tied by attention: next, solve its problems faster and more conveniently than anybody.
private-ties-structural = Tied by how its problems are solved, the strongest tie: keep it so.
private-manner-adherent = Stays where it is at ease: spare it every effort.
private-manner-rational = Chooses anew each time: have the comparison ready.
private-hint-adherent = Orders come evenly, the gaps scatter by { $scatter }: perhaps it stays where it is at ease. To say so: { $front ->
    [shell] regulars client set CLIENT manner adherent
   *[screen] E
}.
private-hint-rational = Orders come unevenly, the gaps scatter by { $scatter }: perhaps it chooses anew each time. To say so: { $front ->
    [shell] regulars client set CLIENT manner rational
   *[screen] E
}.
card-values = Values: { $text }
card-puts-up-with = Puts up with: { $text }
card-rhythm-unknown = too few orders to say how often
card-rhythm-by-hand = { $days ->
    [one] every day
   *[other] every { $days } days
}, typed by hand
brief-client = client
brief-people = people
reason-overdue-by-hand =
    Should order every { $usual } days, as typed by hand; the last order was { $gap ->
        [one] { $gap } day
       *[other] { $gap } days
    } ago. { $none } chance of no order in { $horizon ->
        [one] { $horizon } day
       *[other] { $horizon } days
    }.

cli-command-client = Add a client, or change what is said of one.
cli-command-client-add = Add a client.
cli-command-client-set = Change fields of a client.
cli-command-person = Add somebody at a client, change what is said of a person, or take one out.
cli-command-person-add = Add somebody at a client.
cli-command-person-set = Change fields of a person.
cli-command-person-remove = Take a person out; what was talked about stays.
cli-option-name = The name
cli-value-name = NAME
cli-option-fields = Fields, each followed by what is to stand in it; "" empties a field
cli-value-fields = FIELD VALUE
cli-fields = Fields: { $names }
cli-error-in-field = { $field }: { $why }
cli-error-field = There is no field “{ $field }”. Nothing was changed. The fields are { $valid }.
cli-error-no-value = “{ $field }” has no value behind it. Nothing was changed. Name a field and its value in turn.

action-copy-channel = copy phone
action-copy-channel-about = Copy a telephone number or an e-mail address.
copy-title = Copy
copy-keys = 1-{ $n } or Enter copy   Esc close
status-nothing-to-copy = There is no telephone number and no e-mail address here: E adds them.

## Where a client stands, and how far its purchase has come

verb-set-status = status set by hand
verb-move-stage = stage of the purchase set
effect-status = now { $status }
effect-no-stage = no purchase on its way
error-no-reason = A word why is needed. Nothing was changed.
stage = stage { $n }/6: { $what }
stage-need = feels the need
stage-gathers = gathers who sells
stage-criterion = settles what to choose by
stage-chooses = chooses
stage-buys = buys
stage-judges = judges it
card-stage-by = { $stage }, chosen by: { $text }
card-statuses = Statuses
status-by-nothing = Potential: has ordered nothing, and no purchase is on its way (stages 2 to 5).
status-by-stage = Prospective: has ordered nothing yet. { $stage }
status-by-orders = as its orders tell
moved = { $day }: { $status } ({ $mover })
moved-selling = by selling, the first order
moved-good = { $n } order days, an order was found good
moved-unasked = { $n } order days, no order found good
moved-by-hand = by hand: { $text }
moved-closed = closed: { $why }
action-set-status = status
action-set-status-about = Say where the client stands, and why.
action-stage-on = stage on
action-stage-on-about = Its purchase is one stage further, of six.
action-stage-back = stage back
action-stage-back-about = Its purchase is one stage back.
set-status-title = Status of { $client }
status-regular-rule = Regular: from { $days ->
    [one] { $days } day
   *[other] { $days } days
} with an order on
status-regular-rule-within = Regular: from { $days ->
    [one] { $days } day
   *[other] { $days } days
} with an order within { $within } d on
set-status-keys = 1-5 or Enter choose   Esc close
cli-command-status = Say where a client stands, whatever its orders tell; auto ends that.
cli-command-stage = Say how far a client's purchase has come, 1 to 6; 0: none is on its way.
cli-option-stage = The stage: 1 need, 2 gathers who sells, 3 criterion, 4 chooses, 5 buys, 6 judges; 0 none
cli-value-stage = 0-6
cli-option-criterion = What is chosen by: price, experience, portfolio …
cli-value-new-status = STATUS
cli-error-regular = “{ $typed }” is no definition of regular. Nothing was changed. Type order days, or order days within days: 3 or 3/365.
cli-option-new-status = The status: potential, prospective, client, regular, or auto
set-status-keys-why = Enter write   Esc back

## Who may be the same, and merging

action-show-duplicates = duplicates
action-show-duplicates-about = Who may be there twice: compare and merge.
duplicates-title = Who may be the same
duplicates-looking = Every client is being compared with every other one …
duplicates-none = Nobody seems to be in the book twice. { $front ->
    [shell] Two that you know of are made one by regulars merge KEEP OTHER.
   *[screen] Two clients marked with Space in the list of clients stand here side by side.
}
duplicates-two-tax-ids = Both tax numbers are right, and differ. The same key again merges all the same.
duplicates-sure = the same
duplicates-ask = perhaps
duplicates-marked = marked
duplicates-count = { $n ->
    [one] One pair
   *[other] { $n } pairs
  }, { $sure } surely the same. regulars merge KEEP OTHER makes one of two, regulars merge --sure of those, regulars apart says that two are not one.
duplicates-keys = 1 keep left  2 right  3 not the same  9 merge all sure: { $sure }  { $undo } undo
duplicates-people = people
duplicates-channels = reached by
duplicates-status = status
duplicates-orders = orders
duplicates-touches = contacts
duplicates-others = other entries
duplicates-external = external id
duplicates-same-orders = { $n ->
    [one] one order of the same day and amount in both
   *[other] { $n } orders of the same day and amount in both
  }
common-tax-id = tax number
common-phone = phone
common-email = e-mail
common-messenger = messenger
common-site = site
common-name = name
common-near-name = almost the name
common-birthday = birthday
common-address = address
common-city = town
kind-merged = merged
verb-merge-clients = clients merged
verb-merge-sure = duplicates merged
verb-merge-people = people merged
verb-tell-apart = noted as two
effect-merged = { $n ->
    [one] one client became part of another
   *[other] { $n } clients became part of others
  }
effect-apart = not the same as { $client }
error-no-duplicates = No two clients are surely the same. Nothing was changed. regulars duplicates lists those to look at.
error-two-tax-ids = These are two: their tax numbers { $one } and { $other } are both right, and differ. Nothing was changed.
error-one-already = These are one already, or are people of two clients. Nothing was changed.
error-former-enough = { $client } is a former client, and this would be contact { $n } of the year: two are the most. Nothing was changed.
cli-command-duplicates = List who may be in the book twice, and what they have in common.
cli-command-merge = Make one client of two: the first one stays and gets everything of the other.
cli-command-apart = Remember that two clients are not the same.
cli-command-person-merge = Make one person of two at a client: the first one stays.
cli-option-other = The other client, named in the same way
cli-value-other = OTHER
cli-option-other-person = The other person, by a part of the name
cli-value-other-person = OTHER
cli-option-sure = All clients that are surely the same, in one step of undo
status-no-backup = The copy of the day could not be made in the folder beside { $path }: free some space there, or allow writing. What you enter is saved all the same.
cli-option-different-inn = Merge them although each has a right tax number of its own
