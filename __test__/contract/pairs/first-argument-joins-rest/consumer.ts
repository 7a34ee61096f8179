import { sum } from "./surface";
sum(1).toFixed(); sum(1, 2n, 3);
