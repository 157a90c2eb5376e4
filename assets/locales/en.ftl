# The words of the screen, in English. Ids are kebab-case: the part of the window first, then what
# it is. Every id here is in the other files too, with the same names between braces.

## Numbers of things

count-events = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
count-articles = { $n ->
    [one] { $n } article
   *[other] { $n } articles
}
count-reports = { $n ->
    [one] { $n } report
   *[other] { $n } reports
}
count-places = { $n ->
    [one] { $n } place
   *[other] { $n } places
}
count-remarks = { $n ->
    [one] { $n } remark
   *[other] { $n } remarks
}
count-hits = { $n ->
    [one] { $n } hit
   *[other] { $n } hits
}
# How many people: at least so many.
count-at-least = { $n } or more
# How many of all events are on the map.
count-events-of = { $shown } of { $all } events

## Dates. The order of their parts is that of the language.

day-month-year = { $day } { $month } { $year }
day-month = { $day } { $month }
month-year = { $month } { $year }
# Days of one month: 12–14 May 2021.
days-of-month = { $first }–{ $last } { $month } { $year }
# Whole months of one year: Sep–Nov 2022.
months-of-year = { $first }–{ $last } { $year }
year-before-christ = { $year } BC
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
# The name of a month where no day stands before it; by its number where it is another.
month-alone =
    { $month ->
       *[other] { $name }
    }

## Menus

menu-file = File
menu-edit = Edit
menu-view = View
menu-time = Time
menu-help = Help
menu-recent-projects = Recent projects
menu-recent-files = Recent files
menu-nothing-recent = None yet
# What Windows calls "Quit".
menu-exit = Exit
menu-language-system = That of the system

## Actions: the words in the menu, and what each does

action-new-project = New project
action-new-project-help = Begin with nothing open
action-open-project = Open project…
action-open-project-help = Go on with another project
action-save-project-as = Save project as…
action-save-project-as-help = Give the project a name and a place; all that you do is kept there at once
action-compact = Compact project
action-compact-help = Give back the room of what was deleted from the project file
action-open-files = Open files…
action-open-files-help = Add articles from files
action-open-folder = Open folder…
action-open-folder-help = Add all articles in a folder
action-open-path = Open path…
action-open-path-help = Add articles, or open a project, by typing a path
action-import-table = Import table…
action-import-table-help = Say how an event table is read, and see what comes of its rows
action-open-sample = Open sample
action-open-sample-help = Add the sample articles
action-new = Close all articles
action-new-help = Take all articles out of the project; can be undone
action-add-places = Add your own places…
action-add-places-help = Names and positions from a CSV or GeoJSON file of yours
action-read-again = Read all again
action-read-again-help = Read all articles with this version of the program; what you changed stays
action-export-events = Export events…
action-export-events-help = Save the events as a table, for a map, as a report or with their evidence
action-export-annotations = Export annotations…
action-export-annotations-help = Save everything that was read, a line of JSON for each article
action-save-picture = Save picture…
action-save-picture-help = Save the map as a PNG
action-quit = Quit
action-quit-help = Close the window
action-undo = Undo
action-undo-help = Take back the last edit
action-undo-step = Undo { $step }
action-redo = Redo
action-redo-help = Do it again
action-redo-step = Redo { $step }
action-find = Find
action-find-help = Look for words in events
action-find-in-article = Find in article
action-find-in-article-help = Look for words in the article
action-mark-unverified = Mark as unverified
action-mark-unverified-help = Mark the selected events as unverified, or no longer
action-mark-disputed = Mark as disputed
action-mark-disputed-help = Mark the selected events as disputed, or no longer
action-mark-reviewed = Mark as reviewed
action-mark-reviewed-help = Mark the selected events as reviewed, or no longer
action-command-palette = Go to anything…
action-command-palette-help = Find commands, places, events and articles by a few letters
action-deselect = Deselect
action-deselect-help = Select nothing
action-settings = Settings…
action-settings-help = Theme, contrast, colours, text size, motion, language
action-fit-map = Fit map to events
action-fit-map-help = Show all events on the map
action-zoom-in = Zoom in
action-zoom-in-help = Come closer
action-zoom-out = Zoom out
action-zoom-out-help = See more
action-map-layers = Map layers…
action-map-layers-help = Choose another map
action-stories = Stories…
action-stories-help = Make and present stories: steps with words over the map
action-map-display = Map display…
action-map-display-help = Choose markers, clusters or heat, and what else the map shows
action-go-to-place = Go to a place…
action-go-to-place-help = Show a place on the map by its name or its coordinates
action-select-rectangle = Select a rectangle
action-select-rectangle-help = Drag a rectangle on the map to show only what happened there
action-select-polygon = Select an area
action-select-polygon-help = Click the corners of an area on the map to show only what happened there
action-filter-to-view = Filter to this view
action-filter-to-view-help = Show only what happened in the part of the map that is seen
action-measure = Measure
action-measure-help = Click points on the map to measure between
action-copy-coordinates = Copy coordinates
action-copy-coordinates-help = Copy the coordinates of the place under the pointer
action-toggle-lists = Lists
action-toggle-lists-help = Show or hide the left panel
action-toggle-inspector = Inspector
action-toggle-inspector-help = Show or hide the right panel
action-next-pane = Next pane
action-next-pane-help = Take the keyboard to the next part of the window
action-previous-pane = Previous pane
action-previous-pane-help = Take the keyboard to the part of the window before
action-text-larger = Larger text
action-text-larger-help = Show all of the window larger
action-text-smaller = Smaller text
action-text-smaller-help = Show all of the window smaller
action-text-usual = Usual text size
action-text-usual-help = Show the window in its usual size
action-theme-system = Theme of the system
action-theme-system-help = Light or dark, as the system has it
action-theme-light = Light theme
action-theme-light-help = Dark letters on a light ground
action-theme-dark = Dark theme
action-theme-dark-help = Light letters on a dark ground
action-high-contrast = High contrast
action-high-contrast-help = Stronger letters, lines and outlines
action-safe-colours = Colour-blind safe colours
action-safe-colours-help = Colours of events that are told apart with any kind of colour vision
action-reduced-motion = Reduced motion
action-reduced-motion-help = Nothing slides, glides or blinks
action-toggle-play = Play or pause
action-toggle-play-help = Let time run
action-step-next = Next event
action-step-next-help = Select the next event in time
action-step-previous = Previous event
action-step-previous-help = Select the event before in time
action-to-start = To the first day
action-to-start-help = Go to the start
action-to-end = To the last day
action-to-end-help = Go to the end
action-show-all-time = All days
action-show-all-time-help = Show all days at once
action-toggle-play-events = Play event by event
action-toggle-play-events-help = Go from event to event, however far apart they are
action-toggle-loop = Loop
action-toggle-loop-help = Start again at the end
action-toggle-trails = Fade older events
action-toggle-trails-help = While time runs, what is over becomes paler
action-window-on = Window on
action-window-on-help = Move the window on by its own length
action-window-back = Window back
action-window-back-help = Move the window back by its own length
action-lengthen-window = Longer window
action-lengthen-window-help = From a day to a week, a month, a year
action-shorten-window = Shorter window
action-shorten-window-help = From a year to a month, a week, a day
action-toggle-mode = Cumulative
action-toggle-mode-help = Keep everything from the first day on
action-go-to-day = Go to a day…
action-go-to-day-help = Type the days to show
action-toggle-time-axis = By day of report
action-toggle-time-axis-help = Show what was known by a day, not what had happened
action-focus-time = Time slider
action-focus-time-help = Arrows move the window, with Shift its end, with Ctrl its start
action-zoom-time-in = Zoom time in
action-zoom-time-in-help = Fewer days on the slider
action-zoom-time-out = Zoom time out
action-zoom-time-out-help = More days on the slider
action-whole-time-axis = All days on the slider
action-whole-time-axis-help = Zoom the slider out to the first and the last day
action-show-keys = Keys
action-show-keys-help = List all keys
action-show-notices = Notices
action-show-notices-help = Read again what was said since the window was opened
action-about = About Dateline
action-about-help = Version, licences, sources of data

