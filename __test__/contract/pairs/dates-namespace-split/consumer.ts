import { dates } from "./surface";
const u: dates.Unit = "day"; dates.add(dates.min, 1, u).getTime(); dates.startOf(new Date(), "week");
