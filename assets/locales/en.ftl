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

year-before-christ = { $year } BC

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
timeline-trails = Trails
timeline-trails-help = Let events fade behind the window while time runs (T)
timeline-speeds = Speeds
timeline-pace-unit = events/s
timeline-all-in = All in { $n } seconds
timeline-length = Length of the window
timeline-length-help = Length of the window: drag, or click to type
timeline-length-unit = { $n ->
    [one] day
   *[other] days
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
timeline-axis-happened = Happened
timeline-axis-happened-help = The day on which it happened
timeline-axis-known = Known
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
action-zoom-time-in = Zoom time in
action-zoom-time-out = Zoom time out
action-whole-time-axis = All days on the slider
