export interface Feature { readonly on: true | false; readonly rollout: 100 | 25 | 5 | 1; readonly variant: Exclude<"a" | "b" | "c" | null, "c"> }
export type FeatureName = keyof { dark: 1; beta: 1 };
export declare function feature(name: FeatureName): Feature;
export declare function override(name: FeatureName, f: { readonly [K in keyof Feature]?: Feature[K] }): void;
