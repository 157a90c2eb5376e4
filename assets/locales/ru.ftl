# The words of the screen, in Russian. See en.ftl.

## Numbers of things

count-events = { $n ->
    [one] { $n } событие
    [few] { $n } события
   *[many] { $n } событий
}
count-articles = { $n ->
    [one] { $n } статья
    [few] { $n } статьи
   *[many] { $n } статей
}
count-reports = { $n ->
    [one] { $n } сообщение
    [few] { $n } сообщения
   *[many] { $n } сообщений
}
count-places = { $n ->
    [one] { $n } место
    [few] { $n } места
   *[many] { $n } мест
}
count-remarks = { $n ->
    [one] { $n } замечание
    [few] { $n } замечания
   *[many] { $n } замечаний
}
count-hits = { $n ->
    [one] { $n } совпадение
    [few] { $n } совпадения
   *[many] { $n } совпадений
}
count-at-least = { $n } или более
count-events-of = { $shown } из { $all } событий

## Dates. The order of their parts is that of the language.

day-month-year = { $day } { $month } { $year }
day-month = { $day } { $month }
month-year = { $month } { $year }
days-of-month = { $first }–{ $last } { $month } { $year }
months-of-year = { $first }–{ $last } { $year }
year-before-christ = { $year } до н. э.
month-short-1 = янв
month-short-2 = фев
month-short-3 = мар
month-short-4 = апр
month-short-5 = мая
month-short-6 = июн
month-short-7 = июл
month-short-8 = авг
month-short-9 = сен
month-short-10 = окт
month-short-11 = ноя
month-short-12 = дек
month-alone =
    { $month ->
        [5] май
       *[other] { $name }
    }

## Menus

menu-file = Файл
menu-edit = Правка
menu-view = Вид
menu-time = Время
menu-help = Справка
menu-recent-projects = Недавние проекты
menu-recent-files = Недавние файлы
menu-nothing-recent = Пока нет
menu-exit = Выход
menu-language-system = Как в системе

## Actions: the words in the menu, and what each does

action-new-project = Новый проект
action-new-project-help = Начать с чистого листа
action-open-project = Открыть проект…
action-open-project-help = Перейти к другому проекту
action-save-project-as = Сохранить проект как…
action-save-project-as-help = Дать проекту имя и место; всё, что вы делаете, сразу хранится там
action-compact = Сжать проект
action-compact-help = Освободить в файле проекта место того, что было удалено
action-open-files = Открыть файлы…
action-open-files-help = Добавить статьи из файлов
action-open-folder = Открыть папку…
action-open-folder-help = Добавить все статьи из папки
action-open-path = Открыть путь…
action-open-path-help = Добавить статьи или открыть проект, введя путь
action-import-table = Импорт таблицы…
action-import-table-help = Указать, как читать таблицу событий, и увидеть, что получится из её строк
action-open-sample = Открыть пример
action-open-sample-help = Добавить статьи для примера
action-new = Закрыть все статьи
action-new-help = Убрать из проекта все статьи; можно отменить
action-add-places = Добавить свои места…
action-add-places-help = Названия и координаты из вашего файла CSV или GeoJSON
action-read-again = Прочитать всё заново
action-read-again-help = Прочитать все статьи этой версией программы; ваши правки остаются
action-export-events = Экспорт событий…
action-export-events-help = Сохранить события как таблицу, для карты, как отчёт или с доказательствами
action-export-annotations = Экспорт разметки…
action-export-annotations-help = Сохранить всё прочитанное, по строке JSON на статью
action-save-picture = Сохранить картинку…
action-save-picture-help = Сохранить карту в формате PNG
action-quit = Выйти
action-quit-help = Закрыть окно
action-undo = Отменить
action-undo-help = Отменить последнюю правку
action-undo-step = Отменить: { $step }
action-redo = Повторить
action-redo-help = Сделать снова
action-redo-step = Повторить: { $step }
action-find = Найти
action-find-help = Искать слова в событиях
action-find-in-article = Найти в статье
action-find-in-article-help = Искать слова в статье
action-mark-unverified = Отметить как неподтверждённое
action-mark-unverified-help = Отметить выбранные события как неподтверждённые или снять отметку
action-mark-disputed = Отметить как спорное
action-mark-disputed-help = Отметить выбранные события как спорные или снять отметку
action-mark-reviewed = Отметить как проверенное
action-mark-reviewed-help = Отметить выбранные события как проверенные или снять отметку
action-command-palette = Найти и перейти…
action-command-palette-help = Найти команды, места, события и статьи по нескольким буквам
action-deselect = Снять выделение
action-deselect-help = Ничего не выбирать
action-settings = Настройки…
action-settings-help = Тема, контраст, цвета, размер текста, движение, язык
action-fit-map = Вместить все события
action-fit-map-help = Показать на карте все события
action-zoom-in = Приблизить
action-zoom-in-help = Подойти ближе
action-zoom-out = Отдалить
action-zoom-out-help = Увидеть больше
action-map-layers = Слои карты…
action-map-layers-help = Выбрать другую карту
action-stories = Сюжеты…
action-stories-help = Создать сюжеты с текстом поверх карты и показать их
action-map-display = Вид карты…
action-map-display-help = Выбрать метки, кластеры или тепловую карту и что ещё показать
action-go-to-place = Перейти к месту…
action-go-to-place-help = Показать место на карте по названию или координатам
action-select-rectangle = Выделить прямоугольник
action-select-rectangle-help = Обвести прямоугольник на карте и показать только то, что было в нём
action-select-polygon = Выделить область
action-select-polygon-help = Отметить углы области на карте и показать только то, что было в ней
action-filter-to-view = Только видимая часть
action-filter-to-view-help = Показать только то, что произошло в видимой части карты
action-measure = Измерить
action-measure-help = Щёлкать точки на карте, чтобы измерить расстояние между ними
action-copy-coordinates = Копировать координаты
action-copy-coordinates-help = Скопировать координаты места под указателем
action-toggle-lists = Списки
action-toggle-lists-help = Показать или скрыть левую панель
action-toggle-inspector = Сведения
action-toggle-inspector-help = Показать или скрыть правую панель
action-next-pane = Следующая панель
action-next-pane-help = Перевести клавиатуру в следующую часть окна
action-previous-pane = Предыдущая панель
action-previous-pane-help = Перевести клавиатуру в предыдущую часть окна
action-text-larger = Крупнее текст
action-text-larger-help = Показать всё окно крупнее
action-text-smaller = Мельче текст
action-text-smaller-help = Показать всё окно мельче
action-text-usual = Обычный размер текста
action-text-usual-help = Показать окно в обычном размере
action-theme-system = Тема системы
action-theme-system-help = Светлая или тёмная, как в системе
action-theme-light = Светлая тема
action-theme-light-help = Тёмные буквы на светлом фоне
action-theme-dark = Тёмная тема
action-theme-dark-help = Светлые буквы на тёмном фоне
action-high-contrast = Высокий контраст
action-high-contrast-help = Более чёткие буквы, линии и контуры
action-safe-colours = Цвета для дальтоников
action-safe-colours-help = Цвета событий, различимые при любом цветовом зрении
action-reduced-motion = Меньше движения
action-reduced-motion-help = Ничто не скользит, не плывёт и не мигает
action-toggle-play = Пуск или пауза
action-toggle-play-help = Запустить ход времени
action-step-next = Следующее событие
action-step-next-help = Выбрать следующее по времени событие
action-step-previous = Предыдущее событие
action-step-previous-help = Выбрать предыдущее по времени событие
action-to-start = К первому дню
action-to-start-help = Перейти к началу
action-to-end = К последнему дню
action-to-end-help = Перейти к концу
action-show-all-time = Все дни
action-show-all-time-help = Показать все дни сразу
action-toggle-play-events = Пуск по событиям
action-toggle-play-events-help = Переходить от события к событию, как бы далеко они ни были друг от друга
action-toggle-loop = По кругу
action-toggle-loop-help = В конце начать сначала
action-toggle-trails = Следы
action-toggle-trails-help = Пусть события постепенно гаснут позади окна, пока идёт время
action-window-on = Окно вперёд
action-window-on-help = Сдвинуть окно вперёд на его длину
action-window-back = Окно назад
action-window-back-help = Сдвинуть окно назад на его длину
action-lengthen-window = Длиннее окно
action-lengthen-window-help = От дня к неделе, месяцу, году
action-shorten-window = Короче окно
action-shorten-window-help = От года к месяцу, неделе, дню
action-toggle-mode = С накоплением
action-toggle-mode-help = Сохранять всё начиная с первого дня
action-go-to-day = Перейти к дню…
action-go-to-day-help = Ввести дни, которые нужно показать
action-toggle-time-axis = По дню сообщения
action-toggle-time-axis-help = Показать, что было известно к этому дню, а не что уже произошло
action-focus-time = Шкала времени
action-focus-time-help = Стрелки двигают окно, с Shift — его конец, с Ctrl — его начало
action-zoom-time-in = Приблизить время
action-zoom-time-in-help = Меньше дней на шкале
action-zoom-time-out = Отдалить время
action-zoom-time-out-help = Больше дней на шкале
action-whole-time-axis = Все дни на шкале
action-whole-time-axis-help = Показать на шкале время от первого дня до последнего
action-show-keys = Клавиши
action-show-keys-help = Список всех клавиш
action-show-notices = Уведомления
action-show-notices-help = Перечитать всё, что было сказано с открытия окна
action-about = О программе Dateline
action-about-help = Версия, лицензии, источники данных

