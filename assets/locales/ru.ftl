# Числа сами делятся на разряды и выбирают форму слова; даты, деньги и доли приходят уже написанными.
# CAPITAL() делает первую букву значения заглавной.
# SINCE() ставит перед днём «с» или «со».

## Verbs, as finished actions

verb-log-call = звонок записан
verb-log-message = сообщение записано
verb-log-email = эл. письмо записано
verb-log-mail = письмо записано
verb-log-meeting = встреча записана
verb-log-gift = подарок записан
verb-log-event = приглашение записано
verb-log-order = заказ записан
verb-log-note = заметка записана
verb-edit-touch = контакт изменён
verb-delete-touch = контакт удалён
verb-edit-note = заметка изменена
verb-edit-order = заказ изменён
verb-delete-order = заказ удалён
verb-delete-evaluation = оценка удалена
verb-edit-promise = обещание переписано
verb-delete-promise = обещание удалено
verb-delete-note = заметка удалена
verb-add-gift = подарок добавлен в каталог
verb-drop-gift = подарок убран из каталога
verb-set-membership = клуб записан
verb-follow-up = следующий контакт назначен
verb-open-complaint = претензия открыта
verb-step-complaint = претензия: следующий шаг
verb-rework-complaint = претензия: снова на переделку
verb-sort-complaint = претензия: вид изменён
verb-date-complaint = претензия: новый срок
verb-close-complaint = претензия закрыта
verb-close-client = клиент закрыт
verb-reopen-client = клиент снова в работе
verb-concede = уступка записана
verb-log-free-work = бесплатная работа записана
verb-mark-conflict = отметка поставлена
verb-clear-conflict = отметка снята
verb-explain-volume = ответ о заказах записан
verb-decide-parting = решение записано
verb-add-competitor = конкурент записан
verb-edit-competitor = конкурент изменён
verb-decide-competitor = решение о конкуренте записано
verb-end-competitor = конкурент ушёл
verb-win-back = ответы о возврате записаны
verb-evaluate = оценка записана
verb-note-event = событие записано
verb-end-event = событие завершено
verb-snooze-alert = тревога отложена
verb-dismiss-alert = тревога снята
verb-bring-back-alert = тревога возвращена
verb-add-news = новость добавлена
verb-edit-news = новость изменена
verb-close-news = новость снята
verb-tell-news = новость рассказана
verb-promise = обещание записано
verb-keep-promise = обещание выполнено
verb-move-promise = обещание перенесено
verb-break-promise = обещание не выполнено
verb-drop-promise = обещание снято
verb-greet = поздравления записаны
verb-import = файл загружен
verb-restore = выгрузка восстановлена
verb-set-setting = настройка изменена
verb-skip = контакт пропущен
verb-unskip = контакт возвращён
verb-snooze = контакт отложен
verb-move-to = контакт перенесён
verb-add-absence = отсутствие добавлено
verb-remove-absence = отсутствие убрано
verb-catch-up = опоздавшие контакты разобраны
verb-rebalance = календарь выровнен
verb-edit-table = таблица изменена
verb-other = изменение внесено

done = { CAPITAL($what) }: { $client }
undone = Отменено: { $what } ({ $subject })
redone = Возвращено: { $what } ({ $subject })
undone-alone = Отменено: { $what }
redone-alone = Возвращено: { $what }

effect-evaluated = заказ от { $day }
effect-minus = минус может быть претензией
effect-ask-review = попросите клиента об отзыве
effect-decided = { $what }, до { $day }
effect-offer-close = затем закройте клиента и укажите причину
effect-alert-answered = тревога снята до { $day }
effect-alert-closed = тревога снята
effect-alert-lower = тревога ослабла: { $level }
effect-alert-raised = новая тревога: { $level }
effect-and-others = и ещё у { $n }
effect-next = следующий контакт { $day }
effect-chosen = и, как вы назначили, { $day }
effect-next-kind = дальше: { $kind }, { $day }
effect-others-moved = { $n ->
    [one] сдвинут ещё { $n } контакт
    [few] сдвинуты ещё { $n } контакта
   *[other] сдвинуто ещё { $n } контактов
}
effect-others-no-day = { $n ->
    [one] без дня остался { $n } контакт
    [few] без дня остались { $n } контакта
   *[other] без дня осталось { $n } контактов
}
effect-no-next = следующий контакт не назначен
effect-promise = «{ $text }»
effect-promised = обещано до { $day }
effect-number-known = внимание: номер { $text } уже есть, у заказа от { $day }
effect-repeat = повторный заказ №{ $n }
effect-promised-us = клиент обещал до { $day }
effect-former-too-many = внимание: с бывшим клиентом это { $n }-й контакт за год
effect-over-quota = внимание: { $n } за { $period }, по таблице не больше { $limit }
effect-greeted = { $n ->
    [one] { $n } клиент
    [few] { $n } клиента
   *[other] { $n } клиентов
}

## Names

touch-call = звонок
touch-message = сообщение
touch-email = эл. письмо
touch-mail = письмо
touch-meeting = встреча
touch-gift = подарок
touch-event = приглашение

outcome-reached = дозвонился
outcome-met = состоялась
outcome-received = получено
outcome-sent = отправлено
outcome-given = вручён
outcome-no_answer = не ответил
outcome-call_back = перезвонить
outcome-refused = отказ
outcome-invited = приглашён
outcome-accepted = согласился
outcome-came = пришёл
detail-theirs = сам обратился
detail-minutes = { $n } мин
detail-drain = измотал { $n }/5
detail-nps = посоветует { $n }/10
detail-wow = чтобы удивить
gift-for-total = за год заказал на { $money }
gift-for-tenure = заказывает { SINCE($day) }
gift-repeat = это уже дарили { $day }
gift-over-limit = дороже вашего предела { $money }
gift-over-law = дороже { $money }: ст. 575 ГК РФ, сверьтесь с действующей редакцией
gift-over-budget = больше остатка бюджета на год: { $money }
gift-overspent = бюджет на год уже превышен: перерасход { $money }
gift-budget = Подарки всем клиентам за год: { $spent } из { $budget }, осталось { $left }
gift-spent = Подарки всем клиентам за год: { $spent } (предел на год не задан)
effect-no-club = больше не в клубе
membership-until = до { $day }
membership = клуб
membership-has = { $n ->
    [one] { $n } балл
    [few] { $n } балла
   *[many] { $n } баллов
 }
membership-ends = повод позвонить: членство кончается { $day }
membership-ended = повод позвонить: членство кончилось { $day }
membership-points = повод позвонить: { $n ->
    [one] не потрачен { $n } балл
    [few] не потрачены { $n } балла
   *[many] не потрачено { $n } баллов
 }

mark-slow = тянет с ответом
mark-avoids = избегает
mark-distant = отдалился
mark-hard_refusal = резкий отказ

status-potential = потенциальный
status-prospective = перспективный
status-client = клиент
status-regular = постоянный
status-former = бывший

level-alarm = срочно
level-watch = следить
level-note = к сведению
level-alarm-about = задержка бесспорна или есть две независимые причины
level-watch-about = есть одна причина присмотреться
level-note-about = стоит знать; вперёд не выносится

event-management = новое руководство
event-strategy = новая стратегия
event-owners = новые владельцы
event-market = перемены на рынке
event-politics = политика
event-restrictions = запреты государства
event-contract = расторжение договора
event-competitor = конкурент
event-over = завершено: { $what }
card-events = Открытые события: { $n }
card-event = • { $what }, { SINCE($day) }

aspect-invoice = срок счёта
aspect-shipment = срок отгрузки
aspect-documents = срок закрывающих документов
aspect-advice = советы менеджера
aspect-support = поддержка
aspect-quality = качество товара

dismissal-not-true = неверно
dismissal-seasonal = сезон
dismissal-left = ушёл
dismissal-in-work = уже в работе
dismissal-other = другое
dismissal-no-need = покупок пока не будет
dismissal-spoiled = отношения испорчены
dismissal-disappointed = разочарован покупкой
dismissal-too-much-effort = слишком много сил

alert-kind-overdue = выбился из своего ритма
alert-kind-volume = заказы мельчают
alert-kind-interval = перерывы растут
alert-kind-payment = платит всё позже
alert-kind-dropped-item = перестал заказывать
alert-kind-hidden = замечено в разговорах
alert-kind-complaint = открытые претензии
alert-kind-returned = возвраты по заказам
alert-kind-quality = оценки всё хуже
alert-kind-competitor = конкуренты
alert-kind-hint = намёки конкурентом
alert-kind-event = события у клиента
alert-kind-concentration = слишком большая доля
alert-kind-no-next-step = нет следующего контакта
alert-kind-nothing-new = давно ничего нового
alert-kind-unasked = не спрашивали об оценке
alert-kind-former-due = пора поздравить бывшего

## Alerts: why, and what to do

reason-overdue =
    Обычно заказывает { $usual ->
        [1] каждый день
        [one] раз в { $usual } день
        [few] раз в { $usual } дня
       *[other] раз в { $usual } дней
    } (перерывов: { $gaps }), { $gap ->
        [one] прошёл { $gap } день
        [few] прошло { $gap } дня
       *[other] прошло { $gap } дней
    }: таких долгих перерывов у него { $tail }. Вероятность, что за { $horizon ->
        [one] { $horizon } день
        [few] { $horizon } дня
       *[other] { $horizon } дней
    } не закажет ни разу, — { $none }.
reason-overdue-short =
    { $usual ->
        [1] каждый день
        [one] раз в { $usual } день
        [few] раз в { $usual } дня
       *[other] раз в { $usual } дней
    }, прошло { $gap }
reason-complaint =
    { $days ->
        [0] Претензия поступила сегодня.
        [one] Претензия открыта { $days } день, { SINCE($opened) }.
        [few] Претензия открыта { $days } дня, { SINCE($opened) }.
       *[other] Претензия открыта { $days } дней, { SINCE($opened) }.
    } Сейчас: { $step }.
reason-complaint-short =
    { $days ->
        [0] претензия сегодня
        [one] претензия { $days } день
        [few] претензия { $days } дня
       *[other] претензия { $days } дней
    }
reason-return =
    { $days ->
        [0] Сегодня был возврат, вопрос не закрыт.
        [one] Возврат не улажен { $days } день, { SINCE($opened) }.
        [few] Возврат не улажен { $days } дня, { SINCE($opened) }.
       *[other] Возврат не улажен { $days } дней, { SINCE($opened) }.
    } Сейчас: { $step }.
reason-return-short =
    { $days ->
        [0] возврат сегодня
        [one] возврат { $days } день
        [few] возврат { $days } дня
       *[other] возврат { $days } дней
    }
reason-claim =
    { $days ->
        [0] Рекламация поступила сегодня.
        [one] Рекламация открыта { $days } день, { SINCE($opened) }.
        [few] Рекламация открыта { $days } дня, { SINCE($opened) }.
       *[other] Рекламация открыта { $days } дней, { SINCE($opened) }.
    } Сейчас: { $step }.
reason-claim-short =
    { $days ->
        [0] рекламация сегодня
        [one] рекламация { $days } день
        [few] рекламация { $days } дня
       *[other] рекламация { $days } дней
    }
reason-returned =
    По заказу от { $ordered } вернули { $money }, { $share } заказа{ $days ->
        [0] .
        [one] ; прошёл { $days } день.
        [few] ; прошло { $days } дня.
       *[other] ; прошло { $days } дней.
    }
reason-returned-short = возврат { $money }
reason-quality = Заказы оценивают всё ниже: лучшего минус худшего было { $first }, { $second }, { $third }, последний раз { $last }.
reason-quality-short = оценки падают: { $first }, { $second }, { $third }
reason-volume =
    Заказы мельчают: обычно { $usually }, три последних — около { $lately }{ $percent ->
        [0] .
       *[other] , каждый примерно на { $percent } % меньше прежнего.
    }
reason-volume-short = заказы { $usually } → { $lately }
reason-interval =
    Заказывает реже: обычно раз в { $usually } дн., в последнее время раз в { $lately }{ $percent ->
        [0] .
       *[other] , каждый перерыв примерно на { $percent } % длиннее прежнего.
    }
reason-interval-short = перерывы { $usually } → { $lately } дн.
reason-payment =
    Платит всё позже: обычно за { $usually } дн., в последнее время за { $lately }{ $percent ->
        [0] .
       *[other] , каждый раз примерно на { $percent } % дольше.
    }
reason-payment-short = платит за { $usually } → { $lately } дн.
reason-item = { $item }: заказ за заказом, { $seen } из { $of }, а в последних { $missing } нет; последний раз { $last }.
reason-item-short = { $item }: нет в последних { $missing }
reason-hidden = Тревожных из последних контактов: { $marked } из { $of }, последний { $last }.
reason-hidden-short = тревожных контактов { $marked } из { $of }
reason-event =
    { $days ->
        [0] Сегодня стало известно: { $what }.
        [one] { $days } день назад, { $day }, стало известно: { $what }.
        [few] { $days } дня назад, { $day }, стало известно: { $what }.
       *[other] { $days } дней назад, { $day }, стало известно: { $what }.
    }
reason-event-short = { $what }
reason-competitor = У клиента { SINCE($day) } работает конкурент: { $text }, угроза { $threat } из 3.
reason-competitor-losing = У клиента { SINCE($day) } работает конкурент, себе в убыток: { $text }, угроза { $threat } из 3.
reason-competitor-short = конкурент { $text }, угроза { $threat }
reason-hint =
    { $days ->
        [0] Конкурента позвали как намёк: { $text }.
        [one] Конкурента позвали как намёк { $days } день назад: { $text }.
        [few] Конкурента позвали как намёк { $days } дня назад: { $text }.
       *[other] Конкурента позвали как намёк { $days } дней назад: { $text }.
    } Уйти, уйти на время или вступить в гонку.
reason-hint-short = намёк: конкурент { $text }
reason-concentration =
    { $share } выручки за год, { $revenue }, приходится на этого клиента{ $average ->
        [0] .
        [one] ; заменить его мог бы { $average } средний клиент.
        [few] ; заменить его могли бы { $average } средних клиента.
       *[other] ; заменить его могли бы { $average } средних клиентов.
    }
reason-concentration-short = { $share } всей выручки
reason-dropped =
    Следующий контакт не назначен, а последний был { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    } назад: дольше, чем клиент обычно ждёт до нового заказа.
reason-dropped-short = без контакта { $days } дн., новый не назначен
reason-dropped-never =
    Ни одного контакта не записано и ни одного не запланировано: с первого заказа { $days ->
        [one] прошёл { $days } день
        [few] прошло { $days } дня
       *[other] прошло { $days } дней
    }, дольше, чем обычно проходит между заказами.
reason-dropped-never-short = контактов не было, и не запланированы
reason-unasked =
    Об оценке заказов не спрашивали { SINCE($since) }: { $months } { $months ->
        [one] месяц
        [few] месяца
       *[other] месяцев
    }.
reason-unasked-short = { $months } мес. без оценки
reason-nothing-new =
    { CAPITAL(SINCE($since)) } ни встречи, ни подарка, ни приглашения: { $months } { $months ->
        [one] месяц
        [few] месяца
       *[other] месяцев
    } одни заказы.
reason-nothing-new-ever =
    Ни встречи, ни подарка, ни приглашения не записано: { $months } { $months ->
        [one] месяц
        [few] месяца
       *[other] месяцев
    } одних заказов.
