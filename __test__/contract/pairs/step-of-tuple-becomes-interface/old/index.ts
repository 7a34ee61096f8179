type Steps = [{ kind: "name"; name: string }, { kind: "pay"; amount: number }];
export declare function step<I extends 0 | 1>(index: I): Steps[I];
