import { range, today } from "./surface";
range(today(), 3).concat(range(today(), today()));
