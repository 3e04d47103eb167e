// Has the browser notify of reads while no page of ours is in view, if the owner asked for that. Never of machines.
//
//   <div id="live" data-read-by="Read by {0}" …>                                     in the layout
//   <section data-live-notify="part" hidden> with <button data-live-notify="button">  asks for it
//
// Only where tabs share a connection: the one that leads may be hidden, and goes on listening.

const NAME = "mailtrack-notifications";
const ANSWERS_WITHIN = 300;

const words = document.getElementById("live")?.dataset;
const possible = Boolean(words) && Boolean(navigator.locks) && "Notification" in window && "BroadcastChannel" in window;
const channel = possible ? new BroadcastChannel(NAME) : null;

function isWanted() {
  return Notification.permission === "granted" && localStorage.getItem(NAME) === "yes";
}

async function hear({ opens, leads }) {
  const reads = opens.filter((open) => open.read);
  if (leads && reads.length > 0 && isWanted() && !(await isAnyPageSeen())) {
    notify(reads);
  }
}

// Whoever looks at one of our pages sees it there.
function isAnyPageSeen() {
  if (isSeen()) {
    return Promise.resolve(true);
  }
  return new Promise((answer) => {
    const hearSeen = ({ data: told }) => told === "seen" && answer(true);
    channel.addEventListener("message", hearSeen);
    channel.postMessage("seen?");
    setTimeout(() => {
      channel.removeEventListener("message", hearSeen);
      answer(false);
    }, ANSWERS_WITHIN);
  });
}

function isSeen() {
  return document.visibilityState === "visible";
}

function notify(reads) {
  const [first] = reads;
  const one = reads.length === 1;
  const title = one ? first.subject || words.noSubject : "Mailtrack";
  const body = one ? words.readBy.replace("{0}", first.recipient || words.noRecipient) : number(reads.length);
  try {
    const shown = new Notification(title, { body, tag: NAME, lang: document.documentElement.lang });
    shown.addEventListener("click", () => {
      focus();
      location.assign(one ? `/detail/${encodeURIComponent(first.track_id)}` : "/");
      shown.close();
    });
  } catch {
    // Some browsers show none but from a worker.
  }
}

function number(count) {
  const language = document.documentElement.lang;
  const text = new Intl.PluralRules(language).select(count) === "one" ? words.readOne : words.readOther;
  return text.replace("{0}", new Intl.NumberFormat(language).format(count));
}

function offer(part, button) {
  showState(button);
  part.hidden = false;
  button.addEventListener("click", async () => {
    if (isWanted()) {
      localStorage.removeItem(NAME);
      say(words.silent, true);
    } else {
      await ask();
    }
    showState(button);
  });
}

function showState(button) {
  button.setAttribute("aria-pressed", String(isWanted()));
}

async function ask() {
  const allowed = (await Notification.requestPermission()) === "granted";
  if (allowed) {
    localStorage.setItem(NAME, "yes");
  }
  say(allowed ? words.notifies : words.refused, allowed);
}

function say(text, worked) {
  const status = document.getElementById("status");
  status.textContent = text;
  status.classList.toggle("is-error", !worked);
}

if (possible) {
  document.addEventListener("mailtrack:news", (event) => hear(event.detail));
  channel.addEventListener("message", ({ data: told }) => told === "seen?" && isSeen() && channel.postMessage("seen"));
  const part = document.querySelector("[data-live-notify=part]");
  if (part) {
    offer(part, part.querySelector("[data-live-notify=button]"));
  }
}
