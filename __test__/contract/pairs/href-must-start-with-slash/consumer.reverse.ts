import { prefetch, type LinkTarget } from "./surface";
const t: LinkTarget = { href: "/a", prefetch: true }; prefetch(t);
