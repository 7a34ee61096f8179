import { addRule } from "./surface";
addRule({ name: "len", check(v: string) { return v.length > 1; } });
