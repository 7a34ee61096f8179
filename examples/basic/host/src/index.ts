import { listen } from "./refusals";

// Before anything of a remote is loaded, so that no refusal is missed.
listen();
// Shared modules are negotiated before anything that uses them runs.
import("./bootstrap");
