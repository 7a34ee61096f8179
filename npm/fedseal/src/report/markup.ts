/** Text that is HTML already. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What a template may hold: text, which is escaped, or markup. */
export type Content = string | number | Markup | undefined | false | readonly Content[];

/** HTML from a template; every value that is not markup itself is escaped. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let text = parts[0] ?? "";
  for (const [index, value] of values.entries()) text += rendered(value) + (parts[index + 1] ?? "");
  return new Markup(text);
}

function rendered(value: Content): string {
  if (value === undefined || value === false) return "";
  if (value instanceof Markup) return value.text;
  if (typeof value === "string") return escaped(value);
  return typeof value === "number" ? String(value) : value.map(rendered).join("");
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Names come from files and servers: they must become neither markup nor text that runs the wrong way. */
function escaped(text: string): string {
  return visible(text).replaceAll(/[&<>"']/g, (found) => ENTITIES[found] ?? "");
}

/** Control characters, those that reorder text and halves of pairs, as their code points; line feeds and tabs stay. */
export function visible(text: string): string {
  return text.replaceAll(
    /[^\P{Cc}\n\t]|[\p{Bidi_Control}\p{Cs}\u2028\u2029]/gu,
    (found) => `\\u{${found.codePointAt(0)?.toString(16)}}`,
  );
}

/** JSON for a `<script>` element: no text in it can end the element or start a comment (HTML, 4.12.1.3). */
export function scriptJson(value: unknown): Markup {
  const text = JSON.stringify(value);
  return new Markup(
    text.replaceAll(/[<>&\u2028\u2029]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

/** Text with its `code` marked. */
export function prose(text: string): Markup {
  const parts = text.split(/(`[^`]+`)/);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part.slice(1, -1)}</code>` : part))}`;
}

/** `10,001`: without a locale, so that every machine writes the same. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
