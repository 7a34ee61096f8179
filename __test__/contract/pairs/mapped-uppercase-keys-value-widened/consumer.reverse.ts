import { constantsOf } from "./surface";
const constants = constantsOf("a");
constants.A = 1;
