// Before the first remote: under Trusted Types, nothing else makes an address of a script.
import { createTrustedTypesPolicy } from "@fedseal/runtime/trusted-types";

createTrustedTypesPolicy();
import("./bootstrap.js");
