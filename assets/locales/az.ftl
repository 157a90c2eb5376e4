# The words of the screen, in Azerbaijani. See en.ftl.

## Numbers of things

count-events = { $n } hadisə
count-articles = { $n } məqalə
count-reports = { $n } məlumat
count-places = { $n } yer
count-remarks = { $n } şərh
count-hits = { $n } uyğunluq
count-at-least = { $n } və ya daha çox
count-events-of = { $all } hadisədən { $shown }

## Dates. The order of their parts is that of the language.

day-month-year = { $day } { $month } { $year }
day-month = { $day } { $month }
month-year = { $month } { $year }
days-of-month = { $first }–{ $last } { $month } { $year }
months-of-year = { $first }–{ $last } { $year }
year-before-christ = e.ə. { $year }
month-short-1 = yan
month-short-2 = fev
month-short-3 = mar
month-short-4 = apr
month-short-5 = may
month-short-6 = iyn
month-short-7 = iyl
month-short-8 = avq
month-short-9 = sen
month-short-10 = okt
month-short-11 = noy
month-short-12 = dek
month-alone =
    { $month ->
       *[other] { $name }
    }

## Menus

menu-file = Fayl
menu-edit = Redaktə
menu-view = Görünüş
menu-time = Zaman
menu-help = Kömək
menu-recent-projects = Son layihələr
menu-recent-files = Son fayllar
menu-nothing-recent = Hələ yoxdur
menu-exit = Çıxış
menu-language-system = Sistemdəki kimi

## Actions: the words in the menu, and what each does

action-new-project = Yeni layihə
action-new-project-help = Boş layihədən başlamaq
action-open-project = Layihə aç…
action-open-project-help = Başqa layihəyə keçmək
action-save-project-as = Layihəni fərqli saxla…
action-save-project-as-help = Layihəyə ad və yer vermək; etdiyiniz hər şey dərhal orada saxlanılır
action-compact = Layihəni sıxlaşdır
action-compact-help = Layihə faylında silinənlərin tutduğu yeri boşaltmaq
action-open-files = Fayl aç…
action-open-files-help = Fayllardan məqalə əlavə etmək
action-open-folder = Qovluq aç…
action-open-folder-help = Qovluqdakı bütün məqalələri əlavə etmək
action-open-path = Yol aç…
action-open-path-help = Yolu yazaraq məqalə əlavə etmək və ya layihə açmaq
action-import-table = Cədvəl idxal et…
action-import-table-help = Hadisə cədvəlinin necə oxunacağını göstərmək və sətirlərindən nə alındığını görmək
action-open-sample = Nümunəni aç
action-open-sample-help = Nümunə məqalələri əlavə etmək
action-new = Bütün məqalələri bağla
action-new-help = Bütün məqalələri layihədən çıxarmaq; geri almaq olar
action-add-places = Öz yerlərini əlavə et…
action-add-places-help = CSV və ya GeoJSON faylınızdan adlar və mövqelər
action-read-again = Hamısını yenidən oxu
action-read-again-help = Bütün məqalələri proqramın bu versiyası ilə oxumaq; dəyişiklikləriniz qalır
action-export-events = Hadisələri ixrac et…
action-export-events-help = Hadisələri cədvəl kimi, xəritə üçün, hesabat kimi və ya sübutları ilə saxlamaq
action-export-annotations = Annotasiyaları ixrac et…
action-export-annotations-help = Oxunan hər şeyi saxlamaq, hər məqaləyə bir JSON sətri
action-save-picture = Şəkli saxla…
action-save-picture-help = Xəritəni PNG kimi saxlamaq
action-quit = Çıx
action-quit-help = Pəncərəni bağlamaq
action-undo = Geri al
action-undo-help = Son düzəlişi geri almaq
action-undo-step = Geri al: { $step }
action-redo = Təkrarla
action-redo-help = Yenidən etmək
action-redo-step = Təkrarla: { $step }
action-find = Tap
action-find-help = Hadisələrdə söz axtarmaq
action-find-in-article = Məqalədə tap
action-find-in-article-help = Məqalədə söz axtarmaq
action-mark-unverified = Təsdiqlənməmiş kimi işarələ
action-mark-unverified-help = Seçilmiş hadisələri təsdiqlənməmiş kimi işarələmək və ya işarəni götürmək
action-mark-disputed = Mübahisəli kimi işarələ
action-mark-disputed-help = Seçilmiş hadisələri mübahisəli kimi işarələmək və ya işarəni götürmək
action-mark-reviewed = Yoxlanılmış kimi işarələ
action-mark-reviewed-help = Seçilmiş hadisələri yoxlanılmış kimi işarələmək və ya işarəni götürmək
action-command-palette = Tap və keç…
action-command-palette-help = Əmr, yer, hadisə və məqalələri bir neçə hərflə tapmaq
action-deselect = Seçimi ləğv et
action-deselect-help = Heç nə seçməmək
action-settings = Parametrlər…
action-settings-help = Mövzu, kontrast, rənglər, mətn ölçüsü, hərəkət, dil
action-fit-map = Hadisələri sığışdır
action-fit-map-help = Bütün hadisələri xəritədə göstərmək
action-zoom-in = Yaxınlaşdır
action-zoom-in-help = Yaxına gəlmək
action-zoom-out = Uzaqlaşdır
action-zoom-out-help = Daha çox görmək
action-map-layers = Xəritə qatları…
action-map-layers-help = Başqa xəritə seçmək
action-stories = Hekayələr…
action-stories-help = Xəritə üzərində mətnli hekayələr hazırlamaq və təqdim etmək
action-map-display = Xəritənin görünüşü…
action-map-display-help = Nişanları, klasterləri və ya istilik xəritəsini və xəritədə daha nə göstəriləcəyini seçmək
action-go-to-place = Yerə keç…
action-go-to-place-help = Yeri adı və ya koordinatları ilə xəritədə göstərmək
action-select-rectangle = Düzbucaqlı seç
action-select-rectangle-help = Xəritədə düzbucaqlı çəkərək yalnız orada baş verənləri göstərmək
action-select-polygon = Sahə seç
action-select-polygon-help = Xəritədə sahənin künclərini klikləyərək yalnız orada baş verənləri göstərmək
action-filter-to-view = Yalnız görünən hissə
action-filter-to-view-help = Yalnız xəritənin görünən hissəsində baş verənləri göstərmək
action-measure = Ölç
action-measure-help = Aralarını ölçmək üçün xəritədə nöqtələri klikləmək
action-copy-coordinates = Koordinatları kopyala
action-copy-coordinates-help = Göstəricinin altındakı yerin koordinatlarını kopyalamaq
action-toggle-lists = Siyahılar
action-toggle-lists-help = Sol paneli göstərmək və ya gizlətmək
action-toggle-inspector = Təfərrüatlar
action-toggle-inspector-help = Sağ paneli göstərmək və ya gizlətmək
action-next-pane = Növbəti panel
action-next-pane-help = Klaviaturanı pəncərənin növbəti hissəsinə keçirmək
action-previous-pane = Əvvəlki panel
action-previous-pane-help = Klaviaturanı pəncərənin əvvəlki hissəsinə keçirmək
action-text-larger = Daha iri mətn
action-text-larger-help = Bütün pəncərəni daha iri göstərmək
action-text-smaller = Daha kiçik mətn
action-text-smaller-help = Bütün pəncərəni daha kiçik göstərmək
action-text-usual = Adi mətn ölçüsü
action-text-usual-help = Pəncərəni adi ölçüdə göstərmək
action-theme-system = Sistemin mövzusu
action-theme-system-help = Sistemdəki kimi, açıq və ya tünd
action-theme-light = Açıq mövzu
action-theme-light-help = Açıq fonda tünd hərflər
action-theme-dark = Tünd mövzu
action-theme-dark-help = Tünd fonda açıq hərflər
action-high-contrast = Yüksək kontrast
action-high-contrast-help = Daha seçilən hərflər, xətlər və konturlar
action-safe-colours = Rəng korluğuna uyğun rənglər
action-safe-colours-help = İstənilən rəng görmə qabiliyyəti ilə fərqlənən hadisə rəngləri
action-reduced-motion = Azaldılmış hərəkət
action-reduced-motion-help = Heç nə sürüşmür, üzmür və yanıb-sönmür
action-toggle-play = Oynat və ya dayandır
action-toggle-play-help = Zamanı axıtmaq
action-step-next = Növbəti hadisə
action-step-next-help = Zamanca növbəti hadisəni seçmək
action-step-previous = Əvvəlki hadisə
action-step-previous-help = Zamanca əvvəlki hadisəni seçmək
action-to-start = Birinci günə
action-to-start-help = Əvvələ keçmək
action-to-end = Sonuncu günə
action-to-end-help = Sona keçmək
action-show-all-time = Bütün günlər
action-show-all-time-help = Bütün günləri birdən göstərmək
action-toggle-play-events = Hadisə-hadisə oynat
action-toggle-play-events-help = Nə qədər aralı olsalar da, hadisədən hadisəyə keçmək
action-toggle-loop = Dövrə
action-toggle-loop-help = Sonda yenidən başlamaq
action-toggle-trails = İzlər
action-toggle-trails-help = Zaman axdıqca hadisələr pəncərənin arxasında solsun
action-window-on = Pəncərə irəli
action-window-on-help = Pəncərəni öz uzunluğu qədər irəli aparmaq
action-window-back = Pəncərə geri
action-window-back-help = Pəncərəni öz uzunluğu qədər geri aparmaq
action-lengthen-window = Daha uzun pəncərə
action-lengthen-window-help = Gündən həftəyə, aya, ilə
action-shorten-window = Daha qısa pəncərə
action-shorten-window-help = İldən aya, həftəyə, günə
action-toggle-mode = Yığılan
action-toggle-mode-help = Birinci gündən bəri hər şeyi saxlamaq
action-go-to-day = Günə keç…
action-go-to-day-help = Göstəriləcək günləri yazmaq
action-toggle-time-axis = Məlumatın gününə görə
action-toggle-time-axis-help = Baş verəni yox, həmin günə qədər məlum olanı göstərmək
action-focus-time = Zaman şkalası
action-focus-time-help = Oxlar pəncərəni, Shift ilə onun sonunu, Ctrl ilə əvvəlini hərəkət etdirir
action-zoom-time-in = Zamanı yaxınlaşdır
action-zoom-time-in-help = Şkalada daha az gün
action-zoom-time-out = Zamanı uzaqlaşdır
action-zoom-time-out-help = Şkalada daha çox gün
action-whole-time-axis = Şkalada bütün günlər
action-whole-time-axis-help = Şkalanı birinci gündən sonuncu günədək uzaqlaşdırmaq
action-show-keys = Klavişlər
action-show-keys-help = Bütün klavişlərin siyahısı
action-show-notices = Bildirişlər
action-show-notices-help = Pəncərə açılandan bəri deyilənləri yenidən oxumaq
action-about = Dateline haqqında
action-about-help = Versiya, lisenziyalar, məlumat mənbələri

