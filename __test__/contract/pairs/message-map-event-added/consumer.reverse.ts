import { wait } from "./surface";
wait("close").then(({ detail }) => detail.trim());
