import { translate } from "./surface";
const keys: Parameters<typeof translate>[0][] = ["common:ok", "common:cancel"]; export const all: string[] = keys.map(k => translate(k, "de"));
