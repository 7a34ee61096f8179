import { defaults, type Region } from "./surface";
const r: Region = "eu"; export const all: Region[] = [r, "us"]; export const t = defaults.timeout;
