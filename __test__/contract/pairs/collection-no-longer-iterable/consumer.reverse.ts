import type { Collection } from "./surface";
const fake: Collection<number> = { size: 1, toArray: () => [1] }; export { fake };
