// The applications that are built here: a remote that exposes one module with many dynamic imports.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fill, generator, sizes } from "./data.mjs";

const MIB = 1024 * 1024;
const CHUNKS = { count: 1500, bytes: 90 * MIB };
const BINARIES = { count: 200, bytes: 60 * MIB };

/** Writes the sources into `dir`; `scale` is the share of chunks and binaries that is made, each as large as ever. */
export function makeApp(dir, scale) {
  const random = generator(1);
  const scaled = ({ count, bytes }) => sizes(random, Math.max(2, Math.round(count * scale)), bytes * scale);
  return writeApp(dir, random, scaled(CHUNKS), scaled(BINARIES));
}

/** Writes an application whose chunks have `bytes` bytes each. */
export function makeEvenApp(dir, count, bytes) {
  return writeApp(dir, generator(1), new Array(count).fill(bytes), []);
}

function writeApp(dir, random, chunks, binaries) {
  rmSync(dir, { recursive: true, force: true });
  for (const folder of ["chunks", "binaries"]) mkdirSync(join(dir, folder), { recursive: true });
  // Bundlers and Module Federation look for the nearest package.json; it must not be fedseal's own.
  writeFileSync(join(dir, "package.json"), JSON.stringify({ name: "bench-app", version: "1.0.0", private: true }));
  writeFileSync(join(dir, "index.js"), `import("./App.js").then(({ load }) => load[0]());\n`);
  const imports = chunks.map((_, index) => `  () => import("./chunks/${index}.js"),\n`);
  writeFileSync(join(dir, "App.js"), `export const load = [\n${imports.join("")}];\n`);
  for (const [index, size] of chunks.entries()) {
    const asset = index < binaries.length ? `../binaries/${binaryName(index)}` : undefined;
    writeFileSync(join(dir, `chunks/${index}.js`), moduleText(random, size, asset));
  }
  for (const [index, size] of binaries.entries()) {
    writeFileSync(join(dir, "binaries", binaryName(index)), fill(random, Buffer.alloc(size)));
  }
  return { chunks: chunks.length, binaries: binaries.length };
}

/** Every second one is loadable by its name, and so has to be hashed. */
function binaryName(index) {
  return `${index}.${index % 2 === 0 ? "wasm" : "png"}`;
}

const WORDS =
  "order price basket customer address total window item label amount status payment search result filter page".split(
    " ",
  );

/** A module of about `size` characters: code and text by turns, as in a chunk of a real application. */
function moduleText(random, size, asset) {
  const word = () => WORDS[random() % WORDS.length];
  const parts = asset ? [`import asset from "${asset}";\n`] : [];
  const names = asset ? ["asset"] : [];
  let length = 0;
  while (length < size) {
    const name = `part${names.length}`;
    names.push(name);
    const part = names.length % 2 === 0 ? functionText(name, word, random) : textText(name, word, random);
    parts.push(part);
    length += part.length + name.length + 2;
  }
  parts.push(`export default [${names.join(", ")}];\n`);
  return parts.join("");
}

function functionText(name, word, random) {
  const [a, b, c, number] = [word(), word(), word(), random() % 1000];
  return `function ${name}(${a}_, options) {
  const ${b}$ = options.${c} ?? ${number};
  if (${a}_.${word()} > ${b}$ && typeof options.${word()} === "string") {
    return { ...options, ${word()}: ${a}_.${word()} * ${number}, ${word()}: [${b}$, "${word()}-${number}"] };
  }
  for (const one of ${a}_.${word()}s) options.${word()}(one.${word()}, ${b}$ + ${number});
  return ${a}_;
}
`;
}

function textText(name, word, random) {
  const words = Array.from({ length: 40 + (random() % 20) }, word);
  return `const ${name} = "${words.join(" ")}";\n`;
}
