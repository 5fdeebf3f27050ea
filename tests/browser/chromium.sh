#!/bin/sh
# Bring Chromium for the browser tests: what is there, else Debian's package as root, else Playwright's own.
# Without any of them the browser tests skip with a sentence, except in CI, where they fail.
set -u
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 \
	|| command -v google-chrome >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	echo "Installing Chromium for the browser tests ..."
	{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } \
		>/dev/null 2>&1 && exit 0
fi
.venv/bin/python -m playwright install chromium >/dev/null 2>&1 || true
exit 0
