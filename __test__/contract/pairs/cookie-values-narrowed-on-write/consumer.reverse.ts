import { cookies } from "./surface";
cookies.set("consent", true); cookies.set("locale", "de");
