// Copies what a field holds, on browsers that let it: as text, or as the HTML that the text is.
//
//   <button type="button" data-copy="#field" hidden>       text
//   <button type="button" data-copy-rich="#field" hidden>  HTML, to be pasted as what it shows
//
// What it says stands on #status, in the language of the page.
//
// The HTML never becomes part of a page of ours: its image would be fetched, and that would count as an open.

const SAID_FOR = 8000;
const status = document.getElementById("status");
let quiet = 0;

function say(text, worked) {
  clearTimeout(quiet);
  status.textContent = text;
  status.classList.toggle("is-error", !worked);
  if (worked) {
    quiet = setTimeout(() => (status.textContent = ""), SAID_FOR);
  }
}

function textOf(field) {
  return field.value ?? field.textContent;
}

// Pages that came over plain HTTP have no clipboard but this one.
function copyByCommand(field, contents) {
  const focused = document.activeElement;
  let copied = false;
  const fill = (event) => {
    for (const [type, content] of Object.entries(contents)) {
      event.clipboardData.setData(type, content);
    }
    event.preventDefault();
    copied = true;
  };
  document.addEventListener("copy", fill, { once: true, capture: true });
  select(field);
  const allowed = document.execCommand("copy");
  document.removeEventListener("copy", fill, { capture: true });
  focused?.focus();
  return allowed && copied;
}

function select(field) {
  if (field.select) {
    field.select();
  } else {
    getSelection().selectAllChildren(field);
  }
}

async function copy(field, contents) {
  try {
    const blobs = Object.entries(contents).map(([type, content]) => [type, new Blob([content], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return copyByCommand(field, contents);
  }
}

async function press(field, contents, done) {
  const worked = await copy(field, contents);
  if (!worked) {
    select(field);
  }
  say(worked ? done : status.dataset.refused, worked);
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.querySelector(button.dataset.copy);
  button.addEventListener("click", () => press(field, { "text/plain": textOf(field) }, status.dataset.copied));
  button.hidden = false;
}

for (const button of document.querySelectorAll("[data-copy-rich]")) {
  const field = document.querySelector(button.dataset.copyRich);
  button.addEventListener("click", () =>
    press(
      field,
      { "text/html": textOf(field), "text/plain": "" },
      status.dataset.copiedRich,
    ),
  );
  button.hidden = false;
}

for (const part of document.querySelectorAll("[data-scripted]")) {
  part.hidden = false;
}
