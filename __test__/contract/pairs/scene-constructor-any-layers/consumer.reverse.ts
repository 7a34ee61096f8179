import { Scene } from "./surface";
new Scene();
