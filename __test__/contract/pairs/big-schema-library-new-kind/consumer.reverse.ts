import { bigint } from "./surface";
export const b: bigint = bigint().positive().parse(1n);
