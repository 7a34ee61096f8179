import { translate } from "./surface";
export const text: string = translate("a").toUpperCase();
