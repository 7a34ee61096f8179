import { dispatch } from "./surface";
dispatch("move", 1, 2);
