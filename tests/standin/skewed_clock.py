"""A clock that is wrong for one process alone, whatever of it asks for the time, as on a machine that was set wrong."""

from __future__ import annotations

import platform
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_COMPILER = shutil.which("cc")
CAN_SKEW = platform.system() == "Linux" and _COMPILER is not None
"""Whether there are a C compiler and a loader that takes a library first (`LD_PRELOAD`)."""

# Python asks by `clock_gettime`, which is the only one that its `time` and `datetime` know on Linux; the C libraries
# beside it use the other two.
_SOURCE = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static long added(void) {
    const char *text = getenv("SKEW_SECONDS");
    return text ? atol(text) : 0;
}

int clock_gettime(clockid_t id, struct timespec *at) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
    int failed = real(id, at);
    if (!failed && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE)) at->tv_sec += added();
    return failed;
}

int gettimeofday(struct timeval *restrict at, void *restrict zone) {
    static int (*real)(struct timeval *, void *);
    if (!real) real = dlsym(RTLD_NEXT, "gettimeofday");
    int failed = real(at, zone);
    if (!failed) at->tv_sec += added();
    return failed;
}

time_t time(time_t *at) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (at) *at = now.tv_sec;
    return now.tv_sec;
}
"""


def skew(seconds: int, *, folder: Path) -> dict[str, str]:
    """Build what sets a process's clock ahead by some seconds, or behind; gives its environment."""
    source, library = folder / "skewed_clock.c", folder / "skewed_clock.so"
    if not library.exists():
        source.write_text(_SOURCE)
        subprocess.run([str(_COMPILER), "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)  # noqa: S603
    return {"LD_PRELOAD": str(library), "SKEW_SECONDS": str(seconds)}
