# The words of the screen, in Turkish. See en.ftl.

## Numbers of things

count-events = { $n } olay
count-articles = { $n } haber
count-reports = { $n } rapor
count-places = { $n } yer
count-remarks = { $n } açıklama
count-hits = { $n } eşleşme
count-at-least = { $n } veya daha fazla
count-events-of = { $all } olaydan { $shown }

## Dates. The order of their parts is that of the language.

day-month-year = { $day } { $month } { $year }
day-month = { $day } { $month }
month-year = { $month } { $year }
days-of-month = { $first }–{ $last } { $month } { $year }
months-of-year = { $first }–{ $last } { $year }
year-before-christ = MÖ { $year }
month-short-1 = Oca
month-short-2 = Şub
month-short-3 = Mar
month-short-4 = Nis
month-short-5 = May
month-short-6 = Haz
month-short-7 = Tem
month-short-8 = Ağu
month-short-9 = Eyl
month-short-10 = Eki
month-short-11 = Kas
month-short-12 = Ara
month-alone =
    { $month ->
       *[other] { $name }
    }

## Menus

menu-file = Dosya
menu-edit = Düzen
menu-view = Görünüm
menu-time = Zaman
menu-help = Yardım
menu-recent-projects = Son projeler
menu-recent-files = Son dosyalar
menu-nothing-recent = Henüz yok
menu-exit = Çıkış
menu-language-system = Sistemdeki gibi

## Actions: the words in the menu, and what each does

action-new-project = Yeni proje
action-new-project-help = Boş bir projeyle başlar
action-open-project = Proje aç…
action-open-project-help = Başka bir projeye geçer
action-save-project-as = Projeyi farklı kaydet…
action-save-project-as-help = Projeye bir ad ve yer verir; yaptığınız her şey hemen orada saklanır
action-compact = Projeyi sıkıştır
action-compact-help = Proje dosyasında silinenlerin yerini boşaltır
action-open-files = Dosya aç…
action-open-files-help = Dosyalardan haber ekler
action-open-folder = Klasör aç…
action-open-folder-help = Bir klasördeki tüm haberleri ekler
action-open-path = Yol aç…
action-open-path-help = Yolu yazarak haber ekler veya proje açar
action-import-table = Tablo içe aktar…
action-import-table-help = Bir olay tablosunun nasıl okunacağını belirtin ve satırlarının ne olacağını görün
action-open-sample = Örneği aç
action-open-sample-help = Örnek haberleri ekler
action-new = Tüm haberleri kapat
action-new-help = Tüm haberleri projeden çıkarır; geri alınabilir
action-add-places = Kendi yerlerini ekle…
action-add-places-help = CSV veya GeoJSON dosyanızdan adlar ve konumlar
action-read-again = Tümünü yeniden oku
action-read-again-help = Tüm haberleri programın bu sürümüyle okur; değişiklikleriniz kalır
action-export-events = Olayları dışa aktar…
action-export-events-help = Olayları tablo olarak, harita için, rapor olarak veya kanıtlarıyla kaydeder
action-export-annotations = Açımlamaları dışa aktar…
action-export-annotations-help = Okunan her şeyi, her habere bir JSON satırı olarak kaydeder
action-save-picture = Resmi kaydet…
action-save-picture-help = Haritayı PNG olarak kaydeder
action-quit = Çık
action-quit-help = Pencereyi kapatır
action-undo = Geri al
action-undo-help = Son düzenlemeyi geri alır
action-undo-step = Geri al: { $step }
action-redo = Yinele
action-redo-help = Yeniden yapar
action-redo-step = Yinele: { $step }
action-find = Bul
action-find-help = Olaylarda sözcük arar
action-find-in-article = Haberde bul
action-find-in-article-help = Haberde sözcük arar
action-mark-unverified = Doğrulanmadı olarak işaretle
action-mark-unverified-help = Seçili olayları doğrulanmadı olarak işaretler veya işareti kaldırır
action-mark-disputed = Tartışmalı olarak işaretle
action-mark-disputed-help = Seçili olayları tartışmalı olarak işaretler veya işareti kaldırır
action-mark-reviewed = İncelendi olarak işaretle
action-mark-reviewed-help = Seçili olayları incelendi olarak işaretler veya işareti kaldırır
action-command-palette = Bul ve git…
action-command-palette-help = Komut, yer, olay ve haberleri birkaç harfle bulur
action-deselect = Seçimi kaldır
action-deselect-help = Hiçbir şey seçmez
action-settings = Ayarlar…
action-settings-help = Tema, karşıtlık, renkler, metin boyutu, hareket, dil
action-fit-map = Haritayı olaylara sığdır
action-fit-map-help = Tüm olayları haritada gösterir
action-zoom-in = Yakınlaştır
action-zoom-in-help = Daha yakına gelir
action-zoom-out = Uzaklaştır
action-zoom-out-help = Daha fazlasını gösterir
action-map-layers = Harita katmanları…
action-map-layers-help = Başka bir harita seçin
action-stories = Hikâyeler…
action-stories-help = Harita üzerinde metinli hikâyeler hazırlayın ve sunun
action-map-display = Harita görünümü…
action-map-display-help = İşaretleri, kümeleri veya ısı haritasını ve haritada başka ne gösterileceğini seçin
action-go-to-place = Yere git…
action-go-to-place-help = Bir yeri adıyla veya koordinatlarıyla haritada gösterir
action-select-rectangle = Dikdörtgen seç
action-select-rectangle-help = Haritada bir dikdörtgen çizip yalnızca orada olanları gösterin
action-select-polygon = Alan seç
action-select-polygon-help = Haritada bir alanın köşelerine tıklayıp yalnızca orada olanları gösterin
action-filter-to-view = Yalnızca görünen kısım
action-filter-to-view-help = Yalnızca haritanın görünen kısmında olanları gösterir
action-measure = Ölç
action-measure-help = Aralarını ölçmek için haritada noktalara tıklayın
action-copy-coordinates = Koordinatları kopyala
action-copy-coordinates-help = İmlecin altındaki yerin koordinatlarını kopyalar
action-toggle-lists = Listeler
action-toggle-lists-help = Sol paneli gösterir veya gizler
action-toggle-inspector = Ayrıntılar
action-toggle-inspector-help = Sağ paneli gösterir veya gizler
action-next-pane = Sonraki bölme
action-next-pane-help = Klavyeyi pencerenin sonraki bölümüne götürür
action-previous-pane = Önceki bölme
action-previous-pane-help = Klavyeyi pencerenin önceki bölümüne götürür
action-text-larger = Daha büyük metin
action-text-larger-help = Tüm pencereyi daha büyük gösterir
action-text-smaller = Daha küçük metin
action-text-smaller-help = Tüm pencereyi daha küçük gösterir
action-text-usual = Olağan metin boyutu
action-text-usual-help = Pencereyi olağan boyutunda gösterir
action-theme-system = Sistemin teması
action-theme-system-help = Sistemdeki gibi açık veya koyu
action-theme-light = Açık tema
action-theme-light-help = Açık zeminde koyu harfler
action-theme-dark = Koyu tema
action-theme-dark-help = Koyu zeminde açık harfler
action-high-contrast = Yüksek karşıtlık
action-high-contrast-help = Daha belirgin harfler, çizgiler ve kenarlar
action-safe-colours = Renk körlüğüne uygun renkler
action-safe-colours-help = Her tür renk görüşüyle ayırt edilebilen olay renkleri
action-reduced-motion = Azaltılmış hareket
action-reduced-motion-help = Hiçbir şey kaymaz, süzülmez veya yanıp sönmez
action-toggle-play = Oynat veya duraklat
action-toggle-play-help = Zamanı akıtır
action-step-next = Sonraki olay
action-step-next-help = Zamanda sonraki olayı seçer
action-step-previous = Önceki olay
action-step-previous-help = Zamanda önceki olayı seçer
action-to-start = İlk güne
action-to-start-help = Başa gider
action-to-end = Son güne
action-to-end-help = Sona gider
action-show-all-time = Tüm günler
action-show-all-time-help = Tüm günleri birden gösterir
action-toggle-play-events = Olay olay oynat
action-toggle-play-events-help = Araları ne kadar açık olursa olsun olaydan olaya geçer
action-toggle-loop = Döngü
action-toggle-loop-help = Sona gelince baştan başlar
action-toggle-trails = İzler
action-toggle-trails-help = Zaman akarken olaylar pencerenin ardında solar
action-window-on = Pencere ileri
action-window-on-help = Pencereyi kendi uzunluğu kadar ileri alır
action-window-back = Pencere geri
action-window-back-help = Pencereyi kendi uzunluğu kadar geri alır
action-lengthen-window = Daha uzun pencere
action-lengthen-window-help = Günden haftaya, aya, yıla
action-shorten-window = Daha kısa pencere
action-shorten-window-help = Yıldan aya, haftaya, güne
action-toggle-mode = Birikimli
action-toggle-mode-help = İlk günden itibaren her şeyi tutar
action-go-to-day = Güne git…
action-go-to-day-help = Gösterilecek günleri yazın
action-toggle-time-axis = Bildirilme gününe göre
action-toggle-time-axis-help = Olup biteni değil, o güne kadar bilineni gösterir
action-focus-time = Zaman çizelgesi
action-focus-time-help = Oklar pencereyi, Shift ile sonunu, Ctrl ile başını oynatır
action-zoom-time-in = Zamanı yakınlaştır
action-zoom-time-in-help = Çizelgede daha az gün
action-zoom-time-out = Zamanı uzaklaştır
action-zoom-time-out-help = Çizelgede daha çok gün
action-whole-time-axis = Çizelgede tüm günler
action-whole-time-axis-help = Çizelgeyi ilk günden son güne kadar uzaklaştırır
action-show-keys = Tuşlar
action-show-keys-help = Tüm tuşları listeler
action-show-notices = Bildirimler
action-show-notices-help = Pencere açıldığından beri söylenenleri yeniden okuyun
action-about = Dateline hakkında
action-about-help = Sürüm, lisanslar, veri kaynakları

