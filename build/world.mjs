// Makes the map of the world that the pages show, from Natural Earth's borders (public domain) as the npm packages
// world-atlas 2.0.2 (ISC) and i18n-iso-countries 7.14.0 (MIT) carry them:
//
//   npm install world-atlas@2.0.2 i18n-iso-countries@7.14.0
//   node world.mjs > world.svg
//
// The projection is Equal Earth: a country's area says how large it is. Countries too small for the coarse borders
// become dots, where the finer borders have their largest part.

import { readFileSync } from "node:fs";

const WIDTH = 900;
const DOT = 2.5;
const read = (file) => JSON.parse(readFileSync(`node_modules/${file}`, "utf8"));
const letters = new Map(read("i18n-iso-countries/codes.json").map(([two, , number]) => [number, two]));

function equalEarth([longitude, latitude]) {
  const [a, b, c, d] = [1.340264, -0.081106, 0.000893, 0.003796];
  const t = Math.asin((Math.sqrt(3) / 2) * Math.sin((latitude * Math.PI) / 180));
  const t2 = t * t;
  const t6 = t2 * t2 * t2;
  const x =
    (((longitude * Math.PI) / 180) * Math.cos(t)) /
    ((Math.sqrt(3) / 2) * (a + 3 * b * t2 + t6 * (7 * c + 9 * d * t2)));
  return [x, t * (a + b * t2 + t6 * (c + d * t2))];
}

const [EAST] = equalEarth([180, 0]);
const [, NORTH] = equalEarth([0, 84]);
const [, SOUTH] = equalEarth([0, -58]);
const SCALE = WIDTH / (2 * EAST);
const HEIGHT = Math.round((NORTH - SOUTH) * SCALE);
const onPaper = (point) => {
  const [x, y] = equalEarth(point);
  return [Math.round((x + EAST) * SCALE), Math.round((NORTH - y) * SCALE)];
};

function countries(file) {
  const topology = read(file);
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const ring = (indexes) =>
    indexes.flatMap((i, at) => (i < 0 ? [...arcs[~i]].reverse() : arcs[i]).slice(at === 0 ? 0 : 1));
  const rings = (shape) =>
    (shape.type === "Polygon" ? [shape.arcs] : (shape.arcs ?? [])).map((polygon) => polygon.map(ring));
  return topology.objects.countries.geometries.map((shape) => ({
    name: shape.properties.name,
    code: shape.properties.name === "Kosovo" ? "XK" : letters.get(shape.id),
    polygons: rings(shape),
  }));
}

function outline(points) {
  const kept = points.map(onPaper).filter((point, i, all) => i === 0 || point.join() !== all[i - 1].join());
  if (new Set(kept.map(String)).size < 3) {
    return "";
  }
  let [x, y] = kept[0];
  const steps = kept.slice(1, -1).map(([nextX, nextY]) => {
    const step = `${nextX - x} ${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  return `M${kept[0].join(" ")}l${steps.join(" ")}z`.replaceAll(" -", "-");
}

// Where an outline goes over the edge of the map, each of its sides ends there.
function sides(points) {
  const crosses = points.some(([x], i) => i > 0 && Math.abs(x - points[i - 1][0]) > 180);
  const east = ([x, y]) => [Math.min(180, x < 0 ? x + 360 : x), y];
  const west = ([x, y]) => [Math.max(-180, x > 0 ? x - 360 : x), y];
  return crosses ? [points.map(east), points.map(west)] : [points];
}

const area = (points) =>
  Math.abs(points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length];
    return sum + x * nextY - nextX * y;
  }, 0));

function dot({ polygons }) {
  const [largest] = polygons.map(([outer]) => outer).sort((a, b) => area(b) - area(a));
  const middle = [0, 1].map((axis) => largest.reduce((sum, point) => sum + point[axis], 0) / largest.length);
  const [x, y] = onPaper(middle);
  return `M${x - DOT} ${y}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0-${2 * DOT} 0z`;
}

const shown = countries("world-atlas/countries-110m.json")
  .filter(({ code }) => code !== "AQ")
  .map((country) => ({ ...country, path: country.polygons.flat().flatMap(sides).map(outline).join("") }))
  .filter(({ path }) => path !== "");
const known = new Set(shown.map(({ code }) => code));
const small = countries("world-atlas/countries-50m.json")
  .filter(({ code }) => code && code !== "AQ" && !known.has(code))
  .map((country) => ({ ...country, path: dot(country) }));

const path = ({ code, path }) => `<path${code ? ` id="${code}"` : ""} d="${path}"/>`;
const sorted = (list) => list.sort((a, b) => String(a.code).localeCompare(String(b.code)));
process.stdout.write(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><g id="land">\n` +
    `${sorted(shown).map(path).join("\n")}\n</g><g id="dots">\n${sorted(small).map(path).join("\n")}\n</g></svg>\n`,
);
