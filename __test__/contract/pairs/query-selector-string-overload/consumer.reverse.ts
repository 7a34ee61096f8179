import { find } from "./surface";
find(document, ".x")?.remove();
