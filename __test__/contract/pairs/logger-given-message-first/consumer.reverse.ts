import { useLogger } from "./surface";
useLogger({ log: (message) => message.trim() });