reason-nothing-new-short = { $months } мес. ничего нового
reason-former =
    Бывший клиент, последний контакт { $last }, { $months } { $months ->
        [one] месяц
        [few] месяца
       *[other] месяцев
    } назад: пора поздравить, раз-два в год.
reason-former-short = бывший, пора поздравить
reason-no-next = Следующий контакт не назначен.
reason-no-next-short = нет следующего контакта

advice-call = Позвоните и спросите, как дела.
advice-ask = Спросите, что изменилось.
advice-visit = Навестите и предложите новое.
advice-evaluate = Спросите, как оценили последний заказ, и запишите ({ $front ->
    [shell] regulars evaluate
   *[screen] o, щ
}).
advice-greet = Отправьте поздравление.
advice-decide = Решите: уйти, уйти на время или вступить в гонку.
advice-settle = Уладьте претензию, потом позвоните.
advice-widen = Ищите других клиентов, пока всё спокойно.
advice-plan = Назначьте день следующего контакта.

## Errors: what happened, what was kept, what to do

error-file-missing = Файла { $path } нет. Ничего не изменено. Проверьте имя или уберите --db, чтобы открыть свой файл.
error-file-folder = { $path } — это папка. Ничего не изменено. Укажите файл в ней.
error-file-foreign = { $path } — файл другой программы. Он остался как был. Укажите другой файл.
error-file-newer = Файл { $path } записан более новой версией regulars (версия файла { $needs }). Он остался как был. Обновите regulars, чтобы открыть его.
error-file-read-only = Записать в { $path } нельзя. Ничего не изменено. Разрешите запись в файл и его папку или выберите другое место через --db.
error-file-no-room = Нет места, чтобы записать { $path }. Всё записанное раньше сохранено, последнее — нет. Освободите место и повторите.
error-file-busy = В { $path } сейчас пишет другая программа. Всё записанное раньше сохранено, последнее — нет. Повторите через минуту.
error-file-damaged = Файл { $path } повреждён. Он остался как был. Ежедневные копии лежат в папке рядом: откройте одну из них через --db.
error-file-too-large = В таблице { $table } этого файла, в строке с id { $id }, значение { $column } вне границ: сумма не может быть больше { $money }. Ничего не взято.
error-file-bad-row = Строка файла не читается ({ $detail }). Ничего не изменено. Ежедневные копии лежат в папке рядом с файлом: откройте одну из них через --db.
error-file-other = Файлом { $path } нельзя пользоваться: { $detail }. Всё записанное раньше сохранено, последнее — нет.

error-no-client = Клиента «{ $asked }» нет. Ничего не изменено. Хватит части названия, города или телефона.
error-ambiguous = Под «{ $asked }» подходит не один клиент. Ничего не изменено. Уточните: номер, код или название подлиннее.
error-nothing-to-undo = Отменять нечего.
error-nothing-to-redo = Возвращать нечего.
error-looks-only = Файл открыт только для просмотра. Ничего не изменено. Закройте другое окно, чтобы писать в этом.
error-empty = Записывать нечего. Ничего не изменено. Напишите хотя бы пару слов.
error-bad-amounts = Сумма заказа больше нуля, а возврат не больше суммы. Ничего не изменено. Возврат указывают у того заказа, к которому он относится: =возврат:500 в строке, --returned 500 в командной строке.
error-no-amount = «{ $typed }» — это не сумма. Ничего не изменено. Пишите так: 12500, 12 500,50 или 12,5к.
error-too-large = Сумма не может быть больше { $money }. Ничего не изменено.
error-below-zero = Подарок не может стоить { $money }: сумма — ноль или больше. Ничего не изменено.
error-no-complaint = Открытых претензий у клиента нет. Ничего не изменено.
error-last-step = Последний шаг сделан. Ничего не изменено. Осталось закрыть претензию и сказать, что изменилось в процессе.
error-no-rework = Переделывать ещё нечего. Ничего не изменено. Вернуть претензию на переделку можно с 5-го шага.
error-no-lesson = Скажите, что изменилось в процессе, пусть даже «ничего». Ничего не изменено.
error-former-by-closing = Бывшим клиента делает закрытие с причиной, которая идёт в счёт: { $front ->
    [shell] regulars close и reopen
   *[screen] клавиша L (Д)
}. Ничего не изменено.
error-later = Об этом в книге уже есть запись за { $day }, а этот день позже сегодняшнего: она остаётся. Ничего не изменено.
error-closed = Этот клиент уже закрыт. Ничего не изменено.
error-not-closed = Этот клиент не бывший: открывать заново нечего и возвращать некого. Ничего не изменено. Бывшим делает { $front ->
    [shell] regulars close КЛИЕНТ --why ПРИЧИНА
   *[screen] клавиша L (Д)
}.
error-no-competitor = Под «{ $asked }» не подходит ни один конкурент или подходят несколько. Ничего не изменено. Список — regulars competitor list; хватит части названия, если она есть только у одного.
error-no-fall = Заказы клиента не уменьшаются, объяснять нечего. Ничего не изменено.
error-ahead = { $day } ещё не наступил. Ничего не изменено. Назовите сегодняшний или прошедший день.
error-no-touch = Контакта «{ $key }» в календаре нет. Ничего не изменено. Ключи показывает regulars calendar.
error-already-done = «{ $key }» уже сделано или пропущено. Ничего не изменено.
error-not-skipped = «{ $key }» не было пропущено. Ничего не изменено.
error-no-absence = Отсутствия «{ $asked }» нет. Ничего не изменено. Список показывает regulars absence list.
error-behind = { $day } уже прошло. Ничего не изменено. Назовите сегодняшний день или более поздний.
error-ends-before = { $to } раньше, чем { $from }. Ничего не изменено.
error-bad-rule = Строка { $row } таблицы: { $why } Ничего не изменено.
error-table = { $path }, строка { $line }: { $why } Ничего не изменено.
error-no-alert = Здесь нет тревоги, на которую можно ответить. Ничего не изменено.
error-nothing-silenced = У этого клиента нет отложенных или снятых тревог. Ничего не изменено.
error-no-purchase = Покупка этого клиента не начата, выбирать нечего. Ничего не изменено. Начать: +.
error-no-order = Этот клиент ещё ничего не заказывал: оценивать нечего. Ничего не изменено.
error-no-event = Такого события у этого клиента нет. Ничего не изменено.
error-not-ahead = { $day } уже не впереди. Ничего не изменено. Тревогу откладывают на день позже сегодняшнего.
error-no-news = Под «{ $asked }» не подходит ни одна из новостей или подходят несколько. Ничего не изменено. Список — regulars news; хватит части текста, которая есть только в одной.
error-no-promise = Под «{ $asked }» не подходит ни одно открытое обещание или подходят несколько. Ничего не изменено. Список — regulars promises; хватит части текста, которая есть только в одном.
error-no-person = Под «{ $asked }» у этого клиента не подходит никто или подходят несколько человек. Ничего не изменено. Людей показывает regulars show; хватит части имени.
error-no-entry = Нет такой записи с номером «{ $asked }». Ничего не изменено. Номера показывает regulars timeline КЛИЕНТ.
error-gift-there = «{ $name }» в каталоге уже есть. Ничего не изменено. Чтобы сменить цену, сначала уберите.
error-no-gift = В каталоге нет «{ $asked }». Ничего не изменено. Список — regulars gift list.
error-not-empty = Выгрузку можно вернуть только в файл без клиентов, а в этом они есть. Ничего не изменено. Укажите новый файл через --db.
error-stopped = Остановлено. Ничего не изменено.
error-import-missing = Файла { $path } нет. Ничего не изменено. Проверьте имя и папку.
error-import-folder = { $path } — это папка. Ничего не изменено. Укажите файл в ней.
error-import-denied = Читать { $path } не разрешено. Ничего не изменено. Разрешите чтение или скопируйте файл в другое место.
error-import-unreadable = Прочитать { $path } не удалось. Ничего не изменено. Проверьте диск или скопируйте файл в другое место.
error-import-file = { $path }: { $why } Ничего не изменено.
error-holidays-there = { $path } уже есть. Файл остался как был. Измените его сами или удалите, чтобы начать заново.
holidays-moved = Выходные изменились. Контакты: перенесено { $moved }, новых { $new }, ушло { $gone }.
holidays-bad-line = { $file }, строка { $line }: «{ $text }» — непонятно. Запись с этой строкой пропущена, остальной файл действует.

## The command line

cli-about = Чтобы ни один постоянный клиент не был забыт. Без команды открывает экран.
cli-usage = Запуск
cli-heading-commands = Команды
cli-heading-arguments = Что указать
cli-heading-options = Параметры
cli-exit-codes =
    Код завершения
      0  сделано
      1  не позволил файл или данные; ничего не записано
      2  ошибка в команде или нужен экран, а терминала нет
      3  клиент не найден или подходят несколько
      4  отменять или возвращать нечего
      5  файлы загружены, но часть строк не взята

    Об ошибках — в стандартный поток ошибок; с --json они приходят ответом в стандартный вывод.

cli-command-today = С кем связаться сегодня и почему.
cli-command-alerts = Клиенты, которых можно потерять, сначала самые срочные.
cli-command-alerts-report = Как сработали тревоги: кто всё же заказал, кто ушёл, что было неверно.
cli-command-snooze-alert = Отложить тревоги до дня.
cli-command-dismiss-alert = Снять тревоги: они молчат, пока не изменятся факты.
cli-command-bring-back-alert = Вернуть отложенную или снятую тревогу клиента.
cli-command-replacement = Кем заменить клиента, который может уйти: брешь, срок и кого завоевать.
cli-command-evaluate = Как клиент оценил последний заказ: счёт, отгрузка, документы, советы, поддержка, качество.
cli-command-event = Что случилось у клиента, или что это закончилось.
cli-command-clients = Все клиенты по названию.
cli-command-show = Всё об одном клиенте.
cli-command-brief = Что знать перед разговором с клиентом, на одном экране; в файл или другой программе — целиком.
cli-command-log = Записать состоявшийся контакт, заметку или заказ.
cli-command-follow-up = Назначить день следующего контакта.
cli-command-complaint = Открыть претензию, провести её по семи шагам, закрыть; список открытых.
cli-command-promise = Записать, что обещано клиенту или клиентом и к какому дню.
cli-command-promises = Открытые обещания, сначала просроченные, и как выполнялись остальные.
cli-command-keep-promise = Отметить обещание выполненным.
cli-command-move-promise = Перенести обещание на другой день; первый срок при нём остаётся.
cli-command-break-promise = Отметить, что обещание не выполнено и почему.
cli-command-drop-promise = Снять обещание, которое больше не нужно, и почему.
cli-command-open = Открыть претензию: она остаётся тревогой, пока её не закроют. Признать правоту клиента нужно сегодня или к дню из --next.
cli-command-close = Закрыть самую старую открытую претензию и сказать, что изменилось в процессе.
cli-command-complaint-step = Перевести претензию на следующий шаг и назвать его срок.
cli-command-complaint-rework = Вернуть претензию на переделку: новый вариант клиенту не понравился.
cli-command-complaint-sort = Указать вид претензии и что рассердило.
cli-command-complaint-date = Назначить шагу претензии другой срок.
cli-command-complaint-list = Открытые претензии, сначала старые: шаг и сколько ждут.
cli-command-close-client = Закрыть клиента и указать причину: дальше он бывший.
cli-command-reopen = Вернуть бывшего клиента в работу.
cli-command-losses = Почему ушли клиенты: ваши доли рядом с цифрами из источника.
cli-command-exit = Продолжать ли с клиентом: пять признаков конца в трёх группах.
cli-command-concession = Записать уступку клиенту.
cli-command-free-work = Записать работу, сделанную бесплатно.
cli-command-values-conflict = Отметить конфликт ценностей, только для себя: за занавесом его не видно.
cli-command-explain-volume = Сказать, что заказы уменьшаются по понятной причине или без неё.
cli-command-decide = Принять решение о клиенте и назначить срок.
cli-command-return = Стоит ли возвращать бывшего клиента: три вопроса и вывод. Без ответов показывает те, что есть.
cli-command-competitor = Конкуренты у клиентов.
cli-command-competitor-add = Записать конкурента у клиента.
cli-command-competitor-edit = Изменить, что известно о конкуренте.
cli-command-competitor-decide = Решить, что делать с конкурентом, которого позвали как намёк.
cli-command-competitor-list = Список конкурентов, сначала давние.
cli-command-gone = Отметить, что конкурент ушёл.
cli-command-undo = Отменить последнее действие, когда бы оно ни было сделано.
cli-command-redo = Вернуть отменённое последним.
cli-command-nps = Готовы ли клиенты нас советовать: доля лояльных минус доля критиков за год или другой период.
cli-command-timeline = Всё, что было с клиентом, от нового к старому, с номерами записей для правки.
cli-command-edit-touch = Изменить записанный контакт: указанное заменит прежнее.
cli-command-delete-touch = Удалить записанный контакт; сделанное им в плане снова открыто.
cli-command-edit-note = Изменить записанную заметку.
cli-command-edit-order = Изменить записанный заказ: указанное заменит прежнее.
cli-command-delete-order = Удалить записанный заказ вместе с позициями и оценкой.
cli-command-delete-evaluation = Удалить записанную оценку: о заказе снова не спрашивали.
cli-command-edit-promise = Переписать записанное обещание.
cli-command-delete-promise = Удалить обещание, будто его не было.
cli-command-delete-note = Удалить записанную заметку.
cli-command-forecast = Сколько, вероятно, закажут постоянные клиенты за горизонт или за другой срок.
cli-command-gift = Каталог подарков и кому пора дарить.
cli-command-gift-list = Показать каталог: давно не даренное сначала.
cli-command-gift-due = Показать, кому пора подарить или позвонить о клубе.
cli-command-catalogue = Изменить каталог.
cli-command-gift-add = Добавить подарок.
cli-command-gift-drop = Убрать подарок; подаренное остаётся в записях.
cli-command-gifts = Что дарили клиенту, что подарить дальше и сколько можно потратить.
cli-command-membership = Клуб клиента: до какого дня и сколько баллов можно потратить.
cli-command-import = Загрузить таблицы клиентов или заказов (CSV) либо выгрузку regulars. Тот же файл второй раз ничего не меняет.
cli-command-export = Выгрузить всё без потерь или запланированные контакты календарём.
cli-command-holidays = Показать выходные и праздники страны, изменить их или проверить.
cli-command-sheet = Лист для печати: запланированные контакты по городам или те, что делает кто-то другой.
cli-command-town = Запланированные контакты по городам, для поездки; за две недели, если не указан последний день.
cli-command-handover = Что сделать секретарю, курьеру или руководителю; за две недели, если не указан последний день.
cli-command-greet = С чем поздравлять; написать поздравления по одному поводу и записать, что они отправлены.
cli-command-news = Новости для клиентов: список; добавить, изменить, снять, посмотреть, кто уже слышал.
cli-command-add = Добавить новость.
cli-command-edit = Изменить новость; что не указано, остаётся как было.
cli-command-close-news = Снять новость: больше её никому не рассказывают.
cli-command-told = Отметить, что клиент слышал новость.
cli-command-who = Кто ещё не слышал новость и кто слышал.
cli-command-copy = Положить копию праздников рядом с базой: дальше читается она, и её можно менять.
cli-command-check = Проверить файл праздников и показать, как он читается.
cli-command-demo = Посмотреть демонстрацию: вымышленные клиенты в отдельном файле.
cli-command-set = Выбрать язык, валюту, страну, минуты в день, как говорят тревоги.
cli-command-table = Таблица коммуникаций: с кем, как и как часто.
cli-command-table-export = Записать таблицу в файл (TOML).
cli-command-table-import = Взять таблицу из файла и планировать по ней.
cli-command-calendar = Контакты по дням.
cli-command-compliance = Как выполнялась каждая строка таблицы.
cli-command-skip = Пропустить контакт.
cli-command-unskip = Вернуть пропущенный контакт.
cli-command-snooze = Отложить контакт до дня или до ближайшего рабочего.
cli-command-move = Поставить контакт на день вручную.
cli-command-do = Записать контакт из календаря как сделанный сегодня.
cli-command-absence = Кого когда нет.
cli-command-absence-add = Добавить отсутствие; контакты этих дней переносятся.
cli-command-remove = Убрать отсутствие.
cli-command-list = Показать отсутствия.
cli-command-catch-up = Разобрать то, что не состоялось, пока вас не было.
cli-command-rebalance = Выровнять календарь заново.