## Steps that can be undone, after "Undo"

step-new = new
step-close-article = close article
step-open-article-again = open article again
step-close-table = close table
step-read-table-again = read table again
step-publication-date = publication date
step-not-an-event = not an event
step-restore-event = restore event
step-change-type = change type
step-join-events = join events
step-take-report-out = take report out
step-add-event = add event
step-back-to-what-was-read = back to what was read
step-change-captured = change captured
step-change-day = change day
step-change-deaths = change deaths
step-change-injuries = change injuries
step-change-place = change place
step-change-story = change story
step-change-who-says-so = change who says so
step-change-who-took-part = change who took part
step-delete-bookmark = delete bookmark
step-delete-filter = delete filter
step-delete-story = delete story
step-not-events = not events
step-note = note
step-place-name = place name
step-review = review
step-save-bookmark = save bookmark
step-save-filter = save filter

## Types of events

event-type-battle = Battle
event-type-shelling-missile = Shelling or missile
event-type-air-drone-strike = Air or drone strike
event-type-ied-mine-suicide = Bomb or mine
event-type-attack-on-civilians = Attack on civilians
event-type-abduction-arrest = Abduction or arrest
event-type-territory-taken = Territory taken
event-type-troop-deployment-movement = Troop movement
event-type-ceasefire-agreement = Ceasefire or agreement
event-type-talks-diplomacy = Talks
event-type-appeal-request = Appeal
event-type-protest-riot = Protest or riot
event-type-aid-humanitarian = Aid
event-type-other = Other

## How well a day is known

stretch-day = Day alone
stretch-week = Some days around it
stretch-month = Its month
stretch-year = Its year

## How well a place is known

precision-exact = Exact place
precision-near = Near a place
precision-admin2 = District
precision-admin1 = Province or region
precision-country = Country

## What a person thinks of an event

review-unreviewed = Not reviewed
review-edited = Edited
review-reviewed = Reviewed
review-disputed = Disputed
review-unverified = Unverified

## What events can be sorted into

facet-actor = Who took part
facet-claimant = Who says so
facet-side = Side that says so
facet-outlet = Outlet
facet-country = Country
facet-place = Place
facet-none = None among these events
facet-no-match = None of that name
facet-find = Find in { $facet }
facet-find-hint = Find…
facet-more = { $n } more
facet-fewer = Fewer
facet-help = Click asks for it, Ctrl+click for it alone

## Events in a line

event-no-place = no place
event-no-date = no date

## Why something is not on the map

remark-negated = Said not to have happened
remark-denied = Denied
remark-hypothetical = Planned or possible
remark-exercise = Exercise
remark-metaphor = Figure of speech
remark-crime = Crime, not conflict
remark-unplaced = No place
remark-undated = No date
remark-ambiguous-place = Which place is unsure
remark-unknown-place = Place not in the gazetteer
remark-no-publication-date = No publication date
remark-conflicting-dates = Publication date is unsure
remark-rejected = Not an event (your edit)
remark-bad-row = Rows that cannot be used

## What was used

weapon-aircraft = aircraft
weapon-artillery = artillery
weapon-blunt = blunt
weapon-bomb = bomb
weapon-bow = bow
weapon-car-bomb = car bomb
weapon-chemical = chemical
weapon-drone = drone
weapon-grenade = grenade
weapon-ied = ied
weapon-incendiary = incendiary
weapon-knife = knife
weapon-mine = mine
weapon-missile = missile
weapon-mortar = mortar
weapon-riot-control = riot control
weapon-rocket = rocket
weapon-small-arms = small arms
weapon-suicide-bomb = suicide bomb
weapon-tank = tank
weapon-vehicle = vehicle

## What was damaged

damage-aircraft = aircraft
damage-building = building
damage-communications = communications
damage-fuel = fuel
damage-government = government
damage-homes = homes
damage-hospital = hospital
damage-industry = industry
damage-infrastructure = infrastructure
damage-market = market
damage-military = military
damage-power = power
damage-school = school
damage-settlement = settlement
damage-ship = ship
damage-transport = transport
damage-vehicle = vehicle
damage-water = water
damage-worship = worship

## Left panel: tabs and lists