## Steps that can be undone, after "Undo"

step-new = tüm haberlerin kapatılması
step-close-article = haberin kapatılması
step-open-article-again = haberi yeniden aç
step-close-table = tablonun kapatılması
step-read-table-again = tablonun yeniden okunması
step-publication-date = yayım tarihi
step-not-an-event = olay değil
step-restore-event = olayın geri getirilmesi
step-change-type = tür değişikliği
step-join-events = olayların birleştirilmesi
step-take-report-out = raporun ayrılması
step-add-event = olay ekleme
step-back-to-what-was-read = okunana dönüş
step-change-captured = esir sayısı değişikliği
step-change-day = gün değişikliği
step-change-deaths = ölü sayısı değişikliği
step-change-injuries = yaralı sayısı değişikliği
step-change-place = yer değişikliği
step-change-story = hikâye değişikliği
step-change-who-says-so = iddia sahibi değişikliği
step-change-who-took-part = katılan değişikliği
step-delete-bookmark = yer iminin silinmesi
step-delete-filter = filtrenin silinmesi
step-delete-story = hikâyenin silinmesi
step-not-events = olay değiller
step-note = not
step-place-name = yer adı
step-review = inceleme
step-save-bookmark = yer iminin kaydedilmesi
step-save-filter = filtrenin kaydedilmesi

## Types of events

event-type-battle = Çatışma
event-type-shelling-missile = Topçu atışı veya füze
event-type-air-drone-strike = Hava veya İHA saldırısı
event-type-ied-mine-suicide = Bomba veya mayın
event-type-attack-on-civilians = Sivillere saldırı
event-type-abduction-arrest = Kaçırma veya tutuklama
event-type-territory-taken = Toprak ele geçirme
event-type-troop-deployment-movement = Birlik hareketi
event-type-ceasefire-agreement = Ateşkes veya anlaşma
event-type-talks-diplomacy = Görüşmeler
event-type-appeal-request = Çağrı
event-type-protest-riot = Protesto veya kargaşa
event-type-aid-humanitarian = İnsani yardım
event-type-other = Diğer

## How well a day is known

stretch-day = Yalnız o gün
stretch-week = Çevresindeki birkaç gün
stretch-month = Ayı
stretch-year = Yılı

## How well a place is known

precision-exact = Kesin yer
precision-near = Bir yerin yakını
precision-admin2 = İlçe
precision-admin1 = İl veya bölge
precision-country = Ülke

## What a person thinks of an event

review-unreviewed = İncelenmedi
review-edited = Düzenlendi
review-reviewed = İncelendi
review-disputed = Tartışmalı
review-unverified = Doğrulanmadı

## What events can be sorted into

facet-actor = Katılanlar
facet-claimant = Kim söylüyor
facet-side = Söyleyen taraf
facet-outlet = Yayın
facet-country = Ülke
facet-place = Yer
facet-none = Bu olaylarda yok
facet-no-match = Bu adda yok
facet-find = Bul: { $facet }
facet-find-hint = Bul…
facet-more = { $n } daha
facet-fewer = Daha az
facet-help = Tıklama seçime ekler, Ctrl+tıklama yalnızca bunu bırakır

## Events in a line

event-no-place = yer yok
event-no-date = tarih yok

## Why something is not on the map

remark-negated = Olmadığı söyleniyor
remark-denied = Yalanlandı
remark-hypothetical = Planlanan veya olası
remark-exercise = Tatbikat
remark-metaphor = Mecaz
remark-crime = Suç, çatışma değil
remark-unplaced = Yer yok
remark-undated = Tarih yok
remark-ambiguous-place = Hangi yer olduğu belirsiz
remark-unknown-place = Yer dizinde yok
remark-no-publication-date = Yayım tarihi yok
remark-conflicting-dates = Yayım tarihi belirsiz
remark-rejected = Olay değil (sizin düzenlemeniz)
remark-bad-row = Kullanılamayan satırlar

## What was used

weapon-aircraft = hava aracı
weapon-artillery = topçu
weapon-blunt = künt cisim
weapon-bomb = bomba
weapon-bow = ok ve yay
weapon-car-bomb = bombalı araç
weapon-chemical = kimyasal silah
weapon-drone = İHA
weapon-grenade = el bombası
weapon-ied = el yapımı patlayıcı
weapon-incendiary = yangın bombası
weapon-knife = bıçak
weapon-mine = mayın
weapon-missile = füze
weapon-mortar = havan
weapon-riot-control = toplumsal olay aracı
weapon-rocket = roket
weapon-small-arms = hafif silah
weapon-suicide-bomb = intihar bombası
weapon-tank = tank
weapon-vehicle = araç

## What was damaged

damage-aircraft = hava aracı
damage-building = bina
damage-communications = iletişim
damage-fuel = yakıt
damage-government = kamu kurumu
damage-homes = konutlar
damage-hospital = hastane
damage-industry = sanayi
damage-infrastructure = altyapı
damage-market = pazar
damage-military = askerî hedef
damage-power = elektrik
damage-school = okul
damage-settlement = yerleşim yeri
damage-ship = gemi
damage-transport = ulaşım
damage-vehicle = araç
damage-water = su
damage-worship = ibadethane

## Left panel: tabs and lists