## Steps that can be undone, after "Undo"

step-new = закрытие всех статей
step-close-article = закрытие статьи
step-open-article-again = вернуть статью
step-close-table = закрытие таблицы
step-read-table-again = повторное чтение таблицы
step-publication-date = дата публикации
step-not-an-event = не событие
step-restore-event = возврат события
step-change-type = изменение типа
step-join-events = объединение событий
step-take-report-out = отделение сообщения
step-add-event = добавление события
step-back-to-what-was-read = возврат к прочитанному
step-change-captured = изменение числа пленных
step-change-day = изменение дня
step-change-deaths = изменение числа погибших
step-change-injuries = изменение числа раненых
step-change-place = изменение места
step-change-story = изменение сюжета
step-change-who-says-so = изменение того, кто это утверждает
step-change-who-took-part = изменение участников
step-delete-bookmark = удаление закладки
step-delete-filter = удаление фильтра
step-delete-story = удаление сюжета
step-not-events = не события
step-note = заметка
step-place-name = название места
step-review = проверка
step-save-bookmark = сохранение закладки
step-save-filter = сохранение фильтра

## Types of events

event-type-battle = Бой
event-type-shelling-missile = Обстрел или ракетный удар
event-type-air-drone-strike = Авиаудар или удар дрона
event-type-ied-mine-suicide = Бомба или мина
event-type-attack-on-civilians = Нападение на гражданских
event-type-abduction-arrest = Похищение или арест
event-type-territory-taken = Занятие территории
event-type-troop-deployment-movement = Перемещение войск
event-type-ceasefire-agreement = Перемирие или соглашение
event-type-talks-diplomacy = Переговоры
event-type-appeal-request = Призыв
event-type-protest-riot = Протест или беспорядки
event-type-aid-humanitarian = Гуманитарная помощь
event-type-other = Другое

## How well a day is known

stretch-day = Только этот день
stretch-week = Несколько дней вокруг
stretch-month = Месяц
stretch-year = Год

## How well a place is known

precision-exact = Точное место
precision-near = Возле места
precision-admin2 = Район
precision-admin1 = Область или регион
precision-country = Страна

## What a person thinks of an event

review-unreviewed = Не проверено
review-edited = Изменено
review-reviewed = Проверено
review-disputed = Спорно
review-unverified = Не подтверждено

## What events can be sorted into

facet-actor = Участники
facet-claimant = Кто утверждает
facet-side = Чья сторона утверждает
facet-outlet = Издание
facet-country = Страна
facet-place = Место
facet-none = У этих событий нет
facet-no-match = Такого названия нет
facet-find = Найти: { $facet }
facet-find-hint = Найти…
facet-more = ещё { $n }
facet-fewer = Меньше
facet-help = Щелчок добавляет в отбор, Ctrl+щелчок оставляет только это

## Events in a line

event-no-place = без места
event-no-date = без даты

## Why something is not on the map

remark-negated = Сказано, что этого не было
remark-denied = Отрицается
remark-hypothetical = Планируется или возможно
remark-exercise = Учения
remark-metaphor = Образное выражение
remark-crime = Преступление, не конфликт
remark-unplaced = Нет места
remark-undated = Нет даты
remark-ambiguous-place = Неясно, какое это место
remark-unknown-place = Места нет в справочнике
remark-no-publication-date = Нет даты публикации
remark-conflicting-dates = Дата публикации неясна
remark-rejected = Не событие (ваша правка)
remark-bad-row = Непригодные строки

## What was used

weapon-aircraft = авиация
weapon-artillery = артиллерия
weapon-blunt = тупой предмет
weapon-bomb = бомба
weapon-bow = лук
weapon-car-bomb = заминированный автомобиль
weapon-chemical = химическое оружие
weapon-drone = дрон
weapon-grenade = граната
weapon-ied = самодельное взрывное устройство
weapon-incendiary = зажигательное оружие
weapon-knife = нож
weapon-mine = мина
weapon-missile = ракета
weapon-mortar = миномёт
weapon-riot-control = спецсредства
weapon-rocket = реактивный снаряд
weapon-small-arms = стрелковое оружие
weapon-suicide-bomb = бомба смертника
weapon-tank = танк
weapon-vehicle = транспортное средство

## What was damaged

damage-aircraft = летательный аппарат
damage-building = здание
damage-communications = связь
damage-fuel = топливо
damage-government = государственное учреждение
damage-homes = жилые дома
damage-hospital = больница
damage-industry = промышленность
damage-infrastructure = инфраструктура
damage-market = рынок
damage-military = военный объект
damage-power = энергоснабжение
damage-school = школа
damage-settlement = населённый пункт
damage-ship = судно
damage-transport = транспорт
damage-vehicle = автомобиль
damage-water = водоснабжение
damage-worship = место богослужения

## Left panel: tabs and lists