list-events = Events
list-articles = Articles
list-not-on-map = Not on the map
list-no-articles = No articles are open
list-events-none-found = No event with a place and a day was found. See what is not on the map.
list-events-all-hidden = The filters hide all events
list-events-all-history = All events are history told as context
list-events-none-in-window = No events in these days
list-articles-none-found = No article has these words
list-column-date = Date
list-column-type = Type
list-column-place = Place
list-column-killed = Killed
list-column-wounded = Wounded
list-column-sources = Reports
list-column-confidence = Sure
list-column-review = Review
list-column-remarks = Remarks
list-columns = Columns…
list-sort-by = Sort by { $column }

## Left panel: several selected at once

bulk-selected = { $n ->
    [one] { $n } event selected
   *[other] { $n } events selected
}
bulk-articles = { $n ->
    [one] { $n } article selected
   *[other] { $n } articles selected
}
bulk-clear = Clear selection
bulk-mark = Mark as…
bulk-no-mark = No mark
bulk-type = Type…
bulk-day = Day…
bulk-day-field = Day of all selected events
bulk-place = Place…
bulk-place-field = Place of all selected events
bulk-join = Same event
bulk-join-help = Joins the reports of these events to one. Can be undone.
bulk-reject = Not events
bulk-reject-help = Takes them off the map and lists them under “Not on the map”. Can be undone.
bulk-hide-events = Hide events
bulk-show-events = Show events
bulk-remove = Remove
bulk-remove-help = Takes the articles and their events out of the project. Can be undone.

## Left panel: what is not on the map

left-out-more = { $n } more
left-out-row = { $table }, line { $line }
left-out-nothing = Everything that was found is on the map
left-out-restore = It is an event
left-out-none-found = Nothing here has these words
fix-set = Set
fix-cancel = Cancel
fix-day = Set day…
fix-day-field = Day of the event
fix-day-help = A day, month, year, or from – to: 2022-09-13, 2022-09, 2022-09-13 – 2022-09-15
fix-place = Set place…
fix-place-field = Place of the event
fix-place-hint = Name, or latitude, longitude
fix-place-none = No place of that name
fix-place-point = { $lat }, { $lon }
fix-place-why = chosen by you
fix-published = Article’s date…
fix-published-field = Publication date of the article
left-out-no-place-or-day = { $type }: no report tells where or when
left-out-no-place = { $type }: no report tells where
left-out-no-day = { $type }: no report tells when

## Left panel: articles

article-published = Published { $day }, { $origin }
article-origin-text = found in the text
article-origin-file = given with the file
article-origin-page = given by the page
article-origin-person = entered by you
article-forget-date = Forget
article-forget-date-help = Go back to the date that was read, if any
article-no-date = No publication date found
article-no-date-waiting = No publication date found, so { $n ->
    [one] { $n } expression
   *[other] { $n } expressions
} lack a day
article-publication-date = Publication date of { $title }
article-set-date = Set date
article-date-form = Year-month-day
article-date-hint = YYYY-MM-DD
article-show-events = Show its events on the map
article-show-events-of = Show events of { $title }
article-close = Close the article
article-close-named = Close { $title }
article-read-again = Read again
article-read-again-named = Read { $title } again
article-read-again-help = Read it again, as after an update. Your edits stay.
articles-closed = { $n ->
    [one] 1 closed article
   *[other] { $n } closed articles
}
articles-closed-title = Closed articles
article-reopen = Open again
article-reopen-named = Open { $title } again
articles-reopen-all = Open all again
articles-undated = { $n ->
    [one] { $n } article without a date
   *[other] { $n } articles without a date
}
articles-show-undated = Show only these
articles-show-all = Show all
table-rows-rejected = { $n ->
    [one] { $n } row
   *[other] { $n } rows
} of no use
table-line-reason = { $unit ->
    [row] row
    [feature] feature
   *[line] line
} { $line }: { $reason }
table-change = Change how it is read…
table-change-help = Say what its columns tell, and see what comes of its rows
table-save-rejected = Save rejected rows…
table-save-rejected-help = As a table with line and reason, to correct and read again
table-close = Close table
table-show-rejected = Show rows
table-close-help = Takes its events off the map. Can be undone.

## Left panel: search and filters

filter-shown = { $shown } of { $all } shown
filter-history-count = { $n } told as history
filter-clear = Clear filters
filter-open = Filters
filter-hide = Hide filters
filter-search = Search events
filter-search-hint = Search events, places, actors, quotes
filter-search-clear = Clear the search
filter-type = Type
filter-type-help = Click hides or shows, Ctrl+click shows only this
filter-review = Review
filter-precision = How well the place is known
filter-more = More
# How many values a part of the filters asks for, and how many it hides.
filter-chosen = { $n } chosen
filter-hidden = { $n } hidden
filter-area = Only in the area chosen on the map
filter-disputed-only = Only events whose reports differ
filter-least-killed = At least so many killed
filter-background = History told as context ({ $n })

## Left panel: filters and bookmarks with a name

saved-title = Saved filters and bookmarks
saved-help = Filters and bookmarks kept under a name
saved-filters = Filters
saved-filters-help = What is hidden and asked for
saved-filter-name = Name of the filter
saved-filter-none = Nothing is filtered now
saved-delete-filter = Delete filter { $name }
saved-bookmarks = Bookmarks
saved-bookmarks-help = Map, days, filters and event
saved-bookmark-name = Name of the bookmark
saved-delete-bookmark = Delete bookmark { $name }
saved-note = Note for the bookmark
saved-note-hint = Note, if you like
saved-save = Save
saved-replace = Replace

## Stories

story-window = Stories
story-help = A story is presented step by step: each step has words and shows the map, days, filters and event as they are when you add it.
story-choose = Story
story-delete = Delete story
story-new-name = Name of a new story
story-new = New story
story-add = Add what is on the screen
story-add-help = A step that shows the map, days, filters and event as they are now
story-present = Present
story-present-help = Show it step by step over the map
story-show = Show
story-show-help = Show what the step shows
story-retake = Take again
story-retake-help = Let the step show what is on the screen now
story-title = Title of step { $n }
story-title-hint = Title
story-text = Text of step { $n }
story-text-hint = What the audience reads
story-move-up = Move step { $n } up
story-move-down = Move step { $n } down
story-delete-step = Delete step { $n }
story-previous = Previous step
story-previous-help = Previous step (Page Up)
story-next = Next step
story-next-help = Next step (Page Down)
story-end = End
story-end-help = End the presentation (Esc)

