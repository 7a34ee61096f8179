import type { Cache } from "./surface";
const fake: Cache = { get: (key) => key.trim(), set() { return this; } }; export { fake };
