# The words of the screen, in Armenian. See en.ftl.

## Numbers of things

count-events = { $n } իրադարձություն
count-articles = { $n } հոդված
count-reports = { $n } հաղորդում
count-places = { $n } վայր
count-remarks = { $n } դիտողություն
count-hits = { $n } համընկնում
count-at-least = { $n } կամ ավելի
count-events-of = { $all } իրադարձությունից { $shown }

## Dates. The order of their parts is that of the language.

day-month-year = { $day } { $month } { $year }
day-month = { $day } { $month }
month-year = { $month } { $year }
days-of-month = { $first }–{ $last } { $month } { $year }
months-of-year = { $first }–{ $last } { $year }
year-before-christ = մ. թ. ա. { $year }
month-short-1 = հնվ
month-short-2 = փտվ
month-short-3 = մրտ
month-short-4 = ապր
month-short-5 = մյս
month-short-6 = հնս
month-short-7 = հլս
month-short-8 = օգս
month-short-9 = սեպ
month-short-10 = հոկ
month-short-11 = նոյ
month-short-12 = դեկ
month-alone =
    { $month ->
       *[other] { $name }
    }

## Menus

menu-file = Ֆայլ
menu-edit = Խմբագրել
menu-view = Տեսք
menu-time = Ժամանակ
menu-help = Օգնություն
menu-recent-projects = Վերջին նախագծերը
menu-recent-files = Վերջին ֆայլերը
menu-nothing-recent = Դեռ չկա
menu-exit = Ելք
menu-language-system = Ինչպես համակարգում

## Actions: the words in the menu, and what each does

action-new-project = Նոր նախագիծ
action-new-project-help = Սկսել դատարկ նախագծից
action-open-project = Բացել նախագիծ…
action-open-project-help = Անցնել այլ նախագծի
action-save-project-as = Պահել նախագիծը որպես…
action-save-project-as-help = Տալ նախագծին անուն և տեղ. այն ամենը, ինչ անում եք, անմիջապես պահվում է այնտեղ
action-compact = Սեղմել նախագիծը
action-compact-help = Ազատել նախագծի ֆայլում ջնջվածի զբաղեցրած տեղը
action-open-files = Բացել ֆայլեր…
action-open-files-help = Ավելացնել հոդվածներ ֆայլերից
action-open-folder = Բացել պանակ…
action-open-folder-help = Ավելացնել պանակի բոլոր հոդվածները
action-open-path = Բացել ուղի…
action-open-path-help = Ավելացնել հոդվածներ կամ բացել նախագիծ՝ մուտքագրելով ուղին
action-import-table = Ներմուծել աղյուսակ…
action-import-table-help = Նշել, թե ինչպես կարդալ իրադարձությունների աղյուսակը, և տեսնել, թե ինչ է ստացվում տողերից
action-open-sample = Բացել օրինակը
action-open-sample-help = Ավելացնել օրինակի հոդվածները
action-new = Փակել բոլոր հոդվածները
action-new-help = Հանել նախագծից բոլոր հոդվածները. կարելի է հետարկել
action-add-places = Ավելացնել ձեր վայրերը…
action-add-places-help = Անուններ և դիրքեր ձեր CSV կամ GeoJSON ֆայլից
action-read-again = Նորից կարդալ ամբողջը
action-read-again-help = Կարդալ բոլոր հոդվածները ծրագրի այս տարբերակով. ձեր փոփոխությունները մնում են
action-export-events = Արտահանել իրադարձությունները…
action-export-events-help = Պահել իրադարձությունները որպես աղյուսակ, քարտեզի համար, որպես զեկույց կամ ապացույցներով
action-export-annotations = Արտահանել նշումները…
action-export-annotations-help = Պահել այն ամենը, ինչ կարդացվել է, ամեն հոդվածի համար՝ JSON-ի մեկ տող
action-save-picture = Պահել պատկեր…
action-save-picture-help = Պահել քարտեզը PNG ձևաչափով
action-quit = Դուրս գալ
action-quit-help = Փակել պատուհանը
action-undo = Հետարկել
action-undo-help = Հետարկել վերջին խմբագրումը
action-undo-step = Հետարկել՝ { $step }
action-redo = Կրկնել
action-redo-help = Անել նորից
action-redo-step = Կրկնել՝ { $step }
action-find = Գտնել
action-find-help = Որոնել բառեր իրադարձություններում
action-find-in-article = Գտնել հոդվածում
action-find-in-article-help = Որոնել բառեր հոդվածում
action-mark-unverified = Նշել որպես չհաստատված
action-mark-unverified-help = Նշել ընտրված իրադարձությունները որպես չհաստատված կամ հանել նշումը
action-mark-disputed = Նշել որպես վիճելի
action-mark-disputed-help = Նշել ընտրված իրադարձությունները որպես վիճելի կամ հանել նշումը
action-mark-reviewed = Նշել որպես ստուգված
action-mark-reviewed-help = Նշել ընտրված իրադարձությունները որպես ստուգված կամ հանել նշումը
action-command-palette = Գտնել և անցնել…
action-command-palette-help = Գտնել հրամաններ, վայրեր, իրադարձություններ և հոդվածներ մի քանի տառով
action-deselect = Ապանշել
action-deselect-help = Ոչինչ չընտրել
action-settings = Կարգավորումներ…
action-settings-help = Թեմա, կոնտրաստ, գույներ, տեքստի չափ, շարժում, լեզու
action-fit-map = Տեղավորել քարտեզի վրա
action-fit-map-help = Ցույց տալ քարտեզի վրա բոլոր իրադարձությունները
action-zoom-in = Մոտեցնել
action-zoom-in-help = Գալ ավելի մոտ
action-zoom-out = Հեռացնել
action-zoom-out-help = Տեսնել ավելին
action-map-layers = Քարտեզի շերտեր…
action-map-layers-help = Ընտրել այլ քարտեզ
action-stories = Պատումներ…
action-stories-help = Ստեղծել և ներկայացնել պատումներ՝ քարտեզի վրա տեքստով
action-map-display = Քարտեզի տեսք…
action-map-display-help = Ընտրել նշիչներ, կլաստերներ կամ ջերմային քարտեզ և թե էլ ինչ է ցույց տալիս քարտեզը
action-go-to-place = Անցնել վայր…
action-go-to-place-help = Ցույց տալ վայրը քարտեզի վրա՝ ըստ անվան կամ կոորդինատների
action-select-rectangle = Ընտրել ուղղանկյուն
action-select-rectangle-help = Քաշել քարտեզի վրա ուղղանկյուն և ցույց տալ միայն այնտեղ կատարվածը
action-select-polygon = Ընտրել տարածք
action-select-polygon-help = Սեղմել քարտեզի վրա տարածքի անկյունները և ցույց տալ միայն այնտեղ կատարվածը
action-filter-to-view = Միայն տեսանելի մասը
action-filter-to-view-help = Ցույց տալ միայն այն, ինչ կատարվել է քարտեզի տեսանելի մասում
action-measure = Չափել
action-measure-help = Սեղմել քարտեզի կետերը՝ դրանց միջև չափելու համար
action-copy-coordinates = Պատճենել կոորդինատները
action-copy-coordinates-help = Պատճենել ցուցիչի տակի վայրի կոորդինատները
action-toggle-lists = Ցանկեր
action-toggle-lists-help = Ցույց տալ կամ թաքցնել ձախ վահանակը
action-toggle-inspector = Մանրամասներ
action-toggle-inspector-help = Ցույց տալ կամ թաքցնել աջ վահանակը
action-next-pane = Հաջորդ վահանակը
action-next-pane-help = Ստեղնաշարը տանել պատուհանի հաջորդ մաս
action-previous-pane = Նախորդ վահանակը
action-previous-pane-help = Ստեղնաշարը տանել պատուհանի նախորդ մաս
action-text-larger = Ավելի մեծ տեքստ
action-text-larger-help = Ցույց տալ ամբողջ պատուհանն ավելի մեծ
action-text-smaller = Ավելի փոքր տեքստ
action-text-smaller-help = Ցույց տալ ամբողջ պատուհանն ավելի փոքր
action-text-usual = Տեքստի սովորական չափը
action-text-usual-help = Ցույց տալ պատուհանը սովորական չափով
action-theme-system = Համակարգի թեման
action-theme-system-help = Բաց կամ մուգ, ինչպես համակարգում է
action-theme-light = Բաց թեմա
action-theme-light-help = Մուգ տառեր բաց ֆոնի վրա
action-theme-dark = Մուգ թեմա
action-theme-dark-help = Բաց տառեր մուգ ֆոնի վրա
action-high-contrast = Բարձր կոնտրաստ
action-high-contrast-help = Ավելի ցայտուն տառեր, գծեր և եզրագծեր
action-safe-colours = Դալտոնիզմին հարմար գույներ
action-safe-colours-help = Իրադարձությունների գույներ, որոնք տարբերվում են գունային ցանկացած տեսողության դեպքում
action-reduced-motion = Նվազ շարժում
action-reduced-motion-help = Ոչինչ չի սահում, չի լողում և չի թարթում
action-toggle-play = Նվագարկել կամ դադարեցնել
action-toggle-play-help = Թող ժամանակն ընթանա
action-step-next = Հաջորդ իրադարձությունը
action-step-next-help = Ընտրել ժամանակով հաջորդ իրադարձությունը
action-step-previous = Նախորդ իրադարձությունը
action-step-previous-help = Ընտրել ժամանակով նախորդ իրադարձությունը
action-to-start = Առաջին օրը
action-to-start-help = Անցնել սկիզբ
action-to-end = Վերջին օրը
action-to-end-help = Անցնել վերջ
action-show-all-time = Բոլոր օրերը
action-show-all-time-help = Ցույց տալ բոլոր օրերը միանգամից
action-toggle-play-events = Նվագարկել ըստ իրադարձությունների
action-toggle-play-events-help = Անցնել իրադարձությունից իրադարձություն, որքան էլ դրանք հեռու լինեն միմյանցից
action-toggle-loop = Անընդհատ
action-toggle-loop-help = Վերջում սկսել նորից
action-toggle-trails = Հետքեր
action-toggle-trails-help = Թող իրադարձությունները խամրեն պատուհանի ետևում, մինչ ժամանակն ընթանում է
action-window-on = Պատուհանն առաջ
action-window-on-help = Տեղափոխել պատուհանն առաջ իր երկարությամբ
action-window-back = Պատուհանը ետ
action-window-back-help = Տեղափոխել պատուհանը ետ իր երկարությամբ
action-lengthen-window = Ավելի երկար պատուհան
action-lengthen-window-help = Օրից՝ շաբաթ, ամիս, տարի
action-shorten-window = Ավելի կարճ պատուհան
action-shorten-window-help = Տարուց՝ ամիս, շաբաթ, օր
action-toggle-mode = Կուտակային
action-toggle-mode-help = Պահել ամեն ինչ՝ սկսած առաջին օրից
action-go-to-day = Անցնել օրվան…
action-go-to-day-help = Մուտքագրել ցույց տալու օրերը
action-toggle-time-axis = Ըստ հաղորդման օրվա
action-toggle-time-axis-help = Ցույց տալ այն, ինչ հայտնի էր տվյալ օրը, ոչ թե այն, ինչ կատարվել էր
action-focus-time = Ժամանակի սանդղակ
action-focus-time-help = Սլաքները տեղաշարժում են պատուհանը, Shift-ով՝ դրա վերջը, Ctrl-ով՝ սկիզբը
action-zoom-time-in = Մոտեցնել ժամանակը
action-zoom-time-in-help = Սանդղակի վրա ավելի քիչ օրեր
action-zoom-time-out = Հեռացնել ժամանակը
action-zoom-time-out-help = Սանդղակի վրա ավելի շատ օրեր
action-whole-time-axis = Բոլոր օրերը սանդղակի վրա
action-whole-time-axis-help = Սանդղակի վրա ցույց տալ առաջին օրից մինչև վերջինը
action-show-keys = Ստեղներ
action-show-keys-help = Բոլոր ստեղների ցանկը
action-show-notices = Ծանուցումներ
action-show-notices-help = Նորից կարդալ այն, ինչ ասվել է պատուհանը բացելուց ի վեր
action-about = Dateline-ի մասին
action-about-help = Տարբերակ, արտոնագրեր, տվյալների աղբյուրներ

