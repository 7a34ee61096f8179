import { sum } from "./surface";
sum(1n);