list-events = События
list-articles = Статьи
list-not-on-map = Не на карте
list-no-articles = Нет открытых статей
list-events-none-found = Событий с местом и днём не найдено. Посмотрите, что не попало на карту.
list-events-all-hidden = Фильтры скрывают все события
list-events-all-history = Все события — предыстория
list-events-none-in-window = В эти дни событий нет
list-articles-none-found = Ни в одной статье нет этих слов
list-column-date = Дата
list-column-type = Тип
list-column-place = Место
list-column-killed = Погибшие
list-column-wounded = Раненые
list-column-sources = Сообщения
list-column-confidence = Уверенность
list-column-review = Проверка
list-column-remarks = Замечания
list-columns = Столбцы…
list-sort-by = Сортировать: { $column }

## Left panel: several selected at once

bulk-selected = { $n ->
    [one] Выбрано { $n } событие
    [few] Выбрано { $n } события
   *[many] Выбрано { $n } событий
}
bulk-articles = { $n ->
    [one] Выбрана { $n } статья
    [few] Выбраны { $n } статьи
   *[many] Выбрано { $n } статей
}
bulk-clear = Снять выделение
bulk-mark = Отметить как…
bulk-no-mark = Без отметки
bulk-type = Тип…
bulk-day = День…
bulk-day-field = День всех выбранных событий
bulk-place = Место…
bulk-place-field = Место всех выбранных событий
bulk-join = Одно событие
bulk-join-help = Объединяет сообщения этих событий в одно событие. Можно отменить.
bulk-reject = Не события
bulk-reject-help = Убирает их с карты в список «Не на карте». Можно отменить.
bulk-hide-events = Скрыть события
bulk-show-events = Показать события
bulk-remove = Убрать
bulk-remove-help = Убирает статьи и их события из проекта. Можно отменить.

## Left panel: what is not on the map

left-out-more = ещё { $n }
left-out-row = { $table }, строка { $line }
left-out-nothing = Всё найденное есть на карте
left-out-restore = Это событие
left-out-none-found = Здесь нет этих слов
fix-set = Задать
fix-cancel = Отмена
fix-day = Задать день…
fix-day-field = День события
fix-day-help = День, месяц, год или от – до: 2022-09-13, 2022-09, 2022-09-13 – 2022-09-15
fix-place = Задать место…
fix-place-field = Место события
fix-place-hint = Название или широта, долгота
fix-place-none = Места с таким названием нет
fix-place-point = { $lat }, { $lon }
fix-place-why = выбрано вами
fix-published = Дата статьи…
fix-published-field = Дата публикации статьи
left-out-no-place-or-day = { $type }: ни одно сообщение не говорит, где и когда
left-out-no-place = { $type }: ни одно сообщение не говорит где
left-out-no-day = { $type }: ни одно сообщение не говорит когда

## Left panel: articles

article-published = Опубликовано { $day }, { $origin }
article-origin-text = найдено в тексте
article-origin-file = указано в файле
article-origin-page = указано на странице
article-origin-person = введено вами
article-forget-date = Забыть
article-forget-date-help = Вернуть прочитанную дату, если она есть
article-no-date = Дата публикации не найдена
article-no-date-waiting = Дата публикации не найдена, поэтому без дня { $n ->
    [one] { $n } выражение
    [few] { $n } выражения
   *[many] { $n } выражений
}
article-publication-date = Дата публикации: { $title }
article-set-date = Задать дату
article-date-form = Год-месяц-день
article-date-hint = ГГГГ-ММ-ДД
article-show-events = Показать её события на карте
article-show-events-of = Показать события статьи { $title }
article-close = Закрыть статью
article-close-named = Закрыть { $title }
article-read-again = Прочитать заново
article-read-again-named = Прочитать заново { $title }
article-read-again-help = Прочитать заново, как после обновления. Ваши правки останутся.
articles-closed = { $n ->
    [one] { $n } закрытая статья
    [few] { $n } закрытые статьи
   *[many] { $n } закрытых статей
}
articles-closed-title = Закрытые статьи
article-reopen = Вернуть
article-reopen-named = Вернуть { $title }
articles-reopen-all = Вернуть все
articles-undated = { $n ->
    [one] { $n } статья без даты
    [few] { $n } статьи без даты
   *[many] { $n } статей без даты
}
articles-show-undated = Показать только их
articles-show-all = Показать все
table-rows-rejected = { $n ->
    [one] { $n } строка непригодна
    [few] { $n } строки непригодны
   *[many] { $n } строк непригодны
}
table-line-reason = { $unit ->
    [row] строка
    [feature] объект
   *[line] строка
} { $line }: { $reason }
table-change = Изменить чтение…
table-change-help = Указать, о чём говорят её столбцы, и увидеть, что получится из строк
table-save-rejected = Сохранить непригодные строки…
table-save-rejected-help = Таблицей с номером строки и причиной, чтобы исправить и прочитать снова
table-close = Закрыть таблицу
table-show-rejected = Показать строки
table-close-help = Убирает её события с карты. Можно отменить.

## Left panel: search and filters

filter-shown = Показано { $shown } из { $all }
filter-history-count = предыстория: { $n }
filter-clear = Сбросить фильтры
filter-open = Фильтры
filter-hide = Скрыть фильтры
filter-search = Поиск событий
filter-search-hint = События, места, участники, цитаты
filter-search-clear = Очистить поиск
filter-type = Тип
filter-type-help = Щелчок скрывает или показывает, Ctrl+щелчок показывает только этот тип
filter-review = Проверка
filter-precision = Насколько известно место
filter-more = Ещё
filter-chosen = выбрано: { $n }
filter-hidden = скрыто: { $n }
filter-area = Только в области, выбранной на карте
filter-disputed-only = Только события, о которых сообщают разное
filter-least-killed = Погибших не меньше
filter-background = Предыстория ({ $n })

## Left panel: filters and bookmarks with a name

saved-title = Сохранённые фильтры и закладки
saved-help = Фильтры и закладки, сохранённые под именем
saved-filters = Фильтры
saved-filters-help = Что скрыто и что отобрано
saved-filter-name = Название фильтра
saved-filter-none = Сейчас ничего не отфильтровано
saved-delete-filter = Удалить фильтр { $name }
saved-bookmarks = Закладки
saved-bookmarks-help = Карта, дни, фильтры и событие
saved-bookmark-name = Название закладки
saved-delete-bookmark = Удалить закладку { $name }
saved-note = Заметка к закладке
saved-note-hint = Заметка, если хотите
saved-save = Сохранить
saved-replace = Заменить

## Stories

story-window = Сюжеты
story-help = Сюжет показывают по шагам: у каждого шага есть текст, и он показывает карту, дни, фильтры и событие такими, какими они были при его добавлении.
story-choose = Сюжет
story-delete = Удалить сюжет
story-new-name = Название нового сюжета
story-new = Новый сюжет
story-add = Добавить то, что на экране
story-add-help = Шаг, который показывает карту, дни, фильтры и событие такими, как сейчас
story-present = Представить
story-present-help = Показать по шагам поверх карты
story-show = Показать
story-show-help = Показать то, что показывает шаг
story-retake = Переснять
story-retake-help = Пусть шаг показывает то, что сейчас на экране
story-title = Заголовок шага { $n }
story-title-hint = Заголовок
story-text = Текст шага { $n }
story-text-hint = Что прочтут зрители
story-move-up = Поднять шаг { $n }
story-move-down = Опустить шаг { $n }
story-delete-step = Удалить шаг { $n }
story-previous = Предыдущий шаг
story-previous-help = Предыдущий шаг (Page Up)
story-next = Следующий шаг
story-next-help = Следующий шаг (Page Down)
story-end = Завершить
story-end-help = Завершить показ (Esc)

