import { onLine } from "./surface";
onLine((line, first) => line + first.toFixed());
