import { setTitle } from "./surface";
setTitle("x", { separator: "-" });
