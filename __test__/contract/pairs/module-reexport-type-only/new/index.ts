export type { Client } from "./client";
