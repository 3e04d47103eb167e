// Shows on an open page what has arrived since it was loaded.
//
//   <div id="live" hidden data-one="{0} new open" …><button type="button"></button></div>   in the layout
//   <p id="live-said" role="status"></p>           says it once to whoever can't see it
//   <… data-live="reads">                          its content changes in place
//   <… data-live-list="tracks">                    its content changes when the button is pressed
//   <… data-live-list="tracks" aria-labelledby="…">  the focus goes to where something is new, or to the first of these
//   what has changed hears "mailtrack:changed"
//
// What a page shows is made by the server only: the page is fetched anew, and what differs is taken over. What is new
// in a list is known by the name or the id of its rows; the name of a track's row is its address. A page without a list
// has the number in its title only. What differs is what the server says otherwise than before: scripts change what is
// on the page (chart.js does), so the layout loads this one before those.

const BETWEEN_FETCHES = 4_000;

const region = document.getElementById("live");
const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
const track = /^\/detail\/([^/]+)$/.exec(location.pathname)?.[1].toLowerCase();
const arrived = new Set();
const served = new WeakMap();
let title = document.title;
let pending = 0;
let unclear = false;
let fetching = 0;
let due = false;
let fetchedAt = 0;

function hear({ opens, untold, more }) {
  const shown = track ? opens.filter((open) => open.track_id.toLowerCase() === track) : opens;
  const number = shown.length + (track ? 0 : untold);
  if (number > 0) {
    pending += number;
    unclear ||= more && !track;
    shown.forEach((open) => arrived.add(`/detail/${open.track_id}`));
    announce();
    bringUpToDate();
  }
}

function announce() {
  entitle();
  if (lists().length > 0) {
    const text = sentence();
    region.querySelector("button").textContent = text;
    if (region.hidden) {
      region.hidden = false;
      document.getElementById("live-said").textContent = text;
    }
  }
}

function entitle() {
  const badge = `(${numbers.format(pending)}${unclear ? "+" : ""}) `;
  document.title = pending > 0 ? badge + title : title;
}

function sentence() {
  const { one, other, more } = region.dataset;
  const text = plural.select(pending) === "one" ? one : other;
  return (unclear ? more : text).replace("{0}", numbers.format(pending));
}

function calm() {
  pending = 0;
  unclear = false;
  arrived.clear();
  region.hidden = true;
  document.getElementById("live-said").textContent = "";
  entitle();
}

function lists() {
  return [...document.querySelectorAll("[data-live-list]")];
}

// Not more often than now and then, and not while nobody sees it.
function bringUpToDate() {
  due = true;
  if (!fetching && document.visibilityState === "visible") {
    fetching = setTimeout(fetchAndChange, Math.max(0, fetchedAt + BETWEEN_FETCHES - Date.now()));
  }
}

async function fetchAndChange() {
  due = false;
  fetchedAt = Date.now();
  try {
    changeInPlace(await fetchPage());
  } catch {
    // The next news tries again.
  }
  fetching = 0;
  if (due) {
    bringUpToDate();
  }
}

async function fetchPage() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, redirect: "error" });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

// What somebody is just using changes when they leave it.
function changeInPlace(page) {
  title = page.title;
  entitle();
  for (const now of document.querySelectorAll("[data-live]")) {
    const then = counterpart(page, "live", now.dataset.live);
    if (then && served.get(now) !== then.innerHTML) {
      if (now.contains(document.activeElement)) {
        now.addEventListener("focusout", bringUpToDate, { once: true });
      } else {
        replace(now, then);
      }
    }
  }
}

function counterpart(page, mark, name) {
  return page.querySelector(`[data-${mark}="${CSS.escape(name)}"]`);
}

function keep(part) {
  part.querySelectorAll("[data-live]").forEach((one) => served.set(one, one.innerHTML));
}

// What is ticked, unfolded or scrolled stays so.
function replace(now, then) {
  const fresh = document.importNode(then, true);
  const key = (input) => `${input.name}=${input.value}`;
  const ticked = new Set([...now.querySelectorAll("input:checked")].map(key));
  const unfolded = [...now.querySelectorAll("[id] > details[open]")].map((details) => [
    fresh.querySelector(`[id="${CSS.escape(details.parentElement.id)}"] > details`),
    details.querySelector(".chart__scroll")?.scrollTop,
  ]);
  keep(fresh);
  served.set(now, fresh.innerHTML);
  for (const input of fresh.querySelectorAll("input[type=checkbox]")) {
    input.checked = ticked.has(key(input));
  }
  now.replaceChildren(...fresh.childNodes);
  for (const [details, scrolled] of unfolded) {
    details?.setAttribute("open", "");
    details?.querySelector(".chart__scroll")?.scrollTo({ top: scrolled });
  }
  now.dispatchEvent(new CustomEvent("mailtrack:changed", { bubbles: true }));
}

// Where that is not possible, the page is loaded again.
async function show() {
  try {
    const page = await fetchPage();
    const pairs = lists().map((list) => [list, counterpart(page, "live-list", list.dataset.liveList)]);
    if (pairs.every(([, then]) => then)) {
      changeInPlace(page);
      pairs.forEach(([list, then]) => renew(list, then));
      calm();
      goTo(lists().filter((list) => list.hasAttribute("aria-labelledby")));
      return;
    }
  } catch {
    // Then the browser says what is wrong.
  }
  location.reload();
}

function renew(list, then) {
  const name = (row) => row.dataset.live ?? row.id;
  const names = new Set([...list.querySelectorAll("li")].map(name));
  for (const row of then.querySelectorAll("li[data-live], li[id]")) {
    row.classList.toggle("is-new", arrived.has(name(row)) || !names.has(name(row)));
  }
  replace(list, then);
}

function goTo(named) {
  const list = named.find((one) => one.querySelector(".is-new")) ?? named[0];
  if (list) {
    list.tabIndex = -1;
    list.focus({ preventScroll: true });
    list.scrollIntoView({ block: "nearest" });
  }
}

if (region) {
  keep(document);
  document.addEventListener("mailtrack:news", (event) => hear(event.detail));
  document.addEventListener("visibilitychange", () => due && bringUpToDate());
  region.querySelector("button").addEventListener("click", show);
}
