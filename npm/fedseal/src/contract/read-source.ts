import { readFileSync } from "node:fs";

/**
 * The text of a source as TypeScript reads it: a byte order mark says that it is UTF-16, and is no part of the text; without
 * one it is UTF-8.
 */
export function readSource(path: string): string {
  const bytes = readFileSync(path);
  const [first, second] = bytes;
  const isBig = first === 0xfe && second === 0xff;
  const isLittle = first === 0xff && second === 0xfe;
  return new TextDecoder(isBig ? "utf-16be" : isLittle ? "utf-16le" : "utf-8").decode(bytes);
}
