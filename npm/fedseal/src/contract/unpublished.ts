import { extractContract } from "@fedseal/binding";
import { type SideRead, VIRTUAL } from "./align.js";
import { below } from "./compare/program.js";
import { originOfExtraction } from "./source-place/origin.js";

/**
 * Declarations on disk may import a package that is not published under a version. Its types then belong to the side: it is
 * made of the stubs that a contract would have.
 */
export async function withUnpublished(read: SideRead): Promise<SideRead> {
  if (!read.side || read.joined || read.remote !== undefined) return read;
  const { root, age, exposes, files } = read.side;
  const onDisk = [...exposes].filter(([, path]) => !files.has(path));
  if (onDisk.length === 0 || root.startsWith(VIRTUAL)) return read;
  const found = await extractContract({ root, exposes: onDisk.map(([key, source]) => ({ key, source })) });
  const isOutside = (file: string) => below(root, file)?.split("/").includes("node_modules") ?? true;
  const outside = found.modules.filter(({ file }) => file !== undefined && isOutside(file));
  if (outside.length === 0) return read;
  const missing = [...exposes.keys()].filter((key) => !found.exposes.some((one) => one.key === key));
  if (missing.length > 0) {
    // What an expose imports from there is not compared, so there is no verdict about it.
    const reasons = found.diagnostics.filter((one) => one.severity === "error");
    return { diagnostics: [...read.diagnostics, ...reasons] };
  }
  const at = `${VIRTUAL}/${age}`;
  const side = {
    ...read.side,
    root: at,
    files: new Map(found.modules.map(({ stub, text }) => [`${at}/${stub}`, text])),
    exposes: new Map(found.exposes.map(({ key, stub }) => [key, `${at}/${stub}`])),
  };
  const sources = found.modules.flatMap(({ stub, file }) => (file === undefined ? [] : [[stub, file] as const]));
  return { ...read, side, origin: originOfExtraction(side, new Map(sources), root) };
}
