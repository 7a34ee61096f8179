import { useSettings } from "./surface";
const l = useSettings(s => s.language);
export const label: string = { de: "Deutsch", en: "English" }[l];
