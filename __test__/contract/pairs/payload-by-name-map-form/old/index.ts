type Payloads = { saved: { id: string }; failed: { reason: string } };
export declare function lastSaved(): Payloads["saved"];
export type Failure = Payloads["failed"];
export declare function lastFailure(): Failure | null;
