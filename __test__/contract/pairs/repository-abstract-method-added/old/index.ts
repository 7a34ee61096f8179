export declare abstract class Repository<T> { abstract find(id: string): Promise<T | null>; findAll(): Promise<T[]> }
