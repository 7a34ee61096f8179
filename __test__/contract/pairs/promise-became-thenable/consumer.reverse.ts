import { spawn } from "./surface";
spawn(async () => 1).result.then((n) => n.toFixed());
