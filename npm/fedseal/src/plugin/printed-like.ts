/** A value as JSON, indented as the text that it was read from. */
export function printedLike(text: string, value: unknown): Buffer {
  const indent = /^\{\s*\n([\t ]+)/.exec(text)?.[1];
  return Buffer.from(JSON.stringify(value, undefined, indent));
}
