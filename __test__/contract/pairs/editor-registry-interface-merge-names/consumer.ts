import { focus, nodes } from "./surface";
focus();
export const langs: string[] = nodes("code").map(n => n.language);
export const a: ("left" | "right")[] = nodes("paragraph").map(n => n.align);
