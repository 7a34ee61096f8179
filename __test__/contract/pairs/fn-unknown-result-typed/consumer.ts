import { readFlags, writeFlags } from "./surface";
const f: unknown = readFlags();
if (typeof f === "object" && f !== null && "beta" in f) writeFlags({ beta: f.beta === true });
