import { resize } from "./surface";
resize(100);
export {};