## Inspector

inspector-none-selected = No event selected
inspector-hint-empty = What is read in articles shows up here
inspector-hint-select = Click one on the map or in the list, or step through them with the right arrow key
inspector-not-an-event = Not an event
inspector-not-an-event-help = Takes it off the map and lists it under “Not on the map”. Can be undone.
inspector-same-as = Same event as…
inspector-same-as-help = Joins the reports of two events to one. Can be undone.
inspector-none-alike = No other event is near in time and place
inspector-part = Not of this event
inspector-part-help = Makes this report an event of its own. Can be undone.
inspector-change-type = Change type
inspector-show-article = Show the article
inspector-why-joined = Why these reports were joined
inspector-row-of-table = Row of a table
inspector-disputed = Reports differ
inspector-background = History told as context
inspector-type-edited = Type chosen by you
inspector-confidence = Confidence { $percent } %
# A field for screen readers: its name, its value, the words of the article.
inspector-field = { $name }: { $value }, “{ $words }”
inspector-what = What
inspector-when = When
inspector-where = Where
inspector-killed = Killed
inspector-wounded = Wounded
inspector-captured = Captured
inspector-by-whom = By whom
inspector-to-whom = To whom
inspector-who = Who
inspector-with = With
inspector-damage = Damage
inspector-says-who = Says who
inspector-own-place = Your own place, from { $file }
# A place that is not known exactly.
inspector-place-near = { $place } (near a place)
inspector-place-admin2 = { $place } (district)
inspector-place-admin1 = { $place } (province or region)
inspector-place-country = { $place } (country)
inspector-reviewed-help = You looked at it and it is right (Shift+R)
inspector-disputed-help = You looked at it and it is in dispute (Shift+D)
inspector-unverified-help = You looked at it and could not tell (Shift+V)
inspector-review = Review
inspector-note = Note
inspector-add-note = Add note
inspector-note-hint = Your note. Ctrl+Enter keeps it, Esc drops it
# By which role someone took part: Azerbaijan (by whom).
inspector-actor = { $name } ({ $role })
# No value: nobody knows, or a person said that there is none.
inspector-nothing = none
inspector-by-you = by you
inspector-revert-button = Revert
# For screen readers: a field goes back to what was read.
inspector-revert = Revert { $name }
inspector-revert-help = Back to what was read
inspector-add-value = Add a value…
inspector-copy-quote = Copy quote
inspector-copy-quote-help = Copies the sentence with its source
# Words of an article and where they are from.
quote-with-source = “{ $words }” ({ $source })
role-participant = took part
role-perpetrator = by whom
role-victim = to whom
stance-asserts = asserts
stance-confirms = confirms
stance-accuses = accuses
stance-admits = admits
stance-denies = denies
stance-doubts = doubts

## Inspector: changing a field

edit-field = Change: { $name }
edit-apply = Apply
edit-cancel = Cancel
edit-expects-days = A day or days: 2021-05-12, 12–14 May 2021, May 2021. Empty: not known
edit-expects-number = A number: 3, 3–5, at least 3. Empty: not told
edit-expects-name = A name. Empty: the articles themselves
edit-actor = Name { $n }
edit-role = Role { $n }
edit-add-actor = Add a name
edit-remove = Remove { $name }

## Inspector: changing a place

places-search = Search another place
places-candidate = { $name }, { $about }
# How far a place is from where the event is now.
places-away = { $n } km away
places-all-mentions = For all mentions of “{ $name }”
places-all-mentions-help = In all articles, every event at this name goes to the place that you choose
places-one-more = One more
places-point = Latitude, longitude
places-point-hint = At a point: 39.51, 46.34
places-point-set = Set
places-expects-point = Latitude and longitude in degrees: 39.51, 46.34
places-precision = How well it is known
places-radius = Radius in km
places-km = km around
places-done = Done
places-show = Show all on the map
places-show-help = Moves the map so that all these places are seen. The pin of the chosen one can be dragged.
places-pin = { $n }: { $name }
places-pin-now = Where it is now: { $name }
kind-country = country
kind-admin1 = province
kind-admin2 = district
kind-city = town
kind-village = village
kind-region = region
kind-lake = lake
kind-river = river
kind-sea = sea
kind-mountain = mountain
kind-airport = airport
kind-base = base
kind-camp = camp
kind-other = place

## Inspector: what sources say

claims-title = Who says what
claims-source = Source
claims-said = { $name } { $stance }
# For screen readers: what a source says of a field.
claims-cell = { $name }, { $source }: { $value }

## Inspector: confidence

confidence-detection = Event
confidence-detection-help = How likely the best report is right that it happened
confidence-date = Day
confidence-date-help = How likely the first day is right
confidence-place = Place
confidence-place-help = How likely the first place is right within 20 km
confidence-corroboration = Sources
confidence-corroboration-help = None for one outlet, more with each independent one

## Inspector: history

history-title = History ({ $n })
history-undone = undone: { $step }
history-redone = done again: { $step }
history-by = { $who }, { $when }
history-moment = { $day }, { $time }
history-change = { $before } › { $after }
history-as-read = as it was read
history-undo = Undo
history-undo-help = Takes this step back

## Inspector: a row of a table

record-line = { $format } · line { $line }
record-other-columns = Other columns
record-field-id = id
record-field-type = type
record-field-first-day = first day
record-field-last-day = last day
record-field-year = year
record-field-month = month
record-field-day = day
record-field-date-precision = date precision
record-field-latitude = latitude
record-field-longitude = longitude
record-field-place = place
record-field-place-precision = place precision
record-field-radius = radius
record-field-admin1 = admin1
record-field-country = country
record-field-killed = killed
record-field-killed-low = killed low
record-field-killed-high = killed high
record-field-killed-a = killed a
record-field-killed-b = killed b
record-field-killed-civilians = killed civilians
record-field-killed-unknown = killed unknown
record-field-wounded = wounded
record-field-wounded-low = wounded low
record-field-wounded-high = wounded high
record-field-actor = actor
record-field-perpetrator = perpetrator
record-field-victim = victim
record-field-source = source
record-field-citation = citation
record-field-title = title
record-field-url = url
record-field-published = published
record-field-notes = notes
record-field-background = background
record-field-confidence = confidence

