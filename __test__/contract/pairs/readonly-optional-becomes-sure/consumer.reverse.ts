import { weather } from "./surface";
weather("x").then((w) => w.temp.toFixed() + w.wind.dir);
