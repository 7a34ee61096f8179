import { setLabels } from "./surface";
setLabels({ it: "ciao" });
