interface NameStep { kind: "name"; name: string }
interface PayStep { kind: "pay"; amount: number }
type Steps = [NameStep, PayStep];
export declare function step<I extends 0 | 1>(index: I): Steps[I];
