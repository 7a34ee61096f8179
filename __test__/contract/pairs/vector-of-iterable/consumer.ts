import { Vector } from "./surface";
Vector.of(1, 2, 3).length.toFixed();
