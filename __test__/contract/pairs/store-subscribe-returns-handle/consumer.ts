import { observe } from "./surface";
const offs: (() => void)[] = [];
offs.push(observe(1).watch(n => n.toFixed()));
for (const off of offs) off();
