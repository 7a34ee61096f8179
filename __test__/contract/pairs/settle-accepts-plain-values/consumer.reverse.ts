import { settle } from "./surface";
settle<number>([1, Promise.resolve(2)]);
