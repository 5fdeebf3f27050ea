// Keep the newest message in view, as Discord does, until the person looks at older ones.
const timeline = document.getElementById("channel-timeline");
const composer = document.getElementById("channel-composer");
const BY_HAND_MS = 1500;
let following = true;
let held = false;
let touchedAt = -BY_HAND_MS;

const atEnd = () => timeline.scrollHeight - timeline.scrollTop - timeline.clientHeight < 80;
const touched = () => { touchedAt = performance.now(); };
// The welcome alone is read from its beginning.
const isWelcome = () => timeline.querySelectorAll("[data-message-id]").length < 2;
const toEnd = () => { if (following) timeline.scrollTop = isWelcome() ? 0 : timeline.scrollHeight; };
const follow = () => { following = true; touchedAt = -BY_HAND_MS; toEnd(); };

for (const kind of ["wheel", "touchmove", "keydown"]) timeline.addEventListener(kind, touched, { passive: true });
timeline.addEventListener("pointerdown", () => { held = true; });
addEventListener("pointerup", () => { if (held) touched(); held = false; });
timeline.addEventListener("scroll", () => {
  // simcord scrolls too, to the message that it opened with: that is not the person's wish.
  if (held || performance.now() - touchedAt < BY_HAND_MS) following = atEnd();
  else toEnd();
}, { passive: true });

composer.addEventListener("submit", follow, true);
composer.addEventListener("keydown", (event) => { if (event.key === "Enter") follow(); }, true);
document.getElementById("new-messages").addEventListener("click", follow, true);
document.getElementById("history-older").addEventListener("click", () => { following = false; }, true);

// simcord corrects its own scrolling in the frame after a change of size, and only then is it our turn.
const observer = new ResizeObserver(() => requestAnimationFrame(() => requestAnimationFrame(toEnd)));
observer.observe(document.getElementById("channel-message-list"));
observer.observe(timeline);

const words = JSON.parse(document.querySelector('meta[name="easel-words"]').content);

// What a restart does to open requests and old buttons is something to try.
const restart = document.createElement("button");
restart.type = "button";
restart.id = "easel-restart";
restart.className = "toolbar-button";
restart.textContent = words.restart;
restart.addEventListener("click", async () => {
  restart.disabled = true;
  restart.textContent = words.restarting;
  let done = false;
  try {
    const key = { "X-Simcord-Capability": location.hash.slice(1) };
    done = (await fetch("/easel/restart", { method: "POST", headers: key })).ok;
  } finally {
    restart.disabled = false;
    restart.textContent = done ? words.restart : words.restart_failed;
  }
});
document.getElementById("inspector-toggle").before(restart);

// simcord's page has no Apps menu of a message, which is a way of its own to a picture.
const messages = document.getElementById("channel-message-list");
const apps = document.createElement("div");
apps.id = "easel-apps";
apps.popover = "auto";
apps.setAttribute("role", "menu");
apps.setAttribute("aria-label", words.apps);
document.body.append(apps);

const ask = (path, options = {}) => fetch(path, {
  ...options,
  headers: { "X-Simcord-Capability": location.hash.slice(1), "X-Simcord-Context": window.simcordPreview.contextId },
});
const entry = (name, messageId) => {
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("role", "menuitem");
  button.textContent = name;
  button.addEventListener("click", () => {
    apps.hidePopover();
    void ask(`/easel/apps/${messageId}`, { method: "POST", body: name });
  });
  return button;
};
const openApps = async (opener, messageId) => {
  const answer = await ask("/easel/apps");
  if (!answer.ok || !opener.isConnected) return;
  apps.replaceChildren(...(await answer.json()).map((name) => entry(name, messageId)));
  apps.showPopover();
  const at = opener.getBoundingClientRect();
  apps.style.left = `${Math.max(8, at.right - apps.offsetWidth)}px`;
  apps.style.top = `${Math.max(8, Math.min(at.bottom + 4, innerHeight - apps.offsetHeight - 8))}px`;
  apps.firstElementChild?.focus();
};
apps.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const entries = [...apps.children];
  entries.at((entries.indexOf(document.activeElement) + step) % entries.length)?.focus();
});
const addApps = () => {
  for (const toolbar of messages.querySelectorAll(".message-context-actions:not(:has(> .easel-apps-opener))")) {
    const message = toolbar.closest("[data-message-id]");
    // Discord has none on what one person alone can see.
    if (message.querySelector(".message-ephemeral-note")) continue;
    const opener = document.createElement("button");
    opener.type = "button";
    opener.className = "message-action-button easel-apps-opener";
    opener.setAttribute("aria-haspopup", "menu");
    opener.textContent = words.apps;
    opener.addEventListener("click", () => openApps(opener, message.dataset.messageId));
    toolbar.append(opener);
  }
};
// As in Discord, a message of today has no date.
const shortenTimes = () => {
  const { locale, timezone: timeZone } = window.simcordPreview.profile;
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "short" });
  const hour = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: "short" });
  for (const time of messages.querySelectorAll(".message-time:not([data-easel])")) {
    time.dataset.easel = "";
    const at = new Date(time.dateTime);
    if (day.format(at) === day.format(new Date())) time.firstChild.textContent = hour.format(at);
  }
};
const amend = () => { addApps(); shortenTimes(); };
// simcord draws a message anew when it changes, without what was added to it.
new MutationObserver(amend).observe(messages, { childList: true, subtree: true });
amend();

// simcord's page shows one channel; a server has several, and not all of them for everybody.
const channels = document.createElement("select");
channels.id = "easel-channels";
channels.setAttribute("aria-label", "Channel");
document.getElementById("viewer-picker").after(channels);
const showChannel = async (id) => {
  channels.disabled = true;
  await ask(`/easel/channels/${id}`, { method: "POST" });
  channels.disabled = false;
};
const listChannels = async () => {
  const answer = await ask("/easel/channels");
  if (!answer.ok) return;
  const listed = await answer.json();
  channels.replaceChildren(...listed.map(({ id, label, current }) => new Option(label, id, current, current)));
  let shown = listed.find(({ current }) => current)?.id;
  if (listed.length && !shown) {
    shown = listed[0].id;
    await showChannel(shown);
    channels.value = shown;
  }
  // Where a tab that is loaded anew goes on.
  sessionStorage.setItem("easel-place", JSON.stringify({ viewer: window.simcordPreview.viewerId, channel: shown }));
};
channels.addEventListener("change", () => showChannel(channels.value));
const channelName = document.getElementById("channel-name");
let listedFor = "";
const notice = () => {
  const { viewerId, publishedRevision } = window.simcordPreview;
  const seen = `${viewerId} ${channelName.textContent}`;
  if (!publishedRevision || seen === listedFor) return;
  listedFor = seen;
  void listChannels();
};
const noticing = new MutationObserver(notice);
noticing.observe(messages, { childList: true });
noticing.observe(channelName, { childList: true, characterData: true, subtree: true });
notice();
