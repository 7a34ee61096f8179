import { publish, type Status, type Visible } from "./surface";
const all: Record<Status, 1> = { draft: 1, review: 1, live: 1, gone: 1 }; const v: Visible | undefined = publish("gone"); export const n = v && { review: 1, live: 2 }[v]; export { all };