## Inspector

inspector-none-selected = Событие не выбрано
inspector-hint-empty = Здесь появится прочитанное в статьях
inspector-hint-select = Щёлкните событие на карте или в списке либо переходите между ними стрелкой вправо
inspector-not-an-event = Не событие
inspector-not-an-event-help = Убирает его с карты в список «Не на карте». Можно отменить.
inspector-same-as = То же событие, что…
inspector-same-as-help = Объединяет сообщения двух событий в одно событие. Можно отменить.
inspector-none-alike = Поблизости по времени и месту других событий нет
inspector-part = Не об этом событии
inspector-part-help = Делает из этого сообщения отдельное событие. Можно отменить.
inspector-change-type = Изменить тип
inspector-show-article = Показать статью
inspector-why-joined = Почему эти сообщения объединены
inspector-row-of-table = Строка таблицы
inspector-disputed = Сообщения расходятся
inspector-background = Предыстория
inspector-type-edited = Тип выбран вами
inspector-confidence = Уверенность { $percent } %
inspector-field = { $name }: { $value }, «{ $words }»
inspector-what = Что
inspector-when = Когда
inspector-where = Где
inspector-killed = Погибшие
inspector-wounded = Раненые
inspector-captured = Пленные
inspector-by-whom = Кто
inspector-to-whom = Против кого
inspector-who = Участники
inspector-with = Средство
inspector-damage = Ущерб
inspector-says-who = Кто утверждает
inspector-own-place = Ваше место, из { $file }
inspector-place-near = { $place } (возле места)
inspector-place-admin2 = { $place } (район)
inspector-place-admin1 = { $place } (область или регион)
inspector-place-country = { $place } (страна)
inspector-reviewed-help = Вы посмотрели, всё верно (Shift+R)
inspector-disputed-help = Вы посмотрели, об этом спорят (Shift+D)
inspector-unverified-help = Вы посмотрели, установить не удалось (Shift+V)
inspector-review = Проверка
inspector-note = Заметка
inspector-add-note = Добавить заметку
inspector-note-hint = Ваша заметка. Ctrl+Enter сохраняет, Esc отбрасывает
inspector-actor = { $name } ({ $role })
inspector-nothing = нет
inspector-by-you = вами
inspector-revert-button = Вернуть
inspector-revert = Вернуть: { $name }
inspector-revert-help = Вернуть прочитанное
inspector-add-value = Добавить значение…
inspector-copy-quote = Копировать цитату
inspector-copy-quote-help = Копирует предложение с источником
quote-with-source = «{ $words }» ({ $source })
role-participant = участник
role-perpetrator = кто
role-victim = против кого
stance-asserts = утверждает
stance-confirms = подтверждает
stance-accuses = обвиняет
stance-admits = признаёт
stance-denies = отрицает
stance-doubts = сомневается

## Inspector: changing a field

edit-field = Изменить: { $name }
edit-apply = Применить
edit-cancel = Отмена
edit-expects-days = День или дни: 2021-05-12, 12–14 мая 2021, 2021-05. Пусто: неизвестно
edit-expects-number = Число: 3, 3–5, 3+. Пусто: не сказано
edit-expects-name = Имя или название. Пусто: сами статьи
edit-actor = Название { $n }
edit-role = Роль { $n }
edit-add-actor = Добавить участника
edit-remove = Убрать { $name }

## Inspector: changing a place

places-search = Искать другое место
places-candidate = { $name }, { $about }
places-away = в { $n } км
places-all-mentions = Для всех упоминаний «{ $name }»
places-all-mentions-help = Во всех статьях каждое событие с этим названием переносится в выбранное вами место
places-one-more = Ещё одно
places-point = Широта, долгота
places-point-hint = В точке: 39.51, 46.34
places-point-set = Задать
places-expects-point = Широта и долгота в градусах: 39.51, 46.34
places-precision = Насколько оно известно
places-radius = Радиус в км
places-km = км вокруг
places-done = Готово
places-show = Показать все на карте
places-show-help = Двигает карту так, чтобы были видны все эти места. Метку выбранного можно перетащить.
places-pin = { $n }: { $name }
places-pin-now = Где оно сейчас: { $name }
kind-country = страна
kind-admin1 = область
kind-admin2 = район
kind-city = город
kind-village = село
kind-region = регион
kind-lake = озеро
kind-river = река
kind-sea = море
kind-mountain = гора
kind-airport = аэропорт
kind-base = база
kind-camp = лагерь
kind-other = место

## Inspector: what sources say

claims-title = Кто что говорит
claims-source = Источник
claims-said = { $name } { $stance }
claims-cell = { $name }, { $source }: { $value }

## Inspector: confidence

confidence-detection = Событие
confidence-detection-help = Насколько вероятно, что лучшее сообщение право и это было
confidence-date = День
confidence-date-help = Насколько вероятно, что верен первый день
confidence-place = Место
confidence-place-help = Насколько вероятно, что первое место верно в пределах 20 км
confidence-corroboration = Источники
confidence-corroboration-help = Ноль при одном издании, больше с каждым независимым

## Inspector: history

history-title = История ({ $n })
history-undone = отменено: { $step }
history-redone = повторено: { $step }
history-by = { $who }, { $when }
history-moment = { $day }, { $time }
history-change = { $before } → { $after }
history-as-read = как прочитано
history-undo = Отменить
history-undo-help = Отменяет этот шаг

## Inspector: a row of a table

record-line = { $format } · строка { $line }
record-other-columns = Другие столбцы
record-field-id = номер
record-field-type = тип
record-field-first-day = первый день
record-field-last-day = последний день
record-field-year = год
record-field-month = месяц
record-field-day = день
record-field-date-precision = точность даты
record-field-latitude = широта
record-field-longitude = долгота
record-field-place = место
record-field-place-precision = точность места
record-field-radius = радиус
record-field-admin1 = область
record-field-country = страна
record-field-killed = погибшие
record-field-killed-low = погибшие, не менее
record-field-killed-high = погибшие, не более
record-field-killed-a = погибшие, сторона А
record-field-killed-b = погибшие, сторона Б
record-field-killed-civilians = погибшие гражданские
record-field-killed-unknown = погибшие, неизвестно чьи
record-field-wounded = раненые
record-field-wounded-low = раненые, не менее
record-field-wounded-high = раненые, не более
record-field-actor = участник
record-field-perpetrator = кто
record-field-victim = против кого
record-field-source = источник
record-field-citation = ссылка на источники
record-field-title = заголовок
record-field-url = адрес
record-field-published = опубликовано
record-field-notes = описание
record-field-background = предыстория
record-field-confidence = уверенность

## Reader