list-events = Olaylar
list-articles = Haberler
list-not-on-map = Haritada yok
list-no-articles = Açık haber yok
list-events-none-found = Yeri ve günü olan olay bulunamadı. Haritada olmayanlara bakın.
list-events-all-hidden = Filtreler tüm olayları gizliyor
list-events-all-history = Tüm olaylar geçmişe ilişkin arka plan
list-events-none-in-window = Bu günlerde olay yok
list-articles-none-found = Hiçbir haberde bu sözcükler yok
list-column-date = Tarih
list-column-type = Tür
list-column-place = Yer
list-column-killed = Ölü
list-column-wounded = Yaralı
list-column-sources = Raporlar
list-column-confidence = Güven
list-column-review = İnceleme
list-column-remarks = Açıklamalar
list-columns = Sütunlar…
list-sort-by = Sırala: { $column }

## Left panel: several selected at once

bulk-selected = { $n } olay seçili
bulk-articles = { $n } haber seçili
bulk-clear = Seçimi kaldır
bulk-mark = İşaretle…
bulk-no-mark = İşaretsiz
bulk-type = Tür…
bulk-day = Gün…
bulk-day-field = Seçili tüm olayların günü
bulk-place = Yer…
bulk-place-field = Seçili tüm olayların yeri
bulk-join = Aynı olay
bulk-join-help = Bu olayların raporlarını tek olayda birleştirir. Geri alınabilir.
bulk-reject = Olay değil
bulk-reject-help = Onları haritadan kaldırır ve “Haritada yok” altında listeler. Geri alınabilir.
bulk-hide-events = Olayları gizle
bulk-show-events = Olayları göster
bulk-remove = Kaldır
bulk-remove-help = Haberleri ve olaylarını projeden çıkarır. Geri alınabilir.

## Left panel: what is not on the map

left-out-more = { $n } daha
left-out-row = { $table }, satır { $line }
left-out-nothing = Bulunan her şey haritada
left-out-restore = Bu bir olay
left-out-none-found = Burada bu sözcükler yok
fix-set = Ayarla
fix-cancel = İptal
fix-day = Gün belirle…
fix-day-field = Olayın günü
fix-day-help = Gün, ay, yıl veya baş – son: 2022-09-13, 2022-09, 2022-09-13 – 2022-09-15
fix-place = Yer belirle…
fix-place-field = Olayın yeri
fix-place-hint = Ad veya enlem, boylam
fix-place-none = Bu adda yer yok
fix-place-point = { $lat }, { $lon }
fix-place-why = sizin seçiminiz
fix-published = Haberin tarihi…
fix-published-field = Haberin yayım tarihi
left-out-no-place-or-day = { $type }: hiçbir rapor nerede ve ne zaman olduğunu söylemiyor
left-out-no-place = { $type }: hiçbir rapor nerede olduğunu söylemiyor
left-out-no-day = { $type }: hiçbir rapor ne zaman olduğunu söylemiyor

## Left panel: articles

article-published = Yayım: { $day }, { $origin }
article-origin-text = metinde bulundu
article-origin-file = dosyada verilmiş
article-origin-page = sayfada verilmiş
article-origin-person = siz girdiniz
article-forget-date = Unut
article-forget-date-help = Varsa okunan tarihe döner
article-no-date = Yayım tarihi bulunamadı
article-no-date-waiting = Yayım tarihi bulunamadı, bu yüzden { $n } ifadenin günü yok
article-publication-date = Yayım tarihi: { $title }
article-set-date = Tarihi ayarla
article-date-form = Yıl-ay-gün
article-date-hint = YYYY-AA-GG
article-show-events = Olaylarını haritada göster
article-show-events-of = Olaylarını göster: { $title }
article-close = Haberi kapat
article-close-named = Kapat: { $title }
article-read-again = Yeniden oku
article-read-again-named = Yeniden oku: { $title }
article-read-again-help = Güncellemeden sonraki gibi yeniden okur. Düzeltmeleriniz kalır.
articles-closed = { $n ->
    [one] { $n } kapalı haber
   *[other] { $n } kapalı haber
}
articles-closed-title = Kapalı haberler
article-reopen = Yeniden aç
article-reopen-named = Yeniden aç: { $title }
articles-reopen-all = Tümünü yeniden aç
articles-undated = { $n } tarihsiz haber
articles-show-undated = Yalnızca bunları göster
articles-show-all = Tümünü göster
table-rows-rejected = { $n } satır kullanılamaz
table-line-reason = { $unit ->
    [row] satır
    [feature] öğe
   *[line] satır
} { $line }: { $reason }
table-change = Okunuşunu değiştir…
table-change-help = Sütunlarının ne bildirdiğini belirtin ve satırlarının ne olacağını görün
table-save-rejected = Reddedilen satırları kaydet…
table-save-rejected-help = Düzeltip yeniden okumak için satır numarası ve nedeniyle tablo olarak
table-close = Tabloyu kapat
table-show-rejected = Satırları göster
table-close-help = Olaylarını haritadan kaldırır. Geri alınabilir.

## Left panel: search and filters

filter-shown = Gösterilen: { $shown } / { $all }
filter-history-count = geçmişe ilişkin: { $n }
filter-clear = Filtreleri temizle
filter-open = Filtreler
filter-hide = Filtreleri gizle
filter-search = Olaylarda ara
filter-search-hint = Olay, yer, katılan, alıntı ara
filter-search-clear = Aramayı temizle
filter-type = Tür
filter-type-help = Tıklama gizler veya gösterir, Ctrl+tıklama yalnızca bunu gösterir
filter-review = İnceleme
filter-precision = Yer ne kadar biliniyor
filter-more = Daha fazla
filter-chosen = { $n } seçili
filter-hidden = { $n } gizli
filter-area = Yalnızca haritada seçilen alanda
filter-disputed-only = Yalnızca raporları çelişen olaylar
filter-least-killed = En az bu kadar ölü
filter-background = Geçmişe ilişkin arka plan ({ $n })

## Left panel: filters and bookmarks with a name

saved-title = Kayıtlı filtreler ve yer imleri
saved-help = Bir adla saklanan filtreler ve yer imleri
saved-filters = Filtreler
saved-filters-help = Nelerin gizlendiği ve seçildiği
saved-filter-name = Filtrenin adı
saved-filter-none = Şu anda hiçbir şey filtrelenmiyor
saved-delete-filter = Filtreyi sil: { $name }
saved-bookmarks = Yer imleri
saved-bookmarks-help = Harita, günler, filtreler ve olay
saved-bookmark-name = Yer iminin adı
saved-delete-bookmark = Yer imini sil: { $name }
saved-note = Yer imi için not
saved-note-hint = İsterseniz not
saved-save = Kaydet
saved-replace = Değiştir

## Stories

story-window = Hikâyeler
story-help = Bir hikâye adım adım sunulur: her adımın metni vardır; haritayı, günleri, filtreleri ve olayı eklediğiniz andaki gibi gösterir.
story-choose = Hikâye
story-delete = Hikâyeyi sil
story-new-name = Yeni hikâyenin adı
story-new = Yeni hikâye
story-add = Ekrandakini ekle
story-add-help = Haritayı, günleri, filtreleri ve olayı şimdiki gibi gösteren bir adım
story-present = Sun
story-present-help = Harita üzerinde adım adım gösterir
story-show = Göster
story-show-help = Adımın gösterdiğini gösterir
story-retake = Yeniden al
story-retake-help = Adım şu anda ekranda olanı göstersin
story-title = { $n }. adımın başlığı
story-title-hint = Başlık
story-text = { $n }. adımın metni
story-text-hint = İzleyicinin okuyacağı metin
story-move-up = { $n }. adımı yukarı taşı
story-move-down = { $n }. adımı aşağı taşı
story-delete-step = { $n }. adımı sil
story-previous = Önceki adım
story-previous-help = Önceki adım (Page Up)
story-next = Sonraki adım
story-next-help = Sonraki adım (Page Down)
story-end = Bitir
story-end-help = Sunumu bitirir (Esc)

