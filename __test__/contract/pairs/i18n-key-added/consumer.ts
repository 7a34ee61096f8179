import { t, locale } from "./surface";
export const s = t("cart.title") + t("cart.items", 3);
export const l: Record<ReturnType<typeof locale>, number> = { de: 1, en: 2 };
