import { addRule, ruleCount, type Validator } from "./surface";
const short: Validator = v => v.length > 3 ? undefined : "too short";
addRule("a", short);
addRule("b", (v, all) => all["a"] === v ? String(ruleCount()) : undefined);
