import { reading } from "./surface";
reading("temperature")?.toFixed(); reading("label").trim(); export type { Readings } from "./surface";
