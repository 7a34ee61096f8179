import { filter } from "./surface";
interface Car { owner: { name: string }; wheels: number }
export const f = filter<Car>().eq("wheels", 4).sub("owner", o => o.eq("name", "x")).not().toString();
