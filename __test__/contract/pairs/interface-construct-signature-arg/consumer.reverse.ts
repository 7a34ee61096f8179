import { Worker2, workers } from "./surface";
if (Worker2.supported) new Worker2("x", { name: "n" }).post(workers());
