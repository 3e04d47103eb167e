// Keys for those who like them; the dialog in the layout lists them. Pages say with attributes what keys act on:
//
//   data-key="c"   a link or button that the key presses, or a field that it goes to
//   data-row       a row of a list, with a link in it: j and k go through them
//   data-opens="id", data-closes  buttons for a dialog
//
// Nothing happens while somebody types, or together with Ctrl, Alt or the Command key.

const TYPED_INTO = "input:not([type=checkbox], [type=radio], [type=submit]), textarea, select, [contenteditable]";

const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent !== null);
const linkOf = (row) => row.querySelector("a[href]");
const keyed = (key) => document.querySelector(`[data-key="${CSS.escape(key)}"]`);

function go(step) {
  const all = rows();
  const at = all.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? all[step > 0 ? 0 : all.length - 1] : all[at + step];
  if (next) {
    linkOf(next).focus();
    next.scrollIntoView({ block: "nearest" });
  }
  return Boolean(next);
}

function press(element) {
  if (!element) {
    return false;
  }
  if (element.matches(TYPED_INTO)) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
  return true;
}

function act(key) {
  if (key === "j" || key === "k") {
    return go(key === "j" ? 1 : -1);
  }
  return press(keyed(key));
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.(TYPED_INTO);
  if (typing && event.key === "Escape" && typing.matches("[data-key]")) {
    typing.blur();
    return;
  }
  const busy = event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented;
  if (!busy && !typing && !document.querySelector("dialog[open]") && act(event.key)) {
    event.preventDefault();
  }
});

for (const button of document.querySelectorAll("[data-opens]")) {
  button.addEventListener("click", () => document.getElementById(button.dataset.opens).showModal());
  button.hidden = false;
}

for (const button of document.querySelectorAll("[data-closes]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}