## Inspector

inspector-none-selected = Seçili olay yok
inspector-hint-empty = Haberlerde okunanlar burada görünür
inspector-hint-select = Haritada veya listede birine tıklayın ya da sağ ok tuşuyla aralarında ilerleyin
inspector-not-an-event = Olay değil
inspector-not-an-event-help = Onu haritadan kaldırır ve “Haritada yok” altında listeler. Geri alınabilir.
inspector-same-as = Şununla aynı olay…
inspector-same-as-help = İki olayın raporlarını tek olayda birleştirir. Geri alınabilir.
inspector-none-alike = Zaman ve yer olarak yakın başka olay yok
inspector-part = Bu olaydan değil
inspector-part-help = Bu raporu ayrı bir olay yapar. Geri alınabilir.
inspector-change-type = Türü değiştir
inspector-show-article = Haberi göster
inspector-why-joined = Bu raporlar neden birleştirildi
inspector-row-of-table = Tablonun satırı
inspector-disputed = Raporlar çelişiyor
inspector-background = Geçmişe ilişkin arka plan
inspector-type-edited = Türü siz seçtiniz
inspector-confidence = Güven %{ $percent }
inspector-field = { $name }: { $value }, “{ $words }”
inspector-what = Ne
inspector-when = Ne zaman
inspector-where = Nerede
inspector-killed = Ölü
inspector-wounded = Yaralı
inspector-captured = Esir
inspector-by-whom = Kim tarafından
inspector-to-whom = Kime karşı
inspector-who = Katılanlar
inspector-with = Kullanılan
inspector-damage = Hasar
inspector-says-who = Kim söylüyor
inspector-own-place = Kendi yeriniz, { $file } dosyasından
inspector-place-near = { $place } (bir yerin yakını)
inspector-place-admin2 = { $place } (ilçe)
inspector-place-admin1 = { $place } (il veya bölge)
inspector-place-country = { $place } (ülke)
inspector-reviewed-help = Baktınız ve doğru (Shift+R)
inspector-disputed-help = Baktınız ve tartışmalı (Shift+D)
inspector-unverified-help = Baktınız ve karar veremediniz (Shift+V)
inspector-review = İnceleme
inspector-note = Not
inspector-add-note = Not ekle
inspector-note-hint = Notunuz. Ctrl+Enter saklar, Esc atar
inspector-actor = { $name } ({ $role })
inspector-nothing = yok
inspector-by-you = sizin tarafınızdan
inspector-revert-button = Geri döndür
inspector-revert = Geri döndür: { $name }
inspector-revert-help = Okunana döner
inspector-add-value = Değer ekle…
inspector-copy-quote = Alıntıyı kopyala
inspector-copy-quote-help = Cümleyi kaynağıyla kopyalar
quote-with-source = “{ $words }” ({ $source })
role-participant = katılan
role-perpetrator = kim tarafından
role-victim = kime karşı
stance-asserts = öne sürüyor
stance-confirms = doğruluyor
stance-accuses = suçluyor
stance-admits = kabul ediyor
stance-denies = yalanlıyor
stance-doubts = kuşkulu buluyor

## Inspector: changing a field

edit-field = Değiştir: { $name }
edit-apply = Uygula
edit-cancel = İptal
edit-expects-days = Gün veya günler: 2021-05-12, 12–14 May 2021, May 2021. Boş: bilinmiyor
edit-expects-number = Sayı: 3, 3–5, 3+. Boş: söylenmiyor
edit-expects-name = Ad. Boş: haberlerin kendisi
edit-actor = Ad { $n }
edit-role = Rol { $n }
edit-add-actor = Ad ekle
edit-remove = Kaldır: { $name }

## Inspector: changing a place

places-search = Başka yer ara
places-candidate = { $name }, { $about }
places-away = { $n } km uzakta
places-all-mentions = Tüm “{ $name }” anılmaları için
places-all-mentions-help = Tüm haberlerde bu addaki her olay seçtiğiniz yere taşınır
places-one-more = Bir tane daha
places-point = Enlem, boylam
places-point-hint = Noktada: 39.51, 46.34
places-point-set = Ayarla
places-expects-point = Derece olarak enlem ve boylam: 39.51, 46.34
places-precision = Ne kadar biliniyor
places-radius = km olarak yarıçap
places-km = km çevre
places-done = Bitti
places-show = Tümünü haritada göster
places-show-help = Haritayı tüm bu yerler görünecek biçimde kaydırır. Seçilenin iğnesi sürüklenebilir.
places-pin = { $n }: { $name }
places-pin-now = Şimdi olduğu yer: { $name }
kind-country = ülke
kind-admin1 = il
kind-admin2 = ilçe
kind-city = şehir
kind-village = köy
kind-region = bölge
kind-lake = göl
kind-river = nehir
kind-sea = deniz
kind-mountain = dağ
kind-airport = havalimanı
kind-base = üs
kind-camp = kamp
kind-other = yer

## Inspector: what sources say

claims-title = Kim ne söylüyor
claims-source = Kaynak
claims-said = { $name } { $stance }
claims-cell = { $name }, { $source }: { $value }

## Inspector: confidence

confidence-detection = Olay
confidence-detection-help = En iyi raporun, bunun olduğu konusunda doğru olma olasılığı
confidence-date = Gün
confidence-date-help = İlk günün doğru olma olasılığı
confidence-place = Yer
confidence-place-help = İlk yerin 20 km içinde doğru olma olasılığı
confidence-corroboration = Kaynaklar
confidence-corroboration-help = Tek yayında sıfır, her bağımsız yayınla daha çok

## Inspector: history

history-title = Geçmiş ({ $n })
history-undone = geri alındı: { $step }
history-redone = yinelendi: { $step }
history-by = { $who }, { $when }
history-moment = { $day }, { $time }
history-change = { $before } → { $after }
history-as-read = okunduğu gibi
history-undo = Geri al
history-undo-help = Bu adımı geri alır

## Inspector: a row of a table

record-line = { $format } · satır { $line }
record-other-columns = Diğer sütunlar
record-field-id = no
record-field-type = tür
record-field-first-day = ilk gün
record-field-last-day = son gün
record-field-year = yıl
record-field-month = ay
record-field-day = gün
record-field-date-precision = tarih kesinliği
record-field-latitude = enlem
record-field-longitude = boylam
record-field-place = yer
record-field-place-precision = yer kesinliği
record-field-radius = yarıçap
record-field-admin1 = il
record-field-country = ülke
record-field-killed = ölü
record-field-killed-low = ölü, en az
record-field-killed-high = ölü, en çok
record-field-killed-a = ölü, A tarafı
record-field-killed-b = ölü, B tarafı
record-field-killed-civilians = ölü siviller
record-field-killed-unknown = ölü, tarafı bilinmiyor
record-field-wounded = yaralı
record-field-wounded-low = yaralı, en az
record-field-wounded-high = yaralı, en çok
record-field-actor = katılan
record-field-perpetrator = kim tarafından
record-field-victim = kime karşı
record-field-source = kaynak
record-field-citation = kaynak gösterimi
record-field-title = başlık
record-field-url = adres
record-field-published = yayım
record-field-notes = anlatım
record-field-background = arka plan
record-field-confidence = güven

## Reader

