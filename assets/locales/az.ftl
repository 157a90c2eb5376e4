# The words of the screen, in Azerbaijani. See en.ftl.