## Steps that can be undone, after "Undo"

step-new = bütün məqalələrin bağlanması
step-close-article = məqalənin bağlanması
step-open-article-again = məqaləni yenidən aç
step-close-table = cədvəlin bağlanması
step-read-table-again = cədvəlin yenidən oxunması
step-publication-date = dərc tarixi
step-not-an-event = hadisə deyil
step-restore-event = hadisənin qaytarılması
step-change-type = növün dəyişdirilməsi
step-join-events = hadisələrin birləşdirilməsi
step-take-report-out = məlumatın ayrılması
step-add-event = hadisə əlavəsi
step-back-to-what-was-read = oxunana qayıdış
step-change-captured = əsir sayının dəyişdirilməsi
step-change-day = günün dəyişdirilməsi
step-change-deaths = ölən sayının dəyişdirilməsi
step-change-injuries = yaralı sayının dəyişdirilməsi
step-change-place = yerin dəyişdirilməsi
step-change-story = hekayənin dəyişdirilməsi
step-change-who-says-so = iddia edənin dəyişdirilməsi
step-change-who-took-part = iştirakçıların dəyişdirilməsi
step-delete-bookmark = əlfəcinin silinməsi
step-delete-filter = filtrin silinməsi
step-delete-story = hekayənin silinməsi
step-not-events = hadisə deyillər
step-note = qeyd
step-place-name = yerin adı
step-review = yoxlama
step-save-bookmark = əlfəcinin saxlanması
step-save-filter = filtrin saxlanması

## Types of events

event-type-battle = Döyüş
event-type-shelling-missile = Top atəşi və ya raket
event-type-air-drone-strike = Hava və ya dron zərbəsi
event-type-ied-mine-suicide = Bomba və ya mina
event-type-attack-on-civilians = Mülki şəxslərə hücum
event-type-abduction-arrest = Qaçırma və ya həbs
event-type-territory-taken = Ərazinin tutulması
event-type-troop-deployment-movement = Qoşun hərəkəti
event-type-ceasefire-agreement = Atəşkəs və ya razılaşma
event-type-talks-diplomacy = Danışıqlar
event-type-appeal-request = Çağırış
event-type-protest-riot = Etiraz və ya iğtişaş
event-type-aid-humanitarian = Humanitar yardım
event-type-other = Digər

## How well a day is known

stretch-day = Yalnız həmin gün
stretch-week = Ətrafında bir neçə gün
stretch-month = Ayı
stretch-year = İli

## How well a place is known

precision-exact = Dəqiq yer
precision-near = Yerin yaxınlığı
precision-admin2 = Rayon
precision-admin1 = Vilayət və ya bölgə
precision-country = Ölkə

## What a person thinks of an event

review-unreviewed = Yoxlanılmayıb
review-edited = Düzəliş edilib
review-reviewed = Yoxlanılıb
review-disputed = Mübahisəli
review-unverified = Təsdiqlənməyib

## What events can be sorted into

facet-actor = İştirakçılar
facet-claimant = Kim deyir
facet-side = Deyən tərəf
facet-outlet = Nəşr
facet-country = Ölkə
facet-place = Yer
facet-none = Bu hadisələrdə yoxdur
facet-no-match = Belə ad yoxdur
facet-find = Tap: { $facet }
facet-find-hint = Tap…
facet-more = daha { $n }
facet-fewer = Daha az
facet-help = Klik seçimə əlavə edir, Ctrl+klik yalnız bunu saxlayır

## Events in a line

event-no-place = yer yoxdur
event-no-date = tarix yoxdur

## Why something is not on the map

remark-negated = Baş vermədiyi deyilir
remark-denied = Təkzib edilir
remark-hypothetical = Planlaşdırılan və ya mümkün
remark-exercise = Təlim
remark-metaphor = Məcazi ifadə
remark-crime = Cinayət, münaqişə deyil
remark-unplaced = Yer yoxdur
remark-undated = Tarix yoxdur
remark-ambiguous-place = Hansı yer olduğu bəlli deyil
remark-unknown-place = Yer sorğu bazasında yoxdur
remark-no-publication-date = Dərc tarixi yoxdur
remark-conflicting-dates = Dərc tarixi dəqiq deyil
remark-rejected = Hadisə deyil (sizin düzəlişiniz)
remark-bad-row = Yararsız sətirlər

## What was used

weapon-aircraft = aviasiya
weapon-artillery = artilleriya
weapon-blunt = küt alət
weapon-bomb = bomba
weapon-bow = ox-yay
weapon-car-bomb = minalanmış avtomobil
weapon-chemical = kimyəvi silah
weapon-drone = dron
weapon-grenade = qumbara
weapon-ied = əldəqayırma partlayıcı
weapon-incendiary = yandırıcı silah
weapon-knife = bıçaq
weapon-mine = mina
weapon-missile = raket
weapon-mortar = minaatan
weapon-riot-control = xüsusi vasitələr
weapon-rocket = reaktiv mərmi
weapon-small-arms = atıcı silah
weapon-suicide-bomb = intihar bombası
weapon-tank = tank
weapon-vehicle = nəqliyyat vasitəsi

## What was damaged

damage-aircraft = uçuş aparatı
damage-building = bina
damage-communications = rabitə
damage-fuel = yanacaq
damage-government = dövlət idarəsi
damage-homes = yaşayış evləri
damage-hospital = xəstəxana
damage-industry = sənaye
damage-infrastructure = infrastruktur
damage-market = bazar
damage-military = hərbi obyekt
damage-power = enerji təchizatı
damage-school = məktəb
damage-settlement = yaşayış məntəqəsi
damage-ship = gəmi
damage-transport = nəqliyyat
damage-vehicle = avtomobil
damage-water = su təchizatı
damage-worship = ibadət yeri

