// Node loads this before a compiler: a function is optimized once it has run for longer than usual. Most runs of TypeScript are
// over before what the optimizer makes of it pays; they take a sixth less processor time so.
import v8 = require("node:v8");

v8.setFlagsFromString("--interrupt-budget=500000");
