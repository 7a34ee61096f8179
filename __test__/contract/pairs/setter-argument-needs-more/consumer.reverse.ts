import { panel } from "./surface";
panel().theme = { name: "a", dark: true };