## Left panel: tabs and lists

list-events = Hadisələr
list-articles = Məqalələr
list-not-on-map = Xəritədən kənar
list-no-articles = Açıq məqalə yoxdur
list-events-none-found = Yeri və günü olan hadisə tapılmadı. Xəritədən kənar qalanlara baxın.
list-events-all-hidden = Filtrlər bütün hadisələri gizlədir
list-events-all-history = Bütün hadisələr tarixi fondur
list-events-none-in-window = Bu günlərdə hadisə yoxdur
list-articles-none-found = Heç bir məqalədə bu sözlər yoxdur
list-column-date = Tarix
list-column-type = Növ
list-column-place = Yer
list-column-killed = Ölən
list-column-wounded = Yaralı
list-column-sources = Məlumatlar
list-column-confidence = Əminlik
list-column-review = Yoxlama
list-column-remarks = Şərhlər
list-columns = Sütunlar…
list-sort-by = Sırala: { $column }

## Left panel: several selected at once

bulk-selected = { $n } hadisə seçilib
bulk-articles = { $n } məqalə seçilib
bulk-clear = Seçimi ləğv et
bulk-mark = İşarələ…
bulk-no-mark = İşarəsiz
bulk-type = Növ…
bulk-day = Gün…
bulk-day-field = Bütün seçilmiş hadisələrin günü
bulk-place = Yer…
bulk-place-field = Bütün seçilmiş hadisələrin yeri
bulk-join = Eyni hadisə
bulk-join-help = Bu hadisələrin məlumatlarını bir hadisədə birləşdirir. Geri almaq olar.
bulk-reject = Hadisə deyil
bulk-reject-help = Onları xəritədən götürüb «Xəritədən kənar» siyahısına keçirir. Geri almaq olar.
bulk-hide-events = Hadisələri gizlət
bulk-show-events = Hadisələri göstər
bulk-remove = Çıxar
bulk-remove-help = Məqalələri və hadisələrini layihədən çıxarır. Geri almaq olar.

## Left panel: what is not on the map

left-out-more = daha { $n }
left-out-row = { $table }, sətir { $line }
left-out-nothing = Tapılan hər şey xəritədədir
left-out-restore = Hadisədir
left-out-none-found = Burada bu sözlər yoxdur
fix-set = Təyin et
fix-cancel = Ləğv et
fix-day = Günü təyin et…
fix-day-field = Hadisənin günü
fix-day-help = Gün, ay, il və ya əvvəl – son: 2022-09-13, 2022-09, 2022-09-13 – 2022-09-15
fix-place = Yeri təyin et…
fix-place-field = Hadisənin yeri
fix-place-hint = Ad və ya enlik, uzunluq
fix-place-none = Bu adda yer yoxdur
fix-place-point = { $lat }, { $lon }
fix-place-why = siz seçmisiniz
fix-published = Məqalənin tarixi…
fix-published-field = Məqalənin dərc tarixi
left-out-no-place-or-day = { $type }: heç bir məlumat harada və nə vaxt olduğunu demir
left-out-no-place = { $type }: heç bir məlumat harada olduğunu demir
left-out-no-day = { $type }: heç bir məlumat nə vaxt olduğunu demir

## Left panel: articles

article-published = Dərc olunub: { $day }, { $origin }
article-origin-text = mətndə tapılıb
article-origin-file = faylda verilib
article-origin-page = səhifədə verilib
article-origin-person = siz daxil etmisiniz
article-forget-date = Unut
article-forget-date-help = Varsa, oxunan tarixə qayıtmaq
article-no-date = Dərc tarixi tapılmadı
article-no-date-waiting = Dərc tarixi tapılmadı, ona görə { $n } ifadənin günü yoxdur
article-publication-date = Dərc tarixi: { $title }
article-set-date = Tarixi təyin et
article-date-form = İl-ay-gün
article-date-hint = İİİİ-AA-GG
article-show-events = Hadisələrini xəritədə göstər
article-show-events-of = Hadisələri göstər: { $title }
article-close = Məqaləni bağla
article-close-named = Bağla: { $title }
article-read-again = Yenidən oxu
article-read-again-named = Yenidən oxu: { $title }
article-read-again-help = Yeniləmədən sonra olduğu kimi yenidən oxumaq. Düzəlişləriniz qalır.
articles-closed = { $n ->
    [one] { $n } bağlı məqalə
   *[other] { $n } bağlı məqalə
}
articles-closed-title = Bağlı məqalələr
article-reopen = Yenidən aç
article-reopen-named = Yenidən aç: { $title }
articles-reopen-all = Hamısını yenidən aç
articles-undated = Tarixi olmayan { $n } məqalə
articles-show-undated = Yalnız bunları göstər
articles-show-all = Hamısını göstər
table-rows-rejected = { $n } sətir yararsızdır
table-line-reason = { $unit ->
    [row] sətir
    [feature] obyekt
   *[line] sətir
} { $line }: { $reason }
table-change = Oxunuşu dəyiş…
table-change-help = Sütunlarının nə bildirdiyini göstərmək və sətirlərindən nə alındığını görmək
table-save-rejected = Rədd edilən sətirləri saxla…
table-save-rejected-help = Sətir nömrəsi və səbəbi ilə cədvəl kimi, düzəldib yenidən oxumaq üçün
table-close = Cədvəli bağla
table-show-rejected = Sətirləri göstər
table-close-help = Hadisələrini xəritədən götürür. Geri almaq olar.

## Left panel: search and filters

filter-shown = Göstərilir: { $shown } / { $all }
filter-history-count = tarixi fon: { $n }
filter-clear = Filtrləri təmizlə
filter-open = Filtrlər
filter-hide = Filtrləri gizlət
filter-search = Hadisələri axtar
filter-search-hint = Hadisə, yer, iştirakçı, sitat axtar
filter-search-clear = Axtarışı təmizlə
filter-type = Növ
filter-type-help = Klik gizlədir və ya göstərir, Ctrl+klik yalnız bunu göstərir
filter-review = Yoxlama
filter-precision = Yer nə dərəcədə məlumdur
filter-more = Daha çox
filter-chosen = seçilib: { $n }
filter-hidden = gizlədilib: { $n }
filter-area = Yalnız xəritədə seçilmiş sahədə
filter-disputed-only = Yalnız məlumatları fərqlənən hadisələr
filter-least-killed = Ölən, ən azı
filter-background = Tarixi fon ({ $n })

## Left panel: filters and bookmarks with a name

saved-title = Saxlanmış filtrlər və əlfəcinlər
saved-help = Ad altında saxlanmış filtrlər və əlfəcinlər
saved-filters = Filtrlər
saved-filters-help = Nəyin gizlədildiyi və nəyin seçildiyi
saved-filter-name = Filtrin adı
saved-filter-none = Hazırda heç nə filtrlənmir
saved-delete-filter = Filtri sil: { $name }
saved-bookmarks = Əlfəcinlər
saved-bookmarks-help = Xəritə, günlər, filtrlər və hadisə
saved-bookmark-name = Əlfəcinin adı
saved-delete-bookmark = Əlfəcini sil: { $name }
saved-note = Əlfəcin üçün qeyd
saved-note-hint = İstəsəniz, qeyd
saved-save = Saxla
saved-replace = Əvəz et

## Stories

story-window = Hekayələr
story-help = Hekayə addım-addım təqdim edilir: hər addımın mətni var və xəritəni, günləri, filtrləri və hadisəni əlavə etdiyiniz andakı kimi göstərir.
story-choose = Hekayə
story-delete = Hekayəni sil
story-new-name = Yeni hekayənin adı
story-new = Yeni hekayə
story-add = Ekrandakını əlavə et
story-add-help = Xəritəni, günləri, filtrləri və hadisəni indiki kimi göstərən addım
story-present = Təqdim et
story-present-help = Xəritə üzərində addım-addım göstərmək
story-show = Göstər
story-show-help = Addımın göstərdiyini göstərmək
story-retake = Yenilə
story-retake-help = Addım indi ekranda olanı göstərsin
story-title = { $n } nömrəli addımın başlığı
story-title-hint = Başlıq
story-text = { $n } nömrəli addımın mətni
story-text-hint = Tamaşaçının oxuyacağı
story-move-up = Addımı yuxarı apar: { $n }
story-move-down = Addımı aşağı apar: { $n }
story-delete-step = Addımı sil: { $n }
story-previous = Əvvəlki addım
story-previous-help = Əvvəlki addım (Page Up)
story-next = Növbəti addım
story-next-help = Növbəti addım (Page Down)
story-end = Bitir
story-end-help = Təqdimatı bitirmək (Esc)

