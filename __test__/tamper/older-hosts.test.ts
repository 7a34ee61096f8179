import { hostCases } from "./host-cases.ts";

// A file of its own: webpack does not bear two versions of `@module-federation/enhanced` in one process.
hostCases(["webpack + enhanced 0.24"]);
