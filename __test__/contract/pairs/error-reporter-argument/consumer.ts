import { captureError } from "./surface";
try { captureError(new Error()); } catch (e) { captureError(e); }
