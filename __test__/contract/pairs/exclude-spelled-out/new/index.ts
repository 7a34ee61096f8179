export type Visible = "review" | "live";
export type Status = Visible | "draft" | "gone";
export declare function publish(status: Status): Visible | undefined;
