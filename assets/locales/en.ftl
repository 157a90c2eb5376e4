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
