import { viewport } from "./surface";
const v: [number, number] = viewport(); v[0] = 3;
