import { pipeTo } from "./surface";
pipeTo({ write: c => { c.valueOf(); }, close() {}, flush() {} });
