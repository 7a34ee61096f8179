import { metric } from "./surface";
metric("x", { code: 200 });
