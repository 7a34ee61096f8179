import { read } from "./surface";
read("users").then((all) => all.join());
