import { t } from "./surface";
export const s = t("cart.empty", "Ann");
