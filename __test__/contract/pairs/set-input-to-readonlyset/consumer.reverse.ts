import { lock, locked } from "./surface";
lock(locked());
