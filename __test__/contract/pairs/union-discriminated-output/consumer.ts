import { nextNotice } from "./surface";
export function show(): string {
  const n = nextNotice();
  return n.kind === "text" ? n.body : n.href;
}
