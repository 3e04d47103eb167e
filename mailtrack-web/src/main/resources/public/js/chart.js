// Reads charts point by point: by pointer, finger, or arrow keys. What a point says stands in its title element, which
// browsers show by themselves where there is no script; here it goes to a line that has its place from the start.
//
//   <figure data-chart data-row-length="24">   how far up and down go; without it they do not
//     <svg> … <rect data-point><title>…</title></rect> … </svg>
//     <output data-reading></output>

class Reading {
  constructor(figure) {
    this.points = [...figure.querySelectorAll("[data-point]")];
    this.texts = this.points.map((point) => point.querySelector("title").textContent);
    this.line = figure.querySelector("[data-reading]");
    this.plot = figure.querySelector("[data-plot]");
    this.rowLength = Number(figure.dataset.rowLength ?? 0);
    this.at = -1;
    if (this.points.length > 0) {
      this.listen();
    }
  }

  listen() {
    // Else the browser's own hint would cover what is read.
    this.points.forEach((point) => point.querySelector("title").remove());
    this.plot.tabIndex = 0;
    for (const type of ["pointermove", "pointerdown"]) {
      this.plot.addEventListener(type, (event) => this.show(this.points.indexOf(event.target.closest("[data-point]"))));
    }
    // A finger that is lifted has left as well, but its reader has not.
    this.plot.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.show(-1));
    this.plot.addEventListener("blur", () => this.show(-1));
    this.plot.addEventListener("keydown", (event) => this.press(event));
  }

  press(event) {
    const last = this.points.length - 1;
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -this.rowLength, ArrowDown: this.rowLength };
    const ends = { Home: 0, End: last, Escape: -1 };
    let next = ends[event.key];
    if (steps[event.key]) {
      const from = this.at < 0 ? (steps[event.key] > 0 ? -steps[event.key] : last + 1) : this.at;
      next = this.at < 0 && this.rowLength ? 0 : from + steps[event.key];
      next = next < 0 || next > last ? this.at : next;
    }
    if (next !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey) {
      this.show(next);
      event.preventDefault();
    }
  }

  show(next) {
    if (next === this.at) {
      return;
    }
    this.points[this.at]?.classList.remove("is-pointed");
    this.points[next]?.classList.add("is-pointed");
    this.at = next;
    this.line.textContent = this.texts[next] ?? "";
  }
}

// A chart that took the place of another goes on with what was read there.
const readings = new Map();

function read(part) {
  for (const figure of part.querySelectorAll("[data-chart]")) {
    const reading = new Reading(figure);
    reading.show(readings.get(figure.id)?.at ?? -1);
    readings.set(figure.id, reading);
  }
}

read(document);
document.addEventListener("mailtrack:changed", (event) => read(event.target));
