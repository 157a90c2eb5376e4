# Libraries that Dateline loads when it runs, and how to get them. Read by the
# scripts beside it. Nothing here is needed to build.

# The window (X11; Wayland needs libwayland-client0, which Mesa brings along),
# its keyboard, and a renderer: Vulkan, or OpenGL where there is none.
RUN_TIME="libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon0 libxkbcommon-x11-0
    libvulkan1 mesa-vulkan-drivers libegl1 libgl1-mesa-dri"

# The packages among those named that are not installed.
missing_of() {
    for package in "$@"; do
        dpkg -s "$package" 2>/dev/null | grep -q '^Status: install ok installed' ||
            printf ' %s' "$package"
    done
}

# Installs what is missing on Debian and its kin. Elsewhere, or where it may not,
# says so and goes on: the program tells by itself what it lacks.
install_missing() {
    command -v apt-get >/dev/null 2>&1 && command -v dpkg >/dev/null 2>&1 || return 0
    missing=$(missing_of "$@")
    [ -n "$missing" ] || return 0
    as_root=
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "Missing, and only root can install:$missing" >&2
            return 0
        fi
        as_root=sudo
    fi
    echo "Installing what is missing:$missing" >&2
    # $missing and $as_root are lists of words, so they stand without quotes.
    if ! { $as_root apt-get update -qq &&
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends $missing; } >&2; then
        echo "Could not install$missing; going on without" >&2
    fi
}