reader-empty = Здесь показывается статья выбранного события
reader-no-date = нет даты публикации
reader-open-page = Открыть страницу
reader-right-to-left = В абзацах с письмом справа налево нельзя выделять текст. Щелчок правой кнопкой копирует абзац.
reader-copy-paragraph = Копировать абзац
reader-text = Статья
reader-marks = Цвета
reader-marks-help = Что значат цвета и какие показаны
reader-mark-happening = События
reader-mark-time = Время
reader-mark-place = Места
reader-mark-people = Народы
reader-mark-actor = Участники
reader-mark-weapon = Оружие и ущерб
reader-mark-number = Числа
reader-mark-claim = Кто утверждает
reader-mark-help = Щелчок отмечает их или снимает отметку
reader-search = Поиск в статье
reader-search-open = Найти в статье
reader-search-help = Искать слова в статье (Ctrl+Shift+F)
reader-search-next = Следующее совпадение
reader-search-previous = Предыдущее совпадение
reader-search-close = Закрыть поиск
reader-search-count = { $n } из { $all }
reader-search-none = Не найдено
reader-add-event = Добавить как событие…
reader-place-of = Где находятся все упоминания «{ $name }»
reader-place-as-read = Как прочитано

## Time slider

timeline-empty = Здесь будут показаны дни событий
timeline-to-start = К первому дню
timeline-to-start-help = К первому дню (Home)
timeline-previous = Предыдущее событие
timeline-previous-help = Предыдущее событие (стрелка влево)
timeline-play = Пуск
timeline-play-help = Пуск (пробел)
timeline-pause = Пауза
timeline-pause-help = Пауза (пробел)
timeline-next = Следующее событие
timeline-next-help = Следующее событие (стрелка вправо)
timeline-to-end = К последнему дню
timeline-to-end-help = К последнему дню (End)
timeline-window = Окно
timeline-window-help = Движется окно постоянной длины
timeline-cumulative = С накоплением
timeline-cumulative-help = Остаётся всё начиная с первого дня
timeline-speed = Скорость
timeline-speed-help = Скорость: перетащите или щёлкните и введите
timeline-speed-unit = дн./с
timeline-all-days = Все дни
timeline-all-days-help = Показать все дни сразу (A)
timeline-days-shown = Показанные дни: { $days }
timeline-earlier = раньше: { $n }
timeline-later = позже: { $n }
timeline-loop = По кругу
timeline-loop-help = В конце начать сначала (R)
timeline-speeds = Скорости
timeline-speed-unit-years = лет/с
timeline-pace-unit = соб./с
timeline-all-in = Всё за { $n } секунд
timeline-length = Длина окна
timeline-length-help = Длина окна: перетащите или щёлкните и введите
timeline-length-unit = { $n ->
    [one] день
    [few] дня
   *[many] дней
}
timeline-length-unit-years = { $n ->
    [one] год
    [few] года
   *[many] лет
}
timeline-lengths = Длины
timeline-length-1 = День
timeline-length-3 = Три дня
timeline-length-7 = Неделя
timeline-length-14 = Две недели
timeline-length-30 = Месяц
timeline-length-91 = Три месяца
timeline-length-182 = Полгода
timeline-length-365 = Год
timeline-length-1826 = Пять лет
timeline-length-9131 = 25 лет
timeline-length-36525 = Сто лет
timeline-first-day = Первый показанный день
timeline-last-day = Последний показанный день
timeline-date-help = Введите день, месяц или год и нажмите Enter
timeline-date-form = Введите как 2022-09-13, 13 сен 2022, сен 2022 или 2022
timeline-date-outside = События относятся к { $days }
timeline-axis = Ось времени: перетащите, чтобы сдвинуть; двойной щелчок — где больше всего событий
timeline-axis-choice = Какой день события считать
timeline-axis-happened = Как происходило
timeline-axis-happened-help = День, когда это произошло
timeline-axis-known = Как сообщалось
timeline-axis-known-help = День публикации первого сообщения об этом
timeline-known = По дню первого сообщения
timeline-known-help = Что было известно к этому дню, когда бы это ни произошло
timeline-without-day = без дня публикации: { $n }
timeline-beyond-help = Показать на шкале все дни
timeline-more = Другие действия со временем
timeline-by-time = Пуск по времени
timeline-by-events = Пуск по событиям
timeline-bar-none = Нет событий
timeline-bar-possible = возможно { $n }
timeline-bar-both = { $n } и возможно ещё { $possible }
timeline-bar-hidden = скрыто фильтрами: { $n }

## Map

map-name = Карта, показано { $shown } из { $all } событий
map-zoom-in = Приблизить
map-zoom-in-help = Приблизить (+)
map-zoom-out = Отдалить
map-zoom-out-help = Отдалить (-)
map-fit = Вместить все события
map-fit-help = Показать все события (F)
map-layers = Слои карты
map-layers-help = Что показывает карта: встроенная, OpenStreetMap, свои тайлы (L)
map-scale-km = { $n } км
map-scale-m = { $n } м
map-attribution = Основа: Natural Earth, GeoNames, geoBoundaries (CC BY 4.0), © участники OpenStreetMap (озёра, ODbL)
map-killed = Погибшие: { $count }
map-more-events = и ещё { $n }
map-click-again = Щёлкните ещё раз для следующего
legend-title = Легенда
legend-fold = Свернуть легенду
legend-unfold = Развернуть легенду
legend-outside = { $n ->
    [one] { $n } событие
    [few] { $n } события
   *[many] { $n } событий
} вне видимой части
legend-toggle = { $name }: скрыть или показать
legend-help = Щелчок скрывает или показывает, Ctrl+щелчок показывает только этот тип
legend-heat-little = мало
legend-heat-much = много
legend-deaths = Погибшие
legend-side-says = { $side } сообщает
legend-side-help = Показать только то, что утверждает эта сторона, или снова всё
legend-side-neither = Обе или другие
picture-no-dates = Нет событий с датой

## Map: how events are shown

map-display = Вид карты
map-display-help = Метки, кластеры или тепловая карта и что ещё показано (M)
map-display-close = Закрыть вид карты
map-markers = Метки
map-markers-help = Знак для каждого события
map-clusters = Кластеры
map-clusters-help = Круги с числами там, где знаки закрыли бы друг друга; щелчок раскрывает их
map-heat = Тепловая карта
map-heat-help = Где сколько произошло, цветом
map-by-deaths = Крупнее, если больше погибших
map-by-side = Цвет по стороне
map-by-side-help = Кто говорит, что это было: { $sides }
map-trails = Гасить старые события
map-trails-help = Пока идёт время, прошедшее бледнеет
map-areas = Области неточных мест
map-areas-help = Где могут быть все события, место которых точно не известно
map-arrows = Пути перемещений
map-arrows-help = Стрелка, если сказано откуда и куда, точки — если нет
map-follow = Следовать за выбранным
map-follow-help = Карта переходит туда, где выбранное событие
map-sexagesimal = Градусы, минуты, секунды
map-cluster = { $n ->
    [one] { $n } событие
    [few] { $n } события
   *[many] { $n } событий
}: { $types }
map-list-close = Закрыть список
map-list-killed = погибшие: { $n }

## Map: tools

