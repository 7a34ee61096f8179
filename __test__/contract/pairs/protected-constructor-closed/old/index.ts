export declare class Model { #id: string; constructor(id?: string); save(): Promise<this> }
