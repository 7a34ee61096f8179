import { serve } from "./demo.js";

await serve();