## Steps that can be undone, after "Undo"

step-new = բոլոր հոդվածների փակում
step-close-article = հոդվածի փակում
step-open-article-again = նորից բացել հոդվածը
step-close-table = աղյուսակի փակում
step-read-table-again = աղյուսակի վերընթերցում
step-publication-date = հրապարակման ամսաթիվ
step-not-an-event = իրադարձություն չէ
step-restore-event = իրադարձության վերականգնում
step-change-type = տեսակի փոփոխում
step-join-events = իրադարձությունների միացում
step-take-report-out = հաղորդման առանձնացում
step-add-event = իրադարձության ավելացում
step-back-to-what-was-read = վերադարձ կարդացվածին
step-change-captured = գերեվարվածների թվի փոփոխում
step-change-day = օրվա փոփոխում
step-change-deaths = սպանվածների թվի փոփոխում
step-change-injuries = վիրավորների թվի փոփոխում
step-change-place = վայրի փոփոխում
step-change-story = պատումի փոփոխում
step-change-who-says-so = պնդողի փոփոխում
step-change-who-took-part = մասնակիցների փոփոխում
step-delete-bookmark = էջանիշի ջնջում
step-delete-filter = զտիչի ջնջում
step-delete-story = պատումի ջնջում
step-not-events = իրադարձություններ չեն
step-note = նշում
step-place-name = վայրի անուն
step-review = ստուգում
step-save-bookmark = էջանիշի պահում
step-save-filter = զտիչի պահում

## Types of events

event-type-battle = Մարտ
event-type-shelling-missile = Հրետակոծություն կամ հրթիռ
event-type-air-drone-strike = Օդային կամ դրոնային հարված
event-type-ied-mine-suicide = Ռումբ կամ ական
event-type-attack-on-civilians = Հարձակում քաղաքացիականների վրա
event-type-abduction-arrest = Առևանգում կամ ձերբակալություն
event-type-territory-taken = Տարածքի գրավում
event-type-troop-deployment-movement = Զորքերի տեղաշարժ
event-type-ceasefire-agreement = Հրադադար կամ համաձայնություն
event-type-talks-diplomacy = Բանակցություններ
event-type-appeal-request = Կոչ
event-type-protest-riot = Բողոք կամ անկարգություն
event-type-aid-humanitarian = Մարդասիրական օգնություն
event-type-other = Այլ

## How well a day is known

stretch-day = Միայն այդ օրը
stretch-week = Մի քանի օր շուրջը
stretch-month = Ամիսը
stretch-year = Տարին

## How well a place is known

precision-exact = Ճշգրիտ վայր
precision-near = Վայրի մոտ
precision-admin2 = Շրջան
precision-admin1 = Մարզ կամ նահանգ
precision-country = Երկիր

## What a person thinks of an event

review-unreviewed = Չստուգված
review-edited = Խմբագրված
review-reviewed = Ստուգված
review-disputed = Վիճելի
review-unverified = Չհաստատված

## What events can be sorted into

facet-actor = Մասնակիցներ
facet-claimant = Ով է պնդում
facet-side = Պնդող կողմը
facet-outlet = Լրատվամիջոց
facet-country = Երկիր
facet-place = Վայր
facet-none = Այս իրադարձություններում չկա
facet-no-match = Այդ անունով չկա
facet-find = Գտնել՝ { $facet }
facet-find-hint = Գտնել…
facet-more = ևս { $n }
facet-fewer = Ավելի քիչ
facet-help = Սեղմումն ավելացնում է ընտրության մեջ, Ctrl+սեղմումը թողնում է միայն սա

## Events in a line

event-no-place = վայրը հայտնի չէ
event-no-date = օրը հայտնի չէ

## Why something is not on the map

remark-negated = Ասվում է, որ չի եղել
remark-denied = Հերքվում է
remark-hypothetical = Պլանավորված կամ հնարավոր
remark-exercise = Զորավարժություն
remark-metaphor = Փոխաբերություն
remark-crime = Հանցագործություն, ոչ հակամարտություն
remark-unplaced = Վայր չկա
remark-undated = Ամսաթիվ չկա
remark-ambiguous-place = Պարզ չէ, թե որ վայրն է
remark-unknown-place = Վայրը տեղանունների շտեմարանում չկա
remark-no-publication-date = Հրապարակման ամսաթիվ չկա
remark-conflicting-dates = Հրապարակման ամսաթիվը հստակ չէ
remark-rejected = Իրադարձություն չէ (ձեր խմբագրումը)
remark-bad-row = Անպիտան տողեր

## What was used

weapon-aircraft = ավիացիա
weapon-artillery = հրետանի
weapon-blunt = բութ առարկա
weapon-bomb = ռումբ
weapon-bow = աղեղ
weapon-car-bomb = ականված մեքենա
weapon-chemical = քիմիական զենք
weapon-drone = դրոն
weapon-grenade = նռնակ
weapon-ied = ինքնաշեն պայթուցիկ սարք
weapon-incendiary = հրկիզող զենք
weapon-knife = դանակ
weapon-mine = ական
weapon-missile = հրթիռ
weapon-mortar = ականանետ
weapon-riot-control = հատուկ միջոցներ
weapon-rocket = ռեակտիվ արկ
weapon-small-arms = հրաձգային զենք
weapon-suicide-bomb = մահապարտի ռումբ
weapon-tank = տանկ
weapon-vehicle = փոխադրամիջոց

## What was damaged

damage-aircraft = թռչող սարք
damage-building = շենք
damage-communications = կապ
damage-fuel = վառելիք
damage-government = պետական հաստատություն
damage-homes = բնակելի տներ
damage-hospital = հիվանդանոց
damage-industry = արդյունաբերություն
damage-infrastructure = ենթակառուցվածք
damage-market = շուկա
damage-military = ռազմական օբյեկտ
damage-power = էներգամատակարարում
damage-school = դպրոց
damage-settlement = բնակավայր
damage-ship = նավ
damage-transport = տրանսպորտ
damage-vehicle = մեքենա
damage-water = ջրամատակարարում
damage-worship = պաշտամունքի վայր

## Left panel: tabs and lists

