import { on, names } from "./surface";
for (const n of names) on(n, p => console.log(n, p));