reader-empty = Seçili olayın haberi burada gösterilir
reader-no-date = yayım tarihi yok
reader-open-page = Sayfayı aç
reader-right-to-left = Sağdan sola yazılan sözcükler içeren paragraflarda metin seçilemez. Sağ tıklama paragrafı kopyalar.
reader-copy-paragraph = Paragrafı kopyala
reader-text = Haber
reader-marks = Renkler
reader-marks-help = Renklerin anlamı ve hangilerinin gösterildiği
reader-mark-happening = Olaylar
reader-mark-time = Zamanlar
reader-mark-place = Yerler
reader-mark-people = Halklar
reader-mark-actor = Katılanlar
reader-mark-weapon = Silah ve hasar
reader-mark-number = Sayılar
reader-mark-claim = Kim söylüyor
reader-mark-help = Tıklama onları işaretler veya işareti kaldırır
reader-search = Haberde ara
reader-search-open = Haberde bul
reader-search-help = Haberde sözcük arar (Ctrl+Shift+F)
reader-search-next = Sonraki eşleşme
reader-search-previous = Önceki eşleşme
reader-search-close = Aramayı kapat
reader-search-count = { $n } / { $all }
reader-search-none = Bulunamadı
reader-add-event = Olay olarak ekle…
reader-place-of = Tüm “{ $name }” anılmalarının yeri
reader-place-as-read = Okunduğu gibi

## Time slider

timeline-empty = Olayların günleri burada gösterilecek
timeline-to-start = İlk güne
timeline-to-start-help = İlk güne (Home)
timeline-previous = Önceki olay
timeline-previous-help = Önceki olay (sol ok)
timeline-play = Oynat
timeline-play-help = Oynat (boşluk)
timeline-pause = Duraklat
timeline-pause-help = Duraklat (boşluk)
timeline-next = Sonraki olay
timeline-next-help = Sonraki olay (sağ ok)
timeline-to-end = Son güne
timeline-to-end-help = Son güne (End)
timeline-window = Pencere
timeline-window-help = Sabit uzunlukta bir pencere ilerler
timeline-cumulative = Birikimli
timeline-cumulative-help = İlk günden itibaren her şey kalır
timeline-speed = Hız
timeline-speed-help = Hız: sürükleyin veya tıklayıp yazın
timeline-speed-unit = gün/sn
timeline-all-days = Tüm günler
timeline-all-days-help = Tüm günleri birden gösterir (A)
timeline-days-shown = Gösterilen günler: { $days }
timeline-earlier = { $n } daha önce
timeline-later = { $n } daha sonra
timeline-loop = Döngü
timeline-loop-help = Sona gelince baştan başlar (R)
timeline-speeds = Hızlar
timeline-speed-unit-years = yıl/sn
timeline-pace-unit = olay/sn
timeline-all-in = Tümü { $n } saniyede
timeline-length = Pencerenin uzunluğu
timeline-length-help = Pencerenin uzunluğu: sürükleyin veya tıklayıp yazın
timeline-length-unit = { $n ->
   *[other] gün
}
timeline-length-unit-years = { $n ->
   *[other] yıl
}
timeline-lengths = Uzunluklar
timeline-length-1 = Bir gün
timeline-length-3 = Üç gün
timeline-length-7 = Bir hafta
timeline-length-14 = İki hafta
timeline-length-30 = Bir ay
timeline-length-91 = Üç ay
timeline-length-182 = Yarım yıl
timeline-length-365 = Bir yıl
timeline-length-1826 = Beş yıl
timeline-length-9131 = 25 yıl
timeline-length-36525 = Yüz yıl
timeline-first-day = Gösterilen ilk gün
timeline-last-day = Gösterilen son gün
timeline-date-help = Gün, ay veya yıl yazın, sonra Enter’a basın
timeline-date-form = Şöyle yazın: 2022-09-13, 13 Eyl 2022, Eyl 2022 veya 2022
timeline-date-outside = Olayların günleri: { $days }
timeline-axis = Zaman ekseni: kaydırmak için sürükleyin, olayların çoğu için çift tıklayın
timeline-axis-choice = Olayın hangi günü sayılır
timeline-axis-happened = Olduğu gibi
timeline-axis-happened-help = Olduğu gün
timeline-axis-known = Bildirildiği gibi
timeline-axis-known-help = İlk raporunun yayımlandığı gün
timeline-known = İlk raporun gününe göre
timeline-known-help = Ne zaman olmuş olursa olsun, o güne kadar bilinenler
timeline-without-day = yayım günü olmayan: { $n }
timeline-beyond-help = Çizelgede tüm günleri gösterir
timeline-more = Zaman için diğerleri
timeline-by-time = Zamana göre oynat
timeline-by-events = Olay olay oynat
timeline-bar-none = Olay yok
timeline-bar-possible = { $n } olası
timeline-bar-both = { $n } ve { $possible } olası
timeline-bar-hidden = filtrelerle gizlenen: { $n }

## Map

map-name = Harita, { $all } olaydan { $shown } gösteriliyor
map-zoom-in = Yakınlaştır
map-zoom-in-help = Yakınlaştır (+)
map-zoom-out = Uzaklaştır
map-zoom-out-help = Uzaklaştır (-)
map-fit = Haritayı olaylara sığdır
map-fit-help = Tüm olayları göster (F)
map-layers = Harita katmanları
map-layers-help = Haritanın gösterdiği: yerleşik harita, OpenStreetMap, kendi karolarınız (L)
map-scale-km = { $n } km
map-scale-m = { $n } m
map-attribution = Temel harita: Natural Earth, GeoNames, geoBoundaries (CC BY 4.0), © OpenStreetMap katkıcıları (göller, ODbL)
map-killed = Ölü: { $count }
map-more-events = ve { $n } daha
map-click-again = Sonraki için yeniden tıklayın
legend-title = Gösterge
legend-fold = Göstergeyi daralt
legend-unfold = Göstergeyi aç
legend-outside = Bu görünümün dışında { $n } olay
legend-toggle = { $name }: gizle veya göster
legend-help = Tıklama gizler veya gösterir, Ctrl+tıklama yalnızca bunu gösterir
legend-heat-little = az
legend-heat-much = çok
legend-deaths = Ölümler
legend-side-says = { $side } söylüyor
legend-side-help = Yalnızca bu tarafın söylediklerini ya da yeniden her şeyi gösterir
legend-side-neither = İkisi de veya başkaları
picture-no-dates = Tarihli olay yok

## Map: how events are shown

map-display = Harita görünümü
map-display-help = İşaretler, kümeler veya ısı haritası ve başka ne gösterildiği (M)
map-display-close = Harita görünümünü kapat
map-markers = İşaretler
map-markers-help = Her olay için bir simge
map-clusters = Kümeler
map-clusters-help = Simgelerin birbirini örteceği yerde sayılı daireler; tıklayınca açılır
map-heat = Isı haritası
map-heat-help = Nerede ne kadar olduğu, renkle
map-by-deaths = Ölü sayısı arttıkça büyüt
map-by-side = Tarafa göre renk
map-by-side-help = Olduğunu kim söylüyor: { $sides }
map-trails = Eski olayları soldur
map-trails-help = Zaman akarken geçenler soluklaşır
map-areas = Belirsiz yerlerin alanları
map-areas-help = Yeri kesin bilinmeyen tüm olayların bulunabileceği yerler
map-arrows = Hareket yolları
map-arrows-help = Nereden nereye olduğu söyleniyorsa ok, söylenmiyorsa noktalar
map-follow = Seçimi izle
map-follow-help = Harita seçili olayın olduğu yere gider
map-sexagesimal = Derece, dakika, saniye
map-cluster = { $n } olay: { $types }
map-list-close = Listeyi kapat
map-list-killed = { $n } ölü

## Map: tools

