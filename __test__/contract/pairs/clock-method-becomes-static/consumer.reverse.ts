import { Clock } from "./surface";
Clock.now();
