import { Unit } from "./surface";
export const u: Unit = Unit.Metre;