map-north = K
map-rectangle = Dikdörtgen seç
map-rectangle-help = Yalnızca bir dikdörtgende olanları gösterir
map-rectangle-hint = Bir dikdörtgen çizin; bitirmek için Escape
map-polygon = Alan seç
map-polygon-help = Yalnızca bir alanda olanları gösterir
map-polygon-hint = Alanın köşelerine tıklayın; bitirmek için Escape
map-polygon-hint-close = Enter veya çift tıklama alanı kapatır; bitirmek için Escape
map-clear-area = Alanı kaldır
map-clear-area-help = Başka yerlerde olanları da gösterir
map-measure = Ölç
map-measure-help = Uzaklıkları ölçer
map-measure-hint = Aralarını ölçmek için noktalara tıklayın; bitirmek için Escape
map-measured = { $length }; bitirmek için Escape
map-copied = Kopyalandı: { $place }
map-go-to = Yere git
map-go-to-help = Bir yere adıyla gider (Ctrl+G)
map-go-to-hint = Ad veya 39.5, 46.3
map-go-to-nothing = Böyle bir yer yok
map-kind-country = ülke
map-kind-admin1 = il veya bölge
map-kind-admin2 = ilçe
map-kind-city = şehir
map-kind-village = köy
map-kind-region = bölge
map-kind-lake = göl
map-kind-river = nehir
map-kind-sea = deniz
map-kind-mountain = dağ
map-kind-airport = havalimanı
map-kind-base = üs
map-kind-camp = kamp
map-kind-other = yer

## Map layers

layers-title = Harita katmanı
layers-close = Kapat
layers-close-name = Katmanları kapat
layers-built-in = Yerleşik harita
layers-built-in-help = Ağ gerektirmez
layers-what-it-shows = Neler gösterir
layers-online = çevrimiçi
layers-file = dosya
layers-remove = Listeden çıkar
layers-remove-named = Kaldır: { $name }
layers-question = Bu harita { $host } adresinden alınır. Sunucu hangi alanlara baktığınızı ve bilgisayarınızın adresini öğrenir. Haberleriniz ve olaylarınız burada kalır.
layers-fetch = Haritayı al
layers-cancel = İptal
layers-none-kept = Saklanan karo yok
layers-kept = Alınan karolardan { $mb } MB saklanıyor
layers-kept-where = { $folder } içinde, en çok 200 MB
layers-clear = Temizle
layers-forgotten = Pencere kapanınca katmanlar ve yanıtlar unutulur
layers-relief = Kabartma
layers-rivers = Nehirler
layers-urban = Yapılaşmış alanlar
layers-railways = Demir yolları
layers-divisions = İller ve ilçeler
layers-countries = Ülke ve su adları
layers-places = Şehir adları
layers-names-in = Adların dili
layers-dashed = Kesikli: tartışmalı sınırlar, ateşkes ve hak iddiası hatları (Natural Earth)
layers-add-own = Kendi katmanını ekle
layers-own-place = Adres veya dosya
layers-own-help = Resim karoları veya PMTiles arşivi; dosya pencereye de bırakılabilir
layers-own-name = Ad
layers-own-name-hint = sunucununki veya dosyanınki
layers-own-attribution = Atıf
layers-own-attribution-hint = © kim yaptıysa
layers-own-zoom = En yakın düzey
layers-own-add = Katman ekle
layers-own-choose-file = Dosya seç…

## Start and dropping files

start-title = Haberleri buraya bırakın
start-help = Metin, Markdown, web sayfaları, PDF, Word, OpenDocument, JSON veya ZIP, dosya ya da klasör olarak; bir haberin metni yapıştırılabilir de. Dateline bildirilenleri bulur ve haritada gösterir. Hiçbir şey bu bilgisayardan çıkmaz.
start-open-files = Dosya aç…
start-open-folder = Klasör aç…
start-open-sample = Örneği aç
drop-tiles = Bu haritayı göstermek için bırakın
drop-tiles-help = Yerleşik haritanın üzerinde gösterilir
drop-places = Kendi yerlerinizi eklemek için bırakın
drop-places-help = Aynı addaki yerlerden önce gelirler
drop-articles = Bu haberleri okumak için bırakın
drop-articles-help = Açık olanlara eklenirler

## Dialogs

dialog-close = Kapat
dialog-cancel = İptal
dialog-file = Dosya
dialog-choose-file = Dosya seç…
dialog-choose-place = Yer seç…
dialog-keys-title = Tuşlar
dialog-path-title = Yol aç
dialog-path-help = Bir dosya veya altındaki her şeyle bir klasör
dialog-path-field = Yol
dialog-path-open = Aç
dialog-save-as-title = Projeyi bir adla kaydet
dialog-save-as-kept = Şu anda yaptığınız her şeyle { $path } dosyasında saklanıyor.
dialog-save-as-not-kept = Henüz bir dosyada saklanmıyor.
dialog-save-as-hint = .gpkg ile biten bir yol yazın veya bir yer seçin
dialog-save-as-save = Kaydet
dialog-save-as-help = Proje bir GeoPackage’dır: QGIS ve başka programlar onu olduğu gibi açar.
rejected-title = Reddedilen satırları kaydet
rejected-help = { $table } tablosundan { $n } satır, her biri numarası ve nedeniyle
dialog-places-title = Kendi yerleriniz
dialog-places-about = Dizindeki aynı addaki yerlerden önce gelirler. Haberler onlarla yeniden okunur.
dialog-places-path = CSV veya GeoJSON dosyasının yolu
dialog-places-add = Yer ekle
dialog-places-help = Sütunlar veya özellikler: name, lat, lon; ayrıca aliases (| veya ; ile ayrılır), kind, country, radius_km, population. Dosyalar pencereye de bırakılabilir.
dialog-places-none = Henüz eklenmedi
dialog-places-remove = Kaldır
dialog-places-remove-named = Kaldır: { $name }
dialog-places-before = Daha önce kullanılanlar
dialog-places-use = Yeniden kullan
dialog-places-use-named = Yeniden kullan: { $name }
dialog-places-forget = Unut: { $name }

## Where no events are shown

nothing-show-history = Arka planı göster

## Go to anything

palette-title = Bul ve git
palette-hint = Komutlar, yerler, olaylar, haberler
palette-nothing = Hiçbir şey bulunamadı
palette-recent = Daha önce seçilenler
palette-commands = Komutlar
palette-saved = Kayıtlılar
palette-filter = filtre
palette-bookmark = yer imi
palette-files = Son dosyalar
palette-places = Yerler
palette-events = Olaylar
palette-articles = Haberler

## Settings

settings-title = Ayarlar
settings-theme = Tema
settings-theme-system = Sistemdeki gibi
settings-theme-light = Açık
settings-theme-dark = Koyu
settings-contrast = Karşıtlık
settings-contrast-high = Yüksek karşıtlık
settings-colours = Olay renkleri
settings-colours-usual = Her türe bir renk
settings-colours-safe = Renk körlüğüne uygun
settings-text-size = Metin boyutu
settings-text-smaller = Daha küçük metin
settings-text-larger = Daha büyük metin
settings-text-usual = Olağan boyut
settings-percent = %{ $n }
settings-motion = Hareket
settings-motion-reduced = Azaltılmış hareket
settings-language = Dil
settings-language-system = Sistemdeki gibi ({ $language })
settings-english = Haberlerin sözleri hiçbir zaman çevrilmez. Veriler, dışa aktarılanlar ve komut satırı İngilizcedir.
settings-places = Yer dosyaları…

## The list of keys

