import { firstOf } from "./surface";
firstOf(1, 2)?.toFixed(); firstOf<string>("a")?.trim();