map-north = С
map-rectangle = Выделить прямоугольник
map-rectangle-help = Показать только то, что произошло в прямоугольнике
map-rectangle-hint = Обведите прямоугольник; Escape — выход
map-polygon = Выделить область
map-polygon-help = Показать только то, что произошло в области
map-polygon-hint = Отметьте углы области; Escape — выход
map-polygon-hint-close = Enter или двойной щелчок замыкает область; Escape — выход
map-clear-area = Снять область
map-clear-area-help = Показать и то, что произошло в других местах
map-measure = Измерить
map-measure-help = Измерять расстояния
map-measure-hint = Отмечайте точки, между которыми измерить; Escape — выход
map-measured = { $length }; Escape — выход
map-copied = Скопировано: { $place }
map-go-to = Перейти к месту
map-go-to-help = Перейти к месту по названию (Ctrl+G)
map-go-to-hint = Название или 39.5, 46.3
map-go-to-nothing = Такого места нет
map-kind-country = страна
map-kind-admin1 = область или регион
map-kind-admin2 = район
map-kind-city = город
map-kind-village = село
map-kind-region = регион
map-kind-lake = озеро
map-kind-river = река
map-kind-sea = море
map-kind-mountain = гора
map-kind-airport = аэропорт
map-kind-base = база
map-kind-camp = лагерь
map-kind-other = место

## Map layers

layers-title = Слой карты
layers-close = Закрыть
layers-close-name = Закрыть слои
layers-built-in = Встроенная карта
layers-built-in-help = Сеть не нужна
layers-what-it-shows = Что она показывает
layers-online = сеть
layers-file = файл
layers-remove = Убрать из списка
layers-remove-named = Убрать { $name }
layers-question = Эта карта загружается с { $host }. Сервер узнает, какие места вы смотрите, и адрес вашего компьютера. Ваши статьи и события остаются здесь.
layers-fetch = Загрузить карту
layers-cancel = Отмена
layers-none-kept = Загруженных тайлов нет
layers-kept = Хранится { $mb } МБ загруженных тайлов
layers-kept-where = В { $folder }, не больше 200 МБ
layers-clear = Очистить
layers-forgotten = Слои и ответы забываются при закрытии окна
layers-relief = Рельеф
layers-rivers = Реки
layers-urban = Застройка
layers-railways = Железные дороги
layers-divisions = Области и районы
layers-countries = Названия стран и вод
layers-places = Названия городов
layers-names-in = Язык названий
layers-dashed = Пунктир: спорные границы, линии прекращения огня и притязаний (Natural Earth)
layers-add-own = Добавить свой слой
layers-own-place = Адрес или файл
layers-own-help = Тайлы в виде картинок или архив PMTiles; файл можно и перетащить в окно
layers-own-name = Название
layers-own-name-hint = как у сервера или файла
layers-own-attribution = Авторство
layers-own-attribution-hint = © кто это сделал
layers-own-zoom = Наибольшее приближение
layers-own-add = Добавить слой
layers-own-choose-file = Выбрать файл…

## Start and dropping files

start-title = Перетащите сюда новостные статьи
start-help = Текст, Markdown, веб-страницы, PDF, Word, OpenDocument, JSON или ZIP, файлами или папками; можно и вставить текст статьи. Dateline находит, о чём в них сообщается, и показывает это на карте. Ничто не покидает этот компьютер.
start-open-files = Открыть файлы…
start-open-folder = Открыть папку…
start-open-sample = Открыть пример
drop-tiles = Отпустите, чтобы показать эту карту
drop-tiles-help = Она показывается поверх встроенной
drop-places = Отпустите, чтобы добавить свои места
drop-places-help = Они важнее одноимённых мест
drop-articles = Отпустите, чтобы прочитать эти статьи
drop-articles-help = Они добавятся к открытым

## Dialogs

dialog-close = Закрыть
dialog-cancel = Отмена
dialog-file = Файл
dialog-choose-file = Выбрать файл…
dialog-choose-place = Выбрать место…
dialog-keys-title = Клавиши
dialog-path-title = Открыть путь
dialog-path-help = Файл или папка со всем, что в ней
dialog-path-field = Путь
dialog-path-open = Открыть
dialog-save-as-title = Сохранить проект под именем
dialog-save-as-kept = Сейчас он хранится в { $path } со всем, что вы делаете.
dialog-save-as-not-kept = Он ещё не хранится в файле.
dialog-save-as-hint = Введите путь, который кончается на .gpkg, или выберите место
dialog-save-as-save = Сохранить
dialog-save-as-help = Проект — это GeoPackage: QGIS и другие программы открывают его как есть.
rejected-title = Сохранить непригодные строки
rejected-help = { $n ->
    [one] { $n } строка
    [few] { $n } строки
   *[many] { $n } строк
} из { $table }, каждая с номером и причиной
dialog-places-title = Свои места
dialog-places-about = Они важнее одноимённых мест справочника. Статьи читаются с ними заново.
dialog-places-path = Путь к файлу CSV или GeoJSON
dialog-places-add = Добавить места
dialog-places-help = Столбцы или свойства: name, lat, lon; также aliases (через | или ;), kind, country, radius_km, population. Файлы можно и перетащить в окно.
dialog-places-none = Пока не добавлены
dialog-places-remove = Убрать
dialog-places-remove-named = Убрать { $name }
dialog-places-before = Использовались раньше
dialog-places-use = Вернуть
dialog-places-use-named = Вернуть { $name }
dialog-places-forget = Забыть { $name }

## Where no events are shown

nothing-show-history = Показать предысторию

## Go to anything

palette-title = Найти и перейти
palette-hint = Команды, места, события, статьи
palette-nothing = Ничего не найдено
palette-recent = Выбранное раньше
palette-commands = Команды
palette-saved = Сохранённое
palette-filter = фильтр
palette-bookmark = закладка
palette-files = Недавние файлы
palette-places = Места
palette-events = События
palette-articles = Статьи

## Settings

settings-title = Настройки
settings-theme = Тема
settings-theme-system = Как в системе
settings-theme-light = Светлая
settings-theme-dark = Тёмная
settings-contrast = Контраст
settings-contrast-high = Высокий контраст
settings-colours = Цвета событий
settings-colours-usual = Свой у каждого типа
settings-colours-safe = Для дальтоников
settings-text-size = Размер текста
settings-text-smaller = Мельче текст
settings-text-larger = Крупнее текст
settings-text-usual = Обычный размер
settings-percent = { $n } %
settings-motion = Движение
settings-motion-reduced = Меньше движения
settings-language = Язык
settings-language-system = Как в системе ({ $language })
settings-english = Слова статей не переводятся никогда. Данные, экспорт и командная строка — на английском.
settings-places = Файлы с местами…

## The list of keys

