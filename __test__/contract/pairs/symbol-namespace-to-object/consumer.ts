import { Units } from "./surface";
export const unit: Units.Length = "cm";
