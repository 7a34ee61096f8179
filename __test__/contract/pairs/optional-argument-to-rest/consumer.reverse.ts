import { range } from "./surface";
range(1, 2, 3);
