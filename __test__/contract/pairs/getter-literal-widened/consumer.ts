import { locale } from "./surface";
const hello = { en: "Hello", de: "Hallo" }; export const h = hello[locale()];