list-events = Իրադարձություններ
list-articles = Հոդվածներ
list-not-on-map = Քարտեզից դուրս
list-no-articles = Բաց հոդվածներ չկան
list-events-none-found = Վայր և օր ունեցող իրադարձություն չի գտնվել։ Տեսեք, թե ինչ չկա քարտեզի վրա։
list-events-all-hidden = Զտիչները թաքցնում են բոլոր իրադարձությունները
list-events-all-history = Բոլոր իրադարձությունները նախապատմություն են
list-events-none-in-window = Այս օրերին իրադարձություն չկա
list-articles-none-found = Ոչ մի հոդվածում այս բառերը չկան
list-column-date = Ամսաթիվ
list-column-type = Տեսակ
list-column-place = Վայր
list-column-killed = Սպանված
list-column-wounded = Վիրավոր
list-column-sources = Հաղորդումներ
list-column-confidence = Վստահություն
list-column-review = Ստուգում
list-column-remarks = Դիտողություններ
list-columns = Սյունակներ…
list-sort-by = Դասավորել ըստ՝ { $column }

## Left panel: several selected at once

bulk-selected = Ընտրված է { $n } իրադարձություն
bulk-articles = Ընտրված է { $n } հոդված
bulk-clear = Ապանշել
bulk-mark = Նշել որպես…
bulk-no-mark = Առանց նշման
bulk-type = Տեսակ…
bulk-day = Օր…
bulk-day-field = Բոլոր ընտրված իրադարձությունների օրը
bulk-place = Վայր…
bulk-place-field = Բոլոր ընտրված իրադարձությունների վայրը
bulk-join = Նույն իրադարձությունը
bulk-join-help = Այս իրադարձությունների հաղորդումները միացնում է մեկ իրադարձության մեջ։ Կարելի է հետարկել։
bulk-reject = Իրադարձություններ չեն
bulk-reject-help = Հանում է դրանք քարտեզից և տանում «Քարտեզից դուրս» ցանկ։ Կարելի է հետարկել։
bulk-hide-events = Թաքցնել իրադարձությունները
bulk-show-events = Ցույց տալ իրադարձությունները
bulk-remove = Հանել
bulk-remove-help = Հանում է հոդվածներն ու դրանց իրադարձությունները նախագծից։ Կարելի է հետարկել։

## Left panel: what is not on the map

left-out-more = ևս { $n }
left-out-row = { $table }, տող { $line }
left-out-nothing = Գտնված ամեն ինչ քարտեզի վրա է
left-out-restore = Իրադարձություն է
left-out-none-found = Այստեղ այս բառերը չկան
fix-set = Սահմանել
fix-cancel = Չեղարկել
fix-day = Սահմանել օրը…
fix-day-field = Իրադարձության օրը
fix-day-help = Օր, ամիս, տարի կամ սկիզբ – վերջ՝ 2022-09-13, 2022-09, 2022-09-13 – 2022-09-15
fix-place = Սահմանել վայրը…
fix-place-field = Իրադարձության վայրը
fix-place-hint = Անուն կամ լայնություն, երկայնություն
fix-place-none = Այդ անունով վայր չկա
fix-place-point = { $lat }, { $lon }
fix-place-why = ընտրել եք դուք
fix-published = Հոդվածի ամսաթիվը…
fix-published-field = Հոդվածի հրապարակման ամսաթիվը
left-out-no-place-or-day = { $type }՝ ոչ մի հաղորդում չի ասում, թե որտեղ և երբ
left-out-no-place = { $type }՝ ոչ մի հաղորդում չի ասում, թե որտեղ
left-out-no-day = { $type }՝ ոչ մի հաղորդում չի ասում, թե երբ

## Left panel: articles

article-published = Հրապարակվել է { $day }, { $origin }
article-origin-text = գտնվել է տեքստում
article-origin-file = նշված է ֆայլում
article-origin-page = նշված է էջում
article-origin-person = մուտքագրել եք դուք
article-forget-date = Մոռանալ
article-forget-date-help = Վերադառնալ կարդացված ամսաթվին, եթե կա
article-no-date = Հրապարակման ամսաթիվ չի գտնվել
article-no-date-waiting = Հրապարակման ամսաթիվ չի գտնվել, ուստի { $n } արտահայտություն օր չունի
article-publication-date = Հրապարակման ամսաթիվ՝ { $title }
article-set-date = Սահմանել ամսաթիվը
article-date-form = Տարի-ամիս-օր
article-date-hint = ՏՏՏՏ-ԱԱ-ՕՕ
article-show-events = Ցույց տալ դրա իրադարձությունները քարտեզի վրա
article-show-events-of = Ցույց տալ իրադարձությունները՝ { $title }
article-close = Փակել հոդվածը
article-close-named = Փակել՝ { $title }
article-read-again = Նորից կարդալ
article-read-again-named = Նորից կարդալ՝ { $title }
article-read-again-help = Նորից կարդալ, ինչպես թարմացումից հետո։ Ձեր խմբագրումները մնում են։
articles-closed = { $n ->
    [one] { $n } փակված հոդված
   *[other] { $n } փակված հոդված
}
articles-closed-title = Փակված հոդվածներ
article-reopen = Նորից բացել
article-reopen-named = Նորից բացել՝ { $title }
articles-reopen-all = Նորից բացել բոլորը
articles-undated = { $n } հոդված առանց ամսաթվի
articles-show-undated = Ցույց տալ միայն դրանք
articles-show-all = Ցույց տալ բոլորը
table-rows-rejected = { $n ->
    [one] { $n } տող անպիտան է
   *[other] { $n } տող անպիտան են
}
table-line-reason = { $unit ->
    [row] տող
    [feature] օբյեկտ
   *[line] տող
} { $line }՝ { $reason }
table-change = Փոխել ընթերցումը…
table-change-help = Նշել, թե ինչ են ասում սյունակները, և տեսնել, թե ինչ է ստացվում տողերից
table-save-rejected = Պահել մերժված տողերը…
table-save-rejected-help = Որպես աղյուսակ՝ տողի համարով և պատճառով, որ ուղղեք և նորից կարդաք
table-close = Փակել աղյուսակը
table-show-rejected = Ցույց տալ տողերը
table-close-help = Հանում է դրա իրադարձությունները քարտեզից։ Կարելի է հետարկել։

## Left panel: search and filters

filter-shown = Ցույց է տրված { $shown }՝ { $all }-ից
filter-history-count = նախապատմություն՝ { $n }
filter-clear = Մաքրել զտիչները
filter-open = Զտիչներ
filter-hide = Թաքցնել զտիչները
filter-search = Որոնել իրադարձություններ
filter-search-hint = Իրադարձություններ, վայրեր, մասնակիցներ, մեջբերումներ
filter-search-clear = Մաքրել որոնումը
filter-type = Տեսակ
filter-type-help = Սեղմումը թաքցնում կամ ցույց է տալիս, Ctrl+սեղմումը ցույց է տալիս միայն սա
filter-review = Ստուգում
filter-precision = Որքան է հայտնի վայրը
filter-more = Ավելին
filter-chosen = ընտրված՝ { $n }
filter-hidden = թաքցված՝ { $n }
filter-area = Միայն քարտեզի վրա ընտրված տարածքում
filter-disputed-only = Միայն իրադարձություններ, որոնց հաղորդումները տարբերվում են
filter-least-killed = Սպանված առնվազն
filter-background = Նախապատմություն ({ $n })

## Left panel: filters and bookmarks with a name

saved-title = Պահված զտիչներ և էջանիշներ
saved-help = Անունով պահված զտիչներ և էջանիշներ
saved-filters = Զտիչներ
saved-filters-help = Ինչն է թաքցված և ինչն է ընտրված
saved-filter-name = Զտիչի անունը
saved-filter-none = Հիմա ոչինչ զտված չէ
saved-delete-filter = Ջնջել զտիչը՝ { $name }
saved-bookmarks = Էջանիշներ
saved-bookmarks-help = Քարտեզ, օրեր, զտիչներ և իրադարձություն
saved-bookmark-name = Էջանիշի անունը
saved-delete-bookmark = Ջնջել էջանիշը՝ { $name }
saved-note = Նշում էջանիշի համար
saved-note-hint = Նշում, եթե ցանկանում եք
saved-save = Պահել
saved-replace = Փոխարինել

## Stories

story-window = Պատումներ
story-help = Պատումը ներկայացվում է քայլ առ քայլ. ամեն քայլ ունի տեքստ և ցույց է տալիս քարտեզը, օրերը, զտիչներն ու իրադարձությունն այնպես, ինչպես ավելացնելու պահին են։
story-choose = Պատում
story-delete = Ջնջել պատումը
story-new-name = Նոր պատումի անունը
story-new = Նոր պատում
story-add = Ավելացնել էկրանին երևացողը
story-add-help = Քայլ, որը ցույց է տալիս քարտեզը, օրերը, զտիչներն ու իրադարձությունն այնպես, ինչպես հիմա են
story-present = Ներկայացնել
story-present-help = Ցույց տալ քայլ առ քայլ քարտեզի վրա
story-show = Ցույց տալ
story-show-help = Ցույց տալ այն, ինչ ցույց է տալիս քայլը
story-retake = Թարմացնել
story-retake-help = Թող քայլը ցույց տա այն, ինչ հիմա էկրանին է
story-title = { $n }-րդ քայլի վերնագիրը
story-title-hint = Վերնագիր
story-text = { $n }-րդ քայլի տեքստը
story-text-hint = Ինչ կկարդա լսարանը
story-move-up = Քայլը բարձրացնել՝ { $n }
story-move-down = Քայլն իջեցնել՝ { $n }
story-delete-step = Ջնջել քայլը՝ { $n }
story-previous = Նախորդ քայլը
story-previous-help = Նախորդ քայլը (Page Up)
story-next = Հաջորդ քայլը
story-next-help = Հաջորդ քայլը (Page Down)
story-end = Ավարտել
story-end-help = Ավարտել ներկայացումը (Esc)