## Reader

reader-empty = The article of the selected event is shown here
reader-no-date = no publication date
reader-open-page = Open page
reader-right-to-left = Paragraphs with right-to-left words cannot be selected. A right click copies one.
reader-copy-paragraph = Copy paragraph
reader-text = Article
reader-marks = Colours
reader-marks-help = What the colours mean, and which are shown
reader-mark-happening = Events
reader-mark-time = Times
reader-mark-place = Places
reader-mark-people = Peoples
reader-mark-actor = Actors
reader-mark-weapon = Weapons and damage
reader-mark-number = Numbers
reader-mark-claim = Who says so
reader-mark-help = Click marks them or no longer
reader-search = Search in the article
reader-search-open = Find in article
reader-search-help = Look for words in the article (Ctrl+Shift+F)
reader-search-next = Next match
reader-search-previous = Previous match
reader-search-close = Close the search
reader-search-count = { $n } of { $all }
reader-search-none = Not found
reader-add-event = Add as event…
reader-place-of = Where all mentions of “{ $name }” are
reader-place-as-read = As it was read

## Time slider

timeline-empty = The days of events will be shown here
timeline-to-start = To the first day
timeline-to-start-help = To the first day (Home)
timeline-previous = Previous event
timeline-previous-help = Previous event (left arrow)
timeline-play = Play
timeline-play-help = Play (Space)
timeline-pause = Pause
timeline-pause-help = Pause (Space)
timeline-next = Next event
timeline-next-help = Next event (right arrow)
timeline-to-end = To the last day
timeline-to-end-help = To the last day (End)
timeline-window = Window
timeline-window-help = A window of fixed length moves along
timeline-cumulative = Cumulative
timeline-cumulative-help = Everything from the first day on stays
timeline-speed = Speed
timeline-speed-help = Speed: drag, or click to type
timeline-speed-unit = days/s
timeline-all-days = All days
timeline-all-days-help = Show all days at once (A)
timeline-days-shown = Days shown: { $days }
timeline-earlier = { $n } earlier
timeline-later = { $n } later
timeline-loop = Loop
timeline-loop-help = Start again at the end (R)
timeline-speeds = Speeds
timeline-speed-unit-years = years/s
timeline-pace-unit = events/s
timeline-all-in = All in { $n } seconds
timeline-length = Length of the window
timeline-length-help = Length of the window: drag, or click to type
timeline-length-unit = { $n ->
    [one] day
   *[other] days
}
timeline-length-unit-years = { $n ->
    [one] year
   *[other] years
}
timeline-lengths = Lengths
timeline-length-1 = A day
timeline-length-3 = Three days
timeline-length-7 = A week
timeline-length-14 = Two weeks
timeline-length-30 = A month
timeline-length-91 = Three months
timeline-length-182 = Half a year
timeline-length-365 = A year
timeline-length-1826 = Five years
timeline-length-9131 = 25 years
timeline-length-36525 = A hundred years
timeline-first-day = First day shown
timeline-last-day = Last day shown
timeline-date-help = Type a day, a month or a year, then Enter
timeline-date-form = Type it like 2022-09-13, 13 Sep 2022, Sep 2022 or 2022
timeline-date-outside = The events are of { $days }
timeline-axis = Time axis: drag to pan, double click for most events
timeline-axis-choice = Which day of an event counts
timeline-axis-happened = As it happened
timeline-axis-happened-help = The day on which it happened
timeline-axis-known = As it was reported
timeline-axis-known-help = The day on which the first report of it was published
timeline-known = By the day of the first report
timeline-known-help = What was known by a day, whenever it had happened
timeline-without-day = { $n } without a publication day
timeline-beyond-help = Show all days on the slider
timeline-more = More for time
timeline-by-time = Play by time
timeline-by-events = Play event by event
timeline-bar-none = No events
timeline-bar-possible = { $n } possible
timeline-bar-both = { $n } and { $possible } possible
timeline-bar-hidden = { $n } hidden by filters

## Map

# For screen readers.
map-name = Map, { $shown } of { $all } events shown
map-zoom-in = Zoom in
map-zoom-in-help = Zoom in (+)
map-zoom-out = Zoom out
map-zoom-out-help = Zoom out (-)
map-fit = Fit map to events
map-fit-help = Show all events (F)
map-layers = Map layers
map-layers-help = What the map shows: the built-in one, OpenStreetMap, your own tiles (L)
map-scale-km = { $n } km
map-scale-m = { $n } m
map-attribution = Base map: Natural Earth, GeoNames, geoBoundaries (CC BY 4.0), © OpenStreetMap contributors (lakes, ODbL)
map-killed = Killed: { $count }
map-more-events = and { $n } more
map-click-again = Click again for the next one
legend-title = Legend
legend-fold = Fold legend
legend-unfold = Unfold legend
legend-outside = { $n ->
    [one] { $n } event
   *[other] { $n } events
} outside this view
legend-toggle = { $name }: hide or show
legend-help = Click hides or shows, Ctrl+click shows only this
legend-heat-little = little
legend-heat-much = much
legend-deaths = Deaths
legend-side-says = { $side } says
legend-side-help = Show only what this side says, or everything again
legend-side-neither = Both or others
picture-no-dates = No dated events

## Map: how events are shown

map-display = Map display
map-display-help = Markers, clusters or heat, and what else is shown (M)
map-display-close = Close map display
map-markers = Markers
map-markers-help = A symbol for each event
map-clusters = Clusters
map-clusters-help = Discs with numbers where symbols would cover one another; a click opens them
map-heat = Heat map
map-heat-help = Where how much happened, as a colour
map-by-deaths = Larger, the more died
map-by-side = Colour by side
map-by-side-help = Who says that it happened: { $sides }
map-trails = Fade older events
map-trails-help = While time runs, what is over becomes paler
map-areas = Areas of uncertain places
map-areas-help = Where all events may be whose place is not known exactly
map-arrows = Ways of movements
map-arrows-help = An arrow where the words tell from where to where, dots where they do not
map-follow = Follow the selection
map-follow-help = The map goes where the selected event is
map-sexagesimal = Degrees, minutes, seconds
# A cluster for screen readers: how many events, and of which types.
map-cluster = { $n ->
    [one] { $n } event
   *[other] { $n } events
}: { $types }
map-list-close = Close the list
map-list-killed = { $n } killed

