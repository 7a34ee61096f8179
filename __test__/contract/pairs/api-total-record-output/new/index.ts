type Plan = "free" | "team" | "enterprise";
export declare function quotas(): Readonly<Record<Plan, number>>;
export declare function currentUse(): number;