## Inspector

inspector-none-selected = Hadisə seçilməyib
inspector-hint-empty = Məqalələrdə oxunanlar burada görünəcək
inspector-hint-select = Xəritədə və ya siyahıda birini klikləyin, yaxud sağ oxla onlardan keçin
inspector-not-an-event = Hadisə deyil
inspector-not-an-event-help = Onu xəritədən götürüb «Xəritədən kənar» siyahısına keçirir. Geri almaq olar.
inspector-same-as = Eyni hadisə…
inspector-same-as-help = İki hadisənin məlumatlarını bir hadisədə birləşdirir. Geri almaq olar.
inspector-none-alike = Zaman və yerə görə yaxın başqa hadisə yoxdur
inspector-part = Bu hadisədən deyil
inspector-part-help = Bu məlumatı ayrıca hadisə edir. Geri almaq olar.
inspector-change-type = Növü dəyiş
inspector-show-article = Məqaləni göstər
inspector-why-joined = Bu məlumatlar niyə birləşdirilib
inspector-row-of-table = Cədvəlin sətri
inspector-disputed = Məlumatlar fərqlənir
inspector-background = Tarixi fon
inspector-type-edited = Növü siz seçmisiniz
inspector-confidence = Əminlik { $percent } %
inspector-field = { $name }: { $value }, «{ $words }»
inspector-what = Nə
inspector-when = Nə vaxt
inspector-where = Harada
inspector-killed = Ölən
inspector-wounded = Yaralı
inspector-captured = Əsir
inspector-by-whom = Kim tərəfindən
inspector-to-whom = Kimə qarşı
inspector-who = İştirakçılar
inspector-with = Vasitə
inspector-damage = Ziyan
inspector-says-who = Kim deyir
inspector-own-place = Öz yeriniz, { $file } faylından
inspector-place-near = { $place } (yerin yaxınlığı)
inspector-place-admin2 = { $place } (rayon)
inspector-place-admin1 = { $place } (vilayət və ya bölgə)
inspector-place-country = { $place } (ölkə)
inspector-reviewed-help = Baxmısınız, düzgündür (Shift+R)
inspector-disputed-help = Baxmısınız, mübahisəlidir (Shift+D)
inspector-unverified-help = Baxmısınız, müəyyən etmək mümkün olmayıb (Shift+V)
inspector-review = Yoxlama
inspector-note = Qeyd
inspector-add-note = Qeyd əlavə et
inspector-note-hint = Qeydiniz. Ctrl+Enter saxlayır, Esc ləğv edir
inspector-actor = { $name } ({ $role })
inspector-nothing = yoxdur
inspector-by-you = sizin tərəfinizdən
inspector-revert-button = Qaytar
inspector-revert = Qaytar: { $name }
inspector-revert-help = Oxunana qayıtmaq
inspector-add-value = Dəyər əlavə et…
inspector-copy-quote = Sitatı kopyala
inspector-copy-quote-help = Cümləni mənbəyi ilə kopyalayır
quote-with-source = «{ $words }» ({ $source })
role-participant = iştirakçı
role-perpetrator = kim tərəfindən
role-victim = kimə qarşı
stance-asserts = iddia edir
stance-confirms = təsdiqləyir
stance-accuses = ittiham edir
stance-admits = etiraf edir
stance-denies = təkzib edir
stance-doubts = şübhə edir

## Inspector: changing a field

edit-field = Dəyiş: { $name }
edit-apply = Tətbiq et
edit-cancel = Ləğv et
edit-expects-days = Gün və ya günlər: 2021-05-12, 12–14 may 2021, may 2021. Boş: məlum deyil
edit-expects-number = Ədəd: 3, 3–5, 3+. Boş: deyilməyib
edit-expects-name = Ad. Boş: məqalələrin özü
edit-actor = Ad { $n }
edit-role = Rol { $n }
edit-add-actor = Ad əlavə et
edit-remove = Çıxar: { $name }

## Inspector: changing a place

places-search = Başqa yer axtar
places-candidate = { $name }, { $about }
places-away = { $n } km aralı
places-all-mentions = Bütün «{ $name }» adları üçün
places-all-mentions-help = Bütün məqalələrdə bu addakı hər hadisə seçdiyiniz yerə keçir
places-one-more = Daha biri
places-point = Enlik, uzunluq
places-point-hint = Nöqtədə: 39.51, 46.34
places-point-set = Təyin et
places-expects-point = Dərəcə ilə enlik və uzunluq: 39.51, 46.34
places-precision = Nə dərəcədə məlumdur
places-radius = Radius, km
places-km = km ətraf
places-done = Hazırdır
places-show = Hamısını xəritədə göstər
places-show-help = Xəritəni bütün bu yerlər görünəcək şəkildə hərəkət etdirir. Seçilmiş yerin nişanını sürüşdürmək olar.
places-pin = { $n }: { $name }
places-pin-now = İndi olduğu yer: { $name }
kind-country = ölkə
kind-admin1 = vilayət
kind-admin2 = rayon
kind-city = şəhər
kind-village = kənd
kind-region = bölgə
kind-lake = göl
kind-river = çay
kind-sea = dəniz
kind-mountain = dağ
kind-airport = hava limanı
kind-base = baza
kind-camp = düşərgə
kind-other = yer

## Inspector: what sources say

claims-title = Kim nə deyir
claims-source = Mənbə
claims-said = { $name } { $stance }
claims-cell = { $name }, { $source }: { $value }

## Inspector: confidence

confidence-detection = Hadisə
confidence-detection-help = Ən yaxşı məlumatın hadisənin baş verməsi barədə doğru olması ehtimalı
confidence-date = Gün
confidence-date-help = Birinci günün doğru olması ehtimalı
confidence-place = Yer
confidence-place-help = Birinci yerin 20 km daxilində doğru olması ehtimalı
confidence-corroboration = Mənbələr
confidence-corroboration-help = Bir nəşrdə sıfır, hər müstəqil nəşrlə daha çox

## Inspector: history

history-title = Tarixçə ({ $n })
history-undone = geri alınıb: { $step }
history-redone = təkrarlanıb: { $step }
history-by = { $who }, { $when }
history-moment = { $day }, { $time }
history-change = { $before } → { $after }
history-as-read = oxunduğu kimi
history-undo = Geri al
history-undo-help = Bu addımı geri alır

## Inspector: a row of a table

record-line = { $format } · sətir { $line }
record-other-columns = Digər sütunlar
record-field-id = nömrə
record-field-type = növ
record-field-first-day = birinci gün
record-field-last-day = sonuncu gün
record-field-year = il
record-field-month = ay
record-field-day = gün
record-field-date-precision = tarixin dəqiqliyi
record-field-latitude = enlik
record-field-longitude = uzunluq
record-field-place = yer
record-field-place-precision = yerin dəqiqliyi
record-field-radius = radius
record-field-admin1 = vilayət
record-field-country = ölkə
record-field-killed = ölən
record-field-killed-low = ölən, ən azı
record-field-killed-high = ölən, ən çoxu
record-field-killed-a = ölən, A tərəfi
record-field-killed-b = ölən, B tərəfi
record-field-killed-civilians = ölən mülki şəxslər
record-field-killed-unknown = ölən, tərəfi bilinmir
record-field-wounded = yaralı
record-field-wounded-low = yaralı, ən azı
record-field-wounded-high = yaralı, ən çoxu
record-field-actor = iştirakçı
record-field-perpetrator = kim tərəfindən
record-field-victim = kimə qarşı
record-field-source = mənbə
record-field-citation = mənbə istinadı
record-field-title = başlıq
record-field-url = ünvan
record-field-published = dərc olunub
record-field-notes = təsvir
record-field-background = tarixi fon
record-field-confidence = əminlik

