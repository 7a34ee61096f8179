import { histogram, clamp } from "./surface";
const [[from, to]] = histogram([1], [0, 2]).buckets[0]!;
clamp(1, [from, to]);
