import { run } from "./surface";
declare module "./surface" { interface Options { extra?: boolean } }
run({ name: "x", extra: true });
