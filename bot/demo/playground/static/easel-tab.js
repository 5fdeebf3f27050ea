// Before simcord's own script, which opens every page as the first person in the first channel.
const ask = window.fetch;
window.fetch = (path, options) => {
  if (path !== "/api/pages") return ask(path, options);
  const place = new URLSearchParams(JSON.parse(sessionStorage.getItem("easel-place") ?? "{}"));
  return ask(`/easel/pages?${place}`, options);
};