## Reader

reader-empty = Seçilmiş hadisənin məqaləsi burada göstərilir
reader-no-date = dərc tarixi yoxdur
reader-open-page = Səhifəni aç
reader-right-to-left = Sağdan sola yazılan sözləri olan abzaslarda mətn seçmək olmur. Sağ klik abzası kopyalayır.
reader-copy-paragraph = Abzası kopyala
reader-text = Məqalə
reader-marks = Rənglər
reader-marks-help = Rənglərin mənası və hansıların göstərildiyi
reader-mark-happening = Hadisələr
reader-mark-time = Vaxtlar
reader-mark-place = Yerlər
reader-mark-people = Xalqlar
reader-mark-actor = İştirakçılar
reader-mark-weapon = Silah və ziyan
reader-mark-number = Ədədlər
reader-mark-claim = Kim deyir
reader-mark-help = Klik onları işarələyir və ya işarəni götürür
reader-search = Məqalədə axtarış
reader-search-open = Məqalədə tap
reader-search-help = Məqalədə söz axtarmaq (Ctrl+Shift+F)
reader-search-next = Növbəti uyğunluq
reader-search-previous = Əvvəlki uyğunluq
reader-search-close = Axtarışı bağla
reader-search-count = { $n } / { $all }
reader-search-none = Tapılmadı
reader-add-event = Hadisə kimi əlavə et…
reader-place-of = Bütün «{ $name }» adları haradadır
reader-place-as-read = Oxunduğu kimi

## Time slider

timeline-empty = Hadisələrin günləri burada göstəriləcək
timeline-to-start = Birinci günə
timeline-to-start-help = Birinci günə (Home)
timeline-previous = Əvvəlki hadisə
timeline-previous-help = Əvvəlki hadisə (sol ox)
timeline-play = Oynat
timeline-play-help = Oynat (boşluq)
timeline-pause = Dayandır
timeline-pause-help = Dayandır (boşluq)
timeline-next = Növbəti hadisə
timeline-next-help = Növbəti hadisə (sağ ox)
timeline-to-end = Sonuncu günə
timeline-to-end-help = Sonuncu günə (End)
timeline-window = Pəncərə
timeline-window-help = Sabit uzunluqlu pəncərə hərəkət edir
timeline-cumulative = Yığılan
timeline-cumulative-help = Birinci gündən bəri hər şey qalır
timeline-speed = Sürət
timeline-speed-help = Sürət: sürüşdürün və ya klikləyib yazın
timeline-speed-unit = gün/san
timeline-all-days = Bütün günlər
timeline-all-days-help = Bütün günləri birdən göstərmək (A)
timeline-days-shown = Göstərilən günlər: { $days }
timeline-earlier = daha əvvəl: { $n }
timeline-later = daha sonra: { $n }
timeline-loop = Dövrə
timeline-loop-help = Sonda yenidən başlamaq (R)
timeline-speeds = Sürətlər
timeline-speed-unit-years = il/san
timeline-pace-unit = hadisə/san
timeline-all-in = Hamısı { $n } saniyəyə
timeline-length = Pəncərənin uzunluğu
timeline-length-help = Pəncərənin uzunluğu: sürüşdürün və ya klikləyib yazın
timeline-length-unit = { $n ->
   *[other] gün
}
timeline-length-unit-years = { $n ->
   *[other] il
}
timeline-lengths = Uzunluqlar
timeline-length-1 = Gün
timeline-length-3 = Üç gün
timeline-length-7 = Həftə
timeline-length-14 = İki həftə
timeline-length-30 = Ay
timeline-length-91 = Üç ay
timeline-length-182 = Yarım il
timeline-length-365 = İl
timeline-length-1826 = Beş il
timeline-length-9131 = 25 il
timeline-length-36525 = Yüz il
timeline-first-day = Göstərilən birinci gün
timeline-last-day = Göstərilən sonuncu gün
timeline-date-help = Gün, ay və ya il yazın, sonra Enter basın
timeline-date-form = Belə yazın: 2022-09-13, 13 sen 2022, sen 2022 və ya 2022
timeline-date-outside = Hadisələrin günləri: { $days }
timeline-axis = Zaman oxu: hərəkət üçün sürüşdürün, hadisələrin çoxu üçün ikiqat klikləyin
timeline-axis-choice = Hadisənin hansı günü sayılır
timeline-axis-happened = Baş verdiyi kimi
timeline-axis-happened-help = Baş verdiyi gün
timeline-axis-known = Bildirildiyi kimi
timeline-axis-known-help = Haqqında ilk məlumatın dərc olunduğu gün
timeline-known = İlk məlumatın gününə görə
timeline-known-help = Nə vaxt baş verməsindən asılı olmayaraq, həmin günə qədər məlum olan
timeline-without-day = dərc günü olmayan: { $n }
timeline-beyond-help = Şkalada bütün günləri göstərmək
timeline-more = Zaman üçün digər əmrlər
timeline-by-time = Zamana görə oynat
timeline-by-events = Hadisə-hadisə oynat
timeline-bar-none = Hadisə yoxdur
timeline-bar-possible = { $n } mümkün
timeline-bar-both = { $n } və { $possible } mümkün
timeline-bar-hidden = filtrlərlə gizlədilib: { $n }

## Map

map-name = Xəritə, { $all } hadisədən { $shown } göstərilir
map-zoom-in = Yaxınlaşdır
map-zoom-in-help = Yaxınlaşdır (+)
map-zoom-out = Uzaqlaşdır
map-zoom-out-help = Uzaqlaşdır (-)
map-fit = Hadisələri sığışdır
map-fit-help = Bütün hadisələri göstər (F)
map-layers = Xəritə qatları
map-layers-help = Xəritənin nə göstərdiyi: daxili xəritə, OpenStreetMap, öz plitələriniz (L)
map-scale-km = { $n } km
map-scale-m = { $n } m
map-attribution = Əsas xəritə: Natural Earth, GeoNames, geoBoundaries (CC BY 4.0), © OpenStreetMap iştirakçıları (göllər, ODbL)
map-killed = Ölən: { $count }
map-more-events = və daha { $n }
map-click-again = Növbətisi üçün yenidən klikləyin
legend-title = Şərti işarələr
legend-fold = Şərti işarələri yığ
legend-unfold = Şərti işarələri aç
legend-outside = Görünüşdən kənarda { $n } hadisə
legend-toggle = { $name }: gizlət və ya göstər
legend-help = Klik gizlədir və ya göstərir, Ctrl+klik yalnız bunu göstərir
legend-heat-little = az
legend-heat-much = çox
legend-deaths = Ölənlər
legend-side-says = { $side } deyir
legend-side-help = Yalnız bu tərəfin dediklərini göstərmək və ya yenə hamısını
legend-side-neither = Hər ikisi və ya başqaları
picture-no-dates = Tarixi olan hadisə yoxdur

## Map: how events are shown

map-display = Xəritənin görünüşü
map-display-help = Nişanlar, klasterlər və ya istilik xəritəsi və daha nə göstərilir (M)
map-display-close = Xəritənin görünüşünü bağla
map-markers = Nişanlar
map-markers-help = Hər hadisəyə bir işarə
map-clusters = Klasterlər
map-clusters-help = İşarələrin bir-birini örtdüyü yerdə rəqəmli dairələr; klik onları açır
map-heat = İstilik xəritəsi
map-heat-help = Harada nə qədər baş verdiyi rənglə
map-by-deaths = Ölən çoxdursa, işarə iri
map-by-side = Tərəfə görə rəng
map-by-side-help = Baş verdiyini kim deyir: { $sides }
map-trails = Köhnə hadisələri soldur
map-trails-help = Zaman axdıqca keçənlər solur
map-areas = Qeyri-dəqiq yerlərin sahələri
map-areas-help = Yeri dəqiq məlum olmayan bütün hadisələrin ola biləcəyi sahələr
map-arrows = Hərəkət yolları
map-arrows-help = Haradan hara olduğu deyilirsə ox, deyilmirsə nöqtələr
map-follow = Seçilmişi izlə
map-follow-help = Xəritə seçilmiş hadisənin olduğu yerə gedir
map-sexagesimal = Dərəcə, dəqiqə, saniyə
map-cluster = { $n } hadisə: { $types }
map-list-close = Siyahını bağla
map-list-killed = { $n } ölən