cli-option-db = С каким файлом работать вместо вашего
cli-option-today = Каким днём считать сегодня: 2026-11-23
cli-option-lang = Язык: en или ru
cli-option-json = Ответить в JSON
cli-option-help = Показать эту справку
cli-option-version = Показать версию
cli-option-client = Клиент: номер, код или любая часть названия, имени, телефона или города, которая подходит ему одному
cli-option-kind = call — звонок, message — сообщение, email — эл. письмо, mail — письмо, meeting — встреча, gift — подарок, event — приглашение, note — заметка или order — заказ
cli-option-message = Что сказано или написано
cli-option-outcome = Чем кончилось: reached — поговорили (если не указано), no_answer — не ответил, call_back — перезвонить, refused — отказ
cli-option-felt = Что чувствовалось: slow — тянет с ответом, avoids — избегает, distant — отдалился, hard_refusal — резкий отказ; можно несколько раз
cli-option-item = Что подарили или что заказали: можно несколько раз
cli-option-due = До какого дня оплатить заказ: +14 (от дня заказа), пт, 28.11, 2026-11-28
cli-option-paid = Когда заказ оплачен: вчера, -3, 20.11, 2026-11-20
cli-option-returned = Что из заказа вернули: 500, 500,50
cli-option-number = Номер заказа
cli-option-amount = Сумма заказа или цена подарка: 12500, 12 500,50, 12,5к
cli-option-on = Когда это было: вчера, -3, пт (прошлая), 20.11, 2026-11-20
cli-option-next = День следующего контакта: завтра, +7, пт (ближайшая), 28.11, 2026-11-28
cli-option-promised = Что обещано
cli-option-by = До какого дня: завтра, +7, пт (ближайшая), 28.11, 2026-11-28
cli-option-theirs = Это от клиента: обещал он нам или обратился он сам
cli-option-person = Кому или кто там: часть имени
cli-option-entries = Только такие: all — все, call — звонки, message — сообщения, email — эл. письма, mail — письма, meeting — встречи, gift — подарки, event — приглашения, order — заказы, note — заметки, promise — обещания, complaint — претензии, evaluation — оценки, client_event — события, concession — уступки, free_work — бесплатная работа, competitor — конкуренты
cli-option-entry = Номер, как его показывает regulars timeline
cli-option-days = За сколько дней, от 1 до 730
cli-option-club = Как называется клуб
cli-option-member-until = Последний день членства
cli-option-points = Сколько баллов можно потратить
cli-option-end = Он больше не в клубе
cli-option-gift = Подарок, как он назван в каталоге
cli-option-price = Сколько стоит один
cli-option-minutes = Сколько минут заняло, от 1 до 1440
cli-option-purpose = Зачем: remind — напомнить о себе, inform — рассказать новости, feedback — узнать мнение, decide — решить вместе, attention — проявить внимание, thank — поблагодарить
cli-option-drain = Насколько измотал, от 1 до 5
cli-option-nps = Готов ли клиент нас советовать, от 0 до 10, как он ответил
cli-option-wow = Чтобы удивить
cli-option-invited = Что с приглашением: invited — приглашён, accepted — согласился, came — пришёл
cli-option-waits-on = Отдел, от которого это зависит
cli-option-promise = Обещание: номер из promises или часть текста
cli-option-occasion = Повод, как он назван в списке: new_year, birthday, builder
cli-option-text-file = Текст вместо обычного; name, person и line в фигурных скобках стоят там, где их подставить
cli-option-mark = Записать те, которым пришёл срок, как отправленные: отменяются одним шагом
cli-option-told = Какую новость рассказали: часть её текста; можно несколько раз
cli-option-anyway = Записать, хотя с бывшим клиентом в этом году уже было два контакта
cli-option-news = Новость: часть её текста
cli-option-text = Что нового
cli-option-until = По какой день это новость
cli-option-status = Только клиентам с этим статусом: potential — потенциальный, prospective — перспективный, client — клиент, regular — постоянный, former — бывший; можно несколько раз
cli-option-star = Только клиентам со звездой
cli-option-tag = Только клиентам с этой меткой; можно несколько раз
cli-option-city = Только клиентам этого города; можно несколько раз
cli-option-industry = Только клиентам этой отрасли; можно несколько раз
cli-option-day = День: завтра, +7, пт (ближайшая), 28.11, 2026-11-28
cli-option-file = Файлы для загрузки
cli-option-dry-run = Показать, что изменится, и ничего не записывать
cli-option-format = json — всё, ics — запланированные контакты для календаря
cli-option-holiday-file = Какой файл проверить
cli-option-out = Куда записать: файл или - для стандартного вывода
cli-option-from = С какого дня: завтра, пн, 1.12, 2026-12-01
cli-option-to = День или последний день: +7, пт, 31.12, 2026-12-31
cli-option-done = Оставить в календаре сделанное, на тридцать дней
cli-option-html = Страницей для браузера, а не простым текстом
cli-option-who = Кто: me — я, secretary — секретарь, courier — курьер, head — руководитель
cli-option-reset = Создать демонстрацию заново, на сегодня
cli-option-setting = language, currency, country, minutes-per-day, horizon, alarm_factor, alerts_a_day, concentration, novelty_after, unasked_after, regular, evaluation_after, reply_minutes, nps_least, gift_budget, gift_limit, gift_total или gift_tenure
cli-option-value = en или ru; три буквы валюты; ru, by, kz, de, gb или us; сколько минут в день на контакты; 30, 60 или 90 дней; множитель порога (20); сколько тревог в день выносить вперёд (12); с какой доли выручки в процентах слишком много держится на одном клиенте (20); через сколько дней без нового или без вопроса об оценке напоминать (365); кто постоянный: со скольких дней с заказами (3) или со скольких за столько-то дней (3/365); через сколько дней после заказа спрашивать об оценке (7); за сколько минут отвечать на претензию (60); со скольких ответов показывать NPS (10); сколько можно потратить на подарки за год и на один (3000 рублей); с каких заказов за год или со скольких дней (365) предлагать подарок
cli-option-horizon = На сколько дней вперёд спрашивать «не закажет», от 1 до 730
cli-option-since = С этого дня вместо «год назад»
cli-option-factor = Множитель порога для пробы на прошедшем годе, от 8 до 60; больший предупреждает позже
cli-option-sleep-until = День, когда они вернутся: завтра, +7, пт (ближайшая), 28.11, 2026-11-28
cli-option-reason = Почему: о контакте, обещании или статусе своими словами; о тревоге not_true, seasonal, left, in_work, other; о брошенном клиенте также no_need, spoiled, disappointed, too_much_effort
cli-option-what = Что это: complaint (если не сказано), return или claim
cli-option-irritant = Что рассердило: talk (неприятный разговор), wait (долго ждать), no_answer (нет ответа или решения) или other
cli-option-next-step = Срок следующего шага: завтра, +3, пт (ближайшая), 28.11, 2026-11-28
cli-option-complaint = Номер претензии из complaint list, если их несколько; иначе самая старая
cli-option-changed = Что изменилось в процессе; «ничего» — тоже ответ
cli-option-why = forgotten (о нём забыли), complaint (претензия не решена), competitor (конкурент), moved (переехал или закрылся) или ended (расстались мы)
cli-option-conceded = В чём уступили
cli-option-cost = Сколько это стоит: 12500, 12 500,50, 12,5к
cli-option-work = Что сделали
cli-option-worth = Сколько это стоит: 12500, 12 500,50, 12,5к
cli-option-conflict = kickbacks (откаты), disrespect (хамство) или in_the_dark (играют втёмную)
cli-option-over = Этого больше нет: снять отметку
cli-option-not = Понятной причины нет
cli-option-choice = continue (продолжать), renegotiate (пересмотреть условия) или end (закончить)
cli-option-by-whom = Кто расстался: us (мы) или them (клиент)
cli-option-changes = Что с тех пор изменилось у нас: nothing, goals, strategy, assortment или methods
cli-option-quality = Было ли дело в качестве: yes или no
cli-option-their-name = Название конкурента
cli-option-competitor = Конкурент: номер из competitor list или часть названия
cli-option-piece = Какая часть дела у него
cli-option-brought-by = Кто его привёл
cli-option-threat = Угроза: от 0 (у каждого своё) до 3
cli-option-losing = Работает ли себе в убыток, воюет ли ценами: yes или no
cli-option-hint = Позвали ли его как намёк: yes или no
cli-option-way = leave (уйти), pause (уйти на время) или race (вступить в гонку)
cli-option-plus = Лучше, чем должно быть: любые из invoice,shipment,documents,advice,support,quality
cli-option-fair = Как должно быть
cli-option-minus = Плохо
cli-option-event = management, strategy, owners, market, politics, restrictions, contract (расторгнут) или competitor
cli-option-ended = Это закончилось: конкурент ушёл
cli-option-all = Все клиенты с их цифрами, и без тревоги тоже
cli-option-silenced = Тревоги, которые отложены или сняты: день возвращения или причина
cli-option-of = Только с этим клиентом
cli-option-no-day = Что должно быть, но не нашло дня, и почему
cli-option-key = Какой контакт, как его показывает календарь: Q|…, H|…, A|…
cli-option-id = Номер отсутствия из absence list
cli-option-how = keep — оставить на днях календаря, move — распределить до --to, drop — пропустить
cli-option-toml-file = Файл с таблицей

cli-value-command = КОМАНДА
cli-value-options = [ПАРАМЕТРЫ]
cli-value-client = КЛИЕНТ
cli-value-kind = ЧТО
cli-value-who = КТО
cli-value-occasion = ПОВОД
cli-value-news = НОВОСТЬ
cli-value-promise = ОБЕЩАНИЕ
cli-value-promised = ТЕКСТ
cli-value-person = КТО
cli-value-entry = НОМЕР
cli-value-gift = ПОДАРОК
cli-value-minutes = 1-1440
cli-value-drain = 1-5
cli-value-nps = 0-10
cli-value-purpose = ЗАЧЕМ
cli-value-invited = ШАГ
cli-value-department = ОТДЕЛ
cli-value-status = СТАТУС
cli-value-item = ПОЗИЦИЯ
cli-value-text = ТЕКСТ
cli-value-outcome = ИСХОД
cli-value-felt = СИГНАЛ
cli-value-money = СУММА
cli-value-day = ДЕНЬ
cli-value-iso-day = ДЕНЬ
cli-value-file = ФАЙЛ
cli-value-lang = ЯЗЫК
cli-value-format = ФОРМАТ
cli-value-days = ДНЕЙ
cli-value-number = ЧИСЛО
cli-value-reason = ПРИЧИНА
cli-value-what = ЧТО
cli-value-irritant = ЧТО
cli-value-why = ПРИЧИНА
cli-value-conceded = ТЕКСТ
cli-value-work = ТЕКСТ
cli-value-conflict = ЧТО
cli-value-choice = РЕШЕНИЕ
cli-value-by-whom = КТО
cli-value-changes = ЧТО
cli-value-their-name = НАЗВАНИЕ
cli-value-competitor = КОНКУРЕНТ
cli-value-threat = 0-3
cli-value-way = ПУТЬ
cli-value-yes-or-no = YES|NO
cli-value-aspects = ЧТО
cli-value-event = СОБЫТИЕ
cli-value-holiday-file = ФАЙЛ
cli-value-setting = НАСТРОЙКА
cli-value-value = ЗНАЧЕНИЕ
cli-value-key = КЛЮЧ
cli-value-id = НОМЕР
cli-value-how = КАК
cli-value-toml-file = ФАЙЛ

cli-see-help = Справка: regulars --help.
cli-error-command = Команды «{ $what }» нет.
cli-error-unknown = «{ $what }» — непонятно, что это.
cli-error-missing = Не хватает { $what }.
cli-error-value = «{ $value }» не подходит для { $arg }. Можно: { $valid }.
cli-error-graded-twice = «{ $aspect }» названо с двумя оценками, ничего не записано. Назовите один раз: --plus, --fair или --minus.
cli-error-format = «{ $value }» не подходит для { $arg }.
cli-error-twice = { $what } указано дважды.
cli-error-no-command = Не указана команда.
cli-error-other = Команда непонятна.
cli-error-not-for = { $option } не подходит к «{ $kind }», ничего не записано.
cli-error-one-client = { $what } — это для одного клиента, не для нескольких; ничего не записано.
cli-error-no-further-client = Клиента «{ $asked }» нет, ничего не записано. { $kind ->
        [order] После клиента у заказа идёт сумма, а что заказано — в --item: regulars log order КЛИЕНТ 12500 --item бумага
        [gift] Что подарено, пишут в --item, цену — в --amount.
       *[other] Что сказано, пишут в -m.
    }
cli-error-day = «{ $typed }» — это не день, ничего не записано. Дни пишут так: завтра, +7, пт, 28.11 или 2026-11-28.
cli-error-behind = { $day } уже прошло, ничего не записано. Назовите сегодняшний день или более поздний.
cli-error-order = { $to } раньше, чем { $from }, ничего не записано. Первый день указывают через --from, последний — через --to.
cli-error-ahead = { $day } ещё не наступило, ничего не записано. День следующего контакта указывают через --next.
cli-error-money = «{ $typed }» — это не сумма, ничего не записано. Суммы пишут так: 12500, 12 500,50 или 12,5к.
cli-error-language = Языка «{ $typed }» нет, есть en и ru.
cli-error-currency = «{ $typed }» — не валюта. Нужны три буквы: RUB, USD, EUR.
cli-error-minutes = «{ $typed }» — это не минуты. Можно от 15 до 1440.
cli-error-horizon = «{ $typed }» — не горизонт. Подходят 30, 60 или 90 дней.
cli-error-factor = «{ $typed }» — не множитель. Подходит целое число от 8 до 60; обычное — 20.
cli-error-a-day = «{ $typed }» — не число тревог. Подходит целое число до 500.
cli-error-concentration = «{ $typed }» — не доля. Подходит целое число процентов от 5 до 90; обычное — 20.
cli-error-after = «{ $typed }» — не число дней. Подходит целое число от 30 до 3650; обычное — 365.
cli-error-today = Программа не может считать, что сегодня { $day }: подходит день с { $first } по { $last } год. Ничего не прочитано.
cli-error-reply = «{ $typed }» — не число минут. Нужно от 1 до 10080.
cli-error-evaluation-after = «{ $typed }» — это не число дней. Ничего не изменено. Нужно целое число от 1 до 90.
cli-error-nps-least = «{ $typed }» — не число ответов. Подходит целое число от 1 до 1000.
cli-error-whole-money = «{ $typed }» — не сумма без копеек до 4 294 967 295.
cli-error-tenure = «{ $typed }» — не число дней. Подходит целое число до 3660.
cli-error-occasion = По поводу «{ $typed }» поздравлений не запланировано. Список — regulars greet.
cli-error-country = Страны «{ $typed }» нет, есть ru, by, kz, de, gb и us.
cli-error-no-terminal = Экрану нужен терминал, а здесь его нет. Есть команды: regulars today, regulars alerts; весь список — regulars --help.
cli-error-no-home = Система не говорит, где лежат ваши файлы. Укажите файл через --db.
cli-error-not-demo = В { $path } не только клиенты демонстрации. Файл остался как был.
cli-error-not-replaced = Файл { $path } уже есть, и это не выгрузка regulars. Он остался как был. Укажите другой файл.
cli-error-cannot-write = Записать { $path } не удалось: { $detail }. Там ничего не изменено.
cli-error-screen = Экран показать не удалось: { $detail }. Всё записанное сохранено.
cli-error-output = Вывести ответ не удалось: { $detail }.

