export interface Feature { readonly on: boolean; readonly rollout: 1 | 5 | 25 | 100; readonly variant: "a" | "b" | null }
export type FeatureName = "beta" | "dark";
export declare function feature(name: FeatureName): Feature;
export declare function override(name: FeatureName, f: Partial<Feature>): void;
