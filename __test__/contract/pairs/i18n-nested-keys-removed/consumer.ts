import { translate } from "./surface";
export const s = translate("nav.help");