cli-no-clients = Клиентов пока нет. Загрузите таблицу: regulars import ФАЙЛ. Или посмотрите демонстрацию: regulars demo.
cli-no-alerts = Тревог нет.
cli-silenced = Молчат: отложено { $off }, снято { $dismissed }. Список: regulars alerts --silenced
cli-greeted = { $n ->
    [one] { $n } поздравление
    [few] { $n } поздравления
   *[other] { $n } поздравлений
}: { $path }
cli-greet-early = Не записано, пока рано: { $n }, можно { SINCE($day) }
cli-no-news = Новостей для клиентов нет. Добавьте: regulars news add.
cli-no-promises = Открытых обещаний нет.
news-since = { SINCE($day) }
news-for-everybody = для всех
news-heard = слышали { $heard }, ещё нет { $unheard }
cli-today-clients = { $clients ->
    [one] { $clients } клиент
    [few] { $clients } клиента
   *[other] { $clients } клиентов
}, постоянных { $regular }, из них со следующим контактом { $next }
cli-today-alerts = Тревоги: { $n }
cli-today-more = … и ещё { $n }: regulars alerts
cli-today-promises = Пора выполнить обещания: { $n }
cli-today-asked = Спросить об оценке заказа: { $n }
cli-today-asked-more = И ещё { $n }; все показывает --json.
cli-today-due = Пора сделать ещё: { $n }
cli-today-planned = На сегодня: { $n }, { $minutes } мин
process-totals = вовлечение { $engagement } · удержание { $retention } · возврат { $return }
process-engagement = вовлечение
process-retention = удержание
process-return = возврат
cli-option-process = Только такое: engagement — вовлечение, retention — удержание, return — возврат
cli-value-process = ПРОЦЕСС
cli-today-done = Сделано сегодня: { $n }
report-period = Тревоги { SINCE($from) } по { $to }; заказ засчитывается за { $horizon } дн.
report-nothing = За это время тревог не было.
report-kind = { CAPITAL($kind) }: всего { $raised }; заказали вовремя { $ordered }, не заказали { $silent }, срок не вышел у { $open }; ушли { $left }; снято как неверные { $untrue }, как сезонные { $seasonal }, по другой причине { $otherwise }
report-found = Оценки, { $aspect }: лучше, чем нужно, { $plus }, как нужно { $fair }, хуже { $minus }
report-note = Снята { $day }, { $client }, { $why }: { $text }
report-change = { $key } — изменить пороги: сначала видно, что дал бы другой.
report-replay-none = Порог { $factor }: за последний год никто не заказывал достаточно часто, проверить не на ком.
report-replay = Порог { $factor } за последний год: { $overdue ->
        [one] { $overdue } тревога о молчании
        [few] { $overdue } тревоги о молчании
       *[other] { $overdue } тревог о молчании
    } на { $years ->
        [one] { $years } клиенто-год
        [few] { $years } клиенто-года
       *[other] { $years } клиенто-лет
    }, из них перед заказом { $untrue } (за { $horizon } дн. — { $ordered }): { $percent } на сто клиенто-лет; { $changes ->
        [one] замечена { $changes } перемена
        [few] замечены { $changes } перемены
       *[other] замечено { $changes } перемен
    } суммы, срока или оплаты
trial-now = Сейчас. { $effect }
trial-then = Станет. { $effect }
trial-speaks = При { $value }: сегодня речь о { $n ->
        [one] { $n } клиенте
       *[other] { $n } клиентах
    }
trial-pushed = При { $value }: на сегодня вынесено { $n } из { $of } тревог, остальные открывает клавиша 4
trial-gained = Ещё и о клиентах: { $names }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }
trial-lost = Больше не о клиентах: { $names }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }
trial-nothing = Всё остаётся как есть: сравнивать нечего.
cli-set-tried = Это была проба: ничего не изменено.
thresholds-title = Пороги тревог
thresholds-factor = просрочка: множитель при корне из обычного срока (от 8 до 60)
thresholds-horizon = вероятность не заказать: за сколько дней (30, 60, 90)
thresholds-a-day = тревог, вынесенных на сегодня, не больше
thresholds-concentration = слишком многое зависит от одного клиента: доля выручки, %
thresholds-novelty = у давнего клиента ничего нового: заметка через столько дней
thresholds-unasked = давно не спрашивали об оценке: заметка через столько дней
thresholds-keys = Enter другое значение   ↑↓ выбрать   Esc назад
thresholds-keys-typing = Enter посмотреть, что даст   пусто: обычное   Esc назад
thresholds-keys-trying = Enter оставить новое   Esc оставить как было
cli-exported = { $n ->
    [one] { $n } клиент
    [few] { $n } клиента
   *[other] { $n } клиентов
} со всем, что к ним относится: { $path }
cli-exported-calendar = { $n ->
    [one] { $n } запланированный контакт
    [few] { $n } запланированных контакта
   *[other] { $n } запланированных контактов
}{ $promises ->
    [0] {""}
    [one] , { $promises } обещание
    [few] , { $promises } обещания
   *[other] , { $promises } обещаний
}{ $cancelled ->
    [0] {""}
   *[other] , отменено { $cancelled }
}: { $path }
calendar-name = Контакты с клиентами
calendar-summary = { CAPITAL($what) }: { $client }
cli-sheet = { $n ->
    [one] { $n } контакт
    [few] { $n } контакта
   *[other] { $n } контактов
}: { $path }
sheet-town = Контакты по городам, { $from } – { $to }
sheet-handover = { CAPITAL($who) }: контакты, { $from } – { $to }
sheet-no-town = Город не указан
sheet-day = день
sheet-client = клиент
sheet-touch = контакт
sheet-person = с кем, телефон
sheet-address = адрес, кто делает
sheet-place = адрес
sheet-why = почему
cli-nothing-written = Ничего не записано.
cli-holidays-copied = Праздники лежат в { $path }. Теперь читается этот файл: измените его и проверьте командой regulars holidays.
cli-holidays-year = { $year } год, рабочих дней: { $n }
cli-holidays-provisional = { $year } год, рабочих дней: { $n } — по закону, предварительно, пока нет постановления
cli-sample = Первые строки:

column-alert = тревога
column-external-id = код

## Actions on the screen: a label for hints, then a sentence for the help

action-log-call = звонок
action-log-call-about = Записать звонок; *прислать пт — обещание.
action-log-message = сообщение
action-log-message-about = Записать ваше сообщение клиенту.
action-log-meeting = встреча
action-log-meeting-about = Записать встречу с клиентом или визит.
action-log-gift = подарок
action-log-gift-about = Записать подарок клиенту.
action-log-order = заказ
action-log-order-about = Записать заказ клиента.
action-log-note = заметка
action-log-note-about = Написать заметку; тревогу она не снимает.
action-log-email = эл. письмо
action-log-email-about = Записать эл. письмо клиенту.
action-log-letter = письмо
action-log-letter-about = Записать отправленное письмо или материалы.
action-log-invitation = приглашение
action-log-invitation-about = Записать приглашение; ↑↓ согласен, пришёл.
action-follow-up = след. шаг
action-follow-up-about = Назначить день следующего контакта.
action-open-complaint = претензия
action-open-complaint-about = Открыть претензию: тревога, пока не закрыта.
action-close-complaint = улажено
action-close-complaint-about = Закрыть самую старую открытую претензию.
action-show-complaints = претензии
action-show-complaints-about = Провести претензии по семи шагам; новая.
action-show-parting = расстаться
action-show-parting-about = Взвесить признаки, решить, закрыть, вернуть.
action-show-competitors = конкуренты
action-show-competitors-about = Конкуренты: что у них, угроза, намёк.
action-close-client = закрыть клиента
action-close-client-about = Закрыть с причиной: дальше он бывший.
action-show-replacement = план замены
action-show-replacement-about = Сколько клиентов закроют брешь и кто.
action-evaluate = оценка
action-evaluate-about = Как клиент оценил последний заказ.
action-note-event = событие
action-note-event-about = Что случилось у клиента или закончилось.
action-show-evidence = причины
action-show-evidence-about = Почему тревога или почему этот день.
action-show-brief = справка
action-show-brief-about = Что знать перед разговором, на один экран.
action-show-timeline = история
action-show-timeline-about = Вся история: найти, исправить, удалить.
action-show-rules = настройки
action-show-rules-about = Кто постоянный, лимиты подарков и другое.
action-set-criterion = критерий выбора
action-set-criterion-about = По чему выбирает: цена, сроки, качество.
action-show-gifts = подарки
action-show-gifts-about = Что дарили, что дальше, кому пора, каталог.
action-snooze-alert = отложить
action-snooze-alert-about = Отложить до дня тревогу или контакт.
action-dismiss-alert = снять
action-dismiss-alert-about = Снять тревогу или пропустить контакт.
action-show-silenced = отложено, снято
action-show-silenced-about = Отложенные и снятые тревоги; вернуть их.
action-show-skipped = пропущенное
action-show-skipped-about = Пропущенные контакты клиента; вернуть их.
action-mark = отметить
action-mark-about = Отметить несколько, чтобы записать всем одно.
action-show-report = отчёт
action-show-report-about = Как сработали тревоги за год.
action-show-thresholds = пороги тревог
action-show-thresholds-about = Изменить пороги; сперва видно, что дадут.
action-show-losses = потери
action-show-losses-about = Почему ушли клиенты, рядом с источником.
action-show-figures = показатели
action-show-figures-about = Советуют ли нас и сколько закажут.
figures-title = Показатели
figures-nps = Готовы ли клиенты нас советовать (NPS)
figures-forecast = Ожидаемые повторные продажи
forecast-total = За { $days } дн.: { $money } от { $clients ->
    [one] { $clients } постоянного клиента
   *[other] { $clients } постоянных клиентов
 }, около { $orders ->
    [one] { $orders } заказа
   *[other] { $orders } заказов
 }
forecast-how = По каждому: дни на его интервал, его обычный заказ, вероятность, что закажет вообще.
nps-period = { $from } – { $to }: { $n ->
    [one] { $n } ответ
    [few] { $n } ответа
   *[many] { $n } ответов
 }
nps-too-few = Мало для показателя: нужно { $least } (настройка nps_least). Ответ вводится в строке контакта: =9/10.
nps-score = NPS { $score }
nps-bands = лояльные (9-10) { $loyal }, нейтральные (7-8) { $neutral }, критики (0-6) { $critics }
nps-arithmetic = По арифметике статьи (6 лояльных приводят одного нового клиента, критик лишает 4,15): лояльных { $loyal }, критиков { $critics }, новых клиентов { $new }. Это оценка источника, не измерение.
action-find = найти
action-find-about = По части названия, имени, города, телефона.
action-open = открыть
action-open-about = Открыть выбранное.
action-back = назад
action-back-about = Вернуться или закрыть открытое.
action-undo = отменить
action-undo-about = Отменить последнее действие, и вчерашнее.
action-redo = вернуть
action-redo-about = Вернуть отменённое.
action-show-today = сегодня
action-show-today-about = Показать, с кем связаться сегодня и почему.
action-show-clients = клиенты
action-show-clients-about = Показать всех клиентов.
action-move-touch = перенести
action-move-touch-about = Поставить выбранный контакт на другой день.
action-do-touch = сделано
action-do-touch-about = Записать выбранный контакт сделанным сегодня.
action-keep-promise = выполнено
action-keep-promise-about = Отметить обещание выполненным.
action-end-promise = не выполнено
action-end-promise-about = Обещание нарушено, не нужно, перенесено.
action-show-calendar = календарь
action-show-calendar-about = Показать, что запланировано по дням.
action-show-alerts = тревоги
action-show-alerts-about = Кого можно потерять, срочные сначала.
action-show-card = карточка
action-show-card-about = Показать всё о выбранном клиенте.
action-show-year = год клиента
action-show-year-about = Как выполняется таблица и что впереди.
action-next-pane = след. окно
action-next-pane-about = Перейти в следующее окно.
action-previous-pane = пред. окно
action-previous-pane-about = Перейти в предыдущее окно.
action-up = вверх
action-up-about = На строку вверх.
action-down = вниз
action-down-about = На строку вниз.
action-left = влево
action-left-about = На день влево в календаре.
action-right = вправо
action-right-about = На день вправо в календаре.
action-next-scale = масштаб
action-next-scale-about = Список, неделя, месяц, год по очереди.
action-previous-scale = масштаб назад
action-previous-scale-about = То же в обратном порядке.
action-previous-period = назад
action-previous-period-about = Календарь на неделю, месяц или год назад.
action-next-period = вперёд
action-next-period-about = Календарь на неделю, месяц или год вперёд.
action-to-today = к сегодня
action-to-today-about = Календарь на сегодняшний день.
action-to-day = к дате
action-to-day-about = Календарь на день, который вы введёте.
action-page-up = экран вверх
action-page-up-about = На экран вверх.
action-page-down = экран вниз
action-page-down-about = На экран вниз.
action-first = в начало
action-first-about = К первой строке.
action-last = в конец
action-last-about = К последней строке.
action-show-news = новости
action-show-news-about = Новости для клиентов и кто их слышал.
action-greet = поздравить
action-greet-about = Поздравить по одному поводу, по очереди.
action-curtain = занавес
action-curtain-about = Спрятать имена и суммы от чужих глаз.
action-import = загрузить
action-import-about = Таблица клиентов или заказов, контакты.
action-refresh = обновить
action-refresh-about = Заново посчитать тревоги и календарь.
action-switch-language = English
action-switch-language-about = Переключить язык на английский.
action-switch-country = страна
action-switch-country-about = Планировать по выходным следующей страны.
country-ru = Россия
country-by = Белоруссия
country-kz = Казахстан
country-de = Германия
country-gb = Великобритания
country-us = США
action-switch-mouse = мышь
action-switch-mouse-about = Выключить мышь, чтобы выделять текст.
action-repaint = перерисовать
action-repaint-about = Перерисовать экран.
action-palette = все
action-palette-about = Всё, что можно сделать: найти и выполнить.
action-help = помощь
action-help-about = Показать клавиши этого экрана.
action-quit = выйти
action-quit-about = Закрыть программу; всё уже сохранено.

## The screen

