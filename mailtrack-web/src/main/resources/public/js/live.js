// Listens for new opens, and tells the other scripts of the page:
//
//   <div id="live" data-url="/events" …>                    in the layout
//   document hears "mailtrack:news", with { opens, untold, more, leads } as its detail
//
// All tabs of a browser share one connection, where the browser lets them: over HTTP/1.1 it has six for all of them.
// The tab that leads holds it and tells the others. Elsewhere each tab has its own, and none while nobody sees it.

const NAME = "mailtrack-live";
const SILENCE = 50_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 300_000;
const MOST_KNOWN = 2_000;

// First the page: whoever waits until its network is idle is not to wait for ever.
const AFTER_LOADING = 700;

const url = document.getElementById("live")?.dataset.url;
const shared = Boolean(navigator.locks) && "BroadcastChannel" in window;
const channel = shared ? new BroadcastChannel(NAME) : null;
const known = new Set();
let mark = "";
let source = null;
let failures = 0;
let reopening = 0;
let watching = 0;
let release = null;

function listen() {
  if (shared) {
    navigator.locks.request(NAME, lead);
  } else if (document.visibilityState === "visible") {
    open();
  }
}

function lead() {
  open();
  return new Promise((free) => (release = free));
}

function open() {
  close();
  source = new EventSource(url + (mark && `?after=${mark}`));
  for (const name of ["hello", "opens", "beat"]) {
    source.addEventListener(name, receive);
  }
  source.addEventListener("error", reopen);
  watch();
}

function receive({ type, lastEventId, data }) {
  failures = 0;
  watch();
  if (type !== "beat") {
    channel?.postMessage({ id: lastEventId, data });
    take(lastEventId, data, true);
  }
}

// A connection may be dead without anybody saying so.
function watch() {
  clearTimeout(watching);
  watching = setTimeout(reopen, SILENCE);
}

function reopen() {
  close();
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures);
  failures += 1;
  reopening = setTimeout(open, pause * (0.75 + Math.random() / 2));
}

function close() {
  clearTimeout(reopening);
  clearTimeout(watching);
  source?.close();
  source = null;
  reopening = 0;
}

// Some opens come twice, for instance after a break.
function take(id, data, leads) {
  const news = JSON.parse(data);
  mark = id;
  news.known.forEach(remember);
  const opens = news.opens.filter((open) => !known.has(open.open_id));
  opens.forEach((open) => remember(open.open_id));
  const untold = news.count - news.opens.length;
  document.documentElement.dataset.listens = "";
  if (opens.length + untold > 0 || news.more) {
    const detail = { opens, untold, more: news.more, leads };
    document.dispatchEvent(new CustomEvent("mailtrack:news", { detail }));
  }
}

function remember(id) {
  known.add(id);
  if (known.size > MOST_KNOWN) {
    known.delete(known.values().next().value);
  }
}

function listenWhileSeen() {
  close();
  listen();
}

if (url && "EventSource" in window) {
  channel?.addEventListener("message", ({ data: told }) => take(told.id, told.data, false));
  if (!shared) {
    document.addEventListener("visibilitychange", listenWhileSeen);
  }
  addEventListener("online", () => reopening && open());
  addEventListener("pagehide", () => {
    close();
    release?.();
  });
  addEventListener("pageshow", (event) => (event.persisted ? listen() : setTimeout(listen, AFTER_LOADING)));
}
