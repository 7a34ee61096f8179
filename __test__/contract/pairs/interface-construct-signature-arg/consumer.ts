import { Worker2 } from "./surface";
if (Worker2.supported) new Worker2("x").post(1);
