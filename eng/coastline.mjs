// Converts the Natural Earth land of the npm package "world-atlas" (land-50m.json and land-10m.json, TopoJSON) into the coastlines that
// Bulwark.Core embeds. Run once for each, when the source changes:
//   npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz && node eng/coastline.mjs package/land-50m.json src/Bulwark.Core/Earth/Data/coastline-50m.br
// Layout before compression (Brotli): four little-endian doubles (longitude step and origin, latitude step and origin, degrees),
// the number of rings, then per ring its kind (0 land, 1 inland water), its number of points, and the points as differences
// (longitude, latitude) on the grid from the point before. Whole numbers are LEB128, differences zigzag-coded. Rings are closed: the
// first point is not repeated.
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const [source, target] = process.argv.slice(2);
const topology = JSON.parse(readFileSync(source, "utf8"));
const arcs = topology.arcs.map(arc => {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => [x += dx, y += dy]);
});
const join = indices => {
  const ring = [];
  for (const index of indices) {
    const arc = index < 0 ? arcs[~index].toReversed() : arcs[index];
    ring.push(...(ring.length ? arc.slice(1) : arc));
  }
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (first[0] !== last[0] || first[1] !== last[1]) throw new Error("a ring is open");
  return ring.slice(0, -1);
};

// The source has no cuts: rings run across the antimeridian, and Antarctica's around the pole, where its lowest row makes a hole that
// is none. One turn is `turn` grid steps.
const { scale, translate } = topology.transform;
const turn = Math.round(360 / scale[0]);
const cut = (points, depth) => points.flatMap((to, i) => {
  const from = points.at(i - 1);
  const [d0, d1] = [depth(from), depth(to)];
  const share = d0 / (d0 - d1);
  const crossing = d0 >= 0 !== d1 >= 0 ? [[Math.round(from[0] + share * (to[0] - from[0])), Math.round(from[1] + share * (to[1] - from[1]))]] : [];
  return d1 >= 0 ? [...crossing, to] : crossing;
});
const split = points => {
  let x = points[0][0];
  const unwrapped = points.map(([px, py]) => [x += px - x - turn * Math.round((px - x) / turn), py]);
  const end = x + (points[0][0] - x - turn * Math.round((points[0][0] - x) / turn));
  if (end !== points[0][0]) {
    // Around the south pole: close along the row beyond the last, which the reader takes for the pole.
    unwrapped.push([end, points[0][1]], [end, -1], [points[0][0], -1]);
  }
  return [-1, 0, 1].map(k => cut(cut(unwrapped.map(([px, py]) => [px + k * turn, py]), p => p[0]), p => turn - p[0]))
    .filter(part => part.length > 2 && part.some(p => p[1] > 0) && part.some(p => p[0] !== part[0][0]));
};

const header = Buffer.alloc(32);
[scale[0], translate[0], scale[1], translate[1]].forEach((value, i) => header.writeDoubleLE(value, 8 * i));
const bytes = [];
const whole = value => {
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  bytes.push(value);
};
const difference = value => whole(value < 0 ? -2 * value - 1 : 2 * value);

const rings = topology.objects.land.geometries.flatMap(g => g.type === "Polygon" ? [g.arcs] : g.arcs)
  .flatMap(polygon => polygon.flatMap((ring, i) => split(join(ring)).map(points => ({ water: i > 0, points }))));
whole(rings.length);
for (const { water, points } of rings) {
  whole(water ? 1 : 0);
  whole(points.length);
  let [x, y] = [0, 0];
  for (const [px, py] of points) {
    difference(px - x);
    difference(py - y);
    [x, y] = [px, py];
  }
}
const packed = brotliCompressSync(Buffer.concat([header, Buffer.from(bytes)]), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } });
writeFileSync(target, packed);
console.log(`${rings.length} rings (${rings.filter(r => r.water).length} inland waters), ${rings.reduce((n, r) => n + r.points.length, 0)} points, ${packed.length} bytes`);
