import { feature, override, type FeatureName } from "./surface";
const n: FeatureName = "beta"; override(n, { on: !feature("dark").on, rollout: 5 });
