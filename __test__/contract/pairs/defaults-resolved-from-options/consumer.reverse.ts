import { resolve } from "./surface";
resolve({ grid: true }).grid;
