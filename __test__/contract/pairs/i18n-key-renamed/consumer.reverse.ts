import { t } from "./surface";
export const x = t("cart.pay");
