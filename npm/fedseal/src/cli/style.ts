import { styleText } from "node:util";

/** Colours, on a terminal that has them and nowhere else. */

/**
 * Whether a stream gets colours: a terminal with at least 16 of them. `NO_COLOR` (not empty) switches them off, `FORCE_COLOR` on,
 * unless it is `0` or `false`; of both, `FORCE_COLOR` wins, as in Node.
 */
export function hasColours(
  stream: Pick<NodeJS.WriteStream, "isTTY"> & { hasColors?: (count: number, environment: object) => boolean },
  environment: Record<string, string | undefined> = process.env,
): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: none } = environment;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  if (none !== undefined && none !== "") return false;
  // Node takes an empty `NO_COLOR`, and `CI` of a service that it does not know, for a terminal without colours.
  const { NO_COLOR: _, CI: __, ...others } = environment;
  return stream.isTTY === true && (stream.hasColors?.(16, others) ?? false);
}

type Style = Parameters<typeof styleText>[0];

/** Paints text, or returns it as it is. */
export function painter(isOn: boolean): (style: Style, text: string) => string {
  return (style, text) => (isOn ? styleText(style, text, { validateStream: false }) : text);
}

/** Levels of findings, and of changes of a contract. */
const LEVELS = { error: "red", warning: "yellow", note: "cyan", major: "red", minor: "cyan", patch: "dim" } as const;

/** Findings as text, painted: level and rule at the start of a block, and the words that begin its lines. */
export function painted(text: string, isOn: boolean): string {
  if (!isOn) return text;
  const paint = painter(true);
  return text
    .split("\n")
    .map((line) => {
      const [, level = "", rule = "", rest = ""] =
        /^(error|warning|note|major|minor|patch)\[([a-z/-]+)\](.*)$/.exec(line) ?? [];
      if (level !== "") {
        return `${paint(["bold", LEVELS[level as keyof typeof LEVELS]], level)}[${paint("bold", rule)}]${rest}`;
      }
      if (/^── .* ──$/.test(line)) return paint("bold", line);
      return line.replace(/^ {2}(at|why|fix)(?= )/, (word) => paint("dim", word));
    })
    .join("\n");
}

/** A rule's page, which is Markdown, for a terminal. */
export function paintedMarkdown(text: string, isOn: boolean): string {
  const paint = painter(isOn);
  return text
    .split("\n")
    .map((line) => {
      if (line.startsWith("# ")) return paint("bold", line.slice(2));
      return line
        .replaceAll(/\*\*(.+?)\*\*/g, (_, words: string) => paint("bold", words))
        .replaceAll(/`([^`]+)`/g, (whole, code: string) => (isOn ? paint("cyan", code) : whole));
    })
    .join("\n");
}

/** Width of a stream in columns; undefined where it is not a terminal. */
export function widthOf(stream: { isTTY?: boolean; columns?: number }): number | undefined {
  return stream.isTTY && stream.columns ? stream.columns : undefined;
}
