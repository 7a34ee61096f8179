import { translate } from "./surface";
export const b = translate("shop:buy");