## Map: tools

map-north = Ş
map-rectangle = Düzbucaqlı seç
map-rectangle-help = Yalnız düzbucaqlıda baş verənləri göstər
map-rectangle-hint = Düzbucaqlı çəkin; bitirmək üçün Escape
map-polygon = Sahə seç
map-polygon-help = Yalnız sahədə baş verənləri göstər
map-polygon-hint = Sahənin künclərini klikləyin; bitirmək üçün Escape
map-polygon-hint-close = Enter və ya ikiqat klik sahəni qapayır; bitirmək üçün Escape
map-clear-area = Sahəni götür
map-clear-area-help = Başqa yerlərdə baş verənləri də göstər
map-measure = Ölç
map-measure-help = Məsafələri ölç
map-measure-hint = Aralarını ölçmək üçün nöqtələri klikləyin; bitirmək üçün Escape
map-measured = { $length }; bitirmək üçün Escape
map-copied = Kopyalandı: { $place }
map-go-to = Yerə keç
map-go-to-help = Yerə adı ilə keç (Ctrl+G)
map-go-to-hint = Ad və ya 39.5, 46.3
map-go-to-nothing = Belə yer yoxdur
map-kind-country = ölkə
map-kind-admin1 = vilayət və ya bölgə
map-kind-admin2 = rayon
map-kind-city = şəhər
map-kind-village = kənd
map-kind-region = bölgə
map-kind-lake = göl
map-kind-river = çay
map-kind-sea = dəniz
map-kind-mountain = dağ
map-kind-airport = hava limanı
map-kind-base = baza
map-kind-camp = düşərgə
map-kind-other = yer

## Map layers

layers-title = Xəritə qatı
layers-close = Bağla
layers-close-name = Qatları bağla
layers-built-in = Daxili xəritə
layers-built-in-help = Şəbəkə tələb etmir
layers-what-it-shows = Nə göstərir
layers-online = onlayn
layers-file = fayl
layers-remove = Siyahıdan çıxar
layers-remove-named = Çıxar: { $name }
layers-question = Bu xəritə { $host } ünvanından yüklənir. Server hansı ərazilərə baxdığınızı və kompüterinizin ünvanını öyrənir. Məqalələriniz və hadisələriniz burada qalır.
layers-fetch = Xəritəni yüklə
layers-cancel = Ləğv et
layers-none-kept = Yüklənmiş plitə saxlanılmayıb
layers-kept = { $mb } MB yüklənmiş plitə saxlanılıb
layers-kept-where = { $folder } qovluğunda, heç vaxt 200 MB-dan çox olmur
layers-clear = Təmizlə
layers-forgotten = Pəncərə bağlananda qatlar və cavablar unudulur
layers-relief = Relyef
layers-rivers = Çaylar
layers-urban = Tikili ərazilər
layers-railways = Dəmir yolları
layers-divisions = Vilayətlər və rayonlar
layers-countries = Ölkə və su adları
layers-places = Şəhər adları
layers-names-in = Adların dili
layers-dashed = Qırıq xətt: mübahisəli sərhədlər, atəşkəs və iddia xətləri (Natural Earth)
layers-add-own = Öz qatını əlavə et
layers-own-place = Ünvan və ya fayl
layers-own-help = Şəkil plitələri və ya PMTiles arxivi; faylı pəncərəyə atmaq da olar
layers-own-name = Ad
layers-own-name-hint = serverin və ya faylın adı
layers-own-attribution = Müəlliflik
layers-own-attribution-hint = © kim hazırlayıb
layers-own-zoom = Ən böyük yaxınlaşma
layers-own-add = Qat əlavə et
layers-own-choose-file = Fayl seç…

## Start and dropping files

start-title = Xəbər məqalələrini buraya atın
start-help = Mətn, Markdown, veb səhifələr, PDF, Word, OpenDocument, JSON və ya ZIP, fayl və ya qovluq kimi; məqalənin mətnini yapışdırmaq da olar. Dateline nə bildirildiyini tapır və xəritədə göstərir. Heç nə bu kompüterdən çıxmır.
start-open-files = Fayl aç…
start-open-folder = Qovluq aç…
start-open-sample = Nümunəni aç
drop-tiles = Bu xəritəni göstərmək üçün buraxın
drop-tiles-help = Daxili xəritənin üzərində göstərilir
drop-places = Öz yerlərinizi əlavə etmək üçün buraxın
drop-places-help = Eyni adlı yerlərdən üstün tutulurlar
drop-articles = Bu məqalələri oxumaq üçün buraxın
drop-articles-help = Açıq olanlara əlavə edilirlər

## Dialogs

dialog-close = Bağla
dialog-cancel = Ləğv et
dialog-file = Fayl
dialog-choose-file = Fayl seç…
dialog-choose-place = Yer seç…
dialog-keys-title = Klavişlər
dialog-path-title = Yol aç
dialog-path-help = Fayl və ya içindəki hər şeylə birgə qovluq
dialog-path-field = Yol
dialog-path-open = Aç
dialog-save-as-title = Layihəni ad altında saxla
dialog-save-as-kept = İndi etdiyiniz hər şeylə birgə { $path } faylında saxlanılır.
dialog-save-as-not-kept = Hələ faylda saxlanılmır.
dialog-save-as-hint = .gpkg ilə bitən yol yazın və ya yer seçin
dialog-save-as-save = Saxla
dialog-save-as-help = Layihə GeoPackage faylıdır: QGIS və başqa proqramlar onu olduğu kimi açır.
rejected-title = Rədd edilən sətirləri saxla
rejected-help = { $table } cədvəlindən { $n } sətir, hər biri nömrəsi və səbəbi ilə
dialog-places-title = Öz yerləriniz
dialog-places-about = Sorğu bazasındakı eyni adlı yerlərdən üstün tutulurlar. Məqalələr onlarla yenidən oxunur.
dialog-places-path = CSV və ya GeoJSON faylının yolu
dialog-places-add = Yer əlavə et
dialog-places-help = Sütunlar və ya xassələr: name, lat, lon; həmçinin aliases (| və ya ; ilə ayrılır), kind, country, radius_km, population. Faylları pəncərəyə atmaq da olar.
dialog-places-none = Hələ əlavə edilməyib
dialog-places-remove = Çıxar
dialog-places-remove-named = Çıxar: { $name }
dialog-places-before = Əvvəllər işlədilib
dialog-places-use = Yenidən işlət
dialog-places-use-named = Yenidən işlət: { $name }
dialog-places-forget = Unut: { $name }

## Where no events are shown

nothing-show-history = Tarixi fonu göstər

## Go to anything

palette-title = Tap və keç
palette-hint = Əmrlər, yerlər, hadisələr, məqalələr
palette-nothing = Heç nə tapılmadı
palette-recent = Əvvəl seçilənlər
palette-commands = Əmrlər
palette-saved = Saxlanmışlar
palette-filter = filtr
palette-bookmark = əlfəcin
palette-files = Son fayllar
palette-places = Yerlər
palette-events = Hadisələr
palette-articles = Məqalələr

## Settings

settings-title = Parametrlər
settings-theme = Mövzu
settings-theme-system = Sistemdəki kimi
settings-theme-light = Açıq
settings-theme-dark = Tünd
settings-contrast = Kontrast
settings-contrast-high = Yüksək kontrast
settings-colours = Hadisə rəngləri
settings-colours-usual = Hər növə bir rəng
settings-colours-safe = Rəng korluğuna uyğun
settings-text-size = Mətn ölçüsü
settings-text-smaller = Daha kiçik mətn
settings-text-larger = Daha iri mətn
settings-text-usual = Adi ölçü
settings-percent = { $n } %
settings-motion = Hərəkət
settings-motion-reduced = Azaldılmış hərəkət
settings-language = Dil
settings-language-system = Sistemdəki kimi ({ $language })
settings-english = Məqalələrin sözləri heç vaxt tərcümə edilmir. Verilənlər, ixrac və əmr sətri ingiliscədir.
settings-places = Yer faylları…

## The list of keys

