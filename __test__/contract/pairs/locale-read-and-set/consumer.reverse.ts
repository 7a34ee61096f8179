import { setLocale } from "./surface";
setLocale("fr");
