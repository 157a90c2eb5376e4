# The words of the screen, in Turkish. See en.ftl.