## Inspector

inspector-none-selected = Իրադարձություն ընտրված չէ
inspector-hint-empty = Այստեղ կհայտնվի հոդվածներում կարդացվածը
inspector-hint-select = Սեղմեք որևէ մեկը քարտեզի վրա կամ ցանկում կամ անցեք դրանցով աջ սլաքով
inspector-not-an-event = Իրադարձություն չէ
inspector-not-an-event-help = Հանում է քարտեզից և տանում «Քարտեզից դուրս» ցանկ։ Կարելի է հետարկել։
inspector-same-as = Նույնն է, ինչ…
inspector-same-as-help = Երկու իրադարձության հաղորդումները միացնում է մեկ իրադարձության մեջ։ Կարելի է հետարկել։
inspector-none-alike = Ժամանակով և վայրով մոտ այլ իրադարձություն չկա
inspector-part = Այս մասին չէ
inspector-part-help = Այս հաղորդումը դարձնում է առանձին իրադարձություն։ Կարելի է հետարկել։
inspector-change-type = Փոխել տեսակը
inspector-show-article = Ցույց տալ հոդվածը
inspector-why-joined = Ինչու են միացվել այս հաղորդումները
inspector-row-of-table = Աղյուսակի տող
inspector-disputed = Հաղորդումները տարբերվում են
inspector-background = Նախապատմություն
inspector-type-edited = Տեսակն ընտրել եք դուք
inspector-confidence = Վստահություն { $percent } %
inspector-field = { $name }՝ { $value }, «{ $words }»
inspector-what = Ինչ
inspector-when = Երբ
inspector-where = Որտեղ
inspector-killed = Սպանված
inspector-wounded = Վիրավոր
inspector-captured = Գերեվարված
inspector-by-whom = Ում կողմից
inspector-to-whom = Ում դեմ
inspector-who = Մասնակիցներ
inspector-with = Միջոց
inspector-damage = Վնաս
inspector-says-who = Ով է պնդում
inspector-own-place = Ձեր վայրը՝ { $file } ֆայլից
inspector-place-near = { $place } (վայրի մոտ)
inspector-place-admin2 = { $place } (շրջան)
inspector-place-admin1 = { $place } (մարզ կամ նահանգ)
inspector-place-country = { $place } (երկիր)
inspector-reviewed-help = Դուք նայել եք, ճիշտ է (Shift+R)
inspector-disputed-help = Դուք նայել եք, վիճելի է (Shift+D)
inspector-unverified-help = Դուք նայել եք, պարզել չի հաջողվել (Shift+V)
inspector-review = Ստուգում
inspector-note = Նշում
inspector-add-note = Ավելացնել նշում
inspector-note-hint = Ձեր նշումը։ Ctrl+Enter-ը պահում է, Esc-ը՝ դեն նետում
inspector-actor = { $name } ({ $role })
inspector-nothing = չկա
inspector-by-you = ձեր կողմից
inspector-revert-button = Վերադարձնել
inspector-revert = Վերադարձնել՝ { $name }
inspector-revert-help = Վերադառնալ կարդացվածին
inspector-add-value = Ավելացնել արժեք…
inspector-copy-quote = Պատճենել մեջբերումը
inspector-copy-quote-help = Պատճենում է նախադասությունն իր աղբյուրով
quote-with-source = «{ $words }» ({ $source })
role-participant = մասնակից
role-perpetrator = ում կողմից
role-victim = ում դեմ
stance-asserts = պնդում է
stance-confirms = հաստատում է
stance-accuses = մեղադրում է
stance-admits = ընդունում է
stance-denies = հերքում է
stance-doubts = կասկածում է

## Inspector: changing a field

edit-field = Փոխել՝ { $name }
edit-apply = Կիրառել
edit-cancel = Չեղարկել
edit-expects-days = Օր կամ օրեր՝ 2021-05-12, 12–14 մյս 2021, մյս 2021։ Դատարկ՝ անհայտ
edit-expects-number = Թիվ՝ 3, 3–5, 3+։ Դատարկ՝ նշված չէ
edit-expects-name = Անուն։ Դատարկ՝ հենց հոդվածները
edit-actor = Անուն { $n }
edit-role = Դեր { $n }
edit-add-actor = Ավելացնել անուն
edit-remove = Հանել՝ { $name }

## Inspector: changing a place

places-search = Որոնել այլ վայր
places-candidate = { $name }, { $about }
places-away = { $n } կմ հեռու
places-all-mentions = «{ $name }» բոլոր հիշատակումների համար
places-all-mentions-help = Բոլոր հոդվածներում այս անունով ամեն իրադարձություն տեղափոխվում է ձեր ընտրած վայր
places-one-more = Եվս մեկը
places-point = Լայնություն, երկայնություն
places-point-hint = Կետում՝ 39.51, 46.34
places-point-set = Սահմանել
places-expects-point = Լայնություն և երկայնություն աստիճաններով՝ 39.51, 46.34
places-precision = Որքան է հայտնի
places-radius = Շառավիղը կմ-ով
places-km = կմ շուրջը
places-done = Պատրաստ է
places-show = Ցույց տալ բոլորը քարտեզի վրա
places-show-help = Տեղաշարժում է քարտեզն այնպես, որ երևան այս բոլոր վայրերը։ Ընտրվածի նշիչը կարելի է քաշել։
places-pin = { $n }՝ { $name }
places-pin-now = Որտեղ է հիմա՝ { $name }
kind-country = երկիր
kind-admin1 = մարզ
kind-admin2 = շրջան
kind-city = քաղաք
kind-village = գյուղ
kind-region = տարածաշրջան
kind-lake = լիճ
kind-river = գետ
kind-sea = ծով
kind-mountain = լեռ
kind-airport = օդանավակայան
kind-base = բազա
kind-camp = ճամբար
kind-other = վայր

## Inspector: what sources say

claims-title = Ով ինչ է ասում
claims-source = Աղբյուր
claims-said = { $name } { $stance }
claims-cell = { $name }, { $source }՝ { $value }

## Inspector: confidence

confidence-detection = Իրադարձություն
confidence-detection-help = Որքան հավանական է, որ լավագույն հաղորդումը ճիշտ է և դա կատարվել է
confidence-date = Օր
confidence-date-help = Որքան հավանական է, որ առաջին օրը ճիշտ է
confidence-place = Վայր
confidence-place-help = Որքան հավանական է, որ առաջին վայրը ճիշտ է 20 կմ-ի սահմաններում
confidence-corroboration = Աղբյուրներ
confidence-corroboration-help = Մեկ լրատվամիջոցի դեպքում՝ զրո, ամեն անկախի հետ՝ ավելի

## Inspector: history

history-title = Պատմություն ({ $n })
history-undone = հետարկված՝ { $step }
history-redone = կրկնված՝ { $step }
history-by = { $who }, { $when }
history-moment = { $day }, { $time }
history-change = { $before } → { $after }
history-as-read = ինչպես կարդացվել է
history-undo = Հետարկել
history-undo-help = Հետարկում է այս քայլը

## Inspector: a row of a table

record-line = { $format } · տող { $line }
record-other-columns = Այլ սյունակներ
record-field-id = համար
record-field-type = տեսակ
record-field-first-day = առաջին օր
record-field-last-day = վերջին օր
record-field-year = տարի
record-field-month = ամիս
record-field-day = օր
record-field-date-precision = ամսաթվի ճշգրտություն
record-field-latitude = լայնություն
record-field-longitude = երկայնություն
record-field-place = վայր
record-field-place-precision = վայրի ճշգրտություն
record-field-radius = շառավիղ
record-field-admin1 = մարզ
record-field-country = երկիր
record-field-killed = սպանված
record-field-killed-low = սպանված, առնվազն
record-field-killed-high = սպանված, առավելագույնը
record-field-killed-a = սպանված, կողմ Ա
record-field-killed-b = սպանված, կողմ Բ
record-field-killed-civilians = սպանված քաղաքացիականներ
record-field-killed-unknown = սպանված, կողմն անհայտ
record-field-wounded = վիրավոր
record-field-wounded-low = վիրավոր, առնվազն
record-field-wounded-high = վիրավոր, առավելագույնը
record-field-actor = մասնակից
record-field-perpetrator = ում կողմից
record-field-victim = ում դեմ
record-field-source = աղբյուր
record-field-citation = հղում աղբյուրներին
record-field-title = վերնագիր
record-field-url = հասցե
record-field-published = հրապարակված
record-field-notes = նկարագրություն
record-field-background = նախապատմություն
record-field-confidence = վստահություն

## Reader

