export declare abstract class Repository<T> { abstract find(id: string): Promise<T | null>; abstract remove(id: string): Promise<void>; findAll(): Promise<T[]> }
