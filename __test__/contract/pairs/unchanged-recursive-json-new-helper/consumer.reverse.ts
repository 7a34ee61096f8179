import { isJson, parse } from "./surface";
isJson(parse("1"));