reader-empty = Այստեղ ցույց է տրվում ընտրված իրադարձության հոդվածը
reader-no-date = հրապարակման ամսաթիվ չկա
reader-open-page = Բացել էջը
reader-right-to-left = Աջից ձախ գրվող բառերով պարբերություններում տեքստ ընտրել հնարավոր չէ։ Աջ սեղմումը պատճենում է պարբերությունը։
reader-copy-paragraph = Պատճենել պարբերությունը
reader-text = Հոդված
reader-marks = Գույներ
reader-marks-help = Ինչ են նշանակում գույները, և որոնք են ցույց տրված
reader-mark-happening = Իրադարձություններ
reader-mark-time = Ժամանակ
reader-mark-place = Վայրեր
reader-mark-people = Ժողովուրդներ
reader-mark-actor = Մասնակիցներ
reader-mark-weapon = Զենք և վնաս
reader-mark-number = Թվեր
reader-mark-claim = Ով է պնդում
reader-mark-help = Սեղմումը նշում է դրանք կամ հանում նշումը
reader-search = Որոնում հոդվածում
reader-search-open = Գտնել հոդվածում
reader-search-help = Որոնել բառեր հոդվածում (Ctrl+Shift+F)
reader-search-next = Հաջորդ համընկնումը
reader-search-previous = Նախորդ համընկնումը
reader-search-close = Փակել որոնումը
reader-search-count = { $n }՝ { $all }-ից
reader-search-none = Չի գտնվել
reader-add-event = Ավելացնել որպես իրադարձություն…
reader-place-of = Որտեղ են «{ $name }» բոլոր հիշատակումները
reader-place-as-read = Ինչպես կարդացվել է

## Time slider

timeline-empty = Այստեղ ցույց կտրվեն իրադարձությունների օրերը
timeline-to-start = Առաջին օրը
timeline-to-start-help = Առաջին օրը (Home)
timeline-previous = Նախորդ իրադարձությունը
timeline-previous-help = Նախորդ իրադարձությունը (ձախ սլաք)
timeline-play = Նվագարկել
timeline-play-help = Նվագարկել (բացատ)
timeline-pause = Դադարեցնել
timeline-pause-help = Դադարեցնել (բացատ)
timeline-next = Հաջորդ իրադարձությունը
timeline-next-help = Հաջորդ իրադարձությունը (աջ սլաք)
timeline-to-end = Վերջին օրը
timeline-to-end-help = Վերջին օրը (End)
timeline-window = Պատուհան
timeline-window-help = Շարժվում է հաստատուն երկարությամբ պատուհանը
timeline-cumulative = Կուտակային
timeline-cumulative-help = Մնում է ամեն ինչ՝ սկսած առաջին օրից
timeline-speed = Արագություն
timeline-speed-help = Արագություն՝ քաշեք կամ սեղմեք և մուտքագրեք
timeline-speed-unit = օր/վ
timeline-all-days = Բոլոր օրերը
timeline-all-days-help = Ցույց տալ բոլոր օրերը միանգամից (A)
timeline-days-shown = Ցույց տրվող օրերը՝ { $days }
timeline-earlier = ավելի վաղ՝ { $n }
timeline-later = ավելի ուշ՝ { $n }
timeline-loop = Անընդհատ
timeline-loop-help = Վերջում սկսել նորից (R)
timeline-speeds = Արագություններ
timeline-speed-unit-years = տարի/վ
timeline-pace-unit = իրադ./վ
timeline-all-in = Ամբողջը { $n } վայրկյանում
timeline-length = Պատուհանի երկարությունը
timeline-length-help = Պատուհանի երկարությունը՝ քաշեք կամ սեղմեք և մուտքագրեք
timeline-length-unit = { $n ->
   *[other] օր
}
timeline-length-unit-years = { $n ->
   *[other] տարի
}
timeline-lengths = Երկարություններ
timeline-length-1 = Օր
timeline-length-3 = Երեք օր
timeline-length-7 = Շաբաթ
timeline-length-14 = Երկու շաբաթ
timeline-length-30 = Ամիս
timeline-length-91 = Երեք ամիս
timeline-length-182 = Կես տարի
timeline-length-365 = Տարի
timeline-length-1826 = Հինգ տարի
timeline-length-9131 = 25 տարի
timeline-length-36525 = Հարյուր տարի
timeline-first-day = Ցույց տրվող առաջին օրը
timeline-last-day = Ցույց տրվող վերջին օրը
timeline-date-help = Մուտքագրեք օր, ամիս կամ տարի, ապա սեղմեք Enter
timeline-date-form = Մուտքագրեք այսպես՝ 2022-09-13, 13 սեպ 2022, սեպ 2022 կամ 2022
timeline-date-outside = Իրադարձությունների օրերն են՝ { $days }
timeline-axis = Ժամանակի առանցք՝ քաշեք տեղաշարժելու համար, կրկնակի սեղմեք՝ տեսնելու, որտեղ են իրադարձությունների մեծ մասը
timeline-axis-choice = Իրադարձության որ օրն է հաշվվում
timeline-axis-happened = Ինչպես կատարվել է
timeline-axis-happened-help = Օրը, երբ դա կատարվել է
timeline-axis-known = Ինչպես հաղորդվել է
timeline-axis-known-help = Օրը, երբ հրապարակվել է դրա առաջին հաղորդումը
timeline-known = Ըստ առաջին հաղորդման օրվա
timeline-known-help = Ինչ էր հայտնի տվյալ օրը, երբ էլ որ կատարված լիներ
timeline-without-day = առանց հրապարակման օրվա՝ { $n }
timeline-beyond-help = Ցույց տալ սանդղակի վրա բոլոր օրերը
timeline-more = Ժամանակի այլ գործողություններ
timeline-by-time = Նվագարկել ըստ ժամանակի
timeline-by-events = Նվագարկել ըստ իրադարձությունների
timeline-bar-none = Իրադարձություններ չկան
timeline-bar-possible = հնարավոր՝ { $n }
timeline-bar-both = { $n } և ևս { $possible } հնարավոր
timeline-bar-hidden = զտիչներով թաքցված՝ { $n }

## Map

map-name = Քարտեզ, ցույց է տրված { $shown } իրադարձություն { $all }-ից
map-zoom-in = Մոտեցնել
map-zoom-in-help = Մոտեցնել (+)
map-zoom-out = Հեռացնել
map-zoom-out-help = Հեռացնել (-)
map-fit = Տեղավորել քարտեզի վրա
map-fit-help = Ցույց տալ բոլոր իրադարձությունները (F)
map-layers = Քարտեզի շերտեր
map-layers-help = Ինչ է ցույց տալիս քարտեզը՝ ներկառուցվածը, OpenStreetMap, ձեր սալիկները (L)
map-scale-km = { $n } կմ
map-scale-m = { $n } մ
map-attribution = Հիմքը՝ Natural Earth, GeoNames, geoBoundaries (CC BY 4.0), © OpenStreetMap-ի մասնակիցներ (լճեր, ODbL)
map-killed = Սպանված՝ { $count }
map-more-events = և ևս { $n }
map-click-again = Հաջորդի համար նորից սեղմեք
legend-title = Պայմանական նշաններ
legend-fold = Ծալել պայմանական նշանները
legend-unfold = Բացել պայմանական նշանները
legend-outside = { $n } իրադարձություն տեսադաշտից դուրս
legend-toggle = { $name }՝ թաքցնել կամ ցույց տալ
legend-help = Սեղմումը թաքցնում կամ ցույց է տալիս, Ctrl+սեղմումը ցույց է տալիս միայն սա
legend-heat-little = քիչ
legend-heat-much = շատ
legend-deaths = Սպանվածներ
legend-side-says = { $side } ասում է
legend-side-help = Ցույց տալ միայն այն, ինչ ասում է այս կողմը, կամ նորից ամեն ինչ
legend-side-neither = Երկուսն էլ կամ ուրիշները
picture-no-dates = Ամսաթվով իրադարձություններ չկան

## Map: how events are shown

map-display = Քարտեզի տեսք
map-display-help = Նշիչներ, կլաստերներ կամ ջերմային քարտեզ և թե էլ ինչ է ցույց տրված (M)
map-display-close = Փակել քարտեզի տեսքը
map-markers = Նշիչներ
map-markers-help = Ամեն իրադարձության համար՝ նշան
map-clusters = Կլաստերներ
map-clusters-help = Թվերով շրջանակներ, որտեղ նշանները կծածկեին միմյանց. սեղմումը բացում է դրանք
map-heat = Ջերմային քարտեզ
map-heat-help = Որտեղ որքան է կատարվել՝ գույնով
map-by-deaths = Շատ սպանված՝ մեծ նշան
map-by-side = Գույնն ըստ կողմի
map-by-side-help = Ով է ասում, որ դա կատարվել է՝ { $sides }
map-trails = Խամրեցնել հները
map-trails-help = Մինչ ժամանակն ընթանում է, անցածը գունատվում է
map-areas = Անստույգ վայրերի տարածքներ
map-areas-help = Որտեղ կարող են լինել բոլոր այն իրադարձությունները, որոնց վայրը ճշգրիտ հայտնի չէ
map-arrows = Տեղաշարժերի ուղիներ
map-arrows-help = Սլաք, որտեղ ասված է՝ որտեղից ուր, կետեր, որտեղ ասված չէ
map-follow = Հետևել ընտրվածին
map-follow-help = Քարտեզը գնում է այնտեղ, որտեղ ընտրված իրադարձությունն է
map-sexagesimal = Աստիճաններ, րոպեներ, վայրկյաններ
map-cluster = { $n } իրադարձություն՝ { $types }
map-list-close = Փակել ցանկը
map-list-killed = { $n } սպանված

## Map: tools

