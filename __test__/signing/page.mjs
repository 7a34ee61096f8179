// The bundle of a page for scenarios.
import fedseal from "@fedseal/runtime/plugin";
import "./lab.mjs";

globalThis.fedseal = fedseal;
