import { chunk } from "./surface";
chunk(new Set([1]), 2);
