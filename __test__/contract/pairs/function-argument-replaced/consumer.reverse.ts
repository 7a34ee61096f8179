import { resize } from "./surface";
resize({ width: 100 });
export {};
