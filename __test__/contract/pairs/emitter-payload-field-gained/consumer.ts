import { onTrace, traceCount } from "./surface";
const sub = onTrace("span", ({ id, start }) => console.log(id, start + traceCount()));
const named = (m: { name: string }) => m.name;
onTrace("mark", named);
sub.dispose();