window-title = regulars
window-too-small = Окно { $width }×{ $height }, нужно хотя бы { $least-width }×{ $least-height }.
mark-demo = ДЕМО
mark-curtain = ЗАНАВЕС
mark-looks-only = ПРОСМОТР

pane-today = Сегодня
pane-clients = Клиенты
pane-calendar = Календарь
pane-alerts = Тревоги
pane-card = Карточка
scale-agenda = список
scale-week = неделя
scale-month = месяц
scale-year = год
free-weekend = в
free-weekend-about = выходной
free-holiday = П
free-holiday-about = праздник
free-away = О
free-away-about = отсутствие
days-provisional = перенос выходных ещё не утверждён
days-minutes = { $n } мин
days-load = { $n ->
    [one] { $n } контакт
    [few] { $n } контакта
   *[other] { $n } контактов
}, { $minutes } из { $of } мин
days-promised = { $n ->
    [one] { $n } обещание
    [few] { $n } обещания
   *[other] { $n } обещаний
}
days-done = сделано { $n }
days-densest-day = плотнее всего: { $to }, меньше { $minutes } мин не выйдет
days-densest = плотнее всего: { $from } – { $to }, меньше { $minutes } мин в день не выйдет
to-day-title = Календарь: перейти к дате
to-day-wrong = Это не дата. Например: пт, +10, 28.11 или 2026-12-08.
n-of-n-more = { $n } из { $of }, ещё { $more }: 4
alert-woken = снова:
alert-put-off = вернётся { $day }
alert-dismissed = снята { $day }: { $why }
silenced-put-off = отложено { $n }
silenced-dismissed = снято { $n }
skipped-title = Пропущено в календаре · { $client }
skipped-none = Пропущенных контактов у этого клиента нет.
skipped-keys = Enter вернуть   { $undo } отменить   ↑↓ выбрать   Esc назад
silenced-title = Отложенные и снятые тревоги
silenced-none = Отложенных и снятых тревог нет.
silenced-keys = Enter вернуть   { $undo } отменить   ↑↓ выбрать   Esc назад
n-of-n = { $n } из { $of }

total-clients = { $n ->
    [one] { $n } клиент
    [few] { $n } клиента
   *[other] { $n } клиентов
}
total-regular = постоянных { $n }, у { $next } есть следующий контакт
total-today = сегодня { $n ->
    [one] { $n } контакт
    [few] { $n } контакта
   *[other] { $n } контактов
}, { $minutes } из { $of } мин

column-name = название
column-city = город
column-status = статус
column-revenue = за 12 мес
column-ordered = заказ
column-expected = ожидается
column-orders = заказов
column-next = дальше

day-today = сегодня
days-short = { $days } дн

planned-contact = контакт
planned-by-hand = назначено вручную
planned-late = было на { $day }

kind-order = заказ
kind-note = заметка
kind-evaluation = оценка
kind-concession = уступка
kind-free-work = бесплатно
kind-event = событие
kind-complaint = претензия
kind-parting = решение
kind-competitor = конкурент
kind-alert = тревога
kind-membership = членство
duty-membership = позвонить о членстве
timeline-title = История · { $client }
timeline-none = Записей здесь нет. ←→ — другие записи.
timeline-stays = Здесь меняют контакты, заметки, заказы и обещания, удаляют оценки; прочее последнее можно отменить.
timeline-all = все
timeline-ahead = будущим числом
timeline-put-off = отложена до { $day }
timeline-dismissed = снята: { $why }
timeline-word = найти:
written-curtained = Написанное скрыто занавесом: сначала уберите его.
timeline-keys = Enter { $edit } изменить  Del { $delete } удалить  ←→ виды  / найти  { $undo } отменить  Esc назад
gifts-title = Подарки · { $client }
gifts-catalogue = Подарки · каталог
gifts-due = Подарки · кому пора
gifts-none-due = Сейчас дарить никому не пора.
gifts-no-catalogue = Каталог пуст. { $add } — добавить: настенный календарь =900
gifts-more = … и ещё { $n }
gifts-none-given = Ещё ничего не дарили.
gifts-next = Что подарить (давно не даренное сначала)
gifts-nothing-left = В каталоге нет ничего, чего клиенту не дарили.
gifts-last-given = дарили { $day }
gifts-never-given = ещё не дарили
gifts-label-gift = подарок:
gifts-rules = Настройки · постоянные клиенты, оценки, подарки
rule-regular = постоянный от: дней с заказами, или за дни (3/365)
rule-evaluation-after = об оценке заказа спрашиваем через
gifts-rule-budget = все подарки года стоят не больше
gifts-rule-limit = один подарок стоит не больше
gifts-rule-total = подарок предлагается от заказов за 12 месяцев
gifts-rule-tenure = подарок предлагается тем, кто заказывает уже
label-new-value = новое значение:
gifts-keys-rules = Enter изменить  Tab страница  Esc назад
gifts-keys-rule = целое число; пусто: нет или как обычно  Enter записать  Esc назад
gifts-label-club = клуб:
gifts-keys-gift = что это, =900 цена  Enter записать  Esc назад
gifts-keys-club = название, до 31.12.2026, 120 баллов; пусто: нет  Enter записать  Esc назад
gifts-keys-client = Enter подарить  { $club } клуб  { $add } в каталог  Tab страница  Esc назад
gifts-keys-due = Enter открыть  { $add } в каталог  Tab страница  Esc назад
gifts-keys-catalogue = { $add } добавить  Del { $drop } убрать  Tab страница  Esc назад
cli-no-gifts = Каталог пуст. Начать: regulars gift catalogue add ПОДАРОК --price СУММА.
cli-like-next = сравнить: regulars duplicates { $id }, затем regulars merge или regulars apart
cli-different-inn = Если всё же объединить: --different-inn.
cli-anyway = Если всё же записать: --anyway.
promise-ours = мы обещали
promise-theirs = обещали нам
promise-late = срок был { $day }
promise-waits = ждём отдел: { $who }
promise-due = до { $day }
promise-moved = { $n ->
    [one] перенесено, было до { $day }
    [few] перенесено { $n } раза, было до { $day }
   *[other] перенесено { $n } раз, было до { $day }
}
promise-kept = выполнено { $day }
promise-broken = не выполнено, { $day }
promise-dropped = снято { $day }
promises-ours = Наши обещания: выполнено { $kept } из { $due }, { $share }{ $late ->
    [0] {""}
   *[other] , из них с опозданием { $late }
}
promises-theirs = Обещания нам: выполнено { $kept } из { $due }, { $share }{ $late ->
    [0] {""}
   *[other] , из них с опозданием { $late }
}
promises-keep-title = Какое обещание выполнено: { $client }
promises-end-title = Не выполнено: { $client }
promises-broken = не выполнено
promises-dropped = уже не нужно
promises-moves = на другой день
promises-move-title = На другой день: { $client }
promises-keys = цифра или ↑↓ и Enter   Esc закрыть
promises-keys-why = ↑↓ не выполнено, не нужно, перенести   Enter записать   Esc закрыть
complaint-complaint = претензия
complaint-return = возврат
complaint-sorted = { $kind }: { $irritant }
complaint-claim = рекламация
complaint-state = шаг { $n } из 7: { $step }, до { $day }
complaint-undated = шаг { $n } из 7: { $step }, срока нет
complaint-open = открыта { $span }
complaint-since-step = последний шаг { $span } назад
complaint-answered = ответили за { $span }
complaint-answered-late = ответили за { $span }, надо за { $within }
complaint-unanswered = ответа пока нет: { $span } из { $within }
complaint-unanswered-late = ! нет ответа { $span }, надо за { $within }
complaint-reworked = переделок: { $n }
complaint-heard = Кто об этом услышит: недовольный клиент рассказывает 7–50 знакомым (цифра источника).
step-admit = признать, что клиент прав
step-apologise = извиниться
step-cause = найти причину
step-change = внести изменение
step-offer = предложить оценить новый вариант
step-assess = узнать оценку
step-conclude = сделать выводы и изменить процесс
irritant-talk = неприятный разговор
irritant-wait = долго ждать
irritant-no-answer = нет ответа или решения
irritant-other = другое
span-minutes = { $n } мин
span-hours = { $n } ч
span-days = { $n } дн.
due-evaluation = спросить об оценке заказа от { $day }
due-today = { $what }: { $text }
due-late = { $what }: { $text } · срок был { $day }
due-undated = { $what }: { $text } · срока нет

closed-forgotten = о нём забыли
closed-complaint = претензия не решена
closed-competitor = ушёл к конкуренту
closed-moved = переехал или закрыл дело
closed-ended = расстались мы
closed-unsaid = причина не указана
losses-title = Почему ушли клиенты
losses-total = Ушло клиентов: { $n }
losses-line = { $what }: { $n }, { $share } (в источнике { $source })
losses-line-none = { $what }: { $n } (в источнике { $source })
losses-ended = { $what }: { $n }, в доли не входит
losses-unsaid = без причины: { $n }, в доли не входит
losses-source = Цифры источника приписывают Фонду Рокфеллера.
parting-volume-none = Заказы не уменьшаются
parting-volume-asked = Заказы уменьшаются: обычно { $usually }, последние три около { $lately }; есть ли причина?
parting-volume = Заказы уменьшаются без причины: обычно { $usually }, последние три около { $lately }
parting-volume-explained = Заказы уменьшаются, и понятно почему: обычно { $usually }, последние три около { $lately }
parting-concessions = Уступки: { $n }, всего на { $money }; две подряд — признак
parting-serving = Обслуживание: { $lately } мин контактов на заказ за полгода (контактов { $contacts }), раньше { $before }
parting-serving-drain = Обслуживание: { $lately } мин контактов на заказ за полгода (контактов { $contacts }), раньше { $before }; забирает сил на { $drain } из 5
parting-free-work = Бесплатная работа: { $n }, на { $money }
parting-decided = Решено { $day }: { $what }, до { $due }. { $text }
conflict-values = Конфликты ценностей: { $n }
conflict-groups = Сошлось групп: { $n } из 3 (невыгодно, без перспектив, ценности)
conflict-decide = Сошлись все три группы: решайте быстро и ничего не тратьте на починку.
conflict-kickbacks = откаты
conflict-disrespect = хамство
conflict-in-the-dark = играют втёмную
choice-continue = продолжать
choice-renegotiate = пересмотреть условия
choice-end = закончить

competitor-line = Конкурент { $text }, угроза { $threat } из 3, { SINCE($day) }
competitor-threat = угроза { $threat } из 3
competitor-gone = ушёл { $day }
competitor-piece = у него: { $text }
competitor-brought-by = привёл { $text }
competitor-losing = работает себе в убыток
competitor-hint = позвали как намёк
competitor-decided = { $what }, до { $day }
way-leave = уйти
way-pause = уйти на время
way-race = вступить в гонку
threat-0 = 0, у каждого своё
threat-1 = 1
threat-2 = 2
threat-3 = 3, наибольшая

ended-by-us = мы
ended-by-them = клиент
changed-nothing = ничего
changed-goals = наши цели
changed-strategy = наша стратегия
changed-assortment = ассортимент
changed-methods = методы работы
about-quality = дело в качестве
about-other = дело в другом
return-ask = Стоит ли возвращать: ответьте --by-whom us|them (кто расстался), --changed (что у нас изменилось) и --quality yes|no (дело в качестве).
former-contacts = Контактов в этом году: { $n }; с бывшим клиентом больше { $most } не нужно
way-back-answers = Ответы от { $day }: закончили отношения — { $who }, изменилось с тех пор: { $changed }, { $about }.
way-back-no = Возвращать не стоит: расстались мы, и ничего не изменилось.
way-back-possible = Вернуть можно: мы теперь другие.
way-back-worth = Вернуть стоит: потратьтесь и на качество, и на отношения.
way-back-task = • { $task }
way-back-greet = напоминать о себе раз-два в год: самая важная новость или поздравление с Новым годом
way-back-tell = позвонить и рассказать, что изменилось
way-back-mend = сначала исправить то, из-за чего ушёл, потом показать
way-back-ask = позвонить и узнать, из-за чего ушёл
way-back-meet = встретиться и предложить первый небольшой шаг

board-complaints = Претензии: { $client }
board-parting = Расстаться или нет: { $client }
board-competitors = Конкуренты: { $client }
board-no-complaint = Открытых претензий нет.
board-then = потом: { $step }
board-assess = Хорошо — последний шаг и просьба об отзыве. Плохо — на переделку.
board-step = сделано, к следующему шагу
board-rework = не понравилось, на переделку
board-date = другой срок
board-close-complaint = закрыть претензию
board-sort = указать вид и что рассердило
board-open-complaint = открыть претензию
board-close-client = закрыть клиента
board-reopen = вернуть в работу
board-explain = есть ли причина, что заказы уменьшаются
board-concede = уступка
board-free-work = бесплатная работа
board-conflict = конфликт ценностей
board-decide = решить
board-win-back = возвращать ли: три вопроса
board-edit-competitor = изменить
board-decide-hint = решить, что делать с намёком
board-gone = ушёл
board-add-competitor = ещё конкурент
board-no-competitor = Конкурентов не записано.
board-joint-team = Общая команда с конкурентом, если её навязали, — тупик: лучше не соглашаться (совет источника).
board-explained = причина
board-explained-not = нет
board-explained-well = есть
board-what = что
board-cost = стоит
board-value = цена
board-holds = так ли это
board-holds-now = да, есть
board-holds-not = уже нет
board-choice = решение
board-name = название
board-piece = что у него
board-brought-by = кто привёл
board-threat = угроза
board-losing = в убыток
board-losing-not = нет
board-losing-well = да
board-hint = намёк
board-hint-not = нет
board-hint-well = да
board-ended-by = кто закончил
board-changed = изменилось
board-about = в чём дело
board-next = срок
board-lesson = что изменили
board-text = о чём
board-irritant = что рассердило
board-kind = вид
board-why = почему
board-on = когда
board-note = заметка
board-keys = { $n ->
    [1] 1
   *[other] 1-{ $n }
 } сделать   { $of ->
    [1] Esc назад
   *[other] ↑↓ выбрать из { $of }   Esc назад
 }
board-keys-form = Enter записать   ↑↓ поле   ←→ выбор   Esc назад

empty-clients = Клиентов пока нет. Нажмите a (ф), чтобы добавить клиента, i (ш), чтобы загрузить таблицу, или : (Ж) — там демонстрация.
empty-unsettled = Считаю…
empty-alerts-today = На сегодня всё. В полном списке { $n ->
    [one] ещё { $n } тревога
    [few] ещё { $n } тревоги
   *[other] ещё { $n } тревог
}: 4.
empty-alerts = Тревог нет.
empty-agenda = Ничего не запланировано. Контакты появятся, как только будут клиенты с заказами.
empty-card = Выберите клиента или нажмите / (.), чтобы найти.

status-looks-only = Этот файл открыт в другом окне: здесь можно смотреть, записывать — там.
status-nothing-to-answer = Не выбрана ни тревога, ни назначенный контакт. Ничего не изменено.
status-no-client = Клиент не выбран. Нажмите / (.), чтобы найти.
status-no-promise = Открытых обещаний здесь нет. Их записывает строка журнала: *прислать прайс пт.
status-unknown-key = Здесь эта клавиша ничего не делает. Список клавиш — ? (,).
status-paste = Вставлять можно в поле: n (т) — заметка, / (.) — поиск, i (ш) — файл.
status-curtain = Имена, суммы, заметки и пометки скрыты. h (р) — показать снова.
status-refreshing = Тревоги и календарь пересчитываются
status-country = Планируется по выходным страны: { $country }
status-mouse-on = Мышью снова управляет программа
status-mouse-off = Мышь отдана терминалу: можно выделять текст