keys-search = Поиск клавиш
keys-everywhere = Только клавиатурой
keys-pointer = Указателем
key-tab = Tab, Shift+Tab
key-tab-help = К следующему элементу, к предыдущему
key-enter = Пробел, Enter
key-enter-help = Использовать элемент, на котором клавиатура
key-escape = Escape
key-escape-help = Покинуть элемент, закрыть меню или диалог
key-menus = Alt+F, E, V, T, H
key-menus-help = Открыть меню (не на Mac)
key-menu-bar = F10
key-menu-bar-help = Перейти к строке меню (не на Mac)
key-list = Вверх, вниз, Page Up, Page Down
key-list-help = В списке событий: выбрать другое
key-map = Стрелки
key-map-help = На карте: двигать её; Enter выбирает событие, ближайшее к середине
key-slider = Влево, вправо
key-slider-help = На шкале времени: двигать показанные дни; с Shift — менять их конец
gesture-map-drag = Перетащить карту
gesture-map-drag-help = Двигать её
gesture-map-wheel = Колесо или щипок на карте
gesture-map-wheel-help = Приблизить или отдалить
gesture-map-double-click = Двойной щелчок по карте
gesture-map-double-click-help = Приблизить
gesture-map-click = Щелчок по знаку
gesture-map-click-help = Выбрать событие
gesture-map-click-again = Ещё один щелчок по нему
gesture-map-click-again-help = Выбрать следующее событие в той же точке
gesture-type-click = Ctrl и щелчок по типу в фильтрах
gesture-type-click-help = Показать только события этого типа
gesture-slider-handle = Перетащить край на шкале времени
gesture-slider-handle-help = Изменить первый или последний показанный день
gesture-slider-middle = Перетащить между краями
gesture-slider-middle-help = Двигать показанные дни
gesture-slider-outside = Перетащить вне краёв
gesture-slider-outside-help = Показать другие дни
gesture-slider-click = Щелчок по шкале времени
gesture-slider-click-help = Показать этот день
gesture-slider-double-click = Двойной щелчок по шкале времени
gesture-slider-double-click-help = Показать все дни
gesture-slider-wheel = Колесо на шкале времени
gesture-slider-wheel-help = Показать на ней меньше или больше дней

## Dialogs of the system: titles and kinds of files

files-export-title = Экспорт событий
files-tables = Таблицы событий
files-articles = Статьи и таблицы событий
files-places = Места
files-tiles = Тайлы карты
files-project = Проект
files-json-lines = Строки JSON
files-picture = Картинка
picture-title = Сохранить карту как изображение
picture-help = С днями, фильтром и видом, как в окне сейчас
picture-size = Размер
picture-size-slide = Слайд, { $size }
picture-size-large = Большой слайд, { $size }
picture-size-page = Страница, { $size }
picture-size-square = Квадрат, { $size }
picture-size-small = Маленький, { $size }
picture-shows = Показать
picture-as-seen = То, что видно на карте
picture-all-events = Все эти события
picture-path-hint = Путь к изображению, например map.png
picture-save = Сохранить изображение

## Export

export-title = Экспорт событий
export-format = Формат
export-events = События
export-keep-back = Не включать
export-which = { $which } ({ $n })
export-reviewed-only = Только отмеченные как проверенные
export-all = Все
export-filtered = Прошедшие фильтр
export-on-map = Те, что сейчас на карте
export-selected = Выбранное
export-no-names = Имена людей и названия групп
export-no-names-help = Также слова статей, в которых они могут быть
export-no-quotes = Слова статей
export-coarse = Точные координаты:
export-coarse-grid = сетка
export-coarse-province = середина области
export-km = км
export-delay = События за последние
export-days = { $n ->
    [one] день
    [few] дня
   *[many] дней
}
export-path-hint = Введите путь или выберите файл
export-write = Экспортировать { $n ->
    [one] { $n } событие
    [few] { $n } события
   *[many] { $n } событий
}

## Formats of exports, and what each is good for

export-format-csv = Таблица (CSV)
export-format-csv-help = По строке на событие, рядом слова за каждым полем
export-format-csv-acled = Таблица со столбцами ACLED (CSV)
export-format-csv-acled-help = Для программ, читающих таблицы ACLED
export-format-csv-ucdp = Таблица со столбцами UCDP (CSV)
export-format-csv-ucdp-help = Только организованное насилие, для программ, читающих UCDP GED
export-format-xlsx = Книга (Excel)
export-format-xlsx-help = Листы событий, сообщений и источников
export-format-geojson = GeoJSON
export-format-geojson-help = Точки со всем, что известно, для карт
export-format-kml = KML
export-format-kml-help = Для Google Earth, с днями для его шкалы времени
export-format-kmz = KMZ
export-format-kmz-help = KML со знаком для каждого типа
export-format-gpkg = GeoPackage
export-format-gpkg-help = Слои точек и областей, для QGIS и других
export-format-parquet = GeoParquet
export-format-parquet-help = Столбцы с типами для pandas, DuckDB и других
export-format-jsonl = Строки JSON
export-format-jsonl-help = По объекту на событие, для программ
export-format-markdown = Отчёт (Markdown)
export-format-markdown-help = События по дням с цитатами, для чтения
export-format-bibtex = Источники (BibTeX)
export-format-bibtex-help = Статьи как ссылки на литературу
export-format-ris = Источники (RIS)
export-format-ris-help = Статьи как ссылки, для Zotero и других
export-format-evidence = Пакет доказательств (ZIP)
export-format-evidence-help = Таблицы, цитаты, хеши статей, версии и карта, для проверки другими

## About

about-summary = Читает новости о вооружённом конфликте и показывает, о чём в них сообщается, где и когда.
about-licence = Свободная программа под лицензией MIT или Apache 2.0, по вашему выбору.
about-network = Статьи никогда не покидают этот компьютер. Сетью пользуются только сетевые слои карты.
about-made-with = Сделано с помощью
about-full-notice = Полный текст
about-copy = Копировать всё как текст

## Progress

progress-looking = Просмотр файлов
progress-bar = Чтение
progress-moments-left = осталось несколько секунд
progress-seconds-left = осталось около { $n } с
progress-minutes-left = осталось около { $n } мин
progress-reading = Чтение { $read } из { $total }
progress-rows = { $name }, строк: { $n }
progress-cancel = Отмена

## Notices

