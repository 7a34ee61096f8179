import { format, use, type Format, type Make } from "./surface";
const f: Format = n => n.toFixed(); class A { constructor(readonly n: string) {} run() {} } const m: Make = A; export const s: string = use(f, m)(1, 2) + format(3); new m("x").run();
