import { createMachine } from "./surface";
createMachine(["idle", "busy"], "boot");
