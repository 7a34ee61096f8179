import { crumb } from "./surface";
crumb("home").trim(); crumb<"shop">("shop").trim();
