import { spawn } from "./surface";
spawn<string>(() => [Promise.resolve("a")]);
