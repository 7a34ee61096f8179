// The bundle of a page for scenarios.

import * as runtime from "@fedseal/runtime";
import fedseal from "@fedseal/runtime/plugin";
import { checkSignatures } from "@fedseal/runtime/signature";
import { createInstance } from "@module-federation/runtime";
import { play } from "./lab.mjs";

globalThis.fedseal = fedseal;
globalThis.play = (plugin, scenario, data) =>
  play({ createInstance, fedseal: plugin, runtime, checkSignatures }, scenario, data);
