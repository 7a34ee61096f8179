import { count, name } from "./surface";
count().toFixed();
name("label").trim();
