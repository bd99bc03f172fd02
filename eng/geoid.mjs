// Packs the 15-minute grid of the EGM96 geoid into the form that Bulwark.Core embeds. Run once:
//   node eng/geoid.mjs egm96_15.gtx src/Bulwark.Core/Earth/Data/egm96-15.br
// Source: NGA's WW15MGH.GRD (public domain), here as "egm96_15.gtx" of the Debian package proj-data (NOAA VDatum form: south, west,
// steps as big-endian doubles, rows and columns as 32-bit numbers, then heights as 32-bit floats, row after row from the south).
// Layout before compression (Brotli): 721 x 1440 undulations in millimetres, row after row from the north, columns from longitude 0 to
// the east, as third differences along both directions (values before the first are 0), zigzag-coded LEB128.
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const [source, target] = process.argv.slice(2);
const file = readFileSync(source);
const [south, west, latitudeStep, longitudeStep] = [0, 8, 16, 24].map(at => file.readDoubleBE(at));
const [rows, columns] = [file.readInt32BE(32), file.readInt32BE(36)];
if (south !== -90 || west !== -180 || latitudeStep !== 0.25 || longitudeStep !== 0.25 || rows !== 721 || columns !== 1440) throw new Error("not the 15-minute grid");

const heights = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) =>
  Math.round(1000 * file.readFloatBE(40 + 4 * ((rows - 1 - row) * columns + (column + columns / 2) % columns)))));
const difference = line => line.map((value, i) => value - 3 * (line[i - 1] ?? 0) + 3 * (line[i - 2] ?? 0) - (line[i - 3] ?? 0));
const along = heights.map(difference);
const bytes = [];
const both = along.map(() => new Array(columns));
for (let column = 0; column < columns; column++) difference(along.map(line => line[column])).forEach((value, row) => { both[row][column] = value; });
for (const value of both.flat()) {
  let coded = value < 0 ? -2 * value - 1 : 2 * value;
  for (; coded > 127; coded = Math.floor(coded / 128)) bytes.push((coded % 128) | 128);
  bytes.push(coded);
}
const packed = brotliCompressSync(Buffer.from(bytes), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
writeFileSync(target, packed);
console.log(`${rows} x ${columns} undulations, ${bytes.length} bytes, packed ${packed.length}`);
