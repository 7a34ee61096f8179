import { Duration } from "./surface";
const d = Duration.zero(); d.ms = 3; d.ms += 2; export const n: number = d.ms;