## Map: tools

map-north = N
map-rectangle = Select a rectangle
map-rectangle-help = Show only what happened in a rectangle
map-rectangle-hint = Drag a rectangle; Escape ends
map-polygon = Select an area
map-polygon-help = Show only what happened in an area
map-polygon-hint = Click the corners of an area; Escape ends
map-polygon-hint-close = Enter or a double click closes the area; Escape ends
map-clear-area = Clear area
map-clear-area-help = Show what happened elsewhere too
map-measure = Measure
map-measure-help = Measure distances
map-measure-hint = Click points to measure between; Escape ends
map-measured = { $length }; Escape ends
map-copied = Copied { $place }
map-go-to = Go to a place
map-go-to-help = Go to a place by its name (Ctrl+G)
map-go-to-hint = A name, or 39.5, 46.3
map-go-to-nothing = No such place
map-kind-country = country
map-kind-admin1 = province or region
map-kind-admin2 = district
map-kind-city = city or town
map-kind-village = village
map-kind-region = region
map-kind-lake = lake
map-kind-river = river
map-kind-sea = sea
map-kind-mountain = mountain
map-kind-airport = airport
map-kind-base = base
map-kind-camp = camp
map-kind-other = place

## Map layers

layers-title = Map layer
layers-close = Close
layers-close-name = Close layers
layers-built-in = Built-in map
layers-built-in-help = Needs no network
layers-what-it-shows = What it shows
layers-online = online
layers-file = file
layers-remove = Take it off the list
layers-remove-named = Remove { $name }
layers-question = This map is fetched from { $host }. The server learns which areas you look at, and the address of your computer. Your articles and events stay here.
layers-fetch = Fetch the map
layers-cancel = Cancel
layers-none-kept = No fetched tiles kept
layers-kept = { $mb } MB of fetched tiles kept
layers-kept-where = In { $folder }, never more than 200 MB
layers-clear = Clear
layers-forgotten = Which layer was on, and what was answered, is forgotten when the window is closed
layers-relief = Relief
layers-rivers = Rivers
layers-urban = Built-up areas
layers-railways = Railways
layers-divisions = Provinces and districts
layers-countries = Names of countries and waters
layers-places = Names of towns
layers-names-in = Names in
layers-dashed = Dashed: disputed borders, ceasefire and claim lines (Natural Earth)
layers-add-own = Add a layer of your own
layers-own-place = Address or file
layers-own-help = Of tiles as pictures, or of a PMTiles archive; a file can also be dropped onto the window
layers-own-name = Name
layers-own-name-hint = the server’s or the file’s
layers-own-attribution = Attribution
layers-own-attribution-hint = © who made it
layers-own-zoom = Closest zoom
layers-own-add = Add layer
layers-own-choose-file = Choose a file…

## Start and dropping files

start-title = Drop news articles here
start-help = Text, Markdown, web pages, PDF, Word, OpenDocument, JSON or ZIP, as files or folders; or paste the text of one. Dateline finds what they report and puts it on the map. Nothing leaves this computer.
start-open-files = Open files…
start-open-folder = Open folder…
start-open-sample = Open sample
drop-tiles = Drop to show this map
drop-tiles-help = It is shown over the built-in one
drop-places = Drop to add your own places
drop-places-help = They come before places of the same name
drop-articles = Drop to read these articles
drop-articles-help = They are added to what is open

## Dialogs

dialog-close = Close
dialog-cancel = Cancel
dialog-file = File
dialog-choose-file = Choose a file…
dialog-choose-place = Choose a place…
dialog-keys-title = Keys
dialog-path-title = Open a path
dialog-path-help = A file, or a folder with all below it
dialog-path-field = Path
dialog-path-open = Open
dialog-save-as-title = Save the project under a name
dialog-save-as-kept = It is kept in { $path } now, with all that you do.
dialog-save-as-not-kept = It is not kept in a file yet.
dialog-save-as-hint = Type a path that ends in .gpkg, or choose a place
dialog-save-as-save = Save
dialog-save-as-help = A project is a GeoPackage: QGIS and other programs open it as it is.
rejected-title = Save rejected rows
rejected-help = { $n ->
    [one] { $n } row
   *[other] { $n } rows
} of { $table }, each with its line and the reason
dialog-places-title = Your own places
dialog-places-about = They come before places of the same name in the gazetteer. Articles are read again with them.
dialog-places-path = Path of a CSV or GeoJSON file
dialog-places-add = Add places
dialog-places-help = Columns or properties: name, lat, lon; also aliases (parted by | or ;), kind, country, radius_km, population. Files can be dropped onto the window too.
dialog-places-none = None added yet
dialog-places-remove = Remove
dialog-places-remove-named = Remove { $name }
dialog-places-before = Used before
dialog-places-use = Use again
dialog-places-use-named = Use { $name } again
dialog-places-forget = Forget { $name }

## Where no events are shown

nothing-show-history = Show history

## Go to anything

palette-title = Go to anything
palette-hint = Commands, places, events, articles
palette-nothing = Nothing found
palette-recent = Chosen before
palette-commands = Commands
palette-saved = Saved
palette-filter = filter
palette-bookmark = bookmark
palette-files = Recent files
palette-places = Places
palette-events = Events
palette-articles = Articles

## Settings

settings-title = Settings
settings-theme = Theme
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-contrast = Contrast
settings-contrast-high = High contrast
settings-colours = Colours of events
settings-colours-usual = One for each type
settings-colours-safe = Colour-blind safe
settings-text-size = Text size
settings-text-smaller = Smaller text
settings-text-larger = Larger text
settings-text-usual = Usual size
settings-percent = { $n } %
settings-motion = Motion
settings-motion-reduced = Reduced motion
settings-language = Language
settings-language-system = As the system ({ $language })
settings-english = The words of articles are never translated. Data, exports and the command line are in English.
settings-places = Files of places…

## The list of keys

