import { read } from "./surface";
read("users").then(([one]) => one.trim());
