import { pipeTo } from "./surface";
class OnlyText { write(s: string) { s.trim(); } close() {} }
pipeTo(new OnlyText());
