type Plan = "free" | "team";
export declare function quotas(): Readonly<Record<Plan, number>>;
export declare function currentUse(): number;
