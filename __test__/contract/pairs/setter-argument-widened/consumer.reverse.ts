import { panel } from "./surface";
panel().theme = { name: 1 };