keys-search = Klaviş axtar
keys-everywhere = Yalnız klaviatura ilə
keys-pointer = Göstərici ilə
key-tab = Tab, Shift+Tab
key-tab-help = Növbəti elementə, əvvəlki elementə
key-enter = Boşluq, Enter
key-enter-help = Klaviaturanın olduğu elementi işlətmək
key-escape = Escape
key-escape-help = Elementdən çıxmaq, menyunu və ya dialoqu bağlamaq
key-menus = Alt+F, E, V, T, H
key-menus-help = Menyu açmaq (Mac-da yox)
key-menu-bar = F10
key-menu-bar-help = Menyu zolağına keçmək (Mac-da yox)
key-list = Yuxarı, aşağı, Page Up, Page Down
key-list-help = Hadisə siyahısında: başqasını seçmək
key-map = Oxlar
key-map-help = Xəritədə: onu hərəkət etdirmək; Enter ortasına ən yaxın hadisəni seçir
key-slider = Sol, sağ
key-slider-help = Zaman şkalasında: göstərilən günləri hərəkət etdirmək; Shift ilə sonunu dəyişmək
gesture-map-drag = Xəritəni sürüşdürmək
gesture-map-drag-help = Hərəkət etdirmək
gesture-map-wheel = Xəritədə çarx və ya iki barmaq
gesture-map-wheel-help = Yaxınlaşmaq və ya uzaqlaşmaq
gesture-map-double-click = Xəritədə ikiqat klik
gesture-map-double-click-help = Yaxınlaşmaq
gesture-map-click = İşarəyə klik
gesture-map-click-help = Hadisəni seçmək
gesture-map-click-again = Ona yenidən klik
gesture-map-click-again-help = Eyni nöqtədəki növbəti hadisəni seçmək
gesture-type-click = Ctrl ilə filtrlərdəki növə klik
gesture-type-click-help = Yalnız bu növ hadisələri göstərmək
gesture-slider-handle = Zaman şkalasının tutacağını sürüşdürmək
gesture-slider-handle-help = Göstərilən birinci və ya sonuncu günü dəyişmək
gesture-slider-middle = Tutacaqların arasını sürüşdürmək
gesture-slider-middle-help = Göstərilən günləri hərəkət etdirmək
gesture-slider-outside = Tutacaqlardan kənarda sürüşdürmək
gesture-slider-outside-help = Başqa günləri göstərmək
gesture-slider-click = Zaman şkalasına klik
gesture-slider-click-help = Həmin günü göstərmək
gesture-slider-double-click = Zaman şkalasına ikiqat klik
gesture-slider-double-click-help = Bütün günləri göstərmək
gesture-slider-wheel = Zaman şkalasında çarx
gesture-slider-wheel-help = Orada daha az və ya çox gün göstərmək

## Dialogs of the system: titles and kinds of files

files-export-title = Hadisələri ixrac et
files-tables = Hadisə cədvəlləri
files-articles = Məqalələr və hadisə cədvəlləri
files-places = Yerlər
files-tiles = Xəritə plitələri
files-project = Layihə
files-json-lines = JSON sətirləri
files-picture = Şəkil
picture-title = Xəritəni şəkil kimi saxla
picture-help = Pəncərədə indi olan günlər, süzgəc və görünüşlə
picture-size = Ölçü
picture-size-slide = Slayd, { $size }
picture-size-large = Böyük slayd, { $size }
picture-size-page = Səhifə, { $size }
picture-size-square = Kvadrat, { $size }
picture-size-small = Kiçik, { $size }
picture-shows = Göstər
picture-as-seen = Xəritədə indi görünən
picture-all-events = Bu hadisələrin hamısı
picture-path-hint = Şəklin yolu, məsələn map.png
picture-save = Şəkli saxla

## Export

export-title = Hadisələri ixrac et
export-format = Format
export-events = Hadisələr
export-keep-back = Daxil etmə
export-which = { $which } ({ $n })
export-reviewed-only = Yalnız yoxlanılmış kimi işarələnənlər
export-all = Hamısı
export-filtered = Filtrdən keçənlər
export-on-map = İndi xəritədə olanlar
export-selected = Seçilmiş hadisə
export-no-names = Şəxs və qrup adları
export-no-names-help = Həmçinin onları ehtiva edə bilən məqalə sözləri
export-no-quotes = Məqalələrin sözləri
export-coarse = Dəqiq mövqelər:
export-coarse-grid = tor
export-coarse-province = vilayətin ortası
export-km = km
export-delay = Son hadisələr:
export-days = { $n ->
   *[other] gün
}
export-path-hint = Yol yazın və ya fayl seçin
export-write = { $n } hadisəni ixrac et

## Formats of exports, and what each is good for

export-format-csv = Cədvəl (CSV)
export-format-csv-help = Hər hadisəyə bir sətir, hər sahənin yanında arxasındakı sözlər
export-format-csv-acled = ACLED sütunları ilə cədvəl (CSV)
export-format-csv-acled-help = ACLED cədvəllərini oxuyan proqramlar üçün
export-format-csv-ucdp = UCDP sütunları ilə cədvəl (CSV)
export-format-csv-ucdp-help = Yalnız mütəşəkkil zorakılıq, UCDP GED oxuyan proqramlar üçün
export-format-xlsx = İş kitabı (Excel)
export-format-xlsx-help = Hadisə, məlumat və mənbə vərəqləri
export-format-geojson = GeoJSON
export-format-geojson-help = Məlum olan hər şeylə birgə nöqtələr, xəritələr üçün
export-format-kml = KML
export-format-kml-help = Google Earth üçün, zaman şkalasına günlərlə
export-format-kmz = KMZ
export-format-kmz-help = Hər növə işarəsi olan KML
export-format-gpkg = GeoPackage
export-format-gpkg-help = Nöqtə və sahə qatları, QGIS və başqaları üçün
export-format-parquet = GeoParquet
export-format-parquet-help = pandas, DuckDB və başqaları üçün tipli sütunlar
export-format-jsonl = JSON sətirləri
export-format-jsonl-help = Hər hadisəyə bir obyekt, proqramlar üçün
export-format-markdown = Hesabat (Markdown)
export-format-markdown-help = Sitatları ilə günlər üzrə hadisələr, oxumaq üçün
export-format-bibtex = Mənbələr (BibTeX)
export-format-bibtex-help = Məqalələr istinad kimi
export-format-ris = Mənbələr (RIS)
export-format-ris-help = Məqalələr istinad kimi, Zotero və başqaları üçün
export-format-evidence = Sübut paketi (ZIP)
export-format-evidence-help = Cədvəllər, sitatlar, məqalələrin heşləri, versiyalar və xəritə, başqalarının yoxlaması üçün

## About

about-summary = Silahlı münaqişə haqqında xəbərləri oxuyur və nəyin, harada və nə vaxt bildirildiyini göstərir.
about-licence = Seçiminizə görə MIT və ya Apache 2.0 lisenziyası ilə azad proqramdır.
about-network = Məqalələr heç vaxt bu kompüterdən çıxmır. Şəbəkədən yalnız onlayn xəritə qatları istifadə edir.
about-made-with = Bunlarla hazırlanıb
about-full-notice = Tam mətn
about-copy = Hamısını mətn kimi kopyala

## Progress

progress-looking = Fayllara baxılır
progress-bar = Oxunur
progress-moments-left = bir neçə saniyə qalıb
progress-seconds-left = təxminən { $n } san qalıb
progress-minutes-left = təxminən { $n } dəq qalıb
progress-reading = Oxunur: { $read } / { $total }
progress-rows = { $name }, { $n } sətir
progress-cancel = Ləğv et

## Notices

