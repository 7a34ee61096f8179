import { captureError } from "./surface";
captureError(new TypeError("x"), { a: "b" }).trim();
