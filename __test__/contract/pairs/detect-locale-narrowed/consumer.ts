import { detectLocale } from "./surface";
detectLocale("x").split("-"); const s: string = detectLocale("y"); export { s };