card-no-orders = Заказов ещё не было.
card-repeat = №{ $n }
card-months = 12 месяцев
card-orders = { $n ->
    [one] { $n } день с заказами
    [few] { $n } дня с заказами
   *[other] { $n } дней с заказами
}
card-rhythm = обычно { $days ->
    [1] каждый день
    [one] раз в { $days } день
    [few] раз в { $days } дня
   *[other] раз в { $days } дней
}
card-last-order = последний { $days ->
    [0] сегодня
    [one] { $days } день назад, { $day }
    [few] { $days } дня назад, { $day }
   *[other] { $days } дней назад, { $day }
}
card-share = { $share } выручки
card-at-risk = под угрозой { $money }
card-answered = На тревогу отреагировали; вернёмся к ней { $day }.
card-evaluated = Оценка от { $day }: { $found }
card-evaluation-due = Пора спросить об оценке заказа от { $day }.
card-never-evaluated = Ни один заказ ещё не оценивали: постоянным делает только хорошая оценка.
card-never-positive = Ни один заказ не оценён хорошо, а постоянным становятся только так.
card-unpaid = Срок оплаты прошёл, не оплачено: { $n ->
        [one] { $n } заказ
        [few] { $n } заказа
       *[many] { $n } заказов
    }, { $money }, самый ранний срок { $day }.
card-complaint = ! претензия от { $day }: { $text }
card-lost = Клиент закрыт { $day }: { $why }.
card-lost-note = Клиент закрыт { $day }: { $why }. { $text }
card-event-ended = завершено { $day }
card-closed = закрыта { $day }
order-due = срок оплаты { $day }
order-paid = оплачен { $day }
card-returned = возврат { $money }
card-no-contact = контактов ещё не было
card-last-contact = последний контакт { $day }
card-no-next = следующий контакт не назначен
card-next-contact = следующий контакт { $day }
card-birthday = день рождения { $day }
card-private = частный клиент
card-company-day = день основания { $day }
card-tax-id = ИНН { $number }
card-people = Люди
card-promises = Обещания
card-ahead = Впереди
card-standing = Таблица в { $year } году
card-owes-nothing = В этом году по таблице ничего не нужно.
card-skipped = Пропущено · { $key } вернуть
card-year-ahead = Двенадцать месяцев вперёд
card-history = История

brief-alert = тревога
brief-talks = разговоры
brief-promises = обещания
brief-competitors = конкуренты
brief-complaints = претензия
brief-order = заказ
brief-evaluation = оценка
brief-values = ценит
brief-in-full = ── полностью ──
brief-gifts = подарки
brief-news = рассказать
brief-dates = впереди
brief-notes = важно
brief-text = { $text }
brief-level = { $level }. { $advice }
brief-no-talk = разговоров не записано
brief-talk = { $day }, { $kind }: { $text }
brief-talk-silent = { $day }, { $kind }: ничего не записано
brief-promise = { $day }, { $who }: { $text }
brief-complaint = { $day }: { $text } · { $state }
brief-order-of = { $day }, { $money }
brief-order-on = { $day }
brief-items = в заказе { $day }: { $text }
brief-missing = обычно есть, а теперь нет: { $text }
brief-whole = всё обычное на месте, позиций: { $n }
brief-gift = { $day }: { $text }
brief-gift-of = { $day }: { $text }, { $money }
brief-more-gifts = и ещё { $n }
brief-birthday = { $day }: день рождения, { $text }
brief-membership = { $day }: кончается членство { $text }
brief-company-day = { $day }: день компании
brief-planned = { $day }: { $kind } по плану
brief-note = { $day }: { $text }

bar-note = заметка:
bar-item = подарок:
bar-amount = сумма:
bar-event = что ещё:
greet-former-again = Esc ещё раз запишет { $n }-й контакт за год с бывшим клиентом, F4 снимет: { $client }
bar-former-again = { $n }-й контакт за год с бывшим клиентом; записать — ещё раз Enter.
bar-clients = { $n ->
    [one] { $n } клиент
    [few] { $n } клиента
   *[many] { $n } клиентов
 }
bar-criterion = по чему:
bar-promise = что:
bar-complaint = о чём:
bar-news = { $told ->
    [0] { $n ->
        [one] Новость, ещё не слышал
       *[other] Новостей, ещё не слышал: { $n }
    }
   *[other] ✓ рассказано { $told } из { $n }
}. F9 рассказано: { $text }
bar-news-all = ✓ Все новости рассказаны ({ $n }). F9 не рассказано
bar-key-save = Enter записать
bar-key-outcome = ↑↓ исход
bar-key-event = ↑↓ что
bar-key-felt = F5-F8 сигнал
bar-key-person = PgUp PgDn с кем
bar-undated = Срока в конце нет, останется в заметке: { $text }
bar-key-promise = *прислать пт: обещание
bar-key-fields = Tab все поля
bar-key-draft = Esc в черновик
bar-key-leave = Esc оставить как было
chip-next = дальше { $day }
chip-important = важно
chip-promise = наше обещание: { $day }
chip-promise-theirs = обещание клиента: { $day }

form-client = клиент
form-person = с кем
form-outcome = исход
form-felt = сигналы
form-event = событие
form-when = когда
form-next = следующий
form-details = подробности
form-promise = обещание
form-amount = сумма
form-due = срок оплаты
form-paid = оплачен
form-returned = возврат
form-number = номер
form-criterion = критерий выбора
form-items = позиции
form-text = текст
form-keys-order = сначала сумма, потом текст · +каталог +настенный календарь что заказано · =срок:28.11 =оплата:пт =возврат:500 =номер:N-14 оплата, возврат, номер · в тексте: >пт или /пт следующий контакт, @вчера или "вчера когда, *прислать пт обещание
form-keys-event = ↑↓ что случилось; ниже — что из открытого закончилось
form-keys-criterion = по чему клиент выбирает; пусто — неизвестно
form-keys-promise = что обещано; срок меняют в списке обещаний
form-keys-complaint = о чём претензия; текст останется как есть
form-keys = PgUp PgDn с кем (или ←→, пока пусто) · ↑↓ исход · сигналы: F5 тянет с ответом, F6 избегает, F7 отдалился, F8 резкий отказ · в тексте: >пт или /пт следующий контакт, @вчера 15:00 или "вчера когда, ! важно, #метка или №метка, *прислать пт наше обещание, **оплатить 28.11 их, (отдел) кого ждём · =20м минуты, =4/5 насколько измотал, =9/10 посоветует ли нас, =они сами обратились, =вау; зачем: =напомнить =рассказать =мнение =решить =внимание =спасибо
form-keys-note = в тексте: >пт или /пт следующий контакт, @вчера 15:00 или "вчера когда, ! важно, #метка или №метка, *прислать пт наше обещание, **оплатить 28.11 их, (отдел) кого ждём
form-keys-gift = PgUp PgDn с кем (или ←→, пока пусто) · в тексте: =900 цена, =вау чтобы удивить; >пт или /пт следующий контакт, @вчера 15:00 или "вчера когда, ! важно, #метка или №метка, *прислать пт наше обещание, **оплатить 28.11 их, (отдел) кого ждём

find-title = { $n ->
    [0] Найти клиента
    [one] { $n } клиент
    [few] { $n } клиента
   *[other] { $n } клиентов
}
find-label = найти:
find-hint = Любая часть названия, имени, телефона или города, в любой раскладке.
find-nothing = По запросу «{ $typed }» никого нет. Уберите пару букв или нажмите Esc.
find-reading = Читаю названия…

actions-title = Всё, что можно сделать
actions-label = искать:
actions-nothing = Такого действия нет. Попробуйте другое слово или Esc.

snooze-title = { $n ->
    [1] Отложить: { $client }
   *[other] Отложить тревоги: { $n }
}
evaluate-title = Оценка заказа: { $client }
evaluate-note = заметка
evaluate-keys = + 0 − оценка · пробел не спрошено · Enter записать
dismiss-title = { $n ->
    [1] Снять: { $client }
   *[other] Снять тревоги: { $n }
}
replacement-title = План замены: { $client }
replacement-gap =
    Если уйдёт, за год не хватит { $revenue }{ $average ->
        [0] .
        [one] ; брешь закроет { $average } средний клиент.
        [few] ; брешь закроют { $average } средних клиента.
       *[other] ; брешь закроют { $average } средних клиентов.
    }
replacement-by = Если до { $day } не закажет, его пора заменять: начните раньше.
replacement-late = Заказа следовало ждать не позже { $day }: начинайте сейчас.
replacement-prospects = { $n ->
        [0] В книге некого завоёвывать: все уже постоянные. Новых загрузит i (ш).
       *[other] Кого завоевать, первыми — кто уже заказывал:
    }
report-title = Как сработали тревоги
evidence-none = Тревоги нет.
evidence-no-orders = Заказов ещё не было.
evidence-too-few = Слишком мало заказов, чтобы сказать, что обычно.
evidence-gaps = Перерывы между заказами, дней: { $list } │ сейчас { $now }
evidence-rhythm = В среднем { $own } дн., с поправкой на всю базу { $usual }; таких или более долгих обычных перерывов { $tail }; сама тревога — с { $alarm } дн.
evidence-expected = Половина его перерывов кончилась бы к { $half }, девять из десяти — к { $most }.
evidence-amounts = Последние заказы, { $n }: меньший { $least }, больший { $most }, последний { $last }
evidence-payments = Последние оплаты, { $n }, дней: быстрее всего { $least }, дольше всего { $most }, последняя { $last }
evidence-risk = Вероятность, что не закажет за { $horizon } дн.: { $none }; за два своих перерыва: { $own }. Под угрозой { $money }.
evidence-risk-book = Заказов слишком мало, чтобы судить о нём самом; по остальным клиентам вероятность не заказать за { $horizon } дн.: { $none }. Под угрозой { $money }.
follow-up-title = Следующий контакт: { $client }
follow-up-tomorrow = завтра
follow-up-3-days = через три дня
follow-up-week = через неделю
follow-up-month = через месяц
follow-up-date = другой день…
follow-up-label = день:
follow-up-wrong = Это не день от сегодня и дальше. Например: пт, +10 или 28.11.

news-title = Новости для клиентов
news-none = Новостей пока нет. Нажмите { $add } и напишите, что стоит рассказать клиентам: новые товары, цены, условия, выставка. Строка звонка об этом напомнит.
news-label = новость:
news-statuses = для кого: статус
news-towns = города через запятую
news-industries = отрасли через запятую
news-until = до { $day }
news-keys = { $add } добавить   { $edit } изменить   { $end } снять   Enter кто слышал   Esc закрыть
news-keys-hearing = Enter слышал   ↑↓   Esc назад
news-typing = Enter сохранить  ↑↓ поле  Пробел отметить  #метка  ! только ★  >30.12 до

import-title = Загрузить файл
import-label = файл:
import-found = Файлы поблизости: ↑↓ и Enter. Или наберите путь, Tab дополняет.
import-none-found = Наберите путь к файлу CSV или перетащите файл в окно. Tab дополняет путь.
import-which-keys = Enter посмотреть   Tab дополнить путь   Esc закрыть
import-shown = { $file }: что изменится
import-shown-keys = Enter загрузить   ↑↓ листать   Esc другой файл
import-running = { $file } загружается
import-running-keys = Esc остановить: тогда ничего не сохранится
import-done = Загружено
import-done-keys = ↑↓ листать   Enter закрыть   (u отменит загрузку целиком)
count-new-clients = { $n ->
    [one] { $n } новый клиент
    [few] { $n } новых клиента
   *[other] { $n } новых клиентов
}
count-changed-clients = { $n ->
    [one] дополнен { $n } клиент
    [few] дополнены { $n } клиента
   *[other] дополнены { $n } клиентов
}
count-new-orders = { $n ->
    [one] { $n } новый заказ
    [few] { $n } новых заказа
   *[other] { $n } новых заказов
}
count-changed-orders = { $n ->
    [one] исправлен { $n } заказ
    [few] исправлены { $n } заказа
   *[other] исправлены { $n } заказов
}
count-same-orders = { $n ->
    [one] { $n } заказ уже был
    [few] { $n } заказа уже были
   *[other] { $n } заказов уже были
}
count-nothing = ничего нового
import-read-as = Прочитано как { $encoding }, разделитель «{ $delimiter }», { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
}
import-issues = { $n ->
    [one] { $n } замечание:
    [few] { $n } замечания:
   *[other] { $n } замечаний:
}
import-line-not = строка { $line }, не взята: { $why }
import-line-partly = строка { $line }: { $why }
import-unmapped = не используется

language-en = English
language-ru = Русский

welcome-language = Language · Язык
welcome-begin = С чего начнём?
welcome-demo = Посмотреть демонстрацию: 60 вымышленных клиентов
welcome-import = Загрузить мою таблицу клиентов или заказов (CSV)
welcome-empty = Начать с чистого листа
welcome-keys = 1-{ $n } или ↑↓ Enter · q выйти

action-switch-book = демонстрация
action-switch-book-about = Демонстрация или обратно в ваш файл.

## The communication table: its default rows

rule-new-year = поздравление с Новым годом
rule-new-year-note = Письмом по эл. почте, накануне. Если клиентов немного, каждому несколько слов от себя.
rule-holidays = поздравление с 23 февраля и 8 Марта
rule-holidays-note = Письмом по эл. почте, накануне. Если клиентов немного, каждому несколько слов от себя.
rule-professional = поздравление с профессиональным праздником
rule-professional-note = Письмом по эл. почте, накануне праздника той отрасли, в которой работает клиент.
rule-company-day = поздравление с днём рождения компании
rule-company-day-note = В день, когда основана компания клиента.
rule-birthday = поздравление с днём рождения
rule-birthday-note = В мессенджере, лично.
rule-call-regular = звонок между заказами
rule-call-regular-note = Рассказать новости (ассортимент, цены, условия оплаты, выставки) и узнать их новости: обязанности, люди, планы.
rule-call-client = звонок клиенту, который начал заказывать
rule-call-client-note = Рассказать новости (ассортимент, цены, условия оплаты, выставки) и узнать их новости: обязанности, люди, планы.
rule-message = сообщение
rule-message-note = Наша новость, отклик на их новость, что-нибудь полезное. Не пересылать всё подряд.
rule-mail = печатные материалы по почте
rule-mail-note = Каталог, буклет, корпоративный журнал, фотографии с мероприятия, обзор отрасли.
rule-gift = подарок при встрече
rule-gift-note = Благодарственное письмо, календарь, книга, сувенир: к празднику или на мероприятии.
rule-event = приглашение на мероприятие
rule-event-note = Конференция, выставка, семинар, круглый стол. Приглашать лично.
rule-opinion = звонок, чтобы узнать мнение
rule-opinion-note = Ничто так не располагает лояльного клиента, как вопрос о том, что он думает.
rule-former = напоминание бывшему клиенту
rule-former-note = Самая важная новость или поздравление с Новым годом, не чаще двух раз в год.

## Greetings: the text of an occasion; the places in it are filled for each client

occasion-birthday = День рождения
occasion-company_day = День компании
greeting-new_year =
    Здравствуйте, { $person }!

    Поздравляю с наступающим Новым годом! Спасибо, что весь этот год работаете с нами.
    { $line }

    Пусть в новом году всё задуманное сбудется, а дела компании { $name } идут спокойно и уверенно.
