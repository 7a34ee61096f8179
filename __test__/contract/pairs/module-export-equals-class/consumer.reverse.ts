import Parser from "./surface";
export const s = new Parser("ts").parse("x").root ?? "";
