import { onResize } from "./surface";
onResize({ handleEvent: e => e.detail }).abort("x");
