# The words of the screen, in Armenian. See en.ftl.
