import { t } from "./surface";
export const a = t("cart.total");