map-north = Հս
map-rectangle = Ընտրել ուղղանկյուն
map-rectangle-help = Ցույց տալ միայն այն, ինչ կատարվել է ուղղանկյան մեջ
map-rectangle-hint = Քաշեք ուղղանկյուն, ավարտելու համար՝ Escape
map-polygon = Ընտրել տարածք
map-polygon-help = Ցույց տալ միայն այն, ինչ կատարվել է տարածքում
map-polygon-hint = Սեղմեք տարածքի անկյունները, ավարտելու համար՝ Escape
map-polygon-hint-close = Enter-ը կամ կրկնակի սեղմումը փակում է տարածքը, ավարտելու համար՝ Escape
map-clear-area = Հանել տարածքը
map-clear-area-help = Ցույց տալ նաև այլուր կատարվածը
map-measure = Չափել
map-measure-help = Չափել հեռավորություններ
map-measure-hint = Սեղմեք կետերը, որոնց միջև չափել, ավարտելու համար՝ Escape
map-measured = { $length }, ավարտելու համար՝ Escape
map-copied = Պատճենվեց՝ { $place }
map-go-to = Անցնել վայր
map-go-to-help = Անցնել վայր ըստ անվան (Ctrl+G)
map-go-to-hint = Անուն կամ 39.5, 46.3
map-go-to-nothing = Այդպիսի վայր չկա
map-kind-country = երկիր
map-kind-admin1 = մարզ կամ նահանգ
map-kind-admin2 = շրջան
map-kind-city = քաղաք
map-kind-village = գյուղ
map-kind-region = տարածաշրջան
map-kind-lake = լիճ
map-kind-river = գետ
map-kind-sea = ծով
map-kind-mountain = լեռ
map-kind-airport = օդանավակայան
map-kind-base = բազա
map-kind-camp = ճամբար
map-kind-other = վայր

## Map layers

layers-title = Քարտեզի շերտ
layers-close = Փակել
layers-close-name = Փակել շերտերը
layers-built-in = Ներկառուցված քարտեզ
layers-built-in-help = Ցանց պետք չէ
layers-what-it-shows = Ինչ է ցույց տալիս
layers-online = առցանց
layers-file = ֆայլ
layers-remove = Հանել ցանկից
layers-remove-named = Հանել՝ { $name }
layers-question = Այս քարտեզը բեռնվում է { $host } հասցեից։ Սերվերն իմանում է, թե որ տարածքներն եք նայում, և ձեր համակարգչի հասցեն։ Ձեր հոդվածներն ու իրադարձությունները մնում են այստեղ։
layers-fetch = Բեռնել քարտեզը
layers-cancel = Չեղարկել
layers-none-kept = Բեռնված սալիկներ պահված չեն
layers-kept = Պահված է { $mb } ՄԲ բեռնված սալիկ
layers-kept-where = { $folder } պանակում, 200 ՄԲ-ից ոչ ավելի
layers-clear = Մաքրել
layers-forgotten = Շերտերն ու պատասխանները մոռացվում են, երբ պատուհանը փակվում է
layers-relief = Ռելիեֆ
layers-rivers = Գետեր
layers-urban = Կառուցապատված տարածքներ
layers-railways = Երկաթուղիներ
layers-divisions = Մարզեր և շրջաններ
layers-countries = Երկրների և ջրերի անուններ
layers-places = Քաղաքների անուններ
layers-names-in = Անունների լեզուն
layers-dashed = Կետագիծ՝ վիճելի սահմաններ, հրադադարի և հավակնությունների գծեր (Natural Earth)
layers-add-own = Ավելացնել ձեր շերտը
layers-own-place = Հասցե կամ ֆայլ
layers-own-help = Սալիկներ պատկերներով կամ PMTiles արխիվ. ֆայլը կարելի է նաև գցել պատուհանի մեջ
layers-own-name = Անուն
layers-own-name-hint = սերվերինը կամ ֆայլինը
layers-own-attribution = Հեղինակություն
layers-own-attribution-hint = © ով է ստեղծել
layers-own-zoom = Ամենամոտ մասշտաբը
layers-own-add = Ավելացնել շերտ
layers-own-choose-file = Ընտրել ֆայլ…

## Start and dropping files

start-title = Գցեք լրատվական հոդվածներն այստեղ
start-help = Տեքստ, Markdown, վեբ էջեր, PDF, Word, OpenDocument, JSON կամ ZIP՝ ֆայլերով կամ պանակներով. կարելի է նաև տեղադրել հոդվածի տեքստը։ Dateline-ը գտնում է, թե ինչ են դրանք հաղորդում, և ցույց տալիս քարտեզի վրա։ Ոչինչ դուրս չի գալիս այս համակարգչից։
start-open-files = Բացել ֆայլեր…
start-open-folder = Բացել պանակ…
start-open-sample = Բացել օրինակը
drop-tiles = Գցեք՝ այս քարտեզը ցույց տալու համար
drop-tiles-help = Այն ցույց է տրվում ներկառուցվածի վրա
drop-places = Գցեք՝ ձեր վայրերն ավելացնելու համար
drop-places-help = Դրանք նույնանուն վայրերից առաջ են
drop-articles = Գցեք՝ այս հոդվածները կարդալու համար
drop-articles-help = Դրանք կավելացվեն բացվածներին

## Dialogs

dialog-close = Փակել
dialog-cancel = Չեղարկել
dialog-file = Ֆայլ
dialog-choose-file = Ընտրել ֆայլ…
dialog-choose-place = Ընտրել տեղ…
dialog-keys-title = Ստեղներ
dialog-path-title = Բացել ուղի
dialog-path-help = Ֆայլ կամ պանակ՝ իր ամբողջ պարունակությամբ
dialog-path-field = Ուղի
dialog-path-open = Բացել
dialog-save-as-title = Պահել նախագիծն անունով
dialog-save-as-kept = Հիմա այն պահվում է { $path } ֆայլում՝ այն ամենով, ինչ անում եք։
dialog-save-as-not-kept = Այն դեռ ֆայլում չի պահվում։
dialog-save-as-hint = Մուտքագրեք .gpkg-ով ավարտվող ուղի կամ ընտրեք տեղ
dialog-save-as-save = Պահել
dialog-save-as-help = Նախագիծը GeoPackage է. QGIS-ը և այլ ծրագրեր բացում են այն այնպես, ինչպես կա։
rejected-title = Պահել մերժված տողերը
rejected-help = { $n } տող աղյուսակից՝ { $table }, ամեն մեկն իր համարով և պատճառով
dialog-places-title = Ձեր վայրերը
dialog-places-about = Դրանք առաջ են շտեմարանի նույնանուն վայրերից։ Հոդվածները նորից կարդացվում են դրանցով։
dialog-places-path = CSV կամ GeoJSON ֆայլի ուղին
dialog-places-add = Ավելացնել վայրեր
dialog-places-help = Սյունակներ կամ հատկություններ՝ name, lat, lon, նաև aliases (բաժանված | կամ ; նշանով), kind, country, radius_km, population։ Ֆայլերը կարելի է նաև գցել պատուհանի մեջ։
dialog-places-none = Դեռ ավելացված չեն
dialog-places-remove = Հանել
dialog-places-remove-named = Հանել՝ { $name }
dialog-places-before = Նախկինում օգտագործված
dialog-places-use = Նորից օգտագործել
dialog-places-use-named = Նորից օգտագործել՝ { $name }
dialog-places-forget = Մոռանալ՝ { $name }

## Where no events are shown

nothing-show-history = Ցույց տալ նախապատմությունը

## Go to anything

palette-title = Գտնել և անցնել
palette-hint = Հրամաններ, վայրեր, իրադարձություններ, հոդվածներ
palette-nothing = Ոչինչ չի գտնվել
palette-recent = Նախկինում ընտրված
palette-commands = Հրամաններ
palette-saved = Պահված
palette-filter = զտիչ
palette-bookmark = էջանիշ
palette-files = Վերջին ֆայլերը
palette-places = Վայրեր
palette-events = Իրադարձություններ
palette-articles = Հոդվածներ

## Settings

settings-title = Կարգավորումներ
settings-theme = Թեմա
settings-theme-system = Ինչպես համակարգում
settings-theme-light = Բաց
settings-theme-dark = Մուգ
settings-contrast = Կոնտրաստ
settings-contrast-high = Բարձր կոնտրաստ
settings-colours = Իրադարձությունների գույներ
settings-colours-usual = Ամեն տեսակին՝ իրենը
settings-colours-safe = Դալտոնիզմին հարմար
settings-text-size = Տեքստի չափ
settings-text-smaller = Ավելի փոքր տեքստ
settings-text-larger = Ավելի մեծ տեքստ
settings-text-usual = Սովորական չափ
settings-percent = { $n } %
settings-motion = Շարժում
settings-motion-reduced = Նվազ շարժում
settings-language = Լեզու
settings-language-system = Ինչպես համակարգում ({ $language })
settings-english = Հոդվածների բառերը երբեք չեն թարգմանվում։ Տվյալները, արտահանումը և հրամանի տողն անգլերեն են։
settings-places = Վայրերի ֆայլեր…

## The list of keys

