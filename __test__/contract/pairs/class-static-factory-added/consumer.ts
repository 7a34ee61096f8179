import { Uri, rootUri } from "./surface";
export const s: string = rootUri.join("a", "b").path + Uri.of("x").path;
