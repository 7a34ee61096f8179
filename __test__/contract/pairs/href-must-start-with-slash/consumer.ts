import { prefetch } from "./surface";
export const f = (href: string) => prefetch({ href });
