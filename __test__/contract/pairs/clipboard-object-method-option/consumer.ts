import { clipboard } from "./surface";
void clipboard.copy("a"); clipboard.read().then((t) => t.trim());
