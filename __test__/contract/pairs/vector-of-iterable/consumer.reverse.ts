import { Vector } from "./surface";
Vector.of(new Set([1])).at(0)?.toFixed();
