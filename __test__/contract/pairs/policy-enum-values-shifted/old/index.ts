export enum Step { Draft, Review, Done }
export declare function step(id: string): Step;