keys-search = Որոնել ստեղներ
keys-everywhere = Միայն ստեղնաշարով
keys-pointer = Ցուցիչով
key-tab = Tab, Shift+Tab
key-tab-help = Դեպի հաջորդ տարրը, դեպի նախորդը
key-enter = Բացատ, Enter
key-enter-help = Օգտագործել տարրը, որի վրա ստեղնաշարն է
key-escape = Escape
key-escape-help = Լքել տարրը, փակել ընտրացանկը կամ երկխոսության պատուհանը
key-menus = Alt+F, E, V, T, H
key-menus-help = Բացել ընտրացանկ (ոչ Mac-ում)
key-menu-bar = F10
key-menu-bar-help = Անցնել ընտրացանկերի գոտի (ոչ Mac-ում)
key-list = Վերև, ներքև, Page Up, Page Down
key-list-help = Իրադարձությունների ցանկում՝ ընտրել ուրիշը
key-map = Սլաքներ
key-map-help = Քարտեզի վրա՝ տեղաշարժել այն, Enter-ն ընտրում է կենտրոնին ամենամոտ իրադարձությունը
key-slider = Ձախ, աջ
key-slider-help = Ժամանակի սանդղակի վրա՝ տեղաշարժել ցույց տրվող օրերը, Shift-ով՝ փոխել դրանց վերջը
gesture-map-drag = Քաշել քարտեզը
gesture-map-drag-help = Տեղաշարժել այն
gesture-map-wheel = Անիվ կամ մատներով սեղմում քարտեզի վրա
gesture-map-wheel-help = Մոտեցնել կամ հեռացնել
gesture-map-double-click = Կրկնակի սեղմում քարտեզի վրա
gesture-map-double-click-help = Մոտեցնել
gesture-map-click = Սեղմում նշանի վրա
gesture-map-click-help = Ընտրել իրադարձությունը
gesture-map-click-again = Նորից սեղմում դրա վրա
gesture-map-click-again-help = Ընտրել նույն կետի հաջորդ իրադարձությունը
gesture-type-click = Ctrl և սեղմում զտիչների տեսակի վրա
gesture-type-click-help = Ցույց տալ միայն այս տեսակի իրադարձությունները
gesture-slider-handle = Քաշել ժամանակի սանդղակի բռնակը
gesture-slider-handle-help = Փոխել ցույց տրվող առաջին կամ վերջին օրը
gesture-slider-middle = Քաշել բռնակների միջև
gesture-slider-middle-help = Տեղաշարժել ցույց տրվող օրերը
gesture-slider-outside = Քաշել բռնակներից դուրս
gesture-slider-outside-help = Ցույց տալ այլ օրեր
gesture-slider-click = Սեղմում ժամանակի սանդղակի վրա
gesture-slider-click-help = Ցույց տալ այդ օրը
gesture-slider-double-click = Կրկնակի սեղմում ժամանակի սանդղակի վրա
gesture-slider-double-click-help = Ցույց տալ բոլոր օրերը
gesture-slider-wheel = Անիվ ժամանակի սանդղակի վրա
gesture-slider-wheel-help = Ցույց տալ դրա վրա ավելի քիչ կամ շատ օրեր

## Dialogs of the system: titles and kinds of files

files-export-title = Արտահանել իրադարձությունները
files-tables = Իրադարձությունների աղյուսակներ
files-articles = Հոդվածներ և իրադարձությունների աղյուսակներ
files-places = Վայրեր
files-tiles = Քարտեզի սալիկներ
files-project = Նախագիծ
files-json-lines = JSON տողեր
files-picture = Պատկեր
picture-title = Պահել քարտեզը որպես պատկեր
picture-help = Այն օրերով, զտիչով ու տեսքով, որոնք հիմա պատուհանում են
picture-size = Չափ
picture-size-slide = Սահիկ, { $size }
picture-size-large = Մեծ սահիկ, { $size }
picture-size-page = Էջ, { $size }
picture-size-square = Քառակուսի, { $size }
picture-size-small = Փոքր, { $size }
picture-shows = Ցույց տալ
picture-as-seen = Այն, ինչ երևում է քարտեզին
picture-all-events = Այս բոլոր իրադարձությունները
picture-path-hint = Պատկերի ուղին, օրինակ՝ map.png
picture-save = Պահել պատկերը

## Export

export-title = Արտահանել իրադարձությունները
export-format = Ձևաչափ
export-events = Իրադարձություններ
export-keep-back = Չներառել
export-which = { $which } ({ $n })
export-reviewed-only = Միայն ստուգված նշվածները
export-all = Բոլորը
export-filtered = Զտիչով անցնողները
export-on-map = Հիմա քարտեզի վրա եղածները
export-selected = Ընտրվածը
export-no-names = Անձանց և խմբերի անունները
export-no-names-help = Նաև հոդվածների բառերը, որոնցում դրանք կարող են լինել
export-no-quotes = Հոդվածների բառերը
export-coarse = Ճշգրիտ դիրքերը՝
export-coarse-grid = ցանց
export-coarse-province = մարզի կենտրոն
export-km = կմ
export-delay = Վերջին իրադարձությունները՝
export-days = { $n ->
   *[other] օր
}
export-path-hint = Մուտքագրեք ուղի կամ ընտրեք ֆայլ
export-write = Արտահանել { $n } իրադարձություն

## Formats of exports, and what each is good for

export-format-csv = Աղյուսակ (CSV)
export-format-csv-help = Ամեն իրադարձությանը մեկ տող, ամեն դաշտի կողքին՝ դրա բառերը
export-format-csv-acled = Աղյուսակ ACLED-ի սյունակներով (CSV)
export-format-csv-acled-help = ACLED-ի աղյուսակներ կարդացող ծրագրերի համար
export-format-csv-ucdp = Աղյուսակ UCDP-ի սյունակներով (CSV)
export-format-csv-ucdp-help = Միայն կազմակերպված բռնություն, UCDP GED կարդացող ծրագրերի համար
export-format-xlsx = Աշխատագիրք (Excel)
export-format-xlsx-help = Իրադարձությունների, հաղորդումների և աղբյուրների թերթեր
export-format-geojson = GeoJSON
export-format-geojson-help = Կետեր այն ամենով, ինչ հայտնի է, քարտեզների համար
export-format-kml = KML
export-format-kml-help = Google Earth-ի համար, օրերով՝ դրա ժամանակի սանդղակի համար
export-format-kmz = KMZ
export-format-kmz-help = KML՝ ամեն տեսակի համար նշանով
export-format-gpkg = GeoPackage
export-format-gpkg-help = Կետերի և տարածքների շերտեր, QGIS-ի և այլոց համար
export-format-parquet = GeoParquet
export-format-parquet-help = Տիպերով սյունակներ pandas-ի, DuckDB-ի և այլոց համար
export-format-jsonl = JSON տողեր
export-format-jsonl-help = Ամեն իրադարձությանը մեկ օբյեկտ, ծրագրերի համար
export-format-markdown = Զեկույց (Markdown)
export-format-markdown-help = Իրադարձություններն ըստ օրերի, մեջբերումներով, կարդալու համար
export-format-bibtex = Աղբյուրներ (BibTeX)
export-format-bibtex-help = Հոդվածները որպես հղումներ
export-format-ris = Աղբյուրներ (RIS)
export-format-ris-help = Հոդվածները որպես հղումներ, Zotero-ի և այլոց համար
export-format-evidence = Ապացույցների փաթեթ (ZIP)
export-format-evidence-help = Աղյուսակներ, մեջբերումներ, հոդվածների հեշեր, տարբերակներ և քարտեզ, որ ուրիշները ստուգեն

## About

about-summary = Կարդում է լուրեր զինված հակամարտության մասին և ցույց տալիս, թե ինչ են դրանք հաղորդում, որտեղ և երբ։
about-licence = Ազատ ծրագիր՝ MIT կամ Apache 2.0 արտոնագրով, ձեր ընտրությամբ։
about-network = Հոդվածները երբեք դուրս չեն գալիս այս համակարգչից։ Ցանցն օգտագործում են միայն քարտեզի առցանց շերտերը։
about-made-with = Ստեղծված է հետևյալով՝
about-full-notice = Ամբողջական տեքստ
about-copy = Պատճենել ամբողջը որպես տեքստ

## Progress

progress-looking = Ֆայլերի դիտում
progress-bar = Ընթերցում
progress-moments-left = մնացել է մի քանի վայրկյան
progress-seconds-left = մնացել է մոտ { $n } վ
progress-minutes-left = մնացել է մոտ { $n } ր
progress-reading = Ընթերցում՝ { $read }, ընդամենը՝ { $total }
progress-rows = { $name }, { $n } տող
progress-cancel = Չեղարկել

## Notices

