import { all } from "./surface";
all().audit.at.toFixed();
