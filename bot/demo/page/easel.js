// Keep the newest message in view, as Discord does, until the person looks at older ones.
const timeline = document.getElementById("channel-timeline");
const composer = document.getElementById("channel-composer");
const BY_HAND_MS = 1500;
let following = true;
let held = false;
let touchedAt = -BY_HAND_MS;

const atEnd = () => timeline.scrollHeight - timeline.scrollTop - timeline.clientHeight < 80;
const touched = () => { touchedAt = performance.now(); };
const toEnd = () => { if (following) timeline.scrollTop = timeline.scrollHeight; };
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

// What a restart does to open requests and old buttons is something to try.
const restart = document.createElement("button");
restart.type = "button";
restart.id = "easel-restart";
restart.className = "toolbar-button";
restart.textContent = "Restart Easel";
restart.addEventListener("click", async () => {
  restart.disabled = true;
  restart.textContent = "Restarting…";
  try {
    await fetch("/easel/restart", { method: "POST", headers: { "X-Simcord-Capability": location.hash.slice(1) } });
  } finally {
    restart.disabled = false;
    restart.textContent = "Restart Easel";
  }
});
document.getElementById("inspector-toggle").before(restart);
