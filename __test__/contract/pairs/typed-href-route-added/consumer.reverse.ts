import { href, type RouteName } from "./surface";
const r: RouteName = "search"; export const h = href(r, { q: "x" });
