import { spawn } from "./surface";
spawn(() => 1).result.catch(() => 0).finally(() => {});
