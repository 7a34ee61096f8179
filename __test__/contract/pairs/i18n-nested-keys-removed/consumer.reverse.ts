import { translate, plural } from "./surface";
export const s = translate("nav.home") + plural(2, translate("ok"), "x");
