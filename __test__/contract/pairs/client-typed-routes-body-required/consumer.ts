import { makeClient } from "./surface";
makeClient("/").call("/pay", { amount: 1 });
