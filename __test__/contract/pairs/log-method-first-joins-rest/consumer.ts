import { openLog, type Log } from "./surface";
const l: Log = openLog("a"); l.write("x"); l.write("x", "y"); l.flush();
