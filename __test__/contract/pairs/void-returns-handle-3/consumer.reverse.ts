import { startPolling } from "./surface";
startPolling("/", 5).stop();
