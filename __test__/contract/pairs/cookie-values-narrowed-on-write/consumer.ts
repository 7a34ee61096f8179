import { cookies } from "./surface";
cookies.set("consent", "partial");