notices-title = Bildirişlər
notices-none = Hələ heç nə deyilməyib
notices-copy = Hamısını mətn kimi kopyala
notices-just-now = indicə
notices-minutes-ago = { $n } dəq əvvəl
notices-hours-ago = { $n } saat əvvəl
notices-older = Daha { $n } bildiriş…
notice-settings-broken = Bəzi parametrlər anlaşılmadı və ilk açılışdakı kimidir
notice-settings-not-kept = Parametrləri saxlamaq olmadı
notice-dismiss = Bildirişi bağla
notice-dismiss-help = Bağla
notice-nothing-to-export = Hələ ixrac ediləcək bir şey yoxdur
notice-project-not-opened = Layihəni açmaq olmadı
notice-project-not-saved = Layihəni saxlamaq olmadı
notice-project-is = Layihə indi: { $path }
notice-project-not-kept = Bu layihə saxlanılmır. Qalması üçün onu ad altında saxlayın
notice-project-of-other-version = Dateline { $version } ilə yazılıb. Fayl → Hamısını yenidən oxu məqalələri bu versiya ilə oxuyur; dəyişiklikləriniz qalır
notice-project-read-only = Layihəni yalnız oxumaq olar
notice-project-read-only-help = Dəyişmək üçün əvvəlcə başqa adla saxlayın
notice-project-brought-up = Layihə yeniləndi; əvvəlki halı: { $path }
notice-no-project = Açıq layihə yoxdur
notice-compacted = Sıxlaşdırıldı: { $before } MB əvəzinə { $after } MB
notice-not-compacted = Layihəni sıxlaşdırmaq olmadı
notice-not-saved = Saxlanmadı
notice-saved = Saxlandı: { $path }
notice-exported = Saxlandı: { $path }: { $outcome }
notice-export-failed = İxrac alınmadı
notice-picture-failed = Şəkli saxlamaq olmadı
notice-layer-broken = { $name } tam göstərilə bilmir
notice-layer-broken-help = { $why }. Daxili xəritə altda qalır.
notice-tiles-not-removed = Plitələri silmək olmadı
notice-sample-open = Nümunə artıq açıqdır
notice-text-open = Bu mətn artıq açıqdır
notice-read-pasted = Yapışdırılan mətn oxundu: { $n } hadisə bildirilir
notice-stopped = Dayandırıldı: { $read } / { $total }
notice-files-unreadable = { $n } faylı oxumaq olmadı
notice-no-articles = Orada məqalə tapılmadı
notice-read-articles = { $n } məqalə oxundu
notice-places-not-added = Öz yerlərinizi əlavə etmək olmadı
notice-places-added = { $name } faylından { $n } yeriniz əlavə edildi
notice-nothing-to-read-again = Yenidən oxunacaq bir şey yoxdur
notice-read-again = Yenidən oxundu; { $changed ->
    [0] heç nə dəyişmədi
   *[other] { $changed } məqalə başqa şey deyir
}{ $lost ->
    [0] { "" }
   *[other] ; { $lost } düzəliş sözlərini itirib və onları gözləyir
}
notice-reports-changed = { $article }: məlumatlar: { $changes }
notice-reports-more = { $n } çox
notice-reports-fewer = { $n } az
notice-reports-other = { $n } dəyişib
notice-edit-lost = { $article }: «{ $words }» ({ $step }) artıq məlumat deyil
notice-join-lost = { $article }: «{ $words }» (birləşdirmə və ya ayırma) artıq məlumat deyil
notice-table-open = { $name } artıq { $other } kimi açıqdır
notice-table-read = Oxundu: { $name }, { $n } sətir, { $format } kimi
notice-table-read-in-part = Oxundu: { $name }, { $n } sətir, { $format } kimi, onlardan { $rejected } yararsızdır
notice-table-more = və daha { $n }
notice-table-as-before = Bu başlıqlı əvvəlki cədvəl kimi oxundu
notice-mapping-not-kept = Cədvəlin oxunuşunu saxlamaq olmadı

## Import table

mapping-title = Cədvəl idxal et
mapping-help = İstənilən növ hadisə cədvəli: sətir, obyekt və ya nişan bir hadisədir.
mapping-look = Bax
mapping-looking = Fayla baxılır…
mapping-import = İdxal et
mapping-remember = Bundan sonra bu başlıqlı cədvəlləri belə oxu
mapping-remember-help = Növbətisi soruşmadan açılır və bunu bildirir
mapping-saved = Eyni başlıqlı { $name } əvvəl oxunduğu kimi oxunub.
mapping-forget = Bunu unut
mapping-forget-help = Bu başlıqlı cədvəllər tanındığı kimi oxunur
mapping-known = Sütunlarından tanındı: { $format }
mapping-no-day = Heç bir sütun nə vaxt olduğunu demir. Deyən sütunun üzərində «Gün və ya birinci gün» və ya «İl» seçin.
mapping-no-place = Heç bir sütun harada olduğunu demir. Deyən sütunların üzərində «Enlik» və «Uzunluq» və ya «Yerin adı» seçin.
mapping-no-position = Yerlərin burada yalnız adı var, adlar isə axtarılmır: hadisələr siyahıda olacaq, xəritədə yox. Belə sütunlar varsa, «Enlik» və «Uzunluq» seçin.
mapping-day-by-cells = Gün sütunu xanalara görə təxmin edilib. Düzgün olduğunu yoxlayın.
mapping-date-order = Bu tarixlərdə gün və ay fərqlənmir. Hansının əvvəl gəldiyini yoxlayın.
mapping-usable = { $n } sətirdən { $usable } yararlıdır
mapping-usable-of-first = İlk { $n } sətirdən { $usable } yararlıdır
mapping-reason-and-more = { $told } (və daha { $n })
mapping-encoding = Kodlaşdırma
mapping-delimiter = Xana ayırıcısı
mapping-comma = Vergül
mapping-semicolon = Nöqtəli vergül
mapping-tab = Tabulyasiya
mapping-headings = Birinci sətir
mapping-first-row-names = Sütun adlarıdır
mapping-first-row-values = Dəyərlər sətridir
mapping-sheet = Vərəq
mapping-days = Tarixlər
mapping-day-first = Əvvəl gün, sonra ay
mapping-month-first = Əvvəl ay, sonra gün
mapping-decimal = Onluq işarəsi
mapping-decimal-point = Nöqtə: 39.5
mapping-decimal-comma = Vergül: 39,5
mapping-asked = dediyiniz kimi
mapping-told = tapılıb
mapping-guessed = təxmin edilib
mapping-unit-line = Sətir
mapping-unit-row = Sətir
mapping-unit-feature = Obyekt
mapping-becomes = Nə alınır
mapping-nothing = İstifadə olunmur
mapping-column-tells = «{ $column }» nə bildirir
mapping-group-when = Nə vaxt
mapping-group-where = Harada
mapping-group-what = Nə
mapping-group-who = Kim
mapping-group-source = Mənbə
mapping-types = «{ $column }» xanalarına görə nə baş verib
mapping-stretches = «{ $column }» xanalarına görə günlər nə dərəcədə məlumdur
mapping-precisions = «{ $column }» xanalarına görə yerlər nə dərəcədə məlumdur
mapping-value-means = «{ $value }» nə deməkdir
mapping-codes-unknown = { $n } fərqli dəyər tanınmır və göstərildiyi kimi qəbul edilib
mapping-rows = { $n } sətir

## What a column of a table tells

tells-id = Nömrə və ya kod
tells-type = Nə baş verib
tells-first-day = Gün və ya birinci gün
tells-last-day = Sonuncu gün
tells-year = İl
tells-month = Ay
tells-day = Ayın günü
tells-date-precision = Gün nə dərəcədə məlumdur
tells-latitude = Enlik
tells-longitude = Uzunluq
tells-position = Enlik və uzunluq bir xanada
tells-place = Yerin adı
tells-place-precision = Yer nə dərəcədə məlumdur
tells-radius = Kilometrlə radius
tells-admin1 = Vilayət
tells-country = Ölkə
tells-killed = Ölən
tells-killed-low = Ölən, ən azı
tells-killed-high = Ölən, ən çoxu
tells-killed-a = Birinci tərəfdən ölənlər
tells-killed-b = İkinci tərəfdən ölənlər
tells-killed-civilians = Ölən mülki şəxslər
tells-killed-unknown = Ölənlər, tərəfi bilinmir
tells-wounded = Yaralı
tells-wounded-low = Yaralı, ən azı
tells-wounded-high = Yaralı, ən çoxu
tells-actor = Kim iştirak edib
tells-perpetrator = Kim edib
tells-victim = Kimə qarşı edilib
tells-source = Mənbə
tells-url = Mənbənin ünvanı
tells-title = Başlıq
tells-citation = Mənbələr bir mətndə
tells-published = Dərc günü
tells-notes = Sözlə təsvir
tells-background = Tarixi fon
tells-confidence = Əminlik, 0–1
