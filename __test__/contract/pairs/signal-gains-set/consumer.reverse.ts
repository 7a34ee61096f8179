import { signal } from "./surface";
signal(1).set(2);
