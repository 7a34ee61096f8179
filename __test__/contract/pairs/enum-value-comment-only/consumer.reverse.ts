import { Kind, kind } from "./surface";
export const k: "f" | "d" = kind("x") === Kind.File ? "f" : "d";
