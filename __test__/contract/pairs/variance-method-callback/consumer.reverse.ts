import { addRule, type Validator } from "./surface";
const v: Validator<string | number> = { name: "x", check: x => x !== "" }; addRule(v); addRule({ name: "y", check(x) { return typeof x === "string"; } }); addRule({ name: "z", check: () => true });
