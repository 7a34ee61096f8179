import { locale, retries, i18n } from "./surface";
export const s: string = locale + retries + i18n().t("x");
