import { t, useLocale } from "./surface";
export const a = t("home.title", { n: 1 }) + useLocale()[0];
