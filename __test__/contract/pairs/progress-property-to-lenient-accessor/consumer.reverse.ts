import { progress } from "./surface";
progress().percent = "50%";
