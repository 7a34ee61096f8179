import { onLine } from "./surface";
onLine((line) => line.trim()); onLine(() => {});
