import { cell, link } from "./surface";
const one = cell();
one.value = 1;
link(one);