greeting-women =
    Здравствуйте, { $person }!

    Поздравляю вас и всех женщин компании { $name } с 8 Марта!
    { $line }

    Весеннего настроения, радости и хороших людей рядом.
greeting-defender =
    Здравствуйте, { $person }!

    Поздравляю с 23 Февраля!
    { $line }

    Сил, здоровья и надёжных партнёров вам и компании { $name }.
greeting-birthday =
    Здравствуйте, { $person }!

    Поздравляю с днём рождения!
    { $line }

    Здоровья, радости и удачи во всех начинаниях.
greeting-company_day =
    Здравствуйте, { $person }!

    Поздравляю с днём рождения компании { $name }!
    { $line }

    Рады работать с вами и желаем ещё многих успешных лет.
greeting-other =
    Здравствуйте, { $person }!

    Поздравляю вас и коллег из компании { $name } с праздником: { $occasion }!
    { $line }

    Успехов в работе, здоровья и надёжных партнёров.

greet-title = Поздравления
greet-title-of = { $occasion }: поздравили { $done } из { $n }
greet-none = В запланированные дни поздравлять некого. Поводы — это праздники, профессиональный праздник клиента, дни рождения людей и день компании.
greet-label = от себя:
greet-early = { SINCE($day) }
greet-keys = Enter открыть   Esc закрыть
greet-keys-writing = Enter в буфер, F2 в файл: готово, дальше   F4 снять   Esc записать
greet-copied = Скопировано: { $client }
greet-written = Записано в { $path }
greet-unknown-place = «{ $place }» в тексте ничего не значит. В фигурных скобках бывают только name, person и line; ничего не записано.

purpose-remind = напомнить о себе
purpose-inform = рассказать новости
purpose-feedback = узнать мнение
purpose-decide = решить вместе
purpose-attention = проявить внимание
purpose-thank = поблагодарить

responsible-me = я
responsible-secretary = секретарь
responsible-courier = курьер
responsible-head = руководитель

period-month = месяц
period-quarter = квартал
period-half = полугодие
period-year = год
period-days = { $n } дн.

## The calendar: what moves, what has no day, how the table is kept

moves-done = перенесено { $moved }, новых { $new }, ушло { $gone }
moves-would = будет перенесено { $moved }, новых { $new }, уйдёт { $gone }; ничего не записано
plan-limited = Без дня осталось контактов: { $n } ({ $who }). Нужно { $needed } мин в день, а есть { $minutes }. Оставлено самое ценное. Помогут ещё минуты (regulars set minutes-per-day), меньше клиентов в строке таблицы или период длиннее.
plan-limited-short = { $who }: без дня { $n }; нужно { $needed } мин в день, есть { $minutes }
unplaced-closed = рабочих дней для него не осталось
unplaced-away = отсутствие на все его дни
unplaced-full = его дни заняты более важным
unplaced-crowded = рядом другие контакты этого клиента
unplaced-barred = клиент такого контакта не хочет
unplaced-count = без дня: { $n }
kept-counts = должно быть { $owed }: сделано { $done }, в плане { $planned }, без дня { $remaining }, пропущено { $skipped }, упущено { $missed }
caught-up = опоздало { $late }, упущено { $missed }
cli-no-absences = Отсутствий нет.
minutes = { $n } мин
doubt-row = Строка { $row }: { $why }
when-quota = { $times ->
    [one] раз
    [few] { $times } раза
   *[other] { $times } раз
} за { $period }
when-since-contact = { $times ->
    [one] раз
    [few] { $times } раза
   *[other] { $times } раз
} за { $period } от последнего контакта
when-date = каждый год { $day }
when-holidays = к празднику
when-event = до { $day }
when-professional = к профессиональному празднику
when-company-day = в день рождения компании
when-birthday = в дни рождения
when-between-orders = между заказами, иначе раз за { $period }

doubt-no-minutes = контакт не занимает времени.
doubt-long = контакт на { $minutes } мин длиннее суток.
doubt-validity = она кончается раньше, чем начинается.
doubt-nobody = статус не выбран, она ни для кого.
doubt-tags = метка и нужна, и исключена: строка ни для кого.
doubt-revenue = между границами выручки ничего нет, поэтому она ни для кого.
doubt-counts-for = она засчитывается строке, которой нет, или самой себе.
doubt-none = она не просит ни одного контакта.
doubt-at-most = планируется { $times }, а разрешено меньше.
doubt-event-past = мероприятие было { $day }: к нему ничего не планируется.
doubt-percent = между двумя заказами от 1 до 99 сотых.
doubt-holiday = праздника «{ $name }» нет.
doubt-no-holiday = праздник не выбран.
doubt-days = период бывает от 1 до 3660 дней, а не { $days }.
doubt-no-working-day = в некоторых её периодах нет рабочих дней.
doubt-crowded = контактов { $times }, а рабочих дней в периоде { $days }.
doubt-twice = вместе со строкой { $row } клиент получает то же самое дважды.
doubt-over-quota = вместе со строкой { $row } выходит больше { $limit }, чем она разрешает.

## The calendar: why a day and no other

day-own = свой день, { $day }
day-by-hand = день выбран вручную
day-wanted = свой день — { $day }
day-late = свой день, { $day }, прошёл
day-off = ближе выходных: { $n }
day-away = ближе дней отсутствия: { $n }
day-near = ближе дней рядом с другим контактом: { $n }
day-full = ближе занятых дней: { $n }
day-closer = дальше от соседнего контакта свободных дней нет
day-relieved = день ближе был переполнен

## The calendar: why a touch is due

why-month = { $of ->
    [1] раз за { $index } { $year }
   *[other] { $slot } из { $of } за { $index } { $year }
}
why-quarter = { $of ->
    [1] раз за { $index }-й кв. { $year }
   *[other] { $slot } из { $of } за { $index }-й кв. { $year }
}
why-half = { $of ->
    [1] раз за { $index }-е полугодие { $year }
   *[other] { $slot } из { $of } за { $index }-е полугодие { $year }
}
why-year = { $of ->
    [1] раз за { $year } год
   *[other] { $slot } из { $of } за { $year } год
}
why-days = { $of ->
    [1] раз за { $days } дн.
   *[other] { $slot } из { $of } за { $days } дн.
}
why-since-contact = { $days } дн. после { $day }
why-never-contacted = контактов не было; раз в { $days } дн.
why-between-orders = между заказами: прошлый { $day }, обычно раз в { $days } дн.
why-date = к { $day }
why-event = к мероприятию { $day }
why-holiday = праздник: { $name }, { $day }
why-professional = их праздник: { $name }, { $day }
why-company-day = день рождения компании, { $day }
why-birthday = день рождения: { $name }, { $day }

month-of-year = { $index ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[other] декабрь
}

# Чтение файла: что не взято и почему файл не прочитан.

# Строка или значение, которые не взяты. Номер строки показан рядом.
import-no-client = В строке не указан клиент: нет ни компании, ни имени, ни почты, ни телефона. Строка пропущена.
import-no-amount = Колонка «{ $column }» пустая, заказ записать не из чего. Клиент взят.
import-bad-amount = «{ $value }» в колонке «{ $column }» — это не сумма. Заказ пропущен, клиент взят.
import-large-amount = «{ $value }» в колонке «{ $column }» — больше предела для суммы, { $most }. Заказ пропущен, клиент взят.
import-no-day = В колонке «{ $column }» нет даты. Заказ пропущен, клиент взят.
import-bad-day = «{ $value }» в колонке «{ $column }» — это не дата. Заказ пропущен, клиент взят.
import-bad-date = «{ $value }» в колонке «{ $column }» — это не дата. Строка взята без неё.
import-bad-returned = «{ $value }» в колонке «{ $column }» — это не сумма. Заказ взят без возврата.
import-large-returned = «{ $value }» в колонке «{ $column }» — больше предела для суммы, { $most }. Заказ взят без возврата.
import-bad-currency = Валюта «{ $value }» в колонке «{ $column }» не распознана. Заказ взят без неё.
import-bad-email = «{ $value }» в колонке «{ $column }» — это не адрес почты. Строка взята без него.
import-second-tax-id = У клиента { $client } уже есть ИНН. Второй, «{ $value }», не взят.
import-two-days = Заказ { $number } стоит в файле с двумя датами. Строки сложены под датой { $kept }, дата { $day } не взята.
import-two-currencies = Заказ { $number } стоит в файле в двух валютах. Эта строка к нему не прибавлена.
import-large-order = Строки заказа { $number } в сумме больше предела, { $most }. Эта строка к нему не прибавлена.
import-beyond-header = «{ $value }» стоит правее последнего заголовка. Строка взята без этого значения.
import-totals = «{ $value }» — это итог по строкам выше, а не клиент. Строка пропущена.
import-open-quotation = Здесь открывается кавычка, которая нигде не закрыта. Файл с этой строки и до конца не взят.
import-other-encoding = Буквы в этой строке не в той кодировке, что весь файл. Прочитано как получилось — проверьте.
import-day-or-month = «{ $value }» можно прочитать двояко: сначала день или сначала месяц, и по файлу этого не понять. Здесь и дальше в файле первым считается день.
import-no-day-column = Суммы есть, а колонки с датой нет. Клиенты взяты, заказы — нет.

# Файл не прочитан совсем.
read-empty = Файл пустой.
read-binary = Это не текстовый файл. Прочитать можно таблицу в CSV или текст с табуляцией.
read-workbook = Это книга Excel или LibreOffice. Сохраните её как CSV и загрузите снова: прочитать можно таблицу в CSV или текст с табуляцией.
read-markup = Это файл XML или HTML. Сохраните его как CSV и загрузите снова: прочитать можно таблицу в CSV или текст с табуляцией.
read-cards = Это адресная книга (vCard). Выгрузите контакты в CSV и загрузите снова: прочитать можно таблицу в CSV или текст с табуляцией.
read-no-columns = Ни одна колонка не говорит, кто клиент. Файл начинается так: «{ $found }». Назовите колонку «Клиент», «Компания» или «ФИО».
read-no-rows = В файле есть заголовок, а строк под ним нет.
read-long-line = Строка { $line } длиннее мегабайта. Это не таблица, ничего не взято.
read-stopped = Чтение остановлено. Ничего не взято.

# За что принята колонка.
field-client = клиент
field-client_code = название или код клиента
field-organisation = организация
field-client_id = код клиента
field-id = код
field-name = название
field-person = контактное лицо
field-first_name = имя
field-middle_name = отчество
field-last_name = фамилия
field-role = должность
field-birthday = день рождения
field-kind = человек или компания
field-phone = телефон
field-client_phone = телефон компании
field-email = почта
field-messenger = мессенджер
field-site = сайт
field-city = город
field-address = адрес
field-address_part = часть адреса
field-tax_id = ИНН
field-industry = отрасль
field-company_day = день компании
field-tag = метка
field-note = заметка
field-detail = уйдёт в заметку
field-number = номер заказа
field-document = номер и дата заказа
field-day = дата заказа
field-created = дата записи
field-amount = сумма
field-returned = возврат
field-currency = валюта
field-due = срок оплаты
field-paid = дата оплаты
field-title = название заказа
field-item = что заказано

## Таблица коммуникаций на экране

action-edit-table = таблица
action-edit-table-about = Изменить таблицу; сперва видно, что сдвинет.
table-title = Таблица коммуникаций
table-keys = Enter изменить  { $new } новая строка  { $remove } убрать  Esc закрыть
table-keys-changed = Enter изменить  { $new } новая  { $remove } убрать  { $save } что сдвинется и сохранить  Esc закрыть
table-unsaved = Изменения ещё не сохранены: s покажет, что сдвинется. Ещё раз Esc — оставить как было.
table-row-title = Строка таблицы коммуникаций
table-row-keys = Enter принять  ↑↓ поле  ←→ выбор  пробел отметить  Esc назад
table-moves-title = Что сдвинется
table-asked = Считается…
table-moves-keys = Enter сохранить  ↑↓ листать  Esc назад к таблице
table-moves = контактов: новых { $new }, сдвинется { $moved }, уйдёт { $gone }
table-more = и ещё { $n }
table-kind = вид контакта
table-row = название
table-purpose = цель
table-when = когда
table-times = раз
table-star-times = раз, если звезда
table-at-most = не больше
table-per = за период
table-per-days = дней в периоде
table-anchor = считать от
table-holidays = праздники
table-on = день
table-lead = заранее, рабочих дней
table-on-the-day = в сам день
table-percent = на % интервала
table-statuses = для кого
table-star = только со звездой
table-tags-any = только с меткой
table-tags-none = без метки
table-revenue = за 12 мес. не меньше
table-revenue-below = за 12 мес. меньше
table-also-counts = засчитать и это
table-responsible = кто делает
table-minutes = минут
table-shift = если выходной
table-late-days = можно опоздать, дней
table-from = с
table-to = по
table-note = примечание
table-when-quota = столько-то раз
table-when-eve = к праздникам
table-when-date = в день года
table-when-professional = праздник отрасли
table-when-company-day = день компании
table-when-birthday = дни рождения
table-when-between-orders = между заказами
table-when-event = один раз, к мероприятию
table-some-days = столько-то дней
table-anchor-calendar = календаря
table-anchor-contact = последнего контакта
table-shift-prev = рабочий день до
table-shift-next = рабочий день после
table-shift-nearest = ближайший рабочий
table-no-number = Здесь нужно целое число.
table-no-toml = «{ $text }» — это не TOML.
table-unknown = «{ $text }» здесь ничего не значит.
table-lacks = у строки таблицы нет «{ $text }».
table-misread = «{ $text }» непонятно, начиная со знака { $column }. { $takes }
table-takes = Здесь должно быть одно из: { $values }.
table-needs = Не хватает чего-то из: { $values }.
table-takes-else = Здесь должно быть значение другого вида.
table-no-money = Здесь нужна сумма, например 12500 или 12,5к.
table-no-title = Строке нужно название.
yes = да
no = нет

## Контакт из календаря на экране

put-off-title = Отложить: { $client }
move-to-title = Перенести на день: { $client }
skip-title = Пропустить: { $client }
skip-label = почему:
why-title = Почему этот день
why-window = Можно сделать { SINCE($from) } по { $to }.
why-together = Рядом, { $day }, есть ещё контакт того же вида ({ $kind }): хватит одного на оба.
why-who = { $who }, { $n } мин
status-no-touch = Сначала выберите контакт в календаре: клавиша 3.
status-evaluation-waits = Здесь ждут ответа клиента: D (В) записывает его оценку. Через две недели строка уйдёт сама.
status-set-by-hand = Этот контакт назначен вручную: s меняет день, записанный контакт его закрывает.

## The plan as a whole on the screen