keys-search = Tuş ara
keys-everywhere = Yalnızca klavyeyle
keys-pointer = İşaretçiyle
key-tab = Tab, Shift+Tab
key-tab-help = Sonraki denetime, öncekine
key-enter = Boşluk, Enter
key-enter-help = Klavyenin üzerinde olduğu denetimi kullanır
key-escape = Escape
key-escape-help = Denetimden çıkar, menüyü veya iletişim kutusunu kapatır
key-menus = Alt+F, E, V, T, H
key-menus-help = Menü açar (Mac’te değil)
key-menu-bar = F10
key-menu-bar-help = Menü çubuğuna gider (Mac’te değil)
key-list = Yukarı, aşağı, Page Up, Page Down
key-list-help = Olay listesinde: başka birini seçer
key-map = Oklar
key-map-help = Haritada: haritayı kaydırır; Enter ortasına en yakın olayı seçer
key-slider = Sol, sağ
key-slider-help = Zaman çizelgesinde: gösterilen günleri kaydırır; Shift ile sonunu değiştirir
gesture-map-drag = Haritayı sürükleyin
gesture-map-drag-help = Haritayı kaydırır
gesture-map-wheel = Haritada tekerlek veya iki parmak
gesture-map-wheel-help = Yakınlaştırır veya uzaklaştırır
gesture-map-double-click = Haritada çift tıklama
gesture-map-double-click-help = Yakınlaştırır
gesture-map-click = Simgeye tıklama
gesture-map-click-help = Olayı seçer
gesture-map-click-again = Üzerine yeniden tıklama
gesture-map-click-again-help = Aynı noktadaki sonraki olayı seçer
gesture-type-click = Ctrl ile filtrelerde bir türe tıklama
gesture-type-click-help = Yalnızca bu türdeki olayları gösterir
gesture-slider-handle = Zaman çizelgesinin tutamacını sürükleyin
gesture-slider-handle-help = Gösterilen ilk veya son günü değiştirir
gesture-slider-middle = Tutamaçların arasını sürükleyin
gesture-slider-middle-help = Gösterilen günleri kaydırır
gesture-slider-outside = Tutamaçların dışını sürükleyin
gesture-slider-outside-help = Başka günleri gösterir
gesture-slider-click = Zaman çizelgesine tıklama
gesture-slider-click-help = O günü gösterir
gesture-slider-double-click = Zaman çizelgesine çift tıklama
gesture-slider-double-click-help = Tüm günleri gösterir
gesture-slider-wheel = Zaman çizelgesinde tekerlek
gesture-slider-wheel-help = Üzerinde daha az veya daha çok gün gösterir

## Dialogs of the system: titles and kinds of files

files-export-title = Olayları dışa aktar
files-tables = Olay tabloları
files-articles = Haberler ve olay tabloları
files-places = Yerler
files-tiles = Harita karoları
files-project = Proje
files-json-lines = JSON satırları
files-picture = Resim
picture-title = Haritayı resim olarak kaydet
picture-help = Pencerenin şu anki günleri, süzgeci ve görünümüyle
picture-size = Boyut
picture-size-slide = Slayt, { $size }
picture-size-large = Büyük slayt, { $size }
picture-size-page = Sayfa, { $size }
picture-size-square = Kare, { $size }
picture-size-small = Küçük, { $size }
picture-shows = Göster
picture-as-seen = Haritada şu an görünen
picture-all-events = Bu olayların tümü
picture-path-hint = Resmin yolu, örneğin map.png
picture-save = Resmi kaydet

## Export

export-title = Olayları dışa aktar
export-format = Biçim
export-events = Olaylar
export-keep-back = Dışarıda bırak
export-which = { $which } ({ $n })
export-reviewed-only = Yalnızca incelendi olarak işaretlenenler
export-all = Tümü
export-filtered = Filtreden geçenler
export-on-map = Şu anda haritada olanlar
export-selected = Seçili olan
export-no-names = Kişi ve grup adları
export-no-names-help = Bunları içerebilecek haber sözleri de
export-no-quotes = Haberlerin sözleri
export-coarse = Kesin konumlar:
export-coarse-grid = ızgara
export-coarse-province = ilin ortası
export-km = km
export-delay = Son olaylar:
export-days = { $n ->
   *[other] gün
}
export-path-hint = Bir yol yazın veya dosya seçin
export-write = { $n } olayı dışa aktar

## Formats of exports, and what each is good for

export-format-csv = Tablo (CSV)
export-format-csv-help = Her olaya bir satır, her alanın yanında dayandığı sözler
export-format-csv-acled = ACLED sütunlu tablo (CSV)
export-format-csv-acled-help = ACLED tablolarını okuyan programlar için
export-format-csv-ucdp = UCDP sütunlu tablo (CSV)
export-format-csv-ucdp-help = Yalnızca örgütlü şiddet, UCDP GED okuyan programlar için
export-format-xlsx = Çalışma kitabı (Excel)
export-format-xlsx-help = Olay, rapor ve kaynak sayfaları
export-format-geojson = GeoJSON
export-format-geojson-help = Bilinen her şeyle noktalar, haritalar için
export-format-kml = KML
export-format-kml-help = Google Earth için, zaman çizelgesine günlerle
export-format-kmz = KMZ
export-format-kmz-help = Her tür için simgeli KML
export-format-gpkg = GeoPackage
export-format-gpkg-help = Nokta ve alan katmanları, QGIS ve başkaları için
export-format-parquet = GeoParquet
export-format-parquet-help = pandas, DuckDB ve başkaları için türü belli sütunlar
export-format-jsonl = JSON satırları
export-format-jsonl-help = Her olaya bir nesne, programlar için
export-format-markdown = Rapor (Markdown)
export-format-markdown-help = Alıntılarıyla gün gün olaylar, okumak için
export-format-bibtex = Kaynaklar (BibTeX)
export-format-bibtex-help = Kaynakça olarak haberler
export-format-ris = Kaynaklar (RIS)
export-format-ris-help = Kaynakça olarak haberler, Zotero ve başkaları için
export-format-evidence = Kanıt paketi (ZIP)
export-format-evidence-help = Tablolar, alıntılar, haberlerin özetleri, sürümler ve harita, başkalarının denetlemesi için

## About

about-summary = Silahlı bir çatışmaya ilişkin haberleri okur; nelerin, nerede ve ne zaman bildirildiğini gösterir.
about-licence = Seçiminize göre MIT veya Apache 2.0 lisansıyla özgür yazılım.
about-network = Haberler bu bilgisayardan hiçbir zaman çıkmaz. Ağı yalnızca çevrimiçi harita katmanları kullanır.
about-made-with = Yapımında kullanılanlar
about-full-notice = Tam metin
about-copy = Tümünü metin olarak kopyala

## Progress

progress-looking = Dosyalara bakılıyor
progress-bar = Okunuyor
progress-moments-left = birkaç saniye kaldı
progress-seconds-left = yaklaşık { $n } sn kaldı
progress-minutes-left = yaklaşık { $n } dk kaldı
progress-reading = Okunuyor: { $read } / { $total }
progress-rows = { $name }, { $n } satır
progress-cancel = İptal

## Notices

