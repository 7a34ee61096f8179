import { addTransform, transforms, type Transform } from "./surface";
class Upper implements Transform { name = "upper"; test = /x/; async run(code: string) { return transforms().length ? code.toUpperCase() : null; } }
addTransform(new Upper()); addTransform({ name: "n", test: id => id === "a", run: c => c });
