import { ports } from "./surface";
ports.http = 8080;
export {};
