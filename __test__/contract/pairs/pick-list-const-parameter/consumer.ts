import { tuple } from "./surface";
tuple([1, 2]).push(3);
