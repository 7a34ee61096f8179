import { translate } from "./surface";
export const french: unknown = translate("a").fr;