action-show-plan = план
action-show-plan-about = Отсутствия, выравнивание, что без дня.
plan-title = План
plan-absences = Отсутствия
plan-catch-up = Наверстать
plan-rebalance = Выровнять
plan-no-day = Без дня
plan-compliance = Таблица
plan-keys = Tab дальше   Esc закрыть
absence-none = Все на месте. Нажмите { $add } и укажите, кого и когда не будет: назначенное на эти дни сдвинется.
absence-keys = { $add } добавить   { $remove } убрать   Tab дальше   Esc закрыть
absence-keys-entering = Enter что сдвинется   ↑↓ поле   ←→ кто   Esc назад
absence-keys-moves = Enter сохранить   ↑↓ листать   Esc назад
absence-keys-removing = Enter убрать   ↑↓ листать   Esc назад
absence-who = кто
absence-from = с
absence-to = по
absence-note = заметка
absence-days = { $from } – { $to }, { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[other] { $n } дней
}
absence-turned = Последний день раньше первого.
catch-up-since = не состоялось с
catch-up-how = что с этим делать
catch-up-until = разнести по
catch-up-keep = оставить как есть
catch-up-move = разнести по дням
catch-up-drop = пропустить
catch-up-keys = Enter посмотреть, сколько   ↑↓ поле   ←→ выбрать   Tab дальше
catch-up-keys-do = Enter выполнить   ↑↓ поле   ←→ выбрать   Tab дальше
catch-up-keys-done = Enter назад   ↑↓ листать   Tab дальше
rebalance-keys = Enter выполнить   ↑↓ листать   Tab дальше   Esc закрыть
plan-no-day-keys = Enter открыть клиента   ↑↓   Tab дальше   Esc закрыть
compliance-keys = { $back } { $on } период   { $longer } длиннее   ↑↓   Tab дальше   Esc закрыть

## Clients and their people, added and changed by hand

verb-add-client = клиент добавлен
verb-edit-client = данные клиента изменены
verb-add-person = человек добавлен
verb-edit-person = данные человека изменены
verb-remove-person = человек убран
effect-person = { $client }
effect-like = внимание: уже есть { $client }
effect-like-phone = внимание: тот же телефон { $text } у клиента { $client }
effect-like-email = внимание: та же почта { $text } у клиента { $client }
effect-like-name = внимание: почти так же называется { $client }
effect-like-person = внимание: здесь уже есть { $client }
status-like-next = { $key }: сравнить обоих
effect-tax-id-digit = внимание: ИНН должен кончаться на { $expected }, а не на { $found }; оставлен как есть
effect-tax-id-length = внимание: в ИНН 10 или 12 цифр, а не { $n }; оставлен как есть
effect-phone-as-typed = внимание: «{ $text }» не читается как телефон; оставлено как есть
effect-declined = внимание: { $client } просит так не делать: { $kind }
error-no-name = Нужно имя или название. Ничего не изменено. Введите хотя бы одну букву.
error-unchanged = Так уже и записано. Ничего не изменено.
import-by-hand = Заказ от { $day } записан или изменён вручную и остаётся таким. Строка пропущена.
import-barred = { $client } в чёрном списке. Строка пропущена.

action-add-client = новый клиент
action-add-client-about = Новый клиент: обязательно лишь название.
action-edit-client = изменить клиента
action-edit-client-about = Изменить данные клиента и его людей.
status-curtained = Сначала уберите занавес (h, р): вслепую этого не сделать.
profile-add-title = Новый клиент
profile-person-title = Человек у клиента: { $client }
profile-client = сам клиент
profile-keys = Enter изменить   { $add } добавить человека   { $remove } убрать   Esc закрыть
profile-form-keys = Enter сохранить   ↑↓ поле   ←→ выбрать   пробел отметить   Esc назад
profile-unsaved = Это ещё не сохранено: Enter сохранит. Ещё раз Esc — оставить как было.

client-name = название
client-kind = компания или лицо
client-kind-company = компания
client-kind-private = частное лицо
client-legal-form = форма (ООО, ИП)
client-tax-id = ИНН
client-industry = отрасль
client-company-day = основана, день
client-phones = телефоны
client-emails = эл. почта
client-messengers = мессенджеры
client-city = город
client-address = адрес
client-call-hours = когда звонить
client-tags = метки
client-star = нельзя потерять ★
client-type = тип покупателя
client-type-loyal = лояльный
client-type-discount = за скидкой
client-type-impulse = импульсный
client-type-need = по необходимости
client-type-wandering = блуждающий
client-ties = уровень связей
client-ties-price = 1 цена
client-ties-social = 2 внимание
client-ties-structural = 3 структурные
client-manner = как выбирает
client-manner-adherent = остаётся (приверженец)
client-manner-rational = сравнивает (рационал)
client-values = ценит
client-puts-up-with = мирится с
client-interval = заказ раз в, дней
client-note = заметка
client-black-list = чёрный список, причина
client-no-name = Нужно имя или название.
client-no-choice = Выберите одно из этого: { $valid }.
client-no-hours = Часы пишут так: 9-13 или 9:30-18:00; конец позже начала.
client-no-interval = Здесь целое число дней от 1 до 3660 или пусто.
client-note-company-day = 7.3.1985, 7.3 или 7 марта; 29.02 в обычный год отмечается 28.02.
client-note-call-hours = 9-13 или 9:30-18:00
client-note-interval = Заменяет то, что видно по прошлым заказам: и в тревогах, и в календаре.
client-note-black-list = С причиной здесь ничего не планируется, тревог нет, из файлов ничего не берётся.
client-note-tax-id = Контрольная цифра российского ИНН проверяется; неверный остаётся как есть.
person-name = имя
person-role = должность
person-birthday = день рождения
person-phones = телефоны
person-emails = почта
person-messengers = мессенджеры
person-prefers = предпочитает
person-declines = не хочет
person-unsaid = не упоминать
person-no-email = «{ $text }» — это не адрес почты.
person-note-phones = Пишите как удобно; несколько — через запятую.
person-note-declines = Чего не хочет никто из людей, не планируется; при записи будет предупреждение.
person-note-unsaid = Видно на карточке и в справке перед разговором, занавес это скрывает.
person-likes = { $client } предпочитает: { $kind }
person-avoids = { $client } не хочет: { $kind }
person-hush = { $client }, не упоминать: { $text }
typed-no-such-day = Такого дня нет. Пишите 7.3.1985, 7.3 или 7 марта.
typed-day-ahead = { $day } ещё впереди, а этот день должен быть в прошлом.

card-barred = В чёрном списке { SINCE($day) }: { $text }
card-call-hours = Звонить в { $hours }.
private-buyer-loyal = Лояльный покупатель: спросите, что он думает.
private-buyer-discount = Покупает ради скидки и чаще возвращает: начните с того, что он сэкономит.
private-buyer-impulse = Покупает по порыву: покажите новинку и дайте купить сразу.
private-buyer-need = Покупает по необходимости и легко уходит в интернет: пусть с ним говорит лучший продавец.
private-buyer-wandering = Просто смотрит: тратьте на него меньше времени.
private-ties-price = Держит цена, а это ненадёжно: добавьте внимания и особых услуг.
private-ties-social = Держит внимание: теперь решайте его задачи быстрее и удобнее всех.
private-ties-structural = Держит то, как решаются его задачи, — самая крепкая связь: берегите её.
private-manner-adherent = Остаётся там, где удобно: избавьте его от лишних усилий.
private-manner-rational = Каждый раз выбирает заново: держите сравнение наготове.
private-hint-adherent = Заказывает ровно, разброс промежутков { $scatter }: возможно, остаётся там, где удобно. Отметить — { $front ->
    [shell] regulars client set КЛИЕНТ manner adherent
   *[screen] E (У)
}.
private-hint-rational = Заказывает неровно, разброс промежутков { $scatter }: возможно, каждый раз выбирает заново. Отметить — { $front ->
    [shell] regulars client set КЛИЕНТ manner rational
   *[screen] E (У)
}.
card-values = Ценит: { $text }
card-puts-up-with = Мирится с: { $text }
card-rhythm-unknown = слишком мало заказов, чтобы сказать, как часто
card-rhythm-by-hand = { $days ->
    [one] раз в { $days } день
    [few] раз в { $days } дня
   *[other] раз в { $days } дней
}, указано вручную
brief-client = клиент
brief-people = люди
reason-overdue-by-hand =
    Должен заказывать раз в { $usual ->
        [one] { $usual } день
        [few] { $usual } дня
       *[other] { $usual } дней
    }, так указано вручную; { $gap ->
        [one] прошёл { $gap } день
        [few] прошло { $gap } дня
       *[other] прошло { $gap } дней
    }. Вероятность, что за { $horizon ->
        [one] { $horizon } день
        [few] { $horizon } дня
       *[other] { $horizon } дней
    } не закажет ни разу, — { $none }.

cli-command-client = Добавить клиента или изменить его данные.
cli-command-client-add = Добавить клиента.
cli-command-client-set = Изменить поля клиента.
cli-command-person = Добавить человека у клиента, изменить его данные или убрать его.
cli-command-person-add = Добавить человека у клиента.
cli-command-person-set = Изменить поля человека.
cli-command-person-remove = Убрать человека; то, о чём говорили, остаётся.
cli-option-name = Название или имя
cli-value-name = ИМЯ
cli-option-fields = Поля, за каждым его значение; "" очищает поле
cli-value-fields = ПОЛЕ ЗНАЧЕНИЕ
cli-fields = Поля: { $names }
cli-error-in-field = { $field }: { $why }
cli-error-field = Поля «{ $field }» нет. Ничего не изменено. Есть такие поля: { $valid }.
cli-error-no-value = За «{ $field }» нет значения. Ничего не изменено. Пишите по очереди поле и значение.

action-copy-channel = копировать номер
action-copy-channel-about = Скопировать телефон или почту людей клиента.
copy-title = Скопировать
copy-keys = 1-{ $n } или Enter скопировать   Esc закрыть
status-nothing-to-copy = Здесь нет ни телефона, ни почты: E (У) их добавит.

## Where a client stands, and how far its purchase has come

verb-set-status = статус указан вручную
verb-move-stage = стадия покупки изменена
effect-status = теперь: { $status }
effect-no-stage = покупки в работе нет
error-no-reason = Нужно слово о причине. Ничего не изменено.
stage = стадия { $n }/6: { $what }
stage-need = осознаёт потребность
stage-gathers = узнаёт, кто продаёт
stage-criterion = решает, по чему выбирать
stage-chooses = выбирает
stage-buys = покупает
stage-judges = оценивает
card-stage-by = { $stage }, выбирает по: { $text }
card-statuses = Статусы
status-by-nothing = Потенциальный: заказов не было, и покупки в работе нет (стадии 2–5).
status-by-stage = Перспективный: заказов ещё не было. { $stage }
status-by-orders = по заказам
moved = { $day }: { $status } ({ $mover })
moved-selling = продажа, первый заказ
moved-good = дней с заказами: { $n }, есть хорошая оценка
moved-unasked = дней с заказами: { $n }, хорошей оценки нет
moved-by-hand = вручную: { $text }
moved-closed = закрыт: { $why }
action-set-status = статус
action-set-status-about = Указать статус вручную, и почему.
action-stage-on = стадия вперёд
action-stage-on-about = Покупка на стадию дальше, всего их шесть.
action-stage-back = стадия назад
action-stage-back-about = Покупка клиента вернулась на одну стадию.
set-status-title = Статус: { $client }
status-regular-rule = Постоянный: от { $days ->
    [one] { $days } дня
   *[other] { $days } дней
} с заказом
status-regular-rule-within = Постоянный: от { $days ->
    [one] { $days } дня
   *[other] { $days } дней
} с заказом за { $within } дн
set-status-keys = 1-5 или Enter выбрать   Esc закрыть
cli-command-status = Указать статус клиента вручную; auto возвращает статус по заказам.
cli-command-stage = Указать стадию покупки от 1 до 6; 0 — покупки в работе нет.
cli-option-stage = Стадия: 1 потребность, 2 кто продаёт, 3 критерий, 4 выбор, 5 покупка, 6 оценка; 0 нет
cli-value-stage = 0-6
cli-option-criterion = По чему выбирает: цена, опыт, портфолио …
cli-value-new-status = СТАТУС
cli-error-regular = «{ $typed }» — не определение постоянного клиента. Ничего не изменено. Укажите дни с заказами или дни с заказами за срок: 3 или 3/365.
cli-option-new-status = Статус: potential, prospective, client, regular, former или auto
set-status-keys-why = Enter записать   Esc назад

## Кто может быть одним и тем же, и объединение

action-show-duplicates = дубли
action-show-duplicates-about = Кто записан дважды: сравнить, объединить.
duplicates-title = Возможные дубли
duplicates-looking = Идёт сравнение всех клиентов …
duplicates-none = Похоже, дважды никто не записан. { $front ->
    [shell] Двоих, о которых вы знаете сами, объединяет regulars merge ОСТАЁТСЯ ДРУГОЙ.
   *[screen] Два клиента, отмеченные пробелом в списке, встанут здесь рядом.
}
duplicates-two-tax-ids = Оба ИНН верные, но разные. Та же клавиша ещё раз — объединить всё равно.
duplicates-sure = одно
duplicates-ask = возможно
duplicates-marked = отмечены
duplicates-count = { $n ->
    [one] { $n } пара
    [few] { $n } пары
   *[many] { $n } пар
  }, несомненных: { $sure }. regulars merge ОСТАЁТСЯ ДРУГОЙ объединяет двоих, regulars merge --sure — всех несомненных, regulars apart запоминает, что это разные.
duplicates-keys = 1 остаётся левый  2 правый  3 разные  9 все несомненные: { $sure }  { $undo } отмена
duplicates-people = люди
duplicates-channels = связь
duplicates-status = статус
duplicates-orders = заказы
duplicates-touches = контакты
duplicates-others = прочие записи
duplicates-external = внешний код
duplicates-same-orders = { $n ->
    [one] { $n } заказ с той же датой и суммой есть у обоих
    [few] { $n } заказа с теми же датами и суммами есть у обоих
   *[many] { $n } заказов с теми же датами и суммами есть у обоих
  }
common-tax-id = ИНН
common-phone = телефон
common-email = почта
common-messenger = мессенджер
common-site = сайт
common-name = название
common-near-name = почти название
common-birthday = день рождения
common-address = адрес
common-city = город
kind-merged = объединён
verb-merge-clients = клиенты объединены
verb-merge-sure = дубли объединены
verb-merge-people = люди объединены
verb-tell-apart = записаны как разные
effect-merged = { $n ->
    [one] { $n } клиент стал частью другого
    [few] { $n } клиента стали частью других
   *[many] { $n } клиентов стали частью других
  }
effect-apart = это не { $client }
error-no-duplicates = Несомненных дублей нет. Ничего не изменено. Тех, кого стоит сравнить, показывает regulars duplicates.
error-two-tax-ids = Это двое: ИНН { $one } и { $other } оба верные и разные. Ничего не изменено.
error-one-already = Это уже одно и то же или люди разных клиентов. Ничего не изменено.
error-former-enough = { $client } — бывший клиент, и это был бы { $n }-й контакт за год, а довольно двух. Ничего не изменено.
cli-command-duplicates = Показать, кто, возможно, записан дважды и что у них общего.
cli-command-merge = Объединить двух клиентов: первый остаётся и получает всё, что было у второго.
cli-command-apart = Запомнить, что два клиента — разные.
cli-command-person-merge = Объединить двух людей у клиента: первый остаётся.
cli-option-other = Второй клиент, называется так же
cli-value-other = ДРУГОЙ
cli-option-other-person = Второй человек, достаточно части имени
cli-value-other-person = ДРУГОЙ
cli-option-sure = Всех клиентов, которые несомненно одно и то же, за один шаг отмены
status-no-backup = Не удалось сделать копию за день в папке рядом с { $path }: освободите там место или разрешите запись. Всё, что вы вносите, сохраняется и без неё.
cli-option-different-inn = Объединить, хотя у каждого свой верный ИНН
