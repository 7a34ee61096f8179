import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { FedsealError, fetchFederationManifest } from "@fedseal/runtime";
import { readContract, UnreadableContract } from "../../contract/contract.js";
import { CONTRACT_FILE } from "../../contract/sides.js";
import { diagnostic } from "../../diagnostics.js";
import type { ExitCode } from "../main.js";
import { type Format, type Outcome, report } from "../output.js";
import { updatePackage } from "./package.js";

export interface PullOptions {
  out: string;
  name?: string;
  header: [string, string][];
  format: Format;
}
