import { detectLocale } from "./surface";
const s: "de" | "en" | "fr" = detectLocale("y"); export { s };
