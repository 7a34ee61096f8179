import { config, configFile } from "./surface";
export const s: string = config("host") + (config("port") + 1).toFixed() + configFile();
export const b: boolean = config("tls");
