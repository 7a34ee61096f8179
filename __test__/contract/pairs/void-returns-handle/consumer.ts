import { watch, Hub } from "./surface";
watch(() => 1, (n) => n.toFixed()); Hub.main.add("x");
