import { groupBy } from "./surface";
groupBy([1], (n) => n);