notices-title = Уведомления
notices-none = Пока ничего не сказано
notices-copy = Копировать всё как текст
notices-just-now = только что
notices-minutes-ago = { $n } мин назад
notices-hours-ago = { $n } ч назад
notices-older = { $n ->
    [one] Ещё { $n } уведомление…
    [few] Ещё { $n } уведомления…
   *[many] Ещё { $n } уведомлений…
}
notice-settings-broken = Некоторые настройки не поняты и стали как при первом запуске
notice-settings-not-kept = Не удалось сохранить настройки
notice-dismiss = Убрать уведомление
notice-dismiss-help = Убрать
notice-nothing-to-export = Пока нечего экспортировать
notice-project-not-opened = Не удалось открыть проект
notice-project-not-saved = Не удалось сохранить проект
notice-project-is = Теперь проект — { $path }
notice-project-not-kept = Этот проект не хранится. Сохраните его под именем, чтобы он остался
notice-project-of-other-version = Записан программой Dateline { $version }. Файл → Прочитать всё заново читает статьи этой версией; ваши правки остаются
notice-project-read-only = Проект доступен только для чтения
notice-project-read-only-help = Чтобы изменить его, сначала сохраните под другим именем
notice-project-brought-up = Проект обновлён; прежний вид: { $path }
notice-no-project = Проект не открыт
notice-compacted = Сжат с { $before } до { $after } МБ
notice-not-compacted = Не удалось сжать проект
notice-not-saved = Не сохранено
notice-saved = Сохранено: { $path }
notice-exported = Сохранено: { $path }: { $outcome }
notice-export-failed = Экспорт не удался
notice-picture-failed = Не удалось сохранить картинку
notice-layer-broken = { $name } нельзя показать полностью
notice-layer-broken-help = { $why }. Под ним остаётся встроенная карта.
notice-tiles-not-removed = Не удалось удалить тайлы
notice-sample-open = Пример уже открыт
notice-text-open = Этот текст уже открыт
notice-read-pasted = Вставленный текст прочитан: { $n ->
    [one] в нём { $n } событие
    [few] в нём { $n } события
   *[many] в нём { $n } событий
}
notice-stopped = Остановлено после { $read } из { $total }
notice-files-unreadable = { $n ->
    [one] Не удалось прочитать { $n } файл
    [few] Не удалось прочитать { $n } файла
   *[many] Не удалось прочитать { $n } файлов
}
notice-no-articles = Статей там не найдено
notice-read-articles = { $n ->
    [one] Прочитана { $n } статья
    [few] Прочитаны { $n } статьи
   *[many] Прочитано { $n } статей
}
notice-places-not-added = Не удалось добавить свои места
notice-places-added = { $n ->
    [one] Добавлено { $n } своё место
    [few] Добавлены { $n } своих места
   *[many] Добавлено { $n } своих мест
} из { $name }
notice-nothing-to-read-again = Заново читать нечего
notice-read-again = Прочитано заново; { $changed ->
    [0] ничего не изменилось
    [one] { $changed } статья говорит иное
    [few] { $changed } статьи говорят иное
   *[many] { $changed } статей говорят иное
}{ $lost ->
    [0] { "" }
    [one] ; { $lost } правка потеряла свои слова и ждёт их
    [few] ; { $lost } правки потеряли свои слова и ждут их
   *[many] ; { $lost } правок потеряли свои слова и ждут их
}
notice-reports-changed = { $article }: сообщения: { $changes }
notice-reports-more = больше на { $n }
notice-reports-fewer = меньше на { $n }
notice-reports-other = изменено { $n }
notice-edit-lost = { $article }: «{ $words }» ({ $step }) больше не сообщение
notice-join-lost = { $article }: «{ $words }» (объединение или отделение) больше не сообщение
notice-table-open = { $name } уже открыта как { $other }
notice-table-read = Прочитана { $name }, строк: { $n }, как { $format }
notice-table-read-in-part = Прочитана { $name }, строк: { $n }, как { $format }, из них непригодны { $rejected }
notice-table-more = и ещё { $n }
notice-table-as-before = Прочитана так же, как прошлая таблица с этими заголовками
notice-mapping-not-kept = Не удалось запомнить, как читать таблицу

## Import table

mapping-title = Импорт таблицы
mapping-help = Таблицы событий любого вида: строка, объект или метка — это событие.
mapping-look = Посмотреть
mapping-looking = Просмотр файла…
mapping-import = Импортировать
mapping-remember = Впредь читать таблицы с этими заголовками так же
mapping-remember-help = Следующая откроется без вопросов и сообщит об этом
mapping-saved = Читается так же, как прежде { $name } с теми же заголовками.
mapping-forget = Забыть это
mapping-forget-help = Таблицы с этими заголовками читаются так, как распознаны
mapping-known = Узнано по столбцам: { $format }
mapping-no-day = Ни один столбец не говорит когда. Выберите «День или первый день» или «Год» над тем, который говорит.
mapping-no-place = Ни один столбец не говорит где. Выберите «Широта» и «Долгота» или «Название места» над теми, которые говорят.
mapping-no-position = Места здесь только названы, а названия не ищутся: события будут в списке, но не на карте. Выберите «Широта» и «Долгота», если такие столбцы есть.
mapping-day-by-cells = Столбец дней угадан по ячейкам. Проверьте, тот ли он.
mapping-date-order = В этих датах не отличить день от месяца. Проверьте, что идёт первым.
mapping-usable = Пригодны { $usable } из { $n ->
    [one] { $n } строки
    [few] { $n } строк
   *[many] { $n } строк
}
mapping-usable-of-first = Пригодны { $usable } из первых { $n } строк
mapping-reason-and-more = { $told } (и ещё { $n })
mapping-encoding = Кодировка
mapping-delimiter = Разделитель ячеек
mapping-comma = Запятые
mapping-semicolon = Точки с запятой
mapping-tab = Табуляции
mapping-headings = Первая строка
mapping-first-row-names = Называет столбцы
mapping-first-row-values = Уже значения
mapping-sheet = Лист
mapping-days = Даты
mapping-day-first = День, затем месяц
mapping-month-first = Месяц, затем день
mapping-decimal = Десятичный знак
mapping-decimal-point = Точка: 39.5
mapping-decimal-comma = Запятая: 39,5
mapping-asked = задано вами
mapping-told = найдено
mapping-guessed = угадано
mapping-unit-line = Строка
mapping-unit-row = Строка
mapping-unit-feature = Объект
mapping-becomes = Что получится
mapping-nothing = Не используется
mapping-column-tells = О чём говорит «{ $column }»
mapping-group-when = Когда
mapping-group-where = Где
mapping-group-what = Что
mapping-group-who = Кто
mapping-group-source = Источник
mapping-types = Что произошло, по ячейкам «{ $column }»
mapping-stretches = Насколько известны дни, по ячейкам «{ $column }»
mapping-precisions = Насколько известны места, по ячейкам «{ $column }»
mapping-value-means = Что значит «{ $value }»
mapping-codes-unknown = { $n ->
    [one] { $n } значение неизвестно и принято
    [few] { $n } разных значения неизвестны и приняты
   *[many] { $n } разных значений неизвестны и приняты
} как показано
mapping-rows = { $n ->
    [one] { $n } строка
    [few] { $n } строки
   *[many] { $n } строк
}

## What a column of a table tells

tells-id = Номер или код
tells-type = Что произошло
tells-first-day = День или первый день
tells-last-day = Последний день
tells-year = Год
tells-month = Месяц
tells-day = День месяца
tells-date-precision = Насколько известен день
tells-latitude = Широта
tells-longitude = Долгота
tells-position = Широта и долгота в одной ячейке
tells-place = Название места
tells-place-precision = Насколько известно место
tells-radius = Радиус в километрах
tells-admin1 = Область
tells-country = Страна
tells-killed = Погибшие
tells-killed-low = Погибшие, не менее
tells-killed-high = Погибшие, не более
tells-killed-a = Погибшие первой стороны
tells-killed-b = Погибшие второй стороны
tells-killed-civilians = Погибшие гражданские
tells-killed-unknown = Погибшие, неизвестно чьи
tells-wounded = Раненые
tells-wounded-low = Раненые, не менее
tells-wounded-high = Раненые, не более
tells-actor = Кто участвовал
tells-perpetrator = Кто это сделал
tells-victim = Против кого
tells-source = Источник
tells-url = Адрес источника
tells-title = Заголовок
tells-citation = Источники одним текстом
tells-published = День публикации
tells-notes = Описание словами
tells-background = Предыстория
tells-confidence = Уверенность, от 0 до 1
