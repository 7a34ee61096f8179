import { configure } from "./surface";
configure({ theme: "system" });
