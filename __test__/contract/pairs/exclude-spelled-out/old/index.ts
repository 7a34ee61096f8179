export type Status = "draft" | "review" | "live" | "gone";
export type Visible = Exclude<Status, "gone" | "draft">;
export declare function publish(status: Status): Visible | undefined;
