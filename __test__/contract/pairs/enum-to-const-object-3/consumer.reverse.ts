import { setLevel } from "./surface";
setLevel("low");
