import { clipboard } from "./surface";
void clipboard.copy("a", { silent: true });
