import { createSdk } from "./surface";
createSdk({ region: "eu" }).ping();
