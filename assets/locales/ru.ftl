# The words of the screen, in Russian. See en.ftl.

count-events = { $n ->
    [one] { $n } событие
    [few] { $n } события
   *[many] { $n } событий
}
