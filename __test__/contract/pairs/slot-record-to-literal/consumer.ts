import { layout } from "./surface";
declare const n: Node; const l = layout({ header: n, body: n }); l.header.remove(); const r: Record<string, Element> = l; export { r };
