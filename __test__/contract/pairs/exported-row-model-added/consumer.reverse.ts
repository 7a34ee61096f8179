import { find } from "./surface";
find("order").then(([order]) => order.at.getTime());
