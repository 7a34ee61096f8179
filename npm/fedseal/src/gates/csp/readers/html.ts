import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { type PolicyText, placesIn } from "../policy-text.js";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * `<meta http-equiv="Content-Security-Policy">` in the head of a page (HTML, section 4.2.5.3). Elsewhere browsers ignore it, as they
 * do `Content-Security-Policy-Report-Only`.
 */
export function readHtml(content: string, file: string, isStatic: boolean): PolicyText[] {
  const found: PolicyText[] = [];
  const visit = (node: Node, inHead: boolean): void => {
    if (defaultTreeAdapter.isElementNode(node)) {
      const text = policyOf(node);
      if (inHead && text !== undefined) found.push(policyText(node, text, { content, file, isStatic }));
    }
    if (!("childNodes" in node)) return;
    const isHead = defaultTreeAdapter.isElementNode(node) && node.tagName === "head";
    for (const child of node.childNodes) visit(child, inHead || isHead);
  };
  visit(parse(content, { sourceCodeLocationInfo: true }), false);
  return found;
}

function policyOf(element: Element): string | undefined {
  if (element.tagName !== "meta") return undefined;
  const value = (name: string) => element.attrs.find((one) => one.name === name)?.value;
  if (value("http-equiv")?.trim().toLowerCase() !== "content-security-policy") return undefined;
  return value("content") || undefined;
}

function policyText(
  element: Element,
  text: string,
  { content, file, isStatic }: { content: string; file: string; isStatic: boolean },
): PolicyText {
  const location = element.sourceCodeLocation;
  const attribute = location?.attrs?.content;
  const start = attribute ? content.indexOf(text, attribute.startOffset) : -1;
  // Character references make the text another one than the file has: then the element is the place.
  const isLiteral = attribute !== undefined && start >= 0 && start < attribute.endOffset;
  const place = isLiteral
    ? placesIn(file, content, start)
    : () => ({ file, ...(location && { line: location.startLine, column: location.startCol }) });
  return { text, reportOnly: false, meta: true, isStatic, place };
}