notices-title = Bildirimler
notices-none = Henüz bir şey söylenmedi
notices-copy = Tümünü metin olarak kopyala
notices-just-now = az önce
notices-minutes-ago = { $n } dk önce
notices-hours-ago = { $n } sa önce
notices-older = { $n } bildirim daha…
notice-settings-broken = Bazı ayarlar anlaşılamadı ve ilk açılıştaki gibi
notice-settings-not-kept = Ayarlar saklanamadı
notice-dismiss = Bildirimi kapat
notice-dismiss-help = Kapat
notice-nothing-to-export = Henüz dışa aktarılacak bir şey yok
notice-project-not-opened = Proje açılamadı
notice-project-not-saved = Proje kaydedilemedi
notice-project-is = Proje artık { $path }
notice-project-not-kept = Bu proje saklanmıyor. Saklamak için bir adla kaydedin
notice-project-of-other-version = Dateline { $version } ile yazılmış. Dosya → Tümünü yeniden oku haberleri bu sürümle okur; değişiklikleriniz kalır
notice-project-read-only = Proje yalnızca okunabilir
notice-project-read-only-help = Değiştirmek için önce başka bir adla kaydedin
notice-project-brought-up = Proje güncellendi; önceki hâli: { $path }
notice-no-project = Açık proje yok
notice-compacted = Sıkıştırıldı: { $before } MB yerine { $after } MB
notice-not-compacted = Proje sıkıştırılamadı
notice-not-saved = Kaydedilmedi
notice-saved = Kaydedildi: { $path }
notice-exported = Kaydedildi: { $path }: { $outcome }
notice-export-failed = Dışa aktarılamadı
notice-picture-failed = Resim kaydedilemedi
notice-layer-broken = { $name } tam gösterilemiyor
notice-layer-broken-help = { $why }. Yerleşik harita altta kalır.
notice-tiles-not-removed = Karolar silinemedi
notice-sample-open = Örnek zaten açık
notice-text-open = Bu metin zaten açık
notice-read-pasted = Yapıştırılan metin okundu: { $n } olay bildiriliyor
notice-stopped = Durduruldu: { $read } / { $total }
notice-files-unreadable = { $n } dosya okunamadı
notice-no-articles = Orada haber bulunamadı
notice-read-articles = { $n } haber okundu
notice-places-not-added = Kendi yerleriniz eklenemedi
notice-places-added = { $name } dosyasından { $n } yeriniz eklendi
notice-nothing-to-read-again = Yeniden okunacak bir şey yok
notice-read-again = Yeniden okundu; { $changed ->
    [0] hiçbir şey değişmedi
   *[other] { $changed } haber başka bir şey söylüyor
}{ $lost ->
    [0] { "" }
   *[other] ; { $lost } düzenleme sözlerini yitirdi ve onları bekliyor
}
notice-reports-changed = { $article }: raporlar: { $changes }
notice-reports-more = { $n } fazla
notice-reports-fewer = { $n } eksik
notice-reports-other = { $n } değişti
notice-edit-lost = { $article }: “{ $words }” ({ $step }) artık rapor değil
notice-join-lost = { $article }: “{ $words }” (birleştirme veya ayırma) artık rapor değil
notice-table-open = { $name } zaten { $other } olarak açık
notice-table-read = { $name } okundu: { $format } olarak { $n } satır
notice-table-read-in-part = { $name } okundu: { $format } olarak { $n } satır, bunlardan { $rejected } tanesi kullanılamaz
notice-table-more = ve { $n } daha
notice-table-as-before = Bu başlıklara sahip son tablo gibi okundu
notice-mapping-not-kept = Tablonun nasıl okunacağı saklanamadı

## Import table

mapping-title = Tablo içe aktar
mapping-help = Her tür olay tablosu: bir satır, öğe veya yer işareti bir olaydır.
mapping-look = Bak
mapping-looking = Dosyaya bakılıyor…
mapping-import = İçe aktar
mapping-remember = Bundan sonra bu başlıklı tabloları böyle oku
mapping-remember-help = Bir sonraki sormadan açılır ve bunu bildirir
mapping-saved = Aynı başlıkları taşıyan { $name } daha önce nasıl okunduysa öyle okundu.
mapping-forget = Bunu unut
mapping-forget-help = Bu başlıklı tablolar bulundukları gibi okunur
mapping-known = Sütunlarından tanındı: { $format }
mapping-no-day = Hiçbir sütun ne zaman olduğunu söylemiyor. Söyleyen sütunun üstünde “Gün veya ilk gün” ya da “Yıl” seçin.
mapping-no-place = Hiçbir sütun nerede olduğunu söylemiyor. Söyleyen sütunların üstünde “Enlem” ve “Boylam” ya da “Yerin adı” seçin.
mapping-no-position = Yerlerin burada yalnızca adı var, adlar ise aranmaz: olaylar listede olur, haritada olmaz. Varsa “Enlem” ve “Boylam” sütunlarını seçin.
mapping-day-by-cells = Gün sütunu hücrelerine göre tahmin edildi. Doğru olup olmadığını denetleyin.
mapping-date-order = Bu tarihlerde gün ile ay ayırt edilemiyor. Hangisinin önce geldiğini denetleyin.
mapping-usable = { $n } satırdan { $usable } tanesi kullanılabilir
mapping-usable-of-first = İlk { $n } satırdan { $usable } tanesi kullanılabilir
mapping-reason-and-more = { $told } (ve { $n } daha)
mapping-encoding = Kodlama
mapping-delimiter = Hücre ayırıcı
mapping-comma = Virgül
mapping-semicolon = Noktalı virgül
mapping-tab = Sekme
mapping-headings = İlk satır
mapping-first-row-names = Sütun adlarıdır
mapping-first-row-values = Değer satırıdır
mapping-sheet = Sayfa
mapping-days = Tarihler
mapping-day-first = Önce gün, sonra ay
mapping-month-first = Önce ay, sonra gün
mapping-decimal = Ondalık işareti
mapping-decimal-point = Nokta: 39.5
mapping-decimal-comma = Virgül: 39,5
mapping-asked = dediğiniz gibi
mapping-told = bulundu
mapping-guessed = tahmin
mapping-unit-line = Satır
mapping-unit-row = Satır
mapping-unit-feature = Öğe
mapping-becomes = Ne olacağı
mapping-nothing = Kullanılmıyor
mapping-column-tells = “{ $column }” ne bildiriyor
mapping-group-when = Ne zaman
mapping-group-where = Nerede
mapping-group-what = Ne
mapping-group-who = Kim
mapping-group-source = Kaynak
mapping-types = “{ $column }” hücrelerine göre ne oldu
mapping-stretches = “{ $column }” hücrelerine göre günler ne kadar biliniyor
mapping-precisions = “{ $column }” hücrelerine göre yerler ne kadar biliniyor
mapping-value-means = “{ $value }” ne anlama geliyor
mapping-codes-unknown = { $n } farklı değer bilinmiyor ve gösterildiği gibi alındı
mapping-rows = { $n } satır

## What a column of a table tells

tells-id = Numara veya kod
tells-type = Ne oldu
tells-first-day = Gün veya ilk gün
tells-last-day = Son gün
tells-year = Yıl
tells-month = Ay
tells-day = Ayın günü
tells-date-precision = Gün ne kadar biliniyor
tells-latitude = Enlem
tells-longitude = Boylam
tells-position = Enlem ve boylam tek hücrede
tells-place = Yerin adı
tells-place-precision = Yer ne kadar biliniyor
tells-radius = Kilometre olarak yarıçap
tells-admin1 = İl
tells-country = Ülke
tells-killed = Ölü
tells-killed-low = Ölü, en az
tells-killed-high = Ölü, en çok
tells-killed-a = Birinci tarafın ölüleri
tells-killed-b = İkinci tarafın ölüleri
tells-killed-civilians = Ölü siviller
tells-killed-unknown = Ölüler, tarafı bilinmiyor
tells-wounded = Yaralı
tells-wounded-low = Yaralı, en az
tells-wounded-high = Yaralı, en çok
tells-actor = Kim katıldı
tells-perpetrator = Kim yaptı
tells-victim = Kime yapıldı
tells-source = Kaynak
tells-url = Kaynağın adresi
tells-title = Başlık
tells-citation = Kaynaklar tek metinde
tells-published = Yayım günü
tells-notes = Sözlü anlatım
tells-background = Geçmişe ilişkin arka plan
tells-confidence = Ne kadar emin, 0–1