keys-search = Search keys
keys-everywhere = By keyboard alone
keys-pointer = With the pointer
key-tab = Tab, Shift+Tab
key-tab-help = To the next control, to the one before
key-enter = Space, Enter
key-enter-help = Use the control that has the keyboard
key-escape = Escape
key-escape-help = Leave a control, close a menu or dialog
key-menus = Alt+F, E, V, T, H
key-menus-help = Open a menu (not on a Mac)
key-menu-bar = F10
key-menu-bar-help = Go to the menu bar (not on a Mac)
key-list = Up, Down, Page Up, Page Down
key-list-help = In the list of events: select another one
key-map = Arrows
key-map-help = On the map: move it; Enter selects the event nearest to its middle
key-slider = Left, Right
key-slider-help = On the time slider: move the days shown; with Shift, change where they end
gesture-map-drag = Drag the map
gesture-map-drag-help = Move it
gesture-map-wheel = Wheel or pinch on the map
gesture-map-wheel-help = Come closer or go away
gesture-map-double-click = Double click on the map
gesture-map-double-click-help = Come closer
gesture-map-click = Click on a symbol
gesture-map-click-help = Select the event
gesture-map-click-again = Click on it again
gesture-map-click-again-help = Select the next event on the same spot
gesture-type-click = Ctrl and click on a type in the filters
gesture-type-click-help = Show only events of this type
gesture-slider-handle = Drag a handle of the time slider
gesture-slider-handle-help = Change the first or the last day shown
gesture-slider-middle = Drag between the handles
gesture-slider-middle-help = Move the days shown
gesture-slider-outside = Drag outside the handles
gesture-slider-outside-help = Show other days
gesture-slider-click = Click on the time slider
gesture-slider-click-help = Show that day
gesture-slider-double-click = Double click on the time slider
gesture-slider-double-click-help = Show all days
gesture-slider-wheel = Wheel on the time slider
gesture-slider-wheel-help = Show fewer or more days on it

## Dialogs of the system: titles and kinds of files

files-export-title = Export events
files-tables = Event tables
files-articles = Articles and event tables
files-places = Places
files-tiles = Map tiles
files-project = Project
files-json-lines = JSON lines
files-picture = Picture
picture-title = Save a picture of the map
picture-help = With the days, filter and display that the window has now
picture-size = Size
picture-size-slide = Slide, { $size }
picture-size-large = Large slide, { $size }
picture-size-page = Page, { $size }
picture-size-square = Square, { $size }
picture-size-small = Small, { $size }
picture-shows = Shows
picture-as-seen = What the map shows now
picture-all-events = All these events
picture-path-hint = Path of the picture, such as map.png
picture-save = Save picture

## Export

export-title = Export events
export-format = Format
export-events = Events
export-keep-back = Keep back
export-which = { $which } ({ $n })
export-reviewed-only = Only those marked as reviewed
export-all = All
export-filtered = Those that pass the filter
export-on-map = Those on the map now
export-selected = The one that is selected
export-no-names = Names of persons and groups
export-no-names-help = Also the words of the articles, which may hold some
export-no-quotes = The words of the articles
export-coarse = Exact positions:
export-coarse-grid = grid
export-coarse-province = middle of the province
export-km = km
export-delay = Events of the last
# After the number of days.
export-days = { $n ->
   *[other] days
}
export-path-hint = Type a path, or choose a file
export-write = Export { $n ->
    [one] { $n } event
   *[other] { $n } events
}

## Formats of exports, and what each is good for

export-format-csv = Table (CSV)
export-format-csv-help = A row an event, the words behind each field beside it
export-format-csv-acled = Table with ACLED's columns (CSV)
export-format-csv-acled-help = For what reads tables of ACLED
export-format-csv-ucdp = Table with UCDP's columns (CSV)
export-format-csv-ucdp-help = Organised violence only, for what reads UCDP GED
export-format-xlsx = Workbook (Excel)
export-format-xlsx-help = Sheets of events, reports and sources
export-format-geojson = GeoJSON
export-format-geojson-help = Points with all that is known, for maps
export-format-kml = KML
export-format-kml-help = For Google Earth, with days for its time slider
export-format-kmz = KMZ
export-format-kmz-help = KML with a symbol for each type
export-format-gpkg = GeoPackage
export-format-gpkg-help = Layers of points and areas, for QGIS and others
export-format-parquet = GeoParquet
export-format-parquet-help = Typed columns for pandas, DuckDB and others
export-format-jsonl = JSON lines
export-format-jsonl-help = An object an event, for programs
export-format-markdown = Report (Markdown)
export-format-markdown-help = The events by day with their quotes, to read
export-format-bibtex = Sources (BibTeX)
export-format-bibtex-help = The articles as references
export-format-ris = Sources (RIS)
export-format-ris-help = The articles as references, for Zotero and others
export-format-evidence = Evidence pack (ZIP)
export-format-evidence-help = Tables, quotes, hashes of the articles, versions and the map, to be checked by others

## About

about-summary = Reads news about an armed conflict and shows what it reports, where and when.
about-licence = Free under the MIT licence or the Apache licence 2.0, at your choice.
about-network = Articles never leave this computer. Only online map layers use the network.
about-made-with = Made with
about-full-notice = Full notice
about-copy = Copy all as text

## Progress

progress-looking = Looking through the files
progress-bar = Reading
progress-moments-left = a few seconds left
progress-seconds-left = about { $n } s left
progress-minutes-left = about { $n } min left
progress-reading = Reading { $read } of { $total }
progress-rows = { $name }, { $n } rows
progress-cancel = Cancel

## Notices