notices-title = Ծանուցումներ
notices-none = Դեռ ոչինչ չի ասվել
notices-copy = Պատճենել ամբողջը որպես տեքստ
notices-just-now = հենց նոր
notices-minutes-ago = { $n } ր առաջ
notices-hours-ago = { $n } ժ առաջ
notices-older = Եվս { $n } ծանուցում…
notice-settings-broken = Որոշ կարգավորումներ չհասկացվեցին և այնպես են, ինչպես առաջին գործարկման ժամանակ
notice-settings-not-kept = Կարգավորումները չհաջողվեց պահել
notice-dismiss = Փակել ծանուցումը
notice-dismiss-help = Փակել
notice-nothing-to-export = Դեռ արտահանելու բան չկա
notice-project-not-opened = Նախագիծը չհաջողվեց բացել
notice-project-not-saved = Նախագիծը չհաջողվեց պահել
notice-project-is = Նախագիծը հիմա { $path } է
notice-project-not-kept = Այս նախագիծը չի պահվում։ Պահեք այն անունով, որ մնա
notice-project-of-other-version = Գրված է Dateline { $version }-ով։ Ֆայլ → Նորից կարդալ ամբողջը կարդում է հոդվածներն այս տարբերակով. ձեր փոփոխությունները մնում են
notice-project-read-only = Նախագիծը միայն կարդալու համար է
notice-project-read-only-help = Փոխելու համար նախ պահեք այն այլ անունով
notice-project-brought-up = Նախագիծը թարմացվեց, նախկինը՝ { $path }
notice-no-project = Նախագիծ բացված չէ
notice-compacted = Սեղմվեց { $before }-ից մինչև { $after } ՄԲ
notice-not-compacted = Նախագիծը չհաջողվեց սեղմել
notice-not-saved = Պահված չէ
notice-saved = Պահվեց՝ { $path }
notice-exported = Պահվեց՝ { $path }, { $outcome }
notice-export-failed = Արտահանումը չհաջողվեց
notice-picture-failed = Պատկերը չհաջողվեց պահել
notice-layer-broken = { $name } շերտը հնարավոր չէ ամբողջությամբ ցույց տալ
notice-layer-broken-help = { $why }։ Ներկառուցված քարտեզը մնում է տակը։
notice-tiles-not-removed = Սալիկները չհաջողվեց հեռացնել
notice-sample-open = Օրինակն արդեն բացված է
notice-text-open = Այս տեքստն արդեն բացված է
notice-read-pasted = Տեղադրված տեքստը կարդացվեց, հաղորդվում է { $n } իրադարձություն
notice-stopped = Կանգնեցվեց՝ { $read }, ընդամենը՝ { $total }
notice-files-unreadable = { $n } ֆայլ չհաջողվեց կարդալ
notice-no-articles = Այնտեղ հոդվածներ չգտնվեցին
notice-read-articles = Կարդացվեց { $n } հոդված
notice-places-not-added = Ձեր վայրերը չհաջողվեց ավելացնել
notice-places-added = Ավելացվեց ձեր { $n } վայր { $name } ֆայլից
notice-nothing-to-read-again = Նորից կարդալու բան չկա
notice-read-again = Նորից կարդացվեց, { $changed ->
    [0] ոչինչ չի փոխվել
    [one] { $changed } հոդված այլ բան է ասում
   *[other] { $changed } հոդված այլ բան են ասում
}{ $lost ->
    [0] { "" }
    [one] , { $lost } խմբագրում կորցրել է իր բառերը և սպասում է դրանց
   *[other] , { $lost } խմբագրում կորցրել են իրենց բառերը և սպասում են դրանց
}
notice-reports-changed = { $article }՝ հաղորդումներ՝ { $changes }
notice-reports-more = { $n } ավելի
notice-reports-fewer = { $n } պակաս
notice-reports-other = { $n } փոխված
notice-edit-lost = { $article }՝ «{ $words }» ({ $step }) այլևս հաղորդում չէ
notice-join-lost = { $article }՝ «{ $words }» (միացում կամ առանձնացում) այլևս հաղորդում չէ
notice-table-open = { $name } արդեն բացված է որպես { $other }
notice-table-read = Կարդացվեց { $name }՝ { $n } տող որպես { $format }
notice-table-read-in-part = Կարդացվեց { $name }՝ { $n } տող որպես { $format }, դրանցից անպիտան են { $rejected }
notice-table-more = և ևս { $n }
notice-table-as-before = Կարդացվեց այնպես, ինչպես այս վերնագրերով նախորդ աղյուսակը
notice-mapping-not-kept = Աղյուսակի ընթերցման ձևը չհաջողվեց պահել

## Import table

mapping-title = Ներմուծել աղյուսակ
mapping-help = Ցանկացած տեսակի իրադարձությունների աղյուսակներ. տողը, օբյեկտը կամ նշիչն իրադարձություն է։
mapping-look = Նայել
mapping-looking = Ֆայլի դիտում…
mapping-import = Ներմուծել
mapping-remember = Այսուհետ այս վերնագրերով աղյուսակները կարդալ այսպես
mapping-remember-help = Հաջորդը բացվում է առանց հարցնելու և ասում է այդ մասին
mapping-saved = Կարդացված է այնպես, ինչպես նախկինում { $name }, որն ունի նույն վերնագրերը։
mapping-forget = Մոռանալ դա
mapping-forget-help = Այս վերնագրերով աղյուսակները կարդացվում են այնպես, ինչպես ճանաչվում են
mapping-known = Ճանաչվեց ըստ սյունակների՝ { $format }
mapping-no-day = Ոչ մի սյունակ չի ասում, թե երբ։ Ընտրեք «Օր կամ առաջին օր» կամ «Տարի» այն սյունակի վրա, որն ասում է։
mapping-no-place = Ոչ մի սյունակ չի ասում, թե որտեղ։ Ընտրեք «Լայնություն» և «Երկայնություն» կամ «Վայրի անունը» այն սյունակների վրա, որոնք ասում են։
mapping-no-position = Վայրերն այստեղ միայն անվանված են, իսկ անունները չեն փնտրվում. իրադարձությունները կլինեն ցուցակում, բայց ոչ քարտեզի վրա։ Ընտրեք «Լայնություն» և «Երկայնություն», եթե այդպիսի սյունակներ կան։
mapping-day-by-cells = Օրերի սյունակը գուշակվել է ըստ վանդակների։ Ստուգեք, որ ճիշտն է։
mapping-date-order = Այս ամսաթվերում օրն ու ամիսը չեն տարբերվում։ Ստուգեք, թե որն է առաջինը։
mapping-usable = { $n } տողից պիտանի է { $usable }
mapping-usable-of-first = Առաջին { $n } տողից պիտանի է { $usable }
mapping-reason-and-more = { $told } (և ևս { $n })
mapping-encoding = Կոդավորում
mapping-delimiter = Վանդակների բաժանիչ
mapping-comma = Ստորակետ
mapping-semicolon = Կետ-ստորակետ
mapping-tab = Tab նշան
mapping-headings = Առաջին տող
mapping-first-row-names = Սյունակների անուններն են
mapping-first-row-values = Արժեքների տող է
mapping-sheet = Թերթ
mapping-days = Ամսաթվեր
mapping-day-first = Օրը, ապա ամիսը
mapping-month-first = Ամիսը, ապա օրը
mapping-decimal = Տասնորդական նշան
mapping-decimal-point = Կետ՝ 39.5
mapping-decimal-comma = Ստորակետ՝ 39,5
mapping-asked = ձեր նշածով
mapping-told = գտնված
mapping-guessed = գուշակված
mapping-unit-line = Տող
mapping-unit-row = Տող
mapping-unit-feature = Օբյեկտ
mapping-becomes = Ինչ է ստացվում
mapping-nothing = Չի օգտագործվում
mapping-column-tells = Ինչ է ասում «{ $column }» սյունակը
mapping-group-when = Երբ
mapping-group-where = Որտեղ
mapping-group-what = Ինչ
mapping-group-who = Ով
mapping-group-source = Աղբյուր
mapping-types = Ինչ է կատարվել՝ ըստ «{ $column }» սյունակի վանդակների
mapping-stretches = Որքան են հայտնի օրերը՝ ըստ «{ $column }» սյունակի վանդակների
mapping-precisions = Որքան են հայտնի վայրերը՝ ըստ «{ $column }» սյունակի վանդակների
mapping-value-means = Ինչ է նշանակում «{ $value }»
mapping-codes-unknown = { $n ->
    [one] { $n } արժեք անծանոթ է և ընդունված է
   *[other] { $n } տարբեր արժեքներ անծանոթ են և ընդունված են
} այնպես, ինչպես ցույց է տրված
mapping-rows = { $n } տող

## What a column of a table tells

tells-id = Համար կամ կոդ
tells-type = Ինչ է կատարվել
tells-first-day = Օր կամ առաջին օր
tells-last-day = Վերջին օր
tells-year = Տարի
tells-month = Ամիս
tells-day = Ամսվա օր
tells-date-precision = Որքան է հայտնի օրը
tells-latitude = Լայնություն
tells-longitude = Երկայնություն
tells-position = Լայնությունն ու երկայնությունը մեկ վանդակում
tells-place = Վայրի անունը
tells-place-precision = Որքան է հայտնի վայրը
tells-radius = Շառավիղը կիլոմետրերով
tells-admin1 = Մարզ
tells-country = Երկիր
tells-killed = Սպանված
tells-killed-low = Սպանված, առնվազն
tells-killed-high = Սպանված, առավելագույնը
tells-killed-a = Առաջին կողմի սպանվածներ
tells-killed-b = Երկրորդ կողմի սպանվածներ
tells-killed-civilians = Սպանված քաղաքացիականներ
tells-killed-unknown = Սպանված, կողմն անհայտ
tells-wounded = Վիրավոր
tells-wounded-low = Վիրավոր, առնվազն
tells-wounded-high = Վիրավոր, առավելագույնը
tells-actor = Ով է մասնակցել
tells-perpetrator = Ով է արել
tells-victim = Ում դեմ է արվել
tells-source = Աղբյուր
tells-url = Աղբյուրի հասցե
tells-title = Վերնագիր
tells-citation = Աղբյուրները մեկ տեքստով
tells-published = Հրապարակման օր
tells-notes = Նկարագրություն բառերով
tells-background = Նախապատմություն
tells-confidence = Վստահություն, 0-ից 1
