// Everything in one file: for bundlers that give a host's own chunks no integrity.
import { createTrustedTypesPolicy } from "@fedseal/runtime/trusted-types";
import { alive } from "./alive.js";
import "./bootstrap.js";

createTrustedTypesPolicy();
window.alive = async () => alive;