notices-title = Notices
notices-none = Nothing was said yet
notices-copy = Copy all as text
notices-just-now = just now
notices-minutes-ago = { $n } min ago
notices-hours-ago = { $n } h ago
notices-older = { $n ->
    [one] { $n } more notice…
   *[other] { $n } more notices…
}
notice-settings-broken = Some settings were not understood and are as at the first start
notice-settings-not-kept = The settings could not be kept
notice-dismiss = Dismiss notice
notice-dismiss-help = Put away
notice-nothing-to-export = There is nothing to export yet
notice-project-not-opened = The project could not be opened
notice-project-not-saved = The project could not be saved
notice-project-is = The project is { $path } now
notice-project-not-kept = This project is not kept. Save it under a name to keep it
notice-project-of-other-version = Written by Dateline { $version }. File → Read all again reads the articles with this version; what you changed stays
notice-project-read-only = The project may only be read
notice-project-read-only-help = To change it, save it under another name first
notice-project-brought-up = The project was brought up to date; as it was: { $path }
notice-no-project = No project is open
notice-compacted = Compacted from { $before } to { $after } MB
notice-not-compacted = The project could not be compacted
notice-not-saved = Not saved
notice-saved = Saved { $path }
notice-exported = Saved { $path }: { $outcome }
notice-export-failed = The export failed
notice-picture-failed = The picture could not be saved
notice-layer-broken = { $name } cannot be shown in full
notice-layer-broken-help = { $why }. The built-in map stays underneath.
notice-tiles-not-removed = The tiles could not be removed
notice-sample-open = The sample is already open
notice-text-open = This text is already open
notice-read-pasted = Read the pasted text: { $n ->
    [one] { $n } event
   *[other] { $n } events
} reported
notice-stopped = Stopped after { $read } of { $total }
notice-files-unreadable = { $n ->
    [one] A file could not be read
   *[other] { $n } files could not be read
}
notice-no-articles = No articles found there
notice-read-articles = Read { $n ->
    [one] { $n } article
   *[other] { $n } articles
}
notice-places-not-added = Your own places could not be added
notice-places-added = Added { $n ->
    [one] { $n } place
   *[other] { $n } places
} of your own from { $name }
notice-nothing-to-read-again = There is nothing to read again
notice-read-again = Read again; { $changed ->
    [0] nothing changed
    [one] { $changed } article says something else
   *[other] { $changed } articles say something else
}{ $lost ->
    [0] { "" }
    [one] ; { $lost } edit has lost its words and waits for them
   *[other] ; { $lost } edits have lost their words and wait for them
}
# What changed in the reports of an article: "2 more, 1 fewer".
notice-reports-changed = { $article }: reports: { $changes }
notice-reports-more = { $n } more
notice-reports-fewer = { $n } fewer
notice-reports-other = { $n } changed
notice-edit-lost = { $article }: “{ $words }” ({ $step }) is no report any more
notice-join-lost = { $article }: “{ $words }” (join or part) is no report any more
notice-table-open = { $name } is already open as { $other }
notice-table-read = Read { $name }: { $n } rows as { $format }
notice-table-read-in-part = Read { $name }: { $n } rows as { $format }, { $rejected } of them cannot be used
notice-table-more = and { $n } more
notice-table-as-before = Read as the last table with these headings
notice-mapping-not-kept = How the table is read is not kept

## Import table

mapping-title = Import table
mapping-help = Event tables of any kind: a row, a feature or a placemark is an event.
mapping-look = Look at it
mapping-looking = Looking at the file…
mapping-import = Import
mapping-remember = Read tables with these headings like this from now on
mapping-remember-help = The next one is opened without asking, and says so
mapping-saved = Read as { $name } before, which has the same headings.
mapping-forget = Forget that
mapping-forget-help = Tables with these headings are read as they are found
mapping-known = Known by its columns: { $format }
mapping-no-day = No column tells when. Choose “Day, or first day” or “Year” above the column that does.
mapping-no-place = No column tells where. Choose “Latitude” and “Longitude”, or “Name of the place”, above the columns that do.
mapping-no-position = Places are only named here, and names are not looked up: the events will be listed, but not on the map. Choose “Latitude” and “Longitude”, if there are such columns.
mapping-day-by-cells = The column of days was guessed by its cells. Check that it is the right one.
mapping-date-order = Days and months cannot be told apart in these dates. Check which comes first.
mapping-usable = { $usable } of { $n ->
    [one] { $n } row
   *[other] { $n } rows
} can be used
mapping-usable-of-first = { $usable } of the first { $n } rows can be used
mapping-reason-and-more = { $told } (and { $n } more)
mapping-encoding = Encoding
mapping-delimiter = Cells parted by
mapping-comma = Commas
mapping-semicolon = Semicolons
mapping-tab = Tabs
mapping-headings = First row
mapping-first-row-names = Names the columns
mapping-first-row-values = Is one of values
mapping-sheet = Sheet
mapping-days = Dates
mapping-day-first = Day before month
mapping-month-first = Month before day
mapping-decimal = Decimal sign
mapping-decimal-point = Point: 39.5
mapping-decimal-comma = Comma: 39,5
# After the name of what was found out about a file.
mapping-asked = as you say
mapping-told = found
mapping-guessed = guessed
mapping-unit-line = Line
mapping-unit-row = Row
mapping-unit-feature = Feature
mapping-becomes = What becomes of it
mapping-nothing = Not used
mapping-column-tells = What “{ $column }” tells
mapping-group-when = When
mapping-group-where = Where
mapping-group-what = What
mapping-group-who = Who
mapping-group-source = Source
mapping-types = What happened, by the cells of “{ $column }”
mapping-stretches = How well days are known, by the cells of “{ $column }”
mapping-precisions = How well places are known, by the cells of “{ $column }”
mapping-value-means = What “{ $value }” means
mapping-codes-unknown = { $n ->
    [one] { $n } cell is
   *[other] { $n } different cells are
} not known, and taken as shown
mapping-rows = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}

## What a column of a table tells

tells-id = Number or id
tells-type = What happened
tells-first-day = Day, or first day
tells-last-day = Last day
tells-year = Year
tells-month = Month
tells-day = Day of the month
tells-date-precision = How well the day is known
tells-latitude = Latitude
tells-longitude = Longitude
tells-position = Latitude and longitude in one cell
tells-place = Name of the place
tells-place-precision = How well the place is known
tells-radius = Radius in kilometres
tells-admin1 = Province
tells-country = Country
tells-killed = Killed
tells-killed-low = Killed, at least
tells-killed-high = Killed, at most
tells-killed-a = Killed, of the first side
tells-killed-b = Killed, of the second side
tells-killed-civilians = Killed, civilians
tells-killed-unknown = Killed, nobody knows of which side
tells-wounded = Wounded
tells-wounded-low = Wounded, at least
tells-wounded-high = Wounded, at most
tells-actor = Who took part
tells-perpetrator = Who did it
tells-victim = To whom it was done
tells-source = Source
tells-url = Address of the source
tells-title = Headline
tells-citation = Sources in one text
tells-published = Day of publication
tells-notes = Account in words
tells-background = Told as history
tells-confidence = How sure it is, 0 to 1
