import { install } from "./surface";
install({ name: "a" });
