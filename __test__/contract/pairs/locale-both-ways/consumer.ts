import { i18n } from "./surface";
const names: Record<"de" | "en", string> = { de: "Deutsch", en: "English" }; names[i18n.locale].trim();
