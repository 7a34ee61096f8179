// Shared modules are negotiated before anything that uses them runs.
import("./bootstrap.jsx");
